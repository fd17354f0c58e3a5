import type { Text } from '../../../src-main/contract/language'

/**
 * The texts of one feature or part by key, each in every language. `{name}` stands for a parameter;
 * `none | one | {count} many` are plural forms.
 */
export type TextsByKey = Readonly<Record<string, Text>>

export interface Messages<Texts extends TextsByKey = TextsByKey> {
  /** Unique; the texts live below it. */
  readonly namespace: string
  readonly texts: Texts
}

/**
 * Declares the texts of a feature. Both languages of a key stand together; one that is missing fails the type check.
 *
 * `@`, `|` and braces that are meant as themselves are written `{'@'}`.
 */
export function defineMessages<const Texts extends TextsByKey>(
  namespace: string,
  texts: Texts
): Messages<Texts> {
  return { namespace, texts }
}

/** The names of the parameters in a text: `'{count} Konten'` gives `'count'`. Quoted literals are none. */
export type ParameterNames<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `'${string}` ? never : Name) | ParameterNames<Rest>
  : never
