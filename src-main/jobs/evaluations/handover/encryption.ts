import { createBreath } from '../../../core/cooperation'
import { fail, succeed, type Result } from '../../../contract/result'
import { ageRecipientSchema } from '../../../contract/handovers'

/** Nothing else in the process waits longer, in milliseconds. */
const longestStretch = 15

/** Loaded when it is needed: with its post-quantum parts it would slow every start down. */
const age = () => import('age-encryption')

/**
 * Whether all of these are public keys of age that something can be encrypted to: form, checksum and curve.
 * `handovers.recipientMissing`, `handovers.recipientUnknown`, `handovers.recipientSecret`.
 */
export async function checkRecipients(recipients: readonly string[]): Promise<Result<undefined>> {
  if (recipients.length === 0) return fail('handovers.recipientMissing')
  for (const recipient of recipients) {
    // It is shown to nobody again.
    if (/AGE-SECRET-KEY-/i.test(recipient)) return fail('handovers.recipientSecret')
    if (!(await isRecipient(recipient)))
      return fail('handovers.recipientUnknown', { recipient: recipient.slice(0, 80) })
  }
  return succeed()
}

async function isRecipient(recipient: string): Promise<boolean> {
  if (!ageRecipientSchema.safeParse(recipient).success) return false
  try {
    // A point that shares no secret is found by the encryption alone.
    await encryptTo([recipient], [])
    return true
  } catch {
    return false
  }
}

/**
 * Encrypts to each of the recipients (age v1, X25519; https://age-encryption.org/v1).
 *
 * @param pieces the content; what is encrypted of it never lies anywhere in the clear
 */
export async function encryptTo(
  recipients: readonly string[],
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
): Promise<Uint8Array> {
  // The library would encrypt to nobody and say nothing.
  if (recipients.length === 0) throw new RangeError('a bundle without a recipient')
  const { Encrypter } = await age()
  const encrypter = new Encrypter()
  for (const recipient of recipients) encrypter.addRecipient(recipient)
  const encrypted = await encrypter.encrypt(streamOf(pieces))
  const parts: Uint8Array[] = []
  const reader = encrypted.getReader()
  for (let next = await reader.read(); next.value !== undefined; next = await reader.read())
    parts.push(next.value)
  return new Uint8Array(Buffer.concat(parts))
}

function streamOf(pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): ReadableStream<Uint8Array> {
  const breath = createBreath(longestStretch)
  const iterator = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      await breath()
      const next = await iterator.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    }
  })
}
