import type { ApplicationState } from '../../../src-main/contract/application'

/** The state of an app that has just begun: nothing connected, nobody there. */
export const closedState: ApplicationState = {
  version: '1.0.0',
  preferences: { language: 'de', theme: 'system' },
  directory: null,
  secretsKept: false,
  session: {
    founded: false,
    person: null,
    deviceAdmitted: true,
    lockedLogin: null,
    idleMinutes: 5,
    demoPeople: []
  },
  caseFile: { kind: 'sqlite', place: '', state: 'ready', failure: null },
  ledger: null
}
