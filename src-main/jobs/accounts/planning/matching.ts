import { personKinds } from '../../../contract/accounts'
import type { DoubtfulMatch, MatchDecisions } from '../../../contract/roster'
import { CandidateIndex, type Candidate, type Why } from './candidates'
import { isOtherPerson, isSamePerson, isSwapped } from './identity'
import type { Pace } from './pace'
import {
  addTo,
  compareText,
  keyOf,
  NearlyUnique,
  type AccountsById,
  type DirectoryPerson,
  type RosterPerson
} from './persons'
import { isOwnNumber } from './schoolIds'

/** A row and the account that belongs to it. */
export interface Match {
  readonly row: RosterPerson
  readonly account: DirectoryPerson
  /** A person decided it; the school's id number did not say so. */
  readonly decided: boolean
}

export interface Matching {
  readonly matches: readonly Match[]
  /** Persons without an account. */
  readonly newcomers: readonly RosterPerson[]
  readonly doubtful: readonly DoubtfulMatch[]
  /** Accounts that may belong to a row nobody has decided on: they must not become leavers. */
  readonly spared: ReadonlySet<string>
}

export interface MatchingInput {
  /** Rows in their stable order. */
  readonly rows: readonly RosterPerson[]
  readonly accounts: readonly DirectoryPerson[]
  readonly byId: AccountsById
  readonly decisions: MatchDecisions
  /** See `PlanningInput`. */
  readonly childrenOf: ReadonlyMap<string, readonly string[]>
  /** Accounts that the roster mentions in another way; they belong to no other row. */
  readonly mentioned: ReadonlySet<string>
}

/**
 * Which account belongs to which row. The school's id number is the key, within one kind of person (pupils and
 * teachers may be numbered independently), unless everything else says that it is somebody else: an id alone proves
 * no person. Rows without an id are matched by name and birth date, and so are rows whose account has only a number
 * that Netzwart gave it. What is not certain is never guessed: it becomes a doubtful match, and a person decides.
 *
 * In this order: ids; name and birth date; a guardian's name and child; decisions; doubts among the accounts that are left. A proof always
 * goes before a decision, so a decision cannot take an account away from the person it belongs to.
 */
export async function matchRoster(input: MatchingInput, pace: Pace): Promise<Matching> {
  const matcher = new Matcher(input, pace)
  await matcher.matchIds()
  await matcher.matchNamesAndBirthDates()
  await matcher.matchGuardians()
  await matcher.takeDecisions()
  return matcher.finish()
}

class Matcher {
  readonly #input: MatchingInput
  readonly #pace: Pace
  readonly #matches: Match[] = []
  readonly #newcomers: RosterPerson[] = []
  readonly #claimed: Set<string>
  /** Only made where a name differs. */
  #byName: Map<string, DirectoryPerson[]> | null = null
  #byAccount: Map<string, DirectoryPerson> | null = null
  #schoolIds: ReadonlySet<string> | null = null
  /** Rows without an account yet. */
  #open: RosterPerson[] = []
  /** Doubts that stand before any search: two accounts with one id, an id of another kind, equal rows. */
  readonly #certainDoubts = new Map<RosterPerson, readonly Candidate[]>()
  /** Rows that were decided in a way that is not possible; they stay doubtful. */
  readonly #refused = new Set<RosterPerson>()
  readonly #skipped = new Set<RosterPerson>()

  constructor(input: MatchingInput, pace: Pace) {
    this.#input = input
    this.#pace = pace
    this.#claimed = new Set(input.mentioned)
  }

  async matchIds(): Promise<void> {
    const rowsById = new NearlyUnique<RosterPerson>()
    for (const row of this.#input.rows) {
      if (this.#pace.isDue()) await this.#pace.rest()
      if (row.schoolId === null) this.#open.push(row)
      else rowsById.add(keyOf(row.kind, row.schoolId), row)
    }
    for (const key of rowsById.keys()) {
      if (this.#pace.isDue()) await this.#pace.rest()
      const row = rowsById.only(key)
      const account = this.#input.byId.only(key)
      if (row !== undefined && account !== undefined) this.#matchOne(row, account)
      else this.#matchSeveral(rowsById.all(key), this.#input.byId.all(key))
    }
  }

  #matchOne(row: RosterPerson, account: DirectoryPerson): void {
    const swapped = isSwapped(row, account)
    if (!swapped && !isOtherPerson(row, account) && !this.#isSomebodyElse(row, account)) {
      this.#claim({ row, account, decided: false })
      return
    }
    this.#open.push(row)
    this.#doubt([row], [account], swapped ? 'swappedNames' : 'sameIdOtherPerson')
  }

  #matchSeveral(rows: readonly RosterPerson[], accounts: readonly DirectoryPerson[]): void {
    this.#open.push(...rows)
    if (rows.length > 1 || accounts.length > 1) {
      this.#doubt(rows, accounts, 'namesakes')
      return
    }
    const schoolId = rows[0]?.schoolId ?? ''
    if (!this.#anybodysIds().has(schoolId)) return
    const others = personKinds.flatMap((kind) => this.#input.byId.all(keyOf(kind, schoolId)))
    if (others.length > 0) this.#doubt(rows, others, 'sameIdOtherKind')
  }

  /** School ids of accounts of any kind. */
  #anybodysIds(): ReadonlySet<string> {
    this.#schoolIds ??= new Set(this.#input.accounts.map(({ account }) => account.schoolId?.trim() ?? ''))
    return this.#schoolIds
  }

  /** By the id of the account. */
  #person(account: string): DirectoryPerson | undefined {
    this.#byAccount ??= new Map(this.#input.accounts.map((person) => [person.account.id, person]))
    return this.#byAccount.get(account)
  }

  /** The row has another name than its id's account, and it is just what another account is called. */
  #isSomebodyElse(row: RosterPerson, account: DirectoryPerson): boolean {
    if (row.name.full === account.name.full) return false
    if (this.#byName === null) {
      this.#byName = new Map()
      for (const person of this.#input.accounts)
        addTo(this.#byName, keyOf(person.account.kind, person.name.full), person)
    }
    const namesakes = this.#byName.get(keyOf(row.kind, row.name.full)) ?? []
    return namesakes.some((person) => isSamePerson(row, person))
  }

  async matchNamesAndBirthDates(): Promise<void> {
    if (this.#open.length === 0) return
    const accounts = new Map<string, DirectoryPerson[]>()
    for (const person of this.#input.accounts) {
      if (this.#pace.isDue()) await this.#pace.rest()
      if (person.birthDate === null || this.#claimed.has(person.account.id)) continue
      addTo(accounts, keyOf(person.account.kind, person.name.full, person.birthDate), person)
    }
    // A number of Netzwart's own stands for none: the school's takes its place.
    const ownNumbers = (row: RosterPerson): DirectoryPerson[] =>
      row.schoolId === null || this.#certainDoubts.has(row)
        ? []
        : (accounts.get(keyOf(row.kind, row.name.full, row.entry.birthDate ?? '')) ?? []).filter(
            ({ account }) => isOwnNumber(account.schoolId)
          )
    const rows = new Map<string, RosterPerson[]>()
    const rest: RosterPerson[] = []
    for (const row of this.#open) {
      if (this.#pace.isDue()) await this.#pace.rest()
      const { birthDate } = row.entry
      if (birthDate === null || (row.schoolId !== null && ownNumbers(row).length === 0)) rest.push(row)
      else addTo(rows, keyOf(row.kind, row.name.full, birthDate), row)
    }
    this.#open = rest
    for (const [key, same] of rows) {
      if (this.#pace.isDue()) await this.#pace.rest()
      const candidates = accounts.get(key) ?? []
      const [row] = same
      const [account] = candidates
      if (same.length === 1 && candidates.length === 1 && row !== undefined && account !== undefined) {
        this.#claim({ row, account, decided: false })
      } else {
        this.#open.push(...same)
        if (candidates.length > 0) this.#doubt(same, candidates, 'namesakes')
      }
    }
  }

  /** A guardian without a number is known by name and by a child that an earlier list has named, too. */
  async matchGuardians(): Promise<void> {
    const { accounts, childrenOf } = this.#input
    const isNameless = (row: RosterPerson): boolean =>
      row.kind === 'guardian' && row.schoolId === null && (row.entry.children?.length ?? 0) > 0
    if (childrenOf.size === 0 || !this.#open.some(isNameless)) return
    const byNameAndChild = new Map<string, DirectoryPerson[]>()
    for (const person of accounts) {
      if (this.#pace.isDue()) await this.#pace.rest()
      if (person.account.kind !== 'guardian' || this.#claimed.has(person.account.id)) continue
      for (const child of childrenOf.get(person.account.id) ?? [])
        addTo(byNameAndChild, keyOf(person.name.full, child), person)
    }
    const found = new Map<RosterPerson, DirectoryPerson>()
    const rowsOf = new Map<DirectoryPerson, number>()
    for (const row of this.#open) {
      if (!isNameless(row)) continue
      const persons = new Set(
        row.entry.children?.flatMap((child) => byNameAndChild.get(keyOf(row.name.full, child)) ?? [])
      )
      const [person] = persons
      for (const one of persons) rowsOf.set(one, (rowsOf.get(one) ?? 0) + 1)
      if (person !== undefined && persons.size === 1) found.set(row, person)
    }
    this.#open = this.#open.filter((row) => {
      const account = found.get(row)
      if (account === undefined || rowsOf.get(account) !== 1) return true
      this.#claim({ row, account, decided: false })
      return false
    })
  }

  async takeDecisions(): Promise<void> {
    const { decisions } = this.#input
    // A row's name is a hash; without decisions nobody asks for it.
    if (Object.keys(decisions).length === 0) return
    const named = new Map<string, number>()
    for (const row of this.#open) {
      if (this.#pace.isDue()) await this.#pace.rest()
      const decision = decisions[row.row]
      if (typeof decision === 'object') named.set(decision.account, (named.get(decision.account) ?? 0) + 1)
    }
    const open: RosterPerson[] = []
    for (const row of this.#open) {
      if (this.#pace.isDue()) await this.#pace.rest()
      const decision = decisions[row.row]
      if (decision === 'skip') {
        this.#skipped.add(row)
        open.push(row)
      } else if (decision === 'new' && this.#mayBeNew(row)) {
        this.#newcomers.push(row)
      } else if (typeof decision === 'object' && named.get(decision.account) === 1) {
        const account = this.#person(decision.account)
        if (account !== undefined && this.#mayBelong(row, account))
          this.#claim({ row, account, decided: true })
        else this.#refuse(row, open)
      } else if (decision === undefined) {
        open.push(row)
      } else {
        this.#refuse(row, open)
      }
    }
    this.#open = open
  }

  async finish(): Promise<Matching> {
    const doubtful: DoubtfulMatch[] = []
    const spared = new Set<string>()
    const index = this.#open.length === 0 ? null : await CandidateIndex.build(this.#unclaimed(), this.#pace)
    for (const row of this.#open) {
      if (this.#pace.isDue()) await this.#pace.rest()
      const certain = this.#certainDoubts.get(row)
      const isAlone = certain === undefined && index?.isEmpty === true
      const candidates = isAlone ? [] : await this.#candidatesOf(row, index)
      for (const { person } of candidates) spared.add(person.account.id)
      if (this.#skipped.has(row)) continue
      if (candidates.length > 0 || certain !== undefined || this.#refused.has(row))
        doubtful.push(describe(row, candidates, this.#mayBeNew(row)))
      else this.#newcomers.push(row)
    }
    return { matches: this.#matches, newcomers: this.#newcomers, doubtful, spared }
  }

  #unclaimed(): DirectoryPerson[] {
    return this.#input.accounts.filter((person) => !this.#claimed.has(person.account.id))
  }

  async #candidatesOf(row: RosterPerson, index: CandidateIndex | null): Promise<readonly Candidate[]> {
    const certain = this.#certainDoubts.get(row)
    if (certain === undefined) return (await index?.search(row, this.#pace)) ?? []
    const free = certain.filter(({ person }) => !this.#claimed.has(person.account.id))
    if (!certain.some(({ why }) => why === 'sameIdOtherPerson')) return free
    // Somebody else's number: the person may have an account under another one.
    const found = new Set(free.map(({ person }) => person))
    const byName = (await index?.searchByName(row, this.#pace)) ?? []
    return [...free, ...byName.filter(({ person }) => !found.has(person))]
  }

  #claim(match: Match): void {
    this.#claimed.add(match.account.account.id)
    this.#matches.push(match)
  }

  #refuse(row: RosterPerson, open: RosterPerson[]): void {
    this.#refused.add(row)
    open.push(row)
  }

  #doubt(rows: readonly RosterPerson[], accounts: readonly DirectoryPerson[], why: Why): void {
    const candidates = accounts.map((person) => ({ person, why }))
    for (const row of rows) this.#certainDoubts.set(row, candidates)
  }

  /** A second account under one school id would be matched to nobody ever after. */
  #mayBeNew(row: RosterPerson): boolean {
    if (row.schoolId === null) return true
    if (this.#input.byId.has(keyOf(row.kind, row.schoolId))) return false
    const certain = this.#certainDoubts.get(row)
    return certain === undefined || certain.some(({ why }) => why === 'sameIdOtherKind')
  }

  /** Another kind only where the id says so: an administrator's account is not for the taking. */
  #mayBelong(row: RosterPerson, person: DirectoryPerson): boolean {
    if (this.#claimed.has(person.account.id)) return false
    if (person.account.kind === row.kind) return true
    return this.#certainDoubts.get(row)?.some((candidate) => candidate.person === person) ?? false
  }
}

function byLogin(first: Candidate, second: Candidate): number {
  const [one, other] = [first.person.account, second.person.account]
  return compareText(one.login, other.login) || compareText(one.id, other.id)
}

function describe(row: RosterPerson, candidates: readonly Candidate[], newPossible: boolean): DoubtfulMatch {
  return {
    row: row.row,
    line: row.entry.line,
    entry: row.entry,
    candidates: [...candidates].sort(byLogin).map(({ person: { account, birthDate }, why }) => ({
      account: account.id,
      login: account.login,
      givenName: account.givenName,
      familyName: account.familyName,
      schoolId: account.schoolId,
      classes: account.classes,
      birthDate,
      ...(account.leaverSince === null ? {} : { leaverSince: account.leaverSince }),
      why
    })),
    ...(newPossible ? {} : { newPossible })
  }
}
