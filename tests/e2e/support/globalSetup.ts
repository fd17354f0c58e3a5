import type { TestProject } from 'vitest/node'
import { ensureBuild } from '../../../scripts/setup/build.mjs'
import { hasDisplay, startDisplay } from '../../../scripts/setup/display.mjs'
import { ensureElectron } from '../../../scripts/setup/electron.mjs'
import { ensureLibraries } from '../../../scripts/setup/libraries.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    electron: { executable: string; folder: string; version: string; kind: string }
    display: string | null
  }
}

/**
 * Once for all end-to-end tests: the Electron, a fresh build and one display. On Linux always an own Xvfb, so
 * that nobody's mouse or screen size plays a part; where there is no Xvfb by nature, the real screen.
 */
export default async function setUp(project: TestProject): Promise<() => void> {
  const electron = await ensureElectron()
  const ownDisplay = process.platform === 'linux' || !hasDisplay()
  await ensureLibraries(electron.executable, { display: ownDisplay })
  ensureBuild()
  const display = ownDisplay ? await startDisplay() : null
  project.provide('electron', electron)
  project.provide('display', display?.name ?? null)
  return () => {
    display?.stop()
  }
}
