import { defineMessages } from '../../../../shared/i18n/define'

/** What standing orders, their states and their parts are called. */
export const standingWordMessages = defineMessages('standingWords', {
  title: { de: 'Daueranordnungen', en: 'Standing orders' },
  number: { de: 'Daueranordnung {number}', en: 'Standing order {number}' },
  openOrder: { de: 'Daueranordnung öffnen', en: 'Open the standing order' },

  'state.given': { de: 'In Kraft', en: 'In force' },
  'state.withdrawn': { de: 'Abgeschaltet', en: 'Switched off' },
  'state.expired': { de: 'Abgelaufen', en: 'Expired' },

  since: { de: 'Seit {day}, von {name}', en: 'Since {day}, by {name}' },
  until: { de: 'Gültig bis {day}', en: 'In force until {day}' },
  ruleGone: { de: 'Regel, die es nicht mehr gibt', en: 'A rule that is gone' },
  ruleChanged: {
    de: '{title} (läuft nicht: ihr Text ist nicht mehr der unterschriebene)',
    en: '{title} (does not run: its text is not the signed one any more)'
  },
  sourceErased: { de: 'Quelle (Name gelöscht)', en: 'Source (name erased)' },
  rules: { de: 'Regeln', en: 'Rules' },
  sources: { de: 'Quellen', en: 'Sources' },
  flags: { de: 'Hinweise', en: 'Flags' },
  lastRun: { de: 'Zuletzt gelesen', en: 'Last read' },
  flagCount: {
    de: 'Noch nichts gefunden | {count} Hinweis, davon offen: {open} | {count} Hinweise, davon offen: {open}',
    en: 'Nothing found yet | {count} flag, of which open: {open} | {count} flags, of which open: {open}'
  },
  'run.never': { de: 'Noch nicht', en: 'Not yet' },
  'run.here': { de: '{instant}, auf diesem PC', en: '{instant}, on this PC' },
  'run.elsewhere': { de: '{instant}, auf dem PC {computer}', en: '{instant}, on the PC {computer}' },
  'run.keyLost': {
    de: 'Läuft nicht mehr: Der Schlüssel lässt sich nicht öffnen',
    en: 'Does not run any more: its key cannot be opened'
  },
  troubled: { de: 'Nicht alles war zu lesen', en: 'Not all of it could be read' }
})
