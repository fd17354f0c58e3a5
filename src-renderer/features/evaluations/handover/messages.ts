import { defineMessages } from '../../../shared/i18n/define'

/** Handing evidence over to law enforcement: the leadership's decision, and the bundle that two make. */
export const handoverMessages = defineMessages('handover', {
  title: { de: 'Übergabe an die Strafverfolgung', en: 'Handing over to law enforcement' },
  'state.undecided': {
    de: 'Die Schulleitung hat noch nicht entschieden. Ob übergeben wird, liegt in ihrem Ermessen (P23, P26).',
    en: 'The leadership has not decided yet. Whether it is handed over is at their discretion (P23, P26).'
  },
  'state.decided': {
    de: 'Die Schulleitung hat entschieden. Das Paket ist noch nicht erstellt; das tun zwei Auswertende gemeinsam.',
    en: 'The leadership has decided. The bundle is not made yet; two evaluators do that together.'
  },
  'state.made': {
    de: 'Das Paket ist erstellt. Nennen Sie der Behörde die Prüfsumme auf einem anderen Weg als die Datei.',
    en: 'The bundle is made. Tell the authority the hash by another way than the file.'
  },
  'state.destroyed': {
    de: 'Die Beweismittel sind vernichtet. Übergeben lässt sich noch das Protokoll.',
    en: 'The evidence is destroyed. The protocol can still be handed over.'
  },
  decidedBy: { de: 'Unterschrieben von {name}, {instant}', en: 'Signed by {name}, {instant}' },
  madeBy: { de: 'Erstellt von {names}, {instant}', en: 'Made by {names}, {instant}' },
  authority: { de: 'Behörde', en: 'Authority' },
  authorityHelp: {
    de: 'Mit Dienststelle, etwa „Polizeiinspektion Musterstadt, Kommissariat 3“.',
    en: 'With the office, such as “Polizeiinspektion Musterstadt, Kommissariat 3”.'
  },
  reference: { de: 'Aktenzeichen', en: 'Reference' },
  referenceHelp: { de: 'Wenn die Behörde eines genannt hat.', en: 'If the authority has named one.' },
  reason: { de: 'Grund der Übergabe', en: 'Reason for handing over' },
  recipients: { de: 'Öffentliche Schlüssel der Behörde', en: 'Public keys of the authority' },
  recipientsHelp: {
    de: 'Einer je Zeile; jeder beginnt mit „age1“. Lassen Sie ihn sich auf einem zweiten Weg bestätigen, etwa am Telefon: Wer den Schlüssel hat, liest alles.',
    en: 'One a line; each begins with “age1”. Have it confirmed by a second way, such as by telephone: whoever has the key reads everything.'
  },
  digest: { de: 'SHA-256 der Datei', en: 'SHA-256 of the file' },
  erased: { de: 'Gelöscht', en: 'Erased' },
  none: { de: 'keines', en: 'none' },

  decideTitle: { de: 'Übergabe entscheiden', en: 'Decide to hand it over' },
  decideAgainTitle: { de: 'Anders entscheiden', en: 'Decide otherwise' },
  decideText: {
    de: 'Mit Ihrer Unterschrift dürfen zwei Auswertende die versiegelten Beweismittel öffnen und für genau diese Schlüssel verschlüsselt übergeben, mit Namen. Eine spätere Entscheidung ersetzt diese; ein Paket, das schon aus dem Haus ist, lässt sich nicht zurückholen.',
    en: 'By your signature two evaluators may open the sealed evidence and hand it over with names, encrypted for exactly these keys. A later decision takes the place of this one; nothing brings back a bundle that has left the house.'
  },
  decide: { de: 'Übergabe unterschreiben', en: 'Sign the hand-over' },
  decided: { de: 'Übergabe entschieden', en: 'Hand-over decided' },
  missingAuthority: { de: 'Behörde', en: 'authority' },
  missingReason: {
    de: 'Grund (mindestens {least} Zeichen)',
    en: 'reason (at least {least} characters)'
  },
  missingRecipients: {
    de: 'mindestens ein öffentlicher Schlüssel',
    en: 'at least one public key'
  },
  changed: {
    de: 'Inzwischen steht zu dieser Anordnung etwas Neues im Journal. Sehen Sie sich den Stand an, und unterschreiben Sie noch einmal.',
    en: 'Something new stands in the journal about this order meanwhile. Look at it, and sign once more.'
  },

  makeTitle: { de: 'Paket zu zweit erstellen', en: 'Make the bundle together' },
  makeAgainTitle: { de: 'Noch ein Paket erstellen', en: 'Make another bundle' },
  makeText: {
    de: 'Beide geben nacheinander ihre Passphrase ein (P21). Danach wählen Sie, wohin die verschlüsselte Datei kommt; unverschlüsselt wird nichts geschrieben. Beide unterschreiben, was erstellt wurde; das Übergabeprotokoll im Paket hat Zeilen für die Unterschriften auf Papier.',
    en: 'Both type their passphrase, one after the other (P21). Then you choose where the encrypted file goes; nothing is written in the clear. Both sign what was made; the transfer record in the bundle has lines for the signatures on paper.'
  },
  make: { de: 'Paket erstellen und speichern', en: 'Make and save the bundle' },
  saved: { de: 'Verschlüsseltes Paket gespeichert', en: 'Encrypted bundle saved' }
})
