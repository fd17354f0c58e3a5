import { randomUUID } from 'node:crypto'
import { draft } from '../../../core/ledger'
import type { DemoStory } from '../../../desks/demoStory'
import { subjectOf } from './course'

/** The rule of the pack for tunnels to listed hosts, which the made-up logs have one of. */
const tunnelRule = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d'

/** For a month a rule has been looking for circumvented filters. What it has found it finds in the logs of the demo school itself. */
export function tellDemoStandingOrder(story: DemoStory): void {
  const webFilter = story.logSources.find(({ format }) => format === 'squid')
  const sha256 = story.ruleDigests.get(tunnelRule)
  if (webFilter === undefined || sha256 === undefined)
    throw new Error('a source or a rule of the demo school is missing')
  const id = randomUUID()
  const given = story.at(30, 11, 15)
  story.happens(given, () => {
    const said = draft(
      'standingOrder.given',
      subjectOf(id),
      {
        ...{ standingOrder: id, until: story.dayIn(150), flagDays: 14 },
        rules: [{ id: tunnelRule, sha256 }],
        sources: [webFilter.id]
      },
      {
        reason:
          'Im letzten Halbjahr wurde der Webfilter mehrmals mit VPN-Programmen umgangen, auch von Jüngeren. Gespräche in den Klassen haben es nicht beendet.',
        periodsReason:
          'Bis zum Ende des Schulhalbjahres. Zwei Wochen je Hinweis, damit auch Ferien keine Rolle spielen.',
        sources: [webFilter]
      }
    )
    story.say(given, story.cast.leadership.signer, said)
  })
}
