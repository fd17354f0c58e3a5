import { defineMessages } from '../../../shared/i18n/define'

/** What flags, their states and their parts are called. */
export const flagWordMessages = defineMessages('flagWords', {
  number: { de: 'Hinweis {number}', en: 'Flag {number}' },
  openFlag: { de: 'Hinweis öffnen', en: 'Open the flag' },

  'area.wlan': { de: 'WLAN', en: 'WLAN' },
  'area.web': { de: 'Web und Filter', en: 'Web and filter' },
  'area.mail': { de: 'E-Mail', en: 'E-mail' },
  'area.files': { de: 'Dateien', en: 'Files' },
  'area.account': { de: 'Konto und Anmeldung', en: 'Account and sign-in' },
  'area.software': { de: 'Fremde Software', en: 'Foreign software' },
  'area.device': { de: 'Gerät', en: 'Device' },

  'certainty.seen': { de: 'Selbst gesehen', en: 'Seen myself' },
  'certainty.heard': { de: 'Gehört', en: 'Heard' },
  'certainty.supposed': { de: 'Vermutet', en: 'Supposed' },

  'state.open': { de: 'Bei der Schulleitung', en: 'With the leadership' },
  'state.asked': { de: 'Rückfrage gestellt', en: 'Question asked' },
  'state.replied': { de: 'Rückfrage beantwortet', en: 'Question replied to' },
  'state.handedOver': { de: 'Weitergegeben', en: 'Handed over' },
  'state.closed': { de: 'Nicht weiter verfolgt', en: 'Not pursued' },
  'state.expired': { de: 'Verfallen', en: 'Expired' },
  'state.pursued': { de: 'Fall eröffnet', en: 'Case opened' },

  'standing.open': { de: 'Offen', en: 'Open' },
  'standing.answered': { de: 'Beantwortet', en: 'Answered' },

  foundBy: { de: 'Daueranordnung', en: 'Standing order' },
  unknownFound: { de: 'Regel nicht mehr bekannt', en: 'Rule not known any more' },
  'pseudonym.person': { de: 'Person {code}', en: 'Person {code}' },
  'pseudonym.address': { de: 'Adresse {code}', en: 'Address {code}' },
  'pseudonym.device': { de: 'Gerät {code}', en: 'Device {code}' },
  nobodyNamed: { de: 'Niemand ist benannt', en: 'Nobody is named' },
  unknownPerson: { de: 'Person nicht bekannt', en: 'Person not known' },
  unknownRule: { de: 'nicht bekannt', en: 'not known' },
  erased: { de: 'Inhalt gelöscht', en: 'Content erased' },
  fromUntil: { de: '{from} bis {until} Uhr', en: '{from} to {until}' },
  fromOnly: { de: 'ab {from} Uhr', en: 'from {from}' },
  untilOnly: { de: 'bis {until} Uhr', en: 'until {until}' }
})
