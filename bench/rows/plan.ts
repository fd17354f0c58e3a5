import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureBuild } from '../../scripts/setup/build.mjs'
import { startSlapd, type SlapdServer } from '../../tests/integration/servers/slapd'
import { againstPeer, median, spread, type Row } from '../support/row'
import { rosterOf } from '../support/school'

const rows = 100_000
const rounds = 5
const here = resolve(import.meta.dirname, '../..')

/** One build on one data folder. */
interface Planner {
  readonly checkout: string
  readonly data: string
  readonly times: number[]
}

/**
 * Processor time of `accounts plan` for a list of new pupils, from the start of the process to its end, with everything that is
 * read, computed and kept. `NETZWART_BENCH_BEFORE` names a checkout of an earlier version, built, that takes turns.
 */
export async function planLargeRoster(): Promise<readonly Row[]> {
  ensureBuild()
  const server = await startSlapd()
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  try {
    const roster = join(folder, 'roster.csv')
    await writeFile(roster, rosterOf(rows))
    const prepare = async (name: string, checkout: string): Promise<Planner> => {
      const data = join(folder, name)
      await runCommand({ checkout, data, times: [] }, server, [
        ...['setup', 'connect', '--profile', 'openldap', '--url', server.url, '--ca', server.caFile],
        ...['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
      ])
      return { checkout, data, times: [] }
    }
    const earlier = process.env['NETZWART_BENCH_BEFORE'] ?? null
    const now = await prepare('now', here)
    const before = earlier === null ? null : await prepare('before', resolve(earlier))
    for (let round = 0; round < rounds; round++) {
      for (const planner of before === null ? [now] : [now, before]) {
        const data = join(folder, 'in-use')
        await cp(planner.data, data, { recursive: true })
        const words = ['accounts', 'plan', '--json', '--roster', roster]
        planner.times.push(await runCommand({ ...planner, data }, server, words))
        await rm(data, { recursive: true })
      }
    }
    const own = median(now.times)
    const work = `plan ${rows.toLocaleString('en')} rows, processor time`
    const remarks = `empty slapd, ${spread(now.times)}`
    if (before === null) return [{ work, peer: null, own, unit: 's', value: own, bar: 6, remarks }]
    const peer = { name: 'the version before', seconds: median(before.times) }
    return [againstPeer(work, peer, own, 0.35, `${remarks}; peer ${spread(before.times)}`)]
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

/** @returns seconds of processor time, of the process and the system's for it. */
async function runCommand(
  { checkout, data }: Planner,
  server: SlapdServer,
  words: readonly string[]
): Promise<number> {
  const told = `${data}.usage`
  const tell = `process.on('exit', () => { const { user, system } = process.cpuUsage()
    process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(told)}, String((user + system) / 1e6)) })`
  const process_ = spawn(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(tell)}`],
      ...[join(checkout, 'out/main/cli.js'), '--data', data, ...words]
    ],
    {
      env: { ...process.env, NETZWART_BIND_PASSWORD: server.bindPassword },
      stdio: ['ignore', 'ignore', 'inherit']
    }
  )
  const [code] = (await once(process_, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`${words.join(' ')}: exit ${String(code)}`)
  return Number(await readFile(told, 'utf8'))
}
