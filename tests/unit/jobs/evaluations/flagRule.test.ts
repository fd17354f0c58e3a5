import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerExport } from '../../../../src-main/contract/ledger'
import type { Draft } from '../../../../src-main/core/ledger'
import { flagMoves, nextState, type FlagMove } from '../../../../src-main/jobs/evaluations/flags/course'
import { flagStates } from '../../../../src-main/contract/flags'
import type { Signer } from '../../../../src-main/core/people/keys'
import { forge, LedgerBuilder, planHash, said } from '../../support/ledgerBuilder'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

/** States that something can come into that somebody has reported; `expired` is of what a standing order has found. */
const states = flagStates.filter((state) => state !== 'expired')
/** One flag in each state, and a case that nobody opened from any. */
const flag = { none: randomUUID() } as Record<(typeof flagStates)[number] | 'none', string>
const loose = randomUUID()

let built: LedgerBuilder
let original: LedgerExport

beforeAll(async () => {
  built = await LedgerBuilder.found()
  const { leadership, administrator } = built
  for (const state of states) flag[state] = randomUUID()
  const answer = (id: string, outcome: 'closed' | 'handedOver') =>
    built.say({ signer: leadership.signer, draft: said.flagAnswered(id, outcome) })
  for (const state of states) await built.record(said.flagReported(flag[state], 'teacher'))
  for (const id of [flag.asked, flag.replied])
    await built.say({ signer: leadership.signer, draft: said.flagAsked(id) })
  await built.record(said.flagReplied(flag.replied, 'teacher'))
  await answer(flag.closed, 'closed')
  await answer(flag.handedOver, 'handedOver')
  await answer(flag.pursued, 'handedOver')
  const pursued = randomUUID()
  await built.propose(pursued, planHash('pursued'))
  await built.say({ signer: administrator.signer, draft: said.flagPursued(flag.pursued, pursued) })
  await built.propose(loose, planHash('loose'))
  original = await built.export()
}, 60_000)

/** What both verifiers find at a statement that was written behind the app's back; they agree on everything. */
function foundAt(signer: Signer, what: Draft): string[] {
  const document = structuredClone(original)
  const sequence = forge(document, signer, what)
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return verdict.problems.map((problem) => {
    const [place, code = ''] = problem.split(' ')
    expect(Number(place)).toBe(sequence)
    return code
  })
}

/** The right one to make a move, and the statement. */
function moveOf(move: FlagMove, id: string): { signer: Signer; what: Draft } {
  const { device, leadership, administrator } = built
  const moves: Record<FlagMove, { signer: Signer; what: Draft }> = {
    reported: { signer: device, what: said.flagReported(id, 'teacher') },
    asked: { signer: leadership.signer, what: said.flagAsked(id) },
    replied: { signer: device, what: said.flagReplied(id, 'teacher') },
    closed: { signer: leadership.signer, what: said.flagAnswered(id, 'closed') },
    handedOver: { signer: leadership.signer, what: said.flagAnswered(id, 'handedOver') },
    pursued: { signer: administrator.signer, what: said.flagPursued(id, loose) },
    found: { signer: device, what: said.flagFound(id, randomUUID(), randomUUID()) },
    grown: { signer: device, what: said.flagGrown(id, randomUUID()) },
    expired: { signer: device, what: said.flagExpired(id) }
  }
  return moves[move]
}

/** What may follow what, told anew and plainly. */
const right: Record<string, readonly FlagMove[]> = {
  none: ['reported'],
  open: ['asked', 'closed', 'handedOver'],
  asked: ['replied', 'closed', 'handedOver'],
  replied: ['closed', 'handedOver'],
  handedOver: ['closed', 'pursued'],
  closed: [],
  pursued: []
}

describe('P22: the order of what is said about a flag, by both verifiers', () => {
  for (const state of ['none', ...states] as const) {
    it.each(flagMoves)(`${state}: %s`, (move) => {
      const isRight = right[state]?.includes(move) === true
      expect(nextState(state, move) !== null).toBe(isRight)
      const { signer, what } = moveOf(move, flag[state])
      expect(foundAt(signer, what)).toEqual(isRight ? [] : ['wrongTransition'])
    })
  }

  it('P21: nobody of the leadership answers, asks about or hands over what they have reported', async () => {
    const own = randomUUID()
    const { device, leadership, deputy } = built
    for (const what of [
      said.flagAnswered(own, 'closed'),
      said.flagAnswered(own, 'handedOver'),
      said.flagAsked(own)
    ]) {
      const document = structuredClone(original)
      forge(document, device, said.flagReported(own, leadership.id))
      expect(verifyInApp(document).problems).toEqual([])
      const second = structuredClone(document)
      const sequence = forge(document, leadership.signer, what)
      forge(second, deputy.signer, what)
      for (const verify of [verifyInApp, verifyStandingAlone]) {
        expect(verify(document).problems).toEqual([`${sequence} fourEyesBroken`])
        expect(verify(second).problems).toEqual([])
      }
    }
  })

  it('P21: whom it is about does not answer it, as far as the contents are there', () => {
    const own = randomUUID()
    const { device, leadership } = built
    const document = structuredClone(original)
    forge(document, device, said.flagReported(own, 'teacher', leadership.id))
    const sequence = forge(document, leadership.signer, said.flagAnswered(own, 'closed'))
    for (const verify of [verifyInApp, verifyStandingAlone]) {
      expect(verify(document).problems).toEqual([`${sequence} fourEyesBroken`])
      expect(verify({ ...document, payloads: [] }).problems).toEqual([])
    }
  })

  it.each([
    ['a reply of somebody else', () => foundAt(built.device, said.flagReplied(flag.asked, 'another'))],
    [
      'a case that nobody has opened',
      () => foundAt(built.administrator.signer, said.flagPursued(flag.handedOver, randomUUID()))
    ],
    [
      'a case that somebody else has opened',
      () => foundAt(built.evaluator.signer, said.flagPursued(flag.handedOver, loose))
    ]
  ])('refuses %s', (_, found) => {
    expect(found()).toEqual(['wrongTransition'])
  })

  it.each([
    ['an answer by an administrator', () => built.administrator, said.flagAnswered],
    ['an answer by an evaluator', () => built.evaluator, said.flagAnswered]
  ] as const)('refuses %s', (_, who, say) => {
    expect(foundAt(who().signer, say(flag.open, 'closed'))).toEqual(['wrongSigner'])
  })

  it('one case is opened from one flag only', () => {
    const document = structuredClone(original)
    const { administrator, device, leadership } = built
    const other = randomUUID()
    forge(document, administrator.signer, said.flagPursued(flag.handedOver, loose))
    forge(document, device, said.flagReported(other, 'teacher'))
    forge(document, leadership.signer, said.flagAnswered(other, 'handedOver'))
    const sequence = forge(document, administrator.signer, said.flagPursued(other, loose))
    for (const verify of [verifyInApp, verifyStandingAlone])
      expect(verify(document).problems).toEqual([`${sequence} wrongTransition`])
  })
})
