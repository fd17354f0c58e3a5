import type { Group } from '../../../contract/accounts'
import { compareText, type RosterPerson } from './persons'

/**
 * How the directory spells the roster's classes. Names are taken as they are, without surrounding spaces; since
 * directories do not tell upper from lower case in group names (RFC 4519, caseIgnoreMatch), `7A` is the
 * existing class `7a`.
 */
export class ClassNames {
  readonly #existing = new Set<string>()
  /** By lower-case name. */
  readonly #spelling = new Map<string, string>()

  /** `listed`: every class that a row of the roster names. */
  constructor(groups: readonly Group[], listed: ReadonlySet<string>) {
    for (const group of groups) {
      if (!group.isClass) continue
      const { name } = group
      this.#existing.add(name)
      this.#spelling.set(name.toLowerCase(), name)
    }
    const names = [...listed].map((name) => name.trim()).sort(compareText)
    for (const name of names) {
      if (name !== '' && !this.#spelling.has(name.toLowerCase())) this.#spelling.set(name.toLowerCase(), name)
    }
  }

  /** Classes of a row as the directory spells them, sorted, without duplicates. */
  of(row: RosterPerson): string[] {
    const names = row.entry.classes
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => this.#spelling.get(name.toLowerCase()) ?? name)
    return [...new Set(names)].sort(compareText)
  }

  exists(name: string): boolean {
    return this.#existing.has(name)
  }

  /** Every name that a class of this roster or directory has or will have. */
  all(): string[] {
    return [...this.#spelling.values()]
  }
}
