import type { Text } from '../../../contract/language'
import type { OperationOutput, ParsedInput } from '../../../contract/operations'
import { permits } from '../../../contract/operations'
import { orderStates, type Order, type OrderSummary } from '../../../contract/orders'
import { holdsWords, searchKey, searchWords } from '../../../contract/search'
import type { LedgerView } from '../../../core/ledger'
import { fullName, type Actor } from '../../../core/people/actor'
import { mayRead } from '../../../core/people/reading'
import { conclusionOf, type CaseKnowledge } from '../evaluation/conclusion'
import { readEvaluation } from '../evaluation/records'
import type { NamedRule } from '../rules/pack'
import {
  confidenceOf,
  orderState,
  readOrders,
  versionOf,
  withdrawalReason,
  wordsOf,
  type OrderRecord
} from './records'
import { schoolWindow } from './window'

/** What a look at orders needs besides the ledger. */
export interface Look {
  readonly ledger: LedgerView
  readonly asker: Actor
  readonly now: Date
  readonly cases: CaseKnowledge
}

export function maySee({ ledger, asker }: Pick<Look, 'ledger' | 'asker'>, record: OrderRecord): boolean {
  return mayRead(asker, { of: 'confidence', confidence: confidenceOf(ledger, record) })
}

/** They are of the leadership. Whom an order is about does not even see it. */
export function leads({ roles }: Actor): boolean {
  return permits('orders.give', roles)
}

export function summaryOf({ ledger, now }: Look, record: OrderRecord): OrderSummary {
  const { id, number, by, expires, evaluators, contents, given } = record
  const words = wordsOf(ledger, record)
  const named = (person: string) => ({ person, name: ledger.nameOfPerson(person) })
  return {
    ...{ id, number, version: versionOf(ledger, record), state: orderState(record, now) },
    givenAt: given.statement.time,
    by: named(by),
    expires,
    evaluators: evaluators.map(named),
    contents,
    content:
      words === null
        ? null
        : {
            rule: words.rule,
            concerned: words.scope.concerned,
            addresses: words.scope.addresses,
            pseudonyms: words.scope.pseudonyms ?? [],
            ...schoolWindow(words.scope)
          }
  }
}

/**
 * An order as one person sees it.
 *
 * @param flag what the flag is called that it was given on, for whoever may read that
 * @param pack titles of the rules
 */
export function orderOf(
  look: Look,
  record: OrderRecord,
  flag: Order['flag'],
  pack: readonly NamedRule[]
): Order {
  const { ledger, asker } = look
  const summary = summaryOf(look, record)
  const words = wordsOf(ledger, record)
  const { withdrawn } = record
  const { closed } = readEvaluation(ledger, record.id)
  return {
    ...summary,
    details:
      words === null
        ? null
        : {
            occasion: words.occasion,
            suspicion: words.suspicion,
            sources: words.scope.sources.map(({ id, name, format, contents }) => ({
              id,
              name,
              format,
              contents
            })),
            rules: words.scope.rules.map((id) => ({ id, title: titleOf(pack, id) })),
            contentsReason: words.contentsReason
          },
    flag,
    withdrawal:
      withdrawn === null
        ? null
        : {
            at: withdrawn.statement.time,
            name: ledger.nameOf(withdrawn.statement.key),
            reason: withdrawalReason(ledger, record)
          },
    conclusion: closed === null ? null : conclusionOf(look, record, closed),
    may: { withdraw: leads(asker) && asker.fingerprint !== null && summary.state === 'given' }
  }
}

function titleOf(pack: readonly NamedRule[], rule: string): Text | null {
  return pack.find(({ id }) => id === rule)?.title ?? null
}

/** The page of the list that was asked for, newest first. */
export function pageOf(
  look: Look,
  { text, state, offset, limit }: ParsedInput<'orders.query'>
): OperationOutput<'orders.query'> {
  const { ledger, now } = look
  const words = searchWords(text)
  const records = readOrders(ledger).filter((record) => maySee(look, record))
  const found = records.filter((record) => words.length === 0 || holdsWords(keyOf(ledger, record), words))
  const wanted = found.filter((record) => state === null || orderState(record, now) === state).toReversed()
  return {
    all: records.length,
    total: wanted.length,
    rows: wanted.slice(offset, offset + limit).map((record) => summaryOf(look, record)),
    states: orderStates
      .map((name) => ({ name, count: found.filter((record) => orderState(record, now) === name).length }))
      .filter(({ count }) => count > 0)
  }
}

/** What every reader of an order may look for: all of it stands on its page. */
function keyOf(ledger: LedgerView, record: OrderRecord): string {
  const { number, by, evaluators } = record
  const words = wordsOf(ledger, record)
  const about = words?.scope.concerned.flatMap(({ names }) => [fullName(names), names.login]) ?? []
  return searchKey([
    ...[number, ...[by, ...evaluators].map((person) => ledger.nameOfPerson(person)), ...about],
    ...(words === null ? [] : [words.rule, words.occasion, words.suspicion, ...words.scope.addresses])
  ])
}
