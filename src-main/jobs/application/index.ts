import type { ApplicationState } from '../../contract/application'
import type { Announce, Handlers } from '../../contract/handlers'
import type { Language } from '../../contract/language'
import { succeed } from '../../contract/result'
import { preferencesSchema, type Preferences } from '../../contract/settings'
import type { Keychain } from '../../world/secrets/port'
import type { DocumentShelf } from '../../world/store/port'

export interface ApplicationJobOptions {
  readonly version: string
  /** Of this PC, not of the case file: what its user prefers to see. */
  readonly shelf: DocumentShelf
  readonly keychain: Pick<Keychain, 'available'>
  /** Where nobody has chosen another one. */
  readonly language: Language
  readonly announce: Announce
  /** What the open case file knows; a closed one knows nothing. */
  readonly rest: () => Pick<ApplicationState, 'directory' | 'session' | 'caseFile' | 'ledger'>
}

export interface ApplicationJob {
  readonly handlers: Pick<Handlers, 'application.state' | 'application.setPreferences'>
  readonly state: () => ApplicationState
  /** Tells the window the present state. */
  readonly announce: () => void
}

const preferencesName = 'preferences'

/** What the frame of the window shows at all times, and what this PC's user prefers to see. */
export async function createApplicationJob(options: ApplicationJobOptions): Promise<ApplicationJob> {
  const { version, shelf, keychain, rest } = options
  let preferences = await readPreferences(shelf, options.language)
  const state = (): ApplicationState => ({
    version,
    preferences,
    secretsKept: keychain.available,
    ...rest()
  })
  const announce = (): void => {
    options.announce('application.state', state())
  }
  return {
    state,
    announce,
    handlers: {
      async 'application.state'() {
        return succeed(state())
      },
      async 'application.setPreferences'(wanted) {
        await shelf.writeDocument(preferencesName, wanted)
        preferences = wanted
        announce()
        return succeed()
      }
    }
  }
}

/** How things look is no reason to refuse to start: preferences that cannot be read are the usual ones. */
async function readPreferences(shelf: DocumentShelf, language: Language): Promise<Preferences> {
  const document = await shelf.readDocument(preferencesName)
  const parsed = preferencesSchema.safeParse(document.ok ? document.value : undefined)
  return parsed.success ? parsed.data : { language, theme: 'system' }
}
