/** What somebody or something did, in the words that all formats share. */
export const acts = [
  'webRequest',
  'webRefused',
  'signIn',
  'signInRefused',
  'signOut',
  'access',
  'directoryRead',
  'directoryChange',
  'groupChange',
  'passwordChange',
  'passwordChangeRefused',
  'accountLocked',
  'networkStart',
  'networkUpdate',
  'networkStop',
  'fileAccess',
  'fileRefused',
  'processStart',
  'print',
  'mailSubmitted',
  'mailDelivered'
] as const
export type Act = (typeof acts)[number]

/**
 * How the person of an event is known. `proved`: the service that wrote the line has let them in by a sign-in.
 * `claimed`: a name that nobody checked. `address`, `device`: no name at all, only where it came from. `unknown`: none of it.
 */
export const sureties = ['proved', 'claimed', 'address', 'device', 'unknown'] as const
export type Surety = (typeof sureties)[number]
