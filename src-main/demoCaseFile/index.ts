import { join } from 'node:path'
import { defaultSettings, type Settings } from '../contract/settings'
import type { Plan } from '../contract/plan'
import { succeed, type Result } from '../contract/result'
import type { Clock } from '../core/clock'
import type { Ledger, LedgerRule } from '../core/ledger'
import { makePersonKeys } from '../core/people/keys'
import { hashPlan } from '../core/plan'
import type { DemoPart, TellDemoWeeks } from '../desks/demoStory'
import { documentDigest, recordedName } from '../desks/settings'
import { demoModuleGroups } from '../world/directory/demo/seed/modules'
import { readPack } from '../jobs/evaluations/rules/pack'
import type { FileAccess, FolderAccess } from '../world/files/port'
import type { Store } from '../world/store/port'
import { demoHistory, type DemoHistoryParts, type DemoKey } from './history'
import { demoLogs, demoLogSources } from './logs'
import { demoSignatories, type DemoSignatory } from './people'

export { demoPeople, isDemoPerson } from './people'

export interface DemoCaseFileParts {
  readonly store: Store
  readonly ledger: Ledger
  readonly rules: readonly (() => LedgerRule)[]
  /** What each job tells of the weeks; whoever founds comes first. */
  readonly weeks: readonly TellDemoWeeks[]
  readonly clock: Clock
  readonly files: FolderAccess & Pick<FileAccess, 'writePrivately' | 'list' | 'read'>
  /** Where the log rules lie that come with the app. */
  readonly rulesFolder: string
  /** Where its services write their logs. */
  readonly logsFolder: string
  readonly computer: string
}

/** The demo's passphrases stand on its sign-in page; making them slow to guess would only make the start slow. */
const demoCost = { operations: 1, memory: 8_388_608 }

/**
 * Founds the case file of the demo school with a person for each role and some weeks of history. Only an empty case
 * file is filled; any other stays as it is.
 */
export async function furnishDemo(parts: DemoCaseFileParts): Promise<Result<undefined>> {
  const { store, ledger, rules, weeks, clock, computer, files, logsFolder, rulesFolder } = parts
  if (ledger.items.length > 0) return succeed()
  const pack = await readPack(files, rulesFolder)
  if (!pack.ok) return pack
  const ruleDigests = new Map(pack.value.map(({ id, sha256 }) => [id, sha256]))
  const now = clock.now()
  const keys = await keysOf(demoSignatories(), now)
  try {
    const settings = demoSettings()
    const logSources = demoLogSources(logsFolder)
    await store.writeDocument(recordedName('settings', documentDigest(settings)), settings)
    await store.writeDocument(recordedName('logSources', documentDigest(logSources)), logSources)
    const { appendix, plans, evidence } = await demoHistory({
      ...{ keys, device: ledger.device, computer, now, rules, weeks, settings, logSources, ruleDigests }
    })
    for (const { made } of Object.values(keys)) await store.keepKey(made.row)
    const folder = await files.makeFolder(logsFolder)
    if (!folder.ok) return folder
    for (const { file, text } of await demoLogs(now)) {
      const kept = await files.writePrivately(join(logsFolder, file), Buffer.from(text, 'utf8'))
      if (!kept.ok) return kept
    }
    for (const { plan, at, done } of plans) await keepPlan(store, plan, at, done)
    for (const sealed of evidence) await store.keepEvidence(sealed)
    const written = await store.append(0, (fresh) =>
      // Another PC was faster: its case file counts.
      succeed({
        appendix: fresh.length === 0 ? appendix : { statements: [], payloads: [] },
        value: undefined
      })
    )
    if (!written.ok) return written
    await ledger.refresh()
    return succeed()
  } finally {
    for (const { made } of Object.values(keys)) made.signer.wipe()
  }
}

/** Made side by side, since each takes a while. */
async function keysOf(
  signatories: Readonly<Record<DemoPart, DemoSignatory>>,
  now: Date
): Promise<DemoHistoryParts['keys']> {
  const make = async (signatory: DemoSignatory): Promise<DemoKey> => {
    const made = await makePersonKeys(signatory.id, signatory.passphrase, now.toISOString(), demoCost)
    return { signatory, made }
  }
  const [leadership, deputy, administrator, firstEvaluator, secondEvaluator, dpo] = await Promise.all([
    make(signatories.leadership),
    make(signatories.deputy),
    make(signatories.administrator),
    make(signatories.firstEvaluator),
    make(signatories.secondEvaluator),
    make(signatories.dpo)
  ])
  return { leadership, deputy, administrator, firstEvaluator, secondEvaluator, dpo }
}

/** A plan as it looks after it was carried out, or as it waits. */
async function keepPlan(store: Store, plan: Plan, at: string, done: boolean): Promise<void> {
  const hash = hashPlan(plan)
  await store.addPlan(plan, hash, null, at)
  if (!done) return
  const records = plan.steps.map(({ id, target }) => ({
    step: id,
    outcome: 'done' as const,
    failure: null,
    targetId: target.id,
    at
  }))
  if (records.length > 0) await store.record(hash, records)
  await store.setPlanState(hash, 'finished', null)
}

function demoSettings(): Settings {
  return {
    ...defaultSettings,
    school: {
      name: 'Gesamtschule am Lindenhain',
      contact: 'Netzteam, Raum 112, netz@lindenhain.demo',
      signInHint: 'An jedem Schulrechner; Passwort ändern mit Strg+Alt+Entf.'
    },
    modules: demoModuleGroups,
    letterhead: {
      address: 'Am Lindenhain 1\n54321 Lindenhain',
      contact: 'Telefon 0555 1234\nsekretariat@lindenhain.demo\nwww.lindenhain.demo',
      place: 'Lindenhain',
      signatory: 'Şebnem Yıldırım, Schulleiterin'
    }
  }
}
