import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { OrderScope } from '../../src-main/contract/orders'
import { gather } from '../../src-main/jobs/evaluations/evidence/gathering'
import { journalGateway } from '../../src-main/world/logs/journalGateway'
import { localLogs } from '../../src-main/world/logs/local'
import { againstPeer, median, seconds, spread, type Row } from '../support/row'
import { must } from '../support/school'
import { writeSquidLog } from '../support/squidLog'

/** `NETZWART_BENCH_LINES` makes it larger; the log always lasts as long as 20,000,000 lines would at its usual pace. */
const lines = Number(process.env['NETZWART_BENCH_LINES'] ?? 2_000_000)
const usualLines = 20_000_000
const rounds = 3
const hour = 3_600_000
const begin = 1_795_826_081_850

/** Gathers one hour in the middle of a proxy's log, beside all of it, and looks how long anything else had to wait meanwhile. */
export async function readWindow(): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  try {
    const file = join(folder, 'access.log')
    const longestStep = Math.round((20 * usualLines) / lines)
    await writeSquidLog(file, lines, longestStep)
    const end = begin + lines * longestStep
    const middle = begin + (lines * longestStep) / 4
    const delay = monitorEventLoopDelay({ resolution: 5 })
    delay.enable()
    const [whole, window]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      whole.push(await seconds(() => gathered(file, begin, end)))
      window.push(await seconds(() => gathered(file, middle, middle + hour)))
    }
    delay.disable()
    const held = delay.max / 1e6
    return [
      againstPeer(
        `gather one hour of ${lines.toLocaleString('en')} Squid lines`,
        { name: 'all of them', seconds: median(whole) },
        median(window),
        0.05,
        `${spread(window)}; all ${spread(whole)}`
      ),
      {
        ...{ work: 'the same, the longest wait of anything else', peer: null, own: held, unit: 'ms' },
        ...{ value: held, bar: 50, remarks: '' }
      }
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** One person's events. */
async function gathered(file: string, from: number, until: number): Promise<void> {
  const scope: OrderScope = {
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    sources: [
      {
        ...{ id: 'b7a54c1e-52c0-4f2b-9d0e-3f6a2f0c9a11', name: 'Webfilter', path: file, format: 'squid' },
        ...{ contents: false, keptDays: 7, keptReason: '' }
      }
    ],
    concerned: [{ person: 'id', names: { login: 'm.muster7', givenName: 'Mia', familyName: 'Muster' } }],
    ...{ addresses: [], rules: [], contents: false }
  }
  const { events } = must(
    await gather(scope, { logs: localLogs, logQueries: journalGateway, fold: (login) => login.toLowerCase() })
  )
  if (events.length === 0) throw new Error('nothing was found')
}
