const beyondAscii = /[^\0-\x7f]/

/**
 * One text for all spellings that Sigma takes for the same: upper and lower case ("All values are treated as
 * case-insensitive strings").
 *
 * [Note: folding] Unicode's lower-case mapping without a locale, so that every PC comes to the same answer, and two letters
 * that it leaves apart although they are the same: ς (final σ) and ſ (long s). RE2 folds these, too. ß and ss stay different,
 * as they are in names and addresses. Beyond ASCII also NFC, since a Mac spells „ü“ as two characters.
 */
export function fold(text: string): string {
  return beyondAscii.test(text) ? foldFully(text) : text.toLowerCase()
}

/** Whether folding has changed nothing but ASCII letters, so that places in the text are the same. */
export function isAscii(text: string): boolean {
  return !beyondAscii.test(text)
}

function foldFully(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ς', 'σ').replaceAll('ſ', 's')
}
