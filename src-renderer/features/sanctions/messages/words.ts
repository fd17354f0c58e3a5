import { defineMessages } from '../../../shared/i18n/define'

/** What cases, measures, rules and their effects are called. */
export const caseWordMessages = defineMessages('caseWords', {
  'state.open': { de: 'Noch kein Vorschlag', en: 'No proposal yet' },
  'state.proposed': { de: 'Wartet auf Entscheidung', en: 'Waits for a decision' },
  'state.approved': { de: 'Noch nicht in Kraft', en: 'Not yet in force' },
  'state.inForce': { de: 'In Kraft', en: 'In force' },
  'state.lifting': { de: 'Wird aufgehoben', en: 'Being lifted' },
  'state.refused': { de: 'Abgelehnt', en: 'Refused' },
  'state.withdrawn': { de: 'Zurückgezogen', en: 'Withdrawn' },
  'state.expired': { de: 'Freigabe verfallen', en: 'Approval expired' },
  'state.lifted': { de: 'Vorzeitig aufgehoben', en: 'Lifted early' },
  'state.ended': { de: 'Abgelaufen', en: 'Ended' },

  effectWarning: {
    de: 'Am Konto ändert sich nichts. Die Verwarnung steht in der Fallakte und im Schreiben.',
    en: 'Nothing changes at the account. The warning stands in the case file and in the letter.'
  },
  effectSuspension: {
    de: 'Das Konto wird gesperrt: keine Anmeldung mehr, weder an Schulgeräten noch an eigenen (P9).',
    en: 'The account is suspended: no more sign-in, neither on school devices nor on private ones (P9).'
  },
  effectSuspensionModules: {
    de: 'Das Konto wird gesperrt: keine Anmeldung mehr, weder an Schulgeräten noch an eigenen (P9). Auch diese Module gehen nicht mehr: {modules}.',
    en: 'The account is suspended: no more sign-in, neither on school devices nor on private ones (P9). These modules stop as well: {modules}.'
  },
  effectRefusal: {
    de: 'Kein Zugang mehr zu: {module}. Alles andere bleibt (P10). Im Verzeichnis verlässt die Person die Gruppe „{group}“.',
    en: 'No more access to: {module}. Everything else stays (P10). In the directory the person leaves the group “{group}”.'
  },
  effectIdle: {
    de: 'Im Verzeichnis ändert sich nichts: Das ist dort schon so.',
    en: 'Nothing changes in the directory: it is like this already.'
  },
  endsByDirectory: {
    de: 'Am {day} endet das von selbst: Das Verzeichnis erledigt es.',
    en: 'On {day} this ends by itself: the directory sees to it.'
  },
  endsByDirectoryAndApp: {
    de: 'Am {day} endet die Sperre des Kontos von selbst: Das Verzeichnis erledigt es. Die Module gibt Netzwart zurück. Dazu muss an diesem Tag ein PC mit Netzwart laufen; ist keiner an, kommen sie erst zurück, wenn der nächste startet.',
    en: 'On {day} the suspension of the account ends by itself: the directory sees to it. The modules are given back by Netzwart. A PC with Netzwart must be on that day; if none is, they come back only when the next one starts.'
  },
  endsByApp: {
    de: 'Am {day} beendet Netzwart das. Dazu muss an diesem Tag ein PC mit Netzwart laufen; ist keiner an, endet es erst, wenn der nächste startet.',
    en: 'On {day} Netzwart ends this. A PC with Netzwart must be on that day; if none is, it ends only when the next one starts.'
  },
  endsByNobody: {
    de: 'Das endet nicht von selbst. Nur eine neue Entscheidung der Schulleitung beendet es.',
    en: 'This does not end by itself. Only a new decision of the leadership ends it.'
  },
  liftWarning: {
    de: 'Die Verwarnung bleibt in der Fallakte. Am Konto war nichts geändert.',
    en: 'The warning stays in the case file. Nothing was changed at the account.'
  },
  liftSuspension: {
    de: 'Die Sperre fällt weg: Die Person kann sich sofort wieder anmelden.',
    en: 'The suspension goes: the person can sign in again at once.'
  },
  liftSuspensionModules: {
    de: 'Die Sperre fällt weg: Die Person kann sich sofort wieder anmelden. Wieder zugänglich: {modules}.',
    en: 'The suspension goes: the person can sign in again at once. Accessible again: {modules}.'
  },
  liftRefusal: {
    de: 'Wieder zugänglich: {module}. Im Verzeichnis kommt die Person zurück in die Gruppe „{group}“.',
    en: 'Accessible again: {module}. In the directory the person comes back into the group “{group}”.'
  },

  'touch.suspend': { de: 'Das Konto wird gesperrt.', en: 'The account is suspended.' },
  'touch.free': { de: 'Die Sperre des Kontos fällt weg.', en: 'The suspension of the account goes.' },
  'touch.leaveGroup': {
    de: 'Das Konto verlässt die Gruppe „{group}“.',
    en: 'The account leaves the group “{group}”.'
  },
  'touch.leaveGroups': {
    de: 'Das Konto verlässt {count} Gruppen:',
    en: 'The account leaves {count} groups:'
  },
  'touch.joinGroup': {
    de: 'Das Konto kommt in die Gruppe „{group}“.',
    en: 'The account joins the group “{group}”.'
  },
  'touch.joinGroups': { de: 'Das Konto kommt in {count} Gruppen:', en: 'The account joins {count} groups:' },
  touchGone: {
    de: 'Diese Gruppen gibt es im Verzeichnis nicht mehr, dort ändert sich nichts:',
    en: 'These groups are no longer in the directory, nothing is changed there:'
  },

  'party.pupil': { de: 'Schüler/in', en: 'Pupil' },
  'party.guardians': { de: 'Erziehungsberechtigte', en: 'Guardians' },
  'hearing.invited': { de: 'eingeladen', en: 'invited' },
  'hearing.heard': { de: 'angehört', en: 'heard' },
  'hearing.declined': { de: 'hat verzichtet', en: 'declined' },

  'outcome.approved': { de: 'Wie vorgeschlagen freigegeben', en: 'Approved as proposed' },
  'outcome.changed': { de: 'Mit anderen Maßnahmen freigegeben', en: 'Approved with other measures' },
  'outcome.refused': { de: 'Abgelehnt', en: 'Refused' },

  today: { de: 'seit heute', en: 'since today' },
  daysAgo: {
    de: 'seit {count} Tagen | seit gestern | seit {count} Tagen',
    en: 'for {count} days | since yesterday | for {count} days'
  },
  byApp: { de: 'Netzwart', en: 'Netzwart' },
  byAppOn: { de: 'Netzwart auf {computer}', en: 'Netzwart on {computer}' }
})
