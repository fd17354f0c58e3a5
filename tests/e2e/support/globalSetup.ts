import type { TestProject } from 'vitest/node'
import { ensureBuild } from '../../../scripts/setup/build.mjs'
import { hasDisplay, startDisplay } from '../../../scripts/setup/display.mjs'
import { ensureElectron } from '../../../scripts/setup/electron.mjs'
import { ensureLibraries } from '../../../scripts/setup/libraries.mjs'

declare module 'vitest' {
  export interface ProvidedContext {
    electron: { executable: string; folder: string; version: string; kind: string }
    /** One for each test file that runs at the same time; none: the real screen. */
    displays: readonly string[]
  }
}

/**
 * Once for all end-to-end tests: the Electron, a fresh build and displays. On Linux always an own Xvfb, so that nobody's
 * mouse or screen size plays a part, and one for each file that runs beside others, so that no window takes another one's
 * focus; where there is no Xvfb by nature, the real screen.
 */
export default async function setUp(project: TestProject): Promise<() => void> {
  const electron = await ensureElectron()
  const ownDisplay = process.platform === 'linux' || !hasDisplay()
  await ensureLibraries(electron.executable, { display: ownDisplay })
  ensureBuild()
  const atOnce = ownDisplay ? project.config.maxWorkers : 0
  const displays = await Promise.all(Array.from({ length: atOnce }, startDisplay))
  project.provide('electron', electron)
  project.provide(
    'displays',
    displays.map(({ name }) => name)
  )
  return () => {
    for (const display of displays) display.stop()
  }
}
