/** Signs that cannot be seen, or that turn the others round. */
const unseen = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu
/** Blanks that look like a space. */
const blanks = /[^\P{Zs} ]/gu

/** The text with signs that cannot be seen as their codes. */
export function visible(text: string): string {
  return text.replaceAll(unseen, shown)
}

/** What a log calls somebody, so that nobody is taken for somebody else whose name looks the same. */
export function visibleIdentity(identity: string): string {
  return visible(identity).replaceAll(blanks, shown)
}

function shown(sign: string): string {
  return sign === '\t' ? ' ' : `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}
