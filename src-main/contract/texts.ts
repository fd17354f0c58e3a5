import { z } from 'zod'

/** Control characters, except those of a text of several lines (tab, line feed, carriage return). */
const notInTexts = /[^\P{Cc}\t\n\r]/u
const control = /\p{Cc}/u
/** Half of a pair of surrogates: no character, and no UTF-8 can hold it. */
const loneSurrogate = /\p{Cs}/u

/** As much of a field's path as fits into a sentence. */
const longestPath = 120

/** Whether it is a text at all. What is not is refused at the border: names, paths and addresses of no system hold it. */
export function isText(text: string): boolean {
  return !notInTexts.test(text) && !loneSurrogate.test(text)
}

/** A text of one line: a name, an address, a path. */
export function oneLine(longest: number): z.ZodString {
  return z
    .string()
    .max(longest)
    .refine((text) => !control.test(text))
}

/**
 * The path (`connection.url`) of the first string that is no text, wherever it stands in an input; null: all are. Inputs
 * come from outside: they may be deep and may hold themselves.
 */
export function findNoText(input: unknown): string | null {
  const seen = new Set<object>()
  const waiting: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: input }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, value } = next
    if (typeof value === 'string' && !isText(value)) return path.slice(0, longestPath)
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) continue
    seen.add(value)
    for (const [key, part] of Object.entries(value).reverse()) {
      if (!isText(key)) return path.slice(0, longestPath)
      waiting.push({ path: path === '' ? key : `${path}.${key}`, value: part })
    }
  }
  return null
}
