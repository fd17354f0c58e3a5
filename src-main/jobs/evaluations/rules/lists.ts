import { joined, readPattern, type Pattern } from './patterns'

/** Lists that placeholders (`%name%` with `|expand`) stand for: approved programs, hosts of tunnels. Entries are Sigma strings. */
export type Lists = ReadonlyMap<string, readonly string[]>

/** A pair of backslashes comes first, so that a placeholder can stand behind one: `C:\\%folder%`. */
const placeholder = /\\\\|\\%|%([A-Za-z][A-Za-z0-9_]*)%/g

/**
 * Every pattern with each placeholder replaced by each entry of its list. What comes in are texts as they stand in the rule,
 * whose escapes are read here, since `\%` is a plain percent sign only where placeholders are. Ends just above `most`.
 */
export function expandLists(
  texts: readonly Pattern[],
  lists: Lists,
  most: number
): readonly Pattern[] | { readonly unknown: string } {
  const expanded: Pattern[] = []
  for (const text of texts) {
    let variants: readonly Pattern[] = [[]]
    const source = text.map(String).join('')
    let from = 0
    for (const { 0: found, 1: name, index } of source.matchAll(placeholder)) {
      if (found === '\\\\') continue
      const before = readPattern(source.slice(from, index))
      const entries = name === undefined ? ['%'] : lists.get(name)
      if (entries === undefined) return { unknown: name ?? '' }
      const patterns = entries.map(readPattern)
      if (variants.length * patterns.length > most) return Array<Pattern>(most + 1).fill([])
      variants = variants.flatMap((variant) => patterns.map((pattern) => [...variant, ...before, ...pattern]))
      from = index + found.length
    }
    const rest = readPattern(source.slice(from))
    for (const variant of variants) expanded.push(joined([...variant, ...rest]))
  }
  return expanded
}
