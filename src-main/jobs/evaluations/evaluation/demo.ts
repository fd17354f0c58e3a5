import { randomUUID } from 'node:crypto'
import type { EvaluationRecordContent, RecordedEvent } from '../../../contract/evaluationRecord'
import { germanDayOf } from '../../../core/calendar'
import { draft, sha256, type Draft } from '../../../core/ledger'
import type { DemoStory } from '../../../desks/demoStory'
import { subjectOf } from '../orders/course'
import { windowOf } from '../orders/window'

/** The rule of the pack for very large downloads. */
const downloadRule = {
  id: '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0f',
  title: 'Sehr große Downloads'
}
const read = { bytes: 18_204_911, lines: 96_412, rejected: 3, events: 1_284, outside: 95_125 }
const fileHash = sha256('access.log of the demo school, three weeks ago')

/**
 * An evaluation that is over: ordered, sealed, opened by both, and concluded without a violation. Its evidence is destroyed, its
 * protocol can still be printed.
 */
export function tellDemoEvaluation(story: DemoStory): void {
  const { cast, logSources } = story
  const [webFilter] = logSources
  if (webFilter === undefined) throw new Error('a source of the demo school is missing')
  const [order, evidence, session] = [randomUUID(), randomUUID(), randomUUID()]
  const both = [cast.firstEvaluator, cast.secondEvaluator]
  const given = story.at(20, 11, 0)
  const day = germanDayOf(story.at(21, 12, 0).toISOString())
  /** An instant of the morning that it is about. */
  const at = (hour: number, minute: number): number => story.at(21, hour, minute).getTime()
  const happens = (minute: number, tell: (when: Date) => void): void => {
    const when = story.at(19, 9, minute)
    story.happens(when, () => tell(when))
  }
  const bothSay = (when: Date, said: Draft): void => {
    for (const { signer } of both) story.say(when, signer, said)
  }

  story.happens(given, () => {
    const window = windowOf({ from: { day, time: '08:00' }, until: { day, time: '12:00' } }, given)
    if (!window.ok) throw new Error(window.failure.code)
    const said = draft(
      'order.given',
      subjectOf(order),
      {
        ...{ order, evaluators: both.map(({ id }) => id), contents: false, flag: null },
        expires: story.dayIn(-8)
      },
      {
        occasion:
          'Der Internetanschluss war am Vormittag überlastet; zwei Klassenarbeiten am Rechner mussten abgebrochen werden.',
        suspicion:
          'Jemand hat über das Schulnetz sehr große Datenmengen geladen, während andere es für den Unterricht brauchten.',
        rule: 'P18',
        scope: {
          ...window.value,
          ...{ sources: [webFilter], concerned: [], addresses: [], rules: [downloadRule.id], contents: false }
        },
        contentsReason: '',
        evaluators: both.map(({ id, names }) => ({ person: id, names }))
      }
    )
    story.say(given, cast.leadership.signer, said)
  })

  happens(10, (when) => {
    const [one = '', other = ''] = both.map(({ signer }) => signer.fingerprint).toSorted()
    const counts = { lines: read.lines, parsed: read.lines - read.rejected, rejected: read.rejected }
    const said = draft(
      'evidence.sealed',
      subjectOf(order),
      {
        ...{ order, evidence, digest: sha256('sealed evidence of the demo school') },
        recipients: [[one, other]],
        sources: [
          { id: webFilter.id, files: 1, ...counts, events: read.events, sha256: sha256(`${fileHash}\n`) }
        ]
      },
      {
        sources: [
          {
            ...{ id: webFilter.id, name: webFilter.name, gaps: [gap] },
            files: [
              {
                ...{ name: 'access.log', from: 0, bytes: read.bytes, sha256: fileHash },
                ...{ ...counts, rejected: { columns: read.rejected } }
              }
            ]
          }
        ]
      }
    )
    story.say(when, story.device, said)
  })
  happens(14, (when) =>
    bothSay(when, draft('evaluation.opened', subjectOf(order), { order, evidence, session }, null))
  )
  happens(22, (when) => {
    const asked = { text: 'update', pseudonym: null, groups: ['web' as const], sureties: [], source: null }
    const said = draft(
      'evaluation.searched',
      subjectOf(order),
      { order, session },
      { ...asked, from: null, until: null, onlyMarked: false, onlyFound: true, hits: 212 }
    )
    story.say(when, story.device, said)
  })
  happens(41, (when) => {
    const body = { order, session, foundCount: 1, notedCount: 1 }
    bothSay(when, draft('evaluation.recorded', subjectOf(order), body, recorded(webFilter, at)))
    const said = draft(
      'evaluation.closed',
      subjectOf(order),
      { order, judgment: 'noViolation' },
      {
        findings:
          'Ein Fund: 7,3 Gigabyte in 48 Minuten unter einer Anmeldung (bewiesen). Alle Aufrufe gehen an den Server, von dem die Leih-Tablets ihr Betriebssystem holen.',
        notFound:
          'Keine Filme, keine Spiele, keine Tunnel, keine weitere Person mit großen Datenmengen. Drei Zeilen des Webfilters waren nicht lesbar.',
        summary:
          'Der Tablet-Wagen hat im Unterricht ein großes Update geladen. Niemandem ist etwas vorzuwerfen; deshalb wurde auch niemand aufgedeckt. Vorschlag: Updates nachts laden lassen.'
      }
    )
    bothSay(when, said)
  })
  const destroyed = story.at(12, 7, 0)
  story.happens(destroyed, () => {
    const body = { order, evidence, reason: 'keptLongEnough' as const }
    story.say(destroyed, story.device, draft('evidence.destroyed', subjectOf(order), body, null))
  })
}

const gap = { code: 'linesRejected', file: 'access.log', names: [], count: read.rejected, time: null }

/** What the two had before them. */
function recorded(
  { id, name, format }: DemoStory['logSources'][number],
  at: (hour: number, minute: number) => number
): EvaluationRecordContent {
  const noted: RecordedEvent = {
    ...{ event: 311, at: at(9, 14), timeKnown: 'written', edge: 'end', act: 'webRequest', surety: 'proved' },
    ...{ person: 'person:7', address: 'address:4', device: null },
    details: [
      { name: 'method', text: ['GET'] },
      { name: 'url', text: ['https://updates.tablets.example/system/full.zip'] },
      { name: 'bytes', text: ['1824551936'] }
    ],
    ...{ source: id, file: 0, offset: 4_120_388, marked: true },
    note: 'Größter einzelner Abruf: ein Betriebssystem-Update.'
  }
  return {
    events: read.events,
    applied: [
      { ...downloadRule, sha256: sha256('large_transfers.yml of that day'), findings: 1, because: null }
    ],
    found: [
      {
        ...{ rule: downloadRule.title, from: at(8, 52), until: at(9, 40), value: 7_301_224_448, events: 212 },
        sureties: { proved: 212, claimed: 0, address: 0, device: 0, unknown: 0 },
        group: [[{ pseudonym: 'person:7' }]]
      }
    ],
    noted: [noted],
    read: [
      {
        ...{ id, name: [name], format, events: read.events, outside: read.outside },
        files: [
          {
            ...{ name: ['access.log'], from: 0, bytes: read.bytes, sha256: fileHash },
            ...{ lines: read.lines, parsed: read.lines - read.rejected, rejected: read.rejected }
          }
        ],
        gaps: [{ ...gap, file: ['access.log'] }]
      }
    ]
  }
}
