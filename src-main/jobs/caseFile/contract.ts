import { z } from 'zod'
import { applicationStateSchema } from '../../contract/application'
import { postgresCheckSchema, postgresLocationSchema } from '../../contract/caseFile'
import { ledgerVerificationSchema } from '../../contract/verification'
import { type Operation, password, savedSchema } from '../../contract/operation'
import { newPassphraseSchema, passphraseSchema } from '../../contract/people'
import { by, digestSchema, noPayload, statementKind } from '../../contract/statement'

const operations = {
  /** Looks at a PostgreSQL server without changing anything. */
  'caseFile.check': {
    input: z.object({ location: postgresLocationSchema, password }),
    output: postgresCheckSchema,
    role: 'administrator'
  },
  /** Makes or updates the schema there, as the owner of the database. */
  'caseFile.prepare': {
    input: z.object({
      location: postgresLocationSchema,
      password,
      owner: z.object({ role: z.string().trim().min(1).max(63), password })
    }),
    output: postgresCheckSchema,
    role: 'administrator'
  },
  /** Moves this PC's case file to the server. Nothing is lost; the file here stays as a copy that is used no more. */
  'caseFile.move': {
    input: z.object({ location: postgresLocationSchema, password, keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'administrator'
  },
  /** Works with the case file that lies on the server already; this PC must not have one of its own. */
  'caseFile.join': {
    input: z.object({ location: postgresLocationSchema, password, keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'anyone'
  },
  /** Tries to reach the server again. `password`: where it is not kept; null: the one that is known. */
  'caseFile.retry': {
    input: z.object({ password: password.nullable(), keepPassword: z.boolean() }),
    output: applicationStateSchema,
    role: 'anyone'
  },
  /** An encrypted copy of the case file in a folder that the person chooses. */
  'backup.create': {
    input: z.object({ passphrase: newPassphraseSchema }),
    output: savedSchema,
    role: 'administrator'
  },
  /** Fills an empty case file from a backup. null: the person closed the file dialog. */
  'backup.restore': {
    input: z.object({ passphrase: passphraseSchema }),
    output: ledgerVerificationSchema.nullable(),
    role: 'anyone'
  },
  /** Writes a scheduled task that runs `netzwart due`. */
  'schedule.save': {
    input: z.object({ system: z.enum(['windows', 'systemd']) }),
    output: savedSchema,
    role: 'administrator'
  }
} as const satisfies Record<string, Operation>

const statements = {
  'backup.made': statementKind({
    body: z.object({ statements: z.number().int(), head: digestSchema, by }),
    payload: noPayload,
    reading: 'procedure',
    subject: null,
    name: { de: 'Sicherung erstellt', en: 'Backup made' },
    signers: ['device']
  }),
  /** The case file moved from one store into another; the chain goes on. */
  'store.moved': statementKind({
    body: z.object({ from: z.enum(['sqlite', 'postgres']), to: z.enum(['sqlite', 'postgres']), by }),
    payload: noPayload,
    reading: 'procedure',
    subject: null,
    name: { de: 'Fallakte umgezogen', en: 'Case file moved' },
    signers: ['device']
  })
} as const

export const contract = { operations, statements } as const
