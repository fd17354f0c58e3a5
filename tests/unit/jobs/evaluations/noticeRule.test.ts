import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerExport } from '../../../../src-main/contract/ledger'
import { longestPostponementDays } from '../../../../src-main/contract/notices'
import type { Draft } from '../../../../src-main/core/ledger'
import type { Signer } from '../../../../src-main/core/people/keys'
import { appointment, forge, LedgerBuilder, makePerson, said } from '../../support/ledgerBuilder'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

/** The store's time in these tests lies on the third of August. */
const today = '2026-08-03'
const [withContents, without, unread, withdrawn] = [
  randomUUID(),
  randomUUID(),
  randomUUID(),
  randomUUID()
] as const
const session = randomUUID()

let built: LedgerBuilder
let original: LedgerExport
/** Sequence numbers: what gave the order, and the two that revealed somebody. */
let given: number
let others: number
let halfRevealed: number
let revealed: number

beforeAll(async () => {
  built = await LedgerBuilder.found()
  const { leadership, evaluator } = built
  const second = await makePerson('second evaluator')
  await built.say({
    signer: leadership.signer,
    draft: appointment(second, 'evaluator', { until: '2027-07-31' }, randomUUID())
  })
  const evaluators = [evaluator.id, second.id]
  const pair = [evaluator.signer.fingerprint, second.signer.fingerprint] as const
  for (const id of [withContents, without, unread, withdrawn])
    await built.say({
      signer: leadership.signer,
      draft: said.orderGiven(id, evaluators, { contents: id !== without })
    })
  for (const id of [withContents, without, withdrawn])
    await built.record(said.evidenceSealed(id, randomUUID(), [pair]))
  await built.say({ signer: leadership.signer, draft: said.orderWithdrawn(withdrawn) })
  const both = (one: Draft) => [evaluator, second].map(({ signer }) => ({ signer, draft: one }))
  await built.say(...both(said.evaluationOpened(withContents, randomUUID(), session)))
  await built.say(...both(said.evaluationRevealed(withContents, session)))
  original = await built.export()
  const at = (kind: string, order: string): number[] =>
    original.statements
      .map(({ text }, place) => (text.includes(`"kind":"${kind}"`) && text.includes(order) ? place + 1 : 0))
      .filter((sequence) => sequence > 0)
  given = at('order.given', withContents)[0]!
  others = at('order.given', withdrawn)[0]!
  ;[halfRevealed, revealed] = at('evaluation.revealed', withContents) as [number, number]
}, 60_000)

/** What both verifiers find at statements that were written behind the app's back, by their place among them. */
function foundAt(...written: readonly { readonly what: Draft; readonly signer?: Signer }[]): string[] {
  const document = structuredClone(original)
  const places = written.map(({ what, signer = built.leadership.signer }) => forge(document, signer, what))
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return verdict.problems.map((problem) => {
    const [place, code = ''] = problem.split(' ')
    return `${places.indexOf(Number(place))} ${code}`
  })
}

const wrong = ['0 wrongTransition']
const tell = (order: string, named: number, on = today, place = 0) => ({
  what: said.noticeGiven(order, named, on, place)
})
const dayIn = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10)

describe('P24: the order of what is said about notices, by both verifiers', () => {
  it('somebody is told only once something was sealed under an order with contents', () => {
    expect(foundAt(tell(withContents, given))).toEqual([])
    expect(foundAt(tell(without, given + 1))).toEqual(wrong)
    expect(foundAt(tell(unread, given + 2))).toEqual(wrong)
    expect(foundAt(tell(randomUUID(), given))).toEqual(wrong)
    expect(foundAt({ what: said.noticePostponed(without, dayIn(3)) })).toEqual(wrong)
    expect(foundAt({ what: said.noticePostponed(unread, dayIn(3)) })).toEqual(wrong)
  })

  it('also after the end of the order', () => {
    expect(foundAt(tell(withdrawn, others), { what: said.noticePostponed(withdrawn, dayIn(3)) })).toEqual([])
  })

  it('once each', () => {
    expect(foundAt(tell(withContents, given), tell(withContents, given))).toEqual(['1 wrongTransition'])
    expect(foundAt(tell(withContents, given), tell(withContents, given, today, 1))).toEqual([])
    expect(foundAt(tell(withContents, given), tell(withContents, revealed))).toEqual([])
  })

  it('only whom the order or a revealing by both has named', () => {
    expect(foundAt(tell(withContents, revealed))).toEqual([])
    expect(foundAt(tell(withContents, halfRevealed))).toEqual(wrong)
    expect(foundAt(tell(withContents, revealed, today, 1))).toEqual(wrong)
    expect(foundAt(tell(withContents, others))).toEqual(wrong)
    expect(foundAt(tell(withdrawn, revealed))).toEqual(wrong)
    expect(foundAt(tell(withContents, given - 1))).toEqual(wrong)
  })

  it('on a day since it was read, and none that is to come', () => {
    expect(foundAt(tell(withContents, given, dayIn(-1)))).toEqual(wrong)
    expect(foundAt(tell(withContents, given, dayIn(1)))).toEqual(wrong)
  })

  it.each([
    [-1, false],
    [0, false],
    [1, true],
    [longestPostponementDays, true],
    [longestPostponementDays + 1, false]
  ])('is put off by %j days: %j', (days, isRight) => {
    expect(foundAt({ what: said.noticePostponed(withContents, dayIn(days)) })).toEqual(isRight ? [] : wrong)
  })

  it('by the leadership alone', () => {
    for (const { signer } of [built.evaluator, built.administrator]) {
      expect(foundAt({ signer, ...tell(withContents, given) })).toEqual(['0 wrongSigner'])
      const what = said.noticePostponed(withContents, dayIn(3))
      expect(foundAt({ signer, what })).toEqual(['0 wrongSigner'])
    }
  })
})
