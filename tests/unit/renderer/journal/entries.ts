import type { LedgerEntry } from '../../../../src-main/contract/ledger'

/** An entry signed by a made-up leadership; what is given replaces the rest. */
export function entry(given: Partial<LedgerEntry>): LedgerEntry {
  return {
    sequence: 7,
    time: '2026-11-20T09:15:00.000Z',
    kind: 'case.ended',
    subject: 'case:4f6c0f5e-2a58-4c55-9c3a-0f5d7f6f0a11',
    about: '2026-014',
    hash: 'a'.repeat(64),
    previous: 'b'.repeat(64),
    body: {},
    payload: null,
    withheld: false,
    signer: { kind: 'person', fingerprint: 'c'.repeat(64), name: 'Renate Hartwig', role: 'leadership' },
    by: '',
    problems: [],
    ...given
  }
}

/** The same, signed by a PC, at somebody's wish. */
export function deviceEntry(by: string, given: Partial<LedgerEntry>): LedgerEntry {
  return entry({
    by,
    signer: { kind: 'device', fingerprint: 'd'.repeat(64), name: 'Verwaltung', role: null },
    ...given
  })
}
