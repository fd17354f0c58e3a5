import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseInput } from '../../../../src-main/contract/input'
import type { NewOrder } from '../../../../src-main/contract/orders'
import { readOrder, wordsOf } from '../../../../src-main/jobs/evaluations/orders/records'
import { addressOf } from '../../../../src-main/jobs/evaluations/orders/addresses'
import { schoolWindow, windowOf } from '../../../../src-main/jobs/evaluations/orders/window'
import { readPack } from '../../../../src-main/jobs/evaluations/rules/pack'
import { reads } from '../../../../src-main/jobs/journal/entries'
import { localFiles } from '../../../../src-main/world/files/local'
import { inFours } from '../../../../src-main/core/documents/words'
import { combinations } from '../../support/combinations'
import { wordsOn } from '../../support/documentSamples'
import { mailServer, OrdersSchool, rule, webFilter } from '../../support/ordersSchool'
import type { SchoolPerson } from '../../support/sanctionsPeople'
import { codeOf, valueOf } from '../../support/sanctionsSchool'

/** One school for all of them, since its keys are costly: no test counts on being the first. */
let school: OrdersSchool
let people: OrdersSchool['people']
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  school = await OrdersSchool.open((close) => void ends.push(close))
  ;({ people } = school)
  return async () => {
    for (const end of ends) await end()
  }
}, 120_000)

/** What giving this answers; nothing is said to the ledger where it is refused. */
async function refusal(told: Partial<NewOrder>, who: SchoolPerson = people.leadership): Promise<string> {
  const before = school.ledger.items.length
  const answer = await school.as(who, 'orders.give', school.order({ passphrase: who.passphrase, ...told }))
  const code = codeOf(answer)
  expect(school.ledger.items).toHaveLength(before)
  return code
}

describe('giving an order', () => {
  it('P20, P22: is one signed statement of the leadership that says what may be read, and nothing is read', async () => {
    const before = school.ledger.items.length
    const given = await school.give({ addresses: ['A4-5E-60-12-34-56', '10.1.2.3'] })
    expect(school.ledger.items).toHaveLength(before + 1)
    expect(given).toMatchObject({
      ...{ state: 'given', contents: false, by: { person: people.leadership.actor.person } },
      content: {
        from: { time: '11:30' },
        until: { time: '12:15' },
        addresses: ['a4:5e:60:12:34:56', '10.1.2.3']
      },
      details: { sources: [{ name: 'Webfilter' }], rules: [{ id: rule, title: { de: 'Tunnel' } }] }
    })
    const record = readOrder(school.ledger, given.id)!
    expect(record.given.signedBy).toMatchObject({ kind: 'person', person: people.leadership.actor.person })
    expect(record.given.statement.body).toEqual({
      ...{ order: given.id, contents: false, expires: school.day(14), flag: null },
      evaluators: [people.evaluator, school.second].map(({ actor }) => actor.person)
    })
    const { scope } = wordsOf(school.ledger, record)!
    expect(scope.sources).toEqual([webFilter])
    expect(Date.parse(scope.until) - Date.parse(scope.from)).toBe(46 * 60_000)
    expect(school.ledger.verification.problems).toEqual([])
  })

  it('P25: the body, which administrators read, does not say whom it is about', async () => {
    const { id } = await school.give()
    const { statement } = readOrder(school.ledger, id)!.given
    expect(JSON.stringify(statement)).not.toContain(school.flags.pupil.id)
  })

  it('needs the passphrase', async () => {
    expect(await refusal({ passphrase: 'falsch' })).toBe('people.wrongPassphrase')
  })

  it('P21: takes different evaluators who are appointed, and neither who orders nor whom it is about', async () => {
    const { evaluator, administrator, leadership, deputy } = people
    const named = (...who: readonly SchoolPerson[]) => ({
      evaluators: who.map(({ actor }) => actor.person ?? '')
    })
    expect(await refusal(named(evaluator, evaluator))).toBe('orders.evaluatorTwice')
    expect(await refusal(named(evaluator, leadership))).toBe('orders.evaluatorOrders')
    expect(await refusal(named(evaluator, administrator))).toBe('orders.evaluatorNotAppointed')
    expect(await refusal(named(evaluator, deputy))).toBe('orders.evaluatorNotAppointed')
    const concerned = [school.flags.account(evaluator)]
    expect(await refusal({ concerned })).toBe('orders.evaluatorConcerned')
    expect(await refusal({ concerned: [school.flags.account(leadership)] })).toBe('orders.concernsYou')
    expect(parseInput('orders.give', school.order(named(evaluator))).ok).toBe(false)
  })

  it('P24: reads contents only where that is ordered, with a reason of its own', async () => {
    const sources = [webFilter.id, mailServer.id]
    expect(await refusal({ sources })).toBe('orders.sourceHoldsContents')
    const given = await school.give({ sources, contents: 'Die Nachricht selbst ist die Drohung.' })
    expect(given).toMatchObject({
      contents: true,
      details: { contentsReason: 'Die Nachricht selbst ist die Drohung.' }
    })
    expect(readOrder(school.ledger, given.id)!.contents).toBe(true)
  })

  it('keeps to what has happened, a window that is not long, and days that are to come', async () => {
    const at = (days: number, time: string) => ({ day: school.day(days), time })
    expect(await refusal({ until: at(-2, '11:29') })).toBe('orders.windowReversed')
    expect(await refusal({ until: at(1, '00:00') })).toBe('orders.windowInFuture')
    expect(await refusal({ from: at(1, '08:00'), until: at(1, '09:00') })).toBe('orders.windowInFuture')
    expect(await refusal({ from: at(-40, '11:30') })).toBe('orders.windowTooLong')
    expect(await refusal({ expires: school.day(-1) })).toBe('orders.expiresTooEarly')
    expect(await refusal({ expires: school.day(91) })).toBe('orders.expiresTooLate')
    await school.give({ until: at(-2, '11:30'), expires: school.day(0) })
    await school.give({ until: at(0, '23:59') })
  })

  it('refuses what there is not: a person, a source, a rule, an address', async () => {
    const other = crypto.randomUUID()
    expect(await refusal({ concerned: ['nobody'] })).toBe('orders.personGone')
    expect(await refusal({ sources: [webFilter.id, other] })).toBe('orders.sourceGone')
    expect(await refusal({ rules: [other] })).toBe('orders.ruleGone')
    expect(await refusal({ addresses: ['Raum 204'] })).toBe('orders.addressUnknown')
    expect(await refusal({ flag: other })).toBe('flags.notFound')
  })

  it('settings that are changed later change no order', async () => {
    const { id } = await school.give()
    school.sources = [{ ...webFilter, path: '/elsewhere' }, mailServer]
    expect(wordsOf(school.ledger, readOrder(school.ledger, id)!)!.scope.sources).toEqual([webFilter])
    school.sources = [webFilter, mailServer]
  })

  it.each([
    { occasion: ' ' },
    { suspicion: 'kurz' },
    { suspicion: 'x'.repeat(5_001) },
    { rule: '' },
    { sources: [] },
    { evaluators: [] },
    { from: { day: '2026-02-30', time: '08:00' } },
    { until: { day: '2026-11-20', time: '24:00' } },
    { contents: ' ' },
    { suspicion: 'Steuerzeichen \u0000 darin, und sonst nichts' }
  ])('is refused at the border: %j', (wrong) => {
    expect(parseInput('orders.give', { ...school.order(), ...wrong }).ok).toBe(false)
  })
})

describe('on a flag', () => {
  it('names it, for those who may read the flag', async () => {
    const teacher = school.flags.person('lehrerin', 'teacher')
    const flag = await school.flags.report(teacher, { account: school.flags.pupil.id })
    const given = await school.give({ flag: flag.id })
    expect(given.flag).toEqual({ id: flag.id, number: flag.number })
    const seen = valueOf(await school.as(people.evaluator, 'orders.order', { order: given.id }))
    expect(seen.flag).toBeNull()
    valueOf(await school.flags.answer(people.leadership, flag, 'closed'))
    expect(await refusal({ flag: flag.id })).toBe('flags.notPossibleNow')
  })

  it('P21: not by who has reported it, and not about oneself', async () => {
    const { leadership, deputy } = people
    const own = await school.flags.report(leadership)
    expect(await refusal({ flag: own.id })).toBe('flags.ownReport')
    const about = await school.flags.report(deputy, { account: school.flags.account(leadership) })
    expect(await refusal({ flag: about.id })).toBe('flags.notFound')
  })
})

describe('what there is to choose from', () => {
  it('P21: evaluators who are appointed, never oneself; sources without their paths; the rules of the pack', async () => {
    const prepared = valueOf(await school.as(people.leadership, 'orders.prepare', { flag: null }))
    expect(prepared.evaluators.map(({ person }) => person)).toEqual(
      [people.evaluator, school.second].map(({ actor }) => actor.person)
    )
    expect(prepared.sources).toEqual(
      [webFilter, mailServer].map(({ id, name, contents }) => ({ id, name, contents }))
    )
    expect(prepared).toMatchObject({ rules: [{ id: rule }], beginning: null })
  })

  it('begins from a flag with what it says, for whoever may order on it', async () => {
    const teacher = school.flags.person('lehrerin', 'teacher')
    const flag = await school.flags.report(teacher, { account: school.flags.pupil.id })
    const { beginning } = valueOf(await school.as(people.leadership, 'orders.prepare', { flag: flag.id }))
    expect(beginning).toMatchObject({
      ...{ number: flag.number, rule: 'P17', suspicion: flag.details?.seen },
      person: { person: school.flags.pupil.id, schoolClass: '7b' },
      from: { day: '2026-11-20', time: '11:30' },
      until: { day: '2026-11-20', time: '12:15' }
    })
    const own = await school.flags.report(people.leadership)
    expect(codeOf(await school.as(people.leadership, 'orders.prepare', { flag: own.id }))).toBe(
      'flags.ownReport'
    )
  })

  it('reads the pack: rules that report by themselves, once each, with a title', async () => {
    const pack = valueOf(await readPack(localFiles, resolve('resources/rules')))
    expect(pack.map(({ id }) => id)).toContain(rule)
    expect(new Set(pack.map(({ id }) => id)).size).toBe(pack.length)
    expect(pack.length).toBeGreaterThan(8)
    for (const { title } of pack) expect(title.de).not.toBe('')
  })
})

describe('who reads what', () => {
  it('P25: the leadership and the evaluators whom it names; in list, page, search and inbox', async () => {
    const given = await school.give()
    const { leadership, deputy, administrator, evaluator, second } = people
    for (const who of [leadership, deputy, evaluator, second]) {
      expect(await school.listed(who)).toContain(given.id)
      expect(await school.listed(who, 'BEISPIEL p18')).toContain(given.id)
      expect((await school.as(who, 'orders.order', { order: given.id })).ok).toBe(true)
    }
    const others = [
      administrator,
      school.flags.person('andere', 'evaluator'),
      school.flags.person('lehrerin', 'teacher'),
      school.flags.person('dpo', 'dpo'),
      // Named once, but not appointed any more.
      { ...evaluator, actor: { ...evaluator.actor, roles: [] } }
    ]
    for (const who of others) {
      expect(await school.listed(who)).toEqual([])
      expect(codeOf(await school.as(who, 'orders.order', { order: given.id }))).toBe('orders.notFound')
      expect(school.waiting(who)).toEqual([])
    }
    expect(school.waiting(evaluator)).toContain('orderNamesYou')
    expect(school.waiting(leadership)).not.toContain('orderNamesYou')
  })

  it('P25: journal and export show contents to the leadership alone, whatever else one is', async () => {
    const { id } = await school.give()
    const { statement } = readOrder(school.ledger, id)!.given
    const subjects = { order: school.orders.subject }
    for (const held of combinations) {
      const who = school.flags.person(`person-${held.join('-')}`, ...held)
      expect([held, reads(who.actor, statement, subjects)]).toEqual([held, held.includes('leadership')])
    }
    const document = await school.ledger.export('2026-12-01T08:00:00.000Z', 'Rosa', (one) =>
      reads(people.administrator.actor, one, subjects)
    )
    expect(JSON.stringify(document)).not.toContain(school.flags.pupil.id)
  })

  it('nobody whom it is about, not even of the leadership or an evaluator of another order', async () => {
    const { leadership, deputy, administrator } = people
    const concerned = [deputy, administrator].map((who) => school.flags.account(who))
    const given = await school.give({ concerned })
    const { statement } = readOrder(school.ledger, given.id)!.given
    const subjects = { order: school.orders.subject }
    expect(reads(leadership.actor, statement, subjects)).toBe(true)
    for (const who of [deputy, administrator]) {
      expect(await school.listed(who)).not.toContain(given.id)
      expect(codeOf(await school.as(who, 'orders.order', { order: given.id }))).toBe('orders.notFound')
      expect(codeOf(await school.withdraw(who, given))).toBe('orders.notFound')
      expect(reads(who.actor, statement, subjects)).toBe(false)
    }
  })
})

describe('P22: the written order', () => {
  it('says who, why, what, when, by whom, until when, and where the ledger says the same', async () => {
    const given = await school.give({ suspicion: 'Filter <b>umgangen</b> & „Proxy“ benutzt.' })
    valueOf(await school.as(people.evaluator, 'orders.saveDocument', { order: given.id }))
    const { copy, page } = school.saved.at(-1)!
    expect(copy).toEqual({ what: 'letter', count: 1, by: people.evaluator.actor.person })
    const words = wordsOn(page)
    const { given: item } = readOrder(school.ledger, given.id)!
    for (const part of [
      ...[given.number, 'Kim Beispiel', 'Rosa leadership', 'Rosa evaluator', 'Rosa secondEvaluator'],
      ...['Eine Lehrkraft hat es gemeldet.', 'P18', '11:30 Uhr', '12:15 Uhr', 'Webfilter', 'Tunnel'],
      ...['Dürfen nicht gelesen werden.', `Eintrag ${String(item.sequence)} vom`],
      ...[inFours(item.statement.key), inFours(item.hash), `Journal ${String(school.ledger.head!.sequence)}:`]
    ])
      expect(`${words} ${page}`).toContain(part)
    expect(page).not.toContain('<b>umgangen')
    const contents = await school.give({ contents: 'Die Nachricht selbst.' })
    valueOf(await school.as(people.leadership, 'orders.saveDocument', { order: contents.id }))
    expect(wordsOn(school.saved.at(-1)!.page)).toContain('unverzüglich zu unterrichten')
  })

  it('is for nobody else', async () => {
    const { id } = await school.give()
    const before = school.saved.length
    const answer = await school.as(people.administrator, 'orders.saveDocument', { order: id })
    expect(codeOf(answer)).toBe('orders.notFound')
    expect(school.saved).toHaveLength(before)
  })

  it('does not look as if it held once it was withdrawn', async () => {
    const { leadership } = people
    const ended = valueOf(await school.withdraw(leadership, await school.give()))
    valueOf(await school.as(leadership, 'orders.saveDocument', { order: ended.id }))
    expect(wordsOn(school.saved.at(-1)!.page)).toContain('Zurückgezogen am')
  })
})

describe('the end of an order', () => {
  it('is withdrawn by the leadership, once, and waits for nobody then', async () => {
    const { leadership, deputy, evaluator } = people
    const given = await school.give()
    const stale = { ...given, version: given.version - 1 }
    expect(codeOf(await school.withdraw(leadership, stale))).toBe('ledger.changedSince')
    expect(codeOf(await school.withdraw({ ...deputy, passphrase: 'falsch' }, given))).toBe(
      'people.wrongPassphrase'
    )
    const ended = valueOf(await school.withdraw(deputy, given))
    expect(ended).toMatchObject({
      state: 'withdrawn',
      may: { withdraw: false },
      withdrawal: { reason: 'Geklärt.' }
    })
    expect(codeOf(await school.withdraw(deputy, ended))).toBe('orders.notPossibleNow')
    const items = school.orders.inboxItems?.(evaluator.actor) ?? []
    expect(items.map(({ to }) => to)).not.toContain(`/orders/${given.id}`)
  })

  it('expires by itself; the leadership is told before', async () => {
    const { leadership, evaluator } = people
    const given = await school.give({ expires: school.day(5) })
    const mine = (who: SchoolPerson) =>
      (school.orders.inboxItems?.(who.actor) ?? [])
        .filter(({ to }) => to.endsWith(given.id))
        .map(({ kind }) => kind)
    expect([mine(leadership), mine(evaluator)]).toEqual([[], ['orderNamesYou']])
    school.inDays(4)
    expect([mine(leadership), mine(evaluator)]).toEqual([['orderExpires'], ['orderNamesYou']])
    school.inDays(6)
    expect([mine(leadership), mine(evaluator)]).toEqual([[], []])
    const seen = valueOf(await school.as(leadership, 'orders.order', { order: given.id }))
    expect(seen).toMatchObject({ state: 'expired', may: { withdraw: false } })
    expect(codeOf(await school.withdraw(leadership, seen))).toBe('orders.notPossibleNow')
    school.inDays(0)
  })
})

describe('the window', () => {
  const now = new Date('2026-11-28T12:00:00.000Z')
  const window = (from: string, until: string) => {
    const [day = '', time = ''] = from.split(' ')
    const [untilDay = '', untilTime = ''] = until.split(' ')
    return { from: { day, time }, until: { day: untilDay, time: untilTime } }
  }

  it.each([
    ['winter', '2026-11-20 11:30', '2026-11-20 12:15', '2026-11-20T10:30', '2026-11-20T11:16'],
    ['summer', '2026-07-01 00:00', '2026-07-01 23:59', '2026-06-30T22:00', '2026-07-01T22:00'],
    // In this night clocks show two to three twice: from its first time to its second.
    ['clocks put back', '2026-10-25 02:10', '2026-10-25 02:20', '2026-10-25T00:10', '2026-10-25T01:21'],
    ['clocks put forward', '2026-03-29 01:50', '2026-03-29 03:10', '2026-03-29T00:50', '2026-03-29T01:11'],
    [
      'an hour that is left out',
      '2026-03-29 02:10',
      '2026-03-29 03:30',
      '2026-03-29T01:10',
      '2026-03-29T01:31'
    ]
  ])('%s', (_, from, until, begin, end) => {
    const written = window(from, until)
    const read = valueOf(windowOf(written, now))
    expect(read).toEqual({ from: `${begin}:00.000Z`, until: `${end}:00.000Z` })
    if (!from.startsWith('2026-03-29 02')) expect(schoolWindow(read)).toEqual(written)
  })
})

it.each([
  ['10.1.2.3', '10.1.2.3'],
  [' FE80::1 ', 'fe80::1'],
  ['A4-5E-60-12-34-56', 'a4:5e:60:12:34:56'],
  ['a45e.6012.3456', 'a4:5e:60:12:34:56'],
  ['10.1.2.300', null],
  ['10.1.2.0/24', null],
  ['a4:5e-60:12:34:56', null],
  ['laptop-12', null],
  ['', null]
])('an address is written in one way: %j', (written, read) => {
  expect(addressOf(written)).toBe(read)
})
