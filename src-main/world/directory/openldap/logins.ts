import { succeed, type Result } from '../../../contract/result'
import type { LdapEntry } from '../ldap/entry'
import { any, present } from '../ldap/filters'
import type { LdapSession } from '../ldap/session'
import type { NewAccountNumbers } from './changes'

/** First number of a person; below are the system's own accounts (Debian policy 9.2.2). */
const firstNumber = 10_000
/** Beyond lie numbers that systems map dynamically (systemd, containers, winbind). */
const lastNumber = 2_000_000_000
/** `nobody` and the 16-bit "no user". */
const reservedNumbers = new Set([65_534, 65_535])
/** The group `users` of Debian, where the directory shows no other custom. */
const defaultGroupNumber = 100

/** How long what was read of logins and numbers is trusted, in milliseconds. */
const freshness = 60_000

/**
 * Who has which login and number below the base. Logins are unique in the whole directory, not only in their
 * container, and the server does not watch over that; numbers grow from the highest in use.
 */
export class LoginRegister {
  readonly #session: LdapSession
  readonly #bases: readonly string[]
  readonly #reserved = new Set<string>()
  #highest = firstNumber - 1
  #reading: Promise<Result<Reading>> | null = null
  #known: Reading | null = null
  #readAt = Number.NEGATIVE_INFINITY

  constructor(session: LdapSession, bases: readonly string[]) {
    this.#session = session
    this.#bases = bases
  }

  /** Takes the login and a number for a new account; null: the login is taken. `release` gives it back. */
  async reserve(login: string): Promise<Result<NewAccountNumbers | null>> {
    const now = performance.now()
    if (this.#reading === null || now - this.#readAt > freshness) {
      this.#readAt = now
      this.#reading = readAll(this.#session, this.#bases)
    }
    const attempt = this.#reading
    const reading = await attempt
    if (!reading.ok) {
      if (this.#reading === attempt) this.#reading = null
      return reading
    }
    this.#known = reading.value
    const key = login.toLowerCase()
    if (this.#reserved.has(key) || reading.value.logins.has(key)) return succeed(null)
    this.#reserved.add(key)
    return succeed({
      uidNumber: this.#nextNumber(reading.value.highest),
      gidNumber: reading.value.usualGroup
    })
  }

  /** The login is free again: the account was not made, was renamed or deleted. */
  release(login: string): void {
    const key = login.toLowerCase()
    this.#reserved.delete(key)
    this.#known?.logins.delete(key)
  }

  #nextNumber(highestRead: number): number {
    let next = Math.max(this.#highest, highestRead) + 1
    while (reservedNumbers.has(next)) next++
    this.#highest = next
    return next
  }
}

interface Reading {
  readonly logins: Set<string>
  readonly highest: number
  readonly usualGroup: number
}

async function readAll(session: LdapSession, bases: readonly string[]): Promise<Result<Reading>> {
  const logins = new Set<string>()
  const groups = new Map<number, number>()
  let highest = firstNumber - 1
  const visit = (entry: LdapEntry): void => {
    for (const login of entry.all('uid')) logins.add(login.toLowerCase())
    const number = Number(entry.first('uidnumber') ?? 0)
    if (number > highest && number <= lastNumber && !reservedNumbers.has(number)) highest = number
    const group = Number(entry.first('gidnumber') ?? 0)
    if (number >= firstNumber && group > 0) groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  for (const base of bases) {
    const read = await session.searchEach(
      {
        base,
        scope: 'sub',
        filter: any(present('uid'), present('uidNumber')),
        attributes: ['uid', 'uidNumber', 'gidNumber']
      },
      visit
    )
    if (!read.ok && read.failure.code !== 'directory.notFound') return read
  }
  const usual = [...groups].sort(([, one], [, other]) => other - one)[0]
  return succeed({ logins, highest, usualGroup: usual?.[0] ?? defaultGroupNumber })
}
