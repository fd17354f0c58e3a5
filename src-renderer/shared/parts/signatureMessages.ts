import { defineMessages } from '../i18n/define'

/** Words of the fields that hold a passphrase. */
export const signatureMessages = defineMessages('signature', {
  de: {
    own: 'Ihre Passphrase',
    ownText:
      'Damit unterschreiben Sie. Netzwart fragt bei jeder Unterschrift danach und merkt sie sich nicht.',
    passphrase: 'Passphrase',
    repeat: 'Passphrase wiederholen',
    newText: 'Mindestens zwölf Zeichen. Am besten vier zufällige Wörter, die nur Sie kennen.',
    tooShort: 'Noch zu kurz: Es müssen mindestens zwölf Zeichen sein.',
    unequal: 'Die beiden Eingaben sind verschieden.',
    show: 'Anzeigen',
    hide: 'Verbergen'
  },
  en: {
    own: 'Your passphrase',
    ownText: 'You sign with it. Netzwart asks for it for each signature and never keeps it.',
    passphrase: 'Passphrase',
    repeat: 'Repeat the passphrase',
    newText: 'At least twelve characters. Best are four random words that only you know.',
    tooShort: 'Still too short: it needs at least twelve characters.',
    unequal: 'The two entries differ.',
    show: 'Show',
    hide: 'Hide'
  }
})
