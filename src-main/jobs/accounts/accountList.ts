import type {
  Account,
  AccountPage,
  AccountRow,
  AccountState,
  PersonKind,
  accountSortKeys
} from '../../contract/accounts'
import type { ParsedInput } from '../../contract/operations'

type Query = ParsedInput<'accounts.query'>
type SortKey = (typeof accountSortKeys)[number]
type Facets = AccountPage['facets']

const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' })
const spelledOut: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'oe' }

/** Lower case, without accents; `spelled` writes umlauts out, as one does who looks for "Mueller". */
function fold(text: string): string {
  const lower = text.toLowerCase().replaceAll('ß', 'ss')
  return lower.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

function spell(text: string): string {
  return fold(text.toLowerCase().replaceAll(/[äöüßæø]/g, (letter) => spelledOut[letter] ?? letter))
}

/** What the words of a search are looked for in: both ways of writing, with ends that no word crosses. */
function searchKey(account: Account): string {
  const { givenName, familyName, displayName, login, classes, schoolId } = account
  const parts = [givenName, familyName, displayName, login, ...classes, schoolId ?? '']
  const text = parts.join('\n')
  const folded = fold(text)
  const spelled = spell(text)
  return folded === spelled ? folded : `${folded}\n${spelled}`
}

/**
 * All accounts of the directory, indexed for a list that answers while one types. Built for 30,000 accounts: the
 * search keys are made once, each order is computed once from ranks (comparing numbers, not texts), and a query
 * is one walk along an order.
 */
export class AccountList {
  private accounts: Account[]
  private keys: string[]
  private places: Map<string, number>
  private readonly orders = new Map<SortKey, Uint32Array>()
  private allFacets: Facets | null = null

  constructor(
    accounts: readonly Account[],
    /** When the directory was read (ISO, UTC). */
    readonly readAt: string
  ) {
    this.accounts = [...accounts]
    this.keys = this.accounts.map(searchKey)
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

  /** Takes over what one account has become; null: it is gone. */
  update(id: string, account: Account | null): void {
    const place = this.places.get(id)
    this.orders.clear()
    this.allFacets = null
    if (account !== null) {
      const target = place ?? this.accounts.length
      this.accounts[target] = account
      this.keys[target] = searchKey(account)
      this.places.set(id, target)
    } else if (place !== undefined) {
      this.accounts.splice(place, 1)
      this.keys.splice(place, 1)
      this.places = new Map(this.accounts.map((remaining, index) => [remaining.id, index]))
    }
  }

  query(query: Query): AccountPage {
    const words = [...new Set(query.text.split(/\s+/).filter(Boolean).map(fold))]
    const order = this.order(query.sort)
    const counting = words.length > 0 ? new FacetCounter() : null
    const rows: AccountRow[] = []
    let total = 0
    for (let index = 0; index < order.length; index += 1) {
      const place = order[query.descending ? order.length - 1 - index : index] ?? 0
      const key = this.keys[place]
      const account = this.accounts[place]
      if (key === undefined || account === undefined || !words.every((word) => key.includes(word))) continue
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

  private facetsOfAll(): Facets {
    if (this.allFacets === null) {
      const counter = new FacetCounter()
      for (const account of this.accounts) counter.count(account)
      this.allFacets = counter.facets()
    }
    return this.allFacets
  }

  private order(sort: SortKey): Uint32Array {
    const known = this.orders.get(sort)
    if (known !== undefined) return known
    const columns = [...new Set<SortKey>([sort, 'familyName', 'givenName', 'login'])].map((key) =>
      ranks(this.accounts.map((account) => sortText(account, key)))
    )
    const order = Uint32Array.from(this.accounts.keys()).sort((left, right) => {
      for (const column of columns) {
        const difference = (column[left] ?? 0) - (column[right] ?? 0)
        if (difference !== 0) return difference
      }
      return 0
    })
    this.orders.set(sort, order)
    return order
  }
}

/** The place of each text among all of them in German order. Each different text is compared only once. */
function ranks(texts: readonly string[]): Uint32Array {
  const sorted = [...new Set(texts)].sort(collator.compare)
  const rankOf = new Map(sorted.map((text, rank) => [text, rank]))
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

function matches(account: Account, query: Query): boolean {
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
