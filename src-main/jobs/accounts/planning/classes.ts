import type { Group } from '../../../contract/accounts'
import { compareText, type RosterPerson } from './persons'

/**
 * How the directory spells the roster's classes. Names are taken as they are, without surrounding spaces; what the
 * directory takes for one name (upper and lower case everywhere, `²a` and `2a` on OpenLDAP) is one class here, too, by
 * the spelling that is there already. A class that is there in just this spelling is always that one.
 */
export class ClassNames {
  readonly #existing = new Set<string>()
  /** By folded name. */
  readonly #spelling = new Map<string, string>()
  readonly #fold: (name: string) => string

  /** `listed`: every class that a row of the roster names. `fold`: see `PlanningInput.foldName`. */
  constructor(groups: readonly Group[], listed: ReadonlySet<string>, fold: (name: string) => string) {
    this.#fold = fold
    for (const group of groups) {
      if (!group.isClass) continue
      this.#existing.add(group.name)
      this.#spelling.set(fold(group.name), group.name)
    }
    const names = [...listed].map((name) => name.trim()).sort(compareText)
    for (const name of names) {
      const key = fold(name)
      if (name !== '' && !this.#spelling.has(key)) this.#spelling.set(key, name)
    }
  }

  /** Classes of a row as the directory spells them, sorted, without duplicates. */
  of(row: RosterPerson): string[] {
    const names = row.entry.classes
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => this.#spelled(name))
    return names.length < 2 ? names : [...new Set(names)].sort(compareText)
  }

  #spelled(name: string): string {
    return this.#existing.has(name) ? name : (this.#spelling.get(this.#fold(name)) ?? name)
  }

  exists(name: string): boolean {
    return this.#existing.has(name)
  }

  /** Every name that a class of this roster or directory has or will have. */
  all(): string[] {
    return [...new Set([...this.#existing, ...this.#spelling.values()])]
  }
}
