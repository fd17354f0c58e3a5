import { randomUUID } from 'node:crypto'
import type { EvaluationFilter } from '../../../contract/evaluations'
import type { ParsedInput } from '../../../contract/operations'
import { fail, succeed, type Result } from '../../../contract/result'
import { createBreath } from '../../../core/cooperation'
import { canonicalJson } from '../../../core/canonicalJson'
import { draft, sha256, type Draft, type Ledger } from '../../../core/ledger'
import type { Actor, FindActor } from '../../../core/people/actor'
import type { PersonKeys } from '../../../core/people/keys'
import type { Unsealing } from '../../../core/people/signing'
import { orderState, readOrder, wordsOf, type OrderRecord } from '../orders/records'
import { evaluates } from '../orders/evaluators'
import { maySee } from '../orders/views'
import type { Rule } from '../rules/ruleFile'
import { subjectOf } from '../orders/course'
import type { KnownSchool } from './accounts'
import { evaluatorOf } from './evaluator'
import type { EvidenceDesk } from './ports'
import { payloadOf, readEvaluation, sessionsWith } from './records'
import { Seats, type Evaluator, type JointAct } from './seats'
import { Session } from './session'
import { pseudonymText, Workspace } from './workspace'

export interface EvaluationWorkOptions {
  readonly ledger: Ledger
  readonly unsealing: Unsealing
  readonly evidence: EvidenceDesk
  readonly actor: FindActor
  readonly now: () => Date
  readonly readSchool: () => Promise<Result<KnownSchool>>
  /** The files of rules in which some of these stand. */
  readonly readRules: (ids: readonly string[]) => Promise<Result<readonly (readonly Rule[])[]>>
}

/** Main's longest stretch without a pause while evidence is made ready, milliseconds. */
const stretch = 20

/** Looks this often whether a session is over, milliseconds. */
const lookInterval = 5_000

/** Opening, asking, revealing and concluding: always the two whom the order names, never one of them (P21). */
export class EvaluationWork {
  readonly seats: Seats
  private session: Session | null = null
  private readonly timer: NodeJS.Timeout
  /** What is still being written down of what was asked. */
  private writing: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: EvaluationWorkOptions) {
    this.seats = new Seats(options.unsealing, options.now)
    this.timer = setInterval(() => this.look(), lookInterval)
    this.timer.unref()
  }

  /** `evaluations.notFound`: there is none for whoever asks. */
  find(asker: Actor, order: string): Result<OrderRecord> {
    const { ledger } = this.options
    const record = readOrder(ledger, order)
    const isTheirs = record !== null && evaluates(asker, record) && maySee({ ledger, asker }, record)
    return isTheirs ? succeed(record) : fail('evaluations.notFound')
  }

  /** The open session of an order, for its two; each question puts its end off. `evaluations.notOpen`. */
  ask(asker: Actor, order: string): Result<Session> {
    const found = this.find(asker, order)
    if (!found.ok) return found
    this.look()
    const { session } = this
    if (session === null || session.order !== order || !isOneOf(session, asker))
      return fail('evaluations.notOpen')
    session.lastAsked = this.options.now().getTime()
    return succeed(session)
  }

  /** The session as it stands, without putting its end off; null: none for whoever asks. */
  peek(asker: Actor, order: string): Session | null {
    this.look()
    const { session } = this
    return session?.order === order && isOneOf(session, asker) ? session : null
  }

  async open(
    asker: Actor,
    { order, person, passphrase }: ParsedInput<'evaluations.open'>
  ): Promise<Result<null>> {
    const found = await this.inForce(asker, order)
    if (!found.ok) return found
    const kept = this.options.evidence.keptOf(order)
    if (kept === null) return fail('evaluations.nothingSealed')
    const joint: JointAct = { order, act: 'open', said: { evidence: kept.evidence } }
    return this.together(asker, found.value, person, passphrase, joint, (keys) =>
      this.begin(found.value, kept.evidence, keys)
    )
  }

  async reveal(
    asker: Actor,
    { order, person, passphrase, pseudonym, reason }: ParsedInput<'evaluations.reveal'>
  ): Promise<Result<null>> {
    const found = await this.inForce(asker, order)
    if (!found.ok) return found
    const asked = this.ask(asker, order)
    if (!asked.ok) return asked
    const session = asked.value
    const identity = session.workspace.identityOf(pseudonym)
    if (identity === null) return fail('evaluations.pseudonymUnknown')
    const joint: JointAct = { order, act: 'reveal', said: { pseudonym, reason } }
    return this.together(asker, found.value, person, passphrase, joint, async (keys) => {
      const body = { order, session: session.id, pseudonym: pseudonymText(pseudonym) }
      return this.say(keys, draft('evaluation.revealed', subjectOf(order), body, { identity, reason }))
    })
  }

  async close(
    asker: Actor,
    { order, person, passphrase, judgment, ...words }: ParsedInput<'evaluations.close'>
  ): Promise<Result<null>> {
    const found = await this.inForce(asker, order)
    if (!found.ok) return found
    const asked = this.ask(asker, order)
    if (!asked.ok) return asked
    const session = asked.value
    const { content, foundCount, notedCount } = session.workspace.recording
    // Both sign what was marked when the first one did: who marks another event in between begins anew with the other.
    const recording = sha256(canonicalJson(content))
    const joint: JointAct = { order, act: 'close', said: { judgment, ...words, recording } }
    return this.together(asker, found.value, person, passphrase, joint, async (keys) => {
      // After the conclusion nothing more is said about it.
      session.settle()
      const body = { order, session: session.id, foundCount, notedCount }
      const said = await this.say(
        keys,
        draft('evaluation.recorded', subjectOf(order), body, content),
        draft('evaluation.closed', subjectOf(order), { order, judgment }, words)
      )
      if (said.ok) this.end()
      return said
    })
  }

  async mark(
    asker: Actor,
    { order, event, marked, note }: ParsedInput<'evaluations.mark'>
  ): Promise<Result<null>> {
    const asked = this.ask(asker, order)
    if (!asked.ok) return asked
    const { workspace, id } = asked.value
    const reference = workspace.referenceOf(event)
    if (reference === null) return fail('evaluations.eventUnknown')
    const said = draft(
      'evaluation.marked',
      subjectOf(order),
      { order, session: id },
      { event, ...reference, marked, note }
    )
    const written = await this.options.ledger.record(said)
    if (!written.ok) return written
    if (this.session === asked.value) workspace.mark(event, { marked, note })
    return succeed(null)
  }

  /** Whoever waits gets up. */
  cancel(asker: Actor, order: string): Result<null> {
    const found = this.find(asker, order)
    if (found.ok && this.seats.waiting?.joint.order === order) this.seats.clear()
    return found.ok ? succeed(null) : found
  }

  leave(asker: Actor, order: string): Result<null> {
    const found = this.find(asker, order)
    if (found.ok && this.peek(asker, order) !== null) this.end()
    return found.ok ? succeed(null) : found
  }

  /** Ends what may not go on: nobody of the two is there, the order is over, one is no evaluator any more, nobody has asked for long. */
  look(): void {
    const { waiting } = this.seats
    const asker = this.options.actor()
    if (waiting !== null && (asker === null || !this.find(asker, waiting.joint.order).ok)) this.seats.clear()
    const { session } = this
    if (session === null) return
    if (asker === null || !isOneOf(session, asker) || !this.mayGoOn(session)) this.end()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    this.end()
    await this.writing
  }

  private mayGoOn({ order, persons, endsAt }: Session): boolean {
    const { ledger, now } = this.options
    const record = readOrder(ledger, order)
    if (record === null || orderState(record, now()) !== 'given' || now().getTime() >= endsAt) return false
    return persons.every((person) => this.evaluator(record, person) !== null)
  }

  private end(): void {
    const { session } = this
    this.session = null
    this.seats.clear()
    session?.end()
  }

  /** Only under an order that is in force and not concluded: `evaluations.notInForce`, `evaluations.closed`. */
  private async inForce(asker: Actor, order: string): Promise<Result<OrderRecord>> {
    const { ledger, now } = this.options
    await ledger.refresh()
    const found = this.find(asker, order)
    if (!found.ok) return found
    if (readEvaluation(ledger, order).closed !== null) return fail('evaluations.closed')
    return orderState(found.value, now()) === 'given' ? found : fail('evaluations.notInForce')
  }

  /** null: the order does not name this person, or they are no evaluator (any more). */
  private evaluator(record: OrderRecord, person: string): Evaluator | null {
    const { ledger, now } = this.options
    return evaluatorOf(ledger, record, person, now().toISOString())
  }

  /** One of the two has typed a passphrase. Whoever is signed in must be one of them. */
  private async together(
    asker: Actor,
    record: OrderRecord,
    person: string,
    passphrase: string,
    joint: JointAct,
    work: (keys: readonly [PersonKeys, PersonKeys]) => Promise<Result<null>>
  ): Promise<Result<null>> {
    const evaluator = this.evaluator(record, person)
    if (evaluator === null) return fail('evaluations.notEvaluator')
    const { waiting } = this.seats
    const isTheirs = person === asker.person || waiting === null || waiting.evaluator.person === asker.person
    if (!isTheirs) return fail('evaluations.askerMissing')
    const { session } = this
    if (joint.act !== 'open' && session !== null && !session.persons.includes(person))
      return fail('evaluations.notEvaluator')
    return this.seats.join(evaluator, joint, passphrase, async (keys) => {
      // While the second one typed, the order may have been withdrawn.
      const still = await this.inForce(asker, record.id)
      return still.ok ? work(keys) : still
    })
  }

  private async begin(
    record: OrderRecord,
    evidence: string,
    keys: readonly [PersonKeys, PersonKeys]
  ): Promise<Result<null>> {
    const { ledger, now, readSchool, readRules } = this.options
    const words = wordsOf(ledger, record)
    if (words === null) return fail('evaluations.orderErased')
    const { scope } = words
    const [school, rules] = await Promise.all([readSchool(), readRules(scope.rules)])
    if (!school.ok) return school
    if (!rules.ok) return rules
    const opened = await this.options.evidence.open(record.id, evidence, keys)
    if (!opened.ok) return opened
    const { names: known } = school.value
    const knowledge = await school.value.about(opened.value)
    const id = randomUUID()
    const body = { order: record.id, evidence, session: id }
    const said = await this.say(keys, draft('evaluation.opened', subjectOf(record.id), body, null))
    if (!said.ok) return said
    const workspace = await Workspace.open(
      { evidence: opened.value, scope, ruleFiles: rules.value, known, knowledge },
      createBreath(stretch)
    )
    this.recall(record.id, evidence, workspace)
    this.end()
    const [first, second] = keys
    const write = (filter: EvaluationFilter, hits: number): void => {
      this.writing = this.writeSearch(record.id, id, filter, workspace.sourceId(filter.source), hits)
    }
    this.session = new Session(
      ...([
        id,
        record.id,
        evidence,
        [first.person, second.person],
        now().getTime(),
        workspace,
        write
      ] as const)
    )
    this.look()
    return succeed(null)
  }

  /** What was marked in earlier sessions of the same evidence. */
  private recall(order: string, evidence: string, workspace: Workspace): void {
    const { ledger } = this.options
    const record = readEvaluation(ledger, order)
    const sessions = sessionsWith(record, evidence)
    for (const item of record.marked) {
      const { session } = item.statement.body
      const mark = payloadOf(ledger, item, 'evaluation.marked')
      if (mark === null || typeof session !== 'string' || !sessions.has(session)) continue
      if (workspace.hasEvent(mark.event)) workspace.mark(mark.event, { marked: mark.marked, note: mark.note })
    }
  }

  /** What cannot be written down is not looked at any longer. */
  private async writeSearch(
    order: string,
    session: string,
    filter: EvaluationFilter,
    sourceId: string | null,
    hits: number
  ): Promise<void> {
    const { pseudonym, ...asked } = filter
    const said = draft(
      'evaluation.searched',
      subjectOf(order),
      { order, session },
      {
        ...asked,
        source: sourceId,
        pseudonym: pseudonym === null ? null : pseudonymText(pseudonym),
        hits
      }
    )
    const written = await this.options.ledger.record(said).catch((error: unknown) => {
      if (this.session?.id === session) this.end()
      throw error
    })
    if (!written.ok && this.session?.id === session) this.end()
  }

  /** Each of them is said by both, one right behind the other, and all in one step. */
  private async say(
    [first, second]: readonly [PersonKeys, PersonKeys],
    ...said: readonly Draft[]
  ): Promise<Result<null>> {
    const written = await this.options.ledger.append(
      said.flatMap((one) => [
        { signer: first, draft: one },
        { signer: second, draft: one }
      ])
    )
    return written.ok ? succeed(null) : written
  }
}

function isOneOf({ persons }: Session, { person }: Actor): boolean {
  return person !== null && persons.includes(person)
}
