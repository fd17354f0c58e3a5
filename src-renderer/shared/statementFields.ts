import type { Text } from '../../src-main/contract/language'
import { personNamesSchema, roleSchema } from '../../src-main/contract/people'
import type { FieldLooks } from './looks'
import { roleWord } from './roles'

const role: Text = { de: 'Aufgabe', en: 'Role' }

/** How the journal shows fields that mean the same in whichever statement they stand. */
export const statementFields: FieldLooks = {
  names: {
    label: { de: 'Person', en: 'Person' },
    order: 10,
    values(value) {
      const names = personNamesSchema.safeParse(value)
      return names.success ? [`${names.data.givenName} ${names.data.familyName} (${names.data.login})`] : null
    }
  },
  subject: { label: { de: 'Betrifft', en: 'About' }, order: 20 },
  schoolClass: { label: { de: 'Klasse', en: 'Class' }, order: 30 },
  school: { label: { de: 'Schule', en: 'School' }, order: 40 },
  role: {
    label: role,
    order: 50,
    values(value) {
      const read = roleSchema.safeParse(value)
      return read.success ? [roleWord(read.data)] : null
    }
  },
  roles: {
    label: { de: 'Aufgaben', en: 'Roles' },
    order: 60,
    values(value) {
      const roles = roleSchema.array().safeParse(value)
      return roles.success ? [roles.data.map((one) => roleWord(one)).join(', ')] : null
    }
  },
  reasons: { label: { de: 'Begründung', en: 'Reasons' }, order: 150 },
  reason: { label: { de: 'Grund', en: 'Reason' }, order: 160 },
  note: { label: { de: 'Vermerk', en: 'Note' }, order: 200 },
  from: { label: { de: 'Von', en: 'From' }, order: 210 },
  until: { label: { de: 'Bis', en: 'Until' }, order: 220 },
  to: { label: { de: 'Nach', en: 'To' }, order: 230 },
  computer: { label: { de: 'PC', en: 'PC' } },
  kind: { label: { de: 'Art', en: 'Kind' } },
  state: { label: { de: 'Stand', en: 'State' } },
  count: { label: { de: 'Anzahl', en: 'Number' } },
  person: { label: { de: 'Konto der Person (Kennung)', en: 'Account of the person (id)' }, technical: true },
  plan: { label: { de: 'Plan (Prüfsumme)', en: 'Plan (hash)' }, technical: true },
  text: { label: { de: 'Wortlaut (Prüfsumme)', en: 'Wording (hash)' }, technical: true },
  digest: { label: { de: 'Neuer Stand (Prüfsumme)', en: 'New state (hash)' }, technical: true },
  former: { label: { de: 'Vorheriger Stand (Prüfsumme)', en: 'Former state (hash)' }, technical: true },
  head: { label: { de: 'Kopf des Journals', en: 'Head of the journal' }, technical: true },
  fingerprint: { label: { de: 'Fingerabdruck', en: 'Fingerprint' }, technical: true },
  key: { label: { de: 'Schlüssel', en: 'Key' }, technical: true }
}
