import type { Measure } from '../../../contract/sanctions'
import type { DemoPart } from '../../../desks/demoStory'

/** Who says something about a made-up case. */
type Voice = Exclude<DemoPart, 'dpo'>

type Hearing = readonly [party: 'pupil' | 'guardians', event: 'invited' | 'heard' | 'declined', note: string]

/** How a case of the demo school came about and how it went on. Days are counted back from today. */
export interface DemoCase {
  /** Place of the pupil among the school's pupils. */
  readonly pupil: number
  readonly rule: string
  /** Day of what happened; it is opened the day after. */
  readonly day: number
  readonly facts: string
  readonly evidence: readonly string[]
  readonly by: Voice
  /** `until`: days from today on; null: for good. */
  readonly measures: readonly DemoMeasure[]
  readonly reasons: string
  readonly hearings: readonly Hearing[]
  readonly end: DemoEnd
}

export type DemoMeasure =
  | { readonly kind: 'warning' }
  | { readonly kind: 'suspension'; readonly until: number | null }
  | {
      readonly kind: 'moduleRefusal'
      readonly module: 'wlan' | 'mail' | 'forum' | 'messenger'
      readonly until: number | null
    }

export type DemoEnd =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'inForce'; readonly by: Voice; readonly reasons: string }
  | { readonly kind: 'refused'; readonly by: Voice; readonly reasons: string }
  | { readonly kind: 'withdrawn'; readonly reason: string }
  | { readonly kind: 'lifted'; readonly by: Voice; readonly reasons: string; readonly liftReasons: string }
  | { readonly kind: 'ended'; readonly by: Voice; readonly reasons: string }

/** The measure with its day; `dayIn` gives the day so many days from today. */
export function measureOf(measure: DemoMeasure, dayIn: (days: number) => string): Measure {
  if (measure.kind === 'warning') return measure
  const until = measure.until === null ? null : dayIn(measure.until)
  return measure.kind === 'suspension'
    ? { kind: 'suspension', until }
    : { kind: 'moduleRefusal', module: measure.module, until }
}

/**
 * Cases in every state, oldest first. Pupils 101 and 250 are suspended in the demo directory from the beginning and
 * pupil 65 is not in the group of the WLAN; pupil 40 is in it although the case says otherwise: somebody has given it
 * back past the app.
 */
export const demoCases: readonly DemoCase[] = [
  {
    pupil: 312,
    rule: 'P6',
    day: 38,
    facts:
      'Das eigene Passwort wurde an zwei Mitschüler weitergegeben, die damit Dateien der Projektgruppe verändert haben. Die Lehrkraft hat die Dateien wiederhergestellt.',
    evidence: ['Gesprächsnotiz Klassenleitung vom selben Tag'],
    by: 'administrator',
    measures: [{ kind: 'warning' }],
    reasons: 'Erster Verstoß, sofort eingeräumt. Eine Ermahnung genügt.',
    hearings: [['pupil', 'heard', 'Einsichtig; das Passwort ist geändert.']],
    end: {
      kind: 'inForce',
      by: 'leadership',
      reasons: 'Die Ermahnung ist angemessen. Das Gespräch ist geführt.'
    }
  },
  {
    pupil: 154,
    rule: 'P18',
    day: 35,
    facts:
      'Im Unterricht wurde der Jugendschutzfilter über einen fremden Zugangsdienst umgangen. Zwei Lehrkräfte haben es unabhängig voneinander gesehen.',
    evidence: ['Notiz Fachlehrkraft Informatik', 'Notiz Aufsicht Computerraum'],
    by: 'firstEvaluator',
    measures: [{ kind: 'moduleRefusal', module: 'wlan', until: -7 }],
    reasons: 'Vier Wochen ohne WLAN, Schulrechner bleiben nutzbar.',
    hearings: [
      ['pupil', 'invited', ''],
      ['pupil', 'heard', 'Räumt den Vorgang ein.'],
      ['guardians', 'declined', 'Telefonisch auf ein Gespräch verzichtet.']
    ],
    end: {
      kind: 'ended',
      by: 'leadership',
      reasons: 'Wie vorgeschlagen. Die Nutzung im Unterricht bleibt möglich.'
    }
  },
  {
    pupil: 488,
    rule: 'P17',
    day: 31,
    facts:
      'Auf drei Schulrechnern fand sich ein Spiel, das nicht zur Schulausstattung gehört. Als Zeitraum kommt nur eine Vertretungsstunde in Frage.',
    evidence: ['Liste der Rechner, Raum 214'],
    by: 'administrator',
    measures: [{ kind: 'suspension', until: -20 }],
    reasons: 'Zehn Tage Sperre des Kontos.',
    hearings: [['pupil', 'heard', 'Bestreitet, das Spiel mitgebracht zu haben.']],
    end: {
      kind: 'refused',
      by: 'leadership',
      reasons: 'Die Zuordnung zu einer Person ist nicht gesichert. Bitte mit der ganzen Klasse sprechen.'
    }
  },
  {
    pupil: 101,
    rule: 'P9',
    day: 27,
    facts:
      'Über das Schulkonto wurden wiederholt beleidigende Nachrichten an Mitschülerinnen verschickt, auch nach einer Ermahnung. Die Betroffenen haben sich an die Beratungslehrkraft gewandt.',
    evidence: ['Anzeige der Betroffenen, Ordner 12', 'Ermahnung vom Vormonat'],
    by: 'secondEvaluator',
    measures: [{ kind: 'suspension', until: null }],
    reasons:
      'Die Ermahnung blieb ohne Wirkung. Bis zur Klärung mit den Eltern soll das Konto gesperrt bleiben.',
    hearings: [
      ['guardians', 'invited', 'Einladung per Brief.'],
      ['pupil', 'heard', ''],
      ['guardians', 'heard', 'Gespräch mit beiden Eltern.']
    ],
    end: {
      kind: 'inForce',
      by: 'leadership',
      reasons:
        'Zum Schutz der Betroffenen. Über die Freigabe wird nach dem Elterngespräch im nächsten Halbjahr entschieden.'
    }
  },
  {
    pupil: 207,
    rule: 'P18',
    day: 24,
    facts:
      'In einer Arbeitsphase wurden große Mengen Videos heruntergeladen, das Netz der Klasse war unbenutzbar.',
    evidence: ['Meldung Fachlehrkraft'],
    by: 'administrator',
    measures: [{ kind: 'moduleRefusal', module: 'wlan', until: 4 }],
    reasons: 'Vier Wochen ohne WLAN.',
    hearings: [['pupil', 'heard', 'Hat sich entschuldigt.']],
    end: {
      kind: 'lifted',
      by: 'leadership',
      reasons: 'Wie vorgeschlagen.',
      liftReasons: 'Hat der Netzgruppe beim Aufräumen geholfen. Die Maßnahme hat ihren Zweck erreicht.'
    }
  },
  {
    pupil: 65,
    rule: 'P14',
    day: 18,
    facts:
      'Ein nicht angemeldetes privates Gerät wurde mit der Kennung eines anderen Geräts ins WLAN gebracht.',
    evidence: ['Notiz Administration'],
    by: 'firstEvaluator',
    measures: [{ kind: 'moduleRefusal', module: 'wlan', until: 21 }],
    reasons: 'Bis zum Ende des Quartals kein WLAN.',
    hearings: [
      ['pupil', 'heard', ''],
      ['guardians', 'declined', '']
    ],
    end: { kind: 'inForce', by: 'deputy', reasons: 'Wie vorgeschlagen, in Vertretung der Schulleiterin.' }
  },
  {
    pupil: 250,
    rule: 'P17',
    day: 12,
    facts:
      'Auf einem Schulrechner wurde ein Programm zum Auslesen von Passwörtern gestartet. Es kam nicht zum Zugriff auf fremde Konten.',
    evidence: ['Bericht Administration', 'Bildschirmfoto der Aufsicht'],
    by: 'administrator',
    measures: [{ kind: 'warning' }, { kind: 'suspension', until: 14 }],
    reasons: 'Der Versuch wiegt schwer, auch wenn kein Schaden entstand.',
    hearings: [
      ['pupil', 'invited', ''],
      ['guardians', 'invited', ''],
      ['pupil', 'heard', 'Wollte „nur sehen, ob es geht“.'],
      ['guardians', 'heard', '']
    ],
    end: {
      kind: 'inForce',
      by: 'leadership',
      reasons: 'Vier Wochen Sperre, danach ein Gespräch mit der Klassenleitung.'
    }
  },
  {
    pupil: 40,
    rule: 'P18',
    day: 10,
    facts: 'Links auf jugendgefährdende Seiten wurden im Klassenforum geteilt.',
    evidence: ['Meldung der Moderation'],
    by: 'secondEvaluator',
    measures: [{ kind: 'moduleRefusal', module: 'wlan', until: 25 }],
    reasons: 'Fünf Wochen ohne WLAN.',
    hearings: [['pupil', 'heard', '']],
    end: { kind: 'inForce', by: 'leadership', reasons: 'Wie vorgeschlagen.' }
  },
  {
    pupil: 421,
    rule: 'P15',
    day: 8,
    facts: 'Ein Schulrechner wurde ohne Erlaubnis in der Pause benutzt und nicht abgemeldet.',
    evidence: ['Notiz Aufsicht'],
    by: 'administrator',
    measures: [{ kind: 'warning' }],
    reasons: 'Ermahnung.',
    hearings: [],
    end: { kind: 'withdrawn', reason: 'Die Erlaubnis lag vor; die Aufsicht wusste nichts davon.' }
  },
  {
    pupil: 276,
    rule: 'P18',
    day: 4,
    facts:
      'Während einer Klassenarbeit wurden über das WLAN Lösungen ausgetauscht. Drei Arbeiten stimmen wörtlich überein; die Fachlehrkraft hat die Vorlage im Netz gefunden.',
    evidence: ['Drei Klassenarbeiten, Fachschaft Mathematik', 'Ausdruck der Fundstelle'],
    by: 'firstEvaluator',
    measures: [{ kind: 'moduleRefusal', module: 'wlan', until: 17 }],
    reasons: 'Drei Wochen ohne WLAN; die Bewertung der Arbeiten ist Sache der Fachlehrkraft.',
    hearings: [
      ['pupil', 'invited', ''],
      ['pupil', 'heard', 'Gibt zu, das Handy benutzt zu haben.']
    ],
    end: { kind: 'waiting' }
  },
  {
    pupil: 519,
    rule: 'P6',
    day: 2,
    facts:
      'Mit dem Konto einer Mitschülerin wurden Nachrichten im Messenger verschickt. Die Mitschülerin hatte ihr Passwort auf einem Zettel am Platz liegen.',
    evidence: ['Gesprächsnotiz Klassenleitung'],
    by: 'administrator',
    measures: [{ kind: 'warning' }, { kind: 'suspension', until: 10 }],
    reasons: 'Fremdes Konto benutzt, andere bloßgestellt. Zehn Tage Sperre erscheinen angemessen.',
    hearings: [['guardians', 'invited', 'Termin am kommenden Montag.']],
    end: { kind: 'waiting' }
  }
]
