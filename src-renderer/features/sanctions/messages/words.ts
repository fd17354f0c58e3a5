import { defineMessages } from '../../../shared/i18n/define'

/** What cases, measures, rules and their effects are called. */
export const caseWordMessages = defineMessages('caseWords', {
  de: {
    'state.open': 'Noch kein Vorschlag',
    'state.proposed': 'Wartet auf Entscheidung',
    'state.approved': 'Noch nicht in Kraft',
    'state.inForce': 'In Kraft',
    'state.lifting': 'Wird aufgehoben',
    'state.refused': 'Abgelehnt',
    'state.withdrawn': 'Zurückgezogen',
    'state.expired': 'Freigabe verfallen',
    'state.lifted': 'Vorzeitig aufgehoben',
    'state.ended': 'Abgelaufen',

    effectWarning: 'Am Konto ändert sich nichts. Die Verwarnung steht in der Fallakte und im Schreiben.',
    effectSuspension:
      'Das Konto wird gesperrt: keine Anmeldung mehr, weder an Schulgeräten noch an eigenen (P9).',
    effectSuspensionModules:
      'Das Konto wird gesperrt: keine Anmeldung mehr, weder an Schulgeräten noch an eigenen (P9). Auch diese Module gehen nicht mehr: {modules}.',
    effectRefusal:
      'Kein Zugang mehr zu: {module}. Alles andere bleibt (P10). Im Verzeichnis verlässt die Person die Gruppe „{group}“.',
    effectIdle: 'Im Verzeichnis ändert sich nichts: Das ist dort schon so.',
    endsByDirectory: 'Am {day} endet das von selbst: Das Verzeichnis erledigt es.',
    endsByDirectoryAndApp:
      'Am {day} endet die Sperre des Kontos von selbst: Das Verzeichnis erledigt es. Die Module gibt Netzwart zurück. Dazu muss an diesem Tag ein PC mit Netzwart laufen; ist keiner an, kommen sie erst zurück, wenn der nächste startet.',
    endsByApp:
      'Am {day} beendet Netzwart das. Dazu muss an diesem Tag ein PC mit Netzwart laufen; ist keiner an, endet es erst, wenn der nächste startet.',
    endsByNobody: 'Das endet nicht von selbst. Nur eine neue Entscheidung der Schulleitung beendet es.',
    liftWarning: 'Die Verwarnung bleibt in der Fallakte. Am Konto war nichts geändert.',
    liftSuspension: 'Die Sperre fällt weg: Die Person kann sich sofort wieder anmelden.',
    liftSuspensionModules:
      'Die Sperre fällt weg: Die Person kann sich sofort wieder anmelden. Wieder zugänglich: {modules}.',
    liftRefusal:
      'Wieder zugänglich: {module}. Im Verzeichnis kommt die Person zurück in die Gruppe „{group}“.',

    'touch.suspend': 'Das Konto wird gesperrt.',
    'touch.free': 'Die Sperre des Kontos fällt weg.',
    'touch.leaveGroup': 'Das Konto verlässt die Gruppe „{group}“.',
    'touch.leaveGroups': 'Das Konto verlässt {count} Gruppen:',
    'touch.joinGroup': 'Das Konto kommt in die Gruppe „{group}“.',
    'touch.joinGroups': 'Das Konto kommt in {count} Gruppen:',

    'party.pupil': 'Schüler/in',
    'party.guardians': 'Erziehungsberechtigte',
    'hearing.invited': 'eingeladen',
    'hearing.heard': 'angehört',
    'hearing.declined': 'hat verzichtet',

    'outcome.approved': 'Wie vorgeschlagen freigegeben',
    'outcome.changed': 'Mit anderen Maßnahmen freigegeben',
    'outcome.refused': 'Abgelehnt',

    'rule.P6': 'Passwort weitergegeben oder ein fremdes benutzt',
    'rule.P9': 'Verstoß gegen die Nutzungsordnung, der eine Sperre nach sich zieht',
    'rule.P10': 'Missbrauch eines einzelnen Moduls',
    'rule.P14': 'Eigenes Gerät ohne Anmeldung im WLAN benutzt',
    'rule.P15': 'Schulgerät ohne Erlaubnis oder nicht für die Schule benutzt',
    'rule.P17': 'Fremde Software installiert oder benutzt',
    'rule.P18': 'Verbotene Inhalte, übermäßige Downloads oder umgangene Filter',
    'rule.P24': 'E-Mail, Forum oder Messenger missbraucht',
    ruleWithText: '{rule} – {text}',

    today: 'seit heute',
    daysAgo: 'seit {count} Tagen | seit gestern | seit {count} Tagen',
    byApp: 'Netzwart',
    byAppOn: 'Netzwart auf {computer}'
  },
  en: {
    'state.open': 'No proposal yet',
    'state.proposed': 'Waits for a decision',
    'state.approved': 'Not yet in force',
    'state.inForce': 'In force',
    'state.lifting': 'Being lifted',
    'state.refused': 'Refused',
    'state.withdrawn': 'Withdrawn',
    'state.expired': 'Approval expired',
    'state.lifted': 'Lifted early',
    'state.ended': 'Ended',

    effectWarning: 'Nothing changes at the account. The warning stands in the case file and in the letter.',
    effectSuspension:
      'The account is suspended: no more sign-in, neither on school devices nor on private ones (P9).',
    effectSuspensionModules:
      'The account is suspended: no more sign-in, neither on school devices nor on private ones (P9). These modules stop as well: {modules}.',
    effectRefusal:
      'No more access to: {module}. Everything else stays (P10). In the directory the person leaves the group “{group}”.',
    effectIdle: 'Nothing changes in the directory: it is like this already.',
    endsByDirectory: 'On {day} this ends by itself: the directory sees to it.',
    endsByDirectoryAndApp:
      'On {day} the suspension of the account ends by itself: the directory sees to it. The modules are given back by Netzwart. A PC with Netzwart must be on that day; if none is, they come back only when the next one starts.',
    endsByApp:
      'On {day} Netzwart ends this. A PC with Netzwart must be on that day; if none is, it ends only when the next one starts.',
    endsByNobody: 'This does not end by itself. Only a new decision of the leadership ends it.',
    liftWarning: 'The warning stays in the case file. Nothing was changed at the account.',
    liftSuspension: 'The suspension goes: the person can sign in again at once.',
    liftSuspensionModules:
      'The suspension goes: the person can sign in again at once. Accessible again: {modules}.',
    liftRefusal:
      'Accessible again: {module}. In the directory the person comes back into the group “{group}”.',

    'touch.suspend': 'The account is suspended.',
    'touch.free': 'The suspension of the account goes.',
    'touch.leaveGroup': 'The account leaves the group “{group}”.',
    'touch.leaveGroups': 'The account leaves {count} groups:',
    'touch.joinGroup': 'The account joins the group “{group}”.',
    'touch.joinGroups': 'The account joins {count} groups:',

    'party.pupil': 'Pupil',
    'party.guardians': 'Guardians',
    'hearing.invited': 'invited',
    'hearing.heard': 'heard',
    'hearing.declined': 'declined',

    'outcome.approved': 'Approved as proposed',
    'outcome.changed': 'Approved with other measures',
    'outcome.refused': 'Refused',

    'rule.P6': 'Passed on a password or used somebody else’s',
    'rule.P9': 'Breach of the usage rules that leads to a suspension',
    'rule.P10': 'Misuse of a single module',
    'rule.P14': 'Used a private device on the WLAN without registration',
    'rule.P15': 'Used a school device without permission or not for school',
    'rule.P17': 'Installed or used foreign software',
    'rule.P18': 'Forbidden content, excessive downloads or circumvented filters',
    'rule.P24': 'Misused e-mail, forum or messenger',
    ruleWithText: '{rule} – {text}',

    today: 'since today',
    daysAgo: 'for {count} days | since yesterday | for {count} days',
    byApp: 'Netzwart',
    byAppOn: 'Netzwart on {computer}'
  }
})
