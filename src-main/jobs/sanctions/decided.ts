import type { Ledger } from '../../core/ledger'

/** Whether the leadership has decided this plan, or that it lifts a measure (P26). */
export function isDecided(ledger: Pick<Ledger, 'naming'>, plan: string): boolean {
  return ledger
    .naming(plan)
    .some(({ statement: { kind } }) => kind === 'case.decided' || kind === 'case.liftDecided')
}
