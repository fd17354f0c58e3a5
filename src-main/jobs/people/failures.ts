import type { Text } from '../../contract/language'

export const peopleFailures = {
  'people.wrongPassphrase': {
    de: 'Die Passphrase stimmt nicht. Achten Sie auf Groß- und Kleinschreibung und versuchen Sie es noch einmal. Nichts wurde unterschrieben.',
    en: 'The passphrase is not right. Mind upper and lower case and try again. Nothing was signed.'
  },
  'people.passphraseNeeded': {
    de: 'Für diese Unterschrift wird Ihre Passphrase gebraucht.',
    en: 'This signature needs your passphrase.'
  },
  'people.keyDamaged': {
    de: 'Der gespeicherte Schlüssel ist beschädigt. Die Schulleitung muss einen neuen Schlüssel benennen und den alten widerrufen.',
    en: 'The kept key is damaged. The leadership has to appoint a new key and revoke the old one.'
  },
  'people.noKey': {
    de: 'Für {name} gibt es keinen gültigen Schlüssel. Die Schulleitung muss die Person benennen, bevor sie unterschreiben kann.',
    en: 'There is no valid key for {name}. The leadership has to appoint the person before they can sign.'
  },
  'people.notSignedIn': {
    de: 'Bitte melden Sie sich an.',
    en: 'Please sign in.'
  },
  'people.accountClosed': {
    de: 'Das Konto von {name} ist im Verzeichnis gesperrt oder als Abgang vermerkt. Solange das so ist, arbeitet niemand damit in Netzwart. Bitten Sie eine andere Administratorin, einen anderen Administrator oder die Schulleitung.',
    en: 'The account of {name} is suspended in the directory or marked as left. As long as it is, nobody works with it in Netzwart. Ask another administrator or the leadership.'
  },
  'people.noRole': {
    de: 'Das Passwort stimmt, aber für {name} gibt es in Netzwart keine Aufgabe. Die Schulleitung kann Sie benennen.',
    en: 'The password is right, but {name} has no role in Netzwart. The leadership can appoint you.'
  },
  'people.tooManyAttempts': {
    de: 'Zu viele Fehlversuche. Bitte warten Sie {seconds} {seconds|Sekunde|Sekunden}.',
    en: 'Too many failed attempts. Please wait {seconds} {seconds|second|seconds}.'
  },
  'people.alreadyFounded': {
    de: 'Diese Fallakte ist bereits gegründet.',
    en: 'This case file is founded already.'
  },
  'people.notFounded': {
    de: 'Die Fallakte ist noch nicht gegründet. Gründen Sie sie zuerst gemeinsam mit der Schulleitung.',
    en: 'The case file is not founded yet. Found it first together with the leadership.'
  },
  'people.samePerson': {
    de: 'Schulleitung und Administration müssen zwei verschiedene Personen sein (Vier-Augen-Prinzip).',
    en: 'Leadership and administrator must be two different people (four-eyes principle).'
  },
  'people.foundersGone': {
    de: 'Seit Sie Ihre Passphrasen gewählt haben, ist zu viel Zeit vergangen. Gehen Sie zurück und wählen Sie beide noch einmal eine.',
    en: 'Too much time has passed since you chose your passphrases. Go back and both choose one again.'
  },
  'people.newKeyGone': {
    de: 'Seit die neue Passphrase gewählt wurde, ist zu viel Zeit vergangen. Die Person muss noch einmal eine wählen.',
    en: 'Too much time has passed since the new passphrase was chosen. The person has to choose one again.'
  },
  'people.rolesConflict': {
    de: '{name} hat bereits eine Aufgabe, die sich damit nicht verträgt. Wer entscheidet, darf weder vorschlagen noch administrieren.',
    en: '{name} already has a role that does not go with it. Whoever decides may neither propose nor administer.'
  },
  'people.ownAppointment': {
    de: 'Niemand benennt sich selbst oder widerruft die eigene Benennung. Bitten Sie die Stellvertretung.',
    en: 'Nobody appoints themselves or revokes their own appointment. Ask the deputy.'
  },
  'people.appointmentNotFound': {
    de: 'Diese Benennung gibt es nicht oder sie ist schon beendet.',
    en: 'There is no such appointment, or it has ended already.'
  },
  'people.periodWrong': {
    de: 'Das Ende der Benennung liegt vor ihrem Anfang. Bitte prüfen Sie die Tage.',
    en: 'The end of the appointment is before its beginning. Please check the days.'
  },
  'people.unknownLogin': {
    de: 'Für den Anmeldenamen „{login}“ gibt es keine Benennung, die heute gilt.',
    en: 'There is no appointment in force today for the login “{login}”.'
  },
  'people.keyExists': {
    de: '{name} hat schon einen Schlüssel mit eigener Passphrase; er gilt auch für diese Benennung. Ist die Passphrase vergessen, ersetzen Sie zuerst den Schlüssel.',
    en: '{name} has a key with a passphrase of their own already; it serves this appointment too. If the passphrase is forgotten, replace the key first.'
  },
  'people.founderRefused': {
    de: 'Anmeldename oder Passwort von „{login}“ stimmt nicht. Bitte geben Sie beides noch einmal ein.',
    en: 'Login or password of “{login}” is not right. Please enter both again.'
  },
  'people.notStaff': {
    de: '{name} ist im Verzeichnis weder Lehrkraft noch Personal und kann diese Aufgabe nicht übernehmen.',
    en: '{name} is neither a teacher nor staff in the directory and cannot take this role.'
  }
} as const satisfies Record<string, Text>
