import type { Text } from '../../../src-main/contract/language'
import { formats } from '../../shared/i18n/formats'
import { currentLanguage } from '../../shared/i18n/i18n'
import { stepHeading } from '../../shared/stepKinds'

/** A kind of step within a sentence: `24 Konten anlegen`; one that a newer version wrote keeps its own name. */
export function stepWord(kind: string): string {
  const heading = stepHeading(kind)
  return currentLanguage() === 'de' ? heading : heading.charAt(0).toLowerCase() + heading.slice(1)
}

/** `Konten anlegen (24), Klasse wechseln (3)`; a single step is not counted. */
export function stepsInWords(kinds: Readonly<Record<string, number>>): string {
  const entries = Object.entries(kinds)
  return entries
    .map(([kind, count]) =>
      count === 1 && entries.length === 1 ? stepWord(kind) : `${stepWord(kind)} (${formats.number(count)})`
    )
    .join(', ')
}

/** Codes that statements hold as plain words. */
const codeWords: Readonly<Record<string, Text>> = {
  pupil: { de: 'Schüler/in', en: 'pupil' },
  guardians: { de: 'Erziehungsberechtigte', en: 'guardians' },
  invited: { de: 'eingeladen', en: 'invited' },
  heard: { de: 'angehört', en: 'heard' },
  declined: { de: 'hat verzichtet', en: 'declined' },
  approved: { de: 'freigegeben', en: 'approved' },
  changed: { de: 'mit Änderungen freigegeben', en: 'approved with changes' },
  refused: { de: 'abgelehnt', en: 'refused' },
  finished: { de: 'abgeschlossen', en: 'finished' },
  interrupted: { de: 'unterbrochen', en: 'interrupted' },
  undone: { de: 'zurückgenommen', en: 'taken back' },
  window: { de: 'im Fenster', en: 'in the window' },
  commandLine: { de: 'an der Befehlszeile', en: 'at the command line' },
  sqlite: { de: 'dieser PC', en: 'this PC' },
  postgres: { de: 'Server (PostgreSQL)', en: 'server (PostgreSQL)' },
  accounts: { de: 'Konten', en: 'accounts' },
  sanctions: { de: 'Maßnahmen', en: 'sanctions' },
  administrator: { de: 'Vereinbarung mit der Administration', en: 'agreement with the administrator' },
  settings: { de: 'Einstellungen', en: 'settings' },
  journal: { de: 'Journal mit allen Inhalten', en: 'journal with all contents' },
  procedure: { de: 'Journal ohne Inhalte', en: 'journal without contents' },
  names: { de: 'Namen und ID-Nummern', en: 'names and ids' },
  slips: { de: 'Passwortzettel', en: 'password slips' },
  caseDocument: { de: 'Schreiben zu einem Fall', en: 'letter about a case' },
  letter: { de: 'Schreiben zu Gründung oder Benennung', en: 'letter about founding or appointment' },
  rosterProfiles: { de: 'Listenprofile', en: 'roster profiles' },
  'directory.unreachable': {
    de: 'Das Verzeichnis war nicht erreichbar',
    en: 'The directory could not be reached'
  },
  'sanctions.notReadBack': {
    de: 'Das Verzeichnis zeigte die Maßnahme danach nicht',
    en: 'The directory did not show the measure afterwards'
  },
  'sanctions.accountGone': { de: 'Das Konto gab es nicht mehr', en: 'The account was gone' },
  'sanctions.planNotOfCase': {
    de: 'Der Plan passte nicht zum Fall',
    en: 'The plan did not fit the case'
  },
  'sanctions.groupsDiffer': {
    de: 'Der Plan nannte andere Gruppen als die Einstellungen',
    en: 'The plan named other groups than the settings'
  },
  'sanctions.planChangedAfterApproval': {
    de: 'Der Plan war nicht der freigegebene',
    en: 'The plan was not the approved one'
  }
}

/** A code in words; one that a newer version wrote stays as it is. */
export function codeWord(code: string): string {
  return wordOf(codeWords, code)
}

function wordOf(words: Readonly<Record<string, Text>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code]?.[currentLanguage()] ?? code) : code
}
