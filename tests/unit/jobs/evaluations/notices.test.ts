import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { longestPostponementDays, noticeDays } from '../../../../src-main/contract/notices'
import type { Order } from '../../../../src-main/contract/orders'
import { dutyOf, lastDayOf, overdueFrom } from '../../../../src-main/jobs/evaluations/orders/notices/duty'
import { ageOf } from '../../../../src-main/jobs/evaluations/orders/notices/accounts'
import { ownOrders } from '../../../../src-main/jobs/evaluations/orders/ownMatter'
import { reads } from '../../../../src-main/jobs/journal/entries'
import { wordsOn } from '../../support/documentSamples'
import { said } from '../../support/ledgerBuilder'
import { NoticesSchool } from '../../support/noticesSchool'
import { webFilter } from '../../support/ordersSchool'
import type { SchoolPerson } from '../../support/sanctionsPeople'
import { codeOf, valueOf } from '../../support/sanctionsSchool'

/** One school for all of them, since its keys are costly: each test has an order of its own. */
let school: NoticesSchool
let people: NoticesSchool['people']
let pupil: string
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  school = await NoticesSchool.open((close) => void ends.push(close))
  ;({ people } = school)
  pupil = school.orders.flags.pupil.id
  return async () => {
    for (const end of ends) await end()
  }
}, 120_000)

beforeEach(() => {
  school.orders.inDays(0)
  school.birthDates = new Map()
  school.isAway = false
})

async function sealed(told: Parameters<NoticesSchool['give']>[0] = {}): Promise<Order> {
  const order = await school.give(told)
  await school.seal(order)
  return order
}

describe('P24: whether somebody is to be told, and by when', () => {
  const facts = { contents: true, hasEnded: false, sealedAt: null, postponedUntil: null }

  it('once contents were read, and never where the order ended before', () => {
    expect(dutyOf({ ...facts, contents: false, sealedAt: '2026-11-01T10:00:00.000Z' })).toBe('noContents')
    expect(dutyOf(facts)).toBe('nothingRead')
    expect(dutyOf({ ...facts, hasEnded: true })).toBe('never')
    expect(dutyOf({ ...facts, hasEnded: true, sealedAt: '2026-11-01T10:00:00.000Z' })).toBe('begun')
  })

  it('by days of the school, from what came later: reading or revealing; put off to a later day alone', () => {
    const late = '2026-11-01T23:30:00.000Z'
    expect(noticeDays).toBe(14)
    expect(lastDayOf(facts, late, late)).toBe('2026-11-16')
    expect(lastDayOf(facts, late, '2026-11-05T10:00:00.000Z')).toBe('2026-11-19')
    expect(lastDayOf(facts, late, '2026-10-05T10:00:00.000Z')).toBe('2026-11-16')
    expect(lastDayOf({ postponedUntil: '2026-12-01' }, late, late)).toBe('2026-12-01')
    expect(lastDayOf({ postponedUntil: '2026-11-03' }, late, late)).toBe('2026-11-16')
    expect(overdueFrom('2026-11-16')).toBe('2026-11-16T23:00:00.000Z')
  })

  it.each([
    ['pupil', '2008-11-30', '2026-11-29', 'minor'],
    ['pupil', '2008-11-29', '2026-11-29', 'ofAge'],
    ['pupil', '2008-02-29', '2026-02-28', 'minor'],
    ['pupil', '2008-02-29', '2026-03-01', 'ofAge'],
    ['pupil', undefined, '2026-11-29', 'unknown'],
    ['teacher', undefined, '2026-11-29', 'ofAge']
  ] as const)('a %s born on %s is on %s: %4$s', (kind, birthDate, today, age) => {
    expect(ageOf(kind, birthDate, today)).toBe(age)
  })

  it('nobody before it was read; then whom the order names, until it is recorded', async () => {
    const order = await school.give()
    const { leadership, deputy, evaluator } = people
    expect(await school.state(order)).toMatchObject({
      duty: 'nothingRead',
      recipients: [],
      may: { sign: false }
    })
    expect(school.waiting(leadership, order)).toEqual([])
    await school.seal(order)
    const now = await school.state(order)
    expect(now).toMatchObject({
      ...{ duty: 'begun', may: { sign: true }, unknown: 0, erased: false },
      recipients: [
        {
          ...{ from: 'order', person: pupil, name: 'Kim Beispiel', schoolClass: '7b' },
          ...{ age: 'unknown', state: 'waiting', lastDay: school.orders.day(noticeDays), given: null }
        }
      ]
    })
    for (const who of [leadership, deputy]) expect(school.waiting(who, order)).toEqual(['noticeDue'])
    expect(school.waiting(evaluator, order)).toEqual([])
    const told = valueOf(await school.tell(now))
    expect(told.recipients).toMatchObject([
      {
        state: 'given',
        given: { way: 'letter', on: school.orders.day(0), guardians: true, name: 'Rosa leadership' }
      }
    ])
    expect(school.waiting(leadership, order)).toEqual([])
    expect(school.orders.ledger.verification.problems).toEqual([])
  })

  it('is overdue when its last day is over, in the inbox and by due, until it is recorded', async () => {
    const order = await sealed()
    school.orders.inDays(noticeDays)
    expect(school.waiting(people.leadership, order)).toEqual(['noticeDue'])
    school.orders.inDays(noticeDays + 1)
    expect(school.waiting(people.leadership, order)).toEqual(['noticeOverdue'])
    expect((await school.state(order)).recipients).toMatchObject([{ state: 'overdue' }])
    expect(await school.due()).toEqual(['notices.overdue'])
    // Nothing of whom or which order it is about: due is told to anybody.
    const { waiting } = valueOf(await school.notices.dueWork())
    expect(JSON.stringify(waiting)).not.toContain(order.number)
    for (const id of await school.orders.listed(people.leadership)) {
      const one = await school.state({ id })
      for (const { state, recipient } of one.recipients)
        if (state !== 'given')
          valueOf(await school.tell(await school.state({ id }), { recipient, on: school.orders.day(0) }))
    }
    expect(await school.due()).toEqual([])
  })

  it('not where contents were not ordered, or nothing was read before the end', async () => {
    const plain = await school.orders.give()
    await school.seal(plain)
    expect(await school.state(plain)).toMatchObject({ duty: 'noContents', recipients: [] })
    const ended = await school.give()
    valueOf(await school.orders.withdraw(people.leadership, ended))
    expect(await school.state(ended)).toMatchObject({ duty: 'never' })
    for (const one of [plain, ended]) expect(school.waiting(people.leadership, one)).toEqual([])
  })

  it('also when the order was withdrawn after it was read', async () => {
    const order = await school.give()
    await school.seal(order)
    const { version } = await school.state(order)
    valueOf(await school.orders.withdraw(people.leadership, { id: order.id, version }))
    expect(school.waiting(people.leadership, order)).toEqual(['noticeDue'])
    valueOf(await school.tell(await school.state(order)))
    expect(school.waiting(people.leadership, order)).toEqual([])
  })
})

describe('whom both evaluators have revealed', () => {
  it('is to be told where they have an account, once, however often they are named', async () => {
    const other = school.orders.flags.directory.seed({
      ...{ login: 'm.muster', givenName: 'Mia', familyName: 'Muster', classes: ['9a'] }
    })
    const order = await sealed()
    await school.reveal(order, 'K.Beispiel')
    await school.reveal(order, 'm.muster', 'person:2')
    await school.reveal(order, 'uid=m.muster,ou=people,dc=schule', 'person:3')
    await school.reveal(order, '10.1.2.3', 'address:1')
    await school.reveal(order, 'niemand', 'person:4')
    await school.reveal(order, 'm.muster@anderswo.example', 'mail:1')
    const now = await school.state(order)
    expect(now.recipients.map(({ person, from }) => [person, from])).toEqual([
      [pupil, 'order'],
      [other.id, 'revealed']
    ])
    expect(now.unknown).toBe(2)
    const [, { recipient } = { recipient: now.recipients[0]!.recipient }] = now.recipients
    const told = valueOf(await school.tell(now, { recipient }))
    expect(told.recipients.map(({ state }) => state)).toEqual(['waiting', 'given'])
    expect(school.orders.ledger.verification.problems).toEqual([])
  })

  it('nobody is known where the order names nobody and nobody was revealed', async () => {
    const order = await sealed({ concerned: [] })
    expect(await school.state(order)).toMatchObject({ duty: 'begun', recipients: [], unknown: 0 })
    expect(school.waiting(people.leadership, order)).toEqual([])
    await school.reveal(order, 'k.beispiel')
    // Before the directory was asked, somebody may have to be told.
    expect(school.waiting(people.leadership, order)).toEqual(['noticeDue'])
    await school.due()
    expect(school.waiting(people.leadership, order)).toEqual(['noticeDue'])
    const nobodys = await sealed({ concerned: [] })
    await school.reveal(nobodys, 'unbekannt')
    expect(school.waiting(people.leadership, nobodys)).toEqual(['noticeDue'])
    school.isAway = true
    expect(await school.due()).toEqual(['directory.unreachable'])
    expect(codeOf(await school.as(people.leadership, 'notices.state', { order: order.id }))).toBe(
      'directory.unreachable'
    )
    school.isAway = false
    await school.due()
    expect(school.waiting(people.leadership, nobodys)).toEqual([])
  })

  it('P21: somebody of the leadership who is revealed looks at nothing of it and signs nothing', async () => {
    const { deputy, leadership } = people
    school.orders.flags.account(deputy)
    const order = await sealed()
    await school.reveal(order, 'deputy')
    const now = await school.state(order)
    expect(now.recipients).toHaveLength(2)
    expect(codeOf(await school.as(deputy, 'notices.state', { order: order.id }))).toBe('orders.notFound')
    expect(codeOf(await school.tell(now, {}, deputy))).toBe('orders.notFound')
    expect(school.waiting(deputy, order)).toEqual([])
    expect(school.waiting(leadership, order)).toEqual(['noticeDue'])
  })
})

describe('recording it', () => {
  it('is one statement that says in its body nothing of whom it is about (P25)', async () => {
    const order = await sealed()
    const now = await school.state(order)
    const before = school.orders.ledger.items.length
    valueOf(await school.tell(now, { way: 'inPerson' }))
    expect(school.orders.ledger.items).toHaveLength(before + 1)
    const { statement, signedBy } = school.orders.ledger.about(`order:${order.id}`).at(-1)!
    expect(statement.body).toEqual({
      ...{ order: order.id, ...now.recipients[0]!.recipient },
      ...{ way: 'inPerson', on: school.orders.day(0) }
    })
    expect(JSON.stringify(statement)).not.toContain(pupil)
    expect(signedBy.person).toBe(people.leadership.actor.person)
    const subjects = { order: school.orders.orders.subject }
    expect(reads(people.leadership.actor, statement, subjects)).toBe(true)
    for (const who of [people.administrator, people.evaluator])
      expect(reads(who.actor, statement, subjects)).toBe(false)
  })

  it('refuses what is not so, and says nothing then', async () => {
    const order = await sealed()
    const now = await school.state(order)
    const before = school.orders.ledger.items.length
    const refused = async (told: Parameters<NoticesSchool['tell']>[1], who?: SchoolPerson) =>
      codeOf(await school.tell(now, told, who))
    expect(await refused({ passphrase: 'falsch' })).toBe('people.wrongPassphrase')
    expect(await refused({ on: school.orders.day(1) })).toBe('notices.dayInFuture')
    expect(await refused({ on: school.orders.day(-1) })).toBe('notices.dayTooEarly')
    expect(await refused({ recipient: { named: 1, place: 0 } })).toBe('notices.recipientGone')
    expect(await refused({ version: now.version - 1 })).toBe('ledger.changedSince')
    for (const who of [people.evaluator, people.administrator])
      expect(await refused({}, who)).toBe('orders.notFound')
    school.birthDates = new Map([[pupil, school.orders.day(-12 * 365)]])
    expect(await refused({ guardians: false })).toBe('notices.guardiansToo')
    expect(school.orders.ledger.items).toHaveLength(before)
    const told = valueOf(await school.tell(now))
    expect(codeOf(await school.tell(told))).toBe('notices.alreadyGiven')
    expect(codeOf(await school.postpone(told, school.orders.day(3)))).toBe('notices.nobodyWaits')
  })

  it('P21: whoever the order is about has not signed it, and a check finds it where they have', async () => {
    const order = await sealed({ concerned: [school.orders.flags.account(people.deputy)] })
    const { ledger } = school.orders
    const named = ledger.about(`order:${order.id}`)[0]!.statement.sequence
    const { signer } = school.orders.holders.deputy
    const notice = said.noticeGiven(order.id, named, school.orders.day(0))
    const [item] = valueOf(await ledger.append([{ signer, draft: notice }]))
    expect(ownOrders(ledger)).toContainEqual({ sequence: item!.statement.sequence, code: 'fourEyesBroken' })
  })
})

describe('putting it off', () => {
  it('holds to its day, with a reason and a signature', async () => {
    const order = await sealed()
    const until = school.orders.day(40)
    const put = valueOf(await school.postpone(await school.state(order), until))
    expect(put).toMatchObject({
      postponed: { until, reason: 'Wer gewarnt ist, löscht Beweise.', name: 'Rosa leadership' },
      recipients: [{ lastDay: until, state: 'waiting' }]
    })
    school.orders.inDays(40)
    expect(school.waiting(people.leadership, order)).toEqual(['noticeDue'])
    school.orders.inDays(41)
    expect(school.waiting(people.leadership, order)).toEqual(['noticeOverdue'])
  })

  it('not to a day that is over or far, and not by others', async () => {
    const order = await sealed()
    const now = await school.state(order)
    for (const days of [0, longestPostponementDays + 1])
      expect(codeOf(await school.postpone(now, school.orders.day(days)))).toBe('notices.untilOutOfReach')
    expect(codeOf(await school.postpone(now, school.orders.day(3), people.evaluator))).toBe('orders.notFound')
    valueOf(await school.postpone(now, school.orders.day(longestPostponementDays), people.deputy))
  })
})

describe('P24, P27: the letter', () => {
  const letterOf = async (
    order: Order,
    to: 'person' | 'guardians' = 'person',
    place = 0
  ): Promise<string> => {
    const { recipients } = await school.state(order)
    const { recipient } = recipients[place]!
    valueOf(await school.as(people.leadership, 'notices.saveLetter', { order: order.id, recipient, to }))
    return wordsOn(school.saved.at(-1)!.page)
  }

  it('says what was read, on which order, for which time, and what rights they have', async () => {
    const order = await sealed()
    const words = await letterOf(order)
    expect(school.saved.at(-1)!.copy).toEqual({
      ...{ what: 'letter', count: 1, by: people.leadership.actor.person }
    })
    for (const part of [
      ...['Kim Beispiel', '7b', order.number, 'Mailserver', 'Webfilter', '11:30 Uhr', '12:15 Uhr'],
      ...['Auskunft', 'berichtigt', 'Aufsichtsbehörde', 'wirft niemandem etwas vor', 'bisher niemand']
    ])
      expect(words).toContain(part)
  })

  it('accuses nobody and names nobody else: neither suspicion nor occasion, nor whom else it concerns', async () => {
    const order = await sealed({
      occasion: 'Lea Zeugin hat es gemeldet.',
      suspicion: 'Kim Beispiel hat Ole Opfer bedroht.',
      contents: 'Ole Opfer hat die Nachricht gezeigt.',
      concerned: [pupil, school.orders.flags.account(people.administrator)]
    })
    await school.reveal(order, 'm.muster')
    for (const place of [0, 1]) {
      const words = await letterOf(order, 'person', place)
      const others = ['Kim Beispiel', 'administrator'].filter((_, other) => other !== place)
      for (const part of ['Lea', 'Zeugin', 'Opfer', 'bedroht', 'P18', 'Muster', 'secondEvaluator', ...others])
        expect(words).not.toContain(part)
      expect(words).toContain('gemeinsam angesehen')
    }
  })

  it('is written to the guardians, except of who is of age', async () => {
    const order = await sealed()
    expect(await letterOf(order, 'guardians')).toContain('An die Erziehungsberechtigten von Kim Beispiel')
    school.birthDates = new Map([[pupil, school.orders.day(-19 * 366)]])
    const { recipients } = await school.state(order)
    expect(recipients).toMatchObject([{ age: 'ofAge' }])
    const answer = await school.as(people.leadership, 'notices.saveLetter', {
      ...{ order: order.id, recipient: recipients[0]!.recipient, to: 'guardians' }
    })
    expect(codeOf(answer)).toBe('notices.noGuardians')
  })

  it('is nobody else’s, and there is none before anything was read', async () => {
    const order = await school.give({ sources: [webFilter.id] })
    const recipient = { named: 1, place: 0 }
    const input = { order: order.id, recipient, to: 'person' as const }
    const saved = school.saved.length
    expect(codeOf(await school.as(people.leadership, 'notices.saveLetter', input))).toBe(
      'notices.recipientGone'
    )
    expect(codeOf(await school.as(people.evaluator, 'notices.saveLetter', input))).toBe('orders.notFound')
    expect(school.saved).toHaveLength(saved)
  })
})
