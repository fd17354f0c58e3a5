import type { EvaluationState } from '../../../src-main/contract/evaluations'
import type { OperationInput, OperationOutput } from '../../../src-main/contract/operations'
import { operations } from '../../../src-main/contract/operations'
import type { Order } from '../../../src-main/contract/orders'
import type { Actor } from '../../../src-main/contract/people'
import { defaultSettings } from '../../../src-main/contract/settings'
import { fail, succeed, type Result } from '../../../src-main/contract/result'
import {
  createEvaluations,
  type EvaluationOperation,
  type Evaluations
} from '../../../src-main/jobs/evaluations/evaluation'
import type { EvidenceEvent, OpenedEvidence } from '../../../src-main/jobs/evaluations/evidence/event'
import { exact } from '../../../src-main/jobs/evaluations/logs/formats/times'
import { asked } from './asked'
import { OrdersSchool, webFilter } from './ordersSchool'
import { signingOf, type SchoolPerson } from './sanctionsPeople'

/** What takes both. */
type JointOperation = 'evaluations.open' | 'evaluations.reveal' | 'evaluations.close'

const evidence = '1c6a1d86-9d0a-4ad8-8f6b-5d2f6f0f4e77'

/** A school with an order under which evidence lies: made-up events that two persons open. */
export class EvaluationSchool {
  /** Whoever sits there. */
  actor: Actor | null
  isKept = true

  private constructor(
    readonly school: OrdersSchool,
    readonly order: Order,
    readonly evaluations: Evaluations
  ) {
    this.actor = school.people.evaluator.actor
  }

  static async open(atEnd: (close: () => Promise<void>) => void): Promise<EvaluationSchool> {
    const school = await OrdersSchool.open(atEnd)
    const order = await school.give()
    const made: { stage: EvaluationSchool | null } = { stage: null }
    const evaluations = createEvaluations({
      ledger: school.ledger,
      desk: school.desk,
      subjects: () => ({ case: school.flags.school.job }),
      accountNamed: async (login) => succeed(login === 'k.beispiel' ? school.flags.pupil.id : null),
      settings: { settings: async () => succeed(defaultSettings), latest: () => defaultSettings },
      ledgerClock: { now: () => school.now },
      unsealing: signingOf(school.holders),
      actor: () => made.stage?.actor ?? null,
      readSchool: async () =>
        succeed({
          names: [{ login: 'k.beispiel', givenName: 'Kim', familyName: 'Beispiel' }],
          about: async () => ({ accounts: [], fold: (login: string) => login, devices: [] })
        }),
      readRules: async () => succeed([]),
      exchanges: null,
      onChange: () => undefined,
      evidence: {
        release: async () => fail('evidence.damaged'),
        keptOf: (id) =>
          made.stage?.isKept !== false && id === order.id
            ? { evidence, sealedAt: '2026-11-20T10:00:00.000Z' }
            : null,
        open: async (id, _, [one, other]) =>
          one.person === other.person ? fail('evidence.samePerson') : succeed(opened(id, school.day(-2)))
      }
    })
    const stage = new EvaluationSchool(school, order, evaluations)
    made.stage = stage
    const { school: sanctions } = school.flags
    sanctions.origins = { ...sanctions.origins, order: evaluations.origin }
    atEnd(() => evaluations.close())
    return stage
  }

  get first(): SchoolPerson {
    return this.school.people.evaluator
  }

  get second(): SchoolPerson {
    return this.school.second
  }

  ask<Name extends EvaluationOperation>(
    name: Name,
    input: OperationInput<Name>,
    who: Actor | null = this.actor
  ): Promise<Result<OperationOutput<Name>>> {
    const handlers = asked(this.evaluations.handlers, () => who)
    // Parsed as the gateway would.
    const ask = handlers[name] as (input: unknown) => Promise<Result<OperationOutput<Name>>>
    return ask(operations[name].input.parse(input))
  }

  /** One of the two does their part. */
  step(
    name: JointOperation,
    { actor, passphrase }: SchoolPerson,
    said: object = {}
  ): Promise<Result<EvaluationState>> {
    const input = { order: this.order.id, person: actor.person ?? '', passphrase, ...said }
    return this.ask(name, input)
  }

  /** Both, one after the other; answers what the second hears. */
  async both(name: JointOperation, said: object = {}): Promise<Result<EvaluationState>> {
    const first = await this.step(name, this.first, said)
    return first.ok ? this.step(name, this.second, said) : first
  }

  events(
    who: Actor | null = this.actor,
    filter: object = {}
  ): Promise<Result<OperationOutput<'evaluations.events'>>> {
    return this.ask('evaluations.events', { order: this.order.id, filter }, who)
  }

  /** Kinds of statements about the order, oldest first. */
  get said(): string[] {
    return this.school.ledger.about(`order:${this.order.id}`).map(({ statement }) => statement.kind)
  }
}

function opened(order: string, day: string): OpenedEvidence {
  const noon = Date.parse(`${day}T10:50:00Z`)
  const event = (minute: number, told: Partial<EvidenceEvent>): EvidenceEvent => ({
    ...{
      act: 'webRequest',
      time: noon + minute * 60_000,
      timing: exact,
      person: 'k.beispiel',
      surety: 'proved'
    },
    ...{
      address: '10.1.2.3',
      device: null,
      details: {},
      offset: minute * 100,
      source: webFilter.id,
      file: 0
    },
    ...told
  })
  return {
    ...{ evidence, order, sealedAt: '2026-11-20T10:00:00.000Z' },
    events: [
      event(0, { details: { url: 'https://spiele.example/' } }),
      event(1, { details: { url: 'https://schule.example/~k.beispiel/' } })
    ],
    sources: [
      {
        ...{ id: webFilter.id, name: 'Webfilter', format: 'squid', events: 2, outside: 5, gaps: [] },
        files: [
          {
            name: 'access.log',
            from: 0,
            bytes: 200,
            sha256: 'a'.repeat(64),
            lines: 2,
            parsed: 2,
            rejected: {}
          }
        ]
      }
    ]
  }
}
