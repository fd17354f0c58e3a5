import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerExport } from '../../../../src-main/contract/ledger'
import type { Draft } from '../../../../src-main/core/ledger'
import type { Signer } from '../../../../src-main/core/people/keys'
import {
  nextState,
  orderMoves,
  stateAt,
  type OrderMove
} from '../../../../src-main/jobs/evaluations/orders/course'
import {
  appointment,
  forge,
  LedgerBuilder,
  makePerson,
  said,
  type BuiltPerson
} from '../../support/ledgerBuilder'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

/** The store's time in these tests lies on the third of August. */
const lastDay = '2026-08-20'
const order = {
  ...{ none: randomUUID(), given: randomUUID() },
  ...{ concluded: randomUUID(), withdrawn: randomUUID() }
}
const flags = { teachers: randomUUID(), leaderships: randomUUID() }
const secondsAppointment = randomUUID()

let built: LedgerBuilder
let second: BuiltPerson
let evaluators: string[]
let original: LedgerExport

beforeAll(async () => {
  built = await LedgerBuilder.found()
  const { leadership } = built
  second = await makePerson('second evaluator')
  await built.say({
    signer: leadership.signer,
    draft: appointment(second, 'evaluator', { until: '2026-08-10' }, secondsAppointment)
  })
  evaluators = [built.evaluator.id, second.id]
  await built.record(said.flagReported(flags.teachers, 'teacher'))
  await built.record(said.flagReported(flags.leaderships, leadership.id))
  for (const id of [order.given, order.concluded, order.withdrawn])
    await built.say({
      signer: leadership.signer,
      draft: said.orderGiven(id, evaluators, { expires: lastDay })
    })
  await built.say({ signer: leadership.signer, draft: said.orderWithdrawn(order.withdrawn) })
  await built.say(...concluding(order.concluded).map(({ signer, what }) => ({ signer, draft: what })))
  original = await built.export()
}, 60_000)

interface Written {
  signer: Signer
  what: Draft
  time?: string
}

/** What both verifiers find at statements that were written behind the app's back, by their place among them. */
function foundAt(...written: readonly Written[]): string[] {
  const document = structuredClone(original)
  const places = written.map(({ signer, what, time }) =>
    forge(document, signer, what, time === undefined ? {} : { time })
  )
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return verdict.problems.map((problem) => {
    const [place, code = ''] = problem.split(' ')
    return `${places.indexOf(Number(place))} ${code}`
  })
}

function give(fields: Parameters<typeof said.orderGiven>[2] = {}, named = evaluators) {
  return {
    signer: built.leadership.signer,
    what: said.orderGiven(randomUUID(), named, { expires: lastDay, ...fields })
  }
}

const byLeadership = (what: Draft): Written[] => [{ signer: built.leadership.signer, what }]
/** Both evaluators say it, one right behind the other. */
const concluding = (id: string): Written[] =>
  [built.evaluator, second].map(({ signer }) => ({ signer, what: said.evaluationClosed(id) }))
const moves: Record<OrderMove, (id: string) => Written[]> = {
  given: (id) => byLeadership(said.orderGiven(id, evaluators, { expires: lastDay })),
  concluded: concluding,
  withdrawn: (id) => byLeadership(said.orderWithdrawn(id))
}
/** What may follow what, told anew and plainly. */
const right = { none: ['given'], given: ['concluded', 'withdrawn'], concluded: [], withdrawn: [] } as const

describe('P22: the order of what is said about an order, by both verifiers', () => {
  for (const state of ['none', 'given', 'concluded', 'withdrawn'] as const) {
    it.each(orderMoves)(`${state}: %s`, (move) => {
      const isRight = right[state].some((one) => one === move)
      expect(nextState(state, move) !== null).toBe(isRight)
      const written = moves[move](order[state])
      expect(foundAt(...written)).toEqual(
        isRight ? [] : written.map((_, place) => `${place} wrongTransition`)
      )
    })
  }

  it('is in force to the end of its last day in Germany, and no longer', () => {
    const known = { state: 'given', expires: lastDay } as const
    expect(stateAt(known, '2026-08-20T21:59:59.999Z')).toBe('given')
    expect(stateAt(known, '2026-08-20T22:00:00.000Z')).toBe('expired')
    expect(stateAt({ ...known, state: 'withdrawn' }, '2026-08-21T08:00:00.000Z')).toBe('withdrawn')
    const withdraw = { signer: built.leadership.signer, what: said.orderWithdrawn(order.given) }
    expect(foundAt({ ...withdraw, time: '2026-08-20T21:59:59.999Z' })).toEqual([])
    expect(foundAt({ ...withdraw, time: '2026-08-20T22:00:00.000Z' })).toEqual(['0 wrongTransition'])
  })

  it('is not given for a day that is over', () => {
    expect(foundAt(give({ expires: '2026-08-02' }))).toEqual(['0 wrongTransition'])
    expect(foundAt(give({ expires: '2026-08-03' }))).toEqual([])
  })
})

describe('P20, P21: who evaluates, by both verifiers', () => {
  it('is given by the leadership and its deputy alone', () => {
    const what = said.orderGiven(randomUUID(), evaluators, { expires: lastDay })
    expect(foundAt({ signer: built.deputy.signer, what })).toEqual([])
    for (const { signer } of [built.administrator, built.evaluator, { signer: built.device }])
      expect(foundAt({ signer, what })).toEqual(['0 wrongSigner'])
    const withdrawn = said.orderWithdrawn(order.given)
    expect(foundAt({ signer: built.administrator.signer, what: withdrawn })).toEqual(['0 wrongSigner'])
  })

  it('takes two, and not the same one twice', () => {
    const { evaluator } = built
    expect(foundAt(give({}, [evaluator.id, evaluator.id]))).toEqual(['0 fourEyesBroken'])
  })

  it.each([[['evaluator']], [['a', 'b', 'c', 'd', 'e', 'f']]])('is not readable with %j', (named) => {
    // The app itself writes no such body.
    const { what } = give()
    expect(() =>
      forge(structuredClone(original), built.leadership.signer, {
        ...what,
        body: { ...what.body, evaluators: named }
      })
    ).toThrow()
  })

  it('names nobody who orders', () => {
    expect(foundAt(give({}, [built.evaluator.id, built.leadership.id]))).toEqual(['0 fourEyesBroken'])
  })

  it('names nobody who is not appointed to evaluate, not any more, or whose key was revoked', () => {
    const { administrator, evaluator, leadership } = built
    expect(foundAt(give({}, [evaluator.id, administrator.id]))).toEqual(['0 notAppointed'])
    expect(foundAt(give({}, [evaluator.id, 'nobody']))).toEqual(['0 notAppointed'])
    // Their last day is the tenth.
    expect(foundAt({ ...give(), time: '2026-08-10T21:59:00.000Z' })).toEqual([])
    expect(foundAt({ ...give(), time: '2026-08-10T22:00:00.000Z' })).toEqual(['0 notAppointed'])
    const revoked = said.appointmentRevoked(second.id, secondsAppointment)
    expect(foundAt({ signer: leadership.signer, what: revoked }, give())).toEqual(['1 notAppointed'])
    const from = original.statements.length + 1
    const keyRevoked = said.keyRevoked(`person:${second.id}`, second.signer.fingerprint, from)
    expect(foundAt({ signer: leadership.signer, what: keyRevoked }, give())).toEqual(['1 notAppointed'])
  })

  it('is given on a flag that there is, and on nobody’s own', () => {
    expect(foundAt(give({ flag: flags.teachers }))).toEqual([])
    expect(foundAt(give({ flag: randomUUID() }))).toEqual(['0 wrongTransition'])
    expect(foundAt(give({ flag: flags.leaderships }))).toEqual(['0 fourEyesBroken'])
    const { signer } = built.deputy
    expect(foundAt({ ...give({ flag: flags.leaderships }), signer })).toEqual([])
  })

  it('is about nobody who gives it, withdraws it or evaluates, as far as the contents are there', () => {
    const { leadership, deputy, evaluator } = built
    for (const concerned of [leadership.id, evaluator.id, second.id])
      expect(foundAt(give({ concerned: ['pupil-1', concerned] }))).toEqual(['0 fourEyesBroken'])
    const id = randomUUID()
    const about = {
      signer: leadership.signer,
      what: said.orderGiven(id, evaluators, { expires: lastDay, concerned: [deputy.id] })
    }
    expect(foundAt(about)).toEqual([])
    expect(foundAt(about, { signer: deputy.signer, what: said.orderWithdrawn(id) })).toEqual([
      '1 fourEyesBroken'
    ])
    const document = structuredClone(original)
    forge(document, leadership.signer, give({ concerned: [evaluator.id] }).what)
    for (const verify of [verifyInApp, verifyStandingAlone])
      expect(verify({ ...document, payloads: [] }).problems).toEqual([])
  })
})
