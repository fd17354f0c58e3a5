import { randomUUID } from 'node:crypto'
import type { EvaluationState } from '../../../../contract/evaluations'
import { pseudonymOf } from '../../../../contract/evaluations'
import type { ParsedInput } from '../../../../contract/operations'
import { fail, succeed, type Result } from '../../../../contract/result'
import { layOut, readCanonical, signedText, type Ledger } from '../../../../core/ledger'
import type { Actor } from '../../../../core/people/actor'
import type { PersonKeys } from '../../../../core/people/keys'
import { makePassingKeys, type PassingKeys } from '../../../../core/people/passingKeys'
import type { Unsealing } from '../../../../core/people/signing'
import type { Exchange, ExchangeShelf } from '../../../../world/store/port'
import { orderState, type OrderRecord } from '../../orders/records'
import { evaluatorOf } from '../evaluator'
import type { EvidenceDesk } from '../ports'
import { patienceElsewhere, type Evaluator } from '../seats'
import { silences, waitFor } from './line'
import {
  checkNumberOf,
  draftsOf,
  endSchema,
  laidSchema,
  readAsk,
  readJson,
  sealMessage,
  sessionSchema,
  signMessage,
  unsealMessage,
  type Ask,
  type ReadAsk
} from './messages'

export interface ReleasingOptions {
  readonly ledger: Ledger
  readonly unsealing: Unsealing
  readonly evidence: Pick<EvidenceDesk, 'keptOf' | 'release'>
  readonly store: ExchangeShelf
  readonly now: () => Date
  /** The order, where it is for whoever asks and may be evaluated. */
  readonly find: (asker: Actor, order: string) => Result<OrderRecord>
}

/** Clocks of two PCs may differ by so much, milliseconds. */
const clockTolerance = 120_000

/** The answering PC: what others ask of whoever sits here, and what they release ([Note: two PCs, one evaluation]). */
export class Releasing {
  private known: readonly Exchange[] = []
  /** Questions to the store, and the newest that it has answered. */
  private asked = 0
  private heard = 0
  /** Keys of this PC by thread: what is asked in it can be read here alone. */
  private readonly keys = new Map<string, PassingKeys>()
  /** What is being answered just now. */
  private readonly answering = new Set<string>()

  constructor(private readonly options: ReleasingOptions) {}

  /** Reads anew what lies in the store. Answers whether it is something else than before. */
  async refresh(): Promise<boolean> {
    const { store, now } = this.options
    const turn = (this.asked += 1)
    const found = await store.listExchanges(now().toISOString())
    // An answer that comes after that to a newer question is out of date.
    if (turn < this.heard) return false
    this.heard = turn
    const before = this.known.map(({ id }) => id).join(' ')
    this.known = found
    const threads = new Set(this.known.map(({ thread }) => thread))
    for (const [thread, keys] of this.keys) {
      if (threads.has(thread) || this.answering.has(thread)) continue
      keys.wipe()
      this.keys.delete(thread)
    }
    return this.known.map(({ id }) => id).join(' ') !== before
  }

  /** What is asked of somebody and can be answered now. */
  asksOf(asker: Actor): readonly ReadAsk[] {
    return this.known.flatMap((row) => {
      if (row.kind !== 'ask') return []
      const read = this.read(row)
      return read !== null && this.recordOf(asker, read.ask).ok ? [read] : []
    })
  }

  /** For the screen: what is asked of whoever sits here under an order, and the open evaluation that rests on their half. */
  viewOf(asker: Actor, order: string): Pick<EvaluationState['elsewhere'], 'asked' | 'released'> {
    const read = this.asksOf(asker).find(({ ask }) => ask.order === order)
    const session = this.sessionOf(asker, order)
    const named = (person: string) => ({ person, name: this.options.ledger.nameOfPerson(person) })
    return {
      asked: read === undefined ? null : { ...shownOf(read), by: named(read.ask.by) },
      released:
        session === null ? null : { by: named(session.by), readsHere: this.keys.has(session.row.thread) }
    }
  }

  /**
   * Whoever is asked releases their half, or signs, with their passphrase. Answers when the other PC has done what it asked
   * for: `evaluations.notAsked`, `evaluations.otherAct` (it is not what was shown), `evaluations.otherPcSilent`, what went wrong
   * there, and as with a signature.
   */
  async release(
    asker: Actor,
    { order, ask: id, digest, passphrase }: ParsedInput<'evaluations.release'>
  ): Promise<Result<null>> {
    const { ledger, unsealing } = this.options
    await Promise.all([ledger.refresh(), this.refresh()])
    const found = this.readyAsk(asker, order, id, digest)
    if (!found.ok) return found
    const { read, second } = found.value
    const { thread } = read.ask
    if (this.answering.has(thread)) return fail('application.busy')
    this.answering.add(thread)
    try {
      const answered = await unsealing.unseal(second, passphrase, async (keys) => {
        // Deriving a key takes its time, in which the first one may have cancelled.
        await Promise.all([ledger.refresh(), this.refresh()])
        const still = this.readyAsk(asker, order, id, digest)
        return still.ok ? this.answer(read, keys) : still
      })
      // Whoever has released it sees at once that it is open there.
      if (answered.ok) await this.refresh()
      return answered
    } finally {
      this.answering.delete(thread)
    }
  }

  /** `evaluations.notAsked`. */
  async decline(asker: Actor, { order, ask }: ParsedInput<'evaluations.decline'>): Promise<Result<null>> {
    await this.refresh()
    const isTheirs = this.asksOf(asker).some((read) => read.ask.id === ask && read.ask.order === order)
    const wasThere = isTheirs && (await this.options.store.removeExchange(ask))
    await this.refresh()
    return wasThere ? succeed(null) : fail('evaluations.notAsked')
  }

  /** The other PC closes what it has opened. `evaluations.notOpen`. */
  async takeBack(asker: Actor, order: string): Promise<Result<null>> {
    const { store, find } = this.options
    const found = find(asker, order)
    if (!found.ok) return found
    await this.refresh()
    const session = this.sessionOf(asker, order)
    const wasThere = session !== null && (await store.removeExchange(session.row.id))
    await this.refresh()
    return wasThere ? succeed(null) : fail('evaluations.notOpen')
  }

  close(): void {
    for (const keys of this.keys.values()) keys.wipe()
    this.keys.clear()
  }

  private sessionOf(asker: Actor, order: string): { readonly by: string; readonly row: Exchange } | null {
    for (const row of this.known) {
      if (row.kind !== 'session') continue
      const session = sessionSchema.safeParse(readJson(row.content))
      if (session.success && session.data.to === asker.person && session.data.order === order)
        return { by: session.data.by, row }
    }
    return null
  }

  /** null: nobody who might has signed it, or it is for another PC. */
  private read({ id, thread, content, until }: Exchange): ReadAsk | null {
    const keys = this.keys.get(thread)
    const value = content.startsWith('{')
      ? readJson(content)
      : keys === undefined
        ? undefined
        : unsealMessage(keys, content)
    const { authority } = this.options.ledger
    const read = readAsk(value, ({ byKey }) => authority.keys.get(byKey)?.keys.sign ?? null)
    if (read === null) return null
    const { ask } = read
    return ask.id === id && ask.thread === thread && ask.until === until ? read : null
  }

  /** Whether the two may do that together now: both appointed, by these keys, under an order in force, for what lies sealed. */
  private recordOf(asker: Actor, ask: Ask): Result<{ record: OrderRecord; second: Evaluator }> {
    const { find, ledger, evidence, now } = this.options
    const found = find(asker, ask.order)
    if (!found.ok) return found
    const instant = now().toISOString()
    const until = now().getTime() + patienceElsewhere + clockTolerance
    if (ask.until <= instant || Date.parse(ask.until) > until) return fail('evaluations.notAsked')
    if (orderState(found.value, now()) !== 'given') return fail('evaluations.notInForce')
    if (ask.to !== asker.person || ask.by === ask.to) return fail('evaluations.notAsked')
    const first = evaluatorOf(ledger, found.value, ask.by, instant)
    const second = evaluatorOf(ledger, found.value, ask.to, instant)
    const isOfBoth = first?.fingerprint === ask.byKey && second?.fingerprint === ask.toKey
    if (second === null || !isOfBoth) return fail('evaluations.notEvaluator')
    if (evidence.keptOf(ask.order)?.evidence !== ask.evidence) return fail('evaluations.notAsked')
    return succeed({ record: found.value, second })
  }

  private readyAsk(
    asker: Actor,
    order: string,
    id: string,
    digest: string
  ): Result<{ read: ReadAsk; second: Evaluator }> {
    const row = this.known.find((one) => one.kind === 'ask' && one.id === id)
    const read = row === undefined ? null : this.read(row)
    if (read?.ask.order !== order) return fail('evaluations.notAsked')
    if (read.digest !== digest) return fail('evaluations.otherAct')
    const ready = this.recordOf(asker, read.ask)
    return ready.ok ? succeed({ read, second: ready.value.second }) : ready
  }

  private async answer({ ask, digest }: ReadAsk, keys: PersonKeys): Promise<Result<null>> {
    const { evidence, store, now } = this.options
    const { thread, publicKey } = ask
    let half: string | null = null
    if (ask.act === 'open') {
      const to = { fingerprint: ask.byKey, publicKey }
      const released = await evidence.release(ask.order, ask.evidence, keys, to)
      if (!released.ok) return released
      half = released.value
    }
    const own = this.keys.get(thread) ?? makePassingKeys()
    this.keys.set(thread, own)
    const answer = { format: 'netzwart-answer-1', ask: digest, half, publicKey: own.publicKey } as const
    const signed = signMessage(answer, (text) => keys.sign(text))
    const until = new Date(now().getTime() + silences.ofAsking).toISOString()
    const post = (kind: 'answer' | 'signed', message: unknown): Promise<void> =>
      store.postExchange({
        ...{ id: randomUUID(), thread, kind, until, content: sealMessage(publicKey, message) }
      })
    await post('answer', signed)
    let patience = silences.ofAnswering
    for (;;) {
      const word = await waitFor(store, thread, ['sign', 'end'], patience)
      if (word === null) {
        // What nobody has taken is taken back; whoever has taken it may still be opening what was sealed.
        const isUntaken = (await store.takeExchange(thread, 'answer')) !== null
        if (isUntaken || patience === silences.ofAsking) return fail('evaluations.otherPcSilent')
        patience = silences.ofAsking
        continue
      }
      patience = silences.ofAsking
      const message = unsealMessage(own, word.content)
      if (word.kind === 'end') return endOf(message)
      const text = this.textToSign(ask, message)
      // Nothing else is ever signed for it; the other PC goes on waiting and gives up.
      if (text !== null) await post('signed', { signature: text === '' ? '' : keys.sign(text) })
    }
  }

  /**
   * null: it is not, byte for byte, what was shown and agreed to. Empty: this PC has heard already of something newer at that place, so that
   * it is to be laid out anew.
   */
  private textToSign(ask: Ask, message: unknown): string | null {
    const { ledger, now } = this.options
    const laid = laidSchema.safeParse(message)
    if (!laid.success) return null
    const { text, salt } = laid.data
    const place = readCanonical(text)
    if (!isPlace(place)) return null
    const said = draftsOf(ask).find(({ kind }) => kind === place.kind)
    const ownLedger = ledger.numbered(1)?.statement?.ledger
    if (said === undefined || place.ledger !== ownLedger) return null
    const known = ledger.head?.sequence ?? 0
    const age = Math.abs(now().getTime() - Date.parse(place.time))
    if (!(age <= clockTolerance)) return null
    if (place.sequence <= known) return ''
    return layOut(said, place, ask.toKey, salt ?? undefined).text === text ? signedText(text) : null
  }
}

function isPlace(value: unknown): value is {
  readonly kind: string
  readonly ledger: string
  readonly sequence: number
  readonly previous: string
  readonly time: string
} {
  if (typeof value !== 'object' || value === null) return false
  const found = value as Record<string, unknown>
  const texts = [found['kind'], found['ledger'], found['previous'], found['time']]
  return texts.every((text) => typeof text === 'string') && Number.isSafeInteger(found['sequence'])
}

function endOf(message: unknown): Result<null> {
  const end = endSchema.safeParse(message)
  if (!end.success) return fail('evaluations.otherPcSilent')
  const { failure } = end.data
  return failure === null ? succeed(null) : { ok: false, failure }
}

/** What is shown before it is signed; who is behind a pseudonym is not. */
function shownOf({ ask, digest }: ReadAsk): Omit<NonNullable<EvaluationState['elsewhere']['asked']>, 'by'> {
  const { id, until } = ask
  const shown = { ask: id, digest, until, checkNumber: checkNumberOf(digest) }
  switch (ask.act) {
    case 'open':
      return { ...shown, what: { act: 'open' } }
    case 'reveal':
      return {
        ...shown,
        what: { act: 'reveal', pseudonym: pseudonymOf(ask.pseudonym), reason: ask.reason }
      }
    case 'close': {
      const { judgment, findings, notFound, summary, foundCount, notedCount } = ask
      return {
        ...shown,
        what: { act: 'close', judgment, findings, notFound, summary, foundCount, notedCount }
      }
    }
  }
}
