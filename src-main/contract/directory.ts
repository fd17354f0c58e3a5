import { z } from 'zod'
import { oneLine } from './texts'
import { parametersSchema } from './result'

/** The kinds of directory. `active-directory` covers Samba AD and Microsoft AD. */
export const directoryProfiles = ['openldap', 'active-directory', 'demo'] as const
export const directoryProfileSchema = z.enum(directoryProfiles)
export type DirectoryProfile = z.infer<typeof directoryProfileSchema>

export const certificateSchema = z.object({
  subject: z.string(),
  issuer: z.string(),
  validFrom: z.iso.datetime(),
  validTo: z.iso.datetime(),
  /** SHA-256 over the DER form, upper-case hex pairs with colons. */
  fingerprint: z.string(),
  isCertificateAuthority: z.boolean(),
  pem: z.string()
})
export type Certificate = z.infer<typeof certificateSchema>

/**
 * Where accounts and groups live. Containers are full DNs. Where a container is absent, the first plan
 * that needs it has a visible step that makes it.
 */
export const directoryLayoutSchema = z.object({
  containers: z.object({
    pupil: z.string(),
    teacher: z.string(),
    staff: z.string(),
    /** Accounts of guardians; absent: the school has none. */
    guardian: z.string().optional(),
    /** Class groups. */
    classes: z.string(),
    /** All other groups. */
    groups: z.string()
  }),
  /** Put before the class's name to make the group's name; may be empty. Example: `klasse-`. */
  classGroupPrefix: z.string(),
  /** Home directory of a POSIX account; `{login}` is replaced. Only openldap and demo. */
  homeDirectory: z.string(),
  /** E-mail address of a new account; `{login}` is replaced; empty: none is written. */
  mailAddress: z.string()
})
export type DirectoryLayout = z.infer<typeof directoryLayoutSchema>

/** The containers of a layout (DNs), those that a school does not have left out. */
export function containersOf({ containers }: DirectoryLayout): string[] {
  return Object.values(containers).filter((dn) => dn !== undefined)
}

/** What the person enters to connect; the password travels beside it, never inside. */
export const connectionSchema = z.object({
  profile: directoryProfileSchema,
  url: oneLine(500),
  bindDn: oneLine(500),
  baseDn: oneLine(500),
  /** The pinned CA certificate, PEM; null only for loopback addresses and public certificates. */
  caCertificate: z.string().max(200_000).nullable(),
  /** null: found by looking at the directory. */
  layout: directoryLayoutSchema.nullable()
})
export type Connection = z.infer<typeof connectionSchema>

/** What is another than it was when the password was last entered at this PC, to be compared by a person. */
export const connectionChangeSchema = z.object({
  /** Who has signed the change; empty: not known. */
  by: z.string(),
  /** When; null: not known. */
  at: z.iso.datetime().nullable(),
  /** `certificate`: SHA-256 fingerprint; empty: none. `before` is empty where nothing was confirmed here yet. */
  fields: z.array(
    z.object({
      name: z.enum(['profile', 'url', 'certificate', 'bindDn', 'baseDn', 'layout']),
      before: z.string(),
      after: z.string()
    })
  )
})
export type ConnectionChange = z.infer<typeof connectionChangeSchema>

export const capabilitiesSchema = z.object({
  /** The server itself ends a suspension on its day. */
  selfEndingSuspension: z.boolean(),
  /** The server enforces a new password at the next sign-in. */
  mustChange: z.boolean(),
  suspension: z.boolean(),
  passwordPolicy: z.boolean(),
  paging: z.boolean(),
  /** A password in the Add operation is hashed and checked by the server. */
  passwordOnCreate: z.boolean(),
  /** Unencrypted connections are refused by the server. */
  plainTextRefused: z.boolean(),
  createAccounts: z.boolean(),
  manageGroups: z.boolean(),
  deleteAccounts: z.boolean(),
  /**
   * The server itself refuses a second account of one login or number. Where it does not, Netzwart looks after each
   * account that it has made.
   */
  uniqueNames: z.boolean()
})
export type Capabilities = z.infer<typeof capabilitiesSchema>

export const problemCodes = [
  'passwordPolicyMissing',
  'lockoutDisabled',
  'mustChangeDisabled',
  'selfEndingSuspensionMissing',
  'noRightToCreate',
  'noRightToChange',
  'noRightToSetPassword',
  'noRightToDelete',
  'noRightToManageGroups',
  'pagingMissing',
  'sizeLimited',
  'plainTextAccepted',
  'passwordStoredInPlainText',
  'bindAccountIsRoot',
  'containerMissing',
  'doesNotExpireIgnored',
  'certificateExpiresSoon',
  'radiusIgnoresSuspensions',
  'radiusAsksForGroupOnly',
  'radiusRefusesProbe',
  'radiusAnswersUnsigned',
  'namesNotUnique',
  'namesShared',
  'notChecked'
] as const
export const problemSchema = z.object({
  code: z.enum(problemCodes),
  /** `blocks`: the app cannot do its job; `weakens`: works with less; `note`: good to know. */
  severity: z.enum(['blocks', 'weakens', 'note']),
  parameters: parametersSchema
})
export type Problem = z.infer<typeof problemSchema>

export const selfTestSchema = z.object({
  profile: directoryProfileSchema,
  server: z.object({
    vendor: z.string(),
    version: z.string(),
    namingContexts: z.array(z.string())
  }),
  encrypted: z.boolean(),
  layout: directoryLayoutSchema,
  accounts: z.number().int(),
  capabilities: capabilitiesSchema,
  problems: z.array(problemSchema)
})
export type SelfTest = z.infer<typeof selfTestSchema>

/** What a RADIUS server asks before it lets somebody in, as a probe account has shown. */
export const radiusTestSchema = z.object({
  host: z.string(),
  port: z.number().int(),
  /**
   * `directory`: a suspension alone keeps somebody out. `group`: being out of the modules' groups does. `nothing`: neither.
   * `unknown`: it refuses the probe account from the beginning.
   */
  asks: z.enum(['directory', 'group', 'nothing', 'unknown']),
  /** Groups of modules that the probe account was in. */
  groups: z.array(z.string()),
  problems: z.array(problemSchema)
})
export type RadiusTest = z.infer<typeof radiusTestSchema>
