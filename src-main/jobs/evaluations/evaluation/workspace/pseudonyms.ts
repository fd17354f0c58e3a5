import type { Pseudonym, PseudonymKind } from '../../../../contract/evaluations'
import { fold } from '../../rules/folding'
import { visibleIdentity } from './unseen'

interface Identity {
  readonly pseudonym: Pseudonym
  /** As it was met first. */
  readonly identity: string
}

/** Gives each identity a number by first appearance, and alone knows which is whose. */
export class Pseudonyms {
  private readonly byKey = new Map<string, Identity>()
  private readonly byNumber = new Map<string, Identity>()
  private readonly counts = new Map<PseudonymKind, number>()

  of(kind: PseudonymKind, key: string, identity: string): Pseudonym {
    const known = this.byKey.get(`${kind} ${key}`)
    if (known !== undefined) return known.pseudonym
    const number = (this.counts.get(kind) ?? 0) + 1
    this.counts.set(kind, number)
    const made = { pseudonym: { kind, number }, identity }
    this.byKey.set(`${kind} ${key}`, made)
    this.byNumber.set(nameOf(made.pseudonym), made)
    return made.pseudonym
  }

  /** null: it was not met. */
  find(kind: PseudonymKind, key: string): Pseudonym | null {
    return this.byKey.get(`${kind} ${key}`)?.pseudonym ?? null
  }

  /** Who is behind it, with signs that cannot be seen as their codes; null: there is none of this number. */
  identityOf(pseudonym: Pseudonym): string | null {
    const known = this.byNumber.get(nameOf(pseudonym))
    return known === undefined ? null : visibleIdentity(known.identity)
  }

  countOf(kind: PseudonymKind): number {
    return this.counts.get(kind) ?? 0
  }

  forget(): void {
    this.byKey.clear()
    this.byNumber.clear()
  }
}

export function nameOf({ kind, number }: Pseudonym): string {
  return `${kind}:${number}`
}

/**
 * One person by what a log calls them. Only case and composed letters are the same, and an entry of the directory by its own `uid`:
 * a realm or a domain before or behind a name may make it somebody else's, so that it stays another person.
 */
export function personKey(person: string): string {
  const entry = /^uid=([^,+\\=]+),/i.exec(person)
  return fold(entry?.[1] ?? person)
}

export function addressKey(address: string): string {
  return address.toLowerCase()
}

/** A MAC address in whatever spelling, or the name of a machine. */
export function deviceKey(device: string): string {
  const digits = device.replaceAll(/[-:.]/g, '').toLowerCase()
  return /^[0-9a-f]{12}$/.test(digits) ? digits : fold(device)
}
