import type {
  LedgerHead,
  LedgerProblem,
  LedgerProblemCode,
  NewerStatement,
  Statement
} from '../../contract/ledger'
import type { StatementRow } from '../../world/store/port'
import { Authority, type SignedBy } from './authority'
import { RepeatedWords } from './repeatedWords'
import { hashOf, noHash, readNewerStatement, readSealedStatement, readStatement } from './statement'

/**
 * A statement in its place, and what was found at it. The row's bytes stay in the store: most of a long ledger's memory
 * would be texts that nobody reads.
 */
export interface LedgerItem extends Pick<StatementRow, 'sequence' | 'hash'> {
  /** null: not readable, or of a kind that only a newer version knows. */
  readonly statement: Statement | null
  /** A statement of a kind that only a newer version knows; see [Note: kinds of a newer version]. null: it is none. */
  readonly newer: NewerStatement | null
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

/**
 * [Note: kinds of a newer version]
 *
 * On PCs of two versions the older one meets kinds that it does not know. Such a statement is no damage where its place in
 * the chain, its hash and its signature fit: it counts for chain and time, has no other effect, and is told as a notice.
 * Nothing is appended after it by this version, which cannot know what may follow.
 */
export function isNewer(item: LedgerItem): item is LedgerItem & { readonly newer: NewerStatement } {
  return item.newer !== null && item.problems.length === 0
}

/** No ledger comes to so many statements. The store's numbers go twice as far. */
const farthest = 2 ** 30

/**
 * [Note: rows that nobody can read]
 *
 * Whoever may add to the store can add any row. It is named and has no effect, and what is said afterwards goes on behind
 * it: with the next number, and with the hash that the row is said to have. Two kinds of row would leave no way on, and
 * are passed over instead. A row whose hash is none cannot be named as `previous`: the chain goes on from the one before
 * it. And a number far beyond the count, or below 1, is a stray: the count goes on as if it were not there, or nobody
 * could say anything after the last number that the store can hold.
 *
 * @param highest the highest number before it
 */
export function isStray(number: number, highest: number): boolean {
  return number < 1 || (number > farthest && number > highest + 1)
}

/** The hash can be named as `previous`. */
const chainable = /^[0-9a-f]{64}$/

const faultless: readonly LedgerProblemCode[] = []

function isRevocation({ kind }: Statement): boolean {
  return kind === 'appointment.revoked' || kind === 'key.revoked'
}

/** Appointments as they follow from the statements so far. */
export type Appointments = Pick<Authority, 'appointmentsOf'>

/**
 * What a job knows about the order of its statements: which may follow which, and who may not sign after whom. A rule
 * keeps what it needs from the items that it takes.
 */
export interface LedgerRule {
  /**
   * What is wrong with the statement, as things stand; null: nothing. Changes nothing. `appointments`: who holds which just
   * before it.
   */
  judge(statement: Statement, signedBy: SignedBy, appointments: Appointments): LedgerProblemCode | null
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
  /** Rows outside the count; see [Note: rows that nobody can read]. */
  readonly strays: LedgerItem[] = []
  private readonly rules: readonly LedgerRule[]
  private ledgerId: string | null = null
  private lastTime = ''
  private highest = 0
  private chained: LedgerHead | null = null
  private readonly found: LedgerProblem[] = []
  private readonly words = new RepeatedWords()

  constructor(rules: readonly (() => LedgerRule)[]) {
    this.rules = rules.map((make) => make())
  }

  /** Id of the ledger; null: it is empty. */
  get ledger(): string | null {
    return this.ledgerId
  }

  /** The newest one that the next names as `previous`; null: there is none. */
  get head(): LedgerHead | null {
    return this.chained
  }

  /** Number of the next statement. */
  get next(): number {
    return this.highest + 1
  }

  /** Time of the newest statement without fault (ISO, UTC); empty: none. */
  get time(): string {
    return this.lastTime
  }

  /** In the order in which they showed; of what is missing, the first number. */
  get problems(): readonly LedgerProblem[] {
    return this.found
  }

  /** What the row would be if it came next. Changes nothing. */
  judge(row: StatementRow): LedgerItem {
    const found: LedgerProblemCode[] = [...this.judgeOrder(row)]
    if (hashOf(row.text, row.signature) !== row.hash) found.push('wrongHash')
    const read = readStatement(row)
    if (read === null) return this.judgeNewer(row, found)
    const statement = this.sparing(read)
    const problems = [...new Set([...found, ...this.judgePlace(row, statement)])]
    return this.judgeRights(row, statement, problems, this.authority.judge(statement, row))
  }

  /** The same for a row of which a checkpoint says that hash, shape and signature are right; all else is judged anew. */
  judgeSealed(row: StatementRow): LedgerItem {
    const statement = this.sparing(readSealedStatement(row))
    const problems = [...this.judgeOrder(row), ...this.judgePlace(row, statement)]
    return this.judgeRights(row, statement, problems, this.authority.judgeSealed(statement))
  }

  private judgeRights(
    row: StatementRow,
    statement: Statement,
    problems: LedgerProblemCode[],
    signedBy: SignedBy | LedgerProblemCode
  ): LedgerItem {
    const { sequence, hash } = row
    if (typeof signedBy === 'string') {
      problems.push(signedBy)
      return { sequence, hash, statement, newer: null, signedBy: null, problems }
    }
    if (problems.length === 0) {
      for (const rule of this.rules) {
        const problem = rule.judge(statement, signedBy, this.authority)
        if (problem !== null) problems.push(problem)
      }
    }
    const found = problems.length === 0 ? faultless : problems
    return { sequence, hash, statement, newer: null, signedBy, problems: found }
  }

  private judgeNewer(row: StatementRow, found: readonly LedgerProblemCode[]): LedgerItem {
    const newer = readNewerStatement(row)
    const { sequence, hash } = row
    const nothing = { sequence, hash, statement: null, signedBy: null }
    if (newer === null) return { ...nothing, newer, problems: [...found, 'notReadable'] }
    const problems = new Set([...found, ...this.judgePlace(row, newer)])
    const wrong = this.authority.judgeNewer(newer, row)
    if (wrong !== null) problems.add(wrong)
    return { ...nothing, newer, problems: [...problems] }
  }

  /** Puts a judged item at the end. */
  take(item: LedgerItem): void {
    const { sequence, hash } = item
    const { next } = this
    for (const code of item.problems)
      this.found.push({ sequence: code === 'missing' ? next : sequence, code })
    if (isStray(sequence, this.highest)) {
      this.strays.push(item)
    } else {
      this.items.push(item)
      this.highest = Math.max(this.highest, sequence)
      if (chainable.test(hash)) this.chained = { sequence, hash }
      this.ledgerId ??= (item.statement ?? item.newer)?.ledger ?? null
    }
    if (isNewer(item)) this.lastTime = item.newer.time
    if (item.statement === null) return
    if (!isSound(item)) {
      if (item.signedBy !== null && isRevocation(item.statement)) this.authority.take(item.statement)
      return
    }
    this.lastTime = item.statement.time
    this.authority.take(item.statement)
    for (const rule of this.rules) rule.take(item)
  }

  /** Those who only want to know whether all is sound need no items. */
  forgetItems(): void {
    this.items.length = 0
  }

  /** The same statement, taking as little memory as it can. */
  private sparing(statement: Statement): Statement {
    const { format, ledger, sequence, previous, time, key, kind, subject, body, payload } = statement
    const { words } = this
    for (const [name, value] of Object.entries(body)) {
      if (typeof value === 'string') body[name] = words.once(value)
      else if (typeof value === 'object' && value !== null) body[name] = words.onceWhole(value)
    }
    return {
      format,
      ledger: words.once(ledger),
      sequence,
      previous: previous === this.chained?.hash ? this.chained.hash : previous,
      time: words.once(time),
      key: words.once(key),
      kind: words.once(kind),
      subject: words.once(subject),
      body,
      payload
    }
  }

  private *judgeOrder(row: StatementRow): Generator<LedgerProblemCode> {
    if (isStray(row.sequence, this.highest)) yield 'wrongOrder'
    else if (row.sequence > this.next) yield 'missing'
    else if (row.sequence < this.next) yield 'wrongOrder'
  }

  private *judgePlace(
    row: StatementRow,
    statement: Statement | NewerStatement
  ): Generator<LedgerProblemCode> {
    if (statement.sequence !== row.sequence) yield 'wrongOrder'
    if (statement.previous !== (this.chained?.hash ?? noHash)) yield 'chainBroken'
    if (this.ledgerId !== null && statement.ledger !== this.ledgerId) yield 'wrongLedger'
    // Only that the clock went back may be said with an older time, and then it names the right one.
    const wentBack = statement.time < this.lastTime
    const isSaid = statement.kind === 'clock.wentBack'
    const isExact = isSaid && statement.body['last'] === this.lastTime
    if (isSaid ? !wentBack || !isExact : wentBack) yield 'timeBackwards'
  }
}
