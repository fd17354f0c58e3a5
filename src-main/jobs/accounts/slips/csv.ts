import { parse } from 'csv-parse/sync'
import { fail, succeed, type Result } from '../../../contract/result'
import type { FileAccess } from '../../../world/files/port'
import { toCsv } from '../csv'
import type { Slip } from './page'

const header = ['name', 'class', 'login', 'password']
const loginColumn = header.indexOf('login')
const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' })
/** Larger than the slips of any school. */
const maximumBytes = 20_000_000

/** A file that slips can be added to. */
export interface SlipTable {
  readonly rows: readonly (readonly string[])[]
  /** The file as it is; null: there is none. */
  readonly bytes: Uint8Array | null
}

/**
 * The slips that a file holds already; none where there is no such file. `accounts.slipsFileForeign`: it holds
 * something else.
 */
export async function readSlipTable(files: FileAccess, file: string): Promise<Result<SlipTable>> {
  if (!(await files.exists(file))) return succeed<SlipTable>({ rows: [], bytes: null })
  const bytes = await files.read(file, maximumBytes)
  if (!bytes.ok) return bytes
  const [first, ...rows] = rowsOf(bytes.value)
  const isOurs = first?.join(';') === header.join(';') && rows.every((row) => row.length === header.length)
  return isOurs
    ? succeed<SlipTable>({ rows, bytes: bytes.value })
    : fail('accounts.slipsFileForeign', { file })
}

/** The rows that are kept and the new slips, by class and name; a login's new slip replaces its old one. */
export function writeSlipRows(kept: readonly (readonly string[])[], slips: readonly Slip[]): Uint8Array {
  const renewed = new Set(slips.map(({ login }) => login))
  const rows = slips.map(({ givenName, familyName, schoolClass, login, password }) => [
    `${givenName} ${familyName}`.trim(),
    schoolClass,
    login,
    password
  ])
  const all = [...kept.filter((row) => !renewed.has(row[loginColumn] ?? '')), ...rows]
  return toCsv([header, ...all.toSorted((left, right) => collator.compare(orderOf(left), orderOf(right)))])
}

function orderOf([name = '', schoolClass = '']: readonly string[]): string {
  return `${schoolClass}\n${name}`
}

function rowsOf(bytes: Uint8Array): string[][] {
  try {
    return parse(Buffer.from(bytes), { bom: true, delimiter: ';', relaxColumnCount: true })
  } catch {
    return []
  }
}
