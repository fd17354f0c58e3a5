import { succeed, type Failure, type Result } from '../../contract/result'
import type { SanctionCase } from '../../contract/sanctions'
import type { Ledger } from '../../core/ledger'
import { isInForce, readCase, readCases, type CaseRecord } from './cases'
import { differencesOf } from './compare'
import type { DueCases } from './contract'
import type { Endings } from './endings'
import type { Enforcement, EnforcementOptions } from './enforcement'

/** What the passing of time has done, by the numbers of the cases. */
export interface DueReport extends DueCases {
  /** What waits still, and for what. */
  readonly waiting: readonly { readonly number: string; readonly failure: Failure }[]
}

/** In what a case and the directory differ, and since when that is known. */
export interface KnownDifference {
  readonly differences: SanctionCase['differences']
  /** ISO, UTC. */
  readonly since: string
}

type Writable<Report> = {
  -readonly [Key in keyof Report]: Report[Key] extends readonly (infer Item)[] ? Item[] : never
}

/** What falls due, and the comparison of cases with the directory. */
export class DueWork {
  readonly differences = new Map<string, KnownDifference>()

  constructor(
    private readonly options: EnforcementOptions & {
      /** The differences have become others. */
      readonly onDifferences: () => void
    },
    private readonly enforcement: Enforcement,
    private readonly endings: Endings
  ) {}

  /**
   * Carries out, lifts, ends and lets expire what is due. A case that has to wait does not hold up the others.
   * `ledger.deviceUnknown`: this PC may not say what it does, so it does nothing.
   */
  async due(): Promise<Result<DueReport>> {
    const { ledger } = this.options
    return this.enforcement.inTurn(async () => {
      await ledger.refresh()
      const report: Writable<DueReport> = { enforced: [], lifted: [], ended: [], expired: [], waiting: [] }
      if (!ledger.isFounded) return succeed(report)
      const { silence } = ledger
      if (silence !== null) return silence
      for (const { id, number } of readCases(ledger)) {
        const failure = await this.look(id, report)
        if (failure !== null) report.waiting.push({ number, failure })
      }
      await this.compareAll(ledger)
      return succeed(report)
    })
  }

  /** Looks at the accounts of all cases in force; answers the cases that differ. */
  async compare(): Promise<Result<readonly string[]>> {
    return this.enforcement.inTurn(async () => {
      const compared = await this.compareAll(this.options.ledger)
      return compared.ok ? succeed([...this.differences.keys()]) : compared
    })
  }

  /** Looks at the account of one case. */
  async compareOne(record: CaseRecord): Promise<Result<undefined>> {
    const { plans, directory, groups, now } = this.options
    const before = this.differences.get(record.id)
    if (!isInForce(record)) {
      if (this.differences.delete(record.id)) this.options.onDifferences()
      return succeed()
    }
    const all = await plans.enforcedOf(record.account)
    const one = all.find((other) => other.record.id === record.id)
    if (one === undefined) return succeed()
    const account = await directory.ask((opened) => opened.readAccount(record.account))
    if (!account.ok) return account
    const differences = differencesOf(one, account.value, all, now())
    if (account.value !== null) {
      const gone = await groups.goneOf(one, account.value, now())
      if (!gone.ok) return gone
      differences.push(...gone.value.map((open) => ({ kind: 'groupGone' as const, ...open })))
    }
    if (differences.length === 0) this.differences.delete(record.id)
    else {
      this.differences.set(record.id, { differences, since: before?.since ?? now().toISOString() })
    }
    // A window that has read the case since it was carried out knows nothing of them yet.
    if (JSON.stringify(before?.differences ?? []) !== JSON.stringify(differences)) {
      this.options.onDifferences()
    }
    return succeed()
  }

  private async compareAll(ledger: Ledger): Promise<Result<undefined>> {
    for (const record of readCases(ledger)) {
      const compared = await this.compareOne(record)
      if (!compared.ok) return compared
    }
    return succeed()
  }

  /** Does what is due of one case; answers what it waits for. */
  private async look(id: string, report: Writable<DueReport>): Promise<Failure | null> {
    const { ledger } = this.options
    const record = readCase(ledger, id)
    if (record === null) return null
    const { state, number } = record
    if (state === 'expired') return failureOf(await this.endings.takeBackExpired(record))
    if (isLate(record, await ledger.time())) {
      const expired = await this.endings.expire(record)
      if (!expired.ok) return expired.failure
      report.expired.push(number)
      return this.look(id, report)
    }
    if (isInForce(record)) {
      const given = await this.endings.giveBack(record)
      if (!given.ok) {
        await this.enforcement.noteObstacle(record, given.failure)
        return given.failure
      }
      const ended = await this.endings.endOver(record)
      if (!ended.ok) return ended.failure
      if (ended.value) {
        report.ended.push(number)
        return null
      }
    }
    if (state !== 'approved' && state !== 'lifting') return null
    const done = await this.enforcement.carryOut(id)
    if (!done.ok) return done.failure
    report[state === 'approved' ? 'enforced' : 'lifted'].push(number)
    // A day that came while the approval waited ends at once what was never begun.
    return state === 'approved' ? this.look(id, report) : null
  }
}

/** Whether what was decided last was not carried out in time. `time`: of the store (ISO, UTC). */
function isLate({ state, decision, lift }: CaseRecord, time: string): boolean {
  const expires = state === 'approved' ? decision?.expires : state === 'lifting' ? lift?.expires : null
  return expires != null && time > expires
}

function failureOf(result: Result<unknown>): Failure | null {
  return result.ok ? null : result.failure
}
