import { fail, succeed, type Result } from '../../../../contract/result'
import type { Breath } from '../../../../core/cooperation'
import type { Collection } from '../collection'
import {
  foldWord,
  judgeStatusWord,
  readBirthDate,
  readMail,
  readName,
  readSchoolId,
  reject,
  type StatusVerdict
} from '../fields'
import { rosterLimits } from '../limits'
import type { ReadingContext } from '../readTables'
import type { ColumnNames } from '../headers'
import { personKey, type PersonKey, type Supplement } from '../rows'
import { readRecords, type Row, type Table } from '../table'
import { hasSignature, namedLayout } from './named'
import type { TableHead, TableProfile } from './profile'

const statusByNumber: Readonly<Record<string, StatusVerdict>> = {
  '0': 'waiting',
  '1': 'waiting',
  '2': 'current',
  '3': 'current',
  '6': 'current',
  '8': 'gone',
  '9': 'gone',
  '10': 'gone'
}

const textSignatures = [
  ['Nachname', 'Vorname', 'Interne ID-Nummer'],
  ['Nachname', 'Vorname', 'Externe ID-Nummer'],
  ['Nachname', 'Vorname', 'Status', 'Gelöscht?']
]
/** What the text export calls its columns; a private address is nobody's school mail. */
const textNames: ColumnNames = {
  schoolId: ['Interne ID-Nummer', 'Externe ID-Nummer', 'Externe ID-Nr', 'Eindeutige Nummer (GUID)'],
  familyName: ['Nachname'],
  givenName: ['Rufname', 'Vorname'],
  givenNames: ['Vornamen', 'Alle Vornamen', 'Vorname'],
  birthDate: ['Geburtsdatum'],
  schoolClass: ['Klasse'],
  mail: ['E-Mail (Schule)', 'E-Mail (schulisch)', 'Schulische E-Mail', 'E-Mail (Dienstlich)', 'E-Mail'],
  status: ['Status'],
  leavesOn: ['Entlassdatum', 'Abgangsdatum'],
  deleted: ['Gelöscht?', 'Gelöscht']
}

/** A number as `SchuelerBasisdaten.dat` has it, or the word that the text export may have instead. */
function judgeTextStatus(cell: string): StatusVerdict {
  const status = cell.trim()
  return /^\d+$/u.test(status) ? (statusByNumber[status] ?? 'waiting') : judgeStatusWord(status)
}

/** Whether a table with names of columns is SchILD's text export: by an id that only SchILD calls so, or by its status. */
function isTextExport([header = [], ...rows]: TableHead['rows']): boolean {
  if (hasSignature(header, textSignatures)) return true
  if (!hasSignature(header, [['Nachname', 'Vorname', 'Status']]) || rows.length === 0) return false
  const status = header.findIndex((name) => foldWord(name) === 'status')
  return rows.every((row) => statusByNumber[row[status]?.trim() ?? ''] !== undefined)
}

/**
 * SchILD-NRW's interface files (Schnittstellenbeschreibung of SchILD-NRW, wiki.svws.nrw.de): `|` between the
 * columns, a first line of column names that carries no meaning, usually Windows-1252.
 *
 * `SchuelerBasisdaten.dat`, columns from 1: 1 last name, 2 first name, 3 birth date DD.MM.YYYY, 5 status, 21 year,
 * 22 class; read by position even where a header stands there.
 *
 * Status: 0 new admission and 1 waiting list are not at the school yet; 2 active, 3 on leave and 6 external are
 * members; 8 graduated, 9 left and 10 former have left (see [Note: who belongs to the school]).
 *
 * Its text export (Datenaustausch, Text/Excel-Export) is a table of the columns that the school has chosen, by their
 * names, usually with semicolons; its status is the same.
 */
export const schildProfile: TableProfile = {
  format: 'schild',
  fileName: /^schuelerbasisdaten.*\.(?:dat|txt|csv)$/iu,
  separator: null,
  recognises: ({ file, rows, separator }) =>
    isInterfaceFile(file, rows[0] ?? [], separator) || isTextExport(rows),
  layout(head, reading) {
    const { file, rows, separator } = head
    const [first = []] = rows
    if (!isInterfaceFile(file, first, separator) && isTextExport(rows))
      return namedLayout(head, { format: 'schild', names: textNames, judgeStatus: judgeTextStatus })
    if (first.length < 22) return fail('roster.columnMissing', { file, column: 'Klasse (22)' })
    return succeed({
      hasHeader: reading.hasHeader ?? namesColumns(first),
      columns: { familyName: 0, givenName: 1, birthDate: 2, status: 4, schoolClass: 21 },
      required: ['familyName', 'givenName', 'birthDate', 'status', 'schoolClass'],
      commentMark: null,
      judgeStatus: (cell) => statusByNumber[cell.trim()] ?? 'waiting',
      looseWidth: true
    })
  }
}

function isInterfaceFile(file: string, header: readonly string[], separator: string): boolean {
  return (
    /^schuelerbasisdaten/iu.test(file) || (separator === '|' && header.length >= 22 && namesColumns(header))
  )
}

export const schildSideFile = /^schuelerzusatzdaten.*\.(?:dat|txt|csv)$/iu

function namesColumns(row: readonly string[]): boolean {
  return ['nachname', 'vorname', 'geburtsdatum'].every((name, column) => foldWord(row[column] ?? '') === name)
}

/** What `SchuelerZusatzdaten.dat` knows, by person. */
export interface SchildSupplements {
  find(person: PersonKey): Supplement | undefined
  /** Lists the rows that belong to nobody in the main file. Called when that has been read. */
  reportUnused(collection: Collection, breath: Breath): Promise<void>
}

/** Those that are read, from 0. */
const sideColumns: ReadonlySet<number> = new Set([0, 1, 2, 3, 8, 10])

interface SideRow {
  readonly supplement: Supplement
  readonly origin: { readonly file: string; readonly line: number; readonly raw: string }
  readonly name: string
}

/**
 * Reads `SchuelerZusatzdaten.dat`: columns from 1: 1 last name, 2 first name, 3 birth date, 9 e-mail, 11 external
 * id, 4 an addition to the name („von der“). It is joined by name and birth date. Two rows on one person that disagree are both listed as rejected and
 * neither is used, so is a row that belongs to nobody.
 */
export async function readSchildSupplements(
  table: Table,
  context: Pick<ReadingContext, 'collection' | 'today' | 'breath' | 'findings' | 'progress'>
): Promise<Result<SchildSupplements>> {
  const { collection, today, breath, findings } = context
  const rows = new Map<string, SideRow[]>()
  const header = table.head[0]
  const headerLine = header !== undefined && namesColumns(header.cells) ? header.line : 0
  const watch = findings.watch(sideColumns, headerLine === 0 ? [] : (header?.cells ?? []))
  for (const batch of readRecords(table, () => false, context.progress.through(table.file))) {
    for (const record of batch) {
      await breath()
      if (record.line === headerLine) continue
      if (collection.size >= rosterLimits.rows)
        return fail('roster.tooManyRows', { file: table.file.name, limit: rosterLimits.rows })
      const origin = { file: table.file.name, line: record.line, raw: record.raw }
      if (record.problem !== null)
        collection.reject({ code: record.problem, parameters: {} }, origin, { schoolId: null })
      else {
        watch(record.cells)
        addSideRow(rows, record, origin, collection, today)
      }
    }
  }
  const used = new Set<string>()
  return succeed({
    find(person) {
      const key = personKey(person)
      used.add(key)
      const group = rows.get(key)
      return group !== undefined && agree(group) ? group[0]?.supplement : undefined
    },
    async reportUnused(target, pause) {
      for (const [key, group] of rows) {
        await pause()
        if (used.has(key) && agree(group)) continue
        for (const { origin, name, supplement } of group)
          target.reject(reject('referenceMissing', { reference: name }).rejection, origin, {
            schoolId: supplement.schoolId
          })
      }
    }
  })
}

function addSideRow(
  rows: Map<string, SideRow[]>,
  record: Row,
  origin: SideRow['origin'],
  collection: Collection,
  today: string
): void {
  const { cells } = record
  const id = readSchoolId(cells[10] ?? '')
  const schoolId = 'value' in id ? id.value : null
  const familyName = readName(cells[0] ?? '', 'familyNameMissing')
  const givenName = readName(cells[1] ?? '', 'givenNameMissing')
  const birthDate = readBirthDate(cells[2] ?? '', today)
  for (const part of [id, familyName, givenName, birthDate]) {
    if (!('rejection' in part)) continue
    collection.reject(part.rejection, origin, { schoolId })
    return
  }
  if ('rejection' in familyName || 'rejection' in givenName || 'rejection' in birthDate) return
  const person = { familyName: familyName.value, givenName: givenName.value, birthDate: birthDate.value }
  const row: SideRow = {
    supplement: { schoolId, mail: readMail(cells[8] ?? ''), nameAddition: (cells[3] ?? '').trim() },
    origin,
    name: `${person.familyName}, ${person.givenName}`
  }
  const key = personKey(person)
  rows.set(key, [...(rows.get(key) ?? []), row])
}

function agree([first, ...others]: readonly SideRow[]): boolean {
  return others.every(
    ({ supplement }) =>
      supplement.schoolId === first?.supplement.schoolId &&
      supplement.mail === first.supplement.mail &&
      supplement.nameAddition === first.supplement.nameAddition
  )
}
