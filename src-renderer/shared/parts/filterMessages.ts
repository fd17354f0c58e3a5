import { defineMessages } from '../i18n/define'

export const filterMessages = defineMessages('filter', {
  de: { findInList: 'In der Liste suchen …' },
  en: { findInList: 'Find in the list …' }
})
