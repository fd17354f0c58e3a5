import type { Account, Group } from '../../../contract/accounts'
import type { RosterEntry } from '../../../contract/roster'
import type { KnownDifference, RosterScope } from '../../../contract/rosterScope'
import type { Match } from './matching'
import type { RosterPerson } from './persons'
import type { DraftStep } from './steps'

/** Which rows are planned and which accounts may become leavers. */
export class PlanningScope {
  /** Folded; null: all classes. */
  readonly #classes: ReadonlySet<string> | null
  readonly #fold: (name: string) => string

  constructor(
    private readonly scope: RosterScope,
    fold: (name: string) => string
  ) {
    this.#fold = (name) => fold(name.trim())
    this.#classes = scope.classes === null ? null : new Set(scope.classes.map(this.#fold))
  }

  get onlyAdds(): boolean {
    return this.scope.coverage === 'adds'
  }

  /** A row without a class belongs to none. */
  holdsRow({ entry }: RosterPerson): boolean {
    return this.holdsEntry(entry)
  }

  holdsEntry({ classes }: Pick<RosterEntry, 'classes'>): boolean {
    return this.#holds(classes)
  }

  /** Nobody leaves because of a roster that only adds. */
  mayLeave(account: Account): boolean {
    return !this.onlyAdds && this.#holds(account.classes)
  }

  /** Who has an account stays as they are, unless they come back. */
  plans({ row, account }: Match): boolean {
    return this.holdsRow(row) && (!this.onlyAdds || account.account.leaverSince !== null)
  }

  /** Rows that say something about the accounts that may leave: of chosen classes, or of somebody who was in one. */
  countedRows(rows: readonly RosterPerson[], matches: readonly Match[]): readonly RosterPerson[] {
    if (this.#classes === null) return rows
    const known = new Set(
      matches.filter(({ account }) => this.mayLeave(account.account)).map(({ row }) => row)
    )
    return rows.filter((row) => this.holdsRow(row) || known.has(row))
  }

  /** Chosen classes that neither the roster nor the directory has. */
  unknownClasses(rows: readonly RosterPerson[], groups: readonly Group[]): string[] {
    const { classes } = this.scope
    if (classes === null) return []
    const known = new Set(groups.filter(({ isClass }) => isClass).map(({ name }) => this.#fold(name)))
    for (const { entry } of rows) for (const name of entry.classes) known.add(this.#fold(name))
    return classes.filter((name) => !known.has(this.#fold(name)))
  }

  #holds(classes: readonly string[]): boolean {
    const chosen = this.#classes
    return chosen === null || classes.some((name) => chosen.has(this.#fold(name)))
  }
}

/** What the steps that are not planned would have changed, for a person to look at. */
export function differencesOf({ row, account }: Match, steps: readonly DraftStep[]): KnownDifference[] {
  const { id, login, givenName, familyName } = account.account
  const person = { line: row.entry.line, account: id, login, givenName, familyName }
  return steps.flatMap(({ before, after, kind, reason }): KnownDifference[] => {
    if (kind === 'changeGroups')
      return [{ ...person, what: 'groups', from: '', to: textOf(reason.parameters['groups']) }]
    return shownFields.flatMap(([field, what]) =>
      after?.[field] === undefined
        ? []
        : [{ ...person, what, from: textOf(before?.[field]), to: textOf(after[field]) }]
    )
  })
}

const shownFields = [
  ['displayName', 'name'],
  ['schoolId', 'schoolId'],
  ['classes', 'classes']
] as const

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join(', ')
  return typeof value === 'string' ? value : ''
}
