import { z } from 'zod'
import { instant, noPayload, statementKind } from './statement'

/** What the ledger says of itself. */
const statements = {
  /** The clock of the PC or the server ran behind the last statement; the only kind that may be older than it. */
  'clock.wentBack': statementKind({
    body: z.object({ last: instant }),
    payload: noPayload,
    reading: 'procedure',
    subject: null,
    name: { de: 'Uhr ging nach', en: 'Clock went back' },
    signers: ['device']
  })
} as const

export const contract = { statements } as const
