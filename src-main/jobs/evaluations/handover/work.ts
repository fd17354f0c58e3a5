import { randomUUID } from 'node:crypto'
import { filled } from '../../../contract/language'
import type { Statement } from '../../../contract/ledger'
import type { ParsedInput } from '../../../contract/operations'
import { fail, succeed, type Result } from '../../../contract/result'
import { germanDayOf } from '../../../core/calendar'
import { bodyOf, draft, type Ledger } from '../../../core/ledger'
import type { Actor, FindActor } from '../../../core/people/actor'
import type { PersonKeys } from '../../../core/people/keys'
import type { Signing, Unsealing } from '../../../core/people/signing'
import type { House } from '../../../desks/job'
import type { SavedContent, SavedDocument } from '../../../world/documents/port'
import { evaluatorOf } from '../evaluation/evaluator'
import type { SealedContents } from '../evaluation/ports'
import { protocolContent, protocolDocument } from '../evaluation/protocol'
import { Seats, type JointAct } from '../evaluation/seats'
import { evidenceOf } from '../evidence/records'
import { subjectOf } from '../orders/course'
import { evaluates } from '../orders/evaluators'
import { readOrder, type OrderRecord } from '../orders/records'
import { maySee } from '../orders/views'
import { makeBundle, type Bundle } from './bundle'
import { checkRecipients } from './encryption'
import { readHandover, type Decision } from './records'
import { concludedEvidence, mayDecide } from './views'

export interface HandoverOptions extends Pick<House, 'desk' | 'printer' | 'subjects'> {
  readonly ledger: Ledger
  readonly signing: Signing & Unsealing
  readonly settings: Pick<House['settings'], 'settings'>
  readonly evidence: SealedContents
  readonly actor: FindActor
  readonly now: () => Date
}

/** What may be made now. */
interface Ready {
  readonly record: OrderRecord
  readonly decision: Decision
}

type Keys = readonly [PersonKeys, PersonKeys]

/** The leadership decides to whom evidence is handed over (P23, P26); two of the evaluators make the bundle (P21). */
export class HandoverWork {
  readonly seats: Seats<'handOver'>

  constructor(private readonly options: HandoverOptions) {
    this.seats = new Seats(options.signing, options.now)
  }

  /** `orders.notFound`, also for whom the order is not meant. */
  find(asker: Actor, id: string): Result<OrderRecord> {
    const { ledger } = this.options
    const record = readOrder(ledger, id)
    return record === null || !maySee({ ledger, asker }, record) ? fail('orders.notFound') : succeed(record)
  }

  /** A later decision takes the place of an earlier one. Everything is looked at before any passphrase is asked for. */
  async decide(asker: Actor, input: ParsedInput<'handovers.decide'>): Promise<Result<null>> {
    const { ledger, signing } = this.options
    const { order, version, authority, reference, reason, recipients, passphrase } = input
    await ledger.refresh()
    const found = this.find(asker, order)
    if (!found.ok) return found
    if (!mayDecide(asker, found.value)) return fail('orders.notPossibleNow')
    const seen = { subject: subjectOf(order), version }
    const newer = ledger.newerThan(seen)
    if (newer !== null) return newer
    const evidence = this.keptEvidence(order)
    if (!evidence.ok) return evidence
    const checked = await checkRecipients(recipients)
    if (!checked.ok) return checked
    const body = { order, evidence: evidence.value, handover: randomUUID(), recipients }
    const said = draft('handover.decided', subjectOf(order), body, { authority, reference, reason })
    return signing.sign(asker, passphrase, async (signer) => {
      const written = await ledger.append([{ signer, draft: said }], seen)
      return written.ok ? succeed(null) : written
    })
  }

  /**
   * One of the two does their part; the second one's makes the bundle and saves it, and answers where. null: the first one waits, or
   * no place was chosen, and then nothing was made.
   */
  async make(
    asker: Actor,
    { order, handover, person, passphrase }: ParsedInput<'handovers.make'>
  ): Promise<Result<SavedDocument>> {
    const { ledger, now } = this.options
    await ledger.refresh()
    const ready = this.ready(asker, order, handover)
    if (!ready.ok) return ready
    const evaluator = evaluatorOf(ledger, ready.value.record, person, now().toISOString())
    if (evaluator === null) return fail('evaluations.notEvaluator')
    const { waiting } = this.seats
    const isTheirs = person === asker.person || waiting === null || waiting.evaluator.person === asker.person
    if (!isTheirs) return fail('evaluations.askerMissing')
    const joint: JointAct<'handOver'> = { order, act: 'handOver', said: { handover } }
    return this.seats.join(evaluator, joint, passphrase, (keys) => this.save(asker, order, handover, keys))
  }

  /** Whoever waits gets up. */
  cancel(asker: Actor, order: string): Result<null> {
    const found = this.find(asker, order)
    if (found.ok && this.seats.waiting?.joint.order === order) this.seats.clear()
    return found.ok ? succeed(null) : found
  }

  /** Whoever waits does not wait for somebody who has gone, nor on what was decided otherwise. */
  look(): void {
    const { waiting } = this.seats
    if (waiting === null) return
    const asker = this.options.actor()
    const { order, said } = waiting.joint
    if (asker === null || !this.ready(asker, order, String(said['handover'])).ok) this.seats.clear()
  }

  stop(): void {
    this.seats.clear()
  }

  /** `handovers.notConcluded`, `handovers.destroyed`. */
  private keptEvidence(order: string): Result<string> {
    const { ledger, evidence } = this.options
    const concluded = concludedEvidence(ledger, order)
    if (concluded === null) return fail('handovers.notConcluded')
    return evidence.isKept(order, concluded) ? succeed(concluded) : fail('handovers.destroyed')
  }

  /** For its evaluators alone, and on what was decided last: `handovers.notDecided`, `handovers.changed`. */
  private ready(asker: Actor, order: string, handover: string): Result<Ready> {
    const found = this.find(asker, order)
    if (!found.ok) return found
    if (!evaluates(asker, found.value)) return fail('orders.notFound')
    const kept = this.keptEvidence(order)
    if (!kept.ok) return kept
    const { decision } = readHandover(this.options.ledger, order)
    if (decision === null) return fail('handovers.notDecided')
    const isSame = decision.handover === handover && decision.evidence === kept.value
    return isSame ? succeed({ record: found.value, decision }) : fail('handovers.changed')
  }

  private save(asker: Actor, order: string, handover: string, keys: Keys): Promise<Result<SavedDocument>> {
    const number = readOrder(this.options.ledger, order)?.number ?? ''
    return this.options.desk.saveFile({
      title: { de: 'Verschlüsseltes Paket speichern', en: 'Save the encrypted bundle' },
      suggestedName: filled(
        { de: 'Uebergabe-{number}.zip.age', en: 'Handover-{number}.zip.age' },
        { number }
      ),
      filter: { name: { de: 'Mit age verschlüsselt', en: 'Encrypted with age' }, extensions: ['age'] },
      content: () => this.made(asker, order, handover, keys)
    })
  }

  /** Everything is looked at again: while a place was chosen, the leadership may have decided otherwise. */
  private async made(
    asker: Actor,
    order: string,
    handover: string,
    keys: Keys
  ): Promise<Result<SavedContent>> {
    const { ledger } = this.options
    await ledger.refresh()
    const ready = this.ready(asker, order, handover)
    if (!ready.ok) return ready
    const { decision } = ready.value
    const bundle = await this.bundle(ready.value, keys)
    if (!bundle.ok) return bundle
    const { bytes, digest, files } = bundle.value
    const { evidence, recipients, words } = decision
    const said = draft(
      'handover.made',
      subjectOf(order),
      { order, evidence, handover, recipients: [...recipients], digest, bytes: bytes.length },
      { authority: words?.authority ?? '', reference: words?.reference ?? '', files: [...files] }
    )
    const written = await ledger.append(keys.map((signer) => ({ signer, draft: said })))
    // The statements say of this copy what `copy.made` says of others, and who has made it.
    return written.ok ? succeed({ bytes, copy: null }) : written
  }

  private async bundle({ record, decision }: Ready, keys: Keys): Promise<Result<Bundle>> {
    const { ledger, settings, evidence: contents, printer, subjects, now } = this.options
    const { evidence, words, item, recipients } = decision
    const sealed = evidenceOf(ledger, record.id).find(({ id }) => id === evidence)
    const read = await settings.settings()
    if (!read.ok) return read
    const content = protocolContent(ledger, record, subjects()['case'], read.value.evidence)
    const { head } = ledger
    if (sealed === undefined || content === null || head === null) return fail('handovers.destroyed')
    const time = now()
    const frame = { settings: read.value, head, day: germanDayOf(time.toISOString()) }
    const journal = await ledger.export(time.toISOString(), words?.authority ?? '', (statement) =>
      this.isForRecipient(statement, record, decision)
    )
    const opened = await contents.content(record.id, evidence, keys)
    if (!opened.ok) return opened
    return makeBundle({
      ...{ printer, time, journal, number: record.number, evidence: opened.value },
      sealed: {
        sequence: sealed.sealed.sequence,
        digest: bodyOf(sealed.sealed.statement, 'evidence.sealed').digest
      },
      protocol: protocolDocument({ ...frame, content }),
      record: {
        ...frame,
        recipients,
        ...{ authority: words?.authority ?? '', reference: words?.reference ?? '' },
        reason: words?.reason ?? '',
        decidedBy: ledger.nameOf(item.statement.key),
        decidedAt: item.statement.time,
        decision: { sequence: item.sequence, hash: item.hash },
        makers: [ledger.nameOfPerson(keys[0].person), ledger.nameOfPerson(keys[1].person)]
      }
    })
  }

  /** What was said about this order, and what the persons who take part in it are called: of others nothing but the chain. */
  private isForRecipient(statement: Statement, record: OrderRecord, { item }: Decision): boolean {
    if (statement.subject === subjectOf(record.id) || statement.kind === 'founding') return true
    if (statement.kind !== 'appointment.made') return false
    const { person } = bodyOf(statement, 'appointment.made')
    return [record.by, item.signedBy.person, ...record.evaluators].includes(person)
  }
}
