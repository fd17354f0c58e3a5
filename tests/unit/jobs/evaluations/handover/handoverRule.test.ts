import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { ageRecipientsSchema } from '../../../../../src-main/contract/handovers'
import type { LedgerExport } from '../../../../../src-main/contract/ledger'
import type { Draft } from '../../../../../src-main/core/ledger'
import type { Signer } from '../../../../../src-main/core/people/keys'
import {
  ageRecipient,
  appointment,
  forge,
  LedgerBuilder,
  makePerson,
  said,
  type BuiltPerson
} from '../../../support/ledgerBuilder'
import { kinds } from '../../../../../resources/verify-ledger.mjs'
import { verifyInApp, verifyStandingAlone } from '../../../support/verifiers'

const other = `${ageRecipient.slice(0, -1)}q`
const [open, punishable, violated] = [randomUUID(), randomUUID(), randomUUID()]
const evidence = { [open]: randomUUID(), [punishable]: randomUUID(), [violated]: randomUUID() }
const kept = evidence[punishable] ?? ''
const handover = randomUUID()

let built: LedgerBuilder
let second: BuiltPerson
let stranger: BuiltPerson
/** The leadership has decided nothing yet. */
let concluded: LedgerExport
/** It has decided on the order that was concluded so. */
let decided: LedgerExport
/** The bundle was made. */
let made: LedgerExport

beforeAll(async () => {
  built = await LedgerBuilder.found()
  const { leadership, evaluator } = built
  second = await makePerson('second evaluator')
  stranger = await makePerson('evaluator of other orders')
  for (const one of [second, stranger])
    await built.say({ signer: leadership.signer, draft: appointment(one, 'evaluator') })
  const pair = [evaluator.signer.fingerprint, second.signer.fingerprint] as const
  const bothSay = (what: Draft) =>
    built.say(...[evaluator, second].map(({ signer }) => ({ signer, draft: what })))
  for (const id of [open, punishable, violated]) {
    await built.say({
      signer: leadership.signer,
      draft: said.orderGiven(id, [evaluator.id, second.id], { expires: '2026-08-20' })
    })
    await built.record(said.evidenceSealed(id, evidence[id] ?? '', [pair]))
    await bothSay(said.evaluationOpened(id, evidence[id] ?? '', randomUUID()))
  }
  await bothSay(said.evaluationClosed(punishable, 'lawEnforcement'))
  await bothSay(said.evaluationClosed(violated, 'violation'))
  concluded = await built.export()
  await built.say({
    signer: leadership.signer,
    draft: said.handoverDecided(punishable, kept, handover)
  })
  decided = await built.export()
  await bothSay(said.handoverMade(punishable, kept, handover))
  made = await built.export()
}, 120_000)

/** What both verifiers find at statements that were written behind the app's back, by their place among them. */
function foundAt(
  original: LedgerExport,
  ...written: readonly { readonly signer: Signer; readonly what: Draft }[]
): string[] {
  const document = structuredClone(original)
  const places = written.map(({ signer, what }) => forge(document, signer, what, {}))
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return places.map((place) => {
    const problem = verdict.problems.find((one) => one.startsWith(`${place} `))
    return problem?.split(' ')[1] ?? 'right'
  })
}

const by = ({ signer }: Pick<BuiltPerson, 'signer'>, what: Draft) => ({ signer, what })
const both = (what: Draft, one = built.evaluator, two = second) => [by(one, what), by(two, what)]

describe('P23, P26: what the leadership may decide (both verifiers)', () => {
  it('is about evidence that is there, of an order that was concluded so', () => {
    const { leadership, device } = built
    const decision = (order: string, what = evidence[order] ?? kept) =>
      by(leadership, said.handoverDecided(order, what, randomUUID()))
    expect(foundAt(concluded, decision(punishable))).toEqual(['right'])
    for (const wrong of [decision(open), decision(violated), decision(randomUUID())])
      expect(foundAt(concluded, wrong)).toEqual(['wrongTransition'])
    expect(foundAt(concluded, decision(punishable, evidence[violated]))).toEqual(['wrongTransition'])
    const destroyed = { signer: device, what: said.evidenceDestroyed(punishable, kept) }
    expect(foundAt(concluded, destroyed, decision(punishable))).toEqual(['right', 'wrongTransition'])
  })

  it('is signed by the leadership alone, each decision once', () => {
    const decision = said.handoverDecided(punishable, kept, randomUUID())
    expect(foundAt(concluded, by(built.evaluator, decision))).toEqual(['wrongSigner'])
    expect(foundAt(concluded, by(built.administrator, decision))).toEqual(['wrongSigner'])
    const again = by(built.leadership, said.handoverDecided(punishable, kept, handover))
    expect(foundAt(decided, again)).toEqual(['wrongTransition'])
  })

  it('names somebody: what names no key of age is no such statement', () => {
    const [body] = kinds['handover.decided'] as unknown as [
      { readonly recipients: (value: unknown) => boolean }
    ]
    const of = (recipients: readonly string[]): boolean[] => [
      ageRecipientsSchema.safeParse(recipients).success,
      body.recipients(recipients)
    ]
    expect(of([ageRecipient, other])).toEqual([true, true])
    const many = Array.from({ length: 11 }, () => ageRecipient)
    for (const recipients of [[], ['age1'], [ageRecipient.toUpperCase()], many])
      expect(of(recipients)).toEqual([false, false])
  })
})

describe('P21: who may make the bundle (both verifiers)', () => {
  it('are two different evaluators whom the order names', () => {
    const what = said.handoverMade(punishable, kept, handover)
    expect(foundAt(decided, ...both(what))).toEqual(['right', 'right'])
    expect(foundAt(decided, ...both(what, second, second))).toEqual(['right', 'fourEyesBroken'])
    expect(foundAt(decided, ...both(what, second, stranger))).toEqual(['right', 'fourEyesBroken'])
    expect(foundAt(decided, by(built.leadership, what))).toEqual(['wrongSigner'])
  })

  it('make it again as often as it takes', () => {
    expect(foundAt(made, ...both(said.handoverMade(punishable, kept, handover)))).toEqual(['right', 'right'])
  })

  it('make what was decided last, for exactly its recipients', () => {
    const first = built.evaluator
    const change = [
      said.handoverMade(punishable, kept, handover, [other]),
      said.handoverMade(punishable, kept, handover, [ageRecipient, other]),
      said.handoverMade(punishable, kept, randomUUID()),
      said.handoverMade(violated, evidence[violated] ?? '', handover)
    ]
    for (const what of change) expect(foundAt(decided, by(first, what))).toEqual(['wrongTransition'])
    expect(foundAt(concluded, by(first, said.handoverMade(punishable, kept, handover)))).toEqual([
      'wrongTransition'
    ])
    const later = by(built.leadership, said.handoverDecided(punishable, kept, randomUUID(), [other]))
    const outdated = by(first, said.handoverMade(punishable, kept, handover))
    expect(foundAt(decided, later, outdated)).toEqual(['right', 'wrongTransition'])
  })

  it('make nothing of what was destroyed', () => {
    const gone = { signer: built.device, what: said.evidenceDestroyed(punishable, kept) }
    const what = by(second, said.handoverMade(punishable, kept, handover))
    expect(foundAt(decided, gone, what)).toEqual(['right', 'wrongTransition'])
  })
})
