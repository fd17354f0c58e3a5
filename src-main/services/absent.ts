import { fail } from '../contract/result'
import type { SessionState } from '../contract/people'
import type { Desktop } from '../world/desktop/port'
import type { Printer } from '../world/documents/port'
import type { Keychain } from '../world/secrets/port'

/** Stand for what the command line does not have. */
export const noDesktop: Desktop = {
  chooseFiles: async () => null,
  chooseFolder: async () => null,
  chooseSaveTarget: async () => null,
  openDocument: async (file) => fail('application.fileNotReadable', { file }),
  notify: () => undefined
}
export const noPrinter: Printer = { toPdf: async () => fail('application.printingFailed') }
export const noKeychain: Keychain = {
  available: false,
  keep: async () => undefined,
  read: async () => null,
  forget: async () => undefined
}

/** Who is there while the case file is not open: nobody. */
export const closedSession: SessionState = {
  founded: false,
  person: null,
  deviceAdmitted: false,
  lockedLogin: null,
  idleMinutes: 5,
  demoPeople: []
}
