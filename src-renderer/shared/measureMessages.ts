import { defineMessages } from './i18n/define'

/** What measures are called, wherever they stand. */
export const measureMessages = defineMessages('measures', {
  de: {
    warning: 'Verwarnung',
    suspensionForGood: 'Kontosperre auf Dauer',
    suspensionUntil: 'Kontosperre, frei ab {day}',
    refusalForGood: '{module} auf Dauer entzogen',
    refusalUntil: '{module} entzogen, frei ab {day}'
  },
  en: {
    warning: 'Warning',
    suspensionForGood: 'Account suspended for good',
    suspensionUntil: 'Account suspended, free from {day}',
    refusalForGood: '{module} refused for good',
    refusalUntil: '{module} refused, free from {day}'
  }
})
