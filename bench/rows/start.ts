import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from 'playwright'
import { ensureBuild } from '../../scripts/setup/build.mjs'
import { startDisplay } from '../../scripts/setup/display.mjs'
import { ensureElectron } from '../../scripts/setup/electron.mjs'
import { makeDemoSchool } from '../support/demoSchool'
import { againstPeer, median, seconds, spread, type Row } from '../support/row'

const rounds = 5
const sizes = { small: 200, large: 20_000 } as const
const here = resolve(import.meta.dirname, '../..')

/** One build on one data folder. */
interface Start {
  readonly checkout: string
  readonly data: string
  readonly times: number[]
}

/**
 * From starting the process to a window that shows the demo school's start page and waits for nothing more, with a short and
 * a long ledger in turn. `NETZWART_BENCH_BEFORE` names a checkout of an earlier version, built, that takes turns with them, on
 * the demo school as it makes it itself.
 */
export async function startToWindow(): Promise<readonly Row[]> {
  ensureBuild()
  const electron = await ensureElectron()
  const display = await startDisplay()
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  const prepare = async (name: string, made: string, checkout: string): Promise<Start> => {
    const data = join(folder, name)
    await cp(join(folder, made), data, { recursive: true })
    return { checkout, data, times: [] }
  }
  try {
    for (const [name, statements] of Object.entries(sizes))
      await makeDemoSchool(join(folder, name), statements)
    const earlier = process.env['NETZWART_BENCH_BEFORE'] ?? null
    const small = await prepare('small-now', 'small', here)
    const large = await prepare('large-now', 'large', here)
    // It makes its demo school itself, at its first start: it may not read what a later version has written.
    const before: Start | null =
      earlier === null ? null : { checkout: resolve(earlier), data: join(folder, 'before'), times: [] }
    const all = [small, large, ...(before === null ? [] : [before])]
    // The first start of each does not count: it fills the caches, and this version makes its checkpoint.
    for (let round = 0; round <= rounds; round++) {
      for (const one of all) {
        const time = await start(electron.executable, display.name, one)
        if (round > 0) one.times.push(time)
      }
    }
    const work = (statements: number): string =>
      `start to a usable window, ${statements.toLocaleString('en')} statements`
    const against = (one: Start, statements: number, peer: Start, name: string, bar: number): Row =>
      againstPeer(
        work(statements),
        { name, seconds: median(peer.times) },
        median(one.times),
        bar,
        `${spread(one.times)}; peer ${spread(peer.times)}`
      )
    const own = median(small.times)
    const remarks = `Electron ${electron.version}, demo school, ${spread(small.times)}`
    return [
      { work: work(sizes.small), peer: null, own, unit: 's', value: own, bar: 2, remarks },
      against(large, sizes.large, small, `${sizes.small} statements`, 1.2),
      ...(before === null
        ? []
        : [
            against(small, sizes.small, before, 'the version before', 0.6),
            against(large, sizes.large, before, 'the version before', 0.6)
          ])
    ]
  } finally {
    display.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function start(executable: string, display: string, { checkout, data }: Start): Promise<number> {
  let close = async (): Promise<void> => undefined
  const time = await seconds(async () => {
    const running = await _electron.launch({
      executablePath: executable,
      args: [checkout, '--data', data, '--demo'],
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
