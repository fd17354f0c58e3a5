import type { AppointedRole, DemoPersonCard, PersonNames, Role } from '../contract/people'
import { moduleIds } from '../contract/modules'
import type { DemoPart, DemoPupil, DemoStory } from '../desks/demoStory'
import { isPupilIn } from '../world/directory/demo/seed/modules'
import { demoClassTeachers, demoOfficials } from '../world/directory/demo/seed/officials'
import { demoPeople as demoSchoolPeople, type DemoPerson } from '../world/directory/demo/seed/people'
import { demoPassword, personId } from '../world/directory/demo/seed/school'

/** A person of the demo school who signs. */
export interface DemoSignatory {
  readonly id: string
  readonly names: PersonNames
  readonly role: AppointedRole
  readonly deputy: boolean
  readonly scope: string
  readonly passphrase: string
}

/** Four words each, as the app advises. They protect nothing: everybody may play every role of the demo school. */
export function demoSignatories(): Readonly<Record<DemoPart, DemoSignatory>> {
  const { leadership, deputy, administrator, evaluators, dpo } = demoOfficials()
  const [first, second] = evaluators
  const scope = 'WLAN und Internetzugang'
  return {
    leadership: signatory(leadership, 'teachers', 'leadership', 'Linde Hafen Kreide Morgen'),
    deputy: signatory(deputy, 'teachers', 'leadership', 'Ahorn Brücke Kompass Abend', true),
    administrator: signatory(administrator, 'teachers', 'administrator', 'Kabel Regen Fenster Apfel'),
    firstEvaluator: signatory(first, 'teachers', 'evaluator', 'Lupe Garten Wolke Treppe', false, scope),
    secondEvaluator: signatory(second, 'teachers', 'evaluator', 'Feder Insel Lampe Quelle', false, scope),
    dpo: signatory(dpo, 'staff', 'dpo', 'Siegel Wiese Anker Glocke')
  }
}

/** The class teacher who has a part in the story, with her class. */
export function demoTeacher(): DemoStory['teacher'] {
  const { teacher } = demoOfficials()
  const own = [...demoClassTeachers()].find(([, person]) => person === teacher)
  return { id: personId(teacher.login, 'teachers'), names: namesOf(teacher), schoolClass: own?.[0] ?? '' }
}

export function demoPupils(): readonly DemoPupil[] {
  return demoSchoolPeople().pupils.map((pupil, place) => ({
    id: personId(pupil.login, 'pupils'),
    names: namesOf(pupil),
    schoolClass: pupil.schoolClass,
    isUsual: pupil.standing === 'usual',
    modules: moduleIds.filter((module) => isPupilIn(module, place))
  }))
}

/** Whether a person of the demo school signs under this id: their secrets are known to everybody. */
export function isDemoPerson(id: string): boolean {
  return Object.values(demoSignatories()).some((signatory) => signatory.id === id)
}

function signatory(
  person: DemoPerson,
  container: 'teachers' | 'staff',
  role: AppointedRole,
  passphrase: string,
  deputy = false,
  scope = ''
): DemoSignatory {
  return { id: personId(person.login, container), names: namesOf(person), role, deputy, scope, passphrase }
}

function namesOf({ login, givenName, familyName }: DemoPerson): PersonNames {
  return { login, givenName, familyName }
}

/** The cards on the demo school's sign-in page: one person for each role, with everything that one needs. */
export function demoPeople(): readonly DemoPersonCard[] {
  const { teacher } = demoOfficials()
  const cards = Object.values(demoSignatories()).map(({ names, role, deputy, passphrase }) =>
    card(names, role, deputy, passphrase)
  )
  return [...cards, card(teacher, 'teacher', false, '')]
}

function card(names: PersonNames, role: Role, deputy: boolean, passphrase: string): DemoPersonCard {
  const { login, givenName, familyName } = names
  return { login, name: `${givenName} ${familyName}`, role, deputy, password: demoPassword, passphrase }
}
