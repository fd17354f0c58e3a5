import { z } from 'zod'
import { type Operation, nothing, signedIn } from '../../contract/operation'
import { by, copyKinds, noPayload, statementKind } from '../../contract/statement'

const operations = {
  /** Opens a saved document with the system's viewer. Only files that this run of the app has saved. */
  'documents.open': { input: z.object({ file: z.string() }), output: nothing, role: signedIn }
} as const satisfies Record<string, Operation>

const statements = {
  /** Something personal was saved outside the case file or printed. Said before it is written. */
  'copy.made': statementKind({
    /** `count`: statements, names, slips or documents. */
    body: z.object({ what: z.enum(copyKinds), count: z.number().int(), by }),
    payload: noPayload,
    reading: 'procedure',
    subject: null,
    name: { de: 'Kopie ausgegeben', en: 'Copy made' },
    signers: ['device']
  })
} as const

export const contract = { operations, statements } as const
