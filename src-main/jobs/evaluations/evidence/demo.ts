import { randomUUID } from 'node:crypto'
import { germanDayOf } from '../../../core/calendar'
import { permittedPairs, sealEvidence, type Recipient } from '../../../core/evidence'
import { draft, sha256 } from '../../../core/ledger'
import type { DemoCharacter, DemoStory } from '../../../desks/demoStory'
import { exact } from '../logs/formats/times'
import { subjectOf } from '../orders/course'
import { windowOf } from '../orders/window'
import { writeContent } from './content'
import type { EvidenceEvent, EvidenceSource } from './event'
import { sealedStatement } from './statement'

/** The rule of the pack for a device that tries many accounts. */
const triedRule = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d07'
/** Places of the pupils whose accounts were tried, and how many there are. */
const tried = { first: 240, count: 18 }
const device = 'BIBLIOTHEK-03'
const address = '10.20.8.13'

/**
 * Evidence that waits for its two evaluators: an order on a library computer from which accounts were tried, and a few dozen made-up
 * events, sealed for them.
 */
export function tellDemoEvidence(story: DemoStory): void {
  const { cast, logSources } = story
  const source = logSources.find(({ format }) => format === 'samba-json')
  if (source === undefined) throw new Error('a source of the demo school is missing')
  const [order, evidence] = [randomUUID(), randomUUID()]
  const both = [cast.firstEvaluator, cast.secondEvaluator]
  const given = story.at(2, 9, 20)
  const day = germanDayOf(story.at(4, 12, 0).toISOString())
  const window = windowOf({ from: { day, time: '12:30' }, until: { day, time: '14:00' } }, given)
  if (!window.ok) throw new Error(window.failure.code)

  story.happens(given, () => {
    const said = draft(
      'order.given',
      subjectOf(order),
      {
        ...{ order, evaluators: both.map(({ id }) => id), contents: false, flag: null },
        expires: story.dayIn(12)
      },
      {
        occasion:
          'Mehrere Schülerinnen und Schüler konnten sich am Nachmittag nicht anmelden, weil ihre Konten nach falschen Passwörtern gesperrt waren.',
        suspicion:
          'An einem Rechner der Bibliothek hat jemand in der Mittagspause Passwörter an fremden Konten durchprobiert.',
        rule: 'P6',
        scope: {
          ...window.value,
          ...{ sources: [source], concerned: [], addresses: [], rules: [triedRule], contents: false }
        },
        contentsReason: '',
        evaluators: both.map(({ id, names }) => ({ person: id, names }))
      }
    )
    story.say(given, cast.leadership.signer, said)
  })

  const sealedAt = story.at(1, 8, 15)
  story.happens(sealedAt, async () => {
    const events = eventsOf(story, source.id, Date.parse(window.value.from))
    const sources = [sourceOf(source, events.length)]
    const about = { evidence, order, sealedAt: sealedAt.toISOString() }
    const written = events.map((event) => ({ time: event.time, text: JSON.stringify(event) }))
    const pairs = permittedPairs(both.map(recipient), [recipient(cast.leadership)], [recipient(cast.dpo)])
    const sealed = await sealEvidence({ order, evidence }, pairs, writeContent(about, sources, written))
    if (!sealed.ok) throw new Error(sealed.failure.code)
    const { head, parts, recipients } = sealed.value
    story.keepEvidence({
      ...{ id: evidence, order, createdAt: about.sealedAt, head, parts },
      recipients: JSON.stringify(recipients)
    })
    story.say(sealedAt, story.device, sealedStatement({ order, evidence }, sealed.value, sources))
  })
}

function recipient({ id, keys, signer: { fingerprint } }: DemoCharacter): Recipient {
  return { person: id, fingerprint, keys }
}

/** Ordinary sign-ins of the hour, and in between the ones that failed at one computer. */
function eventsOf(story: DemoStory, source: string, from: number): EvidenceEvent[] {
  const event = (seconds: number, told: Partial<EvidenceEvent>): EvidenceEvent => ({
    ...{ act: 'signIn', time: from + seconds * 1_000, timing: exact, person: null, surety: 'proved' },
    ...{ address, device, details: { service: 'kerberos' }, offset: seconds * 640, source, file: 0, ...told }
  })
  const login = (place: number): string => story.pupils[place]?.names.login ?? ''
  const usual = Array.from({ length: 24 }, (_, place) =>
    event(90 + place * 190, {
      ...{ person: login(place * 31), device: `INFO-${String((place % 9) + 1).padStart(2, '0')}` },
      address: `10.20.7.${String(place + 20)}`
    })
  )
  const failed = Array.from({ length: tried.count }, (_, place) =>
    event(2_405 + place * 21, {
      ...{ act: 'signInRefused', person: login(tried.first + place), surety: 'claimed' },
      details: { service: 'kerberos', result: 'NT_STATUS_WRONG_PASSWORD' }
    })
  )
  // Whoever sat there has signed in before as themselves; that they stayed is not proved.
  const before = event(2_290, { person: login(tried.first - 1) })
  return [...usual, ...failed, before].toSorted((left, right) => left.time - right.time)
}

function sourceOf({ id, name, format }: DemoStory['logSources'][number], events: number): EvidenceSource {
  const [lines, rejected] = [events + 2_117, 1]
  return {
    ...{ id, name, format, events, outside: lines - events - rejected },
    files: [
      {
        ...{ name: 'auth.json', from: 0, bytes: lines * 640, sha256: sha256('auth.json of the demo school') },
        ...{ lines, parsed: lines - rejected, rejected: { columns: rejected } }
      }
    ],
    gaps: [{ code: 'linesRejected', file: 'auth.json', names: [], count: rejected, time: null }]
  }
}
