import { gzipSync } from 'node:zlib'
import type { OperationInput, OperationOutput } from '../../../src-main/contract/operations'
import { operations } from '../../../src-main/contract/operations'
import { defaultSettings } from '../../../src-main/contract/settings'
import { succeed, type Result } from '../../../src-main/contract/result'
import { sealEvidence } from '../../../src-main/core/evidence'
import { draft, bodyOf } from '../../../src-main/core/ledger'
import type { House } from '../../../src-main/desks/job'
import { SealedEvidenceDesk } from '../../../src-main/jobs/evaluations/evaluation'
import { pairsFor } from '../../../src-main/jobs/evaluations/evidence/recipients'
import {
  createHandovers,
  type HandoverOperation,
  type Handovers
} from '../../../src-main/jobs/evaluations/handover'
import type { KeptEvidence } from '../../../src-main/world/store/port'
import { asked } from './asked'
import { EvaluationSchool } from './evaluationSchool'
import { signingOf, type SchoolPerson } from './sanctionsPeople'
import { valueOf } from './sanctionsSchool'

/** What was sealed, in the clear: a name that must not lie on any disk. */
export const sealedText = '{"about":{}}\n{"person":"kanarie.vogel","act":"webRequest"}\n{"end":{}}\n'

/** What the desk was asked to save; null: the person closed the dialog. */
export type ChoosePlace = () => string | null

/** A school in which evidence lies really sealed for two evaluators who have concluded on it. */
export class HandoverSchool {
  /** What the desk has written, by name. */
  readonly written = new Map<string, Uint8Array>()
  /** HTML pages that were printed. */
  readonly printed: string[] = []
  choosePlace: ChoosePlace = () => 'Uebergabe.zip.age'
  readonly evidence: string
  readonly shelf: Map<string, KeptEvidence>

  private constructor(
    readonly stage: EvaluationSchool,
    readonly handovers: Handovers,
    rest: Pick<HandoverSchool, 'evidence' | 'shelf'>
  ) {
    this.evidence = rest.evidence
    this.shelf = rest.shelf
  }

  static async open(
    atEnd: (close: () => Promise<void>) => void,
    judgment: 'violation' | 'lawEnforcement' = 'lawEnforcement'
  ): Promise<HandoverSchool> {
    const stage = await EvaluationSchool.open(atEnd)
    const { ledger } = stage.school
    valueOf(await stage.both('evaluations.open'))
    const opened = ledger.ofKind('evaluation.opened')[0]
    if (opened === undefined) throw new Error('nothing was opened')
    const { evidence } = bodyOf(opened.statement, 'evaluation.opened')
    const shelf = new Map<string, KeptEvidence>()
    await seal(stage, evidence, shelf)
    const words = 'Was die beiden gefunden haben.'
    valueOf(
      await stage.both('evaluations.close', { judgment, findings: words, notFound: words, summary: words })
    )
    const made: { school: HandoverSchool | null } = { school: null }
    const handovers = createHandovers({
      ledger,
      ledgerClock: { now: () => stage.school.now },
      signing: signingOf(stage.school.holders),
      settings: { settings: async () => succeed(defaultSettings) },
      subjects: () => ({ case: stage.school.flags.school.job }),
      actor: () => stage.actor,
      evidence: new SealedEvidenceDesk(ledger, { findEvidence: async (id) => shelf.get(id) ?? null }),
      desk: deskOf(() => made.school),
      printer: {
        async toPdf(html) {
          made.school?.printed.push(html)
          return succeed(new TextEncoder().encode(html))
        }
      }
    })
    made.school = new HandoverSchool(stage, handovers, { evidence, shelf })
    atEnd(() => handovers.close())
    return made.school
  }

  get order(): string {
    return this.stage.order.id
  }

  get leader(): SchoolPerson {
    return this.stage.school.people.leadership
  }

  as<Name extends HandoverOperation>(
    who: SchoolPerson,
    name: Name,
    input: OperationInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    const handlers = asked(this.handovers.handlers, () => who.actor)
    // Parsed as the gateway would.
    const ask = handlers[name] as (input: unknown) => Promise<Result<OperationOutput<Name>>>
    return ask(operations[name].input.parse(input))
  }

  state(who: SchoolPerson = this.stage.first): Promise<Result<OperationOutput<'handovers.state'>>> {
    return this.as(who, 'handovers.state', { order: this.order })
  }

  /** Kinds of what waits for somebody. */
  waiting({ actor }: SchoolPerson): string[] {
    return this.handovers.inboxItems(actor).map(({ kind }) => kind)
  }

  async decide(
    recipients: readonly string[],
    told: Partial<OperationInput<'handovers.decide'>> = {},
    who: SchoolPerson = this.leader
  ): Promise<Result<OperationOutput<'handovers.decide'>>> {
    const { version } = valueOf(await this.state(who))
    return this.as(who, 'handovers.decide', {
      ...{ order: this.order, version, recipients: [...recipients] },
      ...{ authority: 'Polizeiinspektion Musterstadt', reference: '1234/26' },
      ...{ reason: 'Eine Straftat ist angezeigt.', passphrase: who.passphrase, ...told }
    })
  }

  /** One of the two does their part, on what was decided last unless a test says otherwise. */
  async step(
    who: SchoolPerson,
    told: Partial<OperationInput<'handovers.make'>> = {},
    asker: SchoolPerson = this.stage.first
  ): Promise<Result<OperationOutput<'handovers.make'>>> {
    const state = await this.state()
    const handover = (state.ok ? state.value.decision?.handover : undefined) ?? this.evidence
    const { actor, passphrase } = who
    return this.as(asker, 'handovers.make', {
      ...{ order: this.order, handover, person: actor.person ?? '', passphrase, ...told }
    })
  }

  async both(): Promise<Result<OperationOutput<'handovers.make'>>> {
    const first = await this.step(this.stage.first)
    return first.ok ? this.step(this.stage.second) : first
  }

  /** Destroys the evidence, as `netzwart due` does. */
  async destroy(): Promise<void> {
    const { ledger } = this.stage.school
    const body = { order: this.order, evidence: this.evidence, reason: 'keptLongEnough' } as const
    this.shelf.clear()
    const said = draft('evidence.destroyed', `order:${this.order}`, body, null)
    valueOf(await ledger.append([{ signer: ledger.device, draft: said }]))
  }
}

/** Seals made-up content for the two and says so, as gathering does. */
async function seal(
  { school, order }: EvaluationSchool,
  evidence: string,
  shelf: Map<string, KeptEvidence>
): Promise<void> {
  const { ledger } = school
  const evaluators = order.evaluators.map(({ person }) => person)
  const pairs = pairsFor(ledger, evaluators, [], new Date().toISOString())
  const place = { order: order.id, evidence }
  async function* content(): AsyncGenerator<Uint8Array> {
    yield gzipSync(sealedText)
  }
  const { head, parts, recipients, digest } = valueOf(await sealEvidence(place, pairs, content()))
  const createdAt = new Date().toISOString()
  shelf.set(evidence, {
    ...{ id: evidence, order: order.id, createdAt, head, parts: [...parts] },
    recipients: JSON.stringify(recipients)
  })
  const body = { ...place, digest, recipients: recipients.map(({ pair }) => pair), sources: [] }
  const said = draft('evidence.sealed', `order:${order.id}`, body, { sources: [] })
  valueOf(await ledger.append([{ signer: ledger.device, draft: said }]))
}

/** Saves as the app's own does, into memory. */
function deskOf(school: () => HandoverSchool | null): House['desk'] {
  return {
    savePdf: async () => succeed(null),
    async saveFile({ content }) {
      const file = school()?.choosePlace() ?? null
      if (file === null) return succeed(null)
      const made = await content()
      if (!made.ok) return made
      school()?.written.set(file, made.value.bytes)
      return succeed({ file })
    },
    remember: () => undefined
  }
}
