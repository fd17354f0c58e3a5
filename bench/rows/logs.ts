import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuild } from '../../scripts/setup/build.mjs'
import { root } from '../../scripts/setup/places.mjs'
import { squid } from '../../src-main/jobs/evaluations/logs/formats/squid'
import { LogReading } from '../../src-main/jobs/evaluations/logs/reading'
import { localLogs } from '../../src-main/world/logs/local'
import { writeSquidLog } from '../support/squidLog'
import { processorTime, timed } from '../support/processorTime'
import { againstPeer, median, spread, type Row } from '../support/row'
import { must } from '../support/school'

const lines = 2_000_000
const rounds = 3
const sumByUser = '{ sum[$8] += $5 } END { for (user in sum) print user, sum[user] }'

/**
 * Reads a proxy's log line by line into events and sums the bytes by user, as awk does in one pass; processor time, since both have one
 * thread and the disk's cache. `logs check` as a whole process takes its start more.
 */
export async function readSquidLog(): Promise<readonly Row[]> {
  ensureBuild()
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  try {
    const file = join(folder, 'access.log')
    await writeSquidLog(file, lines)
    const [own, awk, checked]: [number[], number[], number[]] = [[], [], []]
    let megabytes = 0
    for (let round = 0; round < rounds; round++) {
      const sums = await timed(own, () => sumOwn(file))
      const { seconds: awkSeconds, output } = processorTime('awk', [sumByUser, file])
      awk.push(awkSeconds)
      if (sums.size !== output.trimEnd().split('\n').length)
        throw new Error('the sums are not of the same users')
      const cli = join(root, 'out', 'main', 'cli.js')
      const whole = processorTime(process.execPath, [cli, 'logs', 'check', '--json', file])
      checked.push(whole.seconds)
      megabytes = Math.max(megabytes, whole.megabytes)
    }
    const remarks = `${spread(own)}; peer ${spread(awk)}; logs check ${spread(checked)}`
    const peer = { name: 'awk', seconds: median(awk) }
    return [
      againstPeer(
        `parse ${lines.toLocaleString('en')} Squid lines, processor time`,
        peer,
        median(own),
        3,
        remarks
      ),
      {
        ...{ work: 'the same, memory at the most', peer: null, own: megabytes, unit: 'MB', value: megabytes },
        ...{ bar: 400, remarks: 'logs check' }
      }
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function sumOwn(file: string): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  const opened = must(await localLogs.open(file))
  const reading = new LogReading(squid).begin(opened.changedAt, {
    event({ person, details }) {
      const user = person ?? '-'
      const sum = sums.get(user)
      const bytes = Number(details['bytes'])
      // A key of its own: a part of a line keeps the whole piece of the file in memory.
      if (sum === undefined) sums.set(Buffer.from(user).toString(), bytes)
      else sums.set(user, sum + bytes)
    },
    parsed: () => undefined,
    rejected: () => undefined
  })
  await opened.read((piece) => reading.take(piece))
  reading.end()
  return sums
}
