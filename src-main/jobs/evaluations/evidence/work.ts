import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { fail, succeed, type Result } from '../../../contract/result'
import { openEvidence, sealEvidence, sealedPairSchema, type Pair } from '../../../core/evidence'
import { bodyOf, type Ledger } from '../../../core/ledger'
import type { Actor } from '../../../core/people/actor'
import type { PersonKeys } from '../../../core/people/keys'
import type { DirectoryDesk } from '../../../desks/directory'
import type { LogFiles, LogQueries } from '../../../world/logs/port'
import type { EvidenceShelf } from '../../../world/store/port'
import { orderState, readOrder, wordsOf, type OrderRecord, type OrderWords } from '../orders/records'
import { evaluates } from '../orders/evaluators'
import { maySee } from '../orders/views'
import { KeyedPseudonyms, Meant } from '../standing/pseudonyms'
import { readContent, writeContent } from './content'
import type { OpenedEvidence } from './event'
import { gather, type Gathered } from './gathering'
import { pairsFor } from './recipients'
import { evidenceOf, type EvidenceRecord } from './records'
import { sealedStatement } from './statement'

export interface EvidenceWorkOptions {
  readonly ledger: Ledger
  readonly shelf: EvidenceShelf
  readonly logs: LogFiles
  readonly logQueries: LogQueries
  readonly directory: Pick<DirectoryDesk, 'ask'>
  readonly now: () => Date
  readonly onProgress: (order: string, bytes: number) => void
  /** The secret by which the pseudonyms of an order are made. */
  readonly pseudonymSecret: (order: OrderRecord) => Promise<Result<Uint8Array>>
}

/** An order that somebody may work under now. */
interface OrderInForce {
  readonly record: OrderRecord
  readonly words: OrderWords
}

/** Reads what orders cover and seals it; opens it for two. */
export class EvidenceWork {
  /** Bytes read by now, by order. */
  readonly underWay = new Map<string, { bytes: number; readonly cancelling: AbortController }>()

  constructor(private readonly options: EvidenceWorkOptions) {}

  /** `orders.notFound`, also for whom the order is not meant. */
  find(asker: Actor, id: string): Result<OrderRecord> {
    const { ledger } = this.options
    const record = readOrder(ledger, id)
    return record === null || !maySee({ ledger, asker }, record) ? fail('orders.notFound') : succeed(record)
  }

  /**
   * Reads what an order covers and seals it. Nothing of it is anywhere in the clear afterwards. `orders.notFound`,
   * `evidence.orderNotInForce`, `evidence.underWay`, `evidence.noPair`, `evidence.tooMuch`, `application.cancelled`, and what
   * ledger, store and directory answer.
   */
  async gather(asker: Actor, id: string): Promise<Result<undefined>> {
    if (this.underWay.has(id)) return fail('evidence.underWay')
    const work = { bytes: 0, cancelling: new AbortController() }
    this.underWay.set(id, work)
    try {
      await this.options.ledger.refresh()
      const order = this.inForce(asker, id)
      if (!order.ok) return order
      const fold = await this.folding(order.value)
      if (!fold.ok) return fold
      const meant = await this.meant(order.value, fold.value)
      if (!meant.ok) return meant
      const pairs = this.pairs(order.value, meant.value)
      if (!pairs.ok) return pairs
      const gathered = await gather(order.value.words.scope, {
        logs: this.options.logs,
        logQueries: this.options.logQueries,
        fold: fold.value,
        ...(meant.value === null ? {} : { meant: meant.value }),
        signal: work.cancelling.signal,
        onProgress: (bytes) => {
          work.bytes = bytes
          this.options.onProgress(id, bytes)
        }
      })
      return gathered.ok ? await this.seal(id, pairs.value, gathered.value) : gathered
    } finally {
      this.underWay.delete(id)
    }
  }

  cancel(asker: Actor, id: string): Result<undefined> {
    const found = this.find(asker, id)
    if (!found.ok) return found
    if (!evaluates(asker, found.value)) return fail('orders.notFound')
    this.underWay.get(id)?.cancelling.abort()
    return succeed()
  }

  cancelAll(): void {
    for (const { cancelling } of this.underWay.values()) cancelling.abort()
  }

  /**
   * Opens sealed evidence for two evaluators whom its order names; what comes out lives in memory alone. Whoever is no evaluator any
   * more, and a key that was revoked, opens nothing: `evidence.notForThese`. `evidence.samePerson`, `evidence.damaged`,
   * `evidence.newer`.
   */
  async open(record: EvidenceRecord, one: PersonKeys, other: PersonKeys): Promise<Result<OpenedEvidence>> {
    const { shelf } = this.options
    const { id: evidence, order } = record
    if (![one, other].every((keys) => this.speaksFor(order, keys))) return fail('evidence.notForThese')
    const kept = await shelf.findEvidence(evidence)
    const recipients = z.array(sealedPairSchema).safeParse(kept === null ? null : parsed(kept.recipients))
    if (kept === null || !recipients.success) return fail('evidence.damaged')
    const { digest } = bodyOf(record.sealed.statement, 'evidence.sealed')
    const sealed = { head: kept.head, recipients: recipients.data, parts: kept.parts }
    const content = await openEvidence({ order, evidence, digest }, sealed, one, other)
    if (!content.ok) return content
    try {
      return await readContent(content.value, { order, evidence })
    } finally {
      content.value.fill(0)
    }
  }

  private speaksFor(order: string, { person, fingerprint }: PersonKeys): boolean {
    const { ledger, now } = this.options
    const record = readOrder(ledger, order)
    return (
      record?.evaluators.includes(person) === true &&
      orderState(record, now()) === 'given' &&
      ledger.authority
        .appointmentsOfKey(fingerprint, now().toISOString())
        .some((appointment) => appointment.person === person && appointment.role === 'evaluator')
    )
  }

  private inForce(asker: Actor, id: string): Result<OrderInForce> {
    const { ledger, now } = this.options
    const found = this.find(asker, id)
    if (!found.ok) return found
    const record = found.value
    if (!evaluates(asker, record)) return fail('orders.notFound')
    const words = wordsOf(ledger, record)
    if (words === null || orderState(record, now()) !== 'given') return fail('evidence.orderNotInForce')
    return succeed({ record, words })
  }

  private pairs(
    { record: { evaluators }, words }: OrderInForce,
    meant: Meant | null
  ): Result<readonly Pair[]> {
    const { ledger, now } = this.options
    // Whom a pseudonym means opens nothing either, and nobody is told why.
    const known = words.evaluators.filter(({ names }) => meant?.holdsLogin(names.login) === true)
    const concerned = [...words.scope.concerned, ...known].map(({ person }) => person)
    const pairs = pairsFor(ledger, evaluators, concerned, now().toISOString())
    const isUsable = pairs.some((pair) => pair.every(({ person }) => evaluators.includes(person)))
    return isUsable ? succeed(pairs) : fail('evidence.noPair')
  }

  /** What the directory takes for one login; it is not asked where nobody is named. */
  private async folding({ words }: OrderInForce): Promise<Result<(login: string) => string>> {
    const { concerned, pseudonyms } = words.scope
    if (concerned.length === 0 && pseudonyms === undefined) return succeed((login: string) => login)
    return this.options.directory.ask(async (directory) =>
      succeed((login: string) => directory.foldName(login))
    )
  }

  /** Whom the pseudonyms of an order mean; null: it names none. */
  private async meant(
    { record, words }: OrderInForce,
    fold: (login: string) => string
  ): Promise<Result<Meant | null>> {
    const { pseudonyms } = words.scope
    if (pseudonyms === undefined) return succeed(null)
    const secret = await this.options.pseudonymSecret(record)
    return secret.ok ? succeed(new Meant(new KeyedPseudonyms(secret.value, fold), pseudonyms)) : secret
  }

  private async seal(
    order: string,
    pairs: readonly Pair[],
    { sources, events }: Gathered
  ): Promise<Result<undefined>> {
    const { ledger, shelf, now } = this.options
    const evidence = randomUUID()
    const sealedAt = now().toISOString()
    const content = writeContent({ evidence, order, sealedAt }, sources, events)
    const sealed = await sealEvidence({ order, evidence }, pairs, content)
    if (!sealed.ok) return sealed
    const { head, recipients, parts, digest } = sealed.value
    // Before it is said: a statement about what is not there would be one too many.
    await shelf.keepEvidence({
      ...{ id: evidence, order, createdAt: sealedAt, head, parts },
      recipients: JSON.stringify(recipients)
    })
    const said = sealedStatement({ order, evidence }, { digest, recipients }, sources)
    const written = await ledger.append([{ signer: ledger.device, draft: said }])
    if (written.ok) return succeed()
    await shelf.destroyEvidence(evidence)
    return written
  }

  /** Evidence of an order, newest first. */
  of(order: string): readonly EvidenceRecord[] {
    return evidenceOf(this.options.ledger, order)
  }
}

/** undefined: no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
