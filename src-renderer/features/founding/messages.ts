import { defineMessages } from '../../shared/i18n/define'

export const foundingMessages = defineMessages('founding', {
  de: {
    title: 'Fallakte gründen',
    progress: 'Schritt {step} von {steps}',
    stepMeaning: 'Worum es geht',
    stepLeadership: 'Schulleitung',
    stepAdministrator: 'Administration',
    stepAgreement: 'Vereinbarung',
    stepSignature: 'Unterschrift',
    later: 'Später',
    begin: 'Jetzt gründen',

    meaningTitle: 'Was die Gründung bedeutet',
    meaningText:
      'Ab der Gründung steht fest, wer in Ihrer Schule was entscheiden darf. Jede Entscheidung wird unterschrieben und bleibt nachprüfbar: Niemand kann sie unbemerkt ändern oder löschen.',
    twoTitle: 'Zwei Personen sitzen zusammen',
    twoText:
      'Schulleitung und Administration, etwa zehn Minuten lang. Jede tippt ihre Geheimnisse selbst; die andere sieht weg.',
    passphraseTitle: 'Jede wählt eine Passphrase',
    passphraseText:
      'Damit unterschreibt sie künftig, nur in Netzwart: am besten vier zufällige Wörter. Ein Zettel damit gehört in den Tresor.',
    noResetTitle: 'Niemand kann sie zurücksetzen',
    noResetText:
      'Wer sie vergisst, bekommt von der Schulleitung einen neuen Schlüssel. Der Schulleitung kann nur die Stellvertretung helfen: Benennen Sie bald eine.',
    afterTitle: 'Danach meldet man sich an',
    afterText:
      'Mit Anmeldename und Passwort der Schule. Hinein kommt, wer benannt ist; dazu Lehrkräfte, um Passwörter ihrer Klassen zurückzusetzen.',
    school: 'Name der Schule',
    schoolHint: 'So steht er auf der Gründungsurkunde',

    leadershipText:
      'Jetzt sitzt die Schulleiterin oder der Schulleiter an der Tastatur. Diese Person entscheidet künftig über Maßnahmen und benennt alle anderen.',
    administratorText:
      'Jetzt sitzt die Person an der Tastatur, die das Schulnetz verwaltet. Die Schulleitung benennt sie mit der Gründung.',
    login: 'Anmeldename in der Schule',
    password: 'Passwort in der Schule',
    passwordHelp: 'Damit prüft Netzwart, wer hier sitzt. Es wird nicht gespeichert.',
    samePerson: 'Schulleitung und Administration müssen zwei verschiedene Personen sein.',
    joined: '{name} hat sich ausgewiesen und eine Passphrase gewählt, die nicht mehr zu sehen ist.',

    agreementTitle: 'Die schriftliche Vereinbarung',
    agreementText:
      'Sie gilt zwischen Administration und Schulleitung und steht später auf der Gründungsurkunde. Lesen Sie sie gemeinsam.',
    agreementOriginal: 'Unterschrieben wird der deutsche Wortlaut.',
    agree: 'Ich verwalte das Schulnetz, habe die Vereinbarung gelesen und unterschreibe sie.',

    signatureTitle: 'Was jetzt unterschrieben wird',
    signFounding: 'Die Schulleitung gründet die Fallakte der Schule „{school}“.',
    signAppointment: 'Die Schulleitung benennt die Administration.',
    signAgreement: 'Die Administration unterschreibt die Vereinbarung.',
    signedBy: 'mit dem Schlüssel von {login}',
    signatureText:
      'Das lässt sich nicht rückgängig machen. Konten und Gruppen im Verzeichnis ändern sich dadurch nicht.',
    sign: 'Unterschreiben und gründen',

    doneTitle: 'Die Fallakte ist gegründet',
    doneText:
      'Drucken Sie die Gründungsurkunde, unterschreiben Sie beide von Hand und legen Sie sie zu den Akten. Mit ihr lässt sich in Jahren noch prüfen, dass das Journal echt ist.',
    fingerprint: 'Fingerabdruck des Schlüssels der Schulleitung',
    fingerprintHelp:
      'Er ist wie eine Unterschriftsprobe: Auf der Urkunde muss derselbe stehen. Vergleichen Sie jetzt.',
    saveDocument: 'Gründungsurkunde speichern',
    saved: 'Gespeichert: {file}',
    openDocument: 'Öffnen und drucken',
    nextDeputy: 'Als Nächstes: Die Schulleitung meldet sich an und benennt eine Stellvertretung.',
    goOn: 'Weiter zu Netzwart'
  },
  en: {
    title: 'Found the case file',
    progress: 'Step {step} of {steps}',
    stepMeaning: 'What it is about',
    stepLeadership: 'Leadership',
    stepAdministrator: 'Administrator',
    stepAgreement: 'Agreement',
    stepSignature: 'Signature',
    later: 'Later',
    begin: 'Found it now',

    meaningTitle: 'What founding means',
    meaningText:
      'From the founding on it is settled who may decide what at your school. Every decision is signed and can be checked later: nobody can change or delete it unnoticed.',
    twoTitle: 'Two people sit together',
    twoText:
      'Leadership and administrator, for about ten minutes. Each types their own secrets; the other looks away.',
    passphraseTitle: 'Each chooses a passphrase',
    passphraseText:
      'They sign with it from now on, in Netzwart only: best are four random words. A note of it belongs in the safe.',
    noResetTitle: 'Nobody can reset it',
    noResetText:
      'Whoever forgets it gets a new key from the leadership. The leadership can only be helped by the deputy: appoint one soon.',
    afterTitle: 'After that one signs in',
    afterText:
      'With the school’s login and password. Whoever is appointed gets in, and teachers, to reset passwords of their own classes.',
    school: 'Name of the school',
    schoolHint: 'As it stands on the founding document',

    leadershipText:
      'Now the head of the school sits at the keyboard. This person decides on sanctions from now on and appoints everybody else.',
    administratorText:
      'Now the person sits at the keyboard who administers the school network. The leadership appoints them with the founding.',
    login: 'Login at school',
    password: 'Password at school',
    passwordHelp: 'With it Netzwart checks who sits here. It is not stored.',
    samePerson: 'Leadership and administrator must be two different people.',
    joined: '{name} has proved who they are and chosen a passphrase, which can no longer be seen.',

    agreementTitle: 'The written agreement',
    agreementText:
      'It holds between administrator and leadership and stands on the founding document later. Read it together.',
    agreementOriginal: 'What is signed is the German wording.',
    agree: 'I administer the school network, have read the agreement and sign it.',

    signatureTitle: 'What is signed now',
    signFounding: 'The leadership founds the case file of the school “{school}”.',
    signAppointment: 'The leadership appoints the administrator.',
    signAgreement: 'The administrator signs the agreement.',
    signedBy: 'with the key of {login}',
    signatureText: 'This cannot be undone. Accounts and groups in the directory do not change because of it.',
    sign: 'Sign and found',

    doneTitle: 'The case file is founded',
    doneText:
      'Print the founding document, both sign it by hand, and file it. With it one can still check in years to come that the journal is genuine.',
    fingerprint: 'Fingerprint of the leadership’s key',
    fingerprintHelp:
      'It is like a specimen signature: the same must stand on the document. Compare them now.',
    saveDocument: 'Save the founding document',
    saved: 'Saved: {file}',
    openDocument: 'Open and print',
    nextDeputy: 'Next: the leadership signs in and appoints a deputy.',
    goOn: 'On to Netzwart'
  }
})
