import type { ColumnMap, RosterField, RosterPreview, RosterReading } from '../../../src-main/contract/roster'
import { rosterFields } from '../../../src-main/contract/roster'

/** The field that a column fills; null: none. */
export function fieldOf(columns: ColumnMap, column: number): RosterField | null {
  return rosterFields.find((field) => columns[field] === column) ?? null
}

/** The map with `column` filling `field`; a field is filled by one column and a column fills one field. */
export function mapped(columns: ColumnMap, column: number, field: RosterField | null): ColumnMap {
  const others = Object.entries(columns).filter(([name, place]) => place !== column && name !== field)
  return { ...Object.fromEntries(others), ...(field === null ? {} : { [field]: column }) }
}

/** Everything that was found by looking, as a reading to keep: columns only where a person maps them. */
export function readingToKeep(reading: RosterPreview['reading']): RosterReading {
  const { format, encoding, separator, hasHeader, columns, kind, school } = reading
  return {
    format,
    encoding,
    separator,
    hasHeader,
    columns: format === 'csv' ? columns : null,
    kind: kind === 'other' ? 'pupil' : kind,
    school
  }
}

/** Size of a file: `34 kB`. */
export function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1000))
}
