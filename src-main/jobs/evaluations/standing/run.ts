import { randomUUID } from 'node:crypto'
import type { LogSource } from '../../../contract/orders'
import { fail, succeed, type Failure, type Result } from '../../../contract/result'
import type { Ledger } from '../../../core/ledger'
import type { LogFiles } from '../../../world/logs/port'
import type { SharedWork } from '../../../world/store/port'
import { filesOf } from '../evidence/sourceFiles'
import type { Knowledge } from '../evaluation/workspace/joins'
import { matterOf } from '../flags/records'
import { formatToRead } from '../logs'
import { orderParts } from '../logs/rotation'
import type { Rule } from '../rules/ruleFile'
import { draftsOf } from './flags'
import { pathOf, runLog, type LogMatter } from './logRun'
import { KeyedPseudonyms } from './pseudonyms'
import { flagsOf, wordsOf, type StandingOrderRecord } from './records'
import { StandingRules } from './rules'
import type { Progress, RunReport, Stand, Stands } from './stand'

export interface StandingRunParts {
  readonly ledger: Ledger
  readonly stands: Stands
  readonly logs: LogFiles
  readonly locks: Pick<SharedWork, 'lock'>
  /** Files of the pack in which any of these rules stand. */
  readonly readRules: (ids: readonly string[]) => Promise<Result<readonly (readonly Rule[])[]>>
  /** What rules may ask of accounts. */
  readonly readKnowledge: (withStates: boolean) => Promise<Result<Knowledge>>
  readonly now: () => Date
}

/** What a run has come to. */
export interface StandingRunResult {
  readonly found: number
  readonly grown: number
  /** What could not be read, or does not run. */
  readonly waiting: readonly Failure[]
}

const nothing: StandingRunResult = { found: 0, grown: 0, waiting: [] }

/** Thrown when the app ends in the middle: nothing of the run is kept, and the next one begins where it did. */
class Cancelled extends Error {}

/**
 * Lets the rules of a standing order run over what has come into its sources since the last time.
 *
 * [Note: said once] Before the ledger hears what was found, the stand keeps how far was read for it, under the id of the run; once it
 * has heard, that becomes the stand. Whoever was interrupted in between finds the id in the ledger, or does not, and then reads
 * the same again: nothing is lost, and nothing is said twice.
 */
export async function runStandingOrder(
  record: StandingOrderRecord,
  parts: StandingRunParts,
  signal: AbortSignal
): Promise<Result<StandingRunResult>> {
  const release = await parts.locks.lock(`standing order ${record.id}`, 0)
  // Somebody else is at it.
  if (typeof release === 'string') return succeed(nothing)
  try {
    return await runLocked(record, parts, signal)
  } catch (error) {
    if (error instanceof Cancelled) return fail('application.cancelled')
    throw error
  } finally {
    await release()
  }
}

async function runLocked(
  record: StandingOrderRecord,
  parts: StandingRunParts,
  signal: AbortSignal
): Promise<Result<StandingRunResult>> {
  const { ledger, stands, logs, now } = parts
  const { id, number } = record
  const sources = wordsOf(ledger, record)?.sources ?? []
  const kept = await stands.read(id)
  if (kept === 'damaged') return fail('standingOrders.keyLost', { number })
  const files = new Map<string, readonly string[]>()
  for (const source of sources) files.set(source.id, await filesOf(logs, source))
  if (kept !== null && kept.device !== ledger.device.fingerprint) return succeed(nothing)
  // Whoever can read something first runs it from then on.
  if (kept === null && [...files.values()].every((found) => found.length === 0))
    return succeed({ ...nothing, waiting: sources.map((source) => unread(number, source)) })
  const begun = kept ?? stands.fresh(id, ledger.device.fingerprint)
  const secret = stands.secretOf(id, begun)
  if (secret === null) return fail('standingOrders.keyLost', { number })
  const stand = settled(begun, ledger)
  if (kept === null) await stands.write(id, stand)

  const read = await parts.readRules(record.rules.map((rule) => rule.id))
  if (!read.ok) return read
  const rules = new StandingRules(read.value, record.rules)
  const knowledge = await parts.readKnowledge(rules.asksForStates)
  if (!knowledge.ok) return knowledge
  const pseudonyms = new KeyedPseudonyms(secret, knowledge.value.fold)
  const matters: LogMatter[] = []
  const progress: { logs: Progress['logs'] } = { logs: {} }
  const report: { missed: number; sources: RunReport['sources'] } = { missed: 0, sources: [] }
  for (const source of sources) {
    const notices = new Map<RunReport['sources'][number]['notices'][number]['code'], number>()
    const found = files.get(source.id) ?? []
    if (found.length === 0) notices.set('nothingThere', 1)
    for (const log of orderParts(found)) {
      const mark = pseudonyms.markOf(`${source.id} ${pathOf(log)}`)
      const done = await runLog(log, stand.logs[mark] ?? null, {
        ...{ logs, rules, pseudonyms, knowledge: knowledge.value, format: formatToRead(source) },
        ...{ since: Date.parse(record.given.statement.time), now: now().getTime() },
        onPiece: () => {
          if (signal.aborted) throw new Cancelled()
        }
      })
      progress.logs[mark] = done.stand
      matters.push(...done.matters)
      report.missed += done.missed
      for (const { code, count } of done.notices) notices.set(code, (notices.get(code) ?? 0) + count)
    }
    report.sources.push({
      id: source.id,
      notices: [...notices].map(([code, count]) => ({ code, count }))
    })
  }
  if (signal.aborted) throw new Cancelled()
  // A log that is not there now may come back: how far it was read is not forgotten.
  const next: Progress = {
    logs: { ...stand.logs, ...progress.logs },
    lastRun: { at: now().toISOString(), ...report }
  }
  const said = await say(record, parts, stand, next, matters)
  if (!said.ok) return said
  const waiting = [
    ...sources
      .filter((source) => report.sources.some((one) => one.id === source.id && one.notices.length > 0))
      .map((source) => unread(number, source)),
    ...(record.rules.length > rulesRunning(rules)
      ? [fail('standingOrders.ruleChanged', { number }).failure]
      : [])
  ]
  return succeed({ ...said.value, waiting })
}

/** What an interrupted run has left: the ledger has heard of it, or it counts for nothing. */
function settled(stand: Stand, ledger: Ledger): Stand {
  const { pending } = stand
  if (pending === null) return stand
  const isSaid = [...ledger.ofKind('flag.found'), ...ledger.ofKind('flag.grown')].some(
    ({ statement }) => statement.body['run'] === pending.run
  )
  return { ...stand, ...(isSaid ? pending.next : {}), pending: null }
}

async function say(
  { id }: StandingOrderRecord,
  { ledger, stands }: StandingRunParts,
  stand: Stand,
  next: Progress,
  matters: readonly LogMatter[]
): Promise<Result<Pick<StandingRunResult, 'found' | 'grown'>>> {
  const open = flagsOf(ledger, id).flatMap((record) => {
    const matter = record.state === 'open' ? matterOf(ledger, record) : null
    return matter === null ? [] : [{ id: record.id, matter }]
  })
  const run = randomUUID()
  const drafts = draftsOf(id, run, matters, open)
  if (drafts.length > 0) {
    await stands.write(id, { ...stand, pending: { run, next } })
    const written = await ledger.append(drafts.map((one) => ({ signer: ledger.device, draft: one })))
    if (!written.ok) {
      await stands.write(id, { ...stand, pending: null })
      return written
    }
  }
  await stands.write(id, { ...stand, ...next, pending: null })
  const found = drafts.filter(({ kind }) => kind === 'flag.found').length
  return succeed({ found, grown: drafts.length - found })
}

function rulesRunning(rules: StandingRules): number {
  return rules.sets.reduce(
    (sum, set, place) => sum + set.rules.filter((_, rule) => rules.reported(place, rule) !== null).length,
    0
  )
}

function unread(number: string, { name }: Pick<LogSource, 'name'>): Failure {
  return fail('standingOrders.sourceUnread', { number, name }).failure
}
