import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { OperationOutput, ParsedInput } from '../../../src-main/contract/operations'
import type { LogSource } from '../../../src-main/contract/orders'
import { succeed, type Result } from '../../../src-main/contract/result'
import type { StandingOrder } from '../../../src-main/contract/standingOrders'
import type { DueWork } from '../../../src-main/desks/job'
import { flagIdOf } from '../../../src-main/jobs/evaluations/flags/course'
import { readPack, readRuleFiles } from '../../../src-main/jobs/evaluations/rules/pack'
import {
  createStandingOrders,
  type StandingOperation,
  type StandingOptions,
  type StandingOrders
} from '../../../src-main/jobs/evaluations/standing'
import { openDeviceSecretBox } from '../../../src-main/world/secrets/deviceKey'
import { localFiles } from '../../../src-main/world/files/local'
import { localLogs } from '../../../src-main/world/logs/local'
import { asked } from './asked'
import { OrdersSchool, webFilter } from './ordersSchool'
import { signingOf, type SchoolPerson } from './sanctionsPeople'
import { valueOf } from './sanctionsSchool'

export const tunnelRule = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d'
export const blockedRule = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0b'

/** One line of Squid's own format. */
export function squidLine(at: number, person: string, host: string, status = 200): string {
  const time = `${Math.floor(at / 1000)}.${String(at % 1000).padStart(3, '0')}`
  const result = status === 200 ? 'TCP_TUNNEL' : 'TCP_DENIED'
  return `${time}     21 10.1.2.3 ${result}/${status} 4000 CONNECT ${host}:443 ${person} HIER_DIRECT/198.51.100.7 -\n`
}

/** A school whose leadership can let rules run over the log of a web filter. */
export class StandingSchool {
  readonly folder: string
  private clock: Date | null = null
  kind: 'window' | 'commandLine' = 'commandLine'

  private constructor(
    readonly orders: OrdersSchool,
    place: string,
    readonly options: Omit<StandingOptions, 'kind'>
  ) {
    this.folder = place
  }

  static async open(atEnd: (close: () => Promise<void>) => void): Promise<StandingSchool> {
    const orders = await OrdersSchool.open(atEnd)
    const place = await mkdtemp(join(tmpdir(), 'netzwart-standing-'))
    atEnd(() => rm(place, { recursive: true, force: true }))
    const logs = join(place, 'logs')
    const data = join(place, 'data')
    await mkdir(logs)
    await mkdir(data)
    const box = valueOf(await openDeviceSecretBox(data, async () => false))
    const rules = resolve('resources/rules')
    const made: { school: StandingSchool | null } = { school: null }
    const school = new StandingSchool(orders, logs, {
      ledger: orders.ledger,
      store: orders.flags.school.store,
      secretBox: box,
      signing: signingOf(orders.holders),
      logs: localLogs,
      settings: { logSources: async () => succeed([school0()]) },
      ledgerClock: { now: () => made.school?.now ?? new Date() },
      pack: () => readPack(localFiles, rules),
      readRules: (ids) => readRuleFiles(localFiles, rules, ids),
      readKnowledge: async () =>
        succeed({ accounts: [], fold: (login: string) => login.toLowerCase(), devices: [] })
    })
    const school0 = (): LogSource => school.source
    made.school = school
    return school
  }

  get now(): Date {
    return this.clock ?? new Date()
  }

  /** Lets what the job takes for now go on; statements keep their own time. */
  at(instant: number): void {
    this.clock = new Date(instant)
  }

  get log(): string {
    return join(this.folder, 'access.log')
  }

  get source(): LogSource {
    return { ...webFilter, path: this.log }
  }

  get ledger() {
    return this.orders.ledger
  }

  /** The room as it is after a start of the app. */
  start(more: Partial<StandingOptions> = {}): StandingOrders {
    return createStandingOrders({ ...this.options, kind: this.kind, ...more })
  }

  as<Name extends StandingOperation>(
    who: SchoolPerson,
    name: Name,
    input: ParsedInput<Name>,
    room = this.start()
  ): Promise<Result<OperationOutput<Name>>> {
    return asked(room.handlers, () => who.actor)[name](input)
  }

  order(told: Partial<ParsedInput<'standingOrders.give'>> = {}): ParsedInput<'standingOrders.give'> {
    return {
      ...{ rules: [tunnelRule], sources: [webFilter.id], until: this.orders.day(100), flagDays: 14 },
      reason: 'Der Filter wurde mehrmals umgangen.',
      periodsReason: 'Bis zu den Sommerferien.',
      passphrase: this.orders.people.leadership.passphrase,
      ...told
    }
  }

  async give(told: Partial<ParsedInput<'standingOrders.give'>> = {}): Promise<StandingOrder> {
    return valueOf(await this.as(this.orders.people.leadership, 'standingOrders.give', this.order(told)))
  }

  async due(room = this.start()): Promise<DueWork> {
    return valueOf(await room.dueWork())
  }

  /** What the flags of the ledger say by now, by their order. */
  get matters() {
    const found = new Map<string, Readonly<Record<string, unknown>>>()
    for (const item of this.ledger.inArea('flag')) {
      const { kind, body } = item.statement
      const payload = this.ledger.payloadOf(item)
      if ((kind === 'flag.found' || kind === 'flag.grown') && payload !== null)
        found.set(flagIdOf({ body }), payload)
    }
    return [...found.values()] as {
      rule: string
      count: number
      from: string
      until: string
      pseudonyms: string[]
      matters: string
    }[]
  }

  async write(text: string, file = this.log): Promise<void> {
    await writeFile(file, text)
  }
}
