import type { Ledger } from '../../core/ledger'

/** When the leadership has decided this plan, or that it lifts a measure (P26; ISO, UTC); null: it has not. */
export function decidedAt(ledger: Pick<Ledger, 'naming'>, plan: string): string | null {
  const decision = ledger
    .naming(plan)
    .find(({ statement: { kind } }) => kind === 'case.decided' || kind === 'case.liftDecided')
  return decision?.statement.time ?? null
}
