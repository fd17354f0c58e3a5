import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  openEvidence,
  permittedPairs,
  releaseHalf,
  sealEvidence,
  type Recipient,
  type SealedEvidence
} from '../../../../src-main/core/evidence'
import { makePassingKeys } from '../../../../src-main/core/people/passingKeys'
import { asStream, contentOf, holderOf, place, sealedSample, type Holder } from './samples'

// Passphrases are not what these tests are about, and a derivation in a thread of its own takes its time.
vi.mock('../../../../src-main/core/people/passphrase', () => ({
  usualCost: { operations: 1, memory: 8192 },
  deriveKey: async (passphrase: string, salt: Uint8Array) =>
    createHash('sha256').update(passphrase.normalize('NFC')).update(salt).digest()
}))

const [eva, emil, esra, lea, dora] = await Promise.all(['eva', 'emil', 'esra', 'lea', 'dora'].map(holderOf))
if (!eva || !emil || !esra || !lea || !dora) throw new Error('somebody is missing')
const pairs = permittedPairs(
  [eva, emil, esra].map(({ recipient }) => recipient),
  [lea.recipient],
  [dora.recipient]
)

async function outcomeOf(
  sealed: SealedEvidence & { readonly digest: string },
  one: Holder,
  other: Holder
): Promise<string> {
  const opened = await openEvidence({ ...place, digest: sealed.digest }, sealed, one.keys, other.keys)
  return opened.ok ? digestOf(opened.value) : opened.failure.code
}

/** Comparing megabytes one by one would take the tests' time. */
function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

const small = contentOf(300)
const sealedSmall = await sealedSample(pairs, small)

describe('sealed evidence (P21)', () => {
  it('is opened by any two of the evaluators, and by leadership and data protection officer', async () => {
    for (const [one, other] of [
      [eva, emil],
      [emil, eva],
      [eva, esra],
      [esra, emil],
      [dora, lea]
    ] as const) {
      expect(await outcomeOf(sealedSmall, one, other)).toBe(digestOf(small))
    }
  })

  it('stays closed for one alone, for the same one twice, and for two who are no pair', async () => {
    const otherKeys = await holderOf('eva')
    expect(await outcomeOf(sealedSmall, eva, eva)).toBe('evidence.samePerson')
    expect(await outcomeOf(sealedSmall, eva, otherKeys)).toBe('evidence.samePerson')
    expect(await outcomeOf(sealedSmall, eva, lea)).toBe('evidence.notForThese')
    expect(await outcomeOf(sealedSmall, dora, emil)).toBe('evidence.notForThese')
    expect(await outcomeOf(sealedSmall, await holderOf('mallory'), emil)).toBe('evidence.notForThese')
  })

  it('is not opened by who is in two pairs and joins a half of each', async () => {
    const halvesOf = (holder: Holder): Uint8Array[] =>
      sealedSmall.recipients.flatMap(({ halves }) =>
        halves
          .map((half) => holder.keys.unseal(Buffer.from(half, 'base64url')))
          .filter((plain) => plain !== null)
          .map((plain) => plain.slice(0, 32))
      )
    const key = halvesOf(eva)[0]!.map((byte, index) => byte ^ emilsHalfBesideEva()[index]!)
    for (const holder of [eva, emil, esra]) {
      const halves = halvesOf(holder)
      expect(halves).toHaveLength(2)
      for (const one of halves) {
        expect(one).not.toEqual(key)
        for (const other of halves) expect(one.map((byte, index) => byte ^ other[index]!)).not.toEqual(key)
      }
    }

    function emilsHalfBesideEva(): Uint8Array {
      const first = sealedSmall.recipients.find(({ halves }) =>
        halves.some((half) => eva!.keys.unseal(Buffer.from(half, 'base64url')) !== null)
      )!
      for (const half of first.halves) {
        for (const { keys } of [emil!, esra!]) {
          const plain = keys.unseal(Buffer.from(half, 'base64url'))
          if (plain !== null) return plain.slice(0, 32)
        }
      }
      throw new Error('nobody beside Eva')
    }
  })

  it('is not opened with halves that were made for another order, another evidence or another pair', async () => {
    const expected = { ...place, digest: sealedSmall.digest }
    const open = async (changed: Partial<typeof expected>, sealed: SealedEvidence): Promise<unknown> =>
      openEvidence({ ...expected, ...changed }, sealed, eva.keys, emil.keys)
    const wrong = { ok: false, failure: { code: 'evidence.damaged', parameters: {} } }
    expect(await open({ order: place.evidence }, sealedSmall)).toEqual(wrong)
    expect(await open({ evidence: place.order }, sealedSmall)).toEqual(wrong)
    const renamed = sealedSmall.head.replace(place.order, place.evidence)
    expect(await open({ order: place.evidence }, { ...sealedSmall, head: renamed })).toEqual(wrong)
    const other = await sealedSample(pairs, small)
    expect(await open({}, { ...sealedSmall, recipients: other.recipients })).toEqual(wrong)
    const swapped = sealedSmall.recipients.map(({ pair, halves }) => ({
      pair,
      halves: [halves[1], halves[0]] as [string, string]
    }))
    expect(await open({}, { ...sealedSmall, recipients: swapped })).toEqual(wrong)
  })

  it('is refused with any bit changed', async () => {
    const { head, recipients, parts } = sealedSmall
    const bytes = Buffer.concat([Buffer.from(head), ...parts])
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const changed = Buffer.from(bytes)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        const outcome = await outcomeOf(
          {
            ...sealedSmall,
            head: changed.subarray(0, head.length).toString('latin1'),
            parts: [changed.subarray(head.length)]
          },
          eva,
          emil
        )
        expect(['evidence.damaged', 'evidence.newer']).toContain(outcome)
      }),
      { numRuns: 400 }
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(recipients[0]!.halves[0].length - 1), fc.boolean(), async (at, isSecond) => {
        const changed = recipients.map(({ pair, halves }) => {
          const [first, second] = halves.map((half, index) =>
            index === (isSecond ? 1 : 0)
              ? half.slice(0, at) + (half[at] === 'A' ? 'B' : 'A') + half.slice(at + 1)
              : half
          )
          return { pair, halves: [first!, second!] as [string, string] }
        })
        // The last digit of a half carries bits that a decoder leaves out.
        const isSame = changed.every(({ halves }, index) =>
          halves.every((half, part) =>
            Buffer.from(half, 'base64url').equals(Buffer.from(recipients[index]!.halves[part]!, 'base64url'))
          )
        )
        const outcome = await outcomeOf({ ...sealedSmall, recipients: changed }, eva, emil)
        expect(outcome).toBe(isSame ? digestOf(small) : 'evidence.damaged')
      }),
      { numRuns: 200 }
    )
  })

  it('is refused with parts left out, doubled, swapped, shortened or taken from elsewhere', async () => {
    const content = contentOf(3 * 262_127 + 5)
    const sealed = await sealedSample(pairs, content)
    const other = await sealedSample(pairs, content)
    const { parts } = sealed
    expect(parts.map(({ length }) => length)).toEqual([262_144, 262_144, 262_144, 22])
    expect(await outcomeOf(sealed, eva, emil)).toBe(digestOf(content))
    const tampered: (readonly Uint8Array[])[] = [[], other.parts, [...parts, parts[3]!]]
    for (const [index, part] of parts.entries()) {
      tampered.push(
        parts.slice(0, index),
        parts.toSpliced(index, 1),
        parts.toSpliced(index, 0, part),
        parts.with(index, other.parts[index]!),
        parts.with(index, part.slice(0, -1)),
        parts.with(index, part.slice(0, 10))
      )
      if (index > 0) tampered.push(parts.with(index, parts[index - 1]!).with(index - 1, part))
    }
    for (const changed of tampered) {
      // The stream itself refuses them, also where somebody has changed the ledger's digest.
      const digest = createHash('sha256').update(`${sealed.head}\n`)
      for (const part of changed) digest.update(part)
      const outcome = await outcomeOf({ ...sealed, parts: changed, digest: digest.digest('hex') }, eva, emil)
      expect(outcome).toBe('evidence.damaged')
    }
  }, 60_000)

  it('is refused where it is not what the ledger says was sealed', async () => {
    const other = await sealedSample(pairs, small)
    expect(await outcomeOf({ ...other, digest: sealedSmall.digest }, eva, emil)).toBe('evidence.damaged')
  })

  it('holds content of any length', async () => {
    for (const length of [0, 1, 262_126, 262_127, 262_128]) {
      const content = contentOf(length)
      expect(await outcomeOf(await sealedSample(pairs, content), eva, emil)).toBe(digestOf(content))
    }
  })

  it('shows nothing of its content', async () => {
    const text = Buffer.from('Kanarienvogel '.repeat(20))
    const { head, recipients, parts } = await sealedSample(pairs, text)
    const kept = Buffer.concat([Buffer.from(head + JSON.stringify(recipients)), ...parts])
    expect(kept.includes('Kanarienvogel')).toBe(false)
  })

  it('is sealed for nobody without a pair, or for a key that everybody would share', async () => {
    const nothing = asStream(new Uint8Array())
    expect(await sealEvidence(place, [], nothing)).toMatchObject({ failure: { code: 'evidence.noPair' } })
    const shared: Recipient = { ...emil.recipient, keys: { ...emil.recipient.keys, seal: 'A'.repeat(43) } }
    expect(await sealEvidence(place, [[eva.recipient, shared]], nothing)).toMatchObject({
      failure: { code: 'evidence.keyUnusable' }
    })
  })

  it('is not opened by keys that were wiped', async () => {
    const keys = (await holderOf('eva')).keys
    keys.wipe()
    expect(() => keys.unseal(new Uint8Array(112))).toThrow('wiped')
    expect(() => keys.sign('')).toThrow('wiped')
  })
})

describe('permitted pairs', () => {
  it('are all twos of the evaluators, each once, and nobody with themselves', () => {
    const [one, two] = [eva.recipient, emil.recipient]
    const second: Recipient = { ...esra.recipient, person: one.person }
    expect(permittedPairs([one], [one], [one])).toEqual([])
    expect(permittedPairs([one, second], [], [])).toEqual([])
    expect(permittedPairs([one, two, one], [two], [one])).toHaveLength(1)
    expect(permittedPairs([one, two], [lea.recipient], [])).toHaveLength(1)
    expect(pairs).toHaveLength(4)
  })
})

describe('a half that was released to another PC (P21)', () => {
  const keys = makePassingKeys()
  const released = (own: Holder, other: Holder, at = place, publicKey = keys.publicKey) =>
    releaseHalf(at, sealedSmall.recipients, own.keys, other.keys.fingerprint, publicKey)
  const holding = ({ keys: { person, fingerprint } }: Holder, half: string, by = keys) => ({
    ...{ person, fingerprint, unseal: () => by.unseal(half) }
  })
  const openWith = async (one: Holder, holder: ReturnType<typeof holding>): Promise<string> => {
    const opened = await openEvidence({ ...place, digest: sealedSmall.digest }, sealedSmall, one.keys, holder)
    return opened.ok ? digestOf(opened.value) : opened.failure.code
  }

  it('opens the evidence with the other one’s, whichever of the two it is', async () => {
    for (const [own, other] of [
      [eva, emil],
      [emil, eva]
    ] as const) {
      const half = released(own, other)
      if (!half.ok) throw new Error(half.failure.code)
      expect(await openWith(other, holding(own, half.value))).toBe(digestOf(small))
      // For the PC with the passing key alone, and for nobody when the key is gone.
      expect(await openWith(other, holding(own, half.value, makePassingKeys()))).toBe('evidence.damaged')
      expect(await openWith(esra, holding(own, half.value))).toBe('evidence.damaged')
      expect(await openWith(own, holding(own, half.value))).toBe('evidence.samePerson')
    }
    const half = released(eva, emil)
    keys.wipe()
    expect(half.ok ? keys.unseal(half.value) : 'none').toBeNull()
  })

  it('is released by nobody whose half it is not, for nothing else, and to no key that is none', () => {
    const codeOf = (half: ReturnType<typeof released>) => (half.ok ? 'ok' : half.failure.code)
    expect(codeOf(released(eva, eva))).toBe('evidence.notForThese')
    expect(codeOf(released(lea, emil))).toBe('evidence.notForThese')
    expect(codeOf(released(eva, emil, { ...place, order: place.evidence }))).toBe('evidence.damaged')
    for (const key of ['', 'x', 'A'.repeat(43)])
      expect(codeOf(released(eva, emil, place, key))).toBe('evidence.keyUnusable')
  })
})
