import type { Language } from '../../../src-main/contract/language'

/** Texts by key. `{name}` stands for a parameter; `none | one | {count} many` are plural forms. */
export type TextsByKey = Readonly<Record<string, string>>

/** The texts of one feature or part in every language. */
export interface Messages<German extends TextsByKey = TextsByKey> {
  /** Unique; the texts live below it. */
  readonly namespace: string
  readonly texts: { readonly [Key in Language]: Key extends 'de' ? German : TextsByKey }
}

/**
 * Declares the texts of a feature. German is written first and gives the keys; a key without an English
 * text, or an English key without a German one, fails the type check.
 *
 * `@`, `|` and braces that are meant as themselves are written `{'@'}`.
 */
export function defineMessages<const German extends TextsByKey>(
  namespace: string,
  texts: { de: German; en: Readonly<Record<NoInfer<keyof German>, string>> }
): Messages<German> {
  return { namespace, texts }
}

/** The names of the parameters in a text: `'{count} Konten'` gives `'count'`. Quoted literals are none. */
export type ParameterNames<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `'${string}` ? never : Name) | ParameterNames<Rest>
  : never
