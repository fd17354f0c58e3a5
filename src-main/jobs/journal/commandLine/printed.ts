import { InvalidArgumentError } from 'commander'
import type { LedgerHead } from '../../../contract/ledger'

/** A head as it is printed, `42:3f5a …`, with at least the first 16 digits of its hash. */
export function printedHead(text: string): LedgerHead {
  const found = /^(\d{1,15}):([0-9a-f]{16,64})$/.exec(text.replaceAll(/\s/g, '').toLowerCase())
  const [, sequence, hash] = found ?? []
  if (sequence === undefined || hash === undefined) throw new InvalidArgumentError('')
  return { sequence: Number(sequence), hash }
}

/** A key's fingerprint as it is printed, in groups of four digits. */
export function printedFingerprint(text: string): string {
  const digits = text.replaceAll(/\s/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(digits)) throw new InvalidArgumentError('')
  return digits
}
