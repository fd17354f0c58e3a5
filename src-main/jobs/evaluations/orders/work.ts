import { randomUUID } from 'node:crypto'
import type { Account } from '../../../contract/accounts'
import type { ParsedInput } from '../../../contract/operations'
import {
  longestOrderDays,
  type Concerned,
  type LogSource,
  type NewOrder,
  type OrderScope
} from '../../../contract/orders'
import { fail, succeed, type Result } from '../../../contract/result'
import { germanDayOf } from '../../../core/calendar'
import { draft, type Draft, type Expectation, type Ledger } from '../../../core/ledger'
import { fullName, type Actor } from '../../../core/people/actor'
import type { Signing } from '../../../core/people/signing'
import type { DirectoryDesk } from '../../../desks/directory'
import type { SettingsDesk } from '../../../desks/settings'
import type { NamedRule } from '../rules/pack'
import { addressOf } from './addresses'
import { subjectOf } from './course'
import { appointedEvaluators, type Evaluator } from './evaluators'
import { orderState, readOrder, type OrderRecord } from './records'
import { maySee } from './views'
import { windowOf } from './window'

export interface OrderWorkOptions {
  readonly ledger: Ledger
  readonly directory: Pick<DirectoryDesk, 'ask'>
  readonly settings: Pick<SettingsDesk, 'logSources'>
  readonly signing: Signing
  readonly now: () => Date
  /** Whether this person may order on a flag, as things stand: what its job answers. */
  readonly mayPursue: (asker: Actor, flag: string) => Result<undefined>
  /** Pseudonyms of whom a flag is about that a standing order has found; none: it is no such flag, or names nobody. */
  readonly pseudonymsOf: (flag: string) => readonly string[]
  /** The log rules that there are. */
  readonly pack: () => Promise<Result<readonly NamedRule[]>>
}

/** What the leadership orders and takes back. Answers the id of the order. */
export class OrderWork {
  constructor(private readonly options: OrderWorkOptions) {}

  /** `orders.notFound`, also for whom the order is not meant. */
  find(asker: Actor, id: string): Result<OrderRecord> {
    const { ledger } = this.options
    const record = readOrder(ledger, id)
    return record === null || !maySee({ ledger, asker }, record) ? fail('orders.notFound') : succeed(record)
  }

  /** Everything is looked at before any passphrase is asked for. */
  async give(asker: Actor, input: NewOrder): Promise<Result<string>> {
    const { ledger, signing, mayPursue } = this.options
    await ledger.refresh()
    const pursued = input.flag === null ? succeed() : mayPursue(asker, input.flag)
    if (!pursued.ok) return pursued
    const expiry = this.expiry(input.expires)
    if (!expiry.ok) return expiry
    const scope = await this.scope(input)
    if (!scope.ok) return scope
    const { concerned, contents } = scope.value
    if (concerned.some(({ person }) => person === asker.person)) return fail('orders.concernsYou')
    const evaluators = this.evaluators(asker, input.evaluators, concerned)
    if (!evaluators.ok) return evaluators
    const id = randomUUID()
    const { flag, expires, occasion, suspicion, rule } = input
    const said = draft(
      'order.given',
      subjectOf(id),
      { order: id, evaluators: evaluators.value.map(({ person }) => person), contents, expires, flag },
      {
        ...{ occasion, suspicion, rule, scope: scope.value, contentsReason: input.contents ?? '' },
        evaluators: evaluators.value.map(({ person, names }) => ({ person, names }))
      }
    )
    return signing.sign(asker, input.passphrase, (signer) => this.append(id, { signer, draft: said }, null))
  }

  async withdraw(asker: Actor, input: ParsedInput<'orders.withdraw'>): Promise<Result<string>> {
    const { ledger, signing, now } = this.options
    const { order: id, version, reason, passphrase } = input
    await ledger.refresh()
    const found = this.find(asker, id)
    if (!found.ok) return found
    const seen = { subject: subjectOf(id), version }
    const newer = ledger.newerThan(seen)
    if (newer !== null) return newer
    if (orderState(found.value, now()) !== 'given') return fail('orders.notPossibleNow')
    const said = draft('order.withdrawn', subjectOf(id), { order: id }, { reason })
    return signing.sign(asker, passphrase, (signer) => this.append(id, { signer, draft: said }, seen))
  }

  private async append(
    id: string,
    entry: { readonly signer: Parameters<Parameters<Signing['sign']>[2]>[0]; readonly draft: Draft },
    seen: Expectation | null
  ): Promise<Result<string>> {
    const written = await this.options.ledger.append([entry], seen)
    return written.ok ? succeed(id) : written
  }

  private expiry(expires: string): Result<undefined> {
    const today = germanDayOf(this.options.now().toISOString())
    if (expires < today) return fail('orders.expiresTooEarly')
    const last = new Date(Date.parse(today) + longestOrderDays * 86_400_000).toISOString().slice(0, 10)
    return expires > last ? fail('orders.expiresTooLate', { day: last }) : succeed()
  }

  private async scope(input: NewOrder): Promise<Result<OrderScope>> {
    const window = windowOf(input, this.options.now())
    if (!window.ok) return window
    const addresses = readAddresses(input.addresses)
    if (!addresses.ok) return addresses
    const sources = await this.sources(input)
    if (!sources.ok) return sources
    const rules = await this.rules(input.rules)
    if (!rules.ok) return rules
    const concerned = await this.concerned(input.concerned)
    if (!concerned.ok) return concerned
    const pseudonyms = this.pseudonyms(input)
    if (!pseudonyms.ok) return pseudonyms
    return succeed({
      ...window.value,
      sources: sources.value,
      concerned: concerned.value,
      addresses: addresses.value,
      rules: rules.value,
      contents: input.contents !== null,
      ...(pseudonyms.value === null ? {} : { pseudonyms: pseudonyms.value })
    })
  }

  /** The sources as they stand in the settings, in their order. Contents only where they are ordered (P24). */
  private async sources(input: Pick<NewOrder, 'sources' | 'contents'>): Promise<Result<LogSource[]>> {
    const known = await this.options.settings.logSources()
    if (!known.ok) return known
    const chosen = known.value.filter(({ id }) => input.sources.includes(id))
    if (input.sources.some((id) => !chosen.some((source) => source.id === id)))
      return fail('orders.sourceGone')
    const holding = chosen.find(({ contents }) => contents)
    if (holding !== undefined && input.contents === null)
      return fail('orders.sourceHoldsContents', { name: holding.name })
    return succeed(chosen)
  }

  /** Of the flag as it stands, not as the window says; null: the order names others, or nobody. */
  private pseudonyms({ asFlag, flag, concerned, addresses }: NewOrder): Result<string[] | null> {
    if (asFlag !== true) return succeed(null)
    const pseudonyms = flag === null ? [] : this.options.pseudonymsOf(flag)
    const isAlone = concerned.length === 0 && addresses.length === 0
    return pseudonyms.length > 0 && isAlone ? succeed([...pseudonyms]) : fail('orders.flagNamesNobody')
  }

  private async rules(wanted: readonly string[]): Promise<Result<string[]>> {
    if (wanted.length === 0) return succeed([])
    const known = await this.options.pack()
    if (!known.ok) return known
    const chosen = known.value.map(({ id }) => id).filter((id) => wanted.includes(id))
    return wanted.some((id) => !chosen.includes(id)) ? fail('orders.ruleGone') : succeed(chosen)
  }

  /** Names as the directory has them now: the window says only who was chosen. */
  private async concerned(chosen: readonly string[]): Promise<Result<Concerned[]>> {
    const concerned: Concerned[] = []
    for (const person of new Set(chosen)) {
      const read = await this.options.directory.ask((directory) => directory.readAccount(person))
      if (!read.ok) return read
      if (read.value === null) return fail('orders.personGone')
      concerned.push({ person, names: namesOf(read.value) })
    }
    return succeed(concerned)
  }

  /** P20, P21: at least two, all different and appointed, none of whom orders or is concerned. */
  private evaluators(
    asker: Actor,
    chosen: readonly string[],
    concerned: readonly Concerned[]
  ): Result<readonly Evaluator[]> {
    const { ledger, now } = this.options
    if (new Set(chosen).size < chosen.length) return fail('orders.evaluatorTwice')
    if (asker.person !== null && chosen.includes(asker.person)) return fail('orders.evaluatorOrders')
    const meant = concerned.find(({ person }) => chosen.includes(person))
    if (meant !== undefined) return fail('orders.evaluatorConcerned', { name: fullName(meant.names) })
    const appointed = appointedEvaluators(ledger, now().toISOString())
    const evaluators = chosen.flatMap((person) => appointed.find((one) => one.person === person) ?? [])
    return evaluators.length < chosen.length ? fail('orders.evaluatorNotAppointed') : succeed(evaluators)
  }
}

function namesOf({ login, givenName, familyName }: Account): Concerned['names'] {
  return { login, givenName, familyName }
}

function readAddresses(written: readonly string[]): Result<string[]> {
  const addresses = new Set<string>()
  for (const one of written) {
    const address = addressOf(one)
    if (address === null) return fail('orders.addressUnknown', { address: one })
    addresses.add(address)
  }
  return succeed([...addresses])
}
