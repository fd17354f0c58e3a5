import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerExport } from '../../../../../src-main/contract/ledger'
import type { Draft } from '../../../../../src-main/core/ledger'
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
const order = { given: randomUUID(), withdrawn: randomUUID() }
const evidence = { there: randomUUID(), destroyed: randomUUID() }

let built: LedgerBuilder
let second: BuiltPerson
let original: LedgerExport
/** Fingerprints of keys. */
let keys: Record<'evaluator' | 'second' | 'leadership' | 'administrator', string>

beforeAll(async () => {
  built = await LedgerBuilder.found()
  const { leadership, evaluator, administrator } = built
  second = await makePerson('second evaluator')
  await built.say({
    signer: leadership.signer,
    draft: appointment(second, 'evaluator', { until: '2026-08-10' })
  })
  for (const id of Object.values(order))
    await built.say({
      signer: leadership.signer,
      draft: said.orderGiven(id, [evaluator.id, second.id], { expires: '2026-08-20' })
    })
  await built.say({ signer: leadership.signer, draft: said.orderWithdrawn(order.withdrawn) })
  keys = {
    evaluator: evaluator.signer.fingerprint,
    second: second.signer.fingerprint,
    leadership: leadership.signer.fingerprint,
    administrator: administrator.signer.fingerprint
  }
  for (const id of Object.values(evidence)) await built.record(sealed({ id }))
  await built.record(said.evidenceDestroyed(order.given, evidence.destroyed))
  original = await built.export()
}, 60_000)

type Pairs = readonly (readonly [keyof typeof keys, keyof typeof keys])[]

function sealed({
  id = randomUUID(),
  of = order.given,
  pairs = [['evaluator', 'second']]
}: { id?: string; of?: string; pairs?: Pairs } = {}): Draft {
  return said.evidenceSealed(
    of,
    id,
    pairs.map(([one, other]) => [keys[one], keys[other]] as const)
  )
}

/** What both verifiers find at a statement that the PC has written behind the app's back. */
function foundAt(what: Draft, time?: string): string[] {
  const document = structuredClone(original)
  forge(document, built.device, what, time === undefined ? {} : { time })
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return verdict.problems.map((problem) => problem.split(' ')[1] ?? '')
}

describe('P19: under which orders evidence is sealed, by both verifiers', () => {
  it('is one that is in force', () => {
    expect(foundAt(sealed())).toEqual([])
    expect(foundAt(sealed({ of: order.withdrawn }))).toEqual(['wrongTransition'])
    expect(foundAt(sealed({ of: randomUUID() }))).toEqual(['wrongTransition'])
    expect(foundAt(sealed(), '2026-08-09T12:00:00.000Z')).toEqual([])
    expect(foundAt(sealed(), '2026-08-20T22:00:00.000Z')).toEqual(['wrongTransition'])
  })

  it('is sealed once, and destroyed once, of its own order', () => {
    expect(foundAt(sealed({ id: evidence.there }))).toEqual(['wrongTransition'])
    expect(foundAt(said.evidenceDestroyed(order.given, evidence.there))).toEqual([])
    expect(foundAt(said.evidenceDestroyed(order.given, evidence.destroyed))).toEqual(['wrongTransition'])
    expect(foundAt(said.evidenceDestroyed(order.withdrawn, evidence.there))).toEqual(['wrongTransition'])
    expect(foundAt(said.evidenceDestroyed(order.given, randomUUID()))).toEqual(['wrongTransition'])
  })
})

describe('P21: for whom evidence is sealed, by both verifiers', () => {
  it.each<[string, Pairs, readonly string[]]>([
    ['two evaluators', [['evaluator', 'second']], []],
    [
      'two evaluators and a way back',
      [
        ['evaluator', 'second'],
        ['leadership', 'administrator']
      ],
      []
    ],
    ['no evaluators', [['leadership', 'administrator']], ['fourEyesBroken']],
    ['one with themselves', [['evaluator', 'evaluator']], ['fourEyesBroken']],
    ['an evaluator with somebody else', [['evaluator', 'leadership']], ['fourEyesBroken']],
    [
      'also an evaluator with somebody else',
      [
        ['evaluator', 'second'],
        ['second', 'administrator']
      ],
      ['fourEyesBroken']
    ]
  ])('%s', (_who, pairs, problems) => {
    expect(foundAt(sealed({ pairs }))).toEqual(problems)
  })

  it('is nobody whose appointment is over', () => {
    expect(foundAt(sealed(), '2026-08-11T12:00:00.000Z')).toEqual(['fourEyesBroken'])
  })
})
