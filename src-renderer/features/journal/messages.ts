import { defineMessages } from '../../shared/i18n/define'

export const journalMessages = defineMessages('journal', {
  title: { de: 'Journal', en: 'Journal' },
  description: {
    de: 'Alles, was in dieser Fallakte entschieden und getan wurde, mit Unterschrift.',
    en: 'Everything that was decided and done in this case file, with its signature.'
  },
  export: { de: 'Journal ausführen', en: 'Export the journal' },
  exportHint: {
    de: 'Schreibt alle Einträge in eine Datei, die sich ohne Netzwart prüfen lässt.',
    en: 'Writes all entries into a file that can be checked without Netzwart.'
  },
  exportHintProcedure: {
    de: 'Schreibt alle Einträge in eine Datei, die sich ohne Netzwart prüfen lässt. Was Ihnen hier verborgen bleibt, steht auch darin nicht.',
    en: 'Writes all entries into a file that can be checked without Netzwart. What stays hidden from you here is not in it either.'
  },
  exported: { de: 'Journal ausgeführt', en: 'Journal exported' },
  exportedWithheld: {
    de: '{file} – ohne {count} Inhalt, der Ihnen verborgen bleibt. | {file} – ohne {count} Inhalte, die Ihnen verborgen bleiben.',
    en: '{file} – without {count} content that is not for you. | {file} – without {count} contents that are not for you.'
  },

  standing: { de: 'Zustand des Journals', en: 'State of the journal' },
  sound: { de: 'Das Journal ist unversehrt.', en: 'The journal is intact.' },
  soundText: {
    de: '{count} Eintrag, Reihenfolge, Prüfsummen und Unterschriften stimmen. | {count} Einträge: Reihenfolge, Prüfsummen und alle Unterschriften stimmen.',
    en: '{count} entry: order, hashes and signatures are right. | {count} entries: order, hashes and all signatures are right.'
  },
  empty: { de: 'Das Journal ist noch leer.', en: 'The journal is still empty.' },
  emptyText: {
    de: 'Der erste Eintrag entsteht mit der ersten Ausführung oder der Gründung der Fallakte.',
    en: 'The first entry comes with the first run or the founding of the case file.'
  },
  broken: { de: 'Mit dem Journal stimmt etwas nicht.', en: 'Something is wrong with the journal.' },
  brokenText: {
    de: '{count} Befund. Unterschreiben Sie nichts, bevor er geklärt ist. | {count} Befunde. Unterschreiben Sie nichts, bevor sie geklärt sind.',
    en: '{count} finding. Sign nothing before it is cleared up. | {count} findings. Sign nothing before they are cleared up.'
  },
  verifiedAt: { de: 'Neu geprüft um {time} Uhr.', en: 'Checked anew at {time}.' },
  verify: { de: 'Jetzt prüfen', en: 'Check now' },
  checking: { de: 'Das Journal wird geprüft.', en: 'The journal is being checked.' },
  checkingText: {
    de: '{percent} % der Unterschriften sind seit dem Start geprüft. Bis alle es sind, wird nichts unterschrieben.',
    en: '{percent} % of the signatures are checked since the start. Until all are, nothing is signed.'
  },
  verifying: { de: 'Wird geprüft …', en: 'Being checked …' },
  head: { de: 'Kopf', en: 'Head' },
  headHint: {
    de: 'Nummer und Prüfsumme des neuesten Eintrags. Steht auf jedem gedruckten Dokument.',
    en: 'Number and hash of the newest entry. Stands on every printed document.'
  },
  root: { de: 'Schlüssel der Schulleitung', en: 'Key of the leadership' },
  rootHint: {
    de: 'Fingerabdruck aus der Gründungsurkunde. Mit ihm beginnt jede Prüfung.',
    en: 'Fingerprint from the founding document. Every check begins with it.'
  },
  notFounded: {
    de: 'Diese Fallakte ist noch nicht gegründet. Bis dahin unterschreibt nur dieser PC.',
    en: 'This case file is not founded yet. Until then only this PC signs.'
  },
  problemsTitle: { de: 'Befunde', en: 'Findings' },
  problemAt: { de: 'Eintrag {sequence}', en: 'Entry {sequence}' },
  remedy: { de: 'Was zu tun ist', en: 'What to do' },
  showAllProblems: {
    de: '{count} weiteren Eintrag zeigen | {count} weitere Einträge zeigen',
    en: 'Show {count} more entry | Show {count} more entries'
  },
  newer: {
    de: 'Von einem Eintrag kennt diese Fassung die Art nicht. | Von {count} Einträgen kennt diese Fassung die Art nicht.',
    en: 'This version does not know the kind of one entry. | This version does not know the kind of {count} entries.'
  },
  newerText: {
    de: 'Das ist kein Fehler; sie haben hier keine Wirkung. Gibt es eine neuere Fassung von Netzwart, installieren Sie sie; sonst klären Sie, wer sie unterschrieben hat.',
    en: 'That is no fault; they have no effect here. If there is a newer version of Netzwart, install it; else find out who has signed them.'
  },
  clock: {
    de: 'Die Uhr ging einmal nach. | Die Uhr ging {count}-mal nach.',
    en: 'The clock was behind once. | The clock was behind {count} times.'
  },
  clockText: {
    de: 'Sehen Sie sich an, was davor und danach geschah:',
    en: 'Look at what happened before and after:'
  },

  search: { de: 'Journal durchsuchen', en: 'Search the journal' },
  searchPlaceholder: { de: 'Fallnummer, Name, Wort …', en: 'Case number, name, word …' },
  filterKind: { de: 'Art', en: 'Kind' },
  allKinds: { de: 'Alle Arten', en: 'All kinds' },
  wholeArea: { de: 'Alles zu: {area}', en: 'All of: {area}' },
  filterPerson: { de: 'Person', en: 'Person' },
  allPeople: { de: 'Alle Personen', en: 'All people' },
  unknownPerson: { de: 'Diese Person', en: 'This person' },
  from: { de: 'Von', en: 'From' },
  until: { de: 'Bis', en: 'Until' },
  onlySubject: { de: 'Nur: {subject}', en: 'Only: {subject}' },
  thisSubject: { de: 'dieser Vorgang', en: 'this matter' },
  removeSubject: { de: 'Wieder alles zeigen', en: 'Show everything again' },
  matches: { de: '{count} Eintrag | {count} Einträge', en: '{count} entry | {count} entries' },
  ofAll: { de: '{count} von {all} Einträgen', en: '{count} of {all} entries' },
  withheldHint: {
    de: 'Sie sehen, was wann von wem entschieden wurde. Was nicht zu Ihrer Aufgabe gehört, bleibt verborgen: Namen und Inhalte von Fällen oder Hinweisen.',
    en: 'You see what was decided when and by whom. What does not belong to your role stays hidden: names and contents of cases or flags.'
  },

  listLabel: { de: 'Einträge des Journals', en: 'Entries of the journal' },
  columnEntry: { de: 'Eintrag', en: 'Entry' },
  columnWhat: { de: 'Was', en: 'What' },
  columnSignature: { de: 'Unterschrift', en: 'Signature' },
  emptyTitle: { de: 'Kein Eintrag passt', en: 'No entry matches' },
  emptyHint: { de: 'Nehmen Sie ein Wort oder einen Filter weg.', en: 'Take away a word or a filter.' },

  signatureOk: { de: 'Unterschrift gültig', en: 'Signature valid' },
  signatureBad: { de: 'Nicht in Ordnung: {problems}', en: 'Not in order: {problems}' },
  device: { de: 'PC „{name}“', en: 'PC “{name}”' },
  deviceUnknown: { de: 'Ein PC', en: 'A PC' },
  personUnknown: { de: 'Person nicht mehr bekannt', en: 'Person no longer known' },
  deviceHint: { de: 'Schlüssel eines PC', en: 'Key of a PC' },
  notAsDeclared: {
    de: 'Der Inhalt dieses Eintrags lässt sich nicht lesen.',
    en: 'The content of this entry cannot be read.'
  },

  entryTitle: { de: 'Eintrag {sequence}', en: 'Entry {sequence}' },
  invalid: { de: 'Dieser Eintrag zählt nicht.', en: 'This entry does not count.' },
  invalidText: {
    de: 'So steht er jetzt da. In Netzwart hat er keine Wirkung; was damit nicht stimmt, steht bei der Unterschrift.',
    en: 'This is how it stands there now. It has no effect in Netzwart; what is wrong with it stands beside the signature.'
  },
  back: { de: 'Zum Journal', en: 'To the journal' },
  allOfSubject: { de: 'Alles zu diesem Vorgang', en: 'All about this matter' },
  gone: { de: 'Hier steht kein lesbarer Eintrag', en: 'There is no readable entry here' },
  goneText: {
    de: 'Einen Eintrag mit der Nummer {sequence} gibt es nicht, oder er ist so beschädigt, dass ihn niemand mehr lesen kann.',
    en: 'There is no entry with the number {sequence}, or it is so damaged that nobody can read it any more.'
  },
  content: { de: 'Was der Eintrag sagt', en: 'What the entry says' },
  nothingMore: {
    de: 'Der Eintrag sagt nicht mehr als der Satz oben.',
    en: 'The entry says no more than the sentence above.'
  },
  withheld: { de: 'Inhalt verborgen', en: 'Content hidden' },
  withheldText: {
    de: 'Namen und Sachverhalt gehören nicht zu Ihrer Aufgabe. Sie sind mit diesem Eintrag unterschrieben und lassen sich prüfen, aber Netzwart zeigt sie Ihnen nicht.',
    en: 'Names and facts do not belong to your role. They are signed with this entry and can be checked, but Netzwart does not show them to you.'
  },
  erased: { de: 'Personenbezogene Angaben gelöscht', en: 'Personal details erased' },
  erasedText: {
    de: 'Der Eintrag bleibt trotzdem beweisbar: Unterschrieben ist ihre Prüfsumme.',
    en: 'The entry can still be proved: their hash is what was signed.'
  },
  technical: { de: 'Kennungen und Prüfsummen', en: 'Ids and hashes' },
  signature: { de: 'Unterschrift', en: 'Signature' },
  signedBy: { de: 'Unterschrieben von', en: 'Signed by' },
  keyFingerprint: { de: 'Fingerabdruck des Schlüssels', en: 'Fingerprint of the key' },
  signatureGood: {
    de: 'Gültig. Schlüssel, Aufgabe und Wortlaut passen zusammen.',
    en: 'Valid. Key, role and wording fit each other.'
  },
  chain: { de: 'Platz in der Kette', en: 'Place in the chain' },
  chainText: {
    de: 'Jeder Eintrag trägt die Prüfsumme des vorigen. Wird einer verändert, passen alle folgenden nicht mehr.',
    en: 'Each entry carries the hash of the one before. Where one is changed, all that follow no longer fit.'
  },
  chainStart: { de: 'Anfang der Kette', en: 'Beginning of the chain' },
  chainEnd: { de: 'Noch kein späterer Eintrag', en: 'No later entry yet' },
  previousEntry: { de: 'Davor', en: 'Before' },
  thisEntry: { de: 'Dieser Eintrag', en: 'This entry' },
  nextEntry: { de: 'Danach', en: 'After' },
  linkOk: { de: 'Passt', en: 'Fits' },
  linkBroken: { de: 'Passt nicht', en: 'Does not fit' },
  notInOrder: { de: 'Nicht in Ordnung', en: 'Not in order' },
  hash: { de: 'Prüfsumme', en: 'Hash' },
  previousHash: { de: 'Prüfsumme davor', en: 'Hash before' },
  raw: { de: 'Wortlaut für Prüfende', en: 'Wording for auditors' },
  rawText: {
    de: 'Genau dieser Text ist unterschrieben. Zusammen mit dem Schlüssel lässt er sich ohne Netzwart prüfen.',
    en: 'Exactly this text is signed. Together with the key it can be checked without Netzwart.'
  },
  rawSignature: { de: 'Unterschrift (Ed25519)', en: 'Signature (Ed25519)' }
})
