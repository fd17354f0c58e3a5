import { writeFile } from 'node:fs/promises'
import iconv from 'iconv-lite'

/** A made-up pupil as a row of a school's export. */
export interface Pupil {
  readonly id: string
  readonly familyName: string
  readonly givenName: string
  readonly birthDate: string
  readonly schoolClass: string
}

const familyNames = [
  ['Müller-Lüdenscheidt', 'Groß', 'Šimon', 'von der Heide', 'Öztürk'],
  ['Bäcker', 'Kröger', 'D’Angelo', 'Nguyen', 'Jürgens'],
  ['Žižek', 'Çelik', 'Weiß', 'van den Berg', 'Schäfer']
].flat()
const givenNames = ['Anna-Lena', 'Zoë', 'Björn', 'Étienne', 'Ñora', 'Jörg', 'Mira', 'Özlem'] as const
const years = [5, 6, 7, 8, 9, 10] as const

/** Ten pupils in each of the classes 5a to 10b. Everyone has a name of their own. */
export function pupilsOfSchool(): Pupil[] {
  const classes = years.flatMap((year) => [`${year}a`, `${year}b`])
  return classes.flatMap((schoolClass, place) =>
    Array.from({ length: 10 }, (_, seat) => {
      const number = place * 10 + seat
      return {
        id: String(20_001 + number),
        familyName: familyNames[number % familyNames.length] ?? '',
        givenName: givenNames[Math.floor(number / familyNames.length)] ?? '',
        birthDate: `0${1 + (seat % 9)}.11.${2021 - Number.parseInt(schoolClass, 10) - 5}`,
        schoolClass
      }
    })
  )
}

/** The school a year later: everyone one class further, the last year gone, six newcomers in each first class. */
export function nextYear(pupils: readonly Pupil[]): Pupil[] {
  const moved = pupils
    .filter(({ schoolClass }) => !schoolClass.startsWith('10'))
    .map((pupil) => ({
      ...pupil,
      schoolClass: pupil.schoolClass.replace(/^\d+/, (year) => String(Number(year) + 1))
    }))
  const newcomers = ['5a', '5b'].flatMap((schoolClass, place) =>
    Array.from({ length: 6 }, (_, seat) => ({
      id: String(21_001 + place * 6 + seat),
      familyName: `Neuling${['au', 'berg', 'dorf', 'feld', 'hof', 'mann'][seat] ?? ''}`,
      givenName: place === 0 ? 'Åsa' : 'Käthe',
      birthDate: `0${seat + 1}.03.2016`,
      schoolClass
    }))
  )
  return [...moved, ...newcomers]
}

/** Rows that no program may take over, and why not. */
const brokenRows = [
  '29001;;Ohne;01.01.2015;5a',
  '29002;Unsinn;Tag;31.02.2015;5a',
  '20001;Doppelt;Nummer;01.01.2015;5b'
] as const
export const brokenRowCount = brokenRows.length

/** Writes a CSV as German school programs do: semicolons, Windows-1252, CRLF, at its end rows that are broken. */
export async function writeRoster(
  file: string,
  pupils: readonly Pupil[],
  { broken = false }: { readonly broken?: boolean } = {}
): Promise<void> {
  const lines = [
    'Schülernummer;Nachname;Vorname;Geburtsdatum;Klasse',
    ...pupils.map((pupil) =>
      [pupil.id, pupil.familyName, pupil.givenName, pupil.birthDate, pupil.schoolClass].join(';')
    ),
    ...(broken ? brokenRows : []),
    ''
  ]
  await writeFile(file, iconv.encode(lines.join('\r\n'), 'win1252'))
}
