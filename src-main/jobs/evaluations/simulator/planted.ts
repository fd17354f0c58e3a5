import { dayAfter, germanInstantsOf } from '../../../core/calendar'
import type { SimulatedAct, WebRequest } from './acts'
import type { SimulatedPerson } from './week'

/** Something that a rule is for, or that only looks like it. */
export interface Planted {
  /** Name of the rule (resources/rules). */
  readonly rule: string
  readonly isViolation: boolean
  /** Whose account; of many accounts the first. */
  readonly person: string
  /** Milliseconds since 1970: when it begins. */
  readonly at: number
}

const second = 1_000
const gigabyte = 1_000_000_000

interface Stage {
  readonly person: string
  readonly at: number
  readonly tell: (act: SimulatedAct) => void
  readonly address: string
  readonly device: string
  readonly others: readonly string[]
}

/** What is planted for each rule, the violation first. Each has a person of its own and addresses that nobody else has. */
const scenes: readonly (readonly [
  rule: string,
  violation: (stage: Stage) => void,
  twin: (stage: Stage) => void
])[] = [
  [
    'filter_blocked',
    // Twenty sites, one after the other.
    (stage) => web(stage, 20, 9, (number) => ({ host: `spiel${number}.example`, answer: 'blocked' })),
    // One page that tries again and again to load what three advertisers have.
    (stage) => web(stage, 60, 2, (number) => ({ host: `anzeigen${number % 3}.example`, answer: 'blocked' }))
  ],
  [
    'filter_tunnel',
    (stage) => web(stage, 3, 20, () => ({ host: 'de12.nordvpn.com' })),
    // The filter has refused it: nothing was circumvented.
    (stage) => web(stage, 3, 20, () => ({ host: 'de12.nordvpn.com', answer: 'blocked' }))
  ],
  [
    'filter_bare_address',
    (stage) => web(stage, 2, 30, () => ({ host: '203.0.113.77' })),
    // A device of the school that has no name.
    (stage) => web(stage, 2, 30, () => ({ host: '10.20.7.9' }))
  ],
  [
    'large_download',
    (stage) => web(stage, 6, 400, () => ({ host: 'filme.example', bytes: gigabyte })),
    // Updates of the device.
    (stage) => web(stage, 6, 400, () => ({ host: 'dl.delivery.mp.microsoft.com', bytes: gigabyte }))
  ],
  [
    'password_guessed',
    (stage) => wlan(stage, 14, 15),
    // A telephone that knows the old password, until its owner types the new one.
    (stage) => wlan(stage, 14, 45)
  ],
  [
    'accounts_tried',
    (stage) => tryAccounts(stage, 18),
    // A tablet that goes round in a small class, each of whom mistypes once.
    (stage) => tryAccounts(stage, 12)
  ]
]

/** Plants all of it into a week, each in the middle of another school day's second lesson. */
export function plant(
  monday: string,
  people: readonly SimulatedPerson[],
  tell: (act: SimulatedAct) => void
): readonly Planted[] {
  const pupils = people.filter(({ schoolClass }) => schoolClass !== null).map(({ login }) => login)
  const planted: Planted[] = []
  let day = monday
  for (const [place, [rule, violation, twin]] of scenes.entries()) {
    const at = Date.parse(germanInstantsOf(day, '09:00').first)
    for (const [part, play] of [violation, twin].entries()) {
      const number = place * 2 + part
      const person = pupils[number * 3]
      if (person === undefined) throw new Error('the made-up school has too few pupils')
      const address = `10.31.0.${number + 2}`
      const device = `02-00-5F-00-00-${String(number).padStart(2, '0')}`
      const first = (number * 20) % Math.max(1, pupils.length - 20)
      const others = pupils.slice(first, first + 20)
      play({ person, at, tell, address, device, others })
      planted.push({ rule, isViolation: part === 0, person, at })
    }
    day = place % 5 === 4 ? monday : dayAfter(day)
  }
  return planted
}

function web(
  { person, at, tell, address }: Stage,
  count: number,
  every: number,
  what: (number: number) => Partial<WebRequest> & Pick<WebRequest, 'host'>
): void {
  for (let number = 0; number < count; number += 1) {
    tell({
      ...{ kind: 'web', at: at + number * every * second, person, address, isTunnel: true },
      ...{ answer: 'answered', bytes: 4_000 },
      ...what(number)
    })
  }
}

/** So many tries fail, so many seconds apart; the next one is let in. */
function wlan(stage: Stage, failed: number, every: number): void {
  for (let number = 0; number <= failed; number += 1)
    wlanTry({ ...stage, at: stage.at + number * every * second }, number === failed)
}

/** The device is the stage's, whoever's account is tried. */
function wlanTry({ person, at, tell, device }: Omit<Stage, 'others'>, isLetIn: boolean): void {
  tell({ kind: 'wlan', at, person, device, station: 'ap-3', isLetIn })
}

function tryAccounts({ others, ...stage }: Stage, count: number): void {
  for (const [number, person] of others.slice(0, count).entries())
    wlanTry({ ...stage, person, at: stage.at + number * 25 * second }, false)
}
