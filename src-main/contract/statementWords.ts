import type { StatementKindName } from './ledger'
import type { Text } from './language'

/** What a statement is called in the journal and in sentences. */
export const statementWords: Readonly<Record<StatementKindName, Text>> = {
  'device.registered': { de: 'PC aufgenommen', en: 'PC admitted' },
  founding: { de: 'Fallakte gegründet', en: 'Case file founded' },
  'appointment.made': { de: 'Benennung', en: 'Appointment' },
  'appointment.revoked': { de: 'Benennung widerrufen', en: 'Appointment revoked' },
  'key.revoked': { de: 'Schlüssel widerrufen', en: 'Key revoked' },
  'agreement.signed': { de: 'Vereinbarung unterschrieben', en: 'Agreement signed' },
  'session.signedIn': { de: 'Anmeldung', en: 'Sign-in' },
  'plan.begun': { de: 'Ausführung begonnen', en: 'Run begun' },
  'plan.ended': { de: 'Ausführung beendet', en: 'Run ended' },
  'settings.changed': { de: 'Einstellungen geändert', en: 'Settings changed' },
  'connection.changed': {
    de: 'Verbindung zum Verzeichnis geändert',
    en: 'Connection to the directory changed'
  },
  'case.opened': { de: 'Fall eröffnet', en: 'Case opened' },
  'case.proposed': { de: 'Maßnahme vorgeschlagen', en: 'Sanction proposed' },
  'case.hearing': { de: 'Anhörung festgehalten', en: 'Hearing recorded' },
  'case.decided': { de: 'Entscheidung der Schulleitung', en: 'Decision of the leadership' },
  'case.withdrawn': { de: 'Vorschlag zurückgezogen', en: 'Proposal withdrawn' },
  'case.enforced': { de: 'Maßnahme in Kraft', en: 'Sanction in force' },
  'case.enforcementFailed': { de: 'Noch nicht in Kraft', en: 'Not yet in force' },
  'case.expired': { de: 'Freigabe verfallen', en: 'Approval expired' },
  'case.liftDecided': { de: 'Aufhebung entschieden', en: 'Lifting decided' },
  'case.lifted': { de: 'Maßnahme aufgehoben', en: 'Sanction lifted' },
  'case.ended': { de: 'Maßnahme abgelaufen', en: 'Sanction ended' },
  'clock.wentBack': { de: 'Uhr ging nach', en: 'Clock went back' },
  'backup.made': { de: 'Sicherung erstellt', en: 'Backup made' },
  'store.moved': { de: 'Fallakte umgezogen', en: 'Case file moved' },
  'copy.made': { de: 'Kopie ausgegeben', en: 'Copy made' }
}
