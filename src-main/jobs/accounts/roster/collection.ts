import { createHash } from 'node:crypto'
import type { RejectedRow, RosterEntry, RosterTrace } from '../../../contract/roster'
import type { Breath } from '../../../core/cooperation'
import { readingsOf } from './encoding'
import { reject, type Rejection } from './fields'
import { personKey } from './rows'
import type { RosterCounts, RosterResult } from './types'
import { excerptOf } from './visible'

/** Where a row stands and how it looks there. */
export interface RowOrigin {
  readonly file: string
  readonly line: number
  readonly raw: string
  /** The row cut into cells, where that was possible: it may span lines that `raw` does not show. */
  readonly cells?: readonly string[] | undefined
  /** In place of `cells` where cutting `raw` at this gives them: a whole school's cells are too much to keep. */
  readonly separator?: string | undefined
}

/** Whose row it is that was not taken over. */
export interface RowOwner {
  /** null: could not be read. */
  readonly schoolId: string | null
}

/** Kept of every row of a whole school: as little as a rejection needs. */
interface Candidate {
  readonly entry: RosterEntry
  readonly raw: string
  readonly source: Source
  /** Of a row that cannot be cut again without regard to its quotes. */
  readonly cells: readonly string[] | undefined
}

/** What rows of one table share. */
type Source = Pick<RowOrigin, 'file' | 'separator'>

type Collected = Pick<
  RosterResult,
  'entries' | 'rejected' | 'rejectedIds' | 'traces' | 'classes' | 'digest'
> & {
  readonly counts: RosterCounts
}

/** Characters; each call of the hash costs more than joining the entries. */
const digestedAtOnce = 16_384

const noRows: readonly never[] = []

const naturalOrder = new Intl.Collator('de', { numeric: true })

/**
 * Gathers the rows of a roster and decides about rows on the same person.
 *
 * With the same school id: the same name, birth date and kind make one person, whose classes are joined; anything
 * else means that a number was given twice, and none of the rows is taken. Without a school id: rows that are
 * alike in everything and have a birth date are one person; rows that share the name (and birth date, if any)
 * but differ cannot be told apart, and none of them is taken.
 */
export class Collection {
  /** The first row of each person; the rows after it, which few have, by the same key. */
  private readonly groups = new Map<string, Candidate>()
  private readonly others = new Map<string, Candidate[]>()
  private readonly rejected: { row: RejectedRow; fileIndex: number }[] = []
  private readonly rejectedIds = new Set<string>()
  private readonly traces: RosterTrace[] = []
  private readonly files = new Map<string, number>()
  private source: Source = { file: '' }
  private hasRowsWithoutId = false
  private rows = 0

  /** Rows added so far. */
  get size(): number {
    return this.rows
  }

  accept(entry: RosterEntry, origin: RowOrigin): void {
    this.rows += 1
    if (entry.schoolId === null) this.hasRowsWithoutId = true
    // Pupils and teachers may be numbered independently. A guardian may be called as the child is.
    const guardian = entry.kind === 'guardian' ? 'guardian\n' : ''
    const key =
      entry.schoolId === null
        ? `person\n${guardian}${personKey(entry)}`
        : `id\n${entry.kind}\n${entry.schoolId}`
    const { file, separator, raw, cells } = origin
    if (this.source.file !== file || this.source.separator !== separator) this.source = { file, separator }
    const row = { entry, raw, source: this.source, cells }
    if (!this.groups.has(key)) {
      this.groups.set(key, row)
      return
    }
    const others = this.others.get(key)
    if (others === undefined) this.others.set(key, [row])
    else others.push(row)
  }

  /**
   * `owner`: whose account must not read as a leaver's because of this, as far as it can be read; null: nobody's,
   * since the roster itself says that the person has left, or the row is about no person.
   */
  reject(rejection: Rejection, origin: RowOrigin, owner: RowOwner | null): void {
    this.rows += 1
    this.list(rejection, origin)
    if (owner !== null) this.keep(rejection, origin, owner.schoolId)
  }

  async finish(kind: string, breath: Breath): Promise<Collected> {
    const entries: RosterEntry[] = []
    const classes = new Map<string, number>()
    const counts = { accepted: 0, merged: 0, withoutId: 0, withoutClass: 0 }
    const digest = createHash('sha256').update(kind)
    const identified = await this.namesWithId(breath)
    let digested = ''
    for (const [key, first] of this.groups) {
      const pause = breath()
      if (pause !== undefined) await pause
      const others = this.others.get(key) ?? noRows
      const entry = this.decide(first, others, identified)
      if (entry === null) continue
      entries.push(entry)
      counts.accepted += 1
      counts.merged += others.length
      if (entry.schoolId === null) counts.withoutId += 1
      if (entry.kind === 'pupil' && entry.classes.length === 0) counts.withoutClass += 1
      for (const name of entry.classes) classes.set(name, (classes.get(name) ?? 0) + 1)
      digested += digestPart(entry)
      if (digested.length < digestedAtOnce) continue
      digest.update(digested)
      digested = ''
    }
    digest.update(digested)
    this.rejected.sort((a, b) => a.fileIndex - b.fileIndex || a.row.line - b.row.line)
    return {
      entries,
      rejected: this.rejected.map(({ row }) => row),
      rejectedIds: [...this.rejectedIds],
      traces: this.traces,
      counts: { rows: this.rows, ...counts, rejected: this.rejected.length },
      classes: [...classes]
        .map(([name, count]) => ({ name, count }))
        .sort((a, b) => naturalOrder.compare(a.name, b.name)),
      digest: digest.digest('hex')
    }
  }

  private list(rejection: Rejection, origin: RowOrigin): void {
    const fileIndex = this.files.get(origin.file) ?? this.files.size
    this.files.set(origin.file, fileIndex)
    const { file, line, raw } = origin
    this.rejected.push({ row: { file, line, ...rejection, excerpt: excerptOf(raw) }, fileIndex })
  }

  private keep({ code }: Rejection, origin: RowOrigin, schoolId: string | null): void {
    if (schoolId !== null) this.rejectedIds.add(schoolId)
    const { file, line, raw, separator } = origin
    const cells = origin.cells ?? (separator === undefined ? [raw] : raw.split(separator))
    const texts = readingsOf(cells.join('\n'))
    this.traces.push({ file, line, code, texts, schoolId })
  }

  /** Persons who stand in the roster with a school id and a birth date. */
  private async namesWithId(breath: Breath): Promise<ReadonlySet<string>> {
    const keys = new Set<string>()
    if (!this.hasRowsWithoutId) return keys
    for (const { entry } of this.groups.values()) {
      const pause = breath()
      if (pause !== undefined) await pause
      if (entry.schoolId === null || entry.birthDate === null) continue
      keys.add(personKey(entry))
    }
    return keys
  }

  /** The one person the rows are about; null: they were rejected. */
  private decide(
    first: Candidate,
    others: readonly Candidate[],
    identified: ReadonlySet<string>
  ): RosterEntry | null {
    const { schoolId } = first.entry
    const standsTwice = schoolId === null && identified.has(personKey(first.entry))
    const one = schoolId === null ? isSameRow : isSamePerson
    if (!standsTwice && others.every((other) => one(first.entry, other.entry)))
      return others.length === 0
        ? first.entry
        : merge(
            [first, ...others].map(({ entry }) => entry),
            first.entry
          )
    const group = [first, ...others]
    const lines = summarizeLines(group)
    for (const { entry, raw, source, cells } of group) {
      const origin = { ...source, line: entry.line, raw, cells }
      const { rejection } =
        schoolId === null
          ? reject('duplicatePerson', { lines })
          : reject('duplicateId', { id: schoolId, lines })
      this.list(rejection, origin)
      this.keep(rejection, origin, schoolId)
    }
    return null
  }
}

function isSamePerson(one: RosterEntry, other: RosterEntry): boolean {
  return personKey(one) === personKey(other) && one.kind === other.kind
}

function isSameRow(one: RosterEntry, other: RosterEntry): boolean {
  return (
    one.birthDate !== null &&
    isSamePerson(one, other) &&
    one.mail === other.mail &&
    one.leavesOn === other.leavesOn &&
    one.login === other.login &&
    one.classes.join('\n') === other.classes.join('\n')
  )
}

/** All classes; the later leaving day, none being the latest, so that nobody is closed early by an old row. */
function merge(entries: readonly RosterEntry[], first: RosterEntry): RosterEntry {
  const leavingDays = entries.map((entry) => entry.leavesOn)
  const login = entries.find((entry) => entry.login !== undefined)?.login
  const groups = [...new Set(entries.flatMap((entry) => entry.groups ?? []))].sort()
  const children = [...new Set(entries.flatMap((entry) => entry.children ?? []))].sort()
  return {
    ...first,
    ...(groups.length === 0 ? {} : { groups }),
    ...(children.length === 0 ? {} : { children }),
    ...(login === undefined ? {} : { login }),
    classes: [...new Set(entries.flatMap((entry) => entry.classes))].sort(naturalOrder.compare),
    mail: entries.find((entry) => entry.mail !== null)?.mail ?? null,
    leavesOn: leavingDays.includes(null) ? null : (leavingDays.toSorted().at(-1) ?? null)
  }
}

function summarizeLines(group: readonly Candidate[]): string {
  const lines = group.slice(0, 10).map(({ entry }) => String(entry.line))
  return group.length > lines.length ? `${lines.join(', ')}, …` : lines.join(', ')
}

function digestPart(entry: RosterEntry): string {
  const { schoolId, familyName, givenName, birthDate, classes, kind, mail, leavesOn } = entry
  const { login, groups, children } = entry
  const part: unknown[] = [schoolId, familyName, givenName, birthDate, classes, kind, mail, leavesOn]
  // Only where they are there: rosters without them keep their digest.
  if (login !== undefined) part.push({ login })
  if (groups !== undefined) part.push({ groups })
  if (children !== undefined) part.push({ children })
  return `${JSON.stringify(part)}\n`
}
