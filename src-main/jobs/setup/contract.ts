import { z } from 'zod'
import { applicationStateSchema } from '../../contract/application'
import {
  certificateSchema,
  connectionSchema,
  radiusTestSchema,
  selfTestSchema
} from '../../contract/directory'
import { type Operation, nothing, password } from '../../contract/operation'
import { passphraseSchema } from '../../contract/people'
import { digestSchema, statementKind } from '../../contract/statement'
import { oneLine } from '../../contract/texts'

/** Where a person's signature is needed. */
const passphrase = passphraseSchema.nullable().default(null)

const operations = {
  /** Fetches what the server presents, without trusting it. */
  'setup.fetchCertificates': {
    input: z.object({ url: oneLine(500) }),
    output: z.array(certificateSchema),
    role: 'administrator'
  },
  /** Asks for a file; null: the person closed the dialog. */
  'setup.chooseCertificate': { input: nothing, output: certificateSchema.nullable(), role: 'administrator' },
  /** Signs in and tries what the bind account may do, on a probe entry that is removed again. */
  'setup.test': {
    input: z.object({ connection: connectionSchema, password }),
    output: selfTestSchema,
    role: 'administrator'
  },
  /**
   * Keeps the connection; the password only where the system can keep a secret and `keepPassword` is set. In a founded
   * case file the administrator signs a connection that is another than before: `passphrase`.
   */
  'setup.connect': {
    input: z.object({ connection: connectionSchema, password, keepPassword: z.boolean(), passphrase }),
    output: applicationStateSchema,
    role: 'administrator'
  },
  /** The password of the kept connection, for this run of the app. Without it nobody can sign in. */
  'setup.enterPassword': {
    input: z.object({ password, keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'anyone'
  },
  'setup.startDemo': { input: nothing, output: applicationStateSchema, role: 'administrator' },
  /** The self-test on the kept connection. */
  'setup.check': { input: nothing, output: selfTestSchema, role: 'administrator' },
  /** Whether the secret of the RADIUS server that the settings name is kept here. */
  'setup.radiusState': {
    input: nothing,
    output: z.object({ secretKept: z.boolean() }),
    role: 'administrator'
  },
  /** Suspends a probe account and asks the RADIUS server each time whether it is let in. `secret` null: the kept one. */
  'setup.checkRadius': {
    input: z.object({ secret: password.nullable(), keepSecret: z.boolean() }),
    output: radiusTestSchema,
    role: 'administrator'
  },
  /** Forgets connection and password. The directory stays as it is. */
  'setup.disconnect': { input: nothing, output: applicationStateSchema, role: 'administrator' }
} as const satisfies Record<string, Operation>

const statements = {
  /**
   * The directory that this case file works with, and its certificate: where secrets go. `digest`: of the connection in
   * the payload, which may be erased. `former`: of the connection that the store held before; null: none.
   */
  'connection.changed': statementKind({
    body: z.object({ digest: digestSchema, former: digestSchema.nullable() }),
    payload: z.object({ connection: connectionSchema }),
    reading: 'procedure',
    subject: null,
    name: {
      de: 'Verbindung zum Verzeichnis geändert',
      en: 'Connection to the directory changed'
    },
    signers: ['administrator']
  })
} as const

export const contract = { operations, statements } as const
