import type { RosterEntry } from '../../../contract/roster'
import { fail, succeed, type Result } from '../../../contract/result'
import { foldWord, readDay, readSchoolId, reject, shortened, type Rejection } from './fields'
import { guardianFileLayout, holdsSeveral, mayListGuardians, type GuardianFileLayout } from './guardianFiles'
import { rosterLimits } from './limits'
import type { RowOwner } from './collection'
import type { NamedGuardians } from './namedGuardians'
import { baseName, type TableLayout } from './profiles/profile'
import type { ReadingContext } from './readTables'
import { headOf, isForeignRow, openTable, readRecords, type Row, type Table } from './table'
import type { RosterFile } from './types'

/** What the list says of a pupil whom a guardian's row may name. */
type ListedPupil = { readonly schoolId: string } | 'notTaken' | 'ambiguous'

const headBytes = 4096

/** A file of guardians beside the files of pupils. */
export class GuardianFile {
  readonly #pupils = new Map<string, ListedPupil>()

  constructor(
    readonly table: Table,
    private readonly layout: GuardianFileLayout
  ) {}

  /** See `GuardianFileLayout`. */
  get mayListPupils(): boolean {
    return this.layout.mayListPupils
  }

  /**
   * Is told each row of a table of pupils: what was made of it, or null where it was not taken over. A pupil is named by the
   * column that the guardians' file names in the same word, else by `ID` where it says `SchuelerID`, else by the school id.
   */
  noting(
    header: readonly string[] | null,
    columns: TableLayout['columns']
  ): (cells: readonly string[], entry: RosterEntry | null) => void {
    const { child } = this.layout
    const words = header?.map(foldWord) ?? []
    const named = child.by === 'id' ? words.indexOf(child.word) : -1
    const own = child.by === 'id' && child.word === 'schuelerid' ? words.indexOf('id') : -1
    const column = [named, own, columns.schoolId ?? -1].find((one) => one !== -1)
    return (cells, entry) => {
      const key = child.by === 'person' ? personOf(cells, child.columns) : idOf(cells[column ?? -1] ?? '')
      if (key === '') return
      const schoolId = entry?.schoolId ?? null
      const pupil = schoolId === null ? 'notTaken' : { schoolId }
      const known = this.#pupils.get(key)
      if (known === undefined || known === 'notTaken') this.#pupils.set(key, pupil)
      else if (pupil !== 'notTaken' && known !== 'ambiguous' && known.schoolId !== pupil.schoolId)
        this.#pupils.set(key, 'ambiguous')
    }
  }

  /**
   * Reads the file once all pupils are known. A row that names no pupil of the list, or nobody who is certainly one
   * guardian, is listed as not taken over. Should the file list pupils after all, those whom no other file has stay.
   *
   * @param guardians null: they get no accounts, and only rows whose pupil no other file has are listed
   */
  async read(guardians: NamedGuardians | null, context: ReadingContext): Promise<Result<undefined>> {
    const { breath, collection, findings, progress } = context
    const { table, layout } = this
    const file = baseName(table.file.name)
    const header = layout.hasHeader ? table.head[0] : undefined
    const read = [...layout.others, ...layout.guardians.flatMap((columns) => Object.values(columns))]
    const shown = header?.cells.map((cell) => `${file}: ${cell.trim()}`) ?? []
    const watch = findings.watch(new Set(read), shown)
    findings.tellEncoding(file, table.found)
    for (const batch of readRecords(table, undefined, progress.through(table.file))) {
      for (const record of batch) {
        const pause = breath()
        if (pause !== undefined) await pause
        if (record.line <= (header?.line ?? 0)) continue
        if (collection.size >= rosterLimits.rows)
          return fail('roster.tooManyRows', { file: table.file.name, limit: rosterLimits.rows })
        const origin = { file: table.file.name, line: record.line, raw: record.raw }
        if (record.problem !== null) {
          collection.reject({ code: record.problem, parameters: {} }, origin, null)
          continue
        }
        if (guardians !== null) watch(record.cells)
        if (isForeignRow(table, record)) {
          collection.reject(reject('unreadableCharacters').rejection, origin, null)
          continue
        }
        const refused = this.#take(record, guardians)
        if (refused !== null) collection.reject(refused.rejection, origin, refused.owner)
      }
    }
    return succeed()
  }

  /** null: everybody whom the row names was taken. */
  #take(
    { line, raw, cells }: Row,
    guardians: NamedGuardians | null
  ): { readonly rejection: Rejection; readonly owner: RowOwner | null } | null {
    const { layout, table } = this
    const { child } = layout
    const refuse = (rejection: Rejection, owner: RowOwner | null = null) => ({ rejection, owner })
    const refused = layout.refuse(cells)
    if (refused !== null) return refuse(refused)
    const keys = child.by === 'person' ? [personOf(cells, child.columns)] : idsIn(cells[child.column] ?? '')
    const reference = shortened(
      child.by === 'person' ? `${cells[0] ?? ''}, ${cells[1] ?? ''}` : (cells[child.column] ?? '')
    )
    const children: string[] = []
    for (const key of keys) {
      const pupil = this.#pupils.get(key)
      if (pupil === 'notTaken' && guardians === null) return null
      if (pupil === 'notTaken') return refuse(reject('childNotTaken', { reference }).rejection)
      if (pupil === undefined || pupil === 'ambiguous')
        return refuse(reject('referenceMissing', { reference }).rejection, {
          schoolId: child.by === 'id' && key !== '' ? key : null
        })
      children.push(pupil.schoolId)
    }
    if (guardians === null) return null
    const outcomes = layout.guardians.map((columns) =>
      holdsSeveral(cells, columns)
        ? 'unclear'
        : guardians.name({ line, file: table.file.name, raw, children, cells }, columns, layout)
    )
    if (outcomes.includes('unclear')) return refuse(reject('guardianUnclear').rejection)
    return outcomes.includes('taken') ? null : refuse(reject('familyNameMissing').rejection)
  }
}

/** Name, first name and birth date, however blanks, letters and days are written. */
function personOf(cells: readonly string[], columns: readonly number[]): string {
  return columns
    .map((column) => (cells[column] ?? '').trim().replaceAll(/\s+/gu, ' ').toLowerCase())
    .map((part) => readDay(part, '2999-12-31') ?? part)
    .join('\n')
}

/** An id as the school means it, whatever a spreadsheet has made of it. */
function idOf(cell: string): string {
  const id = readSchoolId(cell)
  return 'value' in id ? (id.value ?? '') : cell.trim()
}

/** Several ids in a cell, or one. */
function idsIn(cell: string): string[] {
  const ids = cell.split(/[,;|\n]/u).filter((id) => id.trim() !== '')
  return ids.length === 0 ? [''] : ids.map(idOf)
}

/**
 * Parts files of guardians from those of pupils, where there are both. The first are named where guardians get no accounts,
 * and never read as pupils.
 */
export async function partGuardianFiles(
  files: readonly RosterFile[],
  context: ReadingContext
): Promise<{ readonly pupils: readonly RosterFile[]; readonly guardianFiles: readonly GuardianFile[] }> {
  const { reading, breath, findings, guardians } = context
  const found: GuardianFile[] = []
  if (files.length < 2 || (reading.kind ?? 'pupil') !== 'pupil') return { pupils: files, guardianFiles: [] }
  for (const file of files) {
    const beginning = Buffer.from(file.bytes.subarray(0, headBytes)).toString('latin1').replaceAll('\0', '')
    if (!mayListGuardians(file.name, beginning)) continue
    const isMade = file.isMade === true
    const separator = isMade ? ';' : (reading.separator ?? null)
    const table = await openTable(
      file,
      { encoding: isMade ? null : (reading.encoding ?? null), separator },
      breath
    )
    // What cannot be opened is told where it is opened as a list of pupils.
    if (!table.ok) continue
    const layout = guardianFileLayout(headOf(table.value))
    if (layout !== null) found.push(new GuardianFile(table.value, layout))
  }
  const pupils = files.filter((file) => !found.some(({ table }) => table.file === file))
  if (pupils.length === 0) return { pupils: files, guardianFiles: [] }
  if (guardians) return { pupils, guardianFiles: found }
  for (const { table } of found)
    findings.notices.push({ code: 'fileOfGuardians', parameters: { file: baseName(table.file.name) } })
  return { pupils, guardianFiles: found.filter(({ mayListPupils }) => mayListPupils) }
}
