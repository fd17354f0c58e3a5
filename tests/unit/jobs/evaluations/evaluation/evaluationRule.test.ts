import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { actGroups } from '../../../../../src-main/contract/evaluations'
import { sureties } from '../../../../../src-main/contract/logEvents'
import type { LedgerExport } from '../../../../../src-main/contract/ledger'
import type { Draft } from '../../../../../src-main/core/ledger'
import type { Signer } from '../../../../../src-main/core/people/keys'
import {
  appointment,
  forge,
  LedgerBuilder,
  makePerson,
  said,
  type BuiltPerson
} from '../../../support/ledgerBuilder'
import { verifyInApp, verifyStandingAlone } from '../../../support/verifiers'

/** The store's time in these tests lies on the third of August. */
const lastDay = '2026-08-20'
const order = {
  open: randomUUID(),
  fresh: randomUUID(),
  withdrawn: randomUUID(),
  closed: randomUUID(),
  innocent: randomUUID()
}
const session = randomUUID()
const evidence = randomUUID()

let built: LedgerBuilder
let second: BuiltPerson
let third: BuiltPerson
let stranger: BuiltPerson
let original: LedgerExport

beforeAll(async () => {
  built = await LedgerBuilder.found()
  const { leadership, evaluator } = built
  second = await makePerson('second evaluator')
  third = await makePerson('third evaluator')
  stranger = await makePerson('evaluator of other orders')
  for (const one of [second, third, stranger])
    await built.say({ signer: leadership.signer, draft: appointment(one, 'evaluator') })
  const evaluators = [evaluator.id, second.id, third.id]
  for (const id of Object.values(order))
    await built.say({
      signer: leadership.signer,
      draft: said.orderGiven(id, evaluators, { expires: lastDay })
    })
  await built.say({ signer: leadership.signer, draft: said.orderWithdrawn(order.withdrawn) })
  const both = [evaluator.signer, second.signer]
  const bothSay = (what: Draft) => built.say(...both.map((signer) => ({ signer, draft: what })))
  await bothSay(said.evaluationOpened(order.open, evidence, session))
  await bothSay(said.evaluationOpened(order.closed, evidence, randomUUID()))
  await bothSay(said.evaluationClosed(order.closed))
  await bothSay(said.evaluationOpened(order.innocent, evidence, randomUUID()))
  await bothSay(said.evaluationClosed(order.innocent, 'noViolation'))
  original = await built.export()
}, 60_000)

/** What both verifiers find at statements that were written behind the app's back, by their place among them. */
function foundAt(...written: readonly { signer: Signer; what: Draft; time?: string }[]): string[] {
  const document = structuredClone(original)
  const places = written.map(({ signer, what, time }) =>
    forge(document, signer, what, time === undefined ? {} : { time })
  )
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return places.map((place) => {
    const problem = verdict.problems.find((one) => one.startsWith(`${place} `))
    return problem?.split(' ')[1] ?? 'right'
  })
}

const by = (signer: Signer, what: Draft, time?: string) =>
  time === undefined ? { signer, what } : { signer, what, time }
const pair = (what: Draft, one = built.evaluator, other = second) => [
  by(one.signer, what),
  by(other.signer, what)
]

describe('what may be said about an evaluation (both verifiers)', () => {
  it('P21: is opened by two different evaluators whom the order names', () => {
    const opened = said.evaluationOpened(order.fresh, evidence, randomUUID())
    expect(foundAt(...pair(opened))).toEqual(['right', 'right'])
    expect(foundAt(...pair(opened, second, third))).toEqual(['right', 'right'])
    expect(foundAt(...pair(opened, second, second))).toEqual(['right', 'fourEyesBroken'])
    expect(foundAt(...pair(opened, second, stranger))).toEqual(['right', 'fourEyesBroken'])
    expect(foundAt(by(built.administrator.signer, opened))).toEqual(['wrongSigner'])
    expect(foundAt(by(built.leadership.signer, opened))).toEqual(['wrongSigner'])
  })

  it('P21: one alone opens nothing', () => {
    const id = randomUUID()
    const alone = by(second.signer, said.evaluationOpened(order.fresh, evidence, id))
    const searched = by(built.device, said.evaluationSearched(order.fresh, id))
    expect(foundAt(alone, searched)).toEqual(['right', 'wrongTransition'])
    // Something between the two, or another session: these are two halves of nothing.
    const other = by(built.evaluator.signer, said.evaluationOpened(order.fresh, evidence, randomUUID()))
    expect(foundAt(alone, other, searched)).toEqual(['right', 'right', 'wrongTransition'])
  })

  it('P19: nothing is opened, asked or revealed without an order in force', () => {
    for (const id of [randomUUID(), order.withdrawn, order.closed])
      expect(foundAt(...pair(said.evaluationOpened(id, evidence, randomUUID())))).toContain('wrongTransition')
    const late = '2026-08-20T22:00:01.000Z'
    const opened = said.evaluationOpened(order.fresh, evidence, randomUUID())
    expect(foundAt(by(second.signer, opened, late))).toEqual(['wrongTransition'])
    expect(foundAt(by(built.device, said.evaluationSearched(order.open, session), late))).toEqual([
      'wrongTransition'
    ])
  })

  it('P19: under a concluded order nothing is sealed, and nobody withdraws it', () => {
    const pairOf = (one: BuiltPerson, other: BuiltPerson) =>
      [one.signer.fingerprint, other.signer.fingerprint] as const
    const sealed = (id: string) => said.evidenceSealed(id, randomUUID(), [pairOf(built.evaluator, second)])
    const withdrawn = (id: string) => by(built.leadership.signer, said.orderWithdrawn(id))
    expect(foundAt(by(built.device, sealed(order.open)))).toEqual(['right'])
    expect(foundAt(by(built.device, sealed(order.closed)))).toEqual(['wrongTransition'])
    expect(foundAt(withdrawn(order.closed))).toEqual(['wrongTransition'])
    // One of the two alone concludes nothing.
    const alone = by(second.signer, said.evaluationClosed(order.open))
    expect(foundAt(alone, by(built.device, sealed(order.open)))).toEqual(['right', 'right'])
    expect(foundAt(alone, withdrawn(order.open))).toEqual(['right', 'right'])
  })

  it('P21: what is revealed takes the two who have opened it', () => {
    const revealed = said.evaluationRevealed(order.open, session)
    expect(foundAt(...pair(revealed))).toEqual(['right', 'right'])
    expect(foundAt(...pair(revealed, built.evaluator, third))).toEqual(['right', 'fourEyesBroken'])
    expect(foundAt(...pair(said.evaluationRevealed(order.open, randomUUID())))).toContain('wrongTransition')
  })

  it('P22: what is recorded takes the two who have opened it', () => {
    const recorded = said.evaluationRecorded(order.open, session)
    expect(foundAt(...pair(recorded))).toEqual(['right', 'right'])
    expect(foundAt(...pair(recorded, built.evaluator, third))).toEqual(['right', 'fourEyesBroken'])
    expect(foundAt(...pair(said.evaluationRecorded(order.open, randomUUID())))).toContain('wrongTransition')
    expect(foundAt(...pair(said.evaluationRecorded(order.closed, session)))).toContain('wrongTransition')
    expect(foundAt(by(built.device, recorded))).toEqual(['wrongSigner'])
  })

  it('P26: a case begins from a violation that was concluded, by one of its evaluators who has opened it', () => {
    const opened = randomUUID()
    const cases = (one: BuiltPerson, id = order.closed) => [
      by(one.signer, said.opened(opened)),
      by(one.signer, said.orderPursued(id, opened))
    ]
    expect(foundAt(...cases(second))).toEqual(['right', 'right'])
    // It is about two persons: each has a case.
    const another = randomUUID()
    const further = [
      by(third.signer, said.opened(another)),
      by(third.signer, said.orderPursued(order.closed, another))
    ]
    expect(foundAt(...cases(second), ...further)).toEqual(['right', 'right', 'right', 'right'])
    expect(foundAt(...cases(stranger))).toEqual(['right', 'wrongTransition'])
    expect(foundAt(...cases(built.administrator))).toEqual(['right', 'wrongSigner'])
    for (const id of [order.open, order.withdrawn, order.innocent, randomUUID()])
      expect(foundAt(...cases(second, id))).toEqual(['right', 'wrongTransition'])
    const [open] = cases(second)
    const pursued = by(third.signer, said.orderPursued(order.closed, opened))
    expect(foundAt(open!, pursued)).toEqual(['right', 'wrongTransition'])
    const [, again] = cases(second)
    expect(foundAt(...cases(second), again!)).toEqual(['right', 'right', 'wrongTransition'])
  })

  it('P22: a question may name every kind of act and of knowing', () => {
    const searched = said.evaluationSearched(order.open, session)
    Object.assign(searched.payload ?? {}, { groups: actGroups, sureties })
    expect(foundAt(by(built.device, searched))).toEqual(['right'])
  })

  it('P22: questions and marks belong to a session; after the conclusion nothing follows', () => {
    expect(foundAt(by(built.device, said.evaluationSearched(order.open, session)))).toEqual(['right'])
    expect(foundAt(by(built.device, said.evaluationMarked(order.open, session)))).toEqual(['right'])
    expect(foundAt(by(built.device, said.evaluationMarked(order.open, randomUUID())))).toEqual([
      'wrongTransition'
    ])
    const [first, last] = pair(said.evaluationClosed(order.open))
    if (first === undefined || last === undefined) throw new Error('two are missing')
    const mark = by(built.device, said.evaluationMarked(order.open, session))
    expect(foundAt(first, mark)).toEqual(['right', 'right'])
    expect(foundAt(first, last, mark)).toEqual(['right', 'right', 'wrongTransition'])
    const twice = said.evaluationOpened(order.open, evidence, session)
    expect(foundAt(by(second.signer, twice))).toEqual(['wrongTransition'])
  })
})
