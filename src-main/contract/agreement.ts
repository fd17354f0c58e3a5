import type { Language, Text } from './language'

/**
 * The written agreement between administrator and leadership (P25; also P5, P6, P19 to P22, P24). The administrator signs
 * the digest of the German words: whoever changes one of them asks every administrator for a new signature.
 */
export const agreementParagraphs: readonly Text[] = [
  {
    de: 'Wer das Schulnetz administriert, kann technisch mehr als alle anderen. Diese Vereinbarung hält fest, was die Administration tut und was sie nicht tut, auch wenn sie es könnte. Sie ergänzt die Nutzungsordnung der Schule; strengere Vorschriften gehen vor.',
    en: 'Whoever administers the school network can technically do more than everybody else. This agreement records what the administrator does, and what they do not do even though they could. It supplements the school’s usage policy; stricter rules take precedence.'
  },
  {
    de: 'Die Administration tut, was der Betrieb des Schulnetzes verlangt: Konten anlegen, ändern, sperren und löschen, vorläufige Passwörter vergeben, Klassen, Gruppen und Module zuordnen, Geräte und Programme einrichten, Störungen beheben. Sie nutzt dafür nur die Rechte, die die jeweilige Aufgabe braucht.',
    en: 'The administrator does what running the school network demands: creating, changing, suspending and deleting accounts, giving provisional passwords, assigning classes, groups and modules, setting up devices and programs, repairing faults. For this they use only the rights that the task at hand needs.'
  },
  {
    de: 'Die Administration nutzt ihre weitergehenden Rechte nicht, um in persönliche Konten oder Daten Einblick zu nehmen. Sie öffnet weder Dateien noch E-Mails, Nachrichten oder Kalender anderer Personen. Was ihr bei der Arbeit unvermeidlich vor Augen kommt, nutzt sie nicht und gibt sie nicht weiter.',
    en: 'The administrator does not use their further rights to look into personal accounts or data. They open neither files nor e-mails, messages or calendars of other people. What unavoidably comes before their eyes at work they neither use nor pass on.'
  },
  {
    de: 'Passwörter gibt niemand weiter, auch nicht an die Administration, und sie fragt nicht danach. Sie meldet sich nie mit dem Konto einer anderen Person an. Ein vergessenes Passwort setzt sie nur auf Wunsch der Person selbst zurück; es ist bei der nächsten Anmeldung zu ändern. Erfährt sie, dass Dritte ein Passwort kennen, sorgt sie sofort für ein neues.',
    en: 'Nobody passes passwords on, not to the administrator either, and they do not ask for them. They never sign in with another person’s account. They reset a forgotten password only at the person’s own request; it must be changed at the next sign-in. If they learn that a third person knows a password, they see to a new one at once.'
  },
  {
    de: 'Protokolle werden nie routinemäßig ausgewertet, sondern nur aus schwerwiegendem Anlass (Regelverstoß, Täuschung, Rechtsverstoß) und nur auf Weisung der Schule. Inhalte von E-Mail, Forum oder Messenger werden nur bei konkretem Verdacht auf Missbrauch oder eine Straftat eingesehen; die Betroffenen werden unverzüglich informiert. Ohne Weisung unterbleibt beides.',
    en: 'Logs are never evaluated routinely, but only for a serious reason (breach of rules, deception, breach of law) and only on the school’s instruction. Contents of e-mail, forum or messenger are inspected only on concrete suspicion of misuse or a punishable act; the persons concerned are informed without delay. Without an instruction neither takes place.'
  },
  {
    de: 'Es gilt das Vier-Augen-Prinzip. Auswertungen machen nur Personen, die die Schulleitung schriftlich benannt hat, nie eine allein. Über Maßnahmen entscheidet die Schulleitung; wer eine Maßnahme vorschlägt, entscheidet nicht darüber. Was geschieht, wird schriftlich festgehalten. Die Administration umgeht, ändert oder löscht das Journal nicht.',
    en: 'The four-eyes principle applies. Evaluations are made only by persons whom the leadership has named in writing, never by one alone. The leadership decides on sanctions; whoever proposes a sanction does not decide on it. What happens is recorded in writing. The administrator neither evades nor changes nor deletes the journal.'
  },
  {
    de: 'Schlüssel und Passphrase gehören der Person allein. Sie gibt sie niemandem weiter und meldet der Schulleitung sofort, wenn sie verloren sind oder jemand anderes sie kennen könnte.',
    en: 'Key and passphrase belong to the person alone. They pass them on to nobody and tell the leadership at once when they are lost or somebody else might know them.'
  },
  {
    de: 'Über alles Persönliche, das ihr bei dieser Aufgabe bekannt wird, bewahrt die Administration Stillschweigen. Das gilt auch nach dem Ende der Aufgabe und nach dem Verlassen der Schule.',
    en: 'The administrator keeps secret everything personal that becomes known to them in this role. This holds after the end of the role and after leaving the school, too.'
  },
  {
    de: 'Die Schulleitung verlangt nichts, was dieser Vereinbarung widerspricht. Eine solche Anweisung muss die Administration nicht befolgen; sie kann sich an die Datenschutzbeauftragte oder den Datenschutzbeauftragten wenden und hat davon keinen Nachteil.',
    en: 'The leadership asks for nothing that contradicts this agreement. The administrator need not follow such an instruction; they can turn to the data protection officer and suffer no disadvantage from it.'
  },
  {
    de: 'Die Schulleitung kann die Benennung jederzeit widerrufen; die weitergehenden Rechte enden dann sofort. Ein Verstoß gegen diese Vereinbarung kann dienst- oder arbeitsrechtliche und bei Straftaten auch strafrechtliche Folgen haben.',
    en: 'The leadership can revoke the appointment at any time; the further rights then end at once. A breach of this agreement can have consequences under service or employment law and, for punishable acts, under criminal law.'
  }
]

/** The whole agreement, its paragraphs numbered and parted by an empty line. */
export function agreementText(language: Language): string {
  return agreementParagraphs
    .map((paragraph, index) => `${String(index + 1)}. ${paragraph[language]}`)
    .join('\n\n')
}
