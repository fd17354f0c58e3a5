import type { EvidencePeriods } from '../../../../contract/settings'
import type { destructionReasons } from '../../../../contract/evidence'
import type { StatementPayload } from '../../../../contract/ledger'
import { bodyOf, type LedgerView, type SoundItem } from '../../../../core/ledger'
import { evidenceOf, sourcesOf } from '../../evidence/records'
import { keptUntil } from '../../evidence/retention'
import { wordsOf, type OrderRecord, type OrderWords } from '../../orders/records'
import { concludedWords, heldUntil, type CaseKnowledge, type ConcludedWords } from '../conclusion'
import { payloadOf, readEvaluation } from '../records'

/** A statement of the ledger as paper names it. */
export interface SignedWord {
  /** Name of whoever signed. */
  readonly name: string
  readonly sequence: number
  readonly hash: string
  /** Fingerprint of the key. */
  readonly key: string
  readonly at: string
}

/** What was sealed under the order. */
export interface SealedPart {
  readonly sequence: number
  readonly at: string
  readonly digest: string
  /** Whether the two concluded on it. */
  readonly isConcludedOn: boolean
  readonly files: number
  readonly lines: number
  readonly rejected: number
  readonly events: number
  /** How many; null: erased. */
  readonly gaps: number | null
  readonly keptUntil: string
  /** null: it is there still. */
  readonly destroyed: {
    readonly at: string
    readonly reason: (typeof destructionReasons)[number]
  } | null
}

/** All that the ledger knows of a concluded evaluation, for its protocol. What is null was erased. */
export interface ProtocolContent {
  readonly order: OrderRecord
  readonly orderedBy: string
  readonly orderWord: SignedWord
  readonly words: OrderWords | null
  readonly evaluators: readonly string[]
  readonly sessions: readonly {
    readonly at: string
    readonly names: readonly string[]
    readonly sequence: number
  }[]
  readonly sealed: readonly SealedPart[]
  readonly searches: readonly {
    readonly at: string
    readonly asked: StatementPayload<'evaluation.searched'> | null
  }[]
  readonly reveals: readonly {
    readonly at: string
    readonly pseudonym: string
    readonly sequence: number
    readonly told: StatementPayload<'evaluation.revealed'> | null
  }[]
  readonly recorded: {
    readonly foundCount: number
    readonly notedCount: number
    readonly sequence: number
    /** null: erased. */
    readonly content: StatementPayload<'evaluation.recorded'> | null
  } | null
  readonly conclusion: ConcludedWords
  /** The two statements of the conclusion. */
  readonly signed: readonly SignedWord[]
  /** Until when evidence is kept beyond its period, as things stand (ISO, UTC); null: it is not. */
  readonly heldUntil: string | null
  /** Numbers of the cases that began from it. */
  readonly cases: readonly string[]
}

/** null: not concluded. */
export function protocolContent(
  ledger: LedgerView,
  order: OrderRecord,
  cases: CaseKnowledge,
  periods: EvidencePeriods
): ProtocolContent | null {
  const evaluation = readEvaluation(ledger, order.id)
  const { closed, recorded, opened } = evaluation
  if (closed === null) return null
  const last = opened.at(-1)
  const lastEvidence = last === undefined ? null : bodyOf(last.item.statement, 'evaluation.opened').evidence
  return {
    order,
    orderedBy: ledger.nameOfPerson(order.by),
    orderWord: signedWord(ledger, order.given),
    words: wordsOf(ledger, order),
    evaluators: order.evaluators.map((person) => ledger.nameOfPerson(person)),
    sessions: opened.map(({ item, persons }) => ({
      at: item.statement.time,
      names: persons.map((person) => ledger.nameOfPerson(person)),
      sequence: item.sequence
    })),
    sealed: sealedParts(ledger, order, lastEvidence),
    searches: evaluation.searched.map((item) => ({
      at: item.statement.time,
      asked: payloadOf(ledger, item, 'evaluation.searched')
    })),
    reveals: evaluation.revealed.map(({ item }) => ({
      at: item.statement.time,
      pseudonym: bodyOf(item.statement, 'evaluation.revealed').pseudonym,
      sequence: item.sequence,
      told: payloadOf(ledger, item, 'evaluation.revealed')
    })),
    recorded:
      recorded === null
        ? null
        : {
            ...countsOf(recorded.item),
            sequence: recorded.item.sequence,
            content: payloadOf(ledger, recorded.item, 'evaluation.recorded')
          },
    conclusion: concludedWords(ledger, closed),
    signed: [closed.first, closed.item].map((item) => signedWord(ledger, item)),
    heldUntil: heldUntil(ledger, order, cases, periods),
    cases: order.cases.map((id) => cases?.nameOf(id) ?? '')
  }
}

function countsOf({ statement }: SoundItem): { readonly foundCount: number; readonly notedCount: number } {
  const { foundCount, notedCount } = bodyOf(statement, 'evaluation.recorded')
  return { foundCount, notedCount }
}

function signedWord(ledger: LedgerView, { sequence, hash, statement: { key, time } }: SoundItem): SignedWord {
  return { name: ledger.nameOf(key), sequence, hash, key, at: time }
}

function sealedParts(
  ledger: LedgerView,
  { id }: OrderRecord,
  concludedOn: string | null
): readonly SealedPart[] {
  return evidenceOf(ledger, id)
    .map((record): SealedPart => {
      const { sequence, statement } = record.sealed
      const { digest, sources } = bodyOf(statement, 'evidence.sealed')
      const sum = (count: (source: (typeof sources)[number]) => number): number =>
        sources.reduce((all, source) => all + count(source), 0)
      const { destroyed } = record
      return {
        ...{ sequence, at: statement.time, digest, isConcludedOn: record.id === concludedOn },
        files: sum(({ files }) => files),
        lines: sum(({ lines }) => lines),
        rejected: sum(({ rejected }) => rejected),
        events: sum(({ events }) => events),
        gaps: sourcesOf(ledger, record)?.reduce((all, { gaps }) => all + gaps.length, 0) ?? null,
        keptUntil: keptUntil(ledger, record),
        destroyed:
          destroyed === null
            ? null
            : {
                at: destroyed.statement.time,
                reason: bodyOf(destroyed.statement, 'evidence.destroyed').reason
              }
      }
    })
    .toReversed()
}
