import { defineMessages } from '../../shared/i18n/define'

export const sourceMessages = defineMessages('logSources', {
  text: {
    de: 'Wo die Dienste der Schule ihre Protokolle schreiben. Was in ihnen steht, sieht niemand, bis die Schulleitung eine Auswertung anordnet (P19); die Quellen, die hier stehen, kann sie dann auswählen. „Prüfen“ zählt nur, was lesbar ist.',
    en: 'Where the services of the school write their logs. Nobody sees what stands in them until the leadership orders an evaluation (P19); it can then choose the sources that stand here. “Check” only counts what can be read.'
  },
  noneTitle: { de: 'Noch keine Quelle', en: 'No source yet' },
  noneText: {
    de: 'Ohne Quellen lässt sich nichts auswerten. Tragen Sie ein, wo Protokolle liegen.',
    en: 'Nothing can be evaluated without sources. Enter where logs lie.'
  },
  add: { de: 'Quelle eintragen', en: 'Enter a source' },
  edit: { de: '{name} ändern', en: 'Change {name}' },
  remove: { de: '{name} entfernen', en: 'Remove {name}' },
  list: { de: 'Quellen', en: 'Sources' },
  contentsNote: { de: 'mit Inhalten (P24)', en: 'with contents (P24)' },
  kept: {
    de: 'Beweismittel {days} Tag aufbewahrt | Beweismittel {days} Tage aufbewahrt',
    en: 'evidence kept for {days} day | evidence kept for {days} days'
  },
  byContent: { de: 'am Inhalt erkannt', en: 'recognised by the content' },

  newTitle: { de: 'Neue Quelle', en: 'New source' },
  editTitle: { de: 'Quelle ändern', en: 'Change the source' },
  name: { de: 'Name', en: 'Name' },
  nameHint: { de: 'Zum Beispiel „WLAN-Anmeldungen“.', en: 'For example “WLAN sign-ins”.' },
  path: { de: 'Datei, Ordner oder Muster', en: 'File, folder or pattern' },
  pathHint: {
    de: 'Vollständig. Ältere, umbenannte oder gepackte Teile einer Datei gehören von selbst dazu; „*“ nur im letzten Teil.',
    en: 'In full. Older, renamed or packed parts of a file belong to it by themselves; “*” in the last part alone.'
  },
  chooseFile: { de: 'Datei wählen', en: 'Choose a file' },
  chooseFolder: { de: 'Ordner wählen', en: 'Choose a folder' },
  format: { de: 'Format', en: 'Format' },
  auto: { de: 'Am Inhalt erkennen', en: 'Recognise by the content' },
  contents: {
    de: 'Inhalte von E-Mail, Forum oder Messenger stehen darin',
    en: 'Contents of e-mail, forum or messenger stand in it'
  },
  contentsHint: {
    de: 'Dann darf die Quelle nur gelesen werden, wenn die Anordnung Inhalte eigens begründet (P24).',
    en: 'Then the source may only be read where the order gives a reason of its own for contents (P24).'
  },
  keptDays: { de: 'Beweismittel daraus aufbewahren', en: 'Keep evidence of it' },
  days: { de: 'Tage', en: 'days' },
  keptDaysInvalid: { de: 'Bitte 1 bis 3650 Tage.', en: 'Please 1 to 3650 days.' },
  keptReason: { de: 'Warum so lange?', en: 'Why that long?' },
  usualReason: {
    de: 'Zeit für Auswertung und Anhörung; danach wird vernichtet, was kein Fall braucht.',
    en: 'Time for evaluation and hearing; after that is destroyed what no case needs.'
  },
  save: { de: 'Speichern', en: 'Save' },
  saved: { de: 'Gespeichert', en: 'Saved' },
  removeTitle: { de: '{name} entfernen?', en: 'Remove {name}?' },
  removeText: {
    de: 'Die Dateien selbst bleiben, wo sie sind. Anordnungen, die es schon gibt, behalten die Quelle.',
    en: 'The files themselves stay where they are. Orders that there are keep the source.'
  },
  removeConfirm: { de: 'Entfernen', en: 'Remove' }
})
