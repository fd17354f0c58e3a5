import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fail, succeed } from '../../../../src-main/contract/result'
import { signedText, type DistantSigner } from '../../../../src-main/core/ledger'
import { appointment, LedgerBuilder, makePerson, said } from '../../support/ledgerBuilder'

/** An order, and two who say together that they open: one here, one at another PC that answers as it is told. */
async function stage(answers: (turn: number) => 'signs' | 'knowsNewer') {
  const built = await LedgerBuilder.found()
  const { leadership, evaluator } = built
  const second = await makePerson('second evaluator')
  await built.say({ signer: leadership.signer, draft: appointment(second, 'evaluator') })
  const [order, evidence] = [randomUUID(), randomUUID()]
  await built.say({ signer: leadership.signer, draft: said.orderGiven(order, [evaluator.id, second.id]) })
  await built.record(
    said.evidenceSealed(order, evidence, [[evaluator.signer.fingerprint, second.signer.fingerprint]])
  )
  const seen = { turns: 0 }
  const distant: DistantSigner = {
    fingerprint: second.signer.fingerprint,
    async signLaidOut({ text }) {
      seen.turns += 1
      return answers(seen.turns) === 'signs'
        ? succeed(second.signer.sign(signedText(text)))
        : fail('ledger.changedSince')
    }
  }
  const draft = said.evaluationOpened(order, evidence, randomUUID())
  const together = () =>
    built.ledger.appendTogether([
      { signer: evaluator.signer, draft },
      { signer: distant, draft }
    ])
  return { built, seen, together }
}

describe('P21: two sign one step from two PCs', () => {
  it('lays it out anew where the other one has heard of something newer first', async () => {
    const { built, seen, together } = await stage((turn) => (turn < 3 ? 'knowsNewer' : 'signs'))
    expect((await together()).ok).toBe(true)
    expect(seen.turns).toBe(3)
    expect(built.ledger.ofKind('evaluation.opened')).toHaveLength(2)
    expect((await built.ledger.verify()).problems).toEqual([])
  })

  it('gives up at last, and has said nothing', async () => {
    const { built, seen, together } = await stage(() => 'knowsNewer')
    expect(await together()).toEqual(fail('ledger.changedSince'))
    expect(seen.turns).toBe(20)
    expect(built.ledger.ofKind('evaluation.opened')).toEqual([])
  })
})
