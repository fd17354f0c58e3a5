import { appendFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { logSourceSchema } from '../../../../../src-main/contract/orders'
import { succeed } from '../../../../../src-main/contract/result'
import { codeOf, valueOf } from '../../../support/sanctionsSchool'
import { blockedRule, squidLine, StandingSchool, tunnelRule } from '../../../support/standingSchool'

const minute = 60_000
const hour = 60 * minute
const tunnel = 'de12.nordvpn.com'

let school: StandingSchool
let ends: (() => Promise<void>)[]
/** When the standing order is given; a whole minute later everything begins. */
let begun: number

beforeEach(async () => {
  ends = []
  school = await StandingSchool.open((close) => void ends.push(close))
  begun = Math.ceil(Date.now() / minute) * minute + minute
})
afterEach(async () => {
  for (const end of ends.reverse()) await end()
})

/** Lines so many minutes after the beginning. */
const line = (after: number, person = 'k.beispiel', host = tunnel): string =>
  squidLine(begun + after * minute, person, host)

async function dueAt(after: number) {
  school.at(begun + after * minute)
  return school.due()
}

describe('P19: the rules of a standing order', () => {
  it('find what came since it was given, and nothing that was there before', async () => {
    await school.write(squidLine(Date.now() - hour, 'k.beispiel', tunnel))
    await school.give()
    expect((await dueAt(1)).standing).toEqual({ found: 0, grown: 0, expired: 0 })
    await appendFile(school.log, line(2) + line(3) + line(4, 'm.muster', 'schule.example') + line(30))
    expect((await dueAt(31)).standing).toEqual({ found: 1, grown: 0, expired: 0 })
    const [matter, ...others] = school.matters
    expect(others).toEqual([])
    expect(matter).toMatchObject({ rule: tunnelRule, count: 2, matters: 'one' })
    expect(matter?.from).toBe(new Date(begun + 2 * minute).toISOString())
    expect(matter?.pseudonyms).toEqual([expect.stringMatching(/^person:[0-9A-HJKMNP-TV-Z]{10}$/)])
  })

  it('make one flag of the same matter, which grows, and another one of another person', async () => {
    await school.give()
    await school.write(line(1) + line(40, 'x', 'schule.example'))
    await dueAt(41)
    await appendFile(
      school.log,
      line(42) + line(43, 'K.Beispiel') + line(44, 'm.muster') + line(80, 'x', 'a.example')
    )
    expect((await dueAt(81)).standing).toEqual({ found: 1, grown: 1, expired: 0 })
    expect(school.matters.map(({ count }) => count).sort()).toEqual([1, 3])
    // Closed, the same is a new flag.
    const { leadership } = school.orders.people
    const flags = school.orders.flags
    const open = await flags.as(leadership, 'flags.query', { text: '', standing: null, offset: 0, limit: 9 })
    for (const { id, version } of open.ok ? open.value.rows : [])
      await flags.as(leadership, 'flags.answer', {
        ...{ flag: id, version, outcome: 'closed', reason: 'Geklärt.', message: '' },
        passphrase: leadership.passphrase
      })
    await appendFile(school.log, line(90) + line(120, 'x', 'a.example'))
    expect((await dueAt(121)).standing).toEqual({ found: 1, grown: 0, expired: 0 })
    expect(school.matters).toHaveLength(3)
  })

  it('are found in whatever file the log lies by then: rotated, packed, begun anew', async () => {
    await school.give()
    await school.write(line(1) + line(20, 'x', 'a.example'))
    await dueAt(21)
    await appendFile(school.log, line(22))
    await writeFile(`${school.log}.2.gz`, gzipSync(line(1) + line(20, 'x', 'a.example') + line(22)))
    await rename(school.log, `${school.log}.1`)
    await writeFile(`${school.log}.1`, line(50))
    await school.write(line(60) + line(90, 'x', 'a.example'))
    await dueAt(91)
    expect(school.matters).toMatchObject([{ count: 4 }])
  })

  it('count a burst once that lies on both sides of a run', async () => {
    await school.give({ rules: [blockedRule] })
    const blocked = (after: number, place: number): string =>
      squidLine(begun + after * minute + place * 9_000, 'k.beispiel', `spiel${place}.example`, 403)
    const burst = Array.from({ length: 30 }, (_, place) => blocked(1, place))
    await school.write(burst.slice(0, 14).join('') + line(3, 'x', 'a.example'))
    await dueAt(4)
    expect(school.matters).toEqual([])
    // The log says something again, a quarter of an hour later: by then all of the first half was considered.
    await school.write([...burst.slice(0, 14), ...burst.slice(14)].join('') + line(25, 'x', 'a.example'))
    await dueAt(26)
    const [matter] = school.matters
    expect(matter?.count).toBeGreaterThanOrEqual(20)
    await dueAt(200)
    expect(school.matters).toEqual([matter])
  })

  it('say what could not be read, and are not hindered by it', async () => {
    await school.give()
    await school.write(line(1) + line(30, 'x', 'a.example'))
    await writeFile(
      `${school.log}.1.gz`,
      Buffer.concat([gzipSync(line(0)).subarray(0, 20), Buffer.alloc(30)])
    )
    const { standing, waiting } = await dueAt(31)
    expect(standing).toEqual({ found: 1, grown: 0, expired: 0 })
    expect(waiting?.map(({ failure }) => failure.code)).toEqual(['standingOrders.sourceUnread'])
  })

  it('say that nothing is there, and begin where it comes', async () => {
    await school.give()
    expect((await dueAt(1)).waiting?.map(({ failure }) => failure.code)).toEqual([
      'standingOrders.sourceUnread'
    ])
    await school.write(line(2) + line(40, 'x', 'a.example'))
    expect(await dueAt(41)).toMatchObject({ standing: { found: 1 }, waiting: [] })
  })

  it('tell of lines that came too late to be looked at', async () => {
    const { id } = await school.give()
    await school.write(line(5, 'x', 'a.example') + line(60, 'x', 'a.example'))
    await dueAt(61)
    await school.write(
      line(5, 'x', 'a.example') + line(10) + line(60, 'x', 'a.example') + line(90, 'x', 'a.example')
    )
    await dueAt(91)
    const shown = await school.as(school.orders.people.leadership, 'standingOrders.order', {
      standingOrder: id
    })
    expect(shown.ok && shown.value.lastRun.missed).toBe(1)
  })

  it('gather what a rule finds very often in one flag, and name at most so many', async () => {
    await school.give()
    const lines = Array.from({ length: 90 }, (_, place) => line(1 + place / 60, `person${place}`))
    await school.write(lines.join('') + line(40, 'x', 'a.example'))
    await dueAt(41)
    expect(school.matters).toHaveLength(11)
    expect(school.matters.filter(({ matters }) => matters === 'many')).toMatchObject([{ count: 80 }])
    expect(Math.max(...school.matters.map(({ pseudonyms }) => pseudonyms.length))).toBe(50)
  })

  it('name the same person the same within one standing order, and otherwise in another', async () => {
    await school.give()
    await school.give()
    await school.write(line(1, 'k.beispiel') + line(2, 'SCHULE\\k.beispiel') + line(40, 'x', 'a.example'))
    await dueAt(41)
    const named = school.matters.flatMap(({ pseudonyms }) => pseudonyms)
    expect(school.matters.map(({ count }) => count)).toEqual([2, 2])
    expect(new Set(named).size).toBe(2)
  })

  it('run no more with another text than was signed, which is said', async () => {
    await school.give()
    await school.write(line(1) + line(40, 'x', 'a.example'))
    const { readRules } = school.options
    const room = school.start({
      async readRules(ids) {
        const read = await readRules(ids)
        if (!read.ok) return read
        return succeed(read.value.map((rules) => rules.map((rule) => ({ ...rule, sha256: 'f'.repeat(64) }))))
      }
    })
    school.at(begun + 41 * minute)
    const { waiting } = valueOf(await room.dueWork())
    expect(waiting?.map(({ failure }) => failure.code)).toContain('standingOrders.ruleChanged')
    expect(school.matters).toEqual([])
  })

  it('run no more once it was withdrawn', async () => {
    const { leadership } = school.orders.people
    const { id, version } = await school.give()
    await school.write(line(1) + line(40, 'x', 'a.example'))
    const withdrawn = await school.as(leadership, 'standingOrders.withdraw', {
      ...{ standingOrder: id, version, reason: 'Nicht mehr nötig.', passphrase: leadership.passphrase }
    })
    expect(withdrawn.ok && withdrawn.value.state).toBe('withdrawn')
    await dueAt(41)
    expect(school.matters).toEqual([])
  })

  it('of the app run once an hour; asked for, at once', async () => {
    school.kind = 'window'
    await school.give()
    await school.write(line(1) + line(30, 'x', 'a.example'))
    await dueAt(31)
    await appendFile(school.log, line(32) + line(50, 'x', 'a.example'))
    expect((await dueAt(60)).standing?.grown).toBe(0)
    expect((await dueAt(95)).standing?.grown).toBe(1)
  })

  it('need the PC on which it began: its secret opens nowhere else', async () => {
    await school.give()
    await school.write(line(1) + line(40, 'x', 'a.example'))
    await dueAt(2)
    const elsewhere = school.start({ secretBox: { ...noBox } })
    school.at(begun + 41 * minute)
    expect((await school.due(elsewhere)).waiting?.map(({ failure }) => failure.code)).toEqual([
      'standingOrders.keyLost'
    ])
    expect(school.matters).toEqual([])
  })
})

const noBox = {
  seal: () => new Uint8Array(),
  open: () => null,
  derive: () => new Uint8Array(32)
}

describe('P19, P24: a standing order', () => {
  it.each([
    ['a source that holds contents', { contents: true }, 'standingOrders.sourceHoldsContents'],
    [
      'a server that is asked',
      {
        server: { kind: 'journalGateway', caCertificate: null, hosts: [], units: [], identifiers: [] },
        path: 'http://127.0.0.1:19531'
      },
      'standingOrders.sourceIsServer'
    ]
  ] as const)('is not given over %s', async (_, told, code) => {
    const source = { ...school.source, ...told }
    const room = school.start({
      settings: { logSources: async () => succeed([logSourceSchema.parse(source)]) }
    })
    const { leadership } = school.orders.people
    expect(codeOf(await school.as(leadership, 'standingOrders.give', school.order(), room))).toBe(code)
    const prepared = valueOf(await school.as(leadership, 'standingOrders.prepare', undefined, room))
    expect(prepared.sources).toEqual([])
  })
})

describe('P19: its flags and its secret', () => {
  it('a flag expires when nobody acts; the secret of one that is over goes with its last flag', async () => {
    const room = school.start()
    const { id, version } = await school.give({ flagDays: 1 })
    await school.write(line(1) + line(40, 'x', 'a.example'))
    await dueAt(41)
    expect(await room.stands.read(id)).not.toBeNull()
    const { leadership } = school.orders.people
    await school.as(leadership, 'standingOrders.withdraw', {
      ...{ standingOrder: id, version, reason: 'Nicht mehr nötig.', passphrase: leadership.passphrase }
    })
    await school.due()
    expect(await room.stands.read(id)).not.toBeNull()
    const [flag] = school.ledger.ofKind('flag.found')
    const query = { text: '', standing: null, offset: 0, limit: 9 }
    const listed = await school.orders.flags.as(leadership, 'flags.query', query)
    const [row] = listed.ok ? listed.value.rows : []
    expect(row).toMatchObject({ id: flag?.statement.body['flag'], reporter: null, state: 'open' })
    await school.orders.flags.as(leadership, 'flags.answer', {
      ...{
        flag: row?.id ?? '',
        version: row?.version ?? 0,
        outcome: 'closed',
        reason: 'Geklärt.',
        message: ''
      },
      passphrase: leadership.passphrase
    })
    await school.due()
    expect(await room.stands.read(id)).toBeNull()
  })

  it('no line, name, address or host of a log lies anywhere in the case file', async () => {
    await school.give()
    const [person, host] = ['kanarienvogel', 'ca12.nordvpn.com']
    await school.write(line(1, person, host) + line(40, person, 'kanarienseite.example'))
    await dueAt(41)
    expect(school.matters).toHaveLength(1)
    const { readdir, readFile } = await import('node:fs/promises')
    const { folder } = school.orders.flags.school
    const files = await readdir(folder)
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const bytes = await readFile(join(folder, name))
      for (const word of [person, 'nordvpn', 'kanarienseite', '10.1.2.3'])
        expect(bytes.includes(word)).toBe(false)
    }
  })
})
