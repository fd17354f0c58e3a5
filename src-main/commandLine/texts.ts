import type { Text } from '../contract/language'

/** What the command line says beside the sentences of the contract, whichever job works. */
export const texts = {
  passwordQuestion: { de: 'Passwort für {bindDn}: ', en: 'Password of {bindDn}: ' },
  passwordHint: {
    de: 'Geben Sie es in der Umgebungsvariablen NETZWART_BIND_PASSWORD oder mit --password-stdin über die Standardeingabe.',
    en: 'Give it in the environment variable NETZWART_BIND_PASSWORD or, with --password-stdin, on standard input.'
  },
  connectionChanged: {
    de: 'Die Verbindung zum Verzeichnis ist nicht die, für die das Passwort an diesem PC eingegeben wurde. Vergleichen Sie:',
    en: 'The connection to the directory is not the one that the password was entered for at this PC. Compare:'
  },
  connectionField: { de: '- {name}: {after}', en: '- {name}: {after}' },
  connectionFieldChanged: {
    de: '- {name}: bisher {before}, jetzt {after}',
    en: '- {name}: before {before}, now {after}'
  },
  connectHint: {
    de: 'An der Befehlszeile: „netzwart setup connect“.',
    en: 'At the command line: “netzwart setup connect”.'
  },
  fileWritten: { de: 'Geschrieben: {file}', en: 'Written: {file}' },
  progress: {
    de: '{done} von {steps} Schritten, {failed} fehlgeschlagen, {rate} je Sekunde',
    en: '{done} of {steps} steps, {failed} failed, {rate} a second'
  },
  runEnded: {
    de: '{done} von {steps} Schritten ausgeführt, {failed} fehlgeschlagen, {remaining} offen.',
    en: '{done} of {steps} steps carried out, {failed} failed, {remaining} remaining.'
  },
  failedUnnamed: {
    de: 'Fehlgeschlagene Schritte: {count}. Um wen es geht, zeigt Netzwart Angemeldeten unter „Vorschauen“.',
    en: 'Failed steps: {count}. Netzwart shows whom they are about to who signs in, under “Previews”.'
  },
  resumeHint: {
    de: 'Derselbe Aufruf setzt die Vorschau {plan} fort.',
    en: 'The same call goes on with plan {plan}.'
  },
  undoHint: { de: 'Rückgängig: netzwart accounts undo {plan}', en: 'To undo: netzwart accounts undo {plan}' },
  nothingDue: { de: 'Es ist nichts fällig.', en: 'Nothing is due.' },
  dueWaits: { de: 'Es wartet noch: {reason}', en: 'This waits still: {reason}' }
} as const satisfies Record<string, Text>
