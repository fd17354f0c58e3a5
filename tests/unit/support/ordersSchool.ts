import type { Copy } from '../../../src-main/contract/ledger'
import type { OperationOutput, ParsedInput } from '../../../src-main/contract/operations'
import type { LogSource, NewOrder, Order } from '../../../src-main/contract/orders'
import { succeed, type Result } from '../../../src-main/contract/result'
import { defaultSettings } from '../../../src-main/contract/settings'
import { germanDayOf } from '../../../src-main/core/calendar'
import { createOrders, type OrderOperation, type Orders } from '../../../src-main/jobs/evaluations/orders'
import type { House } from '../../../src-main/desks/job'
import { asked } from './asked'
import { FlagsSchool } from './flagsSchool'
import {
  appointmentOf,
  makeOfficial,
  officials,
  signingOf,
  type Official,
  type Officials,
  type SchoolPerson
} from './sanctionsPeople'
import { valueOf } from './sanctionsSchool'

/** Where logs of the made-up school lie. */
export const webFilter: LogSource = {
  ...{ id: 'b7a54c1e-52c0-4f2b-9d0e-3f6a2f0c9a11', name: 'Webfilter', path: '/var/log/squid/access.log' },
  ...{ format: 'squid', contents: false, keptDays: 7, keptReason: 'Voreinstellung.' }
}
export const mailServer: LogSource = {
  ...{ id: '2d0b9f36-1c3e-4b0e-8f63-9f1f4c1f7c22', name: 'Mailserver', path: '/var/log/mail.log' },
  ...{ format: null, contents: true, keptDays: 7, keptReason: 'Voreinstellung.' }
}
/** A rule of the pack. */
export const rule = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d'

interface SavedPage {
  readonly copy: Copy
  readonly page: string
}

/** Flags, cases and orders of one founded school with two evaluators, asked as whoever is named. */
export class OrdersSchool {
  sources: LogSource[] = [webFilter, mailServer]

  private constructor(
    readonly flags: FlagsSchool,
    readonly orders: Orders,
    /** Everybody with keys, by what they are. */
    readonly holders: Officials & { readonly second: Official },
    private readonly clock: { now: Date | null },
    /** Documents that were saved. */
    readonly saved: readonly SavedPage[],
    /** Where they are saved. */
    readonly desk: House['desk']
  ) {}

  static async open(atEnd?: (close: () => Promise<void>) => void): Promise<OrdersSchool> {
    const saved: SavedPage[] = []
    const clock: { now: Date | null } = { now: null }
    const now = (): Date => clock.now ?? new Date()
    const flags = await FlagsSchool.open(now, atEnd)
    const { ledger } = flags.school
    const second = await makeOfficial('secondEvaluator', 'evaluator')
    const people = { ...(await officials()), second }
    const appointed = await ledger.append([
      { signer: people.leadership.signer, draft: appointmentOf(second) }
    ])
    if (!appointed.ok) throw new Error(appointed.failure.code)
    const desk: House['desk'] = {
      async savePdf({ copy, page }) {
        const made = await page()
        if (made.ok) saved.push({ copy, page: made.value })
        return succeed({ file: 'Anordnung.pdf' })
      },
      saveFile: async () => succeed(null),
      remember: () => undefined
    }
    const orders = createOrders({
      ledger,
      ledgerClock: { now },
      directory: { ask: (question) => question(flags.directory) },
      signing: signingOf(people),
      settings: {
        logSources: async () => succeed(school.sources),
        settings: async () => succeed(defaultSettings)
      },
      desk,
      subjects: () => ({ case: flags.school.job, flag: flags.flags.subject, order: orders.subject }),
      pseudonymsOf: (flag) => flags.flags.pseudonymsOf(flag),
      mayPursue: (asker, flag) => flags.flags.mayOrderOn(asker, flag),
      readsFlag: (asker, flag) => flags.flags.reads(asker, flag),
      flagBeginning: (asker, flag) => flags.flags.evaluationBeginning(asker, flag),
      pack: async () => succeed([{ id: rule, title: { de: 'Tunnel', en: 'Tunnel' } }])
    })
    const school = new OrdersSchool(flags, orders, people, clock, saved, desk)
    return school
  }

  get people() {
    return { ...this.flags.school.people, second: this.second }
  }

  get second(): SchoolPerson {
    return this.holders.second.person
  }

  get ledger() {
    return this.flags.school.ledger
  }

  /** Lets what the job takes for now go on; statements keep their own time. */
  inDays(days: number): void {
    this.clock.now = new Date(Date.now() + days * 86_400_000)
  }

  get now(): Date {
    return this.clock.now ?? new Date()
  }

  inMinutes(minutes: number): void {
    this.clock.now = new Date(this.now.getTime() + minutes * 60_000)
  }

  /** The day so many days from today, in Germany. */
  day(days: number): string {
    return germanDayOf(new Date(Date.now() + days * 86_400_000).toISOString())
  }

  /** An order about the pupil, given by the leadership, unless a test says otherwise. */
  order(told: Partial<NewOrder> = {}): NewOrder {
    const { evaluator, leadership } = this.people
    return {
      flag: null,
      occasion: 'Eine Lehrkraft hat es gemeldet.',
      suspicion: 'In der fünften Stunde wurde der Filter umgangen.',
      rule: 'P18',
      concerned: [this.flags.pupil.id],
      addresses: [],
      sources: [webFilter.id],
      from: { day: this.day(-2), time: '11:30' },
      until: { day: this.day(-2), time: '12:15' },
      rules: [rule],
      contents: null,
      evaluators: [evaluator, this.second].map(({ actor }) => actor.person ?? ''),
      expires: this.day(14),
      passphrase: leadership.passphrase,
      ...told
    }
  }

  as<Name extends OrderOperation>(
    who: SchoolPerson,
    name: Name,
    input: ParsedInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    return asked(this.orders.handlers, () => who.actor)[name](input)
  }

  async give(told: Partial<NewOrder> = {}): Promise<Order> {
    return valueOf(await this.as(this.people.leadership, 'orders.give', this.order(told)))
  }

  withdraw(who: SchoolPerson, { id, version }: Pick<Order, 'id' | 'version'>): Promise<Result<Order>> {
    const { passphrase } = who
    return this.as(who, 'orders.withdraw', { order: id, version, reason: 'Geklärt.', passphrase })
  }

  /** Ids of the orders that somebody finds in their list. */
  async listed(who: SchoolPerson, text = ''): Promise<string[]> {
    const page = await this.as(who, 'orders.query', { text, state: null, offset: 0, limit: 100 })
    return valueOf(page).rows.map(({ id }) => id)
  }

  /** Kinds of what waits for somebody. */
  waiting({ actor }: SchoolPerson): string[] {
    return (this.orders.inboxItems?.(actor) ?? []).map(({ kind }) => kind)
  }

  /** The same of what is about one order. */
  waitingFor(order: string, { actor }: SchoolPerson): string[] {
    const items = this.orders.inboxItems?.(actor) ?? []
    return items.filter(({ to }) => to.includes(order)).map(({ kind }) => kind)
  }
}
