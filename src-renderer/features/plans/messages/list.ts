import { defineMessages } from '../../../shared/i18n/define'

export const listMessages = defineMessages('planList', {
  title: { de: 'Vorschauen', en: 'Previews' },
  description: {
    de: 'Jede Änderung am Verzeichnis wird zuerst als Vorschau berechnet. Erst wenn Sie sie ausführen, geschieht etwas.',
    en: 'Every change to the directory is computed as a preview first. Nothing happens until you apply it.'
  },
  readRoster: { de: 'Neue Schülerliste einlesen', en: 'Read a new roster' },
  emptyTitle: { de: 'Noch keine Vorschau', en: 'No preview yet' },
  emptyText: {
    de: 'Lesen Sie die Schülerliste Ihrer Schulverwaltung ein, dann zeigt Netzwart hier, welche Konten angelegt, geändert oder gesperrt würden. Am Verzeichnis ändert sich dabei nichts.',
    en: 'Read the roster of your school administration, and Netzwart shows here which accounts would be created, changed or suspended. Nothing in the directory changes by that.'
  },
  openTitle: { de: 'Wartet auf Sie', en: 'Waits for you' },
  rostersTitle: { de: 'Schülerlisten und Rücknahmen', en: 'Rosters and undos' },
  everydayTitle: { de: 'Einzelne Änderungen', en: 'Single changes' },
  everydayText: {
    de: 'Passwörter, Sperren, Klassen und Gruppen einzelner Personen',
    en: 'Passwords, suspensions, classes and groups of single persons'
  },
  search: {
    de: 'Vorschauen nach Person, Anmeldename oder Klasse suchen',
    en: 'Search previews by person, login or class'
  },
  showAll: { de: 'Alle anzeigen', en: 'Show all' },
  newestOnly: { de: 'Nur die neuesten', en: 'Only the newest' },
  foundTitle: { de: 'Gefundene Vorschauen', en: 'Previews found' },
  notFoundTitle: { de: 'Keine Vorschau gefunden', en: 'No preview found' },
  notFoundText: {
    de: 'Alle Wörter müssen in einem Schritt der Vorschau vorkommen. Suchen Sie mit weniger Wörtern.',
    en: 'All words must occur in one step of the preview. Search with fewer words.'
  },
  found: {
    de: 'Keine Vorschau gefunden | {count} Vorschau | {count} Vorschauen',
    en: 'No preview found | {count} preview | {count} previews'
  },
  columnPlan: { de: 'Vorschau', en: 'Preview' },
  columnStanding: { de: 'Stand', en: 'State' },
  show: { de: 'Anzeigen', en: 'Show' },
  hide: { de: 'Ausblenden', en: 'Hide' },
  resume: { de: 'Fortsetzen', en: 'Resume' },
  review: { de: 'Prüfen', en: 'Review' },
  watch: { de: 'Ansehen', en: 'Look at it' },
  'nature.undo': { de: 'Rücknahme: {title}', en: 'Undo: {title}' },
  'nature.unknown': { de: 'Änderung', en: 'Change' },
  titleOf: { de: '{heading}: {subject}', en: '{heading}: {subject}' },
  'state.planned': { de: 'Noch nicht ausgeführt', en: 'Not applied yet' },
  'state.running': { de: 'Läuft gerade', en: 'Running' },
  'state.interrupted': { de: 'Unterbrochen', en: 'Interrupted' },
  'state.finished': { de: 'Ausgeführt', en: 'Applied' },
  'state.finishedWithFailures': { de: 'Mit Fehlern ausgeführt', en: 'Applied with failures' },
  'state.undone': { de: 'Rückgängig gemacht', en: 'Undone' },
  'state.partlyUndone': { de: 'Teilweise rückgängig gemacht', en: 'Partly undone' },
  'state.discarded': { de: 'Verworfen', en: 'Discarded' },
  steps: { de: '{count} Schritt | {count} Schritte', en: '{count} step | {count} steps' },
  failed: { de: '{count} fehlgeschlagen | {count} fehlgeschlagen', en: '{count} failed | {count} failed' },
  remaining: { de: '{count} offen | {count} offen', en: '{count} open | {count} open' }
})
