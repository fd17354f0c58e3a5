import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { ensureBuild } from '../../scripts/setup/build.mjs'
import { root } from '../../scripts/setup/places.mjs'
import { evtx } from '../../src-main/jobs/evaluations/logs/formats/windows/evtx'
import { LogReading } from '../../src-main/jobs/evaluations/logs/reading'
import { localLogs } from '../../src-main/world/logs/local'
import { evtxFile, type EvtxEvent } from '../../tests/unit/support/evtxFile'
import { inTurn, windowsEvents } from '../../tests/unit/support/windowsEvents'
import { processorTime, timed } from '../support/processorTime'
import { againstPeer, median, spread, type Row } from '../support/row'
import { must } from '../support/school'

const rounds = 3
const chunkBytes = 65_536
const headBytes = 4_096
const firstRecord = 512

/**
 * Reads a Windows event log into events, and as `logs check`; `evtxexport` of libevtx writes all of it as text. Processor time, since both have
 * one thread and the disk's cache. The log is a real one over and over where the samples are, else a made one.
 */
export async function readEventLog(): Promise<readonly Row[]> {
  ensureBuild()
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  try {
    const samples = process.env['NETZWART_EVTX_SAMPLES'] ?? join(root, '..', 'shared', 'data', 'evtx')
    const real = join(samples, 'security.evtx')
    const file = join(folder, 'Security.evtx')
    if (existsSync(real)) {
      await writeFile(file, repeated(await readFile(real), 10))
      return await measured('a real Security log, 10 times', file, 'text')
    }
    await writeFile(file, evtxFile(madeEvents(60_000)))
    // As text it exports only what has all that Windows writes around an event.
    return await measured('a made Security log', file, 'xml')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(what: string, file: string, form: 'text' | 'xml'): Promise<readonly Row[]> {
  const [own, peer, checked]: [number[], number[], number[]] = [[], [], []]
  let megabytes = 0
  let records = 0
  for (let round = 0; round < rounds; round++) {
    records = await timed(own, () => readOwn(file))
    const exported = processorTime('evtxexport', ['-f', form, file])
    peer.push(exported.seconds)
    if (exported.output.split(form === 'text' ? '\nEvent number' : '\n<Event').length - 1 !== records)
      throw new Error('evtxexport reads another number of records')
    const cli = join(root, 'out', 'main', 'cli.js')
    const whole = processorTime(process.execPath, [cli, 'logs', 'check', '--json', file])
    checked.push(whole.seconds)
    megabytes = Math.max(megabytes, whole.megabytes)
  }
  const work = `read ${what} (${records.toLocaleString('en')} records), processor time`
  const remarks = `${spread(own)}; peer ${spread(peer)}; logs check ${spread(checked)}`
  return [
    againstPeer(work, { name: 'evtxexport', seconds: median(peer) }, median(own), 0.5, remarks),
    {
      ...{ work: 'the same, memory at the most', peer: null, own: megabytes, unit: 'MB', value: megabytes },
      ...{ bar: 400, remarks: 'logs check' }
    }
  ]
}

async function readOwn(file: string): Promise<number> {
  const opened = must(await localLogs.open(file))
  const reading = new LogReading(evtx).begin(opened.changedAt, {
    event: () => undefined,
    parsed: () => undefined,
    rejected: () => {
      throw new Error('every record can be read')
    }
  })
  await opened.read((piece) => reading.take(piece))
  reading.end()
  return reading.lines
}

function madeEvents(count: number): readonly EvtxEvent[] {
  const { signIn, signOut, process: started } = windowsEvents
  return inTurn(
    Array.from({ length: count }, (_, index) => {
      const pupil = { TargetUserName: `m.muster${index % 1_200}`, TargetLogonId: BigInt(index) }
      if (index % 3 === 0) return signIn(pupil)
      return index % 3 === 1 ? started({ SubjectUserName: pupil.TargetUserName }) : signOut(pupil)
    })
  )
}

/** The chunks of a log, so many times, with numbers that go on and checksums that are right. */
function repeated(log: Buffer, times: number): Buffer {
  const head = Buffer.from(log.subarray(0, headBytes))
  const chunks: Buffer[] = []
  let next = 1n
  for (let time = 0; time < times; time++) {
    for (let from = headBytes; from + chunkBytes <= log.length; from += chunkBytes) {
      const chunk = Buffer.from(log.subarray(from, from + chunkBytes))
      // Windows makes a log longer before it has something to write.
      if (chunk[0] === 0) continue
      const free = chunk.readUInt32LE(48)
      const first = next
      for (let at = firstRecord; at < free; at += chunk.readUInt32LE(at + 4))
        chunk.writeBigUInt64LE(next++, at + 8)
      for (const place of [8, 24]) chunk.writeBigUInt64LE(first, place)
      for (const place of [16, 32]) chunk.writeBigUInt64LE(next - 1n, place)
      chunk.writeUInt32LE(crc32(chunk.subarray(firstRecord, free)), 52)
      chunk.writeUInt32LE(crc32(chunk.subarray(128, firstRecord), crc32(chunk.subarray(0, 120))), 124)
      chunks.push(chunk)
    }
  }
  head.writeBigUInt64LE(BigInt(chunks.length - 1), 16)
  head.writeBigUInt64LE(next, 24)
  head.writeUInt16LE(chunks.length, 42)
  head.writeUInt32LE(crc32(head.subarray(0, 120)), 124)
  return Buffer.concat([head, ...chunks])
}
