import type { Group } from '../../../contract/accounts'
import { holdsGroup, type ModuleGroups } from '../../../contract/modules'
import type { RosterNotice } from '../../../contract/rosterNotices'

/**
 * Groups that a roster may bring persons into: those of the directory that are neither a class, which has a column of its
 * own, nor the group of a module, which is given and refused by decision (P10, P11). Nobody is ever taken out of one.
 */
export class GroupNames {
  /** By folded name. */
  readonly #joinable = new Map<string, string>()
  readonly #exact = new Set<string>()
  readonly #fold: (name: string) => string
  readonly #left = new Set<string>()

  constructor(groups: readonly Group[], modules: ModuleGroups, fold: (name: string) => string) {
    this.#fold = fold
    const mapped = Object.values(modules).filter((group) => group !== '')
    for (const { name, isClass } of groups) {
      if (isClass || holdsGroup(mapped, name)) continue
      this.#exact.add(name)
      this.#joinable.set(fold(name), name)
    }
  }

  /** As the directory spells them, sorted; what cannot be joined is remembered. */
  of(listed: readonly string[]): string[] {
    if (listed.length === 0) return []
    const found = new Set<string>()
    for (const name of listed) {
      const group = this.#exact.has(name) ? name : this.#joinable.get(this.#fold(name))
      if (group === undefined) this.#left.add(name)
      else found.add(group)
    }
    return [...found].sort()
  }

  /** Those of `listed` that the person is not in yet. */
  missing(listed: readonly string[], held: readonly string[]): string[] {
    if (listed.length === 0) return []
    const folded = new Set(held.map(this.#fold))
    return this.of(listed).filter((name) => !folded.has(this.#fold(name)))
  }

  /** What was listed and cannot be joined. */
  notices(): RosterNotice[] {
    const names = [...this.#left].sort()
    if (names.length === 0) return []
    const shown = names.slice(0, shownNames).join(', ')
    return [
      {
        code: 'groupsNotJoined',
        parameters: { count: names.length, groups: names.length > shownNames ? `${shown}, …` : shown }
      }
    ]
  }
}

const shownNames = 10
