import { languages } from '../../contract/language'
import type { ParsedInput } from '../../contract/operations'
import { holdsWords, searchKey, searchWords } from '../../contract/search'
import { statementKinds } from '../../contract/ledger'
import { dayAfter, germanStartOf } from '../../core/calendar'
import { createBreath } from '../../core/cooperation'
import { RepeatedWords, type Ledger, type LedgerItem } from '../../core/ledger'
import type { Actor } from '../../core/people/actor'
import type { Subjects } from '../../desks/job'
import { aboutOf, reads } from './entries'

type Query = ParsedInput<'ledger.query'>

/** Words of a search, each in the ways of writing it. */
type LookedFor = ReturnType<typeof searchWords>

/** Longest stretch without a pause (milliseconds), however long the ledger is. */
const longestStretch = 10

/**
 * What somebody can look for in an item beside its number and subject, which stand in it; what is personal is apart, since
 * not every reader may.
 */
interface Words {
  readonly open: string
  readonly personal: string
}

/**
 * Finds entries without making one of every statement. What can be looked for is folded once for each statement, as soon
 * as somebody first opens the journal.
 */
export class JournalSearch {
  /** Of each statement, in their order. Most are the same ones again, of which there is one. */
  private open: string[] = []
  private personal: string[] = []
  private repeated = new RepeatedWords()
  /** Of subjects that are written otherwise than they are looked for. */
  private readonly subjectKeys = new Map<string, string>()
  private readonly persons = new Set<string>()
  /** Statements whose persons are known. */
  private counted = 0
  private reading: object | null = null
  private folding: Promise<void> | null = null

  constructor(
    private readonly ledger: Ledger,
    private readonly subjects: () => Subjects
  ) {}

  /** Items that are asked for, newest first, and how many there are in all. */
  async find(query: Query, reader: Actor): Promise<{ total: number; found: readonly LedgerItem[] }> {
    const { items } = this.ledger
    const looked = searchWords(query.text)
    if (looked.length > 0) await this.prepare()
    const breath = createBreath(longestStretch)
    const isAskedFor = this.filterOf(query, reader)
    const found: LedgerItem[] = []
    let total = 0
    for (let place = items.length - 1; place >= 0; place -= 1) {
      const pause = breath()
      if (pause !== undefined) await pause
      const item = items[place]
      if (item === undefined || !isAskedFor(item) || !this.hasWords(item, place, looked, reader)) continue
      if (total >= query.offset && found.length < query.limit) found.push(item)
      total += 1
    }
    return { total, found }
  }

  /** Everyone who has signed or asked for something, by name. */
  get people(): { person: string; name: string }[] {
    const { ledger, persons } = this
    if (this.reading !== ledger.reading) this.forget()
    for (; this.counted < ledger.items.length; this.counted += 1) {
      const item = ledger.items[this.counted]
      if (item?.signedBy?.person != null) persons.add(item.signedBy.person)
      const by = item?.statement?.body['by']
      if (typeof by === 'string') persons.add(by)
    }
    return [...persons]
      .map((person) => ({ person, name: ledger.nameOfPerson(person) }))
      .toSorted((left, right) => left.name.localeCompare(right.name, 'de'))
  }

  /** Folds what was said since, in short stretches. */
  prepare(): Promise<void> {
    this.folding ??= this.foldAll().finally(() => (this.folding = null))
    return this.folding
  }

  private async foldAll(): Promise<void> {
    if (this.reading !== this.ledger.reading) this.forget()
    const { open, repeated } = this
    const { items } = this.ledger
    const breath = createBreath(longestStretch)
    for (;;) {
      const pause = breath()
      if (pause !== undefined) await pause
      const item = items[open.length]
      if (item === undefined || open !== this.open) return
      const words = this.wordsOf(item)
      open.push(repeated.once(words.open))
      this.personal.push(repeated.once(words.personal))
    }
  }

  /** Names were changed, or the ledger was read anew. */
  private forget(): void {
    this.open = []
    this.personal = []
    this.repeated = new RepeatedWords()
    this.subjectKeys.clear()
    this.persons.clear()
    this.counted = 0
    this.reading = this.ledger.reading
  }

  private wordsOf(item: LedgerItem): Words {
    const { ledger } = this
    const { statement } = item
    if (statement === null) return { open: '', personal: '' }
    const { kind, key, subject, body } = statement
    const by = typeof body['by'] === 'string' ? ledger.nameOfPerson(body['by']) : ''
    const names = languages.map((language) => statementKinds[kind].name[language])
    const open = [...names, ledger.nameOf(key), by, aboutOf(ledger, subject, this.subjects())]
    const subjectKey = searchKey([subject])
    if (subjectKey !== subject) this.subjectKeys.set(subject, subjectKey)
    const payload = ledger.payloadOf(item)
    return { open: searchKey(open), personal: payload === null ? '' : searchKey([JSON.stringify(payload)]) }
  }

  /** Every word must occur in what the entry is called, who said it, whom it is about or what it says. */
  private hasWords(item: LedgerItem, place: number, looked: LookedFor, reader: Actor): boolean {
    if (looked.length === 0) return true
    const { sequence, statement } = item
    if (statement === null) return false
    const { open, personal } = this.wordsAt(place) ?? this.wordsOf(item)
    const number = String(sequence)
    const subject = this.subjectKeys.get(statement.subject) ?? statement.subject
    const others = looked.filter(
      (word) => !holdsWords(open, [word]) && !holdsWords(number, [word]) && !holdsWords(subject, [word])
    )
    if (others.length === 0) return true
    return holdsWords(personal, others) && reads(reader, statement, this.subjects())
  }

  private wordsAt(place: number): Words | null {
    const open = this.open[place]
    const personal = this.personal[place]
    return open === undefined || personal === undefined ? null : { open, personal }
  }

  /** By what stands beside the words. What nobody can read is no entry. */
  private filterOf(query: Query, reader: Actor): (item: LedgerItem) => boolean {
    const { subject, person } = query
    const kinds = new Set<string>(query.kinds)
    const from = query.from === null ? '' : germanStartOf(query.from)
    // The year after the last that has four digits is written otherwise.
    const isOpen = query.until === null || query.until >= '9999-12-31'
    const until = isOpen ? '~' : germanStartOf(dayAfter(query.until ?? ''))
    return (item) => {
      const { statement } = item
      if (statement === null || statement.time < from || statement.time >= until) return false
      if (kinds.size > 0 && !kinds.has(statement.kind)) return false
      if (subject !== null && statement.subject !== subject) return false
      return person === null || this.concerns(item, person, reader)
    }
  }

  /** Signed by the person, at their wish, or about them as far as the reader sees it. */
  private concerns(item: LedgerItem, person: string, reader: Actor): boolean {
    const { statement, signedBy } = item
    if (statement === null) return false
    const { body } = statement
    if ([signedBy?.person, body['by'], body['person']].includes(person)) return true
    return this.ledger.payloadOf(item)?.['person'] === person && reads(reader, statement, this.subjects())
  }
}
