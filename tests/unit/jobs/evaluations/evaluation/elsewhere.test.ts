import { describe, expect, it } from 'vitest'
import {
  checkNumberOf,
  draftsOf,
  readAnswer,
  readAsk,
  sealMessage,
  signMessage,
  unsealMessage,
  type Answer,
  type Ask
} from '../../../../../src-main/jobs/evaluations/evaluation/elsewhere/messages'
import { deviceSigner } from '../../../../../src-main/core/people/keys'
import { makePassingKeys } from '../../../../../src-main/core/people/passingKeys'

const signer = deviceSigner(new Uint8Array(32).fill(7))
const sign = (text: string): string => signer.sign(text)
const passing = makePassingKeys()
const ask: Ask = {
  ...{ format: 'netzwart-ask-1', act: 'open', id: '1c6a1d86-9d0a-4ad8-8f6b-5d2f6f0f4e77' },
  thread: '2c6a1d86-9d0a-4ad8-8f6b-5d2f6f0f4e77',
  order: '3c6a1d86-9d0a-4ad8-8f6b-5d2f6f0f4e77',
  evidence: '4c6a1d86-9d0a-4ad8-8f6b-5d2f6f0f4e77',
  ...{ by: 'eins', byKey: 'a'.repeat(64), to: 'zwei', toKey: 'b'.repeat(64) },
  ...{ publicKey: passing.publicKey, until: '2026-11-29T08:00:00.000Z' }
}

describe('what two PCs say to each other', () => {
  it('P21: an ask counts as it was signed, and with nothing changed', () => {
    const signed = signMessage(ask, sign)
    const key = () => signer.publicKey
    const read = readAsk(signed, key)
    expect(read?.ask).toEqual(ask)
    const swapped = signed.text.replace(passing.publicKey, makePassingKeys().publicKey)
    for (const other of [
      { ...signed, text: swapped },
      { ...signed, text: signed.text.replace('"eins"', '"drei"') },
      { ...signed, text: `${signed.text} ` },
      { ...signed, signature: '' },
      ...[signed.text, null, undefined, 7, {}, { ...signed, more: 1 }]
    ])
      expect(readAsk(other, key)).toBeNull()
    expect(readAsk(signed, () => null)).toBeNull()
    expect(readAsk(signed, () => deviceSigner(new Uint8Array(32).fill(8)).publicKey)).toBeNull()
  })

  it('P21: an answer is no ask, and a signature for one counts for nothing else', () => {
    const answer: Answer = {
      ...{ format: 'netzwart-answer-1', ask: 'c'.repeat(64), half: null, publicKey: passing.publicKey }
    }
    const signed = signMessage(answer, sign)
    expect(readAnswer(signed, signer.publicKey)).toEqual(answer)
    expect(readAsk(signed, () => signer.publicKey)).toBeNull()
    expect(readAnswer(signMessage(ask, sign), signer.publicKey)).toBeNull()
    const bare = { text: signed.text, signature: sign(signed.text) }
    expect(readAnswer(bare, signer.publicKey)).toBeNull()
  })

  it('is read by the PC that it is sealed for alone', () => {
    const sealed = sealMessage(passing.publicKey, { reason: 'Kanarienvogel' })
    expect(sealed).not.toContain('Kanarienvogel')
    expect(unsealMessage(passing, sealed)).toEqual({ reason: 'Kanarienvogel' })
    expect(unsealMessage(makePassingKeys(), sealed)).toBeUndefined()
    for (const damaged of ['', '{}', sealed.slice(1), `${sealed.slice(0, -2)}AA`])
      expect(unsealMessage(passing, damaged)).toBeUndefined()
  })

  it('has a check number of eight digits that follows from the whole ask', () => {
    expect(checkNumberOf('0'.repeat(64))).toBe('0000 0000')
    expect(checkNumberOf(`${'0'.repeat(11)}7${'f'.repeat(52)}`)).toBe('0000 0007')
    expect(checkNumberOf('f'.repeat(64))).toMatch(/^\d{4} \d{4}$/)
  })

  it('P22: both PCs say exactly what stands in the ask', () => {
    const words = { pseudonym: 'person:1', identity: 'k.beispiel', reason: 'Grund genug.' }
    const { act: _, ...place } = ask
    expect(draftsOf({ ...place, act: 'reveal', ...words })).toMatchObject([
      {
        kind: 'evaluation.revealed',
        subject: `order:${ask.order}`,
        body: { order: ask.order, session: ask.thread, pseudonym: 'person:1' },
        payload: { identity: 'k.beispiel', reason: 'Grund genug.' }
      }
    ])
    expect(draftsOf(ask).map(({ kind, payload }) => [kind, payload])).toEqual([['evaluation.opened', null]])
  })
})
