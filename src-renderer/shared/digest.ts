import type { LedgerHead } from '../../src-main/contract/ledger'

/** A hash or fingerprint as it is printed and compared: in groups of four. */
export function groupsOfFour(hex: string): string {
  return hex.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

/** The head of the ledger as it stands on documents: `42: 3f5a 09c1 …`. */
export function headInWords({ sequence, hash }: LedgerHead): string {
  return `${String(sequence)}: ${groupsOfFour(hash)}`
}
