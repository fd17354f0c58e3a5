import { defineMessages } from '../../../../shared/i18n/define'

export const standingMessages = defineMessages('standing', {
  title: { de: 'Daueranordnung', en: 'Standing order' },
  description: {
    de: 'Regeln, die von selbst über genannte Protokolle laufen. Gezeigt werden nur Pseudonyme, nie ein Name.',
    en: 'Rules that run by themselves over named logs. Only pseudonyms are shown, never a name.'
  },
  back: { de: 'Alle Daueranordnungen', en: 'All standing orders' },
  gone: { de: 'Diese Daueranordnung gibt es nicht', en: 'There is no such standing order' },
  give: { de: 'Daueranordnung geben', en: 'Give a standing order' },
  noneTitle: { de: 'Keine Daueranordnung', en: 'No standing order' },
  noneText: {
    de: 'Von selbst wird nichts durchsucht. Sie können Regeln einschalten, die über genannte Protokolle laufen und nur Pseudonyme zeigen.',
    en: 'Nothing is searched by itself. You can switch on rules that run over named logs and show pseudonyms alone.'
  },
  notFoundedTitle: { de: 'Die Fallakte ist noch nicht gegründet', en: 'The case file is not founded yet' },
  notFoundedText: {
    de: 'Daueranordnungen unterschreibt die Schulleitung. Gründen Sie zuerst gemeinsam mit ihr die Fallakte.',
    en: 'Standing orders are signed by the leadership. First found the case file together with it.'
  },
  whatTitle: { de: 'Was eingeschaltet ist', en: 'What is switched on' },
  whyTitle: { de: 'Warum', en: 'Why' },
  reason: { de: 'Begründung', en: 'Reasons' },
  periodsReason: { de: 'Zu den Fristen', en: 'About the periods' },
  flagDays: { de: 'Ein Hinweis wartet', en: 'A flag waits' },
  days: { de: '{count} Tage | {count} Tag | {count} Tage', en: '{count} days | {count} day | {count} days' },
  erasedText: {
    de: 'Die Begründung ist gelöscht. Im Journal steht nur noch, dass es sie gab.',
    en: 'The reasons are erased. The journal only says that there were some.'
  },
  foundTitle: { de: 'Was sie gefunden hat', en: 'What it has found' },
  foundNone: { de: 'Noch nichts.', en: 'Nothing yet.' },
  foundEvents: {
    de: 'Kein Ereignis | {count} Ereignis | {count} Ereignisse',
    en: 'No event | {count} event | {count} events'
  },
  foundOpen: { de: 'Wartet auf Sie', en: 'Waits for you' },
  troubleTitle: { de: 'Was beim letzten Mal nicht zu lesen war', en: 'What could not be read the last time' },
  troubleText: {
    de: 'Was dort stand, ist nicht geprüft. Bitten Sie die Administration, Pfad, Rechte und Dateien anzusehen.',
    en: 'What stood there was not checked. Ask the administrators to look at path, permissions and files.'
  },
  missed: {
    de: 'Kein Ereignis kam zu spät | {count} Ereignis kam zu spät und ist vielleicht nicht mitgezählt. | {count} Ereignisse kamen zu spät und sind vielleicht nicht mitgezählt.',
    en: 'No event came too late | {count} event came too late and may not be counted. | {count} events came too late and may not be counted.'
  },
  keyLostText: {
    de: 'Nur der PC, auf dem sie begonnen hat, kennt den Schlüssel ihrer Pseudonyme. Schalten Sie sie ab, und geben Sie eine neue.',
    en: 'Only the PC on which it began knows the key of its pseudonyms. Switch it off and give a new one.'
  },
  withdrawnTitle: { de: 'Abgeschaltet', en: 'Switched off' },
  signedBy: { de: 'Unterschrieben von {name}, {instant}', en: 'Signed by {name}, {instant}' },
  withdrawTitle: { de: 'Daueranordnung abschalten', en: 'Switch the standing order off' },
  withdrawText: {
    de: 'Ab sofort läuft keine ihrer Regeln mehr. Offene Hinweise bleiben, bis Sie antworten oder sie verfallen.',
    en: 'From now on none of its rules runs any more. Open flags stay until you answer or they expire.'
  },
  withdrawReason: { de: 'Begründung', en: 'Reasons' },
  withdrawMissing: { de: 'Begründung', en: 'reasons' },
  withdraw: { de: 'Unterschreiben und abschalten', en: 'Sign and switch off' },
  withdrawn: { de: 'Die Daueranordnung ist abgeschaltet', en: 'The standing order is switched off' },
  changed: {
    de: 'Die Daueranordnung hat sich inzwischen geändert. Was Sie geschrieben haben, steht noch da; bitte prüfen Sie es.',
    en: 'The standing order has changed meanwhile. What you have written is still there; please check it.'
  },
  toJournal: { de: 'Im Journal ansehen', en: 'See it in the journal' }
})
