import type { DirectoryLayout } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import type { LdapEntry } from './entry'
import { any, equals, type Filter } from './filters'
import type { FoldName } from './folding'
import { JointQuestion } from './jointQuestion'
import { nameKey } from './names'
import type { LdapSession } from './session'

/** What only one entry may have. null: it has none, or it is not looked at. */
export interface OwnNames {
  /** DN of the entry that is not "another one"; null: there is none yet. */
  readonly dn: string | null
  readonly login: string | null
  readonly number: number | null
  /** An address that Netzwart has made; one from a roster may belong to a family. */
  readonly mail: string | null
}

/** An address that the layout makes from the login; null: there is none, or it came from a roster. */
export function madeMail(layout: DirectoryLayout, login: string, mail: string | null): string | null {
  const made = layout.mailAddress.replaceAll('{login}', () => login)
  return made !== '' && mail?.toLowerCase() === made.toLowerCase() ? mail : null
}

/** What another entry has, too. */
export interface Shared {
  readonly login: boolean
  readonly number: boolean
  readonly mail: boolean
}

/** Which attributes a server keeps them in, and how it compares logins. */
export interface NameAttributes {
  readonly login: string
  readonly number: string
  readonly mail: string
  readonly fold: FoldName
}

/**
 * Accounts asked for in one search; each has up to three terms in the filter. The server compares each entry that it finds
 * with all terms, so that twice as many are four times the work.
 */
const mostAtOnce = 24

/**
 * [Note: look after the deed]
 *
 * No server of the OpenLDAP kind watches over a login in two containers or over a number, and what was read before an
 * account is made is old by the time it is made: another PC, another tool. So the account is made first and looked at
 * after. Of two who make the same at the same time, the one whose entry comes second sees the other's when it looks,
 * whatever the order of everything else; whoever sees another one gives way. Both may give way, and then try again after
 * a pause by chance. Never do both stay.
 *
 * This holds for one server. Where two PCs write to two servers that copy each other later, neither can see the other.
 */
export class Uniqueness {
  readonly #session: LdapSession
  readonly #bases: readonly string[]
  readonly #attributes: NameAttributes
  readonly #looks: JointQuestion<OwnNames, Result<Shared>>

  constructor(session: LdapSession, bases: readonly string[], attributes: NameAttributes) {
    this.#session = session
    this.#bases = bases
    this.#attributes = attributes
    this.#looks = new JointQuestion(mostAtOnce, (asked) => this.#lookAll(asked))
  }

  /** Looks whether other entries have these, too. Those who ask at the same time share a search. */
  look(names: OwnNames): Promise<Result<Shared>> {
    return this.#looks.ask(names)
  }

  async #lookAll(asked: readonly OwnNames[]): Promise<(names: OwnNames) => Result<Shared>> {
    const found = await this.#search(asked)
    if (!found.ok) return () => found
    const holders = this.#holdersOf(found.value)
    return (names) => succeed(this.#compare(names, holders))
  }

  async #search(asked: readonly OwnNames[]): Promise<Result<LdapEntry[]>> {
    const { login, number, mail } = this.#attributes
    const terms = asked.flatMap((names): Filter[] => [
      ...(names.login === null ? [] : [equals(login, names.login)]),
      ...(names.number === null ? [] : [equals(number, String(names.number))]),
      ...(names.mail === null ? [] : [equals(mail, names.mail)])
    ])
    if (terms.length === 0) return succeed([])
    const entries: LdapEntry[] = []
    for (const [index, base] of this.#bases.entries()) {
      const attributes = [login, number, mail]
      const found = await this.#session.search({ base, scope: 'sub', filter: any(...terms), attributes })
      if (found.ok) entries.push(...found.value)
      // A container outside the base that is not there yet holds nothing.
      else if (index === 0 || found.failure.code !== 'directory.notFound') return found
    }
    return succeed(entries)
  }

  /** Which entries (keys of their DNs) have a login, number or address. */
  #holdersOf(entries: readonly LdapEntry[]): Map<string, Set<string>> {
    const { login, number, mail } = this.#attributes
    const holders = new Map<string, Set<string>>()
    for (const entry of entries) {
      const dnKey = nameKey(entry.dn)
      const keys = [
        ...entry.all(login.toLowerCase()).map((text) => this.#key('login', text)),
        ...entry.all(number.toLowerCase()).map((text) => this.#key('number', text)),
        ...entry.all(mail.toLowerCase()).map((text) => this.#key('mail', text))
      ]
      for (const key of keys) holders.set(key, (holders.get(key) ?? new Set()).add(dnKey))
    }
    return holders
  }

  #key(what: keyof Shared, text: string): string {
    return `${what} ${what === 'login' ? this.#attributes.fold(text) : text.trim().toLowerCase()}`
  }

  #compare(own: OwnNames, holders: ReadonlyMap<string, ReadonlySet<string>>): Shared {
    const ownKey = own.dn === null ? null : nameKey(own.dn)
    const shared = (what: keyof Shared, value: string | null): boolean => {
      const those = value === null ? undefined : holders.get(this.#key(what, value))
      return those !== undefined && [...those].some((dnKey) => dnKey !== ownKey)
    }
    return {
      login: shared('login', own.login),
      number: shared('number', own.number === null ? null : String(own.number)),
      mail: shared('mail', own.mail)
    }
  }
}
