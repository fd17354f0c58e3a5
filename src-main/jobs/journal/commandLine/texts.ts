import type { Text } from '../../../contract/language'

/** What `ledger` says beside the sentences of the contract. */
export const texts = {
  statements: { de: 'Einträge', en: 'Entries' },
  head: { de: 'Kopf', en: 'Head' },
  root: { de: 'Schlüssel der Schulleitung', en: 'Key of the leadership' },
  none: { de: 'keiner', en: 'none' },
  clockNotices: {
    de: 'Die Uhr ging nach bei Eintrag {entries}. Bitte ansehen.',
    en: 'The clock went back at entry {entries}. Please look at it.'
  },
  unknownKinds: {
    de: 'Von einer neueren Fassung (kein Fehler; bitte Netzwart aktualisieren): Eintrag {entries}.',
    en: 'Of a newer version (no fault; please update Netzwart): entry {entries}.'
  },
  uncheckedPlans: {
    de: 'Nicht geprüft, ob der Plan zum Fall passt (Plan oder Angaben sind nicht dabei): Eintrag {entries}.',
    en: 'Not checked whether the plan fits the case (plan or details are not there): entry {entries}.'
  },
  uncheckedGroups: {
    de: 'Nicht geprüft, ob die Gruppen des Plans die der Einstellungen sind (diese sind nicht dabei): Eintrag {entries}.',
    en: 'Not checked whether the groups of the plan are those of the settings (which are not there): entry {entries}.'
  },
  ledgerSound: { de: 'Das Journal ist in Ordnung.', en: 'The journal is sound.' },
  ledgerFaulty: { de: 'Das Journal ist NICHT in Ordnung:', en: 'The journal is NOT sound:' }
} as const satisfies Record<string, Text>
