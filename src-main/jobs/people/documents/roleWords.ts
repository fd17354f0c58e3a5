import type { Appointment } from '../../../contract/people'

/** What an appointment letter says of a role. */
export interface RoleWords {
  /** The office: `Administration des Schulnetzes`. */
  readonly office: string
  /** On what the appointment stands, in words. */
  readonly basis: string
  /** What the person may do. */
  readonly may: readonly string[]
  /** What they may not do, or must heed. */
  readonly duties: readonly string[]
}

const leadership: RoleWords = {
  office: 'Schulleitung',
  basis:
    'Was auf einen Verstoß folgt, liegt im Ermessen der Schulleitung (Regel P26). Sie benennt schriftlich, wer administriert und wer Protokolle auswertet (P20, P25).',
  may: [
    'Personen benennen und Benennungen widerrufen',
    'über vorgeschlagene Maßnahmen entscheiden und Maßnahmen vorzeitig aufheben'
  ],
  duties: [
    'Niemand entscheidet über einen eigenen Vorschlag oder benennt sich selbst (Vier-Augen-Prinzip).',
    'Jede Entscheidung wird begründet und mit der eigenen Passphrase unterschrieben.'
  ]
}

const words: Readonly<Record<Appointment['role'], RoleWords>> = {
  leadership,
  administrator: {
    office: 'Administration des Schulnetzes',
    basis:
      'Die Nutzungsordnung sieht vor, dass die Schule eigene Administratorinnen und Administratoren hat (Regel P3). Sie können mehr als andere, nutzen das aber nicht, um in persönliche Konten oder Daten Einblick zu nehmen; eine schriftliche Vereinbarung mit der Schulleitung hält dies fest (P25).',
    may: [
      'Konten, Klassen, Gruppen und Module pflegen und vorläufige Passwörter vergeben',
      'Fälle eröffnen und der Schulleitung Maßnahmen vorschlagen'
    ],
    duties: [
      'Die Vereinbarung zwischen Schulleitung und Administration gilt und ist unterschrieben.',
      'Wer eine Maßnahme vorschlägt, entscheidet nicht darüber (Vier-Augen-Prinzip).'
    ]
  },
  evaluator: {
    office: 'Auswertung von Protokollen',
    basis:
      'Nach der Nutzungsordnung werten nur Personen Protokolle aus, die die Schulleitung dafür schriftlich benannt hat (Regel P20), nie eine allein (Vier-Augen-Prinzip, P21), und immer mit schriftlicher Dokumentation (P22).',
    may: [
      'auf Weisung der Schule und gemeinsam mit einer zweiten benannten Person Protokolle auswerten',
      'Fälle eröffnen und der Schulleitung Maßnahmen vorschlagen'
    ],
    duties: [
      'Ausgewertet wird nur aus schwerwiegendem Anlass (Regelverstoß, Täuschung, Rechtsverstoß), nie routinemäßig (P19).',
      'Jede Auswertung wird schriftlich festgehalten. Wer eine Maßnahme vorschlägt, entscheidet nicht darüber.'
    ]
  },
  dpo: {
    office: 'Datenschutz',
    basis:
      'Jede Person hat Rechte an ihren Daten (Regel P27). Damit die oder der Datenschutzbeauftragte darüber wachen kann, sieht sie oder er, wie verfahren wurde. Diese Benennung regelt den Zugang in Netzwart; sie ersetzt nicht die Benennung nach der Datenschutz-Grundverordnung.',
    may: [
      'das Journal lesen und prüfen: wer wann was entschieden hat',
      'Benennungen und den Stand der Verfahren einsehen'
    ],
    duties: ['Inhalte von Fällen, Protokollen und Nachrichten bleiben verschlossen.']
  }
}

export function wordsOf({ role, deputy }: Pick<Appointment, 'role' | 'deputy'>): RoleWords {
  return deputy ? { ...words[role], office: 'Stellvertretung der Schulleitung' } : words[role]
}
