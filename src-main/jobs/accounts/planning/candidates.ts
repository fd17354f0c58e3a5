import type { DoubtfulMatch } from '../../../contract/roster'
import type { Pace } from './pace'
import { addTo, keyOf, type DirectoryPerson, type RosterPerson } from './persons'
import { isNearDate, swappedFull } from './identity'
import { deletionNeighbourhood, isSimilarWord } from './similarity'

export type Why = DoubtfulMatch['candidates'][number]['why']

/** An account that may belong to a row, and what speaks for it. */
export interface Candidate {
  readonly person: DirectoryPerson
  readonly why: Why
}

/**
 * Accounts that no row has claimed, found by what they share with a row instead of by comparing all pairs.
 * The costly part, for similar spelling, is only built once a row asks for it.
 */
export class CandidateIndex {
  readonly #persons: readonly DirectoryPerson[]
  readonly #byName = new Map<string, DirectoryPerson[]>()
  readonly #byBirthDate = new Map<string, DirectoryPerson[]>()
  #byNeighbourhood: Map<string, DirectoryPerson[]> | null = null

  private constructor(persons: readonly DirectoryPerson[]) {
    this.#persons = persons
  }

  static async build(persons: readonly DirectoryPerson[], pace: Pace): Promise<CandidateIndex> {
    const index = new CandidateIndex(persons)
    for (const person of persons) {
      if (pace.isDue()) await pace.rest()
      const { kind } = person.account
      addTo(index.#byName, keyOf(kind, person.name.full), person)
      if (person.birthDate !== null) addTo(index.#byBirthDate, keyOf(kind, person.birthDate), person)
    }
    return index
  }

  /** Every account is claimed: nothing is found for anybody. */
  get isEmpty(): boolean {
    return this.#persons.length === 0
  }

  async search(row: RosterPerson, pace: Pace): Promise<Candidate[]> {
    if (this.isEmpty) return []
    return row.schoolId === null ? this.searchByName(row, pace) : this.#searchSameNameOtherId(row)
  }

  /**
   * The id is the key: only the very same name, without a birth date that speaks against it, raises a doubt. An
   * account without an id only lacks the proof, as all do in a directory that Netzwart sees for the first time.
   */
  #searchSameNameOtherId(row: RosterPerson): Candidate[] {
    const birthDate = row.entry.birthDate
    const sameName = (this.#byName.get(keyOf(row.kind, row.name.full)) ?? []).filter(
      (person) => birthDate === null || person.birthDate === null || isNearDate(birthDate, person.birthDate)
    )
    const swapped = this.#searchSwapped(row).filter((person) => !sameName.includes(person))
    const withoutId = sameName.filter(({ account }) => (account.schoolId?.trim() ?? '') === '')
    const whyWithoutId: Why = withoutId.length > 1 ? 'namesakes' : 'sameName'
    return [
      ...sameName.map((person): Candidate => ({
        person,
        why: withoutId.includes(person) ? whyWithoutId : 'sameNameOtherId'
      })),
      ...swapped.map((person): Candidate => ({ person, why: 'swappedNames' }))
    ]
  }

  #searchSwapped(row: RosterPerson): DirectoryPerson[] {
    if (row.name.given === row.name.family) return []
    return this.#byName.get(keyOf(row.kind, swappedFull(row.name))) ?? []
  }

  /** Whom the row may be about if its id is left out of account. */
  async searchByName(row: RosterPerson, pace: Pace): Promise<Candidate[]> {
    const birthDate = row.entry.birthDate
    const sameName = (this.#byName.get(keyOf(row.kind, row.name.full)) ?? []).filter(
      (person) => birthDate === null || person.birthDate === null || isNearDate(birthDate, person.birthDate)
    )
    const why = sameName.length > 1 ? 'namesakes' : 'sameName'
    // The same name does not rule out the others: whoever may be meant must not become a leaver meanwhile.
    const found = new Map<string, Candidate>()
    for (const person of sameName) found.set(person.account.id, { person, why })
    for (const person of this.#searchSwapped(row)) {
      if (!found.has(person.account.id)) found.set(person.account.id, { person, why: 'swappedNames' })
    }
    for (const candidate of this.#searchSameBirthDate(row)) {
      if (!found.has(candidate.person.account.id)) found.set(candidate.person.account.id, candidate)
    }
    for (const person of await this.#searchSimilar(row, pace)) {
      if (!found.has(person.account.id)) found.set(person.account.id, { person, why: 'similarSpelling' })
    }
    return [...found.values()]
  }

  #searchSameBirthDate(row: RosterPerson): Candidate[] {
    if (row.entry.birthDate === null) return []
    const found: Candidate[] = []
    for (const person of this.#byBirthDate.get(keyOf(row.kind, row.entry.birthDate)) ?? []) {
      const sameFamily = person.name.family === row.name.family
      const similarGiven =
        person.name.firstGiven === row.name.firstGiven || isSimilarWord(person.name.given, row.name.given)
      if (isSimilarWord(person.name.full, row.name.full) || (sameFamily && similarGiven))
        found.push({ person, why: 'similarSpelling' })
      else if (person.name.given === row.name.given) found.push({ person, why: 'changedFamilyName' })
    }
    return found
  }

  /** One of the two names equal, the other within a few letters, and no birth dates to compare. */
  async #searchSimilar(row: RosterPerson, pace: Pace): Promise<DirectoryPerson[]> {
    const index = await this.#neighbourhoods(pace)
    const { given, family } = row.name
    const found = new Set<DirectoryPerson>()
    for (const neighbour of deletionNeighbourhood(family)) {
      for (const person of index.get(keyOf(row.kind, 'given', given, neighbour)) ?? []) {
        if (isSimilarWord(person.name.family, family)) found.add(person)
      }
    }
    for (const neighbour of deletionNeighbourhood(given)) {
      for (const person of index.get(keyOf(row.kind, 'family', family, neighbour)) ?? []) {
        if (isSimilarWord(person.name.given, given)) found.add(person)
      }
    }
    if (pace.isDue()) await pace.rest()
    return [...found].filter((person) => row.entry.birthDate === null || person.birthDate === null)
  }

  async #neighbourhoods(pace: Pace): Promise<Map<string, DirectoryPerson[]>> {
    if (this.#byNeighbourhood !== null) return this.#byNeighbourhood
    const index = new Map<string, DirectoryPerson[]>()
    for (const person of this.#persons) {
      if (pace.isDue()) await pace.rest()
      const { given, family } = person.name
      const { kind } = person.account
      for (const neighbour of deletionNeighbourhood(family))
        addTo(index, keyOf(kind, 'given', given, neighbour), person)
      for (const neighbour of deletionNeighbourhood(given))
        addTo(index, keyOf(kind, 'family', family, neighbour), person)
    }
    this.#byNeighbourhood = index
    return index
  }
}
