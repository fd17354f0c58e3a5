import { randomInt } from 'node:crypto'
import { fail, succeed, type Result } from '../../../contract/result'
import type { LdapEntry } from '../ldap/entry'
import { any, present } from '../ldap/filters'
import { foldForOpenLdap } from '../ldap/folding'
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

/** How long what was read of logins and numbers is trusted before an account is made, in milliseconds. */
const freshness = 60_000
/** The same after it has turned out that somebody else gives out numbers, too. */
const freshnessInCompany = 1_000
/** How far apart two who give out numbers at the same time put themselves. */
const widestLeap = 10_000

/**
 * Who has which login and number below the base, as it was when it was read. Logins are unique in the whole directory,
 * not only in their container, and the server does not watch over that; numbers grow from the highest in use. What is
 * given out here is a proposal: others give out numbers at the same time, and only a look after the account was made
 * (`Uniqueness`) shows that nobody else has taken the same.
 */
export class LoginRegister {
  readonly #session: LdapSession
  readonly #bases: readonly string[]
  readonly #reserved = new Set<string>()
  readonly #given = new Set<number>()
  #highest = firstNumber - 1
  #reading: Promise<Result<Reading>> | null = null
  #known: Reading | null = null
  #readAt = Number.NEGATIVE_INFINITY

  constructor(session: LdapSession, bases: readonly string[]) {
    this.#session = session
    this.#bases = bases
  }

  /**
   * Takes the login and a number for a new account; null: the login is taken. `release` gives it back. `looked`: a look at
   * the directory has just shown that nobody has it; what was read before may tell of an account that has gone since.
   */
  async reserve(login: string, looked = false): Promise<Result<NewAccountNumbers | null>> {
    const reading = await this.#read(freshness, 0)
    if (!reading.ok) return reading
    const key = foldForOpenLdap(login)
    if (this.#reserved.has(key) || (!looked && reading.value.logins.has(key))) return succeed(null)
    this.#reserved.add(key)
    const uidNumber = this.#nextNumber(reading.value)
    if (!uidNumber.ok) {
      this.#reserved.delete(key)
      return uidNumber
    }
    return succeed({ uidNumber: uidNumber.value, gidNumber: reading.value.usualGroup })
  }

  /**
   * Another number for an account whose number somebody else has given out, too. Both sides may see the clash at the same
   * time; so each leaps by chance, and they do not meet again at the next number.
   */
  async anotherNumber(): Promise<Result<number>> {
    const reading = await this.#read(freshnessInCompany, 1 + randomInt(widestLeap))
    return reading.ok ? this.#nextNumber(reading.value) : reading
  }

  /** The login is free again: the account was not made, was renamed or deleted. */
  release(login: string): void {
    const key = foldForOpenLdap(login)
    this.#reserved.delete(key)
    this.#known?.logins.delete(key)
  }

  /**
   * Somebody has the login now, which was not known when logins were read. As with everything that was read, a look may
   * show later that it is free again.
   */
  isTaken(login: string): void {
    const key = foldForOpenLdap(login)
    this.#reserved.delete(key)
    this.#known?.logins.add(key)
  }

  async #read(trusted: number, leap: number): Promise<Result<Reading>> {
    const now = performance.now()
    if (this.#reading === null || now - this.#readAt > trusted) {
      this.#readAt = now
      this.#reading = readAll(this.#session, this.#bases).then((read) => {
        if (read.ok) this.#highest = Math.max(this.#highest, read.value.highest) + leap
        return read
      })
    }
    const attempt = this.#reading
    const reading = await attempt
    if (reading.ok) this.#known = reading.value
    else if (this.#reading === attempt) this.#reading = null
    return reading
  }

  #nextNumber({ numbers }: Reading): Result<number> {
    const isFree = (number: number): boolean =>
      !reservedNumbers.has(number) && !numbers.has(number) && !this.#given.has(number)
    let next = this.#highest + 1
    while (next <= lastNumber && !isFree(next)) next++
    if (next <= lastNumber) this.#highest = next
    else {
      // Somebody has gone to the very end: what is left are the holes below.
      next = firstNumber
      while (next <= lastNumber && !isFree(next)) next++
      if (next > lastNumber) return fail('directory.notSupported', { capability: 'uidNumber' })
    }
    this.#given.add(next)
    return succeed(next)
  }
}

interface Reading {
  /** Folded. */
  readonly logins: Set<string>
  readonly numbers: ReadonlySet<number>
  readonly highest: number
  readonly usualGroup: number
}

async function readAll(session: LdapSession, bases: readonly string[]): Promise<Result<Reading>> {
  const logins = new Set<string>()
  const numbers = new Set<number>()
  const groups = new Map<number, number>()
  let highest = firstNumber - 1
  const visit = (entry: LdapEntry): void => {
    for (const login of entry.all('uid')) logins.add(foldForOpenLdap(login))
    const number = Number(entry.first('uidnumber') ?? 0)
    if (number >= firstNumber) numbers.add(number)
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
  return succeed({ logins, numbers, highest, usualGroup: usual?.[0] ?? defaultGroupNumber })
}
