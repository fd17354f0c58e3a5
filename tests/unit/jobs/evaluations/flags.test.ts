import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Flag } from '../../../../src-main/contract/flags'
import { parseInput } from '../../../../src-main/contract/input'
import { statementKindNames } from '../../../../src-main/contract/ledger'
import { reads } from '../../../../src-main/jobs/journal/entries'
import { combinations } from '../../support/combinations'
import { FlagsSchool, seen } from '../../support/flagsSchool'
import type { SchoolPerson } from '../../support/sanctionsPeople'
import { codeOf, valueOf } from '../../support/sanctionsSchool'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

let flags: FlagsSchool
let teacher: SchoolPerson
let people: FlagsSchool['school']['people']

beforeEach(async () => {
  flags = await FlagsSchool.open()
  teacher = flags.person('lehrerin', 'teacher')
  ;({ people } = flags.school)
})

/** Opens a case from a flag as somebody would who has looked through the form. */
function openCase(who: SchoolPerson, flag: Flag) {
  return flags.school.as(who, 'sanctions.open', {
    account: flags.pupil.id,
    rule: 'P17',
    happenedOn: '2026-11-20',
    facts: seen.seen,
    evidence: [{ reference: `Hinweis ${flag.number}` }],
    measures: [{ kind: 'warning' }],
    reasons: 'Zum zweiten Mal.',
    passphrase: who.passphrase,
    origin: `flag:${flag.id}`
  })
}

describe('reporting', () => {
  it('P19: is open to everybody who is signed in; the PC says who it was, and nothing else happens', async () => {
    for (const role of ['teacher', 'evaluator', 'administrator', 'leadership', 'dpo'] as const) {
      const who = flags.person(`person-${role}`, role)
      const before = flags.school.ledger.items.length
      const flag = await flags.report(who, { account: flags.pupil.id })
      expect(flags.school.ledger.items).toHaveLength(before + 1)
      const item = flags.school.ledger.about(`flag:${flag.id}`)[0]!
      expect(item.signedBy.kind).toBe('device')
      expect(item.statement.body).toEqual({ flag: flag.id, by: who.actor.person })
      expect(flag).toMatchObject({ state: 'open', content: { person: { schoolClass: '7b' } } })
    }
    expect(flags.directory.writes).toEqual([])
  })

  it('keeps the day, the times, the areas once and in one order, and that nobody is known', async () => {
    const flag = await flags.report(teacher, { areas: ['software', 'web', 'software'], rule: null })
    expect(flag.content).toEqual({ person: null, happenedOn: '2026-11-20', areas: ['web', 'software'] })
    expect(flag.details).toMatchObject({ from: '11:30', until: '12:15', rule: null, certainty: 'seen' })
  })

  it('refuses a day to come, an end before the beginning, and whoever is gone; nothing is said then', async () => {
    const before = flags.school.ledger.items.length
    const tried = async (told: Partial<typeof seen>) =>
      codeOf(await flags.as(teacher, 'flags.report', { ...seen, ...told }))
    expect(await tried({ happenedOn: '2999-01-01' })).toBe('flags.dayInFuture')
    expect(await tried({ from: '12:00', until: '11:59' })).toBe('flags.timesReversed')
    expect(await tried({ account: 'nobody' })).toBe('flags.personGone')
    expect(flags.school.ledger.items).toHaveLength(before)
  })

  it.each([
    { seen: '' },
    { seen: '   kurz   ' },
    { seen: 'x'.repeat(5_001) },
    { seen: 'Steuerzeichen \u0000 darin' },
    { seen: 'halbes Paar \ud800 darin' },
    { areas: [] },
    { areas: ['elsewhere'] },
    { from: '25:00' },
    { certainty: 'sure' },
    { rule: ' ' },
    { happenedOn: '2026-02-30' }
  ])('is refused at the border: %j', (wrong) => {
    expect(parseInput('flags.report', { ...seen, ...wrong }).ok).toBe(false)
  })

  it('takes the longest and the most hostile words as they are', async () => {
    const words = `<script>alert(1)</script>\n"'; DROP TABLE statements; --\u202e ${'ß'.repeat(4_900)}`
    expect(parseInput('flags.report', { ...seen, seen: words }).ok).toBe(true)
    expect((await flags.report(teacher, { seen: words })).details?.seen).toBe(words)
  })

  it('needs persons: before the founding nobody could answer', async () => {
    const nobody = flags.person('x', 'administrator')
    const unfounded = { ...nobody, actor: { ...nobody.actor, person: null } }
    expect(codeOf(await flags.as(unfounded, 'flags.report', seen))).toBe('people.notFounded')
    expect(codeOf(await flags.as(unfounded, 'flags.flag', { flag: crypto.randomUUID() }))).toBe(
      'people.notFounded'
    )
  })
})

describe('who reads what', () => {
  it('P25: the reporter their own, the leadership all, nobody else any; in list, page, search and inbox', async () => {
    const flag = await flags.report(teacher, { account: flags.pupil.id })
    const { leadership, deputy, administrator, evaluator } = people
    const others = [
      administrator,
      evaluator,
      flags.person('andere', 'teacher'),
      flags.person('dpo', 'dpo'),
      flags.person('beides', 'administrator', 'evaluator'),
      flags.person('niemand')
    ]
    for (const who of [teacher, leadership, deputy]) {
      expect(await flags.listed(who)).toEqual([flag.id])
      expect(await flags.listed(who, 'beispiel 7b')).toEqual([flag.id])
      expect((await flags.as(who, 'flags.flag', { flag: flag.id })).ok).toBe(true)
    }
    for (const who of others) {
      expect(await flags.listed(who)).toEqual([])
      expect(await flags.listed(who, 'beispiel')).toEqual([])
      expect(codeOf(await flags.as(who, 'flags.flag', { flag: flag.id }))).toBe('flags.notFound')
      expect(flags.waiting(who)).toEqual([])
    }
    expect(flags.waiting(leadership)).toEqual(['flagToAnswer'])
    expect(flags.waiting(teacher)).toEqual([])
  })

  it('P25: roles add up: whoever is of the leadership reads it, every other two roles together do not', async () => {
    const flag = await flags.report(teacher, { account: flags.pupil.id })
    const statement = flags.school.ledger.about(`flag:${flag.id}`)[0]!.statement
    const subjects = { flag: flags.flags.subject }
    for (const held of combinations) {
      const who = flags.person(`person-${held.join('-')}`, ...held)
      const isOpen = held.includes('leadership')
      expect([held, await flags.listed(who)]).toEqual([held, isOpen ? [flag.id] : []])
      expect([held, flags.waiting(who)]).toEqual([held, isOpen ? ['flagToAnswer'] : []])
      expect([held, reads(who.actor, statement, subjects)]).toEqual([held, isOpen])
    }
  })

  it('the list finds a name in every way of writing it, and every word that stands on the page', async () => {
    const groß = flags.directory.seed({ login: 'x', givenName: 'Şeyma', familyName: 'Groß', classes: ['9c'] })
    const flag = await flags.report(teacher, { account: groß.id })
    for (const text of ['Groß', 'gross', 'GROSS', 'seyma', 'Şeyma', '9c', 'spiel', flag.number])
      expect([text, await flags.listed(people.leadership, text)]).toEqual([text, [flag.id]])
    expect(await flags.listed(people.leadership, 'niemand')).toEqual([])
  })

  it('P25: journal and export show contents to the leadership alone, and to nobody whom they are about', async () => {
    const about = flags.account(people.leadership)
    await flags.report(teacher, { account: about })
    await flags.report(people.administrator, { account: flags.pupil.id })
    const items = flags.school.ledger.inArea('flag').map(({ statement }) => statement)
    const subjects = { flag: flags.flags.subject, case: flags.school.job }
    const read = ({ actor }: SchoolPerson) => items.map((statement) => reads(actor, statement, subjects))
    expect(read(people.leadership)).toEqual([false, true])
    expect(read(people.deputy)).toEqual([true, true])
    for (const who of [people.administrator, people.evaluator, flags.person('dpo', 'dpo'), teacher])
      expect(read(who)).toEqual([false, false])
    const document = await flags.school.ledger.export(
      '2026-12-01T08:00:00.000Z',
      'Rosa administrator',
      (statement) => reads(people.administrator.actor, statement, subjects)
    )
    expect(JSON.stringify(document)).not.toContain('Raum 204')
    expect(document.withheld?.payloads).toBe(2)
    for (const verify of [verifyInApp, verifyStandingAlone]) expect(verify(document).problems).toEqual([])
  })

  it('a flag about the headmistress is for the deputy; she neither sees nor answers it', async () => {
    const { leadership, deputy } = people
    const flag = await flags.report(teacher, { account: flags.account(leadership) })
    expect(await flags.listed(leadership)).toEqual([])
    expect(flags.waiting(leadership)).toEqual([])
    expect(codeOf(await flags.as(leadership, 'flags.flag', { flag: flag.id }))).toBe('flags.notFound')
    expect(codeOf(await flags.answer(leadership, flag))).toBe('flags.notFound')
    expect(flags.waiting(deputy)).toEqual(['flagToAnswer'])
    expect(valueOf(await flags.answer(deputy, flag)).state).toBe('closed')
  })

  it('as long as it is not read whom it is about, only the reporter reads it', async () => {
    const { ledger } = flags.school
    vi.spyOn(ledger, 'payloadOf').mockReturnValue(null)
    vi.spyOn(ledger, 'isAwaiting', 'get').mockReturnValue(true)
    const flag = await flags.report(teacher, { account: flags.pupil.id })
    expect(await flags.listed(people.leadership)).toEqual([])
    expect(await flags.listed(teacher)).toEqual([flag.id])
    vi.restoreAllMocks()
    expect(await flags.listed(people.leadership)).toEqual([flag.id])
  })

  it('what was erased is gone from every screen, and the flag can still be answered', async () => {
    const flag = await flags.report(teacher, { account: flags.pupil.id })
    vi.spyOn(flags.school.ledger, 'payloadOf').mockReturnValue(null)
    const shown = valueOf(await flags.as(people.leadership, 'flags.flag', { flag: flag.id }))
    expect([shown.content, shown.details]).toEqual([null, null])
    expect(valueOf(await flags.answer(people.leadership, flag)).state).toBe('closed')
    vi.restoreAllMocks()
  })

  it('the reasons stay with the leadership; the reporter reads the sentence to them and no case', async () => {
    const flag = await flags.report(teacher, { account: flags.pupil.id })
    const handed = valueOf(await flags.answer(people.leadership, flag, 'handedOver'))
    expect(handed.answers).toMatchObject([{ reason: 'Interner Grund.', message: 'Danke für den Hinweis.' }])
    valueOf(await openCase(people.evaluator, handed))
    const own = valueOf(await flags.as(teacher, 'flags.flag', { flag: flag.id }))
    expect(own).toMatchObject({ state: 'handedOver', case: null })
    expect(own.answers).toMatchObject([{ reason: '', message: 'Danke für den Hinweis.' }])
    expect(flags.waiting(teacher)).toEqual(['flagAnswered'])
  })
})

describe('answering', () => {
  it('P21: nobody answers or asks about their own flag, whatever else they are', async () => {
    const { leadership, deputy } = people
    const flag = await flags.report(leadership)
    const before = flags.school.ledger.items.length
    expect(codeOf(await flags.answer(leadership, flag))).toBe('flags.ownReport')
    expect(
      codeOf(
        await flags.as(leadership, 'flags.ask', {
          ...{ flag: flag.id, version: flag.version, words: 'Wo?', passphrase: leadership.passphrase }
        })
      )
    ).toBe('flags.ownReport')
    expect(flags.school.ledger.items).toHaveLength(before)
    expect(flag).toMatchObject({ answerRefusedBecauseOwn: true, may: { close: false, ask: false } })
    expect(flags.waiting(leadership)).toEqual([])
    expect(valueOf(await flags.answer(deputy, flag)).state).toBe('closed')
  })

  it('needs the passphrase, is signed by the person, and is done once', async () => {
    const { leadership } = people
    const flag = await flags.report(teacher)
    expect(codeOf(await flags.answer({ ...leadership, passphrase: 'falsch' }, flag))).toBe(
      'people.wrongPassphrase'
    )
    const answered = valueOf(await flags.answer(leadership, flag))
    const item = flags.school.ledger.about(`flag:${flag.id}`)[1]!
    expect(item.signedBy).toMatchObject({ kind: 'person', person: leadership.actor.person })
    // Clicked twice, or on a page that is older.
    expect(codeOf(await flags.answer(leadership, flag))).toBe('ledger.changedSince')
    expect(codeOf(await flags.answer(leadership, answered))).toBe('flags.notPossibleNow')
    expect(flags.kindsOf(flag.id)).toEqual(['flag.reported', 'flag.answered'])
  })

  it('asks once, and the reporter alone replies once', async () => {
    const { leadership, deputy } = people
    const flag = await flags.report(teacher, { account: flags.pupil.id })
    const question = { flag: flag.id, version: flag.version, words: 'In welchem Raum?' }
    const asked = valueOf(
      await flags.as(leadership, 'flags.ask', { ...question, passphrase: leadership.passphrase })
    )
    expect(flags.waiting(teacher)).toEqual(['flagAsked'])
    expect(flags.waiting(leadership)).toEqual([])
    const reply = { flag: flag.id, version: asked.version, words: 'In Raum 204.' }
    expect(codeOf(await flags.as(deputy, 'flags.reply', reply))).toBe('flags.notPossibleNow')
    expect(codeOf(await flags.as(flags.person('andere', 'teacher'), 'flags.reply', reply))).toBe(
      'flags.notFound'
    )
    const replied = valueOf(await flags.as(teacher, 'flags.reply', reply))
    expect(replied).toMatchObject({
      state: 'replied',
      reply: { words: 'In Raum 204.' },
      may: { reply: false }
    })
    expect(codeOf(await flags.as(teacher, 'flags.reply', { ...reply, version: replied.version }))).toBe(
      'flags.notPossibleNow'
    )
    expect(flags.waiting(leadership)).toEqual(['flagToAnswer'])
    const seenAgain = valueOf(await flags.as(leadership, 'flags.flag', { flag: flag.id }))
    expect(seenAgain.may).toMatchObject({ ask: false, close: true, handOver: true })
    expect(valueOf(await flags.answer(leadership, seenAgain)).state).toBe('closed')
  })

  it('need not wait for a reply that does not come', async () => {
    const { leadership } = people
    const flag = await flags.report(teacher)
    const question = { flag: flag.id, version: flag.version, words: 'In welchem Raum?' }
    const asked = valueOf(
      await flags.as(leadership, 'flags.ask', { ...question, passphrase: leadership.passphrase })
    )
    expect(valueOf(await flags.answer(leadership, asked)).state).toBe('closed')
  })

  it('what was handed over can be closed again as long as no case was opened from it', async () => {
    const { leadership, evaluator } = people
    const handed = valueOf(await flags.answer(leadership, await flags.report(teacher), 'handedOver'))
    expect(handed.may).toMatchObject({ close: true, handOver: false })
    const closed = valueOf(await flags.answer(leadership, handed))
    expect(closed).toMatchObject({
      state: 'closed',
      answers: [{ outcome: 'handedOver' }, { outcome: 'closed' }]
    })
    expect(await flags.listed(evaluator)).toEqual([])
  })
})

describe('from a flag to a case', () => {
  let handed: Flag
  beforeEach(async () => {
    const flag = await flags.report(teacher, { account: flags.pupil.id })
    handed = valueOf(await flags.answer(people.leadership, flag, 'handedOver'))
  })

  it('waits for those who propose, who now read it with the reasons, and for nobody else', async () => {
    const { evaluator, administrator, deputy } = people
    for (const who of [evaluator, administrator]) {
      expect(flags.waiting(who)).toEqual(['flagHandedOver'])
      const shown = valueOf(await flags.as(who, 'flags.flag', { flag: handed.id }))
      expect(shown).toMatchObject({
        may: { propose: true, close: false },
        reporter: { person: teacher.actor.person }
      })
      expect(shown.answers).toMatchObject([{ reason: 'Interner Grund.', message: '' }])
    }
    expect(flags.waiting(deputy)).toEqual([])
    for (const who of [flags.person('andere', 'teacher'), flags.person('dpo', 'dpo')])
      expect(await flags.listed(who)).toEqual([])
  })

  it('begins with person, rule, day and the words, and names the flag but not who reported it', async () => {
    const begun = valueOf(
      await flags.school.as(people.evaluator, 'sanctions.beginning', { origin: `flag:${handed.id}` })
    )
    const { reference, ...form } = begun
    expect(form).toEqual({
      ...{ account: flags.pupil.id, rule: 'P17', happenedOn: '2026-11-20', facts: seen.seen }
    })
    expect(reference).toMatch(new RegExp(`^Hinweis ${handed.number} vom \\d\\d\\.\\d\\d\\.\\d{4}$`))
    expect(JSON.stringify(begun)).not.toContain('lehrerin')
  })

  it('is linked both ways, in one step with the opening, under one signature', async () => {
    const { evaluator, leadership } = people
    const opened = valueOf(await openCase(evaluator, handed))
    expect(flags.kindsOf(handed.id)).toEqual(['flag.reported', 'flag.answered', 'flag.pursued'])
    const last = flags.school.ledger.items
      .slice(-3)
      .map((item) => [item.statement?.kind, item.signedBy?.person])
    expect(last).toEqual(
      ['case.opened', 'case.proposed', 'flag.pursued'].map((kind) => [kind, evaluator.actor.person])
    )
    const shown = valueOf(await flags.as(leadership, 'flags.flag', { flag: handed.id }))
    expect(shown).toMatchObject({ state: 'pursued', case: { id: opened.id, number: opened.number } })
    expect(opened.evidence).toEqual([{ reference: `Hinweis ${handed.number}` }])
    expect(flags.waiting(evaluator)).toEqual([])
  })

  it('leads to one case: a second one, or one from what is not handed over, says nothing at all', async () => {
    const { evaluator, administrator, leadership } = people
    valueOf(await openCase(evaluator, handed))
    const before = flags.school.ledger.items.length
    expect(codeOf(await openCase(administrator, handed))).toBe('flags.notPossibleNow')
    const waiting = await flags.report(teacher, { account: flags.pupil.id })
    expect(codeOf(await openCase(evaluator, waiting))).toBe('flags.notFound')
    expect(codeOf(await openCase(leadership, waiting))).toBe('flags.notFound')
    expect(flags.school.ledger.items).toHaveLength(before + 1)
    expect(flags.school.ledger.verification.problems).toEqual([])
  })

  it('is not for whom the flag is about, though they propose cases', async () => {
    const { evaluator, administrator, leadership } = people
    const flag = await flags.report(teacher, { account: flags.account(evaluator) })
    const given = valueOf(await flags.answer(leadership, flag, 'handedOver'))
    expect(await flags.listed(evaluator)).toEqual([handed.id])
    expect(codeOf(await openCase(evaluator, given))).toBe('flags.notFound')
    expect(await flags.listed(administrator)).toEqual([given.id, handed.id])
  })

  it.each(['flag:x', 'case:1', 'flag:', '__proto__:1', 'nothing'])(
    'is refused from what there is not: %s',
    async (origin) => {
      const answer = await flags.school.as(people.evaluator, 'sanctions.beginning', { origin })
      expect(['sanctions.originNotFound', 'flags.notFound']).toContain(codeOf(answer))
    }
  )
})

it('every kind that this job says is about a flag', () => {
  expect(statementKindNames.filter((kind) => kind.startsWith('flag.'))).toHaveLength(8)
})
