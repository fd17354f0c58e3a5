import { listedKinds, personKinds, type ListedKind, type PersonKind } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import { nameKey, parentName } from './names'

/**
 * [Note: mark and container]
 *
 * Two things say of what kind an account is: the container it lies in, and the mark that Netzwart writes into
 * `employeeType`. Neither is certain: people drag entries from one unit to another, and other tools copy entries or fill
 * the attribute, too. A roster governs the accounts of its kind, and suspends those that it does not name. So an account
 * is of a kind only where nothing speaks against it:
 *
 * - in a container of one kind it is of that kind, unless a mark names another one;
 * - in a container of several kinds the mark decides;
 * - outside all containers it is of no kind, whatever its mark is: these places were not given to Netzwart.
 *
 * Guardians are a kind beside the others, whose container only schools have that give them accounts; that somebody is no
 * pupil is said by their mark in any school.
 *
 * Where the two contradict each other it is `other`, which no roster governs. A roster that names the person then has the
 * id number of an account of another kind, which is a doubt that a person settles.
 */

/** What a container of people holds; `shared`: it serves several kinds. */
type Place = ListedKind | 'shared'

/** What a DN belongs to by the container it lies in; of containers inside each other the innermost counts. */
export interface Places {
  /** null: in none of the containers of people. */
  personKindOf(dnKey: string): Place | null
  groupPlaceOf(dnKey: string): 'classes' | 'groups' | null
  /** Whether this container of people is the innermost one around the entry. */
  isIn(dnKey: string, container: string): boolean
}

export function placesOf(layout: DirectoryLayout): Places {
  const { classes, groups } = layout.containers
  const people = new Map<string, Place>()
  for (const kind of listedKinds) {
    const dn = layout.containers[kind]
    if (dn === undefined) continue
    const key = nameKey(dn)
    people.set(key, people.has(key) ? 'shared' : kind)
  }
  const groupPlaces = new Map<string, 'classes' | 'groups'>([
    [nameKey(groups), 'groups'],
    [nameKey(classes), 'classes']
  ])
  return {
    personKindOf: (dnKey) => people.get(innermost(people.keys(), dnKey) ?? '') ?? null,
    groupPlaceOf: (dnKey) => groupPlaces.get(innermost(groupPlaces.keys(), dnKey) ?? '') ?? null,
    isIn: (dnKey, container) => innermost(people.keys(), dnKey) === nameKey(container)
  }
}

function innermost(containers: Iterable<string>, dnKey: string): string | null {
  let best: string | null = null
  for (const container of containers) {
    if (container.length > (best?.length ?? -1) && dnKey.endsWith(`,${container}`)) best = container
  }
  return best
}

/** The kind of an account by its place and the values of the attribute that holds the mark; see the note above. */
export function kindOf(place: Place | null, values: readonly string[]): PersonKind {
  const marks = personKinds.filter((kind) => values.includes(kind))
  if (place === null || marks.length > 1) return 'other'
  const [mark] = marks
  if (place === 'shared') return mark ?? 'other'
  return mark === undefined || mark === place ? place : 'other'
}

/** The container in which an account of this kind is made; null: the app makes no accounts of this kind. */
export function containerOf(layout: DirectoryLayout, kind: PersonKind): string | null {
  return kind === 'other' ? null : (layout.containers[kind] ?? null)
}

/**
 * Where an entry lies once its account is of this kind: in the container of the kind; where it lies in it already, at any
 * depth, it stays where it is. No kind, or one that has no container: it stays.
 */
export function parentForKind(
  dn: string,
  kind: PersonKind | undefined,
  layout: DirectoryLayout,
  places: Places
): string {
  const wanted = kind === undefined ? null : containerOf(layout, kind)
  return wanted === null || places.isIn(nameKey(dn), wanted) ? parentName(dn) : wanted
}
