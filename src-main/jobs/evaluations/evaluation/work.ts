import { randomUUID } from 'node:crypto'
import type { EvaluationFilter } from '../../../contract/evaluations'
import type { ParsedInput } from '../../../contract/operations'
import { fail, succeed, type Result } from '../../../contract/result'
import { createBreath } from '../../../core/cooperation'
import { canonicalJson } from '../../../core/canonicalJson'
import { draft, sha256, type Ledger } from '../../../core/ledger'
import type { Actor, FindActor } from '../../../core/people/actor'
import type { Unsealing } from '../../../core/people/signing'
import type { ExchangeShelf } from '../../../world/store/port'
import { orderState, readOrder, wordsOf, type OrderRecord } from '../orders/records'
import { evaluates } from '../orders/evaluators'
import { maySee } from '../orders/views'
import type { Rule } from '../rules/ruleFile'
import { subjectOf } from '../orders/course'
import type { KnownSchool } from './accounts'
import { evaluatorOf } from './evaluator'
import type { EvidenceDesk } from './ports'
import { Asking, type Question } from './elsewhere/asking'
import { AskingLine } from './elsewhere/line'
import { draftsOf, type AskWords } from './elsewhere/messages'
import { readEvaluation } from './records'
import { recallMarks, sayTogether } from './saying'
import { patienceElsewhere, Seats, type Evaluator, type JointAct, type KeysOfTwo } from './seats'
import { Session } from './session'
import { pseudonymText, Workspace } from './workspace'

export interface EvaluationWorkOptions {
  readonly ledger: Ledger
  readonly unsealing: Unsealing
  readonly evidence: EvidenceDesk
  readonly actor: FindActor
  readonly now: () => Date
  /** What PCs say to each other in passing; null: nobody shares the case file. */
  readonly exchanges: ExchangeShelf | null
  /** What the screen shows has changed by itself. */
  readonly onChange: () => void
  readonly readSchool: () => Promise<Result<KnownSchool>>
  /** The files of rules in which some of these stand. */
  readonly readRules: (ids: readonly string[]) => Promise<Result<readonly (readonly Rule[])[]>>
}

/** Main's longest stretch without a pause while evidence is made ready, milliseconds. */
const stretch = 20

/** Looks this often whether a session is over, milliseconds. */
const lookInterval = 5_000

/** Who does their part, and who is asked for theirs at another PC; null: nobody is. */
interface Step {
  readonly person: string
  readonly passphrase: string
  readonly elsewhere: string | null
}

/** What is to be done by both. */
interface Act {
  readonly joint: JointAct
  readonly evidence: string
  readonly words: AskWords
}

/** Opening, asking, revealing and concluding: always the two whom the order names, never one of them (P21). */
export class EvaluationWork {
  readonly seats: Seats
  /** null: nobody shares the case file. */
  readonly asking: Asking | null
  private session: Session | null = null
  private readonly timer: NodeJS.Timeout
  /** What is still being written down of what was asked. */
  private writing: Promise<unknown> = Promise.resolve()
  /** What the other PC is still to hear. */
  private ending: Promise<unknown> = Promise.resolve()

  constructor(private readonly options: EvaluationWorkOptions) {
    this.seats = new Seats(options.unsealing, options.now)
    const { exchanges, ledger, now, onChange } = options
    this.asking =
      exchanges === null ? null : new Asking({ store: exchanges, ledger, seats: this.seats, now, onChange })
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

  async open(asker: Actor, { order, ...step }: ParsedInput<'evaluations.open'>): Promise<Result<null>> {
    const found = await this.inForce(asker, order)
    if (!found.ok) return found
    const kept = this.options.evidence.keptOf(order)
    if (kept === null) return fail('evaluations.nothingSealed')
    const { evidence } = kept
    const joint: JointAct = { order, act: 'open', said: { evidence } }
    const act = { joint, evidence, words: { act: 'open' } } as const
    return this.together(asker, found.value, step, act, (keys, line) =>
      this.begin(found.value, evidence, keys, line)
    )
  }

  async reveal(
    asker: Actor,
    { order, pseudonym, reason, ...step }: ParsedInput<'evaluations.reveal'>
  ): Promise<Result<null>> {
    const found = await this.inForce(asker, order)
    if (!found.ok) return found
    const asked = this.ask(asker, order)
    if (!asked.ok) return asked
    const session = asked.value
    const identity = session.workspace.identityOf(pseudonym)
    if (identity === null) return fail('evaluations.pseudonymUnknown')
    const joint: JointAct = { order, act: 'reveal', said: { pseudonym, reason } }
    const { evidence } = session
    const words = { act: 'reveal', pseudonym: pseudonymText(pseudonym), identity, reason } as const
    return this.together(asker, found.value, step, { joint, evidence, words }, (keys) =>
      sayTogether(this.options.ledger, keys, draftsOf({ ...words, order, evidence, thread: session.id }))
    )
  }

  async close(
    asker: Actor,
    { order, person, passphrase, elsewhere, judgment, ...said }: ParsedInput<'evaluations.close'>
  ): Promise<Result<null>> {
    const found = await this.inForce(asker, order)
    if (!found.ok) return found
    const asked = this.ask(asker, order)
    if (!asked.ok) return asked
    const session = asked.value
    const { content, foundCount, notedCount } = session.workspace.recording
    // Both sign what was marked when the first one did: who marks another event in between begins anew with the other.
    const recording = sha256(canonicalJson(content))
    const joint: JointAct = { order, act: 'close', said: { judgment, ...said, recording } }
    const { evidence } = session
    const words = { act: 'close', judgment, ...said, foundCount, notedCount, recording: content } as const
    const step = { person, passphrase, elsewhere }
    return this.together(asker, found.value, step, { joint, evidence, words }, async (keys) => {
      // What was marked since stands in nothing that the first one has agreed to.
      if (sha256(canonicalJson(session.workspace.recording.content)) !== recording)
        return fail('evaluations.otherAct')
      // After the conclusion nothing more is said about it.
      session.settle()
      const closed = await sayTogether(
        this.options.ledger,
        keys,
        draftsOf({ ...words, order, evidence, thread: session.id })
      )
      if (closed.ok) this.end()
      return closed
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
    if (found.ok) this.asking?.failed(null)
    void this.lookElsewhere()
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
    if (waiting !== null && (asker === null || !this.find(asker, waiting.joint.order).ok)) {
      this.seats.clear()
      void this.lookElsewhere()
    }
    const { session } = this
    if (session === null) return
    if (asker === null || !isOneOf(session, asker) || !this.mayGoOn(session)) this.end()
  }

  /** Whether the second one has answered at another PC, or has taken back what they released there. */
  async lookElsewhere(): Promise<void> {
    const { asking } = this
    if (asking === null) return
    await asking.look()
    const { session } = this
    const still = (await session?.line?.prolong()) ?? succeed(null)
    if (still.ok || this.session !== session) return
    this.end()
    asking.failed(still.failure)
    this.options.onChange()
  }

  async stop(): Promise<void> {
    clearInterval(this.timer)
    this.end()
    await this.lookElsewhere()
    await this.ending
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
    if (session?.line != null) this.ending = session.line.end()
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
    { person, passphrase, elsewhere }: Step,
    act: Act,
    work: (keys: KeysOfTwo, line: AskingLine | null) => Promise<Result<null>>
  ): Promise<Result<null>> {
    const evaluator = this.evaluator(record, person)
    if (evaluator === null) return fail('evaluations.notEvaluator')
    const { waiting } = this.seats
    const isTheirs = person === asker.person || waiting === null || waiting.evaluator.person === asker.person
    if (!isTheirs) return fail('evaluations.askerMissing')
    const { session } = this
    const { joint } = act
    if (joint.act !== 'open' && session !== null && !session.persons.includes(person))
      return fail('evaluations.notEvaluator')
    const still = async (work: () => Promise<Result<null>>): Promise<Result<null>> => {
      // While the second one typed, the order may have been withdrawn.
      const inForce = await this.inForce(asker, record.id)
      return inForce.ok ? work() : inForce
    }
    if (elsewhere !== null) {
      const line = this.lineTo(asker, record, { person, elsewhere }, joint)
      if (!line.ok) return line
      return this.askElsewhere(evaluator, passphrase, {
        ...{ ...act, line: line.value },
        work: (keys) => still(() => this.meeting(asker, record, line.value, () => work(keys, line.value)))
      })
    }
    const joined = await this.seats.join(evaluator, joint, passphrase, (keys) =>
      still(() => work(keys, null))
    )
    // Whom somebody has asked for at another PC may have come here instead.
    if (joined.ok) await this.asking?.look()
    return joined
  }

  /**
   * To the PC of the one who is asked: for opening a new one, else that of the session. `evaluations.notShared`,
   * `evaluations.notShareable`, `evaluations.samePerson`, `evaluations.notEvaluator`, `evaluations.askerMissing`.
   */
  private lineTo(
    asker: Actor,
    record: OrderRecord,
    { person, elsewhere }: { readonly person: string; readonly elsewhere: string },
    joint: JointAct
  ): Result<AskingLine> {
    const { exchanges, now } = this.options
    if (exchanges === null) return fail('evaluations.notShared')
    if (person === elsewhere) return fail('evaluations.samePerson')
    // Whoever asks from here sits here.
    if (person !== asker.person) return fail('evaluations.askerMissing')
    const second = this.evaluator(record, elsewhere)
    if (second === null) return fail('evaluations.notEvaluator')
    if (this.seats.waiting !== null) return fail('evaluations.otherAct')
    if (joint.act === 'open') return succeed(new AskingLine(second, { store: exchanges, now }))
    const line = this.session?.line ?? null
    if (line === null) return fail('evaluations.notShareable')
    return line.second.person === elsewhere ? succeed(line) : fail('evaluations.notEvaluator')
  }

  private async askElsewhere(
    first: Evaluator,
    passphrase: string,
    question: Question
  ): Promise<Result<null>> {
    const { asking } = this
    if (asking === null) return fail('evaluations.notShared')
    const nobodyElse = async (): Promise<Result<null>> => fail('evaluations.otherAct')
    const waits = await this.seats.join(first, question.joint, passphrase, nobodyElse, patienceElsewhere)
    return waits.ok ? asking.ask(question, first) : waits
  }

  /** Only while whoever asked sits here still, and whom they asked may evaluate still, by the same key. */
  private async meeting(
    asker: Actor,
    record: OrderRecord,
    { second }: AskingLine,
    work: () => Promise<Result<null>>
  ): Promise<Result<null>> {
    if (this.options.actor()?.person !== asker.person) return fail('evaluations.nobodyWaits')
    const now = this.evaluator(record, second.person)
    return now?.fingerprint === second.fingerprint ? work() : fail('evaluations.notEvaluator')
  }

  private async begin(
    record: OrderRecord,
    evidence: string,
    keys: KeysOfTwo,
    line: AskingLine | null
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
    const id = line?.thread ?? randomUUID()
    const drafts = draftsOf({ act: 'open', order: record.id, evidence, thread: id })
    const said = await sayTogether(ledger, keys, drafts)
    if (!said.ok) return said
    const workspace = await Workspace.open(
      { evidence: opened.value, scope, ruleFiles: rules.value, known, knowledge },
      createBreath(stretch)
    )
    recallMarks(ledger, record.id, evidence, workspace)
    this.end()
    const [first, second] = keys
    await line?.open(first.person, record.id)
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
        write,
        line
      ] as const)
    )
    this.look()
    return succeed(null)
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
}

function isOneOf({ persons }: Session, { person }: Actor): boolean {
  return person !== null && persons.includes(person)
}
