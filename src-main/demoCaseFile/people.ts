import type { AppointedRole, DemoPersonCard, PersonNames, Role } from '../contract/people'
import { demoOfficials } from '../world/directory/demo/seed/officials'
import type { DemoPerson } from '../world/directory/demo/seed/people'
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
export function demoSignatories(): readonly DemoSignatory[] {
  const { leadership, deputy, administrator, evaluators, dpo } = demoOfficials()
  const [first, second] = evaluators
  return [
    signatory(leadership, 'teachers', 'leadership', 'Linde Hafen Kreide Morgen'),
    signatory(deputy, 'teachers', 'leadership', 'Ahorn Brücke Kompass Abend', true),
    signatory(administrator, 'teachers', 'administrator', 'Kabel Regen Fenster Apfel'),
    signatory(first, 'teachers', 'evaluator', 'Lupe Garten Wolke Treppe', false, 'WLAN und Internetzugang'),
    signatory(second, 'teachers', 'evaluator', 'Feder Insel Lampe Quelle', false, 'WLAN und Internetzugang'),
    signatory(dpo, 'staff', 'dpo', 'Siegel Wiese Anker Glocke')
  ]
}

/** Whether a person of the demo school signs under this id: their secrets are known to everybody. */
export function isDemoPerson(id: string): boolean {
  return demoSignatories().some((signatory) => signatory.id === id)
}

function signatory(
  { login, givenName, familyName }: DemoPerson,
  container: 'teachers' | 'staff',
  role: AppointedRole,
  passphrase: string,
  deputy = false,
  scope = ''
): DemoSignatory {
  const names = { login, givenName, familyName }
  return { id: personId(login, container), names, role, deputy, scope, passphrase }
}

/** The cards on the demo school's sign-in page: one person for each role, with everything that one needs. */
export function demoPeople(): readonly DemoPersonCard[] {
  const { teacher } = demoOfficials()
  const cards = demoSignatories().map(({ names, role, deputy, passphrase }) =>
    card(names, role, deputy, passphrase)
  )
  return [...cards, card(teacher, 'teacher', false, '')]
}

function card(names: PersonNames, role: Role, deputy: boolean, passphrase: string): DemoPersonCard {
  const { login, givenName, familyName } = names
  return { login, name: `${givenName} ${familyName}`, role, deputy, password: demoPassword, passphrase }
}
