import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Announce, Handlers } from '../../../src-main/contract/handlers'
import type { Copy } from '../../../src-main/contract/ledger'
import { succeed, type Failure, type Result } from '../../../src-main/contract/result'
import { Ledger } from '../../../src-main/core/ledger'
import { unfoundedActor, type Actor } from '../../../src-main/core/people/actor'
import { deviceSigner } from '../../../src-main/core/people/keys'
import { createSettingsOffice, RecordedDocuments } from '../../../src-main/desks/settings'
import { SharedDirectory } from '../../../src-main/desks/directory'
import { PlanDesk, type PlanHandlers } from '../../../src-main/desks/plans'
import type { ChangeGuard } from '../../../src-main/desks/job'
import { createAccountsJob, type AccountsJob } from '../../../src-main/jobs/accounts'
import { localFiles } from '../../../src-main/world/files/local'
import { openDeviceSecretBox } from '../../../src-main/world/secrets/deviceKey'
import type { Directory } from '../../../src-main/world/directory/port'
import type { Store } from '../../../src-main/world/store/port'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { asked } from './asked'
import { MemoryDirectory } from './memoryDirectory'
import { MemoryHead } from './memoryLedger'

type AskedOperation = keyof AccountsJob['handlers'] | keyof PlanHandlers | 'settings.read' | 'settings.write'

export interface JobAtWork<Connected extends Directory = MemoryDirectory> {
  /** The job, and `plans.*` of the desk that it works at. */
  readonly job: Omit<AccountsJob, 'handlers'> & {
    readonly handlers: Handlers<AskedOperation>
    findPlan: PlanDesk['findHash']
  }
  readonly directory: Connected
  readonly store: Store
  readonly folder: string
  readonly told: { name: string; payload: unknown }[]
  readonly printed: string[]
  readonly clock: { time: Date }
  /** What the file dialog answers. */
  readonly dialog: { target: string | null }
  /** Who sits there. */
  readonly actor: { current: Actor | null }
  /** What decisions keep from happening. */
  readonly guard: { answer: ChangeGuard }
  /** What the ledger was told before something was saved; `failure`: it takes nothing. */
  readonly copies: { readonly told: Copy[]; failure: Failure | null }
  /** Groups that decisions keep everybody out of. */
  readonly withheld: { groups: readonly string[] }
  /** Which plans the ledger says were begun. */
  readonly vouched: { answer: (plan: string) => boolean; undone: (plan: string) => boolean }
}

/** What `liftDue` answers where nothing is due. */
export const nothingDue = succeed({ run: null, waiting: [] })

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** The job of accounts on a directory in memory and a real store in a folder of its own. */
export async function startJob(directory = new MemoryDirectory()): Promise<JobAtWork> {
  return startJobOn(directory)
}

/** The same on any directory. */
export async function startJobOn<Connected extends Directory>(
  directory: Connected
): Promise<JobAtWork<Connected>> {
  const folder = join(tmpdir(), `netzwart-job-${randomBytes(6).toString('hex')}`)
  const store = valueOf(await openSqliteStore(folder))
  const secretBox = valueOf(await openDeviceSecretBox(folder))
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  })
  const told: JobAtWork['told'] = []
  const printed: string[] = []
  const clock = { time: new Date('2026-11-22T09:00:00') }
  const dialog: JobAtWork['dialog'] = { target: join(folder, 'document') }
  const actor: JobAtWork['actor'] = { current: unfoundedActor }
  const guard: JobAtWork['guard'] = { answer: async () => succeed() }
  const copies: JobAtWork['copies'] = { told: [], failure: null }
  const withheld: JobAtWork['withheld'] = { groups: [] }
  const vouched: JobAtWork['vouched'] = { answer: () => true, undone: () => true }
  const ledger = await Ledger.open({
    shelf: store,
    device: deviceSigner(secretBox.derive('device signature')),
    computer: 'PC-Büro',
    rules: [],
    memory: new MemoryHead()
  })
  // Each look is a millisecond later, as on a real clock.
  const now = () => (clock.time = new Date(clock.time.getTime() + 1))
  const announce: Announce = (name, payload) => void told.push({ name, payload })
  const plans = new PlanDesk({
    store,
    announce,
    now,
    // The ledger has tests of its own; here nothing of it is looked at.
    witness: {
      begun: async () => succeed(),
      ended: async () => succeed(),
      last: () => null,
      vouchesFor: (plan) => vouched.answer(plan),
      vouchesForUndo: (plan) => vouched.undone(plan),
      runs: () => ({ begun: [], ended: [] })
    }
  })
  const settings = settingsOf(store, ledger)
  const job = createAccountsJob({
    store,
    secretBox,
    files: localFiles,
    announce,
    actor: () => actor.current,
    plans,
    decisions: {
      guard: (account, change) => guard.answer(account, change),
      suspensionAtReturn: async (_, before) => before,
      isDecidedStep: () => false,
      withheldGroups: async () => withheld.groups
    },
    recordCopy: async (copy) => {
      if (copies.failure !== null) return { ok: false, failure: copies.failure }
      copies.told.push(copy)
      return succeed()
    },
    desk: { remember: () => undefined },
    ledger,
    settings,
    clock: { now },
    checkClock: async () => succeed(),
    language: () => 'de',
    demo: { roster: async () => succeed({ name: 'demo.csv', bytes: new Uint8Array() }) },
    directory: new SharedDirectory({
      access: { open: async () => succeed(directory), lost: () => undefined },
      register: store
    }),
    printer: {
      toPdf: async (html) => {
        printed.push(html)
        return succeed(new TextEncoder().encode('%PDF-1.7'))
      }
    },
    desktop: {
      chooseFiles: async () => null,
      chooseFolder: async () => null,
      chooseSaveTarget: async () => dialog.target,
      openDocument: async () => succeed(),
      notify: () => undefined
    }
  })
  const atDesk = {
    ...job,
    handlers: asked<AskedOperation>(
      { ...job.handlers, ...plans.handlers, ...settings.handlers },
      () => actor.current
    ),
    findPlan: (prefix: string) => plans.findHash(prefix)
  }
  return {
    job: atDesk,
    directory,
    store,
    folder,
    told,
    printed,
    clock,
    dialog,
    actor,
    guard,
    copies,
    withheld,
    vouched
  }
}

/** The settings as the app keeps them. */
export function settingsOf(store: Store, ledger: Ledger) {
  return createSettingsOffice({
    documents: new RecordedDocuments(store, ledger),
    by: () => null,
    onChange: async () => undefined,
    onRefused: () => undefined
  })
}
