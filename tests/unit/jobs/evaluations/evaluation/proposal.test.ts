import { usualEvidencePeriods } from '../../../../../src-main/contract/settings'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '../../../../../src-main/contract/result'
import { holdsEvidence } from '../../../../../src-main/jobs/evaluations/evaluation'
import { wordsOn } from '../../../support/documentSamples'
import { EvaluationSchool } from '../../../support/evaluationSchool'
import type { SchoolPerson } from '../../../support/sanctionsPeople'
import { valueOf } from '../../../support/sanctionsSchool'

const ends: (() => Promise<void>)[] = []
let stage: EvaluationSchool

beforeEach(async () => {
  stage = await EvaluationSchool.open((end) => void ends.push(end))
  valueOf(await stage.both('evaluations.open'))
}, 60_000)

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

const conclusion = {
  judgment: 'violation',
  findings: 'Zwei Aufrufe einer Spieleseite, beide bewiesen.',
  notFound: 'Kein Tunnel, keine gesperrten Seiten.',
  summary: 'Der Verdacht ist bestätigt.'
}
const pupil = () => stage.school.flags.pupil.id
const cases = () => stage.school.flags.school
const origin = () => `order:${stage.order.id}`

function codeOf(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.failure.code
}

const conclude = (told: object = {}) => stage.both('evaluations.close', { ...conclusion, ...told })
const reveal = (pseudonym: object) =>
  stage.both('evaluations.reveal', { pseudonym, reason: 'Der Verdacht richtet sich gegen eine Person.' })
const beginning = (who: SchoolPerson) => cases().as(who, 'sanctions.beginning', { origin: origin() })

function propose(who: SchoolPerson, told: object = {}) {
  return cases().as(who, 'sanctions.open', {
    ...{ account: pupil(), rule: 'P18', happenedOn: stage.school.day(-2), facts: 'Im Unterricht gespielt.' },
    ...{ evidence: [{ reference: 'Protokoll der Auswertung' }], measures: [{ kind: 'warning' }] },
    ...{ reasons: 'Zum zweiten Mal.', passphrase: who.passphrase, origin: origin(), ...told }
  })
}

const waits = (who: SchoolPerson) =>
  stage.evaluations
    .inboxItems(who.actor)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== 'evaluationOpen')

describe('P26: a violation that was concluded', () => {
  it('fills the form of a case with rule, day, words, evidence by reference, and whom both have revealed', async () => {
    valueOf(await reveal({ kind: 'person', number: 1 }))
    valueOf(await conclude())
    const { reference, ...form } = valueOf(await beginning(stage.first))
    expect(form).toEqual({
      ...{ account: pupil(), rule: 'P18', happenedOn: stage.school.day(-2) },
      facts: `${conclusion.summary}\n\n${conclusion.findings}`
    })
    expect(reference).toMatch(/^Protokoll der Auswertung \d{4}-\d{3} vom \d\d\.\d\d\.\d{4}/)
  })

  it('names nobody where what was revealed is no login of the directory, and nobody is guessed', async () => {
    valueOf(await reveal({ kind: 'address', number: 1 }))
    valueOf(await conclude())
    expect(valueOf(await beginning(stage.first)).account).toBeNull()
  })

  it('takes whom the order names where nobody was revealed', async () => {
    valueOf(await conclude())
    expect(valueOf(await beginning(stage.second)).account).toBe(pupil())
  })

  it('is proposed by its evaluators alone; who leads, administers or is a stranger to it does not (P21, P25)', async () => {
    const { leadership, administrator } = stage.school.people
    expect(codeOf(await beginning(stage.first))).toBe('evaluations.nothingToPropose')
    valueOf(await conclude())
    expect(codeOf(await beginning(leadership))).toBe('evaluations.nothingToPropose')
    expect(codeOf(await beginning(administrator))).toBe('evaluations.notFound')
    expect(codeOf(await propose(administrator))).toBe('evaluations.notFound')
    const stranger = { ...stage.first, actor: { ...stage.first.actor, person: 'somebody' } }
    expect(codeOf(await beginning(stranger))).toBe('evaluations.notFound')
    expect(stage.said).not.toContain('order.pursued')
  })

  it.each(['noViolation', 'lawEnforcement'])(
    'leads to no case where the judgment is %s',
    async (judgment) => {
      valueOf(await conclude({ judgment }))
      expect(codeOf(await beginning(stage.first))).toBe('evaluations.nothingToPropose')
      expect(codeOf(await propose(stage.first))).toBe('evaluations.nothingToPropose')
    }
  )

  it('is linked with its case in one step, under one signature, and waits for nobody then', async () => {
    const { leadership } = stage.school.people
    valueOf(await conclude())
    expect([waits(stage.first), waits(stage.second), waits(leadership)]).toEqual([
      ...[['evaluationToPropose'], ['evaluationToPropose']],
      ['evaluationConcluded']
    ])
    const opened = valueOf(await propose(stage.first))
    const last = stage.school.ledger.items
      .slice(-3)
      .map((item) => [item.statement?.kind, item.signedBy?.person])
    expect(last).toEqual(
      ['case.opened', 'case.proposed', 'order.pursued'].map((kind) => [kind, stage.first.actor.person])
    )
    for (const who of [stage.first, stage.second, leadership]) expect(waits(who)).toEqual([])
    const shown = async (who: SchoolPerson) =>
      valueOf(await stage.school.as(who, 'orders.order', { order: stage.order.id })).conclusion
    const link = { id: opened.id, number: opened.number }
    expect(await shown(leadership)).toMatchObject({ cases: [{ ...link, mayRead: true }], mayPropose: false })
    expect(await shown(stage.first)).toMatchObject({ cases: [{ ...link, mayRead: true }], mayPropose: true })
    valueOf(await stage.ask('evaluations.saveProtocol', { order: stage.order.id }, leadership.actor))
    expect(wordsOn(stage.school.saved.at(-1)!.page)).toContain(`Fälle daraus ${opened.number}`)
    // The other one has not proposed it: they know that there is one and no more.
    expect(await shown(stage.second)).toMatchObject({ cases: [{ ...link, mayRead: false }] })
  })

  it('is decided by the leadership, never by who evaluated (P21)', async () => {
    const { leadership } = stage.school.people
    valueOf(await conclude())
    const opened = valueOf(await propose(stage.first))
    const decide = (who: SchoolPerson) =>
      cases().as(who, 'sanctions.decide', {
        ...{ case: opened.id, version: opened.version, outcome: 'refused', measures: [], plan: null },
        ...{ reasons: 'Einmaliger Vorfall.', passphrase: who.passphrase }
      })
    for (const who of [stage.first, stage.second]) expect((await decide(who)).ok).toBe(false)
    expect(codeOf(await decide(leadership))).toBe('ok')
  })

  it('may be about several persons, each with a case; what is stale opens none', async () => {
    valueOf(await conclude())
    valueOf(await propose(stage.first))
    valueOf(await propose(stage.first, { facts: 'Auch die zweite Person hat gespielt.' }))
    expect(stage.said.filter((kind) => kind === 'order.pursued')).toHaveLength(2)
  })
})

describe('how long evidence is held', () => {
  const day = 86_400_000
  const heldAfter = (days: number, periods = usualEvidencePeriods) => {
    const { ledger } = stage.school
    const said = ledger.ofKind('evaluation.closed').at(-1)!
    const at = new Date(Date.parse(said.statement.time) + days * day)
    return holdsEvidence(ledger, stage.order.id, at, cases().job, periods)
  }

  it('is 90 days for the decision, and while a case from it is under way up to a year', async () => {
    const { leadership } = stage.school.people
    valueOf(await conclude())
    expect([heldAfter(89), heldAfter(90)]).toEqual([true, false])
    const opened = valueOf(await propose(stage.first))
    expect([heldAfter(90), heldAfter(364), heldAfter(365)]).toEqual([true, true, false])
    // As the school has set it; a case holds it no shorter than what was only found.
    const set = (found: number, held: number) => ({
      found: { days: found, reason: 'Weil es so lange dauert.' },
      case: { days: held, reason: 'Bis jemand gehört ist.' }
    })
    expect([heldAfter(29, set(10, 30)), heldAfter(30, set(10, 30))]).toEqual([true, false])
    expect([heldAfter(39, set(40, 5)), heldAfter(40, set(40, 5))]).toEqual([true, false])
    valueOf(
      await cases().as(leadership, 'sanctions.decide', {
        ...{ case: opened.id, version: opened.version, outcome: 'refused', measures: [], plan: null },
        ...{ reasons: 'Einmaliger Vorfall.', passphrase: leadership.passphrase }
      })
    )
    expect([heldAfter(89), heldAfter(90)]).toEqual([true, false])
  })

  it('ends with its own period where no violation was concluded', async () => {
    valueOf(await conclude({ judgment: 'noViolation' }))
    expect(heldAfter(0)).toBe(false)
  })
})
