import { fold } from './folding'

/** What a field holds; null: the log says that it holds nothing. */
export type FieldValue = string | number | boolean | null

/**
 * Reads a field of an event by the name that rules have for it; undefined: the event has no such field. The empty name asks
 * for everything that a keyword is looked for in: the entry as it stands, or all its values.
 */
export type FieldReader = (field: string) => FieldValue | readonly FieldValue[] | undefined

/** Which logs a rule is about, and which one an event comes from, in Sigma's words. */
export interface LogSource {
  readonly category?: string | undefined
  readonly product?: string | undefined
  readonly service?: string | undefined
}

/** Whether a rule about `asked` is about a log: what it leaves open may be anything. */
export function isAbout(asked: LogSource, { category, product, service }: LogSource): boolean {
  return (
    (asked.category ?? category) === category &&
    (asked.product ?? product) === product &&
    (asked.service ?? service) === service
  )
}

/** Where an event stands: reference to the evidence, not the evidence. */
export interface EventPlace {
  readonly source: string
  /** Of its first byte. */
  readonly offset: number
}

export interface RuleEvent {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly place: EventPlace
  readonly logSource: LogSource
  readonly read: FieldReader
}

/** null: the field holds nothing; undefined: there is none. */
type Texts = string | readonly string[] | null | undefined

const schoolTime = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Berlin',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23'
})
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Fields that follow from the time of the event, at school: `hour` 0 to 23, `weekday` 1 (Monday) to 7. */
const timeFields: Readonly<Record<string, (at: number) => string>> = {
  hour: (at) => String(Number(partOf(at, 'hour'))),
  weekday: (at) => String(weekdays.indexOf(partOf(at, 'weekday')) + 1)
}

function partOf(at: number, type: 'hour' | 'weekday'): string {
  return schoolTime.formatToParts(at).find((part) => part.type === type)?.value ?? ''
}

/** The fields that a set of rules asks for, each with a number by which its values are found fast. */
export class Fields {
  readonly names: string[] = []
  private readonly numbers = new Map<string, number>()

  numberOf(name: string): number {
    const known = this.numbers.get(name)
    if (known !== undefined) return known
    this.numbers.set(name, this.names.length)
    return this.names.push(name) - 1
  }
}

/**
 * One event after the other, as the rules see it: each field is read, made a text and folded at most once, however many rules
 * ask for it.
 */
export class EventView {
  at = 0
  private read: FieldReader = () => undefined
  /** Which event the kept values belong to. */
  private turn = 0
  private readonly readIn: number[] = []
  private readonly foldedIn: number[] = []
  private readonly kept: Texts[] = []
  private readonly keptFolded: (string | readonly string[])[] = []

  constructor(private readonly fields: Fields) {}

  show(event: Pick<RuleEvent, 'at' | 'read'>): this {
    this.at = event.at
    this.read = event.read
    this.turn++
    return this
  }

  texts(field: number): Texts {
    if (this.readIn[field] !== this.turn) {
      this.readIn[field] = this.turn
      this.kept[field] = this.readTexts(this.fields.names[field] ?? '')
    }
    return this.kept[field]
  }

  /** Folded as `texts` gives them; to be asked for where there are some. */
  folded(field: number): string | readonly string[] {
    if (this.foldedIn[field] !== this.turn) {
      this.foldedIn[field] = this.turn
      const texts = this.texts(field) ?? ''
      this.keptFolded[field] = typeof texts === 'string' ? fold(texts) : texts.map(fold)
    }
    return this.keptFolded[field] ?? ''
  }

  private readTexts(name: string): Texts {
    const value = this.read(name)
    if (typeof value === 'string') return value
    if (value === undefined) return Object.hasOwn(timeFields, name) ? timeFields[name]?.(this.at) : undefined
    if (value === null) return null
    if (typeof value !== 'object') return String(value)
    const texts = value.filter((one) => one !== null).map(String)
    return texts.length === 0 ? null : texts
  }
}
