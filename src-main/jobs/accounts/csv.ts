const byteOrderMark = '\uFEFF'

/**
 * A cell of a CSV file (RFC 4180, separator `;` as German spreadsheets expect). A spreadsheet would carry out a
 * text that begins like a formula; an apostrophe before it makes it text
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** A CSV file in UTF-8 with byte order mark, so that spreadsheets read umlauts. */
export function toCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((row) => row.map(cell).join(';'))
  return new TextEncoder().encode(`${byteOrderMark}${lines.join('\r\n')}\r\n`)
}
