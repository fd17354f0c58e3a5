import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright'
import { ensureBuild } from '../../scripts/setup/build.mjs'
import { startDisplay } from '../../scripts/setup/display.mjs'
import { ensureElectron } from '../../scripts/setup/electron.mjs'
import { median, seconds, type Row } from '../support/row'

const rounds = 5

/** From starting the process to a window that shows the demo school's start page and waits for nothing more. */
export async function startToWindow(): Promise<readonly Row[]> {
  ensureBuild()
  const electron = await ensureElectron()
  const display = await startDisplay()
  const data = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  try {
    const times: number[] = []
    // The first start makes the demo school and does not count.
    for (let round = 0; round <= rounds; round++) {
      const time = await start(electron.executable, display.name, data)
      if (round > 0) times.push(time)
    }
    const own = median(times)
    return [
      {
        work: 'start to a usable window',
        peer: null,
        own,
        unit: 's',
        value: own,
        bar: 2,
        remarks: `Electron ${electron.version}, demo school, median of ${rounds}`
      }
    ]
  } finally {
    display.stop()
    await rm(data, { recursive: true, force: true })
  }
}

async function start(executable: string, display: string, data: string): Promise<number> {
  let close = async (): Promise<void> => undefined
  const time = await seconds(async () => {
    const running = await _electron.launch({
      executablePath: executable,
      args: [resolve(import.meta.dirname, '../..'), '--data', data, '--demo'],
      env: { ...(process.env as Record<string, string>), DISPLAY: display, WAYLAND_DISPLAY: '' },
      chromiumSandbox: process.getuid?.() !== 0
    })
    close = () => running.close()
    const window = await running.firstWindow()
    await window.waitForFunction(
      () => document.querySelector('main') !== null && document.querySelector('[aria-busy="true"]') === null
    )
  })
  await close()
  return time
}
