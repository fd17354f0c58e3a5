import { defineMessages } from '../i18n/define'

export const filterMessages = defineMessages('filter', {
  findInList: { de: 'In der Liste suchen …', en: 'Find in the list …' }
})
