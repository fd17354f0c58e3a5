import type { LedgerHead, LedgerProblem, LedgerProblemCode, Statement } from '../../contract/ledger'
import type { StatementRow } from '../../world/store/port'
import { Authority, bodyOf, type SignedBy } from './authority'
import { hashOf, noHash, readStatement } from './statement'

/** A statement in its place, and what was found at it. */
export interface LedgerItem {
  readonly row: StatementRow
  /** null: not readable. */
  readonly statement: Statement | null
  /** null: not signed by anyone who may. */
  readonly signedBy: SignedBy | null
  readonly problems: readonly LedgerProblemCode[]
}

/** An item without fault. */
export interface SoundItem extends LedgerItem {
  readonly statement: Statement
  readonly signedBy: SignedBy
}

export function isSound(item: LedgerItem): item is SoundItem {
  return item.statement !== null && item.signedBy !== null && item.problems.length === 0
}

function isRevocation({ kind }: Statement): boolean {
  return kind === 'appointment.revoked' || kind === 'key.revoked'
}

/**
 * What a job knows about the order of its statements: which may follow which, and who may not sign after whom. A rule
 * keeps what it needs from the items that it takes.
 */
export interface LedgerRule {
  /** What is wrong with the statement, as things stand; null: nothing. Changes nothing. */
  judge(statement: Statement, signedBy: SignedBy): LedgerProblemCode | null
  take(item: SoundItem): void
}

/**
 * Goes through a ledger from its beginning and looks at everything that can be wrong with it: order, chain, hashes,
 * signatures, rights, transitions, time. A faulty statement has no effect on what follows, with one exception: what
 * was rightly revoked stays revoked though the chain around it was damaged, or whoever is turned out would only have to
 * delete the statement before.
 */
export class Replay {
  readonly authority = new Authority()
  readonly items: LedgerItem[] = []
  private readonly rules: readonly LedgerRule[]
  private ledgerId: string | null = null
  private lastTime = ''
  private highest = 0

  constructor(rules: readonly (() => LedgerRule)[]) {
    this.rules = rules.map((make) => make())
  }

  /** Id of the ledger; null: it is empty. */
  get ledger(): string | null {
    return this.ledgerId
  }

  get head(): LedgerHead | null {
    const last = this.items.at(-1)?.row
    return last === undefined ? null : { sequence: last.sequence, hash: last.hash }
  }

  /** Time of the newest statement without fault (ISO, UTC); empty: none. */
  get time(): string {
    return this.lastTime
  }

  get problems(): readonly LedgerProblem[] {
    let expected = 1
    return this.items.flatMap(({ row, problems }) => {
      const first = expected
      expected = Math.max(expected, row.sequence + 1)
      return problems.map((code) => ({ sequence: code === 'missing' ? first : row.sequence, code }))
    })
  }

  /** What the row would be if it came next. Changes nothing. */
  judge(row: StatementRow): LedgerItem {
    const found: LedgerProblemCode[] = [...this.judgeChain(row)]
    const statement = readStatement(row)
    if (statement === null) return { row, statement, signedBy: null, problems: [...found, 'notReadable'] }
    const problems = [...new Set([...found, ...this.judgePlace(row, statement)])]
    const signedBy = this.authority.judge(statement, row)
    if (typeof signedBy === 'string') {
      return { row, statement, signedBy: null, problems: [...problems, signedBy] }
    }
    if (problems.length === 0) {
      for (const rule of this.rules) {
        const problem = rule.judge(statement, signedBy)
        if (problem !== null) problems.push(problem)
      }
    }
    return { row, statement, signedBy, problems }
  }

  /** Puts a judged item at the end. */
  take(item: LedgerItem): void {
    this.items.push(item)
    this.highest = Math.max(this.highest, item.row.sequence)
    if (item.statement === null) return
    this.ledgerId ??= item.statement.ledger
    if (!isSound(item)) {
      if (item.signedBy !== null && isRevocation(item.statement)) this.authority.take(item.statement)
      return
    }
    this.lastTime = item.statement.time
    this.authority.take(item.statement)
    for (const rule of this.rules) rule.take(item)
  }

  private *judgeChain(row: StatementRow): Generator<LedgerProblemCode> {
    const expected = this.highest + 1
    if (row.sequence > expected) yield 'missing'
    if (row.sequence < expected) yield 'wrongOrder'
    if (hashOf(row.text, row.signature) !== row.hash) yield 'wrongHash'
  }

  private *judgePlace(row: StatementRow, statement: Statement): Generator<LedgerProblemCode> {
    if (statement.sequence !== row.sequence) yield 'wrongOrder'
    if (statement.previous !== (this.items.at(-1)?.row.hash ?? noHash)) yield 'chainBroken'
    if (this.ledgerId !== null && statement.ledger !== this.ledgerId) yield 'wrongLedger'
    // Only that the clock went back may be said with an older time, and then it names the right one.
    const wentBack = statement.time < this.lastTime
    const isSaid = statement.kind === 'clock.wentBack'
    const isExact = isSaid && bodyOf(statement, 'clock.wentBack').last === this.lastTime
    if (isSaid ? !wentBack || !isExact : wentBack) yield 'timeBackwards'
  }
}
