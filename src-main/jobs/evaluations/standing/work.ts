import { randomUUID } from 'node:crypto'
import type { ParsedInput } from '../../../contract/operations'
import type { LogSource } from '../../../contract/orders'
import { fail, succeed, type Result } from '../../../contract/result'
import { longestStandingDays } from '../../../contract/standingOrders'
import { germanDayOf } from '../../../core/calendar'
import { draft, type Expectation, type Draft, type Ledger } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import type { Signer } from '../../../core/people/keys'
import type { Signing } from '../../../core/people/signing'
import type { SettingsDesk } from '../../../desks/settings'
import type { PackRule } from '../rules/pack'
import { subjectOf } from './course'
import { readStandingOrder, standingStateAt } from './records'

export interface StandingWorkOptions {
  readonly ledger: Ledger
  readonly settings: Pick<SettingsDesk, 'logSources'>
  readonly signing: Signing
  readonly now: () => Date
  /** The log rules that there are. */
  readonly pack: () => Promise<Result<readonly PackRule[]>>
}

/** What the leadership switches on and off. Answers the id of the standing order. */
export class StandingWork {
  constructor(private readonly options: StandingWorkOptions) {}

  /** Everything is looked at before any passphrase is asked for. */
  async give(asker: Actor, input: ParsedInput<'standingOrders.give'>): Promise<Result<string>> {
    const { ledger, signing } = this.options
    await ledger.refresh()
    const last = this.last(input.until)
    if (!last.ok) return last
    const rules = await this.rules(input.rules)
    if (!rules.ok) return rules
    const sources = await this.sources(input.sources)
    if (!sources.ok) return sources
    const { until, flagDays, reason, periodsReason, passphrase } = input
    const id = randomUUID()
    const said = draft(
      'standingOrder.given',
      subjectOf(id),
      {
        ...{ standingOrder: id, until, flagDays },
        rules: rules.value.map((rule) => ({ id: rule.id, sha256: rule.sha256 })),
        sources: sources.value.map((source) => source.id)
      },
      { reason, periodsReason, sources: sources.value }
    )
    return signing.sign(asker, passphrase, (signer) => this.append(id, signer, said, null))
  }

  async withdraw(asker: Actor, input: ParsedInput<'standingOrders.withdraw'>): Promise<Result<string>> {
    const { ledger, signing, now } = this.options
    const { standingOrder: id, version, reason, passphrase } = input
    await ledger.refresh()
    const record = readStandingOrder(ledger, id)
    if (record === null) return fail('standingOrders.notFound')
    const seen = { subject: subjectOf(id), version }
    const newer = ledger.newerThan(seen)
    if (newer !== null) return newer
    if (standingStateAt(record, now().toISOString()) !== 'given') return fail('standingOrders.over')
    const said = draft('standingOrder.withdrawn', subjectOf(id), { standingOrder: id }, { reason })
    return signing.sign(asker, passphrase, (signer) => this.append(id, signer, said, seen))
  }

  private async append(
    id: string,
    signer: Signer,
    said: Draft,
    seen: Expectation | null
  ): Promise<Result<string>> {
    const written = await this.options.ledger.append([{ signer, draft: said }], seen)
    return written.ok ? succeed(id) : written
  }

  private last(until: string): Result<undefined> {
    const today = germanDayOf(this.options.now().toISOString())
    if (until < today) return fail('standingOrders.untilTooEarly')
    const last = new Date(Date.parse(today) + longestStandingDays * 86_400_000).toISOString().slice(0, 10)
    return until > last ? fail('standingOrders.untilTooLate', { day: last }) : succeed()
  }

  /** As they stand in the pack, in its order: with their text, which is signed. */
  private async rules(wanted: readonly string[]): Promise<Result<readonly PackRule[]>> {
    const known = await this.options.pack()
    if (!known.ok) return known
    const chosen = known.value.filter(({ id }) => wanted.includes(id))
    const isGone = wanted.some((id) => !chosen.some((rule) => rule.id === id))
    return isGone ? fail('orders.ruleGone') : succeed(chosen)
  }

  /** As they stand in the settings, in their order. Contents take a concrete suspicion, and so an order of their own (P24). */
  private async sources(wanted: readonly string[]): Promise<Result<LogSource[]>> {
    const known = await this.options.settings.logSources()
    if (!known.ok) return known
    const chosen = known.value.filter(({ id }) => wanted.includes(id))
    if (wanted.some((id) => !chosen.some((source) => source.id === id))) return fail('orders.sourceGone')
    const holding = chosen.find(({ contents }) => contents)
    if (holding !== undefined) return fail('standingOrders.sourceHoldsContents', { name: holding.name })
    const asked = chosen.find(({ server }) => server !== undefined)
    return asked === undefined ? succeed(chosen) : fail('standingOrders.sourceIsServer', { name: asked.name })
  }
}
