import { demoPeople, yearGroups, type DemoPerson } from './people'

/** Persons of the demo school with an office, all different. Each can sign in with the password of everybody there. */
export interface DemoOfficials {
  /** The headmistress (Schulleiterin). */
  readonly leadership: DemoPerson
  readonly deputy: DemoPerson
  /** A teacher who looks after the network beside the lessons. */
  readonly administrator: DemoPerson
  /** Who may be named for evaluations (P20), two for the four eyes (P21). */
  readonly evaluators: readonly [DemoPerson, DemoPerson]
  /** Class teacher of 7b. */
  readonly teacher: DemoPerson
  /** Data protection officer (Datenschutzbeauftragte), from the staff. */
  readonly dpo: DemoPerson
}

const classOfTheTeacher = '7b'

/** Places among the teachers. The group `schulleitung` has the first four; the third is the headmistress. */
const places = { leadership: 2, deputy: 0, administrator: 22, evaluators: [18, 44], teacher: 47 } as const
const placeOfTheDpo = 4

/**
 * The officials, always the same.
 *
 * @throws Error when the seed has been changed so that one of them cannot sign in
 */
export function demoOfficials(): DemoOfficials {
  const { teachers, staff } = demoPeople()
  const [one, other] = places.evaluators
  return {
    leadership: usual(teachers[places.leadership]),
    deputy: usual(teachers[places.deputy]),
    administrator: usual(teachers[places.administrator]),
    evaluators: [usual(teachers[one]), usual(teachers[other])],
    teacher: usual(teachers[places.teacher]),
    dpo: usual(staff[placeOfTheDpo])
  }
}

function usual(person: DemoPerson | undefined): DemoPerson {
  if (person?.standing !== 'usual') throw new Error('an official of the demo school cannot sign in')
  return person
}

/** The class teacher (Klassenlehrkraft) of each class, by its name. Nobody has two classes, and no other official one. */
export function demoClassTeachers(): ReadonlyMap<string, DemoPerson> {
  const { teacher, leadership, deputy, administrator, evaluators } = demoOfficials()
  const busy = new Set([teacher, leadership, deputy, administrator, ...evaluators])
  // Every second one, so that there are teachers with and without a class in each part of the list.
  const free = demoPeople()
    .teachers.filter((person) => !busy.has(person))
    .filter((_, index) => index % 2 === 0)
  const classes = yearGroups.flatMap((group) => group.classes)
  return new Map(
    classes.flatMap((name, index) => {
      const person = name === classOfTheTeacher ? teacher : free[index]
      return person === undefined ? [] : [[name, person] as const]
    })
  )
}
