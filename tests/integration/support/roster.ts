/** A pupil of a made-up school. */
export interface Pupil {
  readonly id: string
  readonly familyName: string
  readonly givenName: string
  readonly schoolClass: string
}

const familyNames = ['Müller', 'Schmidt', 'Özdemir', 'von Anhalt', 'Łukasz', 'Weiß', 'Nguyễn', 'Meyer-Groß']
const givenNames = ['Änne', 'Ben', 'Çelin', 'Dörte', 'Emil', 'Fiona', 'Gülay', 'Hannes', 'Ida', 'Jörg', 'Kim']

/** So many pupils, thirty to a class; the same ones each time. */
export function pupils(count: number): Pupil[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `S-${String(1000 + index)}`,
    familyName: `${familyNames[index % familyNames.length] ?? ''}${letters(index)}`,
    givenName: givenNames[index % givenNames.length] ?? '',
    schoolClass: `${String(5 + (Math.floor(index / 60) % 6))}${Math.floor(index / 30) % 2 === 0 ? 'a' : 'b'}`
  }))
}

/** The roster as a school's software exports it. */
export function rosterOf(school: readonly Pupil[]): string {
  const rows = school.map((pupil) =>
    [pupil.id, pupil.familyName, pupil.givenName, pupil.schoolClass].join(';')
  )
  return `${['ID;Nachname;Vorname;Klasse', ...rows].join('\r\n')}\r\n`
}

/** A number as letters, so that many names differ. */
function letters(index: number): string {
  return String(index).replaceAll(/\d/g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number(digit)))
}
