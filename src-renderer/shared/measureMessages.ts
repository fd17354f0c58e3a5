import { defineMessages } from './i18n/define'

/** What measures are called, wherever they stand. */
export const measureMessages = defineMessages('measures', {
  warning: { de: 'Verwarnung', en: 'Warning' },
  suspensionForGood: { de: 'Kontosperre auf Dauer', en: 'Account suspended for good' },
  suspensionUntil: { de: 'Kontosperre, frei ab {day}', en: 'Account suspended, free from {day}' },
  refusalForGood: { de: '{module} auf Dauer entzogen', en: '{module} refused for good' },
  refusalUntil: { de: '{module} entzogen, frei ab {day}', en: '{module} refused, free from {day}' }
})
