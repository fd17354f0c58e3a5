import { dayAfter, germanInstantsOf } from '../../../core/calendar'
import { createBreath } from '../../../core/cooperation'
import { SeededRandom } from '../../../core/seededRandom'
import type { SimulatedAct, WebRequest } from './acts'
import { plant, type Planted } from './planted'

/** Who is at the made-up school. Pupils have one class, teachers none. */
export interface SimulatedPerson {
  readonly login: string
  readonly schoolClass: string | null
}

export interface WeekOptions {
  readonly seed: number
  /** The first of five school days, `YYYY-MM-DD`. */
  readonly monday: string
  readonly people: readonly SimulatedPerson[]
  /** Nothing happens later (milliseconds since 1970); absent: the whole week is over. */
  readonly until?: number
  /** Pages that somebody opens in a lesson at a computer, on average; in a break half as many on their own device. */
  readonly pages: number
}

export interface SimulatedWeek {
  /** In the order of time. */
  readonly acts: readonly SimulatedAct[]
  /** What was planted, each violation with its innocent twin. */
  readonly planted: readonly Planted[]
}

/** Without a pause, milliseconds. */
const longestStretch = 10
const second = 1_000
const minute = 60 * second
/** Begin of lessons and breaks, by the school's clock. */
const lessons = ['08:00', '08:45', '09:50', '10:35', '11:40', '12:25'] as const
const breaks = ['09:30', '11:20'] as const
const lastBell = '13:10'
/** Started by everybody who sits down at a computer. */
const programs = [
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Windows\\System32\\notepad.exe'
] as const
/** Pages that the filter blocks inside a page that it allows: advertisements. */
const advertisers = ['anzeigen.example', 'zaehler.example', 'werbung.example'] as const

/**
 * One week at a made-up school, always the same for the same seed: who signs in to a computer or the WLAN, and which pages are
 * opened there. All of it is consistent: a page in a break comes from the address that the access point has told of, by the
 * person who signed in. The next day the address is somebody else's.
 */
export async function simulateWeek(options: WeekOptions): Promise<SimulatedWeek> {
  const { monday, people, until = Infinity } = options
  const week = new Week(options)
  const breath = createBreath(longestStretch)
  let day = monday
  for (let weekday = 0; weekday < 5; weekday += 1) {
    for (const place of people.keys()) {
      week.passDay(day, weekday, place)
      await breath()
    }
    day = dayAfter(day)
  }
  const planted = plant(monday, people, (act) => week.acts.push(act))
  const acts = week.acts.filter(({ at }) => at <= until).toSorted((left, right) => left.at - right.at)
  return { acts, planted: planted.filter(({ at }) => at <= until) }
}

class Week {
  readonly acts: SimulatedAct[] = []
  private readonly random: SeededRandom
  private readonly classes: readonly string[]
  private readonly instants = new Map<string, number>()
  private sessions = 0

  constructor(private readonly options: WeekOptions) {
    this.random = new SeededRandom(options.seed)
    this.classes = [...new Set(options.people.flatMap(({ schoolClass }) => schoolClass ?? []))].toSorted()
  }

  /** What one person does on one day. */
  passDay(day: string, weekday: number, place: number): void {
    const person = this.options.people[place]
    if (person === undefined) return
    const at = (time: string): number => this.clock(`${day} ${time}`, day, time)
    const isTeacher = person.schoolClass === null
    // Half of the pupils and most teachers have a device of their own with them.
    if (isTeacher ? place % 5 !== 0 : place % 2 === 0) this.ownDevice(person, place, weekday, at)
    for (const [lesson, begin] of lessons.entries()) {
      if (this.isAtComputers(person, place, weekday, lesson))
        this.atComputer(person, place, lesson, at(begin))
    }
  }

  /** What the school's clock shows, as an instant; everybody asks for the same few. */
  private clock(key: string, day: string, time: string): number {
    const known = this.instants.get(key)
    if (known !== undefined) return known
    const instant = Date.parse(germanInstantsOf(day, time).first)
    this.instants.set(key, instant)
    return instant
  }

  /** Each class is in a computer room twice a week; a teacher at some computer once a day. */
  private isAtComputers(
    { schoolClass }: SimulatedPerson,
    place: number,
    weekday: number,
    lesson: number
  ): boolean {
    if (schoolClass === null) return place % lessons.length === lesson
    const turn = this.classes.indexOf(schoolClass)
    return [turn, turn + 13].some((slot) => slot % 30 === weekday * lessons.length + lesson)
  }

  private atComputer(person: SimulatedPerson, place: number, lesson: number, begin: number): void {
    const { random } = this
    const room = person.schoolClass === null ? 90 + lesson : this.classes.indexOf(person.schoolClass) % 4
    const seat = place % 250
    const address = `10.20.${room}.${seat + 2}`
    const computer = { person: person.login, workstation: `R${room}-PC${seat}`, address }
    let at = begin + second * (20 + random.below(160))
    // Some mistype, a few several times.
    const mistakes = random.next() < 0.1 ? 1 + random.below(3) : 0
    for (let mistake = 0; mistake < mistakes; mistake += 1) {
      this.acts.push({ kind: 'computer', at, ...computer, isLetIn: false })
      at += second * (8 + random.below(15))
    }
    this.acts.push({ kind: 'computer', at, ...computer, isLetIn: true })
    this.startPrograms(person.login, computer.workstation, at)
    if (random.next() < 0.2) this.write(person, address, at + 10 * minute)
    this.browse(person.login, address, at + 30 * second, begin + 43 * minute, this.options.pages)
  }

  /** What everybody opens in a lesson. */
  private startPrograms(person: string, workstation: string, at: number): void {
    for (const [number, path] of programs.entries())
      this.acts.push({ kind: 'program', at: at + (number + 1) * 20 * second, person, workstation, path })
  }

  /** A teacher writes to a class, a pupil to one or two others. */
  private write({ login, schoolClass }: SimulatedPerson, address: string, at: number): void {
    const { random } = this
    const written = schoolClass ?? random.pick(this.classes)
    const all = this.options.people.filter((one) => one.schoolClass === written).map((one) => one.login)
    const recipients = schoolClass === null ? all : all.slice(0, 1 + random.below(2))
    this.acts.push({
      kind: 'mail',
      at,
      person: login,
      address,
      recipients,
      bytes: 800 + random.below(40_000)
    })
  }

  private ownDevice(
    { login }: SimulatedPerson,
    place: number,
    weekday: number,
    at: (time: string) => number
  ): void {
    const { random, acts } = this
    const device = `02-00-5E-${hex(place >> 8)}-${hex(place & 255)}-01`
    // The lease of a day is somebody else's on the next.
    const lease = (place * 7 + weekday * 131) % 8000
    const address = `10.30.${Math.floor(lease / 250)}.${(lease % 250) + 2}`
    const station = `ap-${place % 24}`
    const begin = at('07:35') + second * random.below(20 * 60)
    const end = at(lastBell) + second * random.below(15 * 60)
    const session = `5E${String((this.sessions += 1)).padStart(6, '0')}`
    const told = { person: login, device, station, address, session }
    acts.push({ kind: 'wlan', at: begin, person: login, device, station, isLetIn: true })
    acts.push({ kind: 'network', at: begin + second, ...told, ended: null })
    for (const pause of breaks) {
      // Going from one access point to another is one more sign-in, and nothing else.
      if (random.next() < 0.3) {
        const moved = { person: login, device, station: `ap-${random.below(24)}`, isLetIn: true }
        acts.push({ kind: 'wlan', at: at(pause) + second * random.below(120), ...moved })
      }
      this.browse(login, address, at(pause) + minute, at(pause) + 19 * minute, this.options.pages / 2)
    }
    const ended = { seconds: Math.round((end - begin) / second), bytes: random.below(40_000_000) }
    acts.push({ kind: 'network', at: end, ...told, ended })
  }

  /** The proxy asks first; then pages are opened, some of which bring blocked advertisements. */
  private browse(person: string, address: string, from: number, until: number, pages: number): void {
    const { random, acts } = this
    const visit = (host: string, at: number, more: Partial<WebRequest> = {}): void => {
      const bytes = 900 + random.below(180_000)
      const isTunnel = random.next() < 0.8
      acts.push({ kind: 'web', at, person, address, host, isTunnel, answer: 'answered', bytes, ...more })
    }
    const count = Math.round(pages * (0.5 + random.next()))
    for (let page = 0; page < count; page += 1) {
      const at = from + random.below(until - from)
      const host = `seite${random.below(400)}.example`
      if (page === 0) visit(host, at - 1, { person: null, answer: 'asked', bytes: 3_900 })
      visit(host, at)
      if (random.next() < 0.2)
        visit(random.pick(advertisers), at + 200, { answer: 'blocked', bytes: 3_600, isTunnel: false })
    }
  }
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0')
}
