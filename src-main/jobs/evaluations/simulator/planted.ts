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
  /** When this account was suspended, milliseconds; null: never. */
  readonly suspended: { readonly from: number; readonly until: number } | null
}

const second = 1_000
const hour = 3_600 * second
const gigabyte = 1_000_000_000

interface Stage {
  readonly person: string
  readonly at: number
  readonly tell: (act: SimulatedAct) => void
  readonly address: string
  readonly device: string
  /** Twenty of one or two classes. */
  readonly others: readonly string[]
  readonly pupils: readonly string[]
}

interface Scene {
  /** Name of the rule (resources/rules). */
  readonly rule: string
  /** By the school's clock; absent: the middle of the second lesson. */
  readonly time?: string
  /** The account is suspended for so long before and after, in hours. */
  readonly suspended?: { readonly before: number; readonly after: number }
  readonly violation: (stage: Stage) => void
  readonly twin: (stage: Stage) => void
}

/** What is planted for each rule. Each part has a person of its own and addresses that nobody else has. */
const scenes: readonly Scene[] = [
  {
    rule: 'filter_blocked',
    // Twenty sites, one after the other.
    violation: (stage) =>
      web(stage, 20, 9, (number) => ({ host: `spiel${number}.example`, answer: 'blocked' })),
    // One page that tries again and again to load what three advertisers have.
    twin: (stage) =>
      web(stage, 60, 2, (number) => ({ host: `anzeigen${number % 3}.example`, answer: 'blocked' }))
  },
  {
    rule: 'filter_tunnel',
    violation: (stage) => web(stage, 3, 20, () => ({ host: 'de12.nordvpn.com' })),
    // The filter has refused it: nothing was circumvented.
    twin: (stage) => web(stage, 3, 20, () => ({ host: 'de12.nordvpn.com', answer: 'blocked' }))
  },
  {
    rule: 'filter_bare_address',
    violation: (stage) => web(stage, 2, 30, () => ({ host: '203.0.113.77' })),
    // A device of the school that has no name.
    twin: (stage) => web(stage, 2, 30, () => ({ host: '10.20.7.9' }))
  },
  {
    rule: 'large_download',
    violation: (stage) => web(stage, 6, 400, () => ({ host: 'filme.example', bytes: gigabyte })),
    // Updates of the device.
    twin: (stage) => web(stage, 6, 400, () => ({ host: 'dl.delivery.mp.microsoft.com', bytes: gigabyte }))
  },
  {
    rule: 'password_guessed',
    violation: (stage) => wlan(stage, 14, 15),
    // A telephone that knows the old password, until its owner types the new one.
    twin: (stage) => wlan(stage, 14, 45)
  },
  {
    rule: 'accounts_tried',
    violation: (stage) => tryAccounts(stage, 18),
    // A tablet that goes round in a small class, each of whom mistypes once.
    twin: (stage) => tryAccounts(stage, 12)
  },
  {
    rule: 'account_on_two_devices',
    violation: (stage) => atComputers(stage, ['R3-PC251', 'R3-PC252', 'R3-PC253']),
    // The first computer was broken.
    twin: (stage) => atComputers(stage, ['R3-PC254', 'R3-PC255'])
  },
  {
    rule: 'sign_in_at_night',
    time: '02:30',
    violation: (stage) => atComputers(stage, ['R2-PC251']),
    // A telephone that stayed in the building.
    twin: (stage) => wlanTry(stage, true)
  },
  {
    rule: 'staff_computers',
    time: '19:10',
    violation: (stage) => atComputers(stage, ['R90-PC251']),
    // An evening in the computer room.
    twin: (stage) => atComputers(stage, ['R1-PC251'])
  },
  {
    rule: 'mass_mail',
    violation: (stage) => mail(stage, 150),
    // An answer to the whole class.
    twin: (stage) => mail(stage, 28)
  },
  {
    rule: 'foreign_software',
    violation: (stage) => program(stage, `C:\\Users\\${stage.person}\\Downloads\\spiel.exe`),
    // Python as the school has approved it, which lies in the person's own folder.
    twin: (stage) =>
      program(stage, `C:\\Users\\${stage.person}\\AppData\\Local\\Programs\\Python\\Python312\\python.exe`)
  },
  {
    rule: 'suspended_sign_in',
    time: '20:00',
    suspended: { before: 1, after: 1 },
    violation: (stage) => wlanTry(stage, true),
    // Turned away.
    twin: (stage) => wlanTry(stage, false)
  },
  {
    rule: 'suspended_web_use',
    time: '20:00',
    suspended: { before: 3, after: 1 },
    violation: (stage) => web(stage, 5, 60, () => ({ host: 'filme.example' })),
    // The filter asks for a sign-in that nobody can give any more.
    twin: (stage) => web(stage, 5, 60, () => ({ host: 'filme.example', answer: 'blocked' }))
  }
]

/** Plants all of it into a week, each on another school day. */
export function plant(
  monday: string,
  people: readonly SimulatedPerson[],
  tell: (act: SimulatedAct) => void
): readonly Planted[] {
  const pupils = people.filter(({ schoolClass }) => schoolClass !== null).map(({ login }) => login)
  const planted: Planted[] = []
  let day = monday
  for (const [place, { rule, time = '09:00', violation, twin, suspended }] of scenes.entries()) {
    const at = Date.parse(germanInstantsOf(day, time).first)
    for (const [part, play] of [violation, twin].entries()) {
      const number = place * 2 + part
      const person = pupils[number * 3]
      if (person === undefined) throw new Error('the made-up school has too few pupils')
      const address = `10.31.0.${number + 2}`
      const device = `02-00-5F-00-00-${String(number).padStart(2, '0')}`
      const first = (number * 20) % Math.max(1, pupils.length - 20)
      const others = pupils.slice(first, first + 20)
      play({ person, at, tell, address, device, others, pupils })
      planted.push({
        ...{ rule, isViolation: part === 0, person, at },
        suspended:
          suspended === undefined
            ? null
            : { from: at - suspended.before * hour, until: at + suspended.after * hour }
      })
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

/** One computer after the other, a minute apart. */
function atComputers({ person, at, tell, address }: Stage, workstations: readonly string[]): void {
  for (const [number, workstation] of workstations.entries())
    tell({ kind: 'computer', at: at + number * 60 * second, person, workstation, address, isLetIn: true })
}

/** So many people of the school get one mail each, two seconds apart. */
function mail({ person, at, tell, address, pupils }: Stage, count: number): void {
  for (const [number, recipient] of pupils.slice(0, count).entries())
    tell({
      kind: 'mail',
      at: at + number * 2 * second,
      person,
      address,
      recipients: [recipient],
      bytes: 2_100
    })
}

function program({ person, at, tell }: Stage, path: string): void {
  tell({ kind: 'program', at, person, workstation: 'R1-PC251', path })
}
