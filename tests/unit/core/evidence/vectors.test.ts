import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openEvidence, sealedPairSchema } from '../../../../src-main/core/evidence'
import { openKeys, type PersonKeys } from '../../../../src-main/core/people/keys'

await sodium.ready

const vectorSchema = z.strictObject({
  order: z.uuid(),
  evidence: z.uuid(),
  people: z.array(
    z.strictObject({
      person: z.string(),
      passphrase: z.string(),
      keys: z.strictObject({ sign: z.string(), seal: z.string() }),
      fingerprint: z.string(),
      sealPrivate: z.string(),
      description: z.string(),
      sealed: z.string()
    })
  ),
  content: z.string(),
  digest: z.string(),
  head: z.string(),
  recipients: z.array(sealedPairSchema),
  parts: z.array(z.string())
})
type Vector = z.infer<typeof vectorSchema>
type Person = Vector['people'][number]

const folder = join(import.meta.dirname, '../../../vectors/evidence')
const vectors = readdirSync(folder).map(
  (name) => [name, vectorSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')))] as const
)

const bytesOf = (text: string): Buffer => Buffer.from(text, 'base64url')
const sha256 = (...bytes: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of bytes) hash.update(part)
  return hash.digest()
}

/** As an outsider would who has docs/evidence.md, libsodium and both private keys: no line of the app. */
function openedByHand(vector: Vector, persons: readonly [Person, Person]): string {
  const [first, second] = persons.toSorted((left, right) => (left.fingerprint < right.fingerprint ? -1 : 1))
  const pair = [first!.fingerprint, second!.fingerprint]
  const found = vector.recipients.find((recipient) => recipient.pair.join() === pair.join())
  const halves = [first!, second!].map((person, place) => {
    const plain = sodium.crypto_box_seal_open(
      bytesOf(found!.halves[place]!),
      bytesOf(person.keys.seal),
      bytesOf(person.sealPrivate)
    )
    const said = `{"evidence":"${vector.evidence}","order":"${vector.order}","pair":["${pair.join('","')}"],"place":${place}}`
    expect(Buffer.from(plain.slice(32)).toString('hex')).toBe(sha256(said).toString('hex'))
    return plain.slice(0, 32)
  })
  const key = halves[0]!.map((byte, index) => byte ^ halves[1]![index]!)
  const { stream } = z.object({ stream: z.string() }).parse(JSON.parse(vector.head))
  const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(bytesOf(stream), key)
  const parts = vector.parts.map(bytesOf)
  const pieces = parts.map((part, place) => {
    const bound = `${sha256(vector.head).toString('hex')} ${place}`
    const pulled = sodium.crypto_secretstream_xchacha20poly1305_pull(state, part, bound)
    if (pulled === false) throw new Error(`part ${place}`)
    expect(pulled.tag).toBe(place === parts.length - 1 ? 3 : 0)
    return pulled.message
  })
  expect(sha256(vector.head, '\n', ...parts).toString('hex')).toBe(vector.digest)
  return Buffer.concat(pieces).toString('utf8')
}

async function keysOf(person: Person): Promise<PersonKeys> {
  const { fingerprint, description } = person
  const row = { fingerprint, person: person.person, description, createdAt: '2026-11-28T08:00:00.000Z' }
  const opened = await openKeys({ ...row, sealed: bytesOf(person.sealed) }, person.passphrase)
  if (!opened.ok) throw new Error(opened.failure.code)
  return opened.value
}

describe.each(vectors)('evidence that was sealed before: %s', (_name, vector) => {
  const { order, evidence, digest, head, recipients } = vector
  const parts = vector.parts.map(bytesOf)
  const twos = vector.people.flatMap((one, place) =>
    vector.people.slice(place + 1).map((other) => [one, other] as const)
  )

  it.each(twos.map((two) => [two.map(({ person }) => person).join(' and '), two] as const))(
    'is opened by %s, by the app and by hand',
    async (_names, [one, other]) => {
      const keys = [await keysOf(one), await keysOf(other)] as const
      const opened = await openEvidence({ order, evidence, digest }, { head, recipients, parts }, ...keys)
      expect(opened.ok && Buffer.from(opened.value).toString('utf8')).toBe(vector.content)
      expect(openedByHand(vector, [one, other])).toBe(vector.content)
    }
  )

  it('is opened with no wrong passphrase', async () => {
    const [one] = vector.people
    await expect(keysOf({ ...one!, passphrase: 'nicht diese' })).rejects.toThrow('people.wrongPassphrase')
  })
})
