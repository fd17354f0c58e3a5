import { defineMessages } from '../i18n/define'

export const personFieldMessages = defineMessages('personField', {
  searchPerson: { de: 'Person suchen', en: 'Find the person' },
  searchHint: {
    de: 'Name oder Klasse, mindestens zwei Buchstaben.',
    en: 'Name or class, at least two letters.'
  },
  nobody: { de: 'Niemand passt zu „{text}“.', en: 'Nobody matches “{text}”.' },
  moreFound: {
    de: 'Und {count} weitere. Bitte genauer suchen.',
    en: 'And {count} more. Please be more precise.'
  },
  otherPerson: { de: 'Andere Person', en: 'Another person' }
})
