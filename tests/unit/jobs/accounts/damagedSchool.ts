import fc from 'fast-check'
import type { RosterEncoding } from '../../../../src-main/contract/roster'
import { inEncoding } from './years'

/** A person of the made-up school. */
export interface Pupil {
  readonly id: string
  readonly familyName: string
  readonly givenName: string
  /** As the list writes it. */
  readonly birthDate: string
  readonly schoolClass: string
}

const families = [
  'Arnold',
  'Müller',
  'Öztürk',
  'von der Heide',
  'Weiß',
  'Çelik',
  'Meier',
  'Meyer',
  'Schmidt-Groß',
  'O’Connor',
  'Łukas',
  'Ziegler',
  'Bach',
  'Dornseif',
  'Krämer',
  'Jäger'
]
const givens = [
  'Mia',
  'Änne',
  'Jörg',
  'Anna Lena',
  'Zoë',
  'Max',
  'Ben',
  'Ümit',
  'Lea',
  'Karl-Heinz',
  'Ida',
  'Udo'
]
const classes = ['5a', '5b', '6a', '7c', '10b', 'EF']

/** Nobody is called like anybody else: about namesakes only a person can decide. */
export const somePupils: fc.Arbitrary<readonly Pupil[]> = fc
  .uniqueArray(
    fc.record({
      family: fc.nat({ max: families.length - 1 }),
      given: fc.nat({ max: givens.length - 1 })
    }),
    { minLength: 12, maxLength: 24, selector: ({ family, given }) => family * 100 + given }
  )
  .map((names) =>
    names.map(({ family, given }, index) => ({
      id: `0${String(1001 + index * 7)}`,
      familyName: families[family] ?? '',
      givenName: givens[given] ?? '',
      birthDate: `${String((index % 28) + 1).padStart(2, '0')}.${String((given % 12) + 1).padStart(2, '0')}.20${String(10 + (family % 6))}`,
      schoolClass: classes[index % classes.length] ?? ''
    }))
  )

/** What happens to single rows on the way from the program to the app. */
const rowDamages = [
  'birthDate',
  'short',
  'openQuote',
  'extraCell',
  'lostLetter',
  'noFamilyName',
  'noGivenName',
  'control',
  'status'
] as const
const idDamages = [
  'formula',
  'apostrophe',
  'decimals',
  'noZero',
  'scientific',
  'blank',
  'error',
  'other',
  'none'
] as const
/**
 * What a program writes; a letter that the encoding does not have becomes a question mark, as programs do. Not CP852, in which
 * a single `Łukas` is the `Øukas` of CP850 and nothing but the name tells which.
 */
const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'cp850',
  'macintosh',
  'windows-1254',
  'windows-1250',
  'iso-8859-2',
  'foreignLine',
  'twice'
] as const
const headers = [
  'ID;Nachname;Vorname;Geburtsdatum;Klasse;Status;Hinweise',
  'Schüler-ID;Familienname;Rufname;Geb.-Datum;Klassenbezeichnung;Schülerstatus;Telefon',
  'SCHULID;NAME;VORNAMEN;GEBURTSTAG;KLASSE;STATUS;Konfession'
] as const

export interface Damage {
  readonly rows: readonly { readonly place: number; readonly how: (typeof rowDamages)[number] }[]
  readonly ids: readonly { readonly place: number; readonly how: (typeof idDamages)[number] }[]
  readonly encoding: (typeof encodings)[number]
  readonly header: (typeof headers)[number]
  /** Row numbers that are copied to another place. */
  readonly doubled: readonly number[]
  /** Row numbers that really are no longer there. */
  readonly missing: readonly number[]
  readonly swapsNames: boolean
  readonly shiftsIds: boolean
  readonly hasIds: boolean
}

const place = fc.nat({ max: 200 })
const few = <Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> => fc.array(values, { maxLength: 3 })

export const someDamage: fc.Arbitrary<Damage> = fc.record({
  rows: few(fc.record({ place, how: fc.constantFrom(...rowDamages) })),
  ids: few(fc.record({ place, how: fc.constantFrom(...idDamages) })),
  encoding: fc.constantFrom(...encodings),
  header: fc.constantFrom(...headers),
  doubled: fc.array(place, { maxLength: 2 }),
  missing: fc.array(place, { maxLength: 1 }),
  swapsNames: fc.constantFrom(false, false, false, false, true),
  shiftsIds: fc.constantFrom(false, false, false, true),
  hasIds: fc.constantFrom(true, true, false)
})

export const plainDamage: Damage = {
  rows: [],
  ids: [],
  encoding: 'utf-8',
  header: headers[0],
  doubled: [],
  missing: [],
  swapsNames: false,
  shiftsIds: false,
  hasIds: true
}

function damagedId(id: string, how: (typeof idDamages)[number]): string {
  switch (how) {
    case 'formula':
      return `="${id}"`
    case 'apostrophe':
      return `'${id}`
    case 'decimals':
      return `${id}.0`
    case 'noZero':
      return String(Number(id))
    case 'scientific':
      return `${id.slice(1, 2)},${id.slice(2)}E+03`
    case 'blank':
      return `${id.slice(0, 2)} ${id.slice(2)}`
    case 'error':
      return '#NV'
    case 'other':
      return '09999'
    case 'none':
      return ''
  }
}

function damagedRow(cells: readonly string[], how: (typeof rowDamages)[number]): string {
  const with_ = (column: number, value: string): string => cells.with(column, value).join(';')
  switch (how) {
    case 'birthDate':
      return with_(3, '31.02.2014')
    case 'short':
      return cells.slice(0, 3).join(';')
    case 'openQuote':
      return `${cells[0] ?? ''};"${cells.slice(1).join(';')}`
    case 'extraCell':
      return `${cells.join(';')};;zu viel`
    case 'lostLetter':
      return with_(1, (cells[1] ?? '').replace(/.(?=.$)/u, '\uFFFD'))
    case 'noFamilyName':
      return with_(1, '')
    case 'noGivenName':
      return with_(2, '')
    case 'control':
      return with_(2, `${cells[2] ?? ''}\u0007`)
    case 'status':
      return with_(5, 'Wiederholung')
  }
}

export interface DamagedList {
  readonly bytes: Uint8Array
  /** Those who still stand in the list, in whatever form. */
  readonly present: readonly Pupil[]
}

/** Writes a list and damages it. */
export function writeList(pupils: readonly Pupil[], damage: Damage): DamagedList {
  const at = (number: number): number => number % pupils.length
  const missing = new Set(damage.missing.map(at))
  const ids = new Map(damage.ids.map(({ place: number, how }) => [at(number), how]))
  const damages = new Map(damage.rows.map(({ place: number, how }) => [at(number), how]))
  const lines: string[] = []
  const present: Pupil[] = []
  for (const [number, pupil] of pupils.entries()) {
    if (missing.has(number)) continue
    present.push(pupil)
    const source = damage.shiftsIds ? pupils[(number + 1) % pupils.length] : pupil
    const how = ids.get(number)
    const id = !damage.hasIds ? '' : how === undefined ? (source?.id ?? '') : damagedId(source?.id ?? '', how)
    const names = damage.swapsNames
      ? [pupil.givenName, pupil.familyName]
      : [pupil.familyName, pupil.givenName]
    const cells = [id, ...names, pupil.birthDate, pupil.schoolClass, 'aktiv', 'x']
    const broken = damages.get(number)
    lines.push(broken === undefined ? cells.join(';') : damagedRow(cells, broken))
  }
  for (const number of damage.doubled) {
    const line = lines[number % Math.max(1, lines.length)]
    if (line !== undefined) lines.push(line)
  }
  return { bytes: encoded([damage.header, ...lines], damage.encoding), present }
}

/** What a person would choose who knows how the list was written. */
export function encodingOf({ encoding }: Damage): RosterEncoding {
  if (encoding === 'foreignLine') return 'utf-8'
  return encoding === 'twice' ? 'utf-8-doubled' : encoding
}

function encoded(lines: readonly string[], encoding: Damage['encoding']): Uint8Array {
  const text = `${lines.join('\r\n')}\r\n`
  if (encoding === 'twice') return inEncoding(Buffer.from(text, 'utf8').toString('latin1'), 'utf-8')
  if (encoding.startsWith('utf') || encoding === 'windows-1252') return inEncoding(text, encoding)
  // A letter that was lost before is written as programs write what an encoding does not have.
  if (encoding !== 'foreignLine') return inEncoding(text.replaceAll('\uFFFD', '?'), encoding)
  const last = lines.length - 1
  return Buffer.concat(
    lines.map((line, place) => inEncoding(`${line}\r\n`, place === last ? 'windows-1252' : 'utf-8'))
  )
}
