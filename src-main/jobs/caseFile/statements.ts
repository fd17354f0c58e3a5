import type { LedgerHead } from '../../contract/ledger'
import { succeed, type Result } from '../../contract/result'
import { draft, type Draft, type Ledger } from '../../core/ledger'
import type { Store } from '../../world/store/port'

/** Says that a backup of so many statements was made. `by`: whoever asked; null: nobody, as long as nobody is known. */
export async function sayBackup(
  ledger: Ledger,
  statements: number,
  { hash }: LedgerHead,
  by: string | null
): Promise<Result<undefined>> {
  return say(ledger, draft('backup.made', 'ledger', { statements, head: hash, by }, null))
}

/** Says once that the case file has moved. `after`: number of the newest statement when it moved. */
export async function sayMove(
  ledger: Ledger,
  from: Store['kind'],
  to: Store['kind'],
  after: number,
  by: string | null
): Promise<Result<undefined>> {
  const isSaid = ledger
    .about('ledger')
    .some(({ statement }) => statement.kind === 'store.moved' && statement.sequence > after)
  return isSaid ? succeed() : say(ledger, draft('store.moved', 'ledger', { from, to, by }, null))
}

async function say(ledger: Ledger, said: Draft): Promise<Result<undefined>> {
  const recorded = await ledger.record(said)
  return recorded.ok ? succeed() : recorded
}
