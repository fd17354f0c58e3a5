import { onTestFinished } from 'vitest'
import type { Account } from '../../../src-main/contract/accounts'
import type { Handlers } from '../../../src-main/contract/handlers'
import { defaultSettings } from '../../../src-main/contract/settings'
import type { FoundingPart } from '../../../src-main/contract/people'
import { succeed } from '../../../src-main/contract/result'
import { Ledger, type LedgerRule } from '../../../src-main/core/ledger'
import { deviceSigner } from '../../../src-main/core/people/keys'
import { PassphraseSigning } from '../../../src-main/core/people/signing'
import { Throttle } from '../../../src-main/core/people/throttle'
import { createPeopleJob, type PeopleJob } from '../../../src-main/jobs/people'
import { valueOf } from './accountsJob'
import { asked } from './asked'
import { closedState } from './applicationState'
import { MemoryDirectory } from './memoryDirectory'
import { MemoryHead, MemoryLedgerShelf } from './memoryLedger'

export const password = 'Ganz-Eigenes-0815'
export const passphrases = {
  leadership: 'Linde Hafen Kreide Morgen',
  administrator: 'Kabel Regen Fenster Apfel',
  third: 'Siegel Wiese Anker Glocke'
} as const

export interface PeopleAtWork {
  readonly job: Omit<PeopleJob, 'handlers'> & {
    readonly handlers: Handlers<keyof PeopleJob['handlers']>
  }
  readonly ledger: Ledger
  readonly shelf: MemoryLedgerShelf
  readonly directory: MemoryDirectory
  readonly clock: { time: Date }
  readonly saved: { name: string; html: string }[]
  readonly changes: () => number
  readonly leadership: Account
  readonly administrator: Account
}

/** Cheap to derive: what costs time is tested once, elsewhere. */
export const cheap = { operations: 1, memory: 8_192 }

/** The job of people on a directory and a ledger in memory, with two members of staff who can sign in. */
export async function startPeople(
  shelf = new MemoryLedgerShelf(),
  directory = new MemoryDirectory(),
  seed = 1,
  clock = { time: new Date('2026-09-01T07:00:00Z') }
): Promise<PeopleAtWork> {
  // The store has the same clock.
  Object.defineProperty(shelf, 'time', { configurable: true, get: () => clock.time.toISOString() })
  const saved: PeopleAtWork['saved'] = []
  let changes = 0
  const ledger = await Ledger.open({
    shelf,
    device: deviceSigner(new Uint8Array(32).fill(seed)),
    computer: `PC-${seed}`,
    rules: [] as readonly (() => LedgerRule)[],
    memory: new MemoryHead()
  })
  const now = (): Date => clock.time
  const throttle = new Throttle(() => now().getTime())
  const job = createPeopleJob({
    ledger,
    shelf,
    cost: cheap,
    now,
    kind: 'window',
    computer: `PC-${seed}`,
    idleMinutes: () => 5,
    onChange: () => (changes += 1),
    directory: { ask: (question) => question(directory) },
    throttle,
    signing: new PassphraseSigning(shelf, throttle),
    settings: async () => succeed(defaultSettings),
    nameSchool: async () => succeed(),
    connectionToSign: async () => null,
    applicationState: () => ({ ...closedState, session: job.state() }),
    demoPeople: () => [],
    desk: {
      saveFile: async () => succeed(null),
      remember: () => undefined,
      async savePdf({ suggestedName, page }) {
        const html = await page()
        if (!html.ok) return html
        saved.push({ name: suggestedName.de, html: html.value })
        return succeed({ file: suggestedName.de })
      }
    }
  })
  onTestFinished(() => job.close())
  const person = (login: string, givenName: string, familyName: string, kind: Account['kind']): Account => {
    const known = [...directory.accounts.values()].find((account) => account.login === login)
    const account = known ?? directory.seed({ login, givenName, familyName, kind, mustChangePassword: false })
    directory.passwords.set(account.id, password)
    return account
  }
  return {
    job: { ...job, handlers: asked(job.handlers, () => job.actor()) },
    ledger,
    shelf,
    directory,
    clock,
    saved,
    changes: () => changes,
    leadership: person('s.yildirim', 'Şebnem', 'Yıldırım', 'teacher'),
    administrator: person('n.guenther', 'Norbert', 'Günther', 'teacher')
  }
}

/** Founds the case file; the administrator is signed in afterwards. */
export async function foundSchool(work: PeopleAtWork): Promise<void> {
  const { handlers } = work.job
  const join = async (part: FoundingPart, login: string): Promise<string> =>
    valueOf(await handlers['people.joinFounding']({ part, login, password, passphrase: passphrases[part] }))
      .fingerprint
  valueOf(
    await handlers['people.found']({
      school: 'Gesamtschule am Lindenhain',
      leadership: await join('leadership', 's.yildirim'),
      administrator: await join('administrator', 'n.guenther'),
      agreed: true
    })
  )
}

/** The step of the person who is about to be appointed: the fingerprint of their new key. */
export async function chooseKey(work: PeopleAtWork, person: string, passphrase: string): Promise<string> {
  return valueOf(await work.job.handlers['people.choosePassphrase']({ person, passphrase })).fingerprint
}
