import { defineMessages } from '../../shared/i18n/define'

/** What an entry says, in one sentence. `.withheld` where names and contents are not to be seen. */
export const sentenceMessages = defineMessages('journalSentences', {
  netzwart: { de: 'Netzwart', en: 'Netzwart' },
  somebody: { de: 'Jemand', en: 'Somebody' },
  aPerson: { de: 'einer Person', en: 'a person' },
  deviceSelf: {
    de: 'Der PC „{computer}“ hat sich eingetragen. Sein Schlüssel unterschreibt, was keine Person braucht.',
    en: 'The PC “{computer}” entered itself. Its key signs what needs no person.'
  },
  'deviceSelf.withheld': {
    de: 'Ein PC hat sich eingetragen. Sein Schlüssel unterschreibt, was keine Person braucht.',
    en: 'A PC entered itself. Its key signs what needs no person.'
  },
  deviceAdmitted: {
    de: '{who} hat den PC „{computer}“ aufgenommen.',
    en: '{who} admitted the PC “{computer}”.'
  },
  'deviceAdmitted.withheld': { de: '{who} hat einen PC aufgenommen.', en: '{who} admitted a PC.' },
  founding: {
    de: '{who} hat die Fallakte der Schule „{school}“ gegründet.',
    en: '{who} founded the case file of the school “{school}”.'
  },
  appointedUntil: {
    de: '{who} hat {name} benannt: {role}, vom {from} bis zum {until}.',
    en: '{who} appointed {name}: {role}, from {from} to {until}.'
  },
  appointedOpen: {
    de: '{who} hat {name} benannt: {role}, ab {from} bis auf Widerruf.',
    en: '{who} appointed {name}: {role}, from {from} until revoked.'
  },
  someone: { de: 'eine Person', en: 'a person' },
  revoked: {
    de: '{who} hat die Benennung von {name} widerrufen. Grund: {reason}',
    en: '{who} revoked the appointment of {name}. Reason: {reason}'
  },
  'revoked.withheld': {
    de: '{who} hat die Benennung von {name} widerrufen.',
    en: '{who} revoked the appointment of {name}.'
  },
  keyRevoked: {
    de: '{who} hat den Schlüssel von {name} ab Eintrag {from} widerrufen. Grund: {reason}',
    en: '{who} revoked the key of {name} from entry {from} on. Reason: {reason}'
  },
  'keyRevoked.withheld': {
    de: '{who} hat den Schlüssel von {name} ab Eintrag {from} widerrufen.',
    en: '{who} revoked the key of {name} from entry {from} on.'
  },
  agreement: {
    de: '{who} hat die Vereinbarung zwischen Administration und Schulleitung unterschrieben (P25).',
    en: '{who} signed the agreement between administrator and leadership (P25).'
  },
  signedIn: {
    de: '{who} hat sich am PC „{computer}“ angemeldet.',
    en: '{who} signed in at the PC “{computer}”.'
  },
  'signedIn.withheld': { de: '{who} hat sich angemeldet.', en: '{who} signed in.' },
  signedInCommandLine: {
    de: '{who} hat sich an der Befehlszeile von „{computer}“ ausgewiesen.',
    en: '{who} signed in at the command line of “{computer}”.'
  },
  'signedInCommandLine.withheld': {
    de: '{who} hat sich an der Befehlszeile ausgewiesen.',
    en: '{who} signed in at the command line.'
  },
  planOne: { de: '{who}: {what} – {subject}. {reason}', en: '{who}: {what} – {subject}. {reason}' },
  'planOne.withheld': { de: '{who}: {what}.', en: '{who}: {what}.' },
  planMany: { de: '{who} hat {count} Schritte begonnen: {what}.', en: '{who} began {count} steps: {what}.' },
  planUndo: {
    de: '{who} hat begonnen, einen früheren Plan zurückzunehmen ({count} Schritt). | {who} hat begonnen, einen früheren Plan zurückzunehmen ({count} Schritte).',
    en: '{who} began to take back an earlier plan ({count} step). | {who} began to take back an earlier plan ({count} steps).'
  },
  planEndedAll: {
    de: 'Erledigt: {count} Schritt. | Alle {count} Schritte sind erledigt.',
    en: 'Done: {count} step. | All {count} steps are done.'
  },
  planEndedSome: {
    de: '{done} erledigt, {failed} gescheitert, {remaining} offen.',
    en: '{done} done, {failed} failed, {remaining} open.'
  },
  settings: { de: '{who} hat etwas geändert: {document}.', en: '{who} changed something: {document}.' },
  connection: {
    de: '{who} hat die Verbindung zum Verzeichnis festgelegt: {url}, {base}.',
    en: '{who} set the connection to the directory: {url}, {base}.'
  },
  'connection.withheld': {
    de: '{who} hat die Verbindung zum Verzeichnis festgelegt.',
    en: '{who} set the connection to the directory.'
  },
  opened: {
    de: '{who} hat einen Fall zu {name} ({schoolClass}) eröffnet. Regel: {rule}.',
    en: '{who} opened a case about {name} ({schoolClass}). Rule: {rule}.'
  },
  'opened.withheld': {
    de: '{who} hat einen Fall eröffnet. Regel: {rule}.',
    en: '{who} opened a case. Rule: {rule}.'
  },
  proposed: { de: '{who} hat vorgeschlagen: {measures}.', en: '{who} proposed: {measures}.' },
  'proposed.withheld': { de: '{who} hat eine Maßnahme vorgeschlagen.', en: '{who} proposed a measure.' },
  hearing: {
    de: '{who} hat festgehalten: {party} {event} ({on}).',
    en: '{who} recorded: {party} {event} ({on}).'
  },
  approved: { de: '{who} hat freigegeben: {measures}.', en: '{who} approved: {measures}.' },
  'approved.withheld': { de: '{who} hat den Vorschlag freigegeben.', en: '{who} approved the proposal.' },
  changed: {
    de: '{who} hat mit Änderungen freigegeben: {measures}.',
    en: '{who} approved with changes: {measures}.'
  },
  'changed.withheld': {
    de: '{who} hat den Vorschlag mit Änderungen freigegeben.',
    en: '{who} approved the proposal with changes.'
  },
  refused: { de: '{who} hat den Vorschlag abgelehnt.', en: '{who} refused the proposal.' },
  withdrawn: { de: '{who} hat den Vorschlag zurückgezogen.', en: '{who} withdrew the proposal.' },
  enforced: {
    de: 'Im Verzeichnis ausgeführt und dort nachgeprüft. Die Maßnahme gilt.',
    en: 'Carried out in the directory and checked there. The measure is in force.'
  },
  enforcementFailed: {
    de: 'Die Maßnahme konnte noch nicht ausgeführt werden: {reason}.',
    en: 'The measure could not be carried out yet: {reason}.'
  },
  expired: {
    de: 'Die Freigabe ist verfallen, weil sie nicht rechtzeitig ausgeführt werden konnte.',
    en: 'The approval expired because it could not be carried out in time.'
  },
  liftDecided: {
    de: '{who} hat entschieden, die Maßnahme vorzeitig aufzuheben.',
    en: '{who} decided to lift the measure early.'
  },
  lifted: {
    de: 'Im Verzeichnis aufgehoben und dort nachgeprüft.',
    en: 'Lifted in the directory and checked there.'
  },
  ended: {
    de: 'Die Zeit ist um. Das Konto ist wieder frei.',
    en: 'The time is over. The account is free again.'
  },
  clock: {
    de: 'Die Uhr stand hinter dem letzten Eintrag vom {last}.',
    en: 'The clock was behind the newest entry of {last}.'
  },
  backup: {
    de: '{who} hat eine Sicherung mit {count} Eintrag erstellt. | {who} hat eine Sicherung mit {count} Einträgen erstellt.',
    en: '{who} made a backup with {count} entry. | {who} made a backup with {count} entries.'
  },
  moved: {
    de: '{who} hat die Fallakte umgezogen: von „{from}“ nach „{to}“.',
    en: '{who} moved the case file from “{from}” to “{to}”.'
  },
  'copy.journal': {
    de: '{who} hat das Journal mit allen Inhalten ausgeführt ({count} Eintrag). | {who} hat das Journal mit allen Inhalten ausgeführt ({count} Einträge).',
    en: '{who} exported the journal with all contents ({count} entry). | {who} exported the journal with all contents ({count} entries).'
  },
  'copy.procedure': {
    de: '{who} hat das Journal ohne Inhalte ausgeführt ({count} Eintrag). | {who} hat das Journal ohne Inhalte ausgeführt ({count} Einträge).',
    en: '{who} exported the journal without contents ({count} entry). | {who} exported the journal without contents ({count} entries).'
  },
  'copy.names': {
    de: '{who} hat Name und ID-Nummer von {count} Person ausgegeben. | {who} hat Namen und ID-Nummern von {count} Personen ausgegeben.',
    en: '{who} gave out the name and id of {count} person. | {who} gave out the names and ids of {count} persons.'
  },
  'copy.slips': {
    de: '{who} hat {count} Passwortzettel ausgegeben. | {who} hat {count} Passwortzettel ausgegeben.',
    en: '{who} gave out {count} password slip. | {who} gave out {count} password slips.'
  },
  'copy.caseDocument': {
    de: '{who} hat ein Schreiben zu einem Fall ausgegeben.',
    en: '{who} gave out a letter about a case.'
  },
  'copy.letter': {
    de: '{who} hat ein Schreiben zu Gründung oder Benennung ausgegeben.',
    en: '{who} gave out a letter about the founding or an appointment.'
  }
})
