import { z } from 'zod'
import { disclosureDraftSchema, disclosureFormats, savedDisclosureSchema } from '../../contract/disclosures'
import { savedSchema, type Operation } from '../../contract/operation'
import { personIdSchema, personNamesSchema } from '../../contract/people'
import { by, digestSchema, statementKind } from '../../contract/statement'

const operations = {
  /** Everything that app and directory hold on a person (P27, GDPR Art. 15). Whom it is about does not gather it themselves. */
  'disclosures.gather': {
    input: z.object({ person: personIdSchema }),
    output: disclosureDraftSchema,
    role: 'leadership'
  },
  /** Saves what was looked through, without what is left out and with what is blackened, and records that. */
  'disclosures.save': { input: savedDisclosureSchema, output: savedSchema, role: 'leadership' }
} as const satisfies Record<string, Operation>

const count = z.number().int().min(0)

const statements = {
  /** Said before the file is written. `digest`: of what was held then. Whom it is about is in the payload alone. */
  'disclosure.made': statementKind({
    body: z.object({
      disclosure: z.uuid(),
      format: z.enum(disclosureFormats),
      holdings: count,
      omitted: count,
      blackened: count,
      digest: digestSchema,
      by
    }),
    payload: z.object({ person: personIdSchema, names: personNamesSchema, reason: z.string() }),
    reading: 'confidential',
    subject: ({ disclosure }) => `disclosure:${disclosure}`,
    name: { de: 'Auskunft erstellt', en: 'Disclosure made' },
    signers: ['device']
  })
} as const

export const contract = { operations, statements } as const
