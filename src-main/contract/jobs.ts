import { contract as settings } from '../desks/settings/contract'
import { contract as plans } from '../desks/plans/contract'
import { contract as accounts } from '../jobs/accounts/contract'
import { contract as application } from '../jobs/application/contract'
import { contract as caseFile } from '../jobs/caseFile/contract'
import { contract as documents } from '../jobs/documents/contract'
import { contract as disclosures } from '../jobs/disclosures/contract'
import { contract as evaluations } from '../jobs/evaluations/contract'
import { contract as people } from '../jobs/people/contract'
import { contract as sanctions } from '../jobs/sanctions/contract'
import { contract as setup } from '../jobs/setup/contract'
import { contract as ledger } from './ownStatements'

/**
 * The one list of what jobs and desks declare (`contract.ts`), a job that plans by its `Plan.job`. The newest stands last,
 * since kinds of statements stand in the order in which they came. Journal and inbox speak of what all of these declare and
 * so come after them, where operations and inbox kinds are gathered. Failures have a list of their own
 * (`failures/index.ts`), since `Result` hangs on it and everything here on `Result`.
 */
export const contracts = {
  application,
  people,
  plans,
  settings,
  setup,
  sanctions,
  ledger,
  caseFile,
  documents,
  accounts,
  evaluations,
  disclosures
} as const

type Contracts = typeof contracts
/** The union of what all contracts have under a name. */
type Declared<Key extends string> = {
  [Name in keyof Contracts]: Contracts[Name] extends Readonly<Record<Key, infer Table>> ? Table : never
}[keyof Contracts]
/** One table with the rows of all of them, each of its exact type. */
type Merged<Tables> = (Tables extends unknown ? (table: Tables) => void : never) extends (
  table: infer All
) => void
  ? { readonly [Name in keyof All]: All[Name] }
  : never

/** Everything that is declared under a name, as one table. */
export function gather<Key extends 'operations' | 'statements' | 'inboxKinds' | 'dueDone' | 'dueAbout'>(
  key: Key
): Merged<Declared<Key>> {
  const tables = Object.values<Readonly<Record<string, unknown>>>(contracts).map((contract) => contract[key])
  // That the tables are those of the type is what the list says; TypeScript cannot follow it through a loop.
  return Object.assign({}, ...tables) as Merged<Declared<Key>>
}
