import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { fail, succeed, type Result } from '../../../../contract/result'
import type { DistantSigner, LaidOut } from '../../../../core/ledger'
import { makePassingKeys, type PassingKeys } from '../../../../core/people/passingKeys'
import { StoreFailure, type ExchangeShelf } from '../../../../world/store/port'
import type { Evaluator } from '../seats'
import { sealMessage, signatureSchema, unsealMessage, type Ask, type ExchangeKind } from './messages'

/** The two PCs ask the store so often for each other's next word while both are at it, milliseconds. */
export const pollPause = 40
/** What two PCs wait for while both are at it, milliseconds. */
export const silences = {
  /** The other one is not there: nobody takes an answer, or signs with a key that is open already. */
  ofAnswering: 15_000,
  /** The answering one, while the other one opens and reads what was sealed. */
  ofAsking: 60_000
}

/** An open evaluation that is not prolonged for so long is over for the other PC, milliseconds. */
const lease = 60_000

export interface LineOptions {
  readonly store: ExchangeShelf
  readonly now: () => Date
}

/** The second of two, who sits at another PC: opens by the half that was released, and signs there. */
export interface DistantPerson extends DistantSigner {
  readonly person: string
  unseal(sealed: Uint8Array): Uint8Array | null
}

/** The asking PC's end of a thread: exists from the first ask until the session is over. */
export class AskingLine {
  readonly thread = randomUUID()
  private readonly keys: PassingKeys = makePassingKeys()
  /** Of the other PC; null: it has not answered yet. */
  private otherKey: string | null = null
  /** Of the row that says that the evaluation is open. */
  private readonly session = randomUUID()
  private prolongedAt = 0

  constructor(
    /** Who is asked. */
    readonly second: Evaluator,
    private readonly options: LineOptions
  ) {}

  get publicKey(): string {
    return this.keys.publicKey
  }

  get isAnswered(): boolean {
    return this.otherKey !== null
  }

  answeredBy(publicKey: string): void {
    this.otherKey = publicKey
  }

  /** An ask for opening names ids alone; all others are for the other PC only. */
  async ask(ask: Ask, signed: unknown): Promise<void> {
    const content = ask.act === 'open' ? JSON.stringify(signed) : sealMessage(this.otherKey ?? '', signed)
    await this.post('ask', content, new Date(ask.until), ask.id)
  }

  unseal(content: string): unknown {
    return unsealMessage(this.keys, content)
  }

  /** The other PC hears what became of what it was asked for. */
  async tellEnd(result: Result<unknown>): Promise<void> {
    const failure = result.ok ? null : result.failure
    await this.post('end', sealMessage(this.otherKey ?? '', { failure }), this.soon())
  }

  distant(half: string | null): DistantPerson {
    return {
      person: this.second.person,
      fingerprint: this.second.fingerprint,
      unseal: () => (half === null ? null : this.keys.unseal(half)),
      signLaidOut: (laid) => this.signElsewhere(laid)
    }
  }

  /** The other PC sees that an evaluation is open by the half that was released there. */
  async open(by: string, order: string): Promise<void> {
    this.prolongedAt = this.options.now().getTime()
    const content = JSON.stringify({ order, by, to: this.second.person })
    await this.post('session', content, this.leaseEnd(), this.session)
  }

  /**
   * The evaluation is open still. `evaluations.takenBack`; `store.unreachable`: and for so long that nobody knows whether it
   * was taken back.
   */
  async prolong(): Promise<Result<null>> {
    try {
      const isThere = await this.options.store.prolongExchange(this.session, this.leaseEnd().toISOString())
      this.prolongedAt = this.options.now().getTime()
      return isThere ? succeed(null) : fail('evaluations.takenBack')
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error
      const isLate = this.options.now().getTime() - this.prolongedAt > lease
      return isLate ? { ok: false, failure: error.failure } : succeed(null)
    }
  }

  /** What is sealed for this PC opens nowhere any more; what lies there still ends by itself. */
  forget(): void {
    this.keys.wipe()
  }

  /** The evaluation is over. */
  async end(): Promise<void> {
    this.forget()
    await this.options.store.removeExchange(this.session).catch((error: unknown) => {
      // It ends by itself.
      if (!(error instanceof StoreFailure)) throw error
    })
  }

  private leaseEnd(): Date {
    return new Date(this.options.now().getTime() + lease)
  }

  /** `evaluations.otherPcSilent`; `ledger.changedSince`: it is to be laid out anew. */
  private async signElsewhere({ text, payload }: LaidOut): Promise<Result<string>> {
    const laid = { text, salt: payload?.salt ?? null }
    await this.post('sign', sealMessage(this.otherKey ?? '', laid), this.soon())
    const word = await waitFor(this.options.store, this.thread, ['signed'], silences.ofAnswering)
    const signed = signatureSchema.safeParse(word === null ? null : this.unseal(word.content))
    if (!signed.success) return fail('evaluations.otherPcSilent')
    // The other PC knows something newer than what this was laid out behind.
    return signed.data.signature === '' ? fail('ledger.changedSince') : succeed(signed.data.signature)
  }

  private soon(): Date {
    return new Date(this.options.now().getTime() + silences.ofAsking)
  }

  private async post(
    kind: ExchangeKind,
    content: string,
    until: Date,
    id: string = randomUUID()
  ): Promise<void> {
    const { thread } = this
    await this.options.store.postExchange({ id, thread, kind, content, until: until.toISOString() })
  }
}

/** The next word of a kind in a thread, taken out of it. null: none came. */
export async function waitFor(
  store: Pick<ExchangeShelf, 'takeExchange'>,
  thread: string,
  kinds: readonly ExchangeKind[],
  patience: number
): Promise<{ readonly kind: string; readonly content: string } | null> {
  const end = performance.now() + patience
  do {
    for (const kind of kinds) {
      const word = await store.takeExchange(thread, kind)
      if (word !== null) return word
    }
    await delay(pollPause)
  } while (performance.now() < end)
  return null
}
