import { randomUUID } from 'node:crypto'
import { fail, type Failure, type Result } from '../../../../contract/result'
import { oneAfterTheOther } from '../../../../core/cooperation'
import { sha256, type Ledger } from '../../../../core/ledger'
import { StoreFailure, type Exchange } from '../../../../world/store/port'
import type { Evaluator, JointAct, KeysOfTwo, Seats } from '../seats'
import type { AskingLine, LineOptions } from './line'
import { checkNumberOf, readAnswer, signMessage, type Ask, type AskWords } from './messages'

export interface AskingOptions extends LineOptions {
  readonly ledger: Ledger
  readonly seats: Seats
  /** What the screen shows is no longer so. */
  readonly onChange: () => void
}

/** What is asked of the second one. */
export interface Question {
  readonly line: AskingLine
  readonly joint: JointAct
  readonly evidence: string
  readonly words: AskWords
  /** What is done with both keys when the second one has done their part. */
  readonly work: (keys: KeysOfTwo) => Promise<Result<null>>
}

interface Pending extends Question {
  readonly ask: Ask
  readonly digest: string
}

/** The asking PC: one of two waits here for the other one at another PC ([Note: two PCs, one evaluation]). */
export class Asking {
  private pending: Pending | null = null
  private lastFailure: Failure | null = null
  private readonly inTurn = oneAfterTheOther()

  constructor(private readonly options: AskingOptions) {}

  /** Whoever is asked just now, and the check number; null: nobody is. */
  waitsFor(order: string): { readonly person: string; readonly checkNumber: string } | null {
    const { pending } = this
    if (pending?.ask.order !== order || this.options.seats.waiting?.joint !== pending.joint) return null
    return { person: pending.ask.to, checkNumber: checkNumberOf(pending.digest) }
  }

  /** Why what was asked last did not come about; null: it did, or nothing was asked. */
  get failure(): Failure | null {
    return this.lastFailure
  }

  failed(failure: Failure | null): void {
    this.lastFailure = failure
  }

  /** Asks as the one who waits. `evaluations.nobodyWaits`. */
  async ask(question: Question, first: Evaluator): Promise<Result<null>> {
    const { seats } = this.options
    const { line, joint, evidence, words } = question
    const { waiting } = seats
    if (waiting === null) return fail('evaluations.nobodyWaits')
    const ask: Ask = {
      ...words,
      ...{ format: 'netzwart-ask-1', id: randomUUID(), thread: line.thread, order: joint.order, evidence },
      ...{ by: first.person, byKey: first.fingerprint },
      ...{ to: line.second.person, toKey: line.second.fingerprint },
      ...{ publicKey: line.publicKey, until: new Date(waiting.until).toISOString() }
    }
    const signed = signMessage(ask, (text) => seats.signAsFirst(text) ?? '')
    this.lastFailure = null
    this.pending = { ...question, joint: waiting.joint, ask, digest: sha256(signed.text) }
    try {
      await line.ask(ask, signed)
    } catch (error) {
      seats.clear()
      this.drop(null)
      throw error
    }
    return { ok: true, value: null }
  }

  /** Does what the second one has made possible, or finds that they will not. A store that is gone is asked again later. */
  async look(): Promise<void> {
    await this.inTurn(() => this.lookOnce()).catch((error: unknown) => {
      if (!(error instanceof StoreFailure)) throw error
    })
  }

  private async lookOnce(): Promise<void> {
    const { pending } = this
    if (pending === null) return
    const { store, seats, now } = this.options
    const { ask, joint, line } = pending
    const isOver = now().toISOString() >= ask.until
    if (seats.waiting?.joint !== joint) {
      // Cancelled, locked, done at this PC, or the time is over.
      if (isOver) this.lastFailure = failureOf('evaluations.noAnswer')
      this.drop(pending)
      await store.removeExchange(ask.id)
      return
    }
    const answer = await store.takeExchange(line.thread, 'answer')
    if (answer !== null) {
      await this.meet(pending, answer)
      return
    }
    const rows = await store.listExchanges(now().toISOString())
    if (rows.some(({ id }) => id === ask.id) || this.pending !== pending) return
    this.lastFailure = failureOf(isOver ? 'evaluations.noAnswer' : 'evaluations.declined')
    seats.clear()
    this.drop(pending)
    this.options.onChange()
  }

  /** What nobody with the second one's key has signed is no answer, and what was taken once is taken. */
  private async meet({ ask, digest, line, joint, work }: Pending, { content }: Exchange): Promise<void> {
    const { ledger, seats, store, onChange } = this.options
    const key = ledger.authority.keys.get(ask.toKey)?.keys.sign ?? ''
    const answer = readAnswer(line.unseal(content), key)
    if (answer?.ask !== digest) return
    this.pending = null
    await store.removeExchange(ask.id)
    line.answeredBy(answer.publicKey)
    const done = await seats
      .meet(joint, line.distant(answer.half), work)
      .catch((error: unknown): Result<null> => {
        if (error instanceof StoreFailure) return { ok: false, failure: error.failure }
        throw error
      })
    this.lastFailure = done.ok ? null : done.failure
    if (!done.ok && ask.act === 'open') line.forget()
    onChange()
    await line.tellEnd(done)
  }

  private drop(pending: Pending | null): void {
    this.pending = null
    if (pending?.ask.act === 'open') pending.line.forget()
  }
}

function failureOf(code: 'evaluations.noAnswer' | 'evaluations.declined'): Failure {
  return { code, parameters: {} }
}
