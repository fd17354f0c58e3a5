import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BinaryXml } from '../../../src-main/jobs/evaluations/logs/formats/windows/binaryXml'
import {
  chunkBytes,
  firstRecord,
  recordAt,
  recordHead
} from '../../../src-main/jobs/evaluations/logs/formats/windows/blocks'
import { dataNames } from '../../../src-main/jobs/evaluations/logs/formats/windows/positions'
import { RecordContent } from '../../../src-main/jobs/evaluations/logs/formats/windows/evtx'
import { CommandLine } from '../support/commandLine'
import { evtxFile } from '../../unit/support/evtxFile'
import { readLog } from '../../unit/support/readLog'
import { inTurn, windowsEvents } from '../../unit/support/windowsEvents'

/** Real logs of Windows, which are not the project's own: beside it, or where this variable says. */
const samples =
  process.env['NETZWART_EVTX_SAMPLES'] ??
  join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'data', 'evtx')
const areThere = existsSync(join(samples, 'security.evtx'))
if (!areThere) {
  process.stderr.write(
    `No real event logs of Windows at ${samples} (NETZWART_EVTX_SAMPLES): nothing is compared with them.\n`
  )
}

/** One record, whoever has read it. */
interface Comparable {
  readonly id: string
  readonly provider: string
  readonly time: string
  readonly channel: string
  readonly computer: string
  /** Name and text of what has a name, in its order. */
  readonly data: readonly string[]
}

class Everything extends RecordContent {
  override wantsMore(): boolean {
    return true
  }
}

/** What Netzwart reads of a file, and the names of all data in their order. */
function own(file: Buffer): (Comparable & { readonly names: readonly string[] })[] {
  const records: (Comparable & { readonly names: readonly string[] })[] = []
  for (let from = 4_096; from < file.length; from += chunkBytes) {
    const chunk = file.subarray(from, from + chunkBytes)
    const xml = new BinaryXml(chunk)
    for (let at = firstRecord; at < chunk.length;) {
      const record = recordAt(chunk, at)
      if (record === null) break
      const content = new Everything()
      xml.read(at + recordHead, at + record.size - 4, content)
      records.push({
        id: String(content.eventId),
        provider: content.provider,
        time: content.time === null ? '' : new Date(content.time.time).toISOString(),
        channel: content.channel,
        computer: content.computer,
        data: written(content.items),
        names: [...content.items.keys()]
      })
      at += record.size
    }
  }
  return records
}

/** libevtx fills hexadecimal numbers up, python-evtx writes large letters, both write braces and spaces as they like. */
function alike(text: string): string {
  const bare = withoutControls(text).replaceAll('\r', '').trim()
  if (/^0x[0-9a-f]+$/i.test(bare)) return `0x${BigInt(bare).toString(16)}`
  if (/^\d{4}-\d\d-\d\d[ T]\d\d:/.test(bare)) return instant(bare)
  return /^\{[0-9a-f-]{36}\}$/i.test(bare) ? bare.toUpperCase() : bare
}

function withoutControls(text: string): string {
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
}

/** `2018-03-06 08:13:41.372459+00:00` and `2018-03-06T08:13:41.372459000Z`, to the millisecond. */
function instant(text: string): string {
  const [, day = '', time = '', fraction = ''] = /^(\S{10})[ T](\S{8})(?:\.(\d+))?/.exec(text) ?? []
  return `${day}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
}

/** Elements that hold nothing are no data, whether somebody writes them or not; lists without names are in no event of interest. */
function written(data: ReadonlyMap<string, string>): string[] {
  return [...data]
    .filter(([name]) => name !== 'Data')
    .map(([name, text]) => `${name}=${alike(text)}`)
    .filter((line) => !line.endsWith('='))
}

/** What another program has written as XML. */
function theirs(xml: string): Comparable[] {
  const records: Comparable[] = []
  const parser = new SaxesParser()
  let open: { path: string; tag: SaxesTagPlain; text: string }[] = []
  let system = new Map<string, string>()
  let data = new Map<string, string>()
  parser.on('opentag', (tag) => {
    if (tag.name === 'Event') {
      open = []
      system = new Map()
      data = new Map()
    }
    open.push({ path: tag.name, tag, text: '' })
    const parent = open.at(-2)?.path
    if (parent === 'System')
      for (const [name, value] of Object.entries(tag.attributes)) system.set(`${tag.name}@${name}`, value)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += text
  })
  parser.on('closetag', (tag) => {
    const element = open.pop()
    const parent = open.at(-1)?.path
    if (element === undefined) return
    if (parent === 'System') system.set(tag.name, element.text.trim())
    const label = element.tag.attributes['Name'] ?? tag.name
    if (parent !== 'System' && !data.has(label)) data.set(label, element.text)
    if (tag.name !== 'Event') return
    const of = (name: string): string => system.get(name) ?? ''
    records.push({
      id: of('EventID'),
      provider: of('Provider@Name'),
      time: instant(of('TimeCreated@SystemTime')),
      channel: of('Channel'),
      computer: of('Computer'),
      data: written(data)
    })
  })
  // What XML cannot hold, both write all the same; documents stand one behind the other without a root.
  const clean = withoutControls(xml)
  parser.write(`<Events>${clean.slice(clean.indexOf('<Event'))}</Events>`).close()
  return records
}

function said(program: string, ...words: readonly string[]): Comparable[] {
  return theirs(execFileSync(program, words, { maxBuffer: 1e9, encoding: 'utf8' }))
}
const evtxexport = (file: string): Comparable[] => said('evtxexport', '-f', 'xml', file)
const pythonEvtx = (file: string): Comparable[] => said('evtx_dump.py', file)

/** Compares records one by one, since the whole is too large to be shown. */
function compare(others: readonly Comparable[], ours: ReturnType<typeof own>): void {
  expect(others.length).toBe(ours.length)
  for (const [index, { names: _, ...record }] of ours.entries()) {
    const other = others[index]
    if (other === undefined) throw new Error('a record is missing')
    expect({ ...other, time: near(other.time, record.time), data: other.data.map(nearTo(record)) }).toEqual(
      record
    )
  }
}

/** python-evtx reckons times in fractions that are not exact: a millisecond apart is the same. */
function near(other: string, ours: string): string {
  return Math.abs(Date.parse(other) - Date.parse(ours)) <= 1 ? ours : other
}

function nearTo({ data }: Comparable): (item: string, index: number) => string {
  return (item, index) => {
    const [name = '', text = ''] = item.split(/=(.*)/s)
    const [, ours = ''] = data[index]?.split(/=(.*)/s) ?? []
    return /^\d{4}-\d\d-\d\dT/.test(text) ? `${name}=${near(text, ours)}` : item
  }
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'netzwart-evtx-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('logs check', () => {
  it('counts the records of an event log, and shows nothing of what stands in them (P19)', async () => {
    const commandLine = await CommandLine.create()
    try {
      const file = join(folder, 'Security.evtx')
      const bytes = evtxFile(inTurn(Object.values(windowsEvents).map((make) => make())))
      writeFileSync(file, bytes)
      const sound = await commandLine.run(['logs', 'check', '--json', file])
      expect(sound).toMatchObject({ code: 0, stderr: '' })
      expect(JSON.parse(sound.stdout)).toMatchObject([
        {
          ...{ format: 'evtx', lines: 11, parsed: 11, rejected: {} },
          events: { signIn: 3, signInRefused: 2, signOut: 2, access: 1, accountLocked: 1, processStart: 1 }
        }
      ])
      writeFileSync(file, bytes.subarray(0, 40_000))
      const damaged = await commandLine.run(['logs', 'check', '--json', file])
      expect(JSON.parse(damaged.stdout)).toMatchObject([{ parsed: 11, rejected: { cutOff: 1 } }])
      for (const { stdout } of [sound, damaged]) expect(stdout).not.toMatch(/anna|PC01|schule/i)
    } finally {
      await commandLine.remove()
    }
  })
})

describe('event logs that the tests make (P7, P22)', () => {
  it('are read by libevtx and python-evtx as by Netzwart', () => {
    const kinds = Object.values(windowsEvents).map((make) => make())
    const events = inTurn(Array.from({ length: 30 }, () => kinds).flat())
    const file = join(folder, 'made.evtx')
    const bytes = evtxFile(events, { firstNumber: 7 })
    writeFileSync(file, bytes)
    const read = own(bytes)
    expect(read.length).toBe(events.length)
    compare(evtxexport(file), read)
    compare(pythonEvtx(file), read)
  })
})

// A test that is left out counts as failed: where there is nothing to compare, there is none.
if (areThere) describe('real event logs of Windows (P7, P22)', compareRealLogs)

function compareRealLogs(): void {
  it.each([
    ['security.evtx', 2_261],
    ['system.evtx', 1_881],
    ['new-user-security.evtx', 4]
  ])('%s, record by record as libevtx reads it', (name, count) => {
    const file = join(samples, name)
    const bytes = readFileSync(file)
    const read = own(bytes)
    expect(read.length).toBe(count)
    compare(evtxexport(file), read)
    expect(readLog('evtx', bytes)).toMatchObject({ lines: count, parsed: count, rejected: 0 })
  })

  it('the data of events have the order that exports without names rely on', () => {
    const seen = new Set<string>()
    for (const { id, names } of own(readFileSync(join(samples, 'security.evtx')))) {
      const known = dataNames[Number(id)]
      if (known === undefined) continue
      seen.add(id)
      expect(names.slice(0, known.length)).toEqual(known.slice(0, names.length))
    }
    expect([...seen].toSorted()).toEqual(['4608', '4624', '4634', '4647'])
  })

  it('security.evtx, record by record as python-evtx reads it', () => {
    // It needs half a minute for all of it.
    const chunks = 6
    const bytes = readFileSync(join(samples, 'security.evtx')).subarray(0, 4_096 + chunks * chunkBytes)
    bytes.writeUInt16LE(chunks, 42)
    const file = join(folder, 'part.evtx')
    writeFileSync(file, bytes)
    compare(pythonEvtx(file), own(bytes))
  })

  it('a damaged one gives all that libevtx and python-evtx find in it, and more', () => {
    const file = join(samples, 'sample_with_a_bad_chunk_magic.evtx')
    const log = readLog('evtx', readFileSync(file))
    expect(log.parsed).toBeGreaterThanOrEqual(evtxexport(file).length)
    expect(log.parsed).toBeGreaterThanOrEqual(pythonEvtx(file).length)
    expect(log.rejected).toBeGreaterThanOrEqual(5)
    expect(log.rejections.map(([reason]) => reason)).toContain('blockDamaged')
    expect(log.parsed + log.rejected).toBe(log.lines)
  })
}
