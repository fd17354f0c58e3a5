import type { ApplicationState } from '../../../src-main/contract/application'
import type { Role, SessionState, SignedIn } from '../../../src-main/contract/people'

/** A made-up person with these roles. */
export function signedIn(roles: readonly Role[], person = 'person-1'): SignedIn {
  return {
    person,
    names: { login: 'm.mustermann', givenName: 'Maria', familyName: 'Mustermann' },
    roles: [...roles],
    deputy: false,
    fingerprint: 'a'.repeat(64)
  }
}

/** A connected school with a founded case file in which nobody has signed in, as main would tell it. */
export function applicationState(
  session: Partial<SessionState> = {},
  change: Partial<ApplicationState> = {}
): ApplicationState {
  return {
    version: '1.0.0',
    preferences: { language: 'de', theme: 'light' },
    directory: {
      profile: 'openldap',
      url: 'ldaps://ldap.schule.example',
      baseDn: 'dc=schule,dc=example',
      bindDn: 'uid=netzwart,dc=schule,dc=example',
      state: 'ready',
      capabilities: null,
      change: null
    },
    secretsKept: true,
    session: {
      founded: true,
      person: null,
      deviceAdmitted: true,
      lockedLogin: null,
      idleMinutes: 5,
      demoPeople: [],
      ...session
    },
    caseFile: { kind: 'sqlite', place: '', state: 'ready', failure: null },
    ledger: { head: null, problems: 0, checking: null, clockNotices: 0, unknownKinds: 0 },
    ...change
  }
}
