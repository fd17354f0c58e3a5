import { defineMessages } from '../i18n/define'

export const listMessages = defineMessages('list', {
  de: {
    clearSearch: 'Suche leeren',
    reset: 'Filter zurücksetzen',
    nothingText: 'Prüfen Sie die Schreibweise oder setzen Sie die Filter zurück.'
  },
  en: {
    clearSearch: 'Clear search',
    reset: 'Reset filters',
    nothingText: 'Check the spelling or reset the filters.'
  }
})
