import type { PersonKind } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import { equals, any } from '../ldap/filters'
import { childName, firstNameValue, nameKey, parseName } from '../ldap/names'
import type { LdapSession } from '../ldap/session'

type ContainerName = keyof DirectoryLayout['containers']

/** Names that schools give their organisational units, the usual ones first; compared without case. */
const knownNames: Readonly<Record<ContainerName | 'people', readonly string[]>> = {
  pupil: [
    'pupils',
    'schueler',
    'schüler',
    'schuelerinnen und schueler',
    'schülerinnen und schüler',
    'students'
  ],
  teacher: ['teachers', 'lehrer', 'lehrkraefte', 'lehrkräfte'],
  staff: ['staff', 'personal', 'mitarbeiter', 'verwaltung'],
  classes: ['classes', 'klassen', 'schoolclasses'],
  groups: ['groups', 'gruppen', 'group'],
  people: ['people', 'users', 'accounts', 'benutzer', 'personen', 'konten']
}

const defaultNames: Readonly<Record<ContainerName, string>> = {
  pupil: 'pupils',
  teacher: 'teachers',
  staff: 'staff',
  classes: 'classes',
  groups: 'groups'
}

/** How deep below the base containers are looked for; deeper ones are set by hand. */
const deepest = 3

/**
 * The layout that the existing units suggest: for each purpose the unit of a known name nearest to the base.
 * Where no kind of person has a unit of its own but one unit holds all people, it serves all kinds; what is
 * missing gets its default name below the base and is made by the first plan that needs it.
 */
export function suggestLayout(units: readonly string[], baseDn: string): DirectoryLayout {
  const baseDepth = parseName(baseDn)?.length ?? 0
  const candidates = units
    .map((dn) => ({
      dn,
      name: (firstNameValue(dn) ?? '').normalize('NFC').toLowerCase(),
      depth: (parseName(dn)?.length ?? 0) - baseDepth
    }))
    .filter(({ depth }) => depth >= 1 && depth <= deepest)
  const find = (names: readonly string[]): string | null => {
    const found = candidates
      .filter(({ name }) => names.includes(name))
      .sort((one, other) => one.depth - other.depth || names.indexOf(one.name) - names.indexOf(other.name))
    return found[0]?.dn ?? null
  }
  const own = {
    pupil: find(knownNames.pupil),
    teacher: find(knownNames.teacher),
    staff: find(knownNames.staff)
  }
  const hasOwn = own.pupil !== null || own.teacher !== null || own.staff !== null
  const people = hasOwn ? null : find(knownNames.people)
  const fallback = (name: ContainerName): string => childName('ou', defaultNames[name], baseDn)
  return {
    containers: {
      pupil: own.pupil ?? people ?? fallback('pupil'),
      teacher: own.teacher ?? people ?? fallback('teacher'),
      staff: own.staff ?? people ?? fallback('staff'),
      classes: find(knownNames.classes) ?? fallback('classes'),
      groups: find(knownNames.groups) ?? fallback('groups')
    },
    classGroupPrefix: '',
    homeDirectory: '/home/{login}',
    mailAddress: ''
  }
}

/** Looks at the units below the base. */
export async function discoverLayout(session: LdapSession, baseDn: string): Promise<Result<DirectoryLayout>> {
  const units: string[] = []
  const found = await session.searchEach(
    {
      base: baseDn,
      scope: 'sub',
      filter: any(equals('objectClass', 'organizationalUnit'), equals('objectClass', 'container')),
      attributes: ['1.1']
    },
    (entry) => {
      units.push(entry.dn)
    }
  )
  return found.ok ? succeed(suggestLayout(units, baseDn)) : found
}

/** What a DN belongs to by the container it lies in. */
export interface Places {
  /** null: in none of the containers of people. `shared`: in one that serves several kinds. */
  personKindOf(dnKey: string): Exclude<PersonKind, 'other'> | 'shared' | null
  groupPlaceOf(dnKey: string): 'classes' | 'groups' | null
}

/** The innermost container decides, so that one may lie inside another. */
export function placesOf(layout: DirectoryLayout): Places {
  const { pupil, teacher, staff, classes, groups } = layout.containers
  const people = new Map<string, Exclude<PersonKind, 'other'> | 'shared'>()
  for (const [kind, dn] of [
    ['pupil', pupil],
    ['teacher', teacher],
    ['staff', staff]
  ] as const) {
    const key = nameKey(dn)
    people.set(key, people.has(key) ? 'shared' : kind)
  }
  const groupPlaces = new Map<string, 'classes' | 'groups'>([
    [nameKey(groups), 'groups'],
    [nameKey(classes), 'classes']
  ])
  return {
    personKindOf: (dnKey) => innermost(people, dnKey),
    groupPlaceOf: (dnKey) => innermost(groupPlaces, dnKey)
  }
}

function innermost<Place>(places: ReadonlyMap<string, Place>, dnKey: string): Place | null {
  let best: Place | null = null
  let length = -1
  for (const [container, place] of places) {
    if (container.length > length && dnKey.endsWith(`,${container}`)) {
      best = place
      length = container.length
    }
  }
  return best
}

/** The container in which an account of this kind is made; null: the app makes no accounts of this kind. */
export function containerOf(layout: DirectoryLayout, kind: PersonKind): string | null {
  return kind === 'other' ? null : layout.containers[kind]
}

/** Containers of the layout that do not exist. */
export async function missingContainers(
  session: LdapSession,
  layout: DirectoryLayout,
  signal?: AbortSignal
): Promise<Result<string[]>> {
  const containers = [...new Map(Object.values(layout.containers).map((dn) => [nameKey(dn), dn])).values()]
  const answers = await Promise.all(containers.map((dn) => session.read(dn, ['1.1'], signal)))
  const missing: string[] = []
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) return answer
    if (answer.value === null) missing.push(containers[index] ?? '')
  }
  return succeed(missing)
}
