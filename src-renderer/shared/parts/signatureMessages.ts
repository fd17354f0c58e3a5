import { defineMessages } from '../i18n/define'

/** Words of the fields that hold a passphrase. */
export const signatureMessages = defineMessages('signature', {
  own: { de: 'Ihre Passphrase', en: 'Your passphrase' },
  ownText: {
    de: 'Damit unterschreiben Sie. Netzwart fragt bei jeder Unterschrift danach und merkt sie sich nicht.',
    en: 'You sign with it. Netzwart asks for it for each signature and never keeps it.'
  },
  passphrase: { de: 'Passphrase', en: 'Passphrase' },
  repeat: { de: 'Passphrase wiederholen', en: 'Repeat the passphrase' },
  newText: {
    de: 'Mindestens zwölf Zeichen. Am besten vier zufällige Wörter, die nur Sie kennen.',
    en: 'At least twelve characters. Best are four random words that only you know.'
  },
  tooShort: {
    de: 'Noch zu kurz: Es müssen mindestens zwölf Zeichen sein.',
    en: 'Still too short: it needs at least twelve characters.'
  },
  unequal: { de: 'Die beiden Eingaben sind verschieden.', en: 'The two entries differ.' },
  cardTitle: { de: 'Unterschrift', en: 'Signature' },
  cardMissing: { de: 'Es fehlt noch: {what}', en: 'Still missing: {what}' },
  cardPassphrase: { de: 'Passphrase', en: 'passphrase' },
  show: { de: 'Anzeigen', en: 'Show' },
  hide: { de: 'Verbergen', en: 'Hide' }
})
