import { randomUUID } from 'node:crypto'
import { germanDayOf } from '../../../core/calendar'
import { draft } from '../../../core/ledger'
import type { DemoStory } from '../../../desks/demoStory'
import { subjectOf } from './course'
import { windowOf } from './window'

/** The rule of the pack for tunnels to listed hosts. */
const tunnelRule = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d0d'

/**
 * The leadership has ordered an evaluation on what was found in the computer room; nobody knows who it was.
 *
 * @param flag id of the flag that it is ordered on
 */
export function tellDemoOrder(story: DemoStory, flag: string): void {
  const id = randomUUID()
  const { leadership, firstEvaluator, secondEvaluator } = story.cast
  const evaluators = [firstEvaluator, secondEvaluator]
  const given = story.at(1, 10, 20)
  const day = germanDayOf(story.at(3, 12, 0).toISOString())
  story.happens(given, () => {
    const window = windowOf({ from: { day, time: '08:00' }, until: { day, time: '13:30' } }, given)
    if (!window.ok) throw new Error(window.failure.code)
    const said = draft(
      'order.given',
      subjectOf(id),
      {
        order: id,
        evaluators: evaluators.map((one) => one.id),
        contents: false,
        expires: story.dayIn(13),
        flag
      },
      {
        occasion: 'Auf zwei Rechnern im Informatikraum 118 lagen Verknüpfungen zu einem VPN-Programm.',
        suspicion:
          'Jemand hat an diesem Vormittag mit einem VPN-Programm den Webfilter umgangen. Unterricht war im Raum bis zur sechsten Stunde; wer es war, ist nicht bekannt.',
        rule: 'P18',
        scope: {
          ...window.value,
          sources: story.logSources.filter(({ contents }) => !contents),
          concerned: [],
          addresses: [],
          rules: [tunnelRule],
          contents: false
        },
        contentsReason: '',
        evaluators: evaluators.map((one) => ({ person: one.id, names: one.names }))
      }
    )
    story.say(given, leadership.signer, said)
  })
}
