import { randomUUID } from 'node:crypto'
import type { FlagOutcome } from '../../../contract/flags'
import type { StatementPayload } from '../../../contract/ledger'
import { germanDayOf } from '../../../core/calendar'
import { draft } from '../../../core/ledger'
import type { DemoPart, DemoStory } from '../../../desks/demoStory'
import { subjectOf } from './course'

/** What somebody of the demo school has reported, and what the leadership has answered. Days are counted back from today. */
interface DemoFlag {
  /** Place of the pupil among the school's pupils; null: not known. */
  readonly pupil: number | null
  readonly by: DemoPart | 'teacher'
  /** Day of what was seen; it is reported on the same day. */
  readonly day: number
  readonly told: Omit<StatementPayload<'flag.reported'>, 'person' | 'names' | 'schoolClass' | 'happenedOn'>
  /** null: it waits. */
  readonly answer: {
    readonly by: DemoPart
    readonly day: number
    readonly outcome: FlagOutcome
    readonly reason: string
    readonly message: string
  } | null
}

/** Two that wait, one of them reported by the class teacher, and one that is answered; oldest first. */
const demoFlags: readonly DemoFlag[] = [
  {
    pupil: 333,
    by: 'teacher',
    day: 21,
    told: {
      seen: 'Während der Projektarbeit wurde über das Schul-WLAN ein langer Film auf ein eigenes Tablet geladen; das Netz war für die Klasse kaum zu benutzen.',
      from: '10:00',
      until: '10:40',
      areas: ['wlan', 'device'],
      rule: 'P18',
      certainty: 'seen',
      contents: false
    },
    answer: {
      by: 'deputy',
      day: 20,
      outcome: 'closed',
      reason: 'Erstes Mal, Gespräch mit der Klassenlehrkraft hat stattgefunden. Kein Anlass für einen Fall.',
      message: 'Danke für den Hinweis. Ich habe mit dem Schüler gesprochen; das genügt diesmal.'
    }
  },
  {
    pupil: null,
    by: 'secondEvaluator',
    day: 3,
    told: {
      seen: 'An zwei Rechnern im Informatikraum 118 lagen nach der sechsten Stunde Verknüpfungen zu einem VPN-Programm auf dem Desktop. Wer sie angelegt hat, weiß ich nicht.',
      from: null,
      until: '13:30',
      areas: ['web', 'software'],
      rule: 'P17',
      certainty: 'seen',
      contents: false
    },
    answer: null
  },
  {
    pupil: 402,
    by: 'teacher',
    day: 2,
    told: {
      seen: 'Ein Schüler zeigte in der Pause auf seinem Telefon Nachrichten herum, die ein anderer angeblich unter fremdem Namen im Messenger der Schule geschrieben hat. Gelesen habe ich sie nicht.',
      from: '09:30',
      until: '09:50',
      areas: ['account', 'mail'],
      rule: 'P6',
      certainty: 'heard',
      contents: true
    },
    answer: null
  }
]

/** What was reported at the demo school, and what became of it. Answers the ids of the flags, oldest first. */
export function tellDemoFlags(story: DemoStory): readonly string[] {
  return demoFlags.map((one) => tell(story, one))
}

function tell(story: DemoStory, { pupil: place, by, day, told, answer }: DemoFlag): string {
  const id = randomUUID()
  const pupil = place === null ? null : story.pupils[place]
  if (pupil === undefined) throw new Error('a pupil of the demo school is missing')
  const reporter = by === 'teacher' ? story.teacher : story.cast[by]
  const reported = story.at(day, 14, 5)
  story.happens(reported, () => {
    const about = {
      person: pupil?.id ?? null,
      names: pupil?.names ?? null,
      schoolClass: pupil?.schoolClass ?? '',
      happenedOn: germanDayOf(reported.toISOString())
    }
    const body = { flag: id, by: reporter.id }
    story.say(reported, story.device, draft('flag.reported', subjectOf(id), body, { ...told, ...about }))
  })
  if (answer === null) return id
  const { outcome, reason, message } = answer
  const answered = story.at(answer.day, 9, 35)
  story.happens(answered, () => {
    const said = draft('flag.answered', subjectOf(id), { flag: id, outcome }, { reason, message })
    story.say(answered, story.cast[answer.by].signer, said)
  })
  return id
}
