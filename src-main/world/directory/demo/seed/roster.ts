import iconv from 'iconv-lite'
import { demoPeople, makeBirthDate, NameMaker, type DemoPerson } from './people'
import { SeededRandom } from '../../../../core/seededRandom'

export interface DemoRoster {
  /** File name. */
  readonly name: string
  /** `;`-separated, Windows-1252, Windows line ends: what school software exports. */
  readonly bytes: Uint8Array
}

interface Row {
  readonly schoolId: string
  readonly familyName: string
  readonly givenName: string
  readonly birthDate: string
  readonly schoolClass: string
}

const header = 'Schüler-ID;Nachname;Vorname;Geburtsdatum;Klasse'

/** `2015-03-09` as the exports write it: `09.03.2015`. */
function germanDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return date.includes('-') ? `${day}.${month}.${year}` : date
}

function encode(name: string, rows: readonly Row[]): DemoRoster {
  const lines = rows.map((row) =>
    [row.schoolId, row.familyName, row.givenName, germanDate(row.birthDate), row.schoolClass].join(';')
  )
  return { name, bytes: iconv.encode(`${[header, ...lines].join('\r\n')}\r\n`, 'windows-1252') }
}

function toRow(person: DemoPerson): Row {
  const { schoolId, familyName, givenName, birthDate, schoolClass } = person
  return { schoolId, familyName, givenName, birthDate, schoolClass }
}

/** The class one year later; null: the person has finished school. */
export function nextClass(schoolClass: string): string | null {
  const match = /^(\d+)([a-d])$/.exec(schoolClass)
  if (match) return match[1] === '10' ? 'EF' : `${Number(match[1]) + 1}${match[2] ?? ''}`
  return { EF: 'Q1', Q1: 'Q2' }[schoolClass] ?? null
}

/** Who leaves besides the last year: some after class 10, and a few who move away. */
function leaves(pupil: DemoPerson, index: number): boolean {
  if (nextClass(pupil.schoolClass) === null) return true
  if (pupil.schoolClass.startsWith('10')) return index % 4 === 1
  return index % 67 === 31
}

/** What became of the persons whom the roster names in a special way. */
const renames: Readonly<Record<number, string>> = {
  12: 'Baumgartner',
  205: 'Müller-Lüdenscheid',
  390: 'von Weizenfeld',
  610: 'Öztürk'
}

function moveUp(pupils: readonly DemoPerson[]): Row[] {
  return pupils.flatMap((pupil, index) => {
    if (leaves(pupil, index)) return []
    const familyName = renames[index] ?? pupil.familyName
    return [{ ...toRow(pupil), familyName, schoolClass: nextClass(pupil.schoolClass) ?? '' }]
  })
}

function makeNewcomers(): Row[] {
  const random = new SeededRandom(20270802)
  const names = new NameMaker(random)
  const known = new Set(demoPeople().pupils.map((pupil) => `${pupil.givenName} ${pupil.familyName}`))
  const places = [
    ...['5a', '5b', '5c', '5d'].flatMap((schoolClass) => Array.from({ length: 30 }, () => schoolClass)),
    '6b',
    '7d',
    '8a',
    '9c',
    'EF',
    'EF',
    'Q1'
  ]
  return places.map((schoolClass, index) => {
    let name = names.next()
    while (known.has(`${name.givenName} ${name.familyName}`)) name = names.next()
    const grade = { EF: 11, Q1: 12 }[schoolClass] ?? Number.parseInt(schoolClass)
    return {
      ...name,
      schoolId: `S-${11_001 + index}`,
      birthDate: makeBirthDate(random, 2022 - grade),
      schoolClass
    }
  })
}

/** Rows about whom a person has to decide: without an id, misspelled, or with somebody else's id. */
function makeDoubtful(rows: Row[]): void {
  const indexOf = (test: (row: Row) => boolean): number => rows.findIndex(test)
  const change = (index: number, changes: Partial<Row>): void => {
    const row = rows[index]
    if (row) rows[index] = { ...row, ...changes }
  }
  change(
    indexOf((row) => row.givenName === 'Lena' && row.familyName === 'Schmidt'),
    { schoolId: '' }
  )
  change(
    indexOf((row) => row.givenName === 'Jan' && row.familyName === 'Meyer'),
    {
      schoolId: '',
      familyName: 'Meier'
    }
  )
  change(
    indexOf((row) => row.schoolClass === '7a'),
    { schoolId: '' }
  )
  change(
    indexOf((row) => row.schoolClass === '9b'),
    { schoolId: 'S-11900' }
  )
}

/** Rows that cannot be taken over: a missing name, a date that does not exist, an id that comes twice. */
function makeRejected(rows: readonly Row[]): Row[] {
  const duplicate = rows.find((row) => row.schoolClass === 'Q1' && row.schoolId !== '')
  return [
    { schoolId: 'S-11901', familyName: '', givenName: 'Marlene', birthDate: '2016-11-03', schoolClass: '5a' },
    {
      schoolId: 'S-11902',
      familyName: 'Weber',
      givenName: 'Juna',
      birthDate: '31.02.2017',
      schoolClass: '5b'
    },
    {
      schoolId: duplicate?.schoolId ?? '',
      familyName: 'Krämer',
      givenName: 'Tilda',
      birthDate: '2010-04-12',
      schoolClass: 'Q1'
    }
  ]
}

/**
 * The prepared roster of the school year 2027/28: everybody one class up, the last year and some others gone
 * (more than a tenth, so that the accident guard asks), a new class 5, renamed persons, one who comes back, and
 * rows to decide and to reject.
 */
export function demoRoster(): DemoRoster {
  const { pupils, formerPupils } = demoPeople()
  const rows = moveUp(pupils)
  makeDoubtful(rows)
  const returning = formerPupils.slice(0, 1).map((person) => ({ ...toRow(person), schoolClass: '10b' }))
  const complete = [...rows, ...returning, ...makeNewcomers()]
  return encode('schueler-2027.csv', [...complete, ...makeRejected(complete)])
}

/** The roster that the directory was made from: planning with it changes nothing. */
export function currentDemoRoster(): DemoRoster {
  return encode('schueler-2026.csv', demoPeople().pupils.map(toRow))
}
