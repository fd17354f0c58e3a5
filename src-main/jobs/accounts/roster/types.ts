import type {
  RejectedRow,
  RosterEntry,
  RosterFormat,
  RosterPreview,
  RosterSchool,
  RosterTrace
} from '../../../contract/roster'
import type { RosterNotice } from '../../../contract/rosterNotices'

/** One file of a roster, read whole. */
export interface RosterFile {
  /** The file's name without its folder. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Made of a file that is no table of text: encoding and separator are known. */
  readonly isMade?: true
}

/** What a person chose: one file, several files of one export, the files of a folder, or a zip. */
export interface RosterSource {
  /** What the person calls it: the name of the file, zip or folder. */
  readonly name: string
  readonly files: readonly RosterFile[]
}

/** How the roster was read, with everything that was found by looking. */
export type ResolvedReading = RosterPreview['reading']

/**
 * How many rows there were and what became of them. Always `rows = accepted + merged + rejected`: nothing is
 * dropped in silence. Empty lines, comments and the header are not rows.
 */
export interface RosterCounts {
  /** Rows that describe a person. */
  readonly rows: number
  /** Persons taken over. */
  readonly accepted: number
  /** Rows taken into the entry of another row about the same person (a second class, a second file). */
  readonly merged: number
  readonly rejected: number
  /** Accepted persons without a school id. */
  readonly withoutId: number
  /** Accepted pupils without a class; nobody else needs one. */
  readonly withoutClass: number
}

/** A roster as it was understood. */
export interface RosterResult {
  readonly reading: ResolvedReading
  /** The files that were read, with their size in bytes; those of a zip by their own names. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  /** Names of the main file's columns, or `1`, `2`, … without a header. */
  readonly columnNames: readonly string[]
  /** Columns of the main file that name guardians beside a pupil, where they get accounts. */
  readonly guardianColumns: readonly number[]
  /** The first rows of the main file as they stand in it. */
  readonly sample: readonly (readonly string[])[]
  /** In the order of the file. */
  readonly entries: readonly RosterEntry[]
  /** In the order of the files and their lines. Problems of side files (see the profiles) are listed too. */
  readonly rejected: readonly RejectedRow[]
  /**
   * School ids of rejected rows where they could be read, each once: a typo in a row must not make its person
   * look as if they had left (accident guard). Ids of persons whom the roster itself calls gone are not here.
   */
  readonly rejectedIds: readonly string[]
  /** What the rejected rows still say about whose they are; none of those whom the roster itself calls gone. */
  readonly traces: readonly RosterTrace[]
  /** What must be known before anything else, the weightiest first. */
  readonly notices: readonly RosterNotice[]
  /** The column that ids were taken from, by its name, or by its number where there is no header; null: none. */
  readonly idColumn: string | null
  /** Schools of the export that somebody belongs to. */
  readonly schools: readonly RosterSchool[]
  /** Names of files that hold a header and no row, beside others that do. */
  readonly silentFiles: readonly string[]
  readonly counts: RosterCounts
  /** Classes of the accepted persons, sorted as a school sorts them (5a before 10a). */
  readonly classes: readonly { readonly name: string; readonly count: number }[]
  /**
   * SHA-256, 64 lower-case hex digits, over the accepted entries and the kind of persons listed. Equal persons
   * give an equal digest, whatever the encoding or the order of columns.
   */
  readonly digest: string
}

/** The column that the accounts of a school were made from. */
export interface IdColumn {
  readonly format: RosterFormat
  /** Its name, or its number, from 1, where there is no header. */
  readonly column: string
}

export interface RosterOptions {
  /** Where this column is there, ids are taken from it and no other; null: not known yet. */
  readonly idColumn?: IdColumn | null
  /** Guardians get accounts; absent: their rows are listed as not taken. */
  readonly guardians?: boolean
  readonly signal?: AbortSignal
  /** Told how far reading has come, in percent of the files' bytes; nothing while a spreadsheet is unpacked. */
  readonly onProgress?: (percent: number) => void
  /** The day birth dates are judged by, `YYYY-MM-DD`. */
  readonly today: string
}
