import { defineMessages } from '../../../shared/i18n/define'

export const reviewMessages = defineMessages('planReview', {
  title: { de: 'Vorschau', en: 'Preview' },
  back: { de: 'Alle Vorschauen', en: 'All previews' },
  checksum: { de: 'Prüfsumme {hash}', en: 'Checksum {hash}' },
  checksumHint: {
    de: 'Sie benennt genau diese Vorschau, auch in der Befehlszeile: {hash}',
    en: 'It names exactly this preview, at the command line too: {hash}'
  },
  discard: { de: 'Verwerfen', en: 'Discard' },
  discardTitle: { de: 'Vorschau verwerfen?', en: 'Discard the preview?' },
  discardText: {
    de: 'Am Verzeichnis ändert sich nichts. Sie können die Liste jederzeit neu einlesen.',
    en: 'Nothing in the directory changes. You can read the roster anew at any time.'
  },
  gone: { de: 'Diese Vorschau gibt es nicht', en: 'There is no such preview' },

  plannedTitle: { de: 'Noch ist nichts geändert.', en: 'Nothing has been changed yet.' },
  plannedText: {
    de: 'Prüfen Sie, was geschehen soll. Danach lässt es sich rückgängig machen, solange sich am Konto nichts anderes geändert hat.',
    en: 'Check what is to happen. Afterwards it can be undone, as long as nothing else has changed the account.'
  },
  apply: {
    de: '{count} Schritt ausführen | {count} Schritte ausführen',
    en: 'Apply {count} step | Apply {count} steps'
  },
  'guardTitle.leave': {
    de: 'Bitte prüfen: {number} von {governed} Konten geht als Abgänger ab | Bitte prüfen: {number} von {governed} Konten gehen als Abgänger ab',
    en: 'Please check: {number} of {governed} accounts leaves | Please check: {number} of {governed} accounts leave'
  },
  'guardText.leave': {
    de: 'Es sind ungewöhnlich viele, oder ihr Name steht noch in der Liste. Diese Konten würden gesperrt. Ist die Liste vollständig? Wenn ja, geben Sie zur Bestätigung die Zahl der Abgänger ein.',
    en: 'They are unusually many, or their name still stands in the roster. These accounts would be suspended. Is the roster complete? If so, type in the number of leavers to confirm.'
  },
  'guardLabel.leave': { de: 'Zahl der Abgänger', en: 'Number of leavers' },
  'guardTitle.rename': {
    de: 'Ungewöhnlich viele neue Namen: {number} von {governed} Konten',
    en: 'Unusually many new names: {number} of {governed} accounts'
  },
  'guardText.rename': {
    de: 'Diese Konten behalten Passwort und Dateien und heißen dann anders. Ist die Spalte der Schul-ID die richtige? Wenn ja, geben Sie zur Bestätigung die Zahl der Namensänderungen ein.',
    en: 'These accounts keep password and files and then have another name. Is the column of the school id the right one? If so, type in the number of renames to confirm.'
  },
  'guardLabel.rename': { de: 'Zahl der Namensänderungen', en: 'Number of renames' },
  guardWrong: {
    de: 'Die Zahl stimmt nicht. Sie steht im Hinweis.',
    en: 'That is not the number. It stands in the note.'
  },
  'guardShow.leave': { de: 'Abgänger ansehen', en: 'Look at the leavers' },
  'guardShow.rename': { de: 'Namensänderungen ansehen', en: 'Look at the renames' },

  runningTitle: { de: 'Wird ausgeführt …', en: 'Applying …' },
  undoingTitle: { de: 'Wird rückgängig gemacht …', en: 'Undoing …' },
  runningText: {
    de: 'Sie können diese Seite verlassen und weiterarbeiten; der Lauf geht weiter.',
    en: 'You can leave this page and work on; the run continues.'
  },
  progressLabel: { de: 'Fortschritt des Laufs', en: 'Progress of the run' },
  settled: { de: '{settled} von {steps} Schritten', en: '{settled} of {steps} steps' },
  doneCount: { de: '{count} erledigt | {count} erledigt', en: '{count} done | {count} done' },
  failedCount: {
    de: '{count} fehlgeschlagen | {count} fehlgeschlagen',
    en: '{count} failed | {count} failed'
  },
  remainingCount: { de: '{count} offen | {count} offen', en: '{count} open | {count} open' },
  rate: { de: '{rate} Schritte pro Sekunde', en: '{rate} steps a second' },
  secondsLeft: {
    de: 'noch etwa {count} Sekunde | noch etwa {count} Sekunden',
    en: 'about {count} second left | about {count} seconds left'
  },
  minutesLeft: {
    de: 'noch etwa {count} Minute | noch etwa {count} Minuten',
    en: 'about {count} minute left | about {count} minutes left'
  },
  announcement: { de: '{percent} Prozent erledigt', en: '{percent} percent done' },
  cancel: { de: 'Anhalten', en: 'Stop' },
  cancelling: { de: 'Hält an …', en: 'Stopping …' },

  interruptedTitle: { de: 'Der Lauf ist unterbrochen.', en: 'The run is interrupted.' },
  interruptedText: {
    de: '{done} von {steps} Schritten sind erledigt. Beim Fortsetzen geht nichts verloren und nichts geschieht doppelt.',
    en: '{done} of {steps} steps are done. When you resume, nothing is lost and nothing happens twice.'
  },
  interruptedByCrash: {
    de: 'Netzwart wurde während des Laufs beendet.',
    en: 'Netzwart ended during the run.'
  },
  resume: { de: 'Fortsetzen', en: 'Resume' },

  finishedTitle: { de: 'Alles ausgeführt.', en: 'Everything applied.' },
  finishedText: {
    de: '{count} Schritt ist erledigt, nichts ist fehlgeschlagen. | {count} Schritte sind erledigt, nichts ist fehlgeschlagen.',
    en: '{count} step is done, nothing failed. | {count} steps are done, nothing failed.'
  },
  finishedUndoTitle: { de: 'Alles zurückgenommen.', en: 'Everything taken back.' },
  failuresTitle: {
    de: '{count} Schritt ist fehlgeschlagen. | {count} Schritte sind fehlgeschlagen.',
    en: '{count} step failed. | {count} steps failed.'
  },
  failuresText: {
    de: '{done} von {steps} Schritten sind erledigt. Sehen Sie nach, woran es lag, und versuchen Sie es danach noch einmal; Erledigtes wird nicht wiederholt.',
    en: '{done} of {steps} steps are done. See what the cause was, then try again; what is done is not repeated.'
  },
  onlyFailed: { de: 'Nur fehlgeschlagene zeigen', en: 'Show failed ones only' },
  retry: { de: 'Fehlgeschlagene wiederholen', en: 'Try the failed ones again' },
  slips: { de: 'Passwortzettel drucken', en: 'Print password slips' },
  slipsWaiting: {
    de: '{count} Passwortzettel wartet auf den Druck. | {count} Passwortzettel warten auf den Druck.',
    en: '{count} password slip waits to be printed. | {count} password slips wait to be printed.'
  },

  undo: { de: 'Rückgängig machen', en: 'Undo' },
  undoMore: { de: 'Rücknahme wiederholen', en: 'Try the undo again' },
  undoTitle: { de: 'Alles rückgängig machen?', en: 'Undo everything?' },
  undoText: {
    de: '{count} Schritt wird zurückgenommen. | {count} Schritte werden zurückgenommen.',
    en: '{count} step is taken back. | {count} steps are taken back.'
  },
  undoDoes: { de: 'Das geschieht', en: 'What happens' },
  undoDoesCreated: {
    de: 'Neu angelegte Konten und Klassen werden gelöscht, wenn sie unverändert sind.',
    en: 'Accounts and classes that were created are deleted if they are unchanged.'
  },
  undoDoesChanged: {
    de: 'Namen, Klassen und Sperren werden wie vorher.',
    en: 'Names, classes and suspensions become as they were.'
  },
  undoCannot: { de: 'Das geht nicht', en: 'What it cannot do' },
  undoCannotChanged: {
    de: 'Konten, die seither jemand geändert hat, bleiben, wie sie sind, und werden aufgelistet.',
    en: 'Accounts that somebody has changed since stay as they are and are listed.'
  },
  undoCannotPasswords: {
    de: 'Passwörter kommen nicht zurück; gedruckte Zettel gelöschter Konten sind wertlos.',
    en: 'Passwords do not come back; printed slips of deleted accounts are worthless.'
  },
  undoneTitle: { de: 'Rückgängig gemacht.', en: 'Undone.' },
  undoneText: {
    de: '{count} Schritt ist zurückgenommen. | {count} Schritte sind zurückgenommen.',
    en: '{count} step is taken back. | {count} steps are taken back.'
  },
  partlyUndoneTitle: { de: 'Teilweise rückgängig gemacht.', en: 'Partly undone.' },
  partlyUndoneText: {
    de: '{back} Schritt ist zurückgenommen, {kept} nicht, meist weil sich das Konto seither geändert hat. | {back} Schritte sind zurückgenommen, {kept} nicht, meist weil sich das Konto seither geändert hat.',
    en: '{back} step is taken back, {kept} not, mostly because the account has changed since. | {back} steps are taken back, {kept} not, mostly because the account has changed since.'
  },
  showUndo: { de: 'Rücknahme ansehen', en: 'Look at the undo' },
  showOriginal: { de: 'Ursprüngliche Vorschau ansehen', en: 'Look at the original preview' },
  discardedTitle: { de: 'Diese Vorschau ist verworfen.', en: 'This preview is discarded.' },
  discardedText: {
    de: 'Sie kann nicht mehr ausgeführt werden. Lesen Sie die Liste neu ein.',
    en: 'It can no longer be applied. Read the roster anew.'
  },

  whatTitle: { de: 'Was geschieht', en: 'What happens' },
  viewSteps: { de: 'Schritt für Schritt', en: 'Step by step' },
  viewClasses: { de: 'Nach Klassen', en: 'By class' },
  matrixCaption: { de: 'Schritte nach Klasse und Art', en: 'Steps by class and kind' },
  class: { de: 'Klasse', en: 'Class' },
  withoutClass: { de: 'ohne Klasse', en: 'without class' },
  total: { de: 'Summe', en: 'Total' },
  cell: { de: '{name}, {kind}: {count} anzeigen', en: '{name}, {kind}: show {count}' },

  search: { de: 'Schritte durchsuchen', en: 'Search the steps' },
  searchPlaceholder: { de: 'Name, Anmeldename oder Klasse', en: 'Name, login or class' },
  filterClass: { de: 'Klasse', en: 'Class' },
  allClasses: { de: 'Alle Klassen', en: 'All classes' },
  filterKind: { de: 'Art', en: 'Kind' },
  allKinds: { de: 'Alle Arten', en: 'All kinds' },
  filterOutcome: { de: 'Stand', en: 'Status' },
  allOutcomes: { de: 'Jeder Stand', en: 'Any status' },
  matches: {
    de: 'kein Schritt | {count} Schritt | {count} Schritte',
    en: 'no step | {count} step | {count} steps'
  },
  emptyTitle: { de: 'Kein Schritt passt zu diesen Filtern', en: 'No step matches these filters' },
  stepsLabel: { de: 'Schritte der Vorschau', en: 'Steps of the preview' },
  columnWho: { de: 'Wer', en: 'Who' },
  columnClass: { de: 'Klasse', en: 'Class' },
  columnWhat: { de: 'Was', en: 'What' },
  columnChange: { de: 'Änderung', en: 'Change' },
  columnOutcome: { de: 'Stand', en: 'Status' },
  becomes: { de: 'wird zu', en: 'becomes' },
  removed: { de: 'wird entfernt', en: 'is removed' },
  'outcome.open': { de: 'Offen', en: 'Open' },
  'outcome.started': { de: 'Begonnen', en: 'Started' },
  'outcome.done': { de: 'Erledigt', en: 'Done' },
  'outcome.failed': { de: 'Fehlgeschlagen', en: 'Failed' },
  'outcome.undone': { de: 'Zurückgenommen', en: 'Taken back' },
  stepTitle: { de: 'Schritt {id}: {what}', en: 'Step {id}: {what}' },
  why: { de: 'Warum', en: 'Why' },
  whatChanges: { de: 'Was sich ändert', en: 'What changes' },
  outcome: { de: 'Stand', en: 'Status' },
  openPlan: { de: 'Ausführung öffnen', en: 'Open the run' }
})
