/** The rules of the usage policies that a person can break, as parents understand them. */
const rules: Readonly<Record<string, string>> = {
  P6: 'Passwörter werden nicht weitergegeben. Wer erfährt, dass jemand anderes das eigene Passwort kennt, ändert es sofort.',
  P9: 'Nach einem Verstoß gegen die Nutzungsordnung kann das Konto vorübergehend oder auf Dauer gesperrt werden.',
  P10: 'Nach einem Verstoß kann die Nutzung einzelner Angebote verweigert werden, zum Beispiel des WLANs der Schule.',
  P12: 'Der Ordner einer Gruppe gehört allen ihren Mitgliedern gleichermaßen.',
  P14: 'Private Geräte kommen erst ins WLAN der Schule, wenn sie registriert sind.',
  P15: 'Geräte der Schule werden nur mit eigener Anmeldung, für schulische Zwecke und nach Erlaubnis einer Lehrkraft benutzt; danach meldet man sich ab.',
  P17: 'Fremde Programme installieren oder benutzen nur die Administratorinnen und Administratoren; Ausnahmen werden vorher mit ihnen vereinbart.',
  P18: 'Umfangreiches Hoch- und Herunterladen ist nicht erlaubt. Jugendgefährdende oder strafbare Inhalte und Verweise darauf dürfen weder gespeichert noch versendet werden. Filter und Sperren werden nicht umgangen.',
  P24: 'E-Mail, Forum und Messenger werden nicht missbraucht. Bei einem konkreten Verdacht darf die Schule Inhalte einsehen; die Betroffenen werden davon unverzüglich unterrichtet.',
  P29: 'Videokonferenzen werden nicht aufgezeichnet.'
}

/** A case's rule in words; a rule of the school's own order stands as it was written. */
export function ruleWords(rule: string): string {
  return rules[rule.trim().toUpperCase()] ?? rule
}
