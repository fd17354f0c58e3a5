import { SaxesParser } from 'saxes'
import { fail, succeed, type Result } from '../../../../contract/result'
import type { RosterEncoding } from '../../../../contract/roster'
import type { Breath } from '../../../../core/cooperation'
import { chunkBytes, decodeChunks } from '../encoding'
import { rosterLimits } from '../limits'
import type { RosterFile } from '../types'
import { MadeTable, type ReadSource } from './madeTable'

/** What the elements are called in ASV's own tables; others keep the name of their element. */
const columnNames: Readonly<Record<string, string>> = {
  lokales_differenzierungsmerkmal: 'Lokales_DM',
  familienname: 'Familienname',
  namensbestandteil_vorangestellt: 'Namensbestandteil vorangestellt',
  vornamen: 'Vornamen',
  rufname: 'Rufname',
  geburtsdatum: 'Geburtsdatum',
  austrittsdatum: 'Austrittsdatum'
}
const first = ['Rolle', 'Klasse', ...Object.values(columnNames)]
const maximumDepth = 40
const nested = '…'
const outermost: ReadonlySet<string> = new Set(['schuelerin', 'lehrkraftdaten_nicht_schulbezogen'])

interface Person {
  readonly line: number
  /** Schools in their years that the person stands in. */
  readonly schools: Set<string>
  readonly cells: Map<string, string>
}

export function isXml({ bytes }: RosterFile): boolean {
  const beginning = [...decodeChunks(bytes.subarray(0, 400), encodingOf(bytes))].join('').trimStart()
  return beginning.startsWith('<?xml') || beginning.startsWith('<asv_export')
}

/**
 * The persons of an ASV export in XML (ASV Bavaria and ASV-BW, „Export für eine Notenverwaltung“, namespace
 * `http://www.asv.bayern.de/import`) as a table: pupils with the class that they stand in, and teachers. Nothing is
 * expanded: a file with a document type or with entities of its own is refused.
 *
 * `school`: of a file of several schools or school years the one that is meant, by its number, or number and year; null: all.
 * `onRead` is told how much of the file has been taken, from 0 to 1. The text is never held as a whole.
 *
 * Fails with `roster.xmlUnreadable` (damaged, or no ASV export), `roster.schoolUnknown`, `roster.tooManyRows`.
 */
export async function readAsvXml(
  file: RosterFile,
  school: string | null,
  breath: Breath,
  onRead?: (share: number) => void
): Promise<Result<ReadSource>> {
  const reader = new AsvReader()
  let taken = 0
  try {
    for (const text of decodeChunks(file.bytes, encodingOf(file.bytes))) {
      await breath()
      reader.write(text)
      taken += chunkBytes
      onRead?.(Math.min(1, taken / file.bytes.length))
    }
    reader.close()
  } catch (error) {
    if (!(error instanceof XmlProblem)) throw error
    return fail('roster.xmlUnreadable', { file: file.name, line: error.line })
  }
  const schools = reader.schools.map((name) => ({ id: name, name }))
  const chosen = school === null ? null : chosenFrom(reader.schools, school)
  if (chosen === undefined)
    return fail('roster.schoolUnknown', { school: school ?? '', schools: reader.schools.join(', ') })
  const persons = reader.persons.filter((person) => chosen === null || person.schools.has(chosen))
  const others = reader.persons.length - persons.length
  if (persons.length > rosterLimits.rows)
    return fail('roster.tooManyRows', { file: file.name, limit: rosterLimits.rows })
  const names = [...new Set([...first, ...persons.flatMap(({ cells }) => [...cells.keys()])])]
  const table = new MadeTable()
  table.add(1, names)
  for (const { line, cells } of persons)
    table.add(
      line,
      names.map((name) => cells.get(name) ?? '')
    )
  return succeed({
    file: table.toFile(file.name),
    notices: others === 0 ? [] : [{ code: 'otherSchools', parameters: { count: others } }],
    schools: { all: schools, chosen }
  })
}

/** The school that a person means by its number, or by number and year; undefined: none of them. */
function chosenFrom(schools: readonly string[], wanted: string): string | undefined {
  const found = schools.filter((name) => name === wanted || name.split(' ', 1)[0] === wanted)
  return found.length === 1 ? found[0] : undefined
}

class XmlProblem extends Error {
  constructor(readonly line: number) {
    super('unreadable XML')
  }
}

class AsvReader {
  readonly persons: Person[] = []
  /** Each school in each year that the file has. */
  readonly schools: string[] = []
  private readonly parser = new SaxesParser({ xmlns: true, position: true })
  private readonly path: string[] = []
  private text = ''
  private person: Person | null = null
  private schoolClass = ''
  private number = ''
  private year = ''
  /** Of the school that is being read, until its year is known: it may stand behind its people. */
  private ofSchool: Set<string>[] = []
  /** Teachers of the schools, by the number of what the file knows of them as persons. */
  private readonly teachers = new Map<string, Set<string>>()
  private readonly teacherData: { id: string; person: Person }[] = []

  constructor() {
    const { parser } = this
    const refuse = (): never => {
      throw new XmlProblem(parser.line)
    }
    parser.on('error', refuse)
    parser.on('doctype', refuse)
    parser.on('opentag', ({ local }) => {
      this.open(local)
    })
    parser.on('text', (text) => (this.text += text))
    parser.on('cdata', (text) => (this.text += text))
    parser.on('closetag', ({ local }) => {
      this.leave(local)
    })
  }

  write(chunk: string): void {
    this.parser.write(chunk)
  }

  close(): void {
    this.parser.close()
    for (const { id, person } of this.teacherData) {
      const schools = this.teachers.get(id)
      if (schools !== undefined) this.persons.push({ ...person, schools })
    }
    this.persons.sort((one, other) => one.line - other.line)
  }

  private open(name: string): void {
    if (this.path.length === 0 ? name !== 'asv_export' : this.path.length >= maximumDepth)
      throw new XmlProblem(this.parser.line)
    this.path.push(name)
    this.text = ''
    if (name === 'schuelerin') this.begin('Schüler')
    else if (name === 'lehrkraftdaten_nicht_schulbezogen') this.begin('Lehrkraft')
    else if (name === 'klasse') this.schoolClass = ''
  }

  private begin(role: string): void {
    this.person = { line: this.parser.line, schools: new Set(), cells: new Map([['Rolle', role]]) }
  }

  private leave(name: string): void {
    this.path.pop()
    const parent = this.path.at(-1)
    const value = this.text.trim()
    this.text = ''
    const { person } = this
    if (person !== null) this.keep(person, name, parent, value)
    else if (parent === 'klasse' && name === 'klassenname') this.schoolClass = value
    else if (parent === 'schule' && name === 'schulnummer') this.number = value
    else if (parent === 'schule' && name === 'schuljahr') this.year = value
    else if (name === 'schule') this.endSchool()
    else if (parent === 'lehrkraft' && name === 'lehrkraftdaten_nicht_schulbezogen_id') {
      const schools = this.teachers.get(value) ?? new Set()
      this.teachers.set(value, schools)
      this.ofSchool.push(schools)
    }
  }

  private endSchool(): void {
    const school = `${this.number} ${this.year}`.trim()
    if (!this.schools.includes(school)) this.schools.push(school)
    for (const schools of this.ofSchool) schools.add(school)
    this.ofSchool = []
    this.number = ''
    this.year = ''
  }

  private keep(person: Person, name: string, parent: string | undefined, value: string): void {
    if (name === 'schuelerin') {
      person.cells.set('Klasse', this.schoolClass)
      this.ofSchool.push(person.schools)
      this.persons.push(person)
      this.person = null
    } else if (name === 'lehrkraftdaten_nicht_schulbezogen') {
      this.teacherData.push({ id: person.cells.get('xml_id') ?? '', person })
      this.person = null
    } else if (parent !== undefined && outermost.has(parent))
      person.cells.set(columnNames[name] ?? name, person.cells.has(name) ? nested : value)
    else if (value !== '') {
      // What stands deeper is told by the name of its outermost element, and not read.
      const outer = this.path[this.path.findLastIndex((one) => outermost.has(one)) + 1] ?? name
      if (!(outer in columnNames)) person.cells.set(outer, nested)
    }
  }
}

/** By the mark, else by what the file itself says, else UTF-8. */
function encodingOf(bytes: Uint8Array): RosterEncoding {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/iu.exec(head)?.[1] ?? 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  // Latin-1 is written by programs that mean Windows-1252.
  return /^(?:iso-8859-1|windows-1252|latin1)$/iu.test(declared) ? 'windows-1252' : 'utf-8'
}
