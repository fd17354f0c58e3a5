/**
 * What people write beside a name and what is none: titles, remarks in brackets, names at birth, marks. It never enters a login
 * unasked.
 */

/** Nearly every name has nothing of the kind; this is all that is asked of it. */
const mayHoldRemark = /[.()[\]*†#+!]|\bgeb|\bnée\b|^(?:dr|prof|pd)\s/iu
const leadingTitle =
  /^(?:(?:(?:Prof|Dr|Dipl|Mag|PD)\.(?:-\p{L}+\.?)?|Prof|Dr|PD)\s+|(?:Prof|Dr)\.(?=\p{Lu}))(?:(?:med|phil|rer|nat|jur|pol|theol|habil|h|c|Dr|Prof)\.\s*)*/iu
const trailingTitle = /,?\s+(?:Prof|Dr)\.(?:\s?\p{L}+\.)*$/iu
const bracketed = /\s*(?:\([^()]*\)|\[[^[\]]*\])$/u
const nameAtBirth = /,?\s+(?:geb\.?|geborener?|née)\s+\p{L}.*$/iu
const marks = /^[*†#+!]+\s*|\s*[*†#+!]+$/gu

/** The name alone; what is left may be nothing. */
export function withoutRemarks(name: string): string {
  if (!mayHoldRemark.test(name)) return name
  let bare = name
  for (;;) {
    const before = bare
    bare = bare.replaceAll(marks, '').replace(bracketed, '').replace(nameAtBirth, '')
    bare = bare.replace(trailingTitle, '').replace(leadingTitle, '').trim()
    if (bare === before) return bare
  }
}

/** A place that is kept for somebody who is not known yet. */
export function isNobody(name: string): boolean {
  return /^(?:N\. ?N\.?|NN)$/u.test(name)
}

/**
 * What stands where a letter was lost: the question mark of an export whose encoding does not have it, and the signs that
 * letters of Central Europe become in Windows-1252. No name holds them.
 */
export const lostLetter = /[?¡£¥¦©«¬®¯±³¶¹»¾¿]/gu

/** Whether letters of a name were lost (`?ukas`), or read in the wrong encoding (`£ukas`). */
export function holdsLostLetter(name: string): boolean {
  return name.search(lostLetter) !== -1
}
