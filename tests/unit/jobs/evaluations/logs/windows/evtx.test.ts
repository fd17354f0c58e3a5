import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BinaryXml,
  Malformed,
  type ContentTaker
} from '../../../../../../src-main/jobs/evaluations/logs/formats/windows/binaryXml'
import { recognise } from '../../../../../../src-main/jobs/evaluations/logs/recognition'
import { evtxFile } from '../../../../support/evtxFile'
import { readLog } from '../../../../support/readLog'
import { inTurn, windowsEvents as windows } from '../../../../support/windowsEvents'

const chunk = 65_536
const head = 4_096
const pupils = (count: number, first = 0) =>
  inTurn(
    Array.from({ length: count }, (_, index) => windows.signIn({ TargetUserName: `pupil${first + index}` }))
  )

describe('EVTX', () => {
  it.each([70, 4_096, 65_536, 1_000_000])('reads chunks from pieces of %i bytes', (pieceBytes) => {
    const log = readLog('evtx', evtxFile(pupils(600), { spareChunks: 2 }), { pieceBytes })
    expect(log).toMatchObject({ lines: 600, parsed: 600, rejected: 0 })
    expect(log.events.map(({ person }) => person)).toEqual(
      Array.from({ length: 600 }, (_, index) => String.raw`SCHULE\pupil${index}`)
    )
  })

  it('is recognised by its first bytes, however little can be read', () => {
    const file = evtxFile(pupils(300)).subarray(0, chunk)
    file.fill(0xff, 5_000, 60_000)
    expect(recognise(file, 0)).toMatchObject({ format: { name: 'evtx' }, certainty: 1 })
  })

  it('says where a file is cut off, and reads what stands before', () => {
    const file = evtxFile(pupils(200))
    const log = readLog('evtx', file.subarray(0, head + 40_000))
    expect(log.events.length).toBeGreaterThan(50)
    expect(log.parsed + log.rejected).toBe(log.lines)
    expect(log.rejections).toEqual([['cutOff', head, 1]])
  })

  it('reads the rest of a damaged chunk and says so; nothing in it is proved any more', () => {
    const file = evtxFile(pupils(600))
    const whole = readLog('evtx', file)
    file.fill(0, head + 512 + 20_000, head + 512 + 20_600)
    const log = readLog('evtx', file)
    expect(log.rejections).toContainEqual(['blockDamaged', head, 1])
    expect(log.parsed).toBeGreaterThan(590)
    expect(log.parsed).toBeLessThan(600)
    const sureOf = (from: number, until: number): Set<string> =>
      new Set(log.events.filter(({ offset }) => offset >= from && offset < until).map(({ surety }) => surety))
    expect(sureOf(head, head + chunk)).toEqual(new Set(['claimed']))
    expect(sureOf(head + chunk, head + 2 * chunk)).toEqual(new Set(['proved']))
    const known = new Set(whole.events.map(({ person }) => person))
    for (const { person } of log.events) expect(known).toContain(person)
  })

  it('reads chunks that have lost their signature', () => {
    const file = evtxFile(pupils(600))
    file.fill(0, head, head + 128)
    const log = readLog('evtx', file)
    expect(log).toMatchObject({ parsed: 600, rejections: [['blockDamaged', head, 1]] })
  })

  it('a chunk of rubbish is one thing rejected', () => {
    const file = evtxFile(pupils(600))
    file.fill(0xab, head, head + chunk)
    const log = readLog('evtx', file)
    expect(log.rejections).toEqual([['blockDamaged', head, 1]])
    expect(log.parsed).toBeGreaterThan(300)
  })

  it('counts what is no event log at all', () => {
    expect(readLog('evtx', 'anna\n'.repeat(3_000))).toMatchObject({
      ...{ lines: 2, parsed: 0 },
      rejections: [
        ['malformed', 0, 1],
        ['cutOff', head, 1]
      ]
    })
    expect(readLog('evtx', '')).toMatchObject({ lines: 0, rejections: [] })
  })

  it('accounts for everything, within bounded time, whatever bytes are changed', () => {
    const events = inTurn([windows.signIn(), windows.process(), windows.refused(), windows.ticket()])
    const sound = evtxFile(Array.from({ length: 40 }, () => events).flat())
    const change = fc.tuple(
      fc.integer({ min: 0, max: sound.length - 1 }),
      fc.oneof(fc.constantFrom(0, 1, 0x0c, 0x21, 0x7f, 0xff), fc.integer({ min: 0, max: 255 })),
      fc.integer({ min: 1, max: 8 })
    )
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
        const file = Buffer.from(sound)
        for (const [at, byte, length] of changes) file.fill(byte, at, Math.min(file.length, at + length))
        const begun = performance.now()
        const log = readLog('evtx', file)
        expect(performance.now() - begun).toBeLessThan(2_000)
        expect(log.parsed + log.rejected).toBe(log.lines)
        expect(log.lines).toBeLessThan(400)
      }),
      { numRuns: 300 }
    )
  })

  it('a record without the number of its event is none', () => {
    const file = evtxFile(pupils(1))
    const at = file.indexOf(Buffer.from('EventID', 'utf16le'))
    file.write('EventIX', at, 'utf16le')
    expect(readLog('evtx', file)).toMatchObject({ parsed: 0, events: [] })
  })
})

describe('binary XML, made to keep a reader busy', () => {
  const taker: ContentTaker = { system: () => undefined, wantsMore: () => true, dataItem: () => undefined }
  const name = (text: string, at: number): Buffer => {
    const bytes = Buffer.alloc(14 + text.length * 2)
    bytes.writeUInt32LE(at + 4, 0)
    bytes.writeUInt16LE(text.length, 10)
    bytes.write(text, 12, 'utf16le')
    return bytes
  }

  it('does not write out one large value thousands of times', () => {
    const parts = 4_000
    const valueBytes = 20_000
    const element = Buffer.concat([Buffer.from([0x01, 0, 0, 0, 0, 0, 0]), name('A', 41)])
    const uses = Buffer.alloc(parts * 4, Buffer.from([0x0d, 0, 0, 1]))
    const content = Buffer.concat([element, Buffer.from([0x02]), uses, Buffer.from([0x04, 0])])
    const opening = Buffer.alloc(34)
    opening.set([0x0c, 1])
    opening.writeUInt32LE(10, 6)
    opening.writeUInt32LE(content.length, 30)
    const values = Buffer.alloc(8 + valueBytes)
    values.writeUInt32LE(1, 0)
    values.writeUInt16LE(valueBytes, 4)
    values.writeUInt8(1, 6)
    const bytes = Buffer.concat([opening, content, values])
    expect(() => new BinaryXml(bytes).read(0, bytes.length, taker)).toThrow(Malformed)
  })

  it('does not read one long run of tokens again for each record', () => {
    const bytes = Buffer.alloc(65_536, 0x0f)
    bytes.writeUInt8(0, 65_000)
    const xml = new BinaryXml(bytes)
    const readFrom = (at: number): boolean => {
      try {
        xml.read(at, 65_000, taker)
        return true
      } catch {
        return false
      }
    }
    const rounds = Array.from({ length: 200 }, (_, round) => readFrom(round * 4))
    expect(rounds[0]).toBe(true)
    expect(rounds.at(-1)).toBe(false)
  })
})
