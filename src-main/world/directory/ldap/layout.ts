import { containersOf, type DirectoryLayout } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import { childName, firstNameValue, isBelow, nameKey, parseName } from './names'
import type { LdapSession } from './session'

type Containers = DirectoryLayout['containers']
/** Guardians get accounts only where somebody says so: their container is never guessed. */
type ContainerName = Exclude<keyof Containers, 'guardian'>

/** What schools call their units, the usual names of each language first; compared without case. */
const knownNames: Readonly<Record<ContainerName | 'people', Readonly<Record<Language, readonly string[]>>>> =
  {
    pupil: {
      german: ['schueler', 'schüler', 'schuelerinnen und schueler', 'schülerinnen und schüler'],
      english: ['pupils', 'students']
    },
    teacher: { german: ['lehrer', 'lehrkraefte', 'lehrkräfte'], english: ['teachers'] },
    staff: { german: ['personal', 'mitarbeiter', 'verwaltung'], english: ['staff'] },
    classes: { german: ['klassen'], english: ['classes', 'schoolclasses'] },
    groups: { german: ['gruppen'], english: ['groups', 'group'] },
    people: { german: ['benutzer', 'personen', 'konten'], english: ['people', 'users', 'accounts'] }
  }

/** The language of a server's own units: its names are looked for first, and new units get them. */
type Language = 'german' | 'english'

const newNames: Readonly<Record<Language, Readonly<Record<ContainerName, string>>>> = {
  german: {
    pupil: 'Schueler',
    teacher: 'Lehrer',
    staff: 'Personal',
    classes: 'Klassen',
    groups: 'Gruppen'
  },
  english: { pupil: 'pupils', teacher: 'teachers', staff: 'staff', classes: 'classes', groups: 'groups' }
}

export interface UnitHabits {
  readonly language: Language
  /** How the attribute that names a unit is written. */
  readonly attribute: 'ou' | 'OU'
  /** How many levels below the base units are looked at; deeper ones are set by hand. */
  readonly deepest: number
}

/**
 * The containers that the existing units suggest: for each purpose the unit of a known name nearest to the base. Where no
 * kind of person has a unit of its own but one unit holds all people, it serves all kinds; what is missing gets its usual
 * name below the base and is made by the first plan that needs it.
 */
export function suggestContainers(units: readonly string[], baseDn: string, habits: UnitHabits): Containers {
  const { language, attribute, deepest } = habits
  const baseDepth = parseName(baseDn)?.length ?? 0
  const candidates = units
    .map((dn) => ({
      dn,
      name: (firstNameValue(dn) ?? '').normalize('NFC').toLowerCase(),
      depth: (parseName(dn)?.length ?? 0) - baseDepth
    }))
    .filter(({ depth }) => depth >= 1 && depth <= deepest)
  const find = (purpose: ContainerName | 'people'): string | null => {
    const { german, english } = knownNames[purpose]
    const names = language === 'german' ? [...german, ...english] : [...english, ...german]
    const found = candidates
      .filter(({ name }) => names.includes(name))
      .sort((one, other) => one.depth - other.depth || names.indexOf(one.name) - names.indexOf(other.name))
    return found[0]?.dn ?? null
  }
  const own = { pupil: find('pupil'), teacher: find('teacher'), staff: find('staff') }
  const people = (own.pupil ?? own.teacher ?? own.staff) === null ? find('people') : null
  const fallback = (purpose: ContainerName): string =>
    childName(attribute, newNames[language][purpose], baseDn)
  return {
    pupil: own.pupil ?? people ?? fallback('pupil'),
    teacher: own.teacher ?? people ?? fallback('teacher'),
    staff: own.staff ?? people ?? fallback('staff'),
    classes: find('classes') ?? fallback('classes'),
    groups: find('groups') ?? fallback('groups')
  }
}

/** Containers of the layout that do not exist. */
export async function missingContainers(
  session: LdapSession,
  layout: DirectoryLayout,
  signal?: AbortSignal
): Promise<Result<string[]>> {
  const containers = [...new Map(containersOf(layout).map((dn) => [nameKey(dn), dn])).values()]
  const answers = await Promise.all(containers.map((dn) => session.read(dn, ['1.1'], signal)))
  const missing: string[] = []
  for (const [index, answer] of answers.entries()) {
    if (!answer.ok) return answer
    if (answer.value === null) missing.push(containers[index] ?? '')
  }
  return succeed(missing)
}

/** Where entries are looked for: the base, and containers outside it. None lies in another, so that nobody is found twice. */
export function basesOf(baseDn: string, layout: DirectoryLayout): string[] {
  const bases = [baseDn]
  const depthOf = (dn: string): number => parseName(dn)?.length ?? 0
  const outerFirst = containersOf(layout).toSorted((one, other) => depthOf(one) - depthOf(other))
  for (const dn of outerFirst) {
    if (!bases.some((base) => isBelow(dn, base) || nameKey(dn) === nameKey(base))) bases.push(dn)
  }
  return bases
}
