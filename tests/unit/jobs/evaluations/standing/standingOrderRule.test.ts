import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerExport } from '../../../../../src-main/contract/ledger'
import type { Draft } from '../../../../../src-main/core/ledger'
import type { Signer } from '../../../../../src-main/core/people/keys'
import { appointment, forge, LedgerBuilder, makePerson, said } from '../../../support/ledgerBuilder'
import { verifyInApp, verifyStandingAlone } from '../../../support/verifiers'

const [inForce, withdrawn, over] = [randomUUID(), randomUUID(), randomUUID()]
/** Flags of the one in force by what became of them, one of the other two each, and one that somebody has reported. */
const flags = {
  open: randomUUID(),
  closed: randomUUID(),
  expired: randomUUID(),
  ofWithdrawn: randomUUID(),
  ofOver: randomUUID(),
  reported: randomUUID()
}

let built: LedgerBuilder
let original: LedgerExport
let evaluators: string[]

beforeAll(async () => {
  built = await LedgerBuilder.found()
  const { leadership, evaluator } = built
  const second = await makePerson('second evaluator')
  evaluators = [evaluator.id, second.id]
  await built.say({ signer: leadership.signer, draft: appointment(second, 'evaluator') })
  const today = built.inDays(0).slice(0, 10)
  await built.say({ signer: leadership.signer, draft: said.standingOrderGiven(inForce, '2027-07-31', 3) })
  await built.say({ signer: leadership.signer, draft: said.standingOrderGiven(withdrawn) })
  await built.say({ signer: leadership.signer, draft: said.standingOrderGiven(over, today) })
  await built.record(said.flagReported(flags.reported, 'teacher'))
  await built.record(said.flagFound(flags.closed, inForce, randomUUID()))
  await built.record(said.flagFound(flags.expired, inForce, randomUUID()))
  await built.record(said.flagFound(flags.ofWithdrawn, withdrawn, randomUUID()))
  await built.record(said.flagFound(flags.ofOver, over, randomUUID()))
  await built.say({ signer: leadership.signer, draft: said.standingOrderWithdrawn(withdrawn) })
  await built.say({ signer: leadership.signer, draft: said.flagAnswered(flags.closed, 'closed') })
  built.wait(3 * 24 * 60)
  await built.record(said.flagExpired(flags.expired))
  await built.record(said.flagFound(flags.open, inForce, randomUUID()))
  original = await built.export()
}, 60_000)

/** What both verifiers find at a statement that was written behind the app's back; they agree on everything. */
function foundAt(signer: Signer, what: Draft, time?: string): string[] {
  const document = structuredClone(original)
  const sequence = forge(document, signer, what, time === undefined ? {} : { time })
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return verdict.problems.map((problem) => {
    const [place, code = ''] = problem.split(' ')
    expect(Number(place)).toBe(sequence)
    return code
  })
}

describe('P19, P22: what is said about standing orders, by both verifiers', () => {
  it('the leadership alone gives and withdraws one; this PC, administrators and evaluators do not', () => {
    const { device, leadership, administrator, evaluator } = built
    for (const what of [said.standingOrderGiven(randomUUID()), said.standingOrderWithdrawn(inForce)]) {
      expect(foundAt(leadership.signer, what)).toEqual([])
      for (const signer of [device, administrator.signer, evaluator.signer])
        expect(foundAt(signer, what)).toEqual(['wrongSigner'])
    }
  })

  it('none is given twice, or for a day that is over, or withdrawn when it is in force no more', () => {
    const { signer } = built.leadership
    for (const what of [
      said.standingOrderGiven(inForce),
      said.standingOrderGiven(randomUUID(), '2026-01-01'),
      said.standingOrderWithdrawn(withdrawn),
      said.standingOrderWithdrawn(over),
      said.standingOrderWithdrawn(randomUUID())
    ])
      expect(foundAt(signer, what)).toEqual(['wrongTransition'])
  })

  it('something is found under one in force alone, and said by a PC', () => {
    const { device, leadership } = built
    const run = randomUUID()
    expect(foundAt(device, said.flagFound(randomUUID(), inForce, run))).toEqual([])
    expect(foundAt(leadership.signer, said.flagFound(randomUUID(), inForce, run))).toEqual(['wrongSigner'])
    for (const standingOrder of [withdrawn, over, randomUUID()])
      expect(foundAt(device, said.flagFound(randomUUID(), standingOrder, run))).toEqual(['wrongTransition'])
    for (const flag of Object.values(flags))
      expect(foundAt(device, said.flagFound(flag, inForce, run))).toEqual(['wrongTransition'])
  })

  it('what grows is open, and of one in force', () => {
    const { device } = built
    expect(foundAt(device, said.flagGrown(flags.open, randomUUID()))).toEqual([])
    const { open: _open, ...others } = flags
    for (const flag of [...Object.values(others), randomUUID()])
      expect(foundAt(device, said.flagGrown(flag, randomUUID()))).toEqual(['wrongTransition'])
  })

  it('a flag expires when nobody has acted in time, not before, and never if somebody has reported it', () => {
    const { device } = built
    expect(foundAt(device, said.flagExpired(flags.open))).toEqual(['wrongTransition'])
    expect(foundAt(device, said.flagExpired(flags.open), built.inDays(3))).toEqual([])
    for (const flag of [flags.closed, flags.expired, flags.reported, randomUUID()])
      expect(foundAt(device, said.flagExpired(flag), built.inDays(3))).toEqual(['wrongTransition'])
    // Also of one that is over by then.
    expect(foundAt(device, said.flagExpired(flags.ofOver), built.inDays(30))).toEqual([])
  })

  it('P21: nobody is asked, and nobody gets it to propose a case: it is closed, or an evaluation is ordered on it', () => {
    const { device, leadership, administrator } = built
    expect(foundAt(leadership.signer, said.flagAnswered(flags.open, 'closed'))).toEqual([])
    expect(
      foundAt(leadership.signer, said.orderGiven(randomUUID(), evaluators, { flag: flags.open }))
    ).toEqual([])
    expect(foundAt(leadership.signer, said.flagAnswered(flags.open, 'handedOver'))).toEqual([
      'wrongTransition'
    ])
    expect(foundAt(leadership.signer, said.flagAsked(flags.open))).toEqual(['wrongTransition'])
    expect(foundAt(device, said.flagReplied(flags.open, 'teacher'))).toEqual(['wrongTransition'])
    expect(foundAt(administrator.signer, said.flagPursued(flags.open, randomUUID()))).toEqual([
      'wrongTransition'
    ])
    expect(foundAt(leadership.signer, said.flagAnswered(flags.expired, 'closed'))).toEqual([
      'wrongTransition'
    ])
  })
})
