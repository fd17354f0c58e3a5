import { z } from 'zod'

/** The languages of every screen, sentence and document. German comes first. */
export const languages = ['de', 'en'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

/** Each language as itself calls it. */
export const languageNames: Readonly<Record<Language, string>> = { de: 'Deutsch', en: 'English' }

/** Each language as `Intl` calls it. */
export const locales: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }

/**
 * One text in every language; `{name}` stands for a parameter, `{name|row|rows}` for one of two words: the first where the
 * parameter is 1.
 */
export type Text = Readonly<Record<Language, string>>

/** A text with its placeholders filled in every language, for whoever chooses the language later. */
export function filled(text: Text, parameters: Readonly<Record<string, string | number>>): Text {
  return { de: fill(text, 'de', parameters), en: fill(text, 'en', parameters) }
}

const placeholder = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g

/** Fills the `{name}` placeholders of a text; `…` where the value is not known any more (the ledger keeps codes alone). */
export function fill(
  text: Text,
  language: Language,
  parameters: Readonly<Record<string, string | number>> = {}
): string {
  return text[language].replaceAll(
    placeholder,
    (_placeholder, name: string, one: string | undefined, many: string | undefined) =>
      one === undefined || many === undefined
        ? String(parameters[name] ?? '…')
        : String(parameters[name]) === '1'
          ? one
          : many
  )
}
