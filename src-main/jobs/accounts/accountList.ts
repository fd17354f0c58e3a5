import {
  accountSortKeys,
  type Account,
  type AccountPage,
  type AccountRow,
  type AccountState,
  type PersonKind
} from '../../contract/accounts'
import type { ParsedInput } from '../../contract/operations'
import { holdsWords, searchKey, searchWords } from '../../contract/search'

type Query = ParsedInput<'accounts.query'>
type SortKey = (typeof accountSortKeys)[number]
type Facets = AccountPage['facets']

const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' })
function keyOf(account: Account): string {
  const { givenName, familyName, displayName, login, classes, schoolId } = account
  return searchKey([givenName, familyName, displayName, login, ...classes, schoolId ?? ''])
}

/**
 * All accounts of the directory, indexed for a list that answers while one types. Built for 30,000 accounts: the
 * search keys are made once, each order is computed once from ranks (comparing numbers, not texts) and kept up
 * with single changes, and a query is one walk along an order.
 */
export class AccountList {
  private accounts: Account[]
  private keys: string[]
  private places: Map<string, number>
  /** Places of the accounts in ascending order, by what is sorted by. */
  private readonly orders = new Map<SortKey, number[]>()
  private allFacets: Facets | null = null

  constructor(
    accounts: readonly Account[],
    /** When the directory was read (ISO, UTC). */
    readonly readAt: string
  ) {
    this.accounts = [...accounts]
    this.keys = this.accounts.map(keyOf)
    this.places = new Map(this.accounts.map((account, place) => [account.id, place]))
  }

  get size(): number {
    return this.accounts.length
  }

  get all(): readonly Account[] {
    return this.accounts
  }

  find(id: string): Account | undefined {
    const place = this.places.get(id)
    return place === undefined ? undefined : this.accounts[place]
  }

  /**
   * Computes what the first query in each order would wait for, one order at a time so that other work gets its
   * turn in between.
   */
  async warm(): Promise<void> {
    for (const key of accountSortKeys) {
      await new Promise<void>((resolve) => setImmediate(resolve))
      this.order(key)
    }
  }

  /** Takes over what one account has become; null: it is gone. */
  update(id: string, account: Account | null): void {
    const place = this.places.get(id)
    this.allFacets = null
    if (account !== null) {
      const target = place ?? this.accounts.length
      this.accounts[target] = account
      this.keys[target] = keyOf(account)
      this.places.set(id, target)
      for (const [key, order] of this.orders) this.orders.set(key, this.moved(order, key, target))
    } else if (place !== undefined) {
      this.accounts.splice(place, 1)
      this.keys.splice(place, 1)
      this.places = new Map(this.accounts.map((remaining, index) => [remaining.id, index]))
      for (const [key, order] of this.orders) this.orders.set(key, without(order, place))
    }
  }

  query(query: Query): AccountPage {
    const words = searchWords(query.text)
    const order = this.order(query.sort)
    const counting = words.length > 0 ? new FacetCounter() : null
    const rows: AccountRow[] = []
    let total = 0
    for (let index = 0; index < order.length; index += 1) {
      const place = order[query.descending ? order.length - 1 - index : index] ?? 0
      const account = this.accounts[place]
      if (account === undefined || !this.holds(place, words)) continue
      counting?.count(account)
      if (!matches(account, query)) continue
      if (total >= query.offset && rows.length < query.limit) rows.push(rowOf(account))
      total += 1
    }
    return {
      all: this.size,
      total,
      rows,
      facets: counting?.facets() ?? this.facetsOfAll(),
      readAt: this.readAt
    }
  }

  /** All accounts that match, by family name. Words and filters as in `query`. */
  select(selection: Pick<Query, 'text' | 'schoolClass' | 'state'>): Account[] {
    const words = searchWords(selection.text)
    return this.order('familyName').flatMap((place) => {
      const account = this.accounts[place]
      if (account === undefined || !this.holds(place, words)) return []
      return matches(account, { ...selection, group: null, kind: null }) ? [account] : []
    })
  }

  private holds(place: number, words: ReturnType<typeof searchWords>): boolean {
    const key = this.keys[place] ?? ''
    return holdsWords(key, words)
  }

  private facetsOfAll(): Facets {
    if (this.allFacets === null) {
      const counter = new FacetCounter()
      for (const account of this.accounts) counter.count(account)
      this.allFacets = counter.facets()
    }
    return this.allFacets
  }

  private order(sort: SortKey): number[] {
    const known = this.orders.get(sort)
    if (known !== undefined) return known
    const columns = sortColumns(sort).map((key) => ranks(this.accounts, key))
    const order = [...this.accounts.keys()].sort((left, right) => {
      for (const column of columns) {
        const difference = (column[left] ?? 0) - (column[right] ?? 0)
        if (difference !== 0) return difference
      }
      return 0
    })
    this.orders.set(sort, order)
    return order
  }

  /** The order with one place moved to where its account now belongs. */
  private moved(order: readonly number[], sort: SortKey, place: number): number[] {
    const account = this.accounts[place]
    const rest = order.filter((other) => other !== place)
    if (account === undefined) return rest
    let low = 0
    let high = rest.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const other = this.accounts[rest[middle] ?? 0]
      if (other !== undefined && compareAccounts(other, account, sort) <= 0) low = middle + 1
      else high = middle
    }
    rest.splice(low, 0, place)
    return rest
  }
}

function without(order: readonly number[], place: number): number[] {
  return order.filter((other) => other !== place).map((other) => (other > place ? other - 1 : other))
}

/** Accounts that are equal in what is sorted by follow each other by name. */
function sortColumns(sort: SortKey): SortKey[] {
  return [...new Set<SortKey>([sort, 'familyName', 'givenName', 'login'])]
}

function compareAccounts(left: Account, right: Account, sort: SortKey): number {
  for (const key of sortColumns(sort)) {
    const difference = compareTexts(key)(sortText(left, key), sortText(right, key))
    if (difference !== 0) return difference
  }
  return 0
}

/** Logins are plain letters; comparing them by the rules of a language costs much and changes nothing. */
function compareTexts(key: SortKey): (left: string, right: string) => number {
  if (key !== 'login') return collator.compare
  return (left, right) => (left < right ? -1 : left > right ? 1 : 0)
}

/** The place of each account's text among all of them. Each different text is compared only once. */
function ranks(accounts: readonly Account[], key: SortKey): Uint32Array {
  const texts = accounts.map((account) => sortText(account, key))
  const compare = compareTexts(key)
  const rankOf = new Map<string, number>()
  let rank = 0
  let previous: string | undefined
  for (const text of [...new Set(texts)].sort(compare)) {
    // Texts that only differ in case are equal to the collator, and must be in every order.
    if (previous !== undefined && compare(previous, text) !== 0) rank += 1
    rankOf.set(text, rank)
    previous = text
  }
  return Uint32Array.from(texts, (text) => rankOf.get(text) ?? 0)
}

function sortText(account: Account, key: SortKey): string {
  switch (key) {
    case 'class':
      return account.classes.join(' ')
    case 'schoolId':
      return account.schoolId ?? ''
    case 'familyName':
    case 'givenName':
    case 'login':
    case 'state':
      return account[key]
  }
}

function matches(account: Account, query: Pick<Query, 'state' | 'kind' | 'schoolClass' | 'group'>): boolean {
  if (query.state !== null && account.state !== query.state) return false
  if (query.kind !== null && account.kind !== query.kind) return false
  if (query.schoolClass !== null && !account.classes.includes(query.schoolClass)) return false
  return query.group === null || account.groups.includes(query.group)
}

function rowOf(account: Account): AccountRow {
  return {
    id: account.id,
    login: account.login,
    givenName: account.givenName,
    familyName: account.familyName,
    schoolId: account.schoolId,
    kind: account.kind,
    classes: account.classes,
    state: account.state,
    suspension: account.suspension,
    leaverSince: account.leaverSince,
    mustChangePassword: account.mustChangePassword
  }
}

class FacetCounter {
  private readonly classes = new Map<string, number>()
  private readonly groups = new Map<string, number>()
  private readonly states = new Map<AccountState, number>()
  private readonly kinds = new Map<PersonKind, number>()

  count(account: Account): void {
    for (const name of account.classes) increase(this.classes, name)
    for (const name of account.groups) increase(this.groups, name)
    increase(this.states, account.state)
    increase(this.kinds, account.kind)
  }

  facets(): Facets {
    return {
      classes: listed(this.classes),
      groups: listed(this.groups),
      states: listed(this.states),
      kinds: listed(this.kinds)
    }
  }
}

function increase<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function listed<Name extends string>(counts: ReadonlyMap<Name, number>): { name: Name; count: number }[] {
  return [...counts]
    .sort(([left], [right]) => collator.compare(left, right))
    .map(([name, count]) => ({ name, count }))
}
