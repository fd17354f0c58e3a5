import { defineMessages } from '../i18n/define'

export const listMessages = defineMessages('list', {
  clearSearch: { de: 'Suche leeren', en: 'Clear search' },
  reset: { de: 'Filter zurücksetzen', en: 'Reset filters' },
  nothingText: {
    de: 'Prüfen Sie die Schreibweise oder setzen Sie die Filter zurück.',
    en: 'Check the spelling or reset the filters.'
  }
})
