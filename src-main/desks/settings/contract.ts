import { z } from 'zod'
import { type Operation, nothing, signedIn } from '../../contract/operation'
import { settingsSchema } from '../../contract/settings'
import { by, digestSchema, noPayload, statementKind } from '../../contract/statement'

const operations = {
  'settings.read': { input: nothing, output: settingsSchema, role: signedIn },
  /** `before`: what the person began with; settings that have become others meanwhile are not written over. */
  'settings.write': {
    input: settingsSchema.extend({ before: settingsSchema.optional() }),
    output: settingsSchema,
    role: 'administrator'
  },
  /** Logins of made-up persons under settings that are not kept yet. */
  'settings.previewLogins': {
    input: settingsSchema.shape.logins,
    output: z.array(z.object({ givenName: z.string(), familyName: z.string(), login: z.string() })),
    role: 'administrator'
  }
} as const satisfies Record<string, Operation>

const statements = {
  'settings.changed': statementKind({
    body: z.object({ document: z.string(), digest: digestSchema, by }),
    payload: noPayload,
    reading: 'procedure',
    subject: null,
    name: { de: 'Einstellungen geändert', en: 'Settings changed' },
    signers: ['device']
  })
} as const

export const contract = { operations, statements } as const
