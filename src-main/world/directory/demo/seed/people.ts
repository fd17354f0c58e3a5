import { boys, girls, pupilFamilies, staffGivenNames, staffPeople } from './names'
import { SeededRandom } from '../../../../core/seededRandom'
import { makeLogin } from './transliterate'

/** The standing of an account on the first day. Most are `usual`: the person has signed in before. */
export type Standing = 'usual' | 'neverSignedIn' | 'suspended' | 'suspendedUntil' | 'lockedOut' | 'left'

export interface DemoPerson {
  readonly schoolId: string
  readonly login: string
  readonly givenName: string
  readonly familyName: string
  /** `YYYY-MM-DD`. Only rosters have it; the directory does not. */
  readonly birthDate: string
  /** Empty for teachers, staff and who has left. */
  readonly schoolClass: string
  readonly standing: Standing
}

export interface DemoPeople {
  readonly pupils: readonly DemoPerson[]
  /** Pupils of former years whose accounts are still there. */
  readonly formerPupils: readonly DemoPerson[]
  readonly teachers: readonly DemoPerson[]
  readonly staff: readonly DemoPerson[]
  readonly logins: ReadonlySet<string>
}

/** Year groups of the school year 2026/27 with their classes and sizes: 5 to 10 in four classes, then EF to Q2. */
export const yearGroups: readonly { classes: readonly string[]; size: number; bornAround: number }[] = [
  ...[5, 6, 7, 8, 9, 10].map((grade, index) => ({
    classes: ['a', 'b', 'c', 'd'].map((letter) => `${grade}${letter}`),
    size: grade < 8 ? 28 : 27,
    bornAround: 2016 - index
  })),
  { classes: ['EF'], size: 86, bornAround: 2010 },
  { classes: ['Q1'], size: 78, bornAround: 2009 },
  { classes: ['Q2'], size: 74, bornAround: 2008 }
]

/** 365 days that end with September of the year. */
export function makeBirthDate(random: SeededRandom, year: number): string {
  const last = Date.UTC(year, 8, 30)
  return new Date(last - random.below(365) * 86_400_000).toISOString().slice(0, 10)
}

export interface NamedPerson {
  readonly givenName: string
  readonly familyName: string
}

/** Invents names; the same full name only where it is asked for. */
export class NameMaker {
  private readonly used = new Set<string>()

  constructor(private readonly random: SeededRandom) {}

  next(familyName?: string): NamedPerson {
    for (;;) {
      const person = {
        givenName: this.random.pick(this.random.below(2) === 0 ? girls : boys),
        familyName: familyName ?? this.random.pick(pupilFamilies)
      }
      const full = `${person.givenName} ${person.familyName}`
      // Namesakes and persons of the roster's special rows are placed by hand.
      if (this.used.has(full) || full === 'Lena Schmidt' || full === 'Jan Meyer') continue
      this.used.add(full)
      return person
    }
  }
}

function standingOf(index: number): Standing {
  if ([101, 333, 555, 777].includes(index)) return 'suspended'
  if (index === 250) return 'suspendedUntil'
  if (index === 420) return 'lockedOut'
  return index % 7 === 3 ? 'neverSignedIn' : 'usual'
}

function makePupils(random: SeededRandom, names: NameMaker, logins: Set<string>): DemoPerson[] {
  const pupils: DemoPerson[] = []
  for (const group of yearGroups) {
    for (const schoolClass of group.classes) {
      let twin: { familyName: string; birthDate: string } | null = null
      for (let seat = 0; seat < group.size; seat += 1) {
        const index = pupils.length
        // Twins sit on seats 10 and 11 of four classes; the two of one name in 6a and 6c, and Jan Meyer in 8b.
        const hasTwins = ['5b', '7c', '8d', 'EF'].includes(schoolClass)
        const birthDate: string =
          hasTwins && seat === 11 && twin ? twin.birthDate : makeBirthDate(random, group.bornAround)
        let person = names.next(hasTwins && seat === 11 ? twin?.familyName : undefined)
        if (seat === 5 && ['6a', '6c'].includes(schoolClass))
          person = { givenName: 'Lena', familyName: 'Schmidt' }
        if (seat === 5 && schoolClass === '8b') person = { givenName: 'Jan', familyName: 'Meyer' }
        if (seat === 10) twin = { familyName: person.familyName, birthDate }
        pupils.push({
          ...person,
          schoolId: `S-${10_001 + index}`,
          login: makeLogin(person.givenName, person.familyName, logins),
          birthDate,
          schoolClass,
          standing: standingOf(index)
        })
      }
    }
  }
  return pupils
}

function makeStaff(
  random: SeededRandom,
  logins: Set<string>,
  count: number,
  prefix: string,
  given: readonly NamedPerson[]
): DemoPerson[] {
  const used = new Set<string>()
  return Array.from({ length: count }, (_, index): DemoPerson => {
    let person = given[index]
    while (!person || used.has(`${person.givenName} ${person.familyName}`)) {
      person = { givenName: random.pick(staffGivenNames), familyName: random.pick(pupilFamilies) }
    }
    used.add(`${person.givenName} ${person.familyName}`)
    return {
      ...person,
      schoolId: `${prefix}-${101 + index}`,
      login: makeLogin(person.givenName, person.familyName, logins),
      birthDate: makeBirthDate(random, 1965 + random.below(32)),
      schoolClass: '',
      standing: index % 11 === 9 ? 'neverSignedIn' : 'usual'
    }
  })
}

function splitName(full: string): NamedPerson {
  const parts = full.split(' ')
  return { givenName: parts.slice(0, -1).join(' '), familyName: parts.at(-1) ?? full }
}

let made: DemoPeople | null = null

/** The people of the Gesamtschule am Lindenhain in the school year 2026/27, always the same. */
export function demoPeople(): DemoPeople {
  if (made) return made
  const random = new SeededRandom(20260803)
  const names = new NameMaker(random)
  const logins = new Set<string>(['netzwart', 'gast', 'beamer', 'scanner'])
  const pupils = makePupils(random, names, logins)
  const formerPupils = Array.from({ length: 5 }, (_, index): DemoPerson => {
    const person = names.next()
    return {
      ...person,
      schoolId: `S-${9_801 + index}`,
      login: makeLogin(person.givenName, person.familyName, logins),
      birthDate: makeBirthDate(random, 2012),
      schoolClass: '',
      standing: 'left'
    }
  })
  const abroad = staffPeople.map(splitName)
  const teachers = makeStaff(random, logins, 75, 'L', abroad.slice(0, 12))
  const staff = makeStaff(random, logins, 12, 'M', abroad.slice(12))
  made = { pupils, formerPupils, teachers, staff, logins }
  return made
}
