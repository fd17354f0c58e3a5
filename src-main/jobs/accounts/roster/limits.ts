/** What a roster may measure at most. A school's largest export stays far below every one of these. */
export const rosterLimits = {
  /** Bytes of one file. */
  fileBytes: 200 * 1024 * 1024,
  /** Bytes of one part of a spreadsheet, unpacked: 100,000 rows of a school and more. */
  workbookBytes: 128 * 1024 * 1024,
  /** Bytes of all files together. */
  totalBytes: 300 * 1024 * 1024,
  files: 500,
  rows: 1_000_000,
  columns: 500,
  /** Characters of one line. */
  lineCharacters: 1024 * 1024,
  /** Lines that one quoted field may span. A note of that length is possible, a lost quote is likelier. */
  quotedLines: 20,
  /** Characters of a row that spans lines. */
  quotedCharacters: 64 * 1024,
  nameCharacters: 100,
  idCharacters: 64,
  classCharacters: 60,
  excerptCharacters: 120
} as const
