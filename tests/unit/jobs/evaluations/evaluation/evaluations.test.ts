import { usualEvidencePeriods } from '../../../../../src-main/contract/settings'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Result } from '../../../../../src-main/contract/result'
import { holdsEvidence } from '../../../../../src-main/jobs/evaluations/evaluation'
import { EvaluationSchool } from '../../../support/evaluationSchool'
import type { SchoolPerson } from '../../../support/sanctionsPeople'
import { valueOf } from '../../../support/sanctionsSchool'

const ends: (() => Promise<void>)[] = []
let stage: EvaluationSchool

beforeEach(async () => {
  stage = await EvaluationSchool.open((end) => void ends.push(end))
}, 60_000)

afterEach(async () => {
  vi.useRealTimers()
  for (const end of ends.splice(0).toReversed()) await end()
})

function codeOf(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.failure.code
}

const conclusion = {
  judgment: 'violation',
  findings: 'Zwei Aufrufe einer Spieleseite, beide bewiesen.',
  notFound: 'Kein Tunnel, keine gesperrten Seiten.',
  summary: 'Der Verdacht ist in einem Fall bestätigt.'
}
const pseudonym = { kind: 'person', number: 1 }

describe('opening an evaluation', () => {
  it('takes two different persons whom the order names (P20, P21)', async () => {
    const first = valueOf(await stage.step('evaluations.open', stage.first))
    expect(first).toMatchObject({ state: 'sealed', session: null, waiting: { act: 'open' } })
    expect(codeOf(await stage.events())).toBe('evaluations.notOpen')
    expect(codeOf(await stage.step('evaluations.open', stage.first))).toBe('evaluations.samePerson')
    const second = valueOf(await stage.step('evaluations.open', stage.second))
    expect(second).toMatchObject({ state: 'open', waiting: null })
    expect(stage.said.slice(-2)).toEqual(['evaluation.opened', 'evaluation.opened'])
    expect(valueOf(await stage.events()).total).toBe(2)
  })

  it('takes the passphrase of each of them', async () => {
    const wrong = { ...stage.second, passphrase: 'falsch' }
    expect(codeOf(await stage.step('evaluations.open', { ...stage.first, passphrase: 'falsch' }))).toBe(
      'people.wrongPassphrase'
    )
    await stage.step('evaluations.open', stage.first)
    expect(codeOf(await stage.step('evaluations.open', wrong))).toBe('people.wrongPassphrase')
    // The first one still waits, and nothing was said.
    expect(valueOf(await stage.ask('evaluations.state', { order: stage.order.id })).waiting).not.toBeNull()
    expect(stage.said).not.toContain('evaluation.opened')
  })

  it.each(['leadership', 'deputy', 'administrator'] as const)('is nothing for the %s (P25)', async (name) => {
    const who = stage.school.people[name]
    expect(codeOf(await stage.step('evaluations.open', who))).toBe('evaluations.notEvaluator')
    await stage.both('evaluations.open')
    stage.actor = stage.first.actor
    for (const answer of [
      await stage.ask('evaluations.state', { order: stage.order.id }, who.actor),
      await stage.ask('evaluations.overview', { order: stage.order.id }, who.actor),
      await stage.events(who.actor),
      await stage.ask(
        'evaluations.timeline',
        { order: stage.order.id, filter: {}, from: 0, until: 1 },
        who.actor
      ),
      await stage.ask(
        'evaluations.mark',
        { order: stage.order.id, event: 0, marked: true, note: '' },
        who.actor
      )
    ]) {
      expect(codeOf(answer)).toBe('evaluations.notFound')
    }
  })

  it('shows nothing to an evaluator whom the order does not name, nor whom it is about', async () => {
    await stage.both('evaluations.open')
    const stranger = { ...stage.first.actor, person: 'somebody' }
    const concerned = { ...stage.first.actor, person: stage.school.flags.pupil.id }
    for (const who of [stranger, concerned])
      expect(codeOf(await stage.events(who))).toBe('evaluations.notFound')
  })

  it('lets nobody open who is not signed in, through the hands of another', async () => {
    stage.actor = { ...stage.first.actor, person: 'somebody' }
    expect(codeOf(await stage.both('evaluations.open'))).toBe('evaluations.notFound')
  })

  it('is over for an evaluator whose appointment was revoked, at once', async () => {
    await stage.both('evaluations.open')
    const { leadership } = await import('../../../support/sanctionsPeople').then(({ officials }) =>
      officials()
    )
    const { appointment } = stage.second
    const revoked = await stage.school.ledger.append([
      {
        signer: leadership.signer,
        draft: {
          kind: 'appointment.revoked',
          subject: `person:${stage.second.actor.person}`,
          body: { appointment },
          payload: { reason: 'Wechselt die Schule.' }
        }
      }
    ])
    expect(codeOf(revoked)).toBe('ok')
    expect(codeOf(await stage.events())).toBe('evaluations.notOpen')
    expect(codeOf(await stage.both('evaluations.open'))).toBe('evaluations.notEvaluator')
  })

  it('says when nothing is sealed yet', async () => {
    stage.isKept = false
    expect(codeOf(await stage.step('evaluations.open', stage.first))).toBe('evaluations.nothingSealed')
    expect(valueOf(await stage.ask('evaluations.state', { order: stage.order.id })).state).toBe(
      'nothingSealed'
    )
  })

  it('waits for its two in their inboxes alone, until it is concluded', async () => {
    const waits = (actor = stage.first.actor) => stage.evaluations.inboxItems(actor).map(({ kind }) => kind)
    expect(waits()).toEqual(['evaluationOpen'])
    expect(waits(stage.second.actor)).toEqual(['evaluationOpen'])
    expect(waits(stage.school.people.leadership.actor)).toEqual([])
    await stage.both('evaluations.open')
    await stage.both('evaluations.close', conclusion)
    // A violation waits for a case to be proposed from it (P26).
    expect(waits()).toEqual(['evaluationToPropose'])
  })
})

describe('an open evaluation', () => {
  beforeEach(async () => {
    valueOf(await stage.both('evaluations.open'))
  })

  it('ends when the window locks or somebody signs out', async () => {
    stage.actor = null
    stage.evaluations.look()
    stage.actor = stage.first.actor
    expect(codeOf(await stage.events())).toBe('evaluations.notOpen')
  })

  it('goes on for the second of the two, and ends for anybody else', async () => {
    expect(codeOf(await stage.events(stage.second.actor))).toBe('ok')
    stage.actor = stage.school.people.leadership.actor
    stage.evaluations.look()
    stage.actor = stage.first.actor
    expect(codeOf(await stage.events())).toBe('evaluations.notOpen')
  })

  it('ends after half an hour in which nobody has asked anything', async () => {
    stage.school.inMinutes(29)
    expect(codeOf(await stage.events())).toBe('ok')
    stage.school.inMinutes(29)
    expect(codeOf(await stage.events())).toBe('ok')
    stage.school.inMinutes(31)
    expect(codeOf(await stage.events())).toBe('evaluations.notOpen')
  })

  it('ends with the order, whether it is withdrawn or expires', async () => {
    valueOf(
      await stage.school.withdraw(stage.school.people.leadership, stage.order).then(async (answer) => {
        // Somebody has opened it since: the order is read again first.
        if (answer.ok) return answer
        const newest = valueOf(
          await stage.school.as(stage.school.people.leadership, 'orders.order', { order: stage.order.id })
        )
        return stage.school.withdraw(stage.school.people.leadership, newest)
      })
    )
    expect(codeOf(await stage.events())).toBe('evaluations.notOpen')
    expect(codeOf(await stage.both('evaluations.open'))).toBe('evaluations.notInForce')
  })

  it('ends when one of them leaves it', async () => {
    expect(valueOf(await stage.ask('evaluations.leave', { order: stage.order.id })).state).toBe('sealed')
    expect(codeOf(await stage.events())).toBe('evaluations.notOpen')
  })

  it('writes each question down once, and only when it has settled (P22)', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const searches = () => stage.said.filter((kind) => kind === 'evaluation.searched').length
    for (const text of ['s', 'sp', 'spi', 'spiele']) await stage.events(undefined, { text })
    expect(searches()).toBe(0)
    vi.advanceTimersByTime(2_000)
    vi.useRealTimers()
    await vi.waitFor(() => expect(searches()).toBe(1))
    const [search] = stage.school.ledger.ofKind('evaluation.searched')
    expect(search === undefined ? null : stage.school.ledger.payloadOf(search)).toMatchObject({
      text: 'spiele',
      hits: 1
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    await stage.events(undefined, { text: 'spiele' })
    await stage.events(undefined, {})
    vi.advanceTimersByTime(2_000)
    vi.useRealTimers()
    await stage.school.ledger.refresh()
    expect(searches()).toBe(1)
  })

  it('writes down what was asked last before it ends', async () => {
    await stage.events(undefined, { text: 'spiele' })
    await stage.ask('evaluations.leave', { order: stage.order.id })
    await vi.waitFor(() => expect(stage.said).toContain('evaluation.searched'))
  })

  it('shows no name, not even in a text', async () => {
    const shown = JSON.stringify([
      valueOf(await stage.events()),
      valueOf(await stage.ask('evaluations.overview', { order: stage.order.id }))
    ])
    expect(shown).not.toMatch(/beispiel\W|k\.beispiel|10\.1\.2\.3/)
  })

  it('reveals one pseudonym with both, with a reason (P21)', async () => {
    const said = { pseudonym, reason: 'Der Verdacht richtet sich gegen eine Person.' }
    await stage.step('evaluations.reveal', stage.first, said)
    expect(stage.said).not.toContain('evaluation.revealed')
    // What the first one has agreed to is that one pseudonym.
    const other = { ...said, pseudonym: { kind: 'address', number: 1 } }
    expect(codeOf(await stage.step('evaluations.reveal', stage.second, other))).toBe('evaluations.otherAct')
    const state = valueOf(await stage.step('evaluations.reveal', stage.second, said))
    expect(state.revealed).toMatchObject([{ pseudonym, identity: 'k.beispiel', reason: said.reason }])
    expect(stage.said.slice(-2)).toEqual(['evaluation.revealed', 'evaluation.revealed'])
    expect(
      codeOf(
        await stage.step('evaluations.reveal', stage.first, {
          ...said,
          pseudonym: { kind: 'mail', number: 9 }
        })
      )
    ).toBe('evaluations.pseudonymUnknown')
  })

  it('forgets whoever waits when they cancel', async () => {
    const said = { pseudonym, reason: 'Grund genug.' }
    await stage.step('evaluations.reveal', stage.first, said)
    expect(valueOf(await stage.ask('evaluations.cancel', { order: stage.order.id })).waiting).toBeNull()
    expect(valueOf(await stage.step('evaluations.reveal', stage.second, said)).waiting?.person.person).toBe(
      stage.second.actor.person
    )
    expect(stage.said).not.toContain('evaluation.revealed')
  })

  it('remembers marks and reveals in the next session of the same evidence', async () => {
    valueOf(
      await stage.ask('evaluations.mark', { order: stage.order.id, event: 1, marked: true, note: 'ansehen' })
    )
    await stage.both('evaluations.reveal', { pseudonym, reason: 'Grund genug.' })
    await stage.ask('evaluations.leave', { order: stage.order.id })
    const state = valueOf(await stage.both('evaluations.open'))
    expect(state.revealed).toHaveLength(1)
    expect(valueOf(await stage.events(undefined, { onlyMarked: true })).rows).toMatchObject([
      { event: 1, marked: true, note: 'ansehen' }
    ])
    expect(
      codeOf(
        await stage.ask('evaluations.mark', { order: stage.order.id, event: 99, marked: true, note: '' })
      )
    ).toBe('evaluations.eventUnknown')
  })

  it('is concluded by both, and then stays shut (P21, P22)', async () => {
    await stage.step('evaluations.close', stage.first, conclusion)
    expect(stage.said).not.toContain('evaluation.closed')
    const state = valueOf(await stage.step('evaluations.close', stage.second, conclusion))
    expect(state).toMatchObject({ state: 'closed', session: null, conclusion: { ...conclusion } })
    expect(stage.said.slice(-2)).toEqual(['evaluation.closed', 'evaluation.closed'])
    expect(codeOf(await stage.events())).toBe('evaluations.notOpen')
    expect(codeOf(await stage.both('evaluations.open'))).toBe('evaluations.closed')
  })

  it('shows the leadership what was concluded, which ends the order and may hold the evidence (P19, P22)', async () => {
    await stage.both('evaluations.close', conclusion)
    const { school, order } = stage
    const read = (who: SchoolPerson) => school.as(who, 'orders.order', { order: order.id })
    const shown = valueOf(await read(school.people.leadership))
    expect(shown).toMatchObject({ state: 'concluded', may: { withdraw: false }, conclusion })
    expect(codeOf(await read(school.people.administrator))).toBe('orders.notFound')
    expect(codeOf(await school.withdraw(school.people.leadership, shown))).toBe('orders.notPossibleNow')
    const concludedAt = Date.parse(shown.conclusion?.at ?? '')
    const heldAfter = (days: number) =>
      holdsEvidence(
        school.ledger,
        order.id,
        new Date(concludedAt + days * 86_400_000),
        undefined,
        usualEvidencePeriods
      )
    expect([heldAfter(0), heldAfter(89), heldAfter(90)]).toEqual([true, true, false])

    const another = await school.give()
    expect(holdsEvidence(school.ledger, another.id, school.now, undefined, usualEvidencePeriods)).toBe(false)
  })
})
