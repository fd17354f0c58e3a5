import type { Copy } from '../../../src-main/contract/ledger'
import type { Notices } from '../../../src-main/contract/notices'
import type { OperationOutput, ParsedInput } from '../../../src-main/contract/operations'
import type { NewOrder, Order } from '../../../src-main/contract/orders'
import { fail, succeed, type Result } from '../../../src-main/contract/result'
import { defaultSettings } from '../../../src-main/contract/settings'
import { germanDayOf } from '../../../src-main/core/calendar'
import { draft } from '../../../src-main/core/ledger'
import {
  createNotices,
  type NoticeOperation,
  type NoticesOfOrders
} from '../../../src-main/jobs/evaluations/orders/notices'
import { asked } from './asked'
import { said } from './ledgerBuilder'
import { mailServer, OrdersSchool, webFilter } from './ordersSchool'
import { signingOf, type SchoolPerson } from './sanctionsPeople'
import { valueOf } from './sanctionsSchool'

/** Orders that let contents be read, and the notices to those concerned, asked as whoever is named. */
export class NoticesSchool {
  readonly notices: NoticesOfOrders
  readonly saved: { readonly copy: Copy; readonly page: string }[] = []
  birthDates = new Map<string, string>()
  /** The directory is away. */
  isAway = false

  private constructor(readonly orders: OrdersSchool) {
    this.notices = createNotices({
      ledger: orders.ledger,
      ledgerClock: { now: () => orders.now },
      signing: signingOf(orders.holders),
      directory: {
        ask: async (question) =>
          this.isAway ? fail('directory.unreachable') : question(orders.flags.directory)
      },
      store: { birthDates: async () => this.birthDates },
      settings: { settings: async () => succeed(defaultSettings) },
      desk: {
        savePdf: async ({ copy, page }) => {
          const made = await page()
          if (made.ok) this.saved.push({ copy, page: made.value })
          return succeed({ file: 'Benachrichtigung.pdf' })
        },
        saveFile: async () => succeed(null),
        remember: () => undefined
      }
    })
  }

  static async open(atEnd: (close: () => Promise<void>) => void): Promise<NoticesSchool> {
    return new NoticesSchool(await OrdersSchool.open(atEnd))
  }

  get people() {
    return this.orders.people
  }

  /** An order with contents, under which nothing was read yet. */
  give(told: Partial<NewOrder> = {}): Promise<Order> {
    return this.orders.give({
      sources: [webFilter.id, mailServer.id],
      contents: 'Die Nachricht selbst ist die Drohung.',
      ...told
    })
  }

  /** Something is read and sealed under it. */
  async seal({ id }: Pick<Order, 'id'>): Promise<void> {
    const { ledger, holders } = this.orders
    const pair = [holders.evaluator, holders.second].map(({ signer }) => signer.fingerprint)
    const sealed = said.evidenceSealed(id, crypto.randomUUID(), [[pair[0] ?? '', pair[1] ?? '']])
    valueOf(await ledger.append([{ signer: ledger.device, draft: sealed }]))
  }

  /** Both evaluators open it and reveal who stands behind a pseudonym. */
  async reveal({ id }: Pick<Order, 'id'>, identity: string, pseudonym = 'person:1'): Promise<void> {
    const { ledger, holders } = this.orders
    const session = crypto.randomUUID()
    const opened = said.evaluationOpened(id, crypto.randomUUID(), session)
    const revealed = draft(
      'evaluation.revealed',
      `order:${id}`,
      { order: id, session, pseudonym },
      { identity, reason: 'Der Verdacht richtet sich gegen eine Person.' }
    )
    for (const one of [opened, revealed])
      valueOf(
        await ledger.append([holders.evaluator, holders.second].map(({ signer }) => ({ signer, draft: one })))
      )
  }

  as<Name extends NoticeOperation>(
    who: SchoolPerson,
    name: Name,
    input: ParsedInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    return asked(this.notices.handlers, () => who.actor)[name](input)
  }

  async state({ id }: Pick<Order, 'id'>): Promise<Notices> {
    return valueOf(await this.as(this.people.leadership, 'notices.state', { order: id }))
  }

  /** Says that one of them was told today, by letter and with the guardians, unless a test says otherwise. */
  async tell(
    notices: Notices,
    told: Partial<ParsedInput<'notices.give'>> = {},
    who: SchoolPerson = this.people.leadership
  ): Promise<Result<Notices>> {
    const { order, version, recipients } = notices
    return this.as(who, 'notices.give', {
      ...{ order, version, recipient: recipients[0]?.recipient ?? { named: 1, place: 0 } },
      ...{ way: 'letter', on: germanDayOf(this.orders.now.toISOString()), guardians: true },
      ...{ passphrase: who.passphrase, ...told }
    })
  }

  postpone(
    { order, version }: Notices,
    until: string,
    who: SchoolPerson = this.people.leadership
  ): Promise<Result<Notices>> {
    const { passphrase } = who
    const reason = 'Wer gewarnt ist, löscht Beweise.'
    return this.as(who, 'notices.postpone', { order, version, until, reason, passphrase })
  }

  /** Kinds of what waits for somebody under one order. */
  waiting({ actor }: SchoolPerson, { id }: Pick<Order, 'id'>): string[] {
    return this.notices
      .inboxItems(actor)
      .filter(({ to }) => to.endsWith(id))
      .map(({ kind }) => kind)
  }

  /** What `due` says, by code. */
  async due(): Promise<string[]> {
    return (valueOf(await this.notices.dueWork()).waiting ?? []).map(({ failure }) => failure.code)
  }
}
