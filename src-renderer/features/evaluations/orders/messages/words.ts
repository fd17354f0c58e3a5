import { defineMessages } from '../../../../shared/i18n/define'

/** What orders, their states and their parts are called. */
export const orderWordMessages = defineMessages('orderWords', {
  number: { de: 'Anordnung {number}', en: 'Order {number}' },
  openOrder: { de: 'Anordnung öffnen', en: 'Open the order' },

  'state.given': { de: 'In Kraft', en: 'In force' },
  'state.concluded': { de: 'Abgeschlossen', en: 'Concluded' },
  'state.withdrawn': { de: 'Zurückgezogen', en: 'Withdrawn' },
  'state.expired': { de: 'Abgelaufen', en: 'Expired' },

  fromUntil: { de: '{from} bis {until}', en: '{from} to {until}' },
  minute: { de: '{day}, {time} Uhr', en: '{day}, {time}' },
  concernedUnknown: { de: 'Nicht bekannt: alle im Zeitraum', en: 'Not known: everybody in the window' },
  erased: { de: 'Inhalt gelöscht', en: 'Content erased' }
})
