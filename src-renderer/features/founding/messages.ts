import { defineMessages } from '../../shared/i18n/define'

export const foundingMessages = defineMessages('founding', {
  title: { de: 'Fallakte gründen', en: 'Found the case file' },
  progress: { de: 'Schritt {step} von {steps}', en: 'Step {step} of {steps}' },
  stepMeaning: { de: 'Worum es geht', en: 'What it is about' },
  stepLeadership: { de: 'Schulleitung', en: 'Leadership' },
  stepAdministrator: { de: 'Administration', en: 'Administrator' },
  stepAgreement: { de: 'Vereinbarung', en: 'Agreement' },
  stepSignature: { de: 'Unterschrift', en: 'Signature' },
  later: { de: 'Später', en: 'Later' },
  begin: { de: 'Jetzt gründen', en: 'Found it now' },

  meaningTitle: { de: 'Was die Gründung bedeutet', en: 'What founding means' },
  meaningText: {
    de: 'Ab der Gründung steht fest, wer in Ihrer Schule was entscheiden darf. Jede Entscheidung wird unterschrieben und bleibt nachprüfbar: Niemand kann sie unbemerkt ändern oder löschen.',
    en: 'From the founding on it is settled who may decide what at your school. Every decision is signed and can be checked later: nobody can change or delete it unnoticed.'
  },
  twoTitle: { de: 'Zwei Personen sitzen zusammen', en: 'Two people sit together' },
  twoText: {
    de: 'Schulleitung und Administration, etwa zehn Minuten lang. Jede tippt ihre Geheimnisse selbst; die andere sieht weg.',
    en: 'Leadership and administrator, for about ten minutes. Each types their own secrets; the other looks away.'
  },
  passphraseTitle: { de: 'Jede wählt eine Passphrase', en: 'Each chooses a passphrase' },
  passphraseText: {
    de: 'Damit unterschreibt sie künftig, nur in Netzwart: am besten vier zufällige Wörter. Ein Zettel damit gehört in den Tresor.',
    en: 'They sign with it from now on, in Netzwart only: best are four random words. A note of it belongs in the safe.'
  },
  noResetTitle: { de: 'Niemand kann sie zurücksetzen', en: 'Nobody can reset it' },
  noResetText: {
    de: 'Wer sie vergisst, bekommt von der Schulleitung einen neuen Schlüssel. Der Schulleitung kann nur die Stellvertretung helfen: Benennen Sie bald eine.',
    en: 'Whoever forgets it gets a new key from the leadership. The leadership can only be helped by the deputy: appoint one soon.'
  },
  afterTitle: { de: 'Danach meldet man sich an', en: 'After that one signs in' },
  afterText: {
    de: 'Mit Anmeldename und Passwort der Schule. Hinein kommt, wer benannt ist; dazu Lehrkräfte, um Passwörter ihrer Klassen zurückzusetzen.',
    en: 'With the school’s login and password. Whoever is appointed gets in, and teachers, to reset passwords of their own classes.'
  },
  school: { de: 'Name der Schule', en: 'Name of the school' },
  schoolHint: { de: 'So steht er auf der Gründungsurkunde', en: 'As it stands on the founding document' },

  leadershipText: {
    de: 'Jetzt sitzt die Schulleiterin oder der Schulleiter an der Tastatur. Diese Person entscheidet künftig über Maßnahmen und benennt alle anderen.',
    en: 'Now the head of the school sits at the keyboard. This person decides on sanctions from now on and appoints everybody else.'
  },
  administratorText: {
    de: 'Jetzt sitzt die Person an der Tastatur, die das Schulnetz verwaltet. Die Schulleitung benennt sie mit der Gründung.',
    en: 'Now the person sits at the keyboard who administers the school network. The leadership appoints them with the founding.'
  },
  login: { de: 'Anmeldename in der Schule', en: 'Login at school' },
  password: { de: 'Passwort in der Schule', en: 'Password at school' },
  passwordHelp: {
    de: 'Damit prüft Netzwart, wer hier sitzt. Es wird nicht gespeichert.',
    en: 'With it Netzwart checks who sits here. It is not stored.'
  },
  samePerson: {
    de: 'Schulleitung und Administration müssen zwei verschiedene Personen sein.',
    en: 'Leadership and administrator must be two different people.'
  },
  joined: {
    de: '{name} hat sich ausgewiesen und eine Passphrase gewählt, die nicht mehr zu sehen ist.',
    en: '{name} has proved who they are and chosen a passphrase, which can no longer be seen.'
  },

  agreementTitle: { de: 'Die schriftliche Vereinbarung', en: 'The written agreement' },
  agreementText: {
    de: 'Sie gilt zwischen Administration und Schulleitung und steht später auf der Gründungsurkunde. Lesen Sie sie gemeinsam.',
    en: 'It holds between administrator and leadership and stands on the founding document later. Read it together.'
  },
  agreementOriginal: {
    de: 'Unterschrieben wird der deutsche Wortlaut.',
    en: 'What is signed is the German wording.'
  },
  agree: {
    de: 'Ich verwalte das Schulnetz, habe die Vereinbarung gelesen und unterschreibe sie.',
    en: 'I administer the school network, have read the agreement and sign it.'
  },

  signatureTitle: { de: 'Was jetzt unterschrieben wird', en: 'What is signed now' },
  signFounding: {
    de: 'Die Schulleitung gründet die Fallakte der Schule „{school}“.',
    en: 'The leadership founds the case file of the school “{school}”.'
  },
  signAppointment: {
    de: 'Die Schulleitung benennt die Administration.',
    en: 'The leadership appoints the administrator.'
  },
  signAgreement: {
    de: 'Die Administration unterschreibt die Vereinbarung.',
    en: 'The administrator signs the agreement.'
  },
  signedBy: { de: 'mit dem Schlüssel von {login}', en: 'with the key of {login}' },
  signatureText: {
    de: 'Das lässt sich nicht rückgängig machen. Konten und Gruppen im Verzeichnis ändern sich dadurch nicht.',
    en: 'This cannot be undone. Accounts and groups in the directory do not change because of it.'
  },
  sign: { de: 'Unterschreiben und gründen', en: 'Sign and found' },

  doneTitle: { de: 'Die Fallakte ist gegründet', en: 'The case file is founded' },
  doneText: {
    de: 'Drucken Sie die Gründungsurkunde, unterschreiben Sie beide von Hand und legen Sie sie zu den Akten. Mit ihr lässt sich in Jahren noch prüfen, dass das Journal echt ist.',
    en: 'Print the founding document, both sign it by hand, and file it. With it one can still check in years to come that the journal is genuine.'
  },
  fingerprint: {
    de: 'Fingerabdruck des Schlüssels der Schulleitung',
    en: 'Fingerprint of the leadership’s key'
  },
  fingerprintHelp: {
    de: 'Er ist wie eine Unterschriftsprobe: Auf der Urkunde muss derselbe stehen. Vergleichen Sie jetzt.',
    en: 'It is like a specimen signature: the same must stand on the document. Compare them now.'
  },
  saveDocument: { de: 'Gründungsurkunde speichern', en: 'Save the founding document' },
  saved: { de: 'Gespeichert: {file}', en: 'Saved: {file}' },
  openDocument: { de: 'Öffnen und drucken', en: 'Open and print' },
  nextDeputy: {
    de: 'Als Nächstes: Die Schulleitung meldet sich an und benennt eine Stellvertretung.',
    en: 'Next: the leadership signs in and appoints a deputy.'
  },
  goOn: { de: 'Weiter zu Netzwart', en: 'On to Netzwart' }
})
