import type { Account } from '../../../../contract/accounts'
import { longestPostponementDays, type NoticeRecipient, type Notices } from '../../../../contract/notices'
import type { ParsedInput } from '../../../../contract/operations'
import { fail, succeed, type Result } from '../../../../contract/result'
import { germanDayOf } from '../../../../core/calendar'
import { draft, type Draft, type Ledger } from '../../../../core/ledger'
import type { Actor } from '../../../../core/people/actor'
import type { Signing } from '../../../../core/people/signing'
import type { DirectoryDesk } from '../../../../desks/directory'
import type { PersonRegister } from '../../../../world/store/port'
import { subjectOf } from '../course'
import { readOrder, readOrders, type OrderRecord } from '../records'
import { leads, maySee } from '../views'
import { ageOf, RevealedAccounts } from './accounts'
import { isPostponable } from './noticeRule'
import { isConcerned, overviewOf, waitingOf, type NoticeLook, type NoticeOverview } from './overview'
import { candidatesOf, keyOf } from './recipients'
import { noticesOf, type Known, type KnownPerson } from './views'

export interface NoticeWorkOptions {
  readonly ledger: Ledger
  readonly directory: Pick<DirectoryDesk, 'ask'>
  readonly register: Pick<PersonRegister, 'birthDates'>
  readonly signing: Signing
  readonly now: () => Date
}

/** An order whose notices somebody may look at, with everything known of them. */
export interface OrderWithNotices {
  readonly order: OrderRecord
  readonly overview: NoticeOverview
  readonly notices: Notices
}

/** Who is to be told that contents were read, and what the leadership says of it (P24). */
export class NoticeWork {
  private readonly accounts: RevealedAccounts

  constructor(private readonly options: NoticeWorkOptions) {
    this.accounts = new RevealedAccounts(options.directory)
  }

  get look(): NoticeLook {
    const { ledger, now } = this.options
    return { ledger, now: now(), accountOf: (identity) => this.accounts.find(identity) }
  }

  /** `orders.notFound`, also for whom the order is not meant, and for whoever is to be told themselves; what the directory answers. */
  async find(asker: Actor, id: string): Promise<Result<OrderWithNotices>> {
    const { ledger } = this.options
    const order = readOrder(ledger, id)
    if (order === null || !leads(asker) || !maySee({ ledger, asker }, order)) return fail('orders.notFound')
    const resolved = await this.accounts.ask(identitiesOf(ledger, order))
    if (!resolved.ok) return resolved
    const overview = overviewOf(this.look, order)
    if (isConcerned(overview, asker)) return fail('orders.notFound')
    const known = await this.knownOf(overview)
    if (!known.ok) return known
    return succeed({ order, overview, notices: noticesOf(this.look, order, overview, known.value) })
  }

  async give(asker: Actor, input: ParsedInput<'notices.give'>): Promise<Result<string>> {
    const { order: id, version, recipient, way, on, guardians, passphrase } = input
    const found = await this.findFresh(asker, id, version)
    if (!found.ok) return found
    const { overview, notices } = found.value
    const shown = recipientIn(notices, recipient)
    const names = overview.people.find(({ person }) => person === shown?.person)?.names
    if (shown === undefined || names == null || notices.since === null) return fail('notices.recipientGone')
    if (shown.state === 'given') return fail('notices.alreadyGiven')
    if (on > this.today) return fail('notices.dayInFuture', { day: on })
    if (on < germanDayOf(notices.since))
      return fail('notices.dayTooEarly', { day: germanDayOf(notices.since) })
    if (shown.age === 'minor' && !guardians) return fail('notices.guardiansToo')
    const { person } = shown
    const body = { order: id, ...shown.recipient, way, on }
    const said = draft('notice.given', subjectOf(id), body, { person, names, guardians })
    return this.say(asker, passphrase, version, id, said)
  }

  async postpone(asker: Actor, input: ParsedInput<'notices.postpone'>): Promise<Result<string>> {
    const { order: id, version, until, reason, passphrase } = input
    const found = await this.findFresh(asker, id, version)
    if (!found.ok) return found
    const { notices, overview } = found.value
    const isOpen = waitingOf(this.look, overview) !== null
    if (notices.duty !== 'begun' || !isOpen) return fail('notices.nobodyWaits')
    if (!isPostponable(until, this.today)) {
      const last = new Date(Date.parse(this.today) + longestPostponementDays * 86_400_000)
      return fail('notices.untilOutOfReach', { day: last.toISOString().slice(0, 10) })
    }
    const said = draft('notice.postponed', subjectOf(id), { order: id, until }, { reason })
    return this.say(asker, passphrase, version, id, said)
  }

  /** Asks whose the revealed names are of which nobody has asked yet, so that what waits is right. */
  async askForNames(): Promise<Result<undefined>> {
    const { ledger } = this.options
    const identities = readOrders(ledger)
      .filter(({ contents }) => contents)
      .flatMap((order) => identitiesOf(ledger, order))
    return this.accounts.ask(identities.filter((one) => this.accounts.find(one) === undefined))
  }

  private get today(): string {
    return germanDayOf(this.options.now().toISOString())
  }

  /** The same for what is about to be signed: it is refused where somebody has said something since. */
  private async findFresh(asker: Actor, id: string, version: number): Promise<Result<OrderWithNotices>> {
    const { ledger } = this.options
    await ledger.refresh()
    const found = await this.find(asker, id)
    if (!found.ok) return found
    return ledger.newerThan({ subject: subjectOf(id), version }) ?? found
  }

  private say(
    asker: Actor,
    passphrase: string,
    version: number,
    id: string,
    said: Draft
  ): Promise<Result<string>> {
    const { ledger, signing } = this.options
    return signing.sign(asker, passphrase, async (signer) => {
      const written = await ledger.append([{ signer, draft: said }], { subject: subjectOf(id), version })
      return written.ok ? succeed(id) : written
    })
  }

  private async knownOf({ people }: NoticeOverview): Promise<Result<Known>> {
    const { directory, register } = this.options
    const known = new Map<string, KnownPerson>()
    const birthDates = people.length === 0 ? new Map<string, string>() : await register.birthDates()
    for (const { person } of people) {
      if (person === null) continue
      const read = await directory.ask((opened) => opened.readAccount(person))
      if (!read.ok) return read
      const account: Account | null = read.value
      // Of an account that is gone nobody knows whose it was: it may have been a pupil's.
      known.set(person, {
        account,
        age: ageOf(account?.kind ?? 'pupil', birthDates.get(person), this.today)
      })
    }
    return succeed((person) => known.get(person) ?? { account: null, age: 'unknown' })
  }
}

export function recipientIn(
  { recipients }: Notices,
  wanted: NoticeRecipient
): Notices['recipients'][number] | undefined {
  return recipients.find(({ recipient }) => keyOf(recipient) === keyOf(wanted))
}

function identitiesOf(ledger: Ledger, order: OrderRecord): string[] {
  return candidatesOf(ledger, order).revealed.map(({ identity }) => identity)
}
