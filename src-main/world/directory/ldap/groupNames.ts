import type { FoldName } from './folding'
import { firstNameValue, parentName } from './names'

/** A group as far as its name goes. */
interface NamedGroup {
  readonly dn: string
  readonly name: string
  readonly isClass: boolean
  /** As the server writes it; text order is order in time. Empty: unknown. */
  readonly createdAt: string
}

/**
 * [Note: groups of one name] Servers allow groups of one name in different units. Outside the adapter a group is its
 * name, so each gets one of its own: the oldest keeps the plain one, every other one adds its unit, "drucker (haus-b)".
 * What the plain name means therefore never changes because another group appears: kept plans, decisions and the
 * modules in the settings go on meaning the group that they meant.
 */
export function distinctNames<Group extends NamedGroup>(groups: readonly Group[], fold: FoldName): Group[] {
  const taken = new Set<string>()
  const named = new Map<Group, string>()
  for (const group of groups.toSorted(byAge)) {
    const unit = firstNameValue(parentName(group.dn)) ?? ''
    const candidates = [group.name, `${group.name} (${unit})`, `${group.name} (${parentName(group.dn)})`]
    const name =
      candidates.find((candidate) => !taken.has(groupKey(candidate, group.isClass, fold))) ?? group.dn
    taken.add(groupKey(name, group.isClass, fold))
    named.set(group, name)
  }
  return groups.map((group) => ({ ...group, name: named.get(group) ?? group.name }))
}

/** What a name is looked up by: classes and other groups have names of their own, and servers take several for one. */
export function groupKey(name: string, isClass: boolean, fold: FoldName): string {
  return `${isClass ? 'class' : 'group'}:${fold(name)}`
}

function byAge(one: NamedGroup, other: NamedGroup): number {
  return compare(one.createdAt, other.createdAt) || compare(one.dn.toLowerCase(), other.dn.toLowerCase())
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
