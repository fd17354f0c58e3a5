import { randomUUID } from 'node:crypto'
import { noHash, Replay, writeStatement, type Draft, type LedgerRule } from '../core/ledger'
import type { Signer } from '../core/people/keys'
import type { Appendix, PayloadRow, StatementRow } from '../world/store/port'

/**
 * Writes statements of the past, one after the other, each judged as the ledger would. Only for a history that is made
 * up: the ledger itself takes the time of its store and cannot write back.
 */
export class Chronicle {
  private readonly replay: Replay
  private readonly ledger = randomUUID()
  private readonly statements: StatementRow[] = []
  private readonly payloads: PayloadRow[] = []

  constructor(rules: readonly (() => LedgerRule)[]) {
    this.replay = new Replay(rules)
  }

  /** Sequence number of the newest statement. */
  get sequence(): number {
    return this.replay.head?.sequence ?? 0
  }

  get appendix(): Appendix {
    return { statements: this.statements, payloads: this.payloads }
  }

  /** @throws when the ledger would not take it: then the made-up history is wrong */
  say(time: Date, signer: Signer, said: Draft): void {
    const { row, payload } = writeStatement(
      said,
      {
        ledger: this.ledger,
        sequence: this.sequence + 1,
        previous: this.replay.head?.hash ?? noHash,
        time: time.toISOString()
      },
      signer
    )
    const item = this.replay.judge(row)
    if (item.problems.length > 0)
      throw new Error(`${said.kind} at ${time.toISOString()}: ${item.problems.join()}`)
    this.replay.take(item)
    this.statements.push(row)
    if (payload !== null) this.payloads.push(payload)
  }
}
