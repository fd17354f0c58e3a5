import { createI18n } from 'vue-i18n'
import { languages, type Language, type Text } from '../../../src-main/contract/language'
import type { Messages, ParameterNames, TextsByKey } from './define'
import { formatNumber } from './format'

const emptyMessages = Object.fromEntries(
  languages.map((language): [Language, Record<string, string>] => [language, {}])
)

/** One instance for the window. Messages are compiled just in time to plain data; nothing is evaluated. */
export const i18n = createI18n({
  legacy: false,
  locale: 'de',
  fallbackLocale: 'de',
  messages: emptyMessages,
  // Keys are names, not paths: a dot in them means nothing.
  messageResolver: (messages, key) => (messages as Readonly<Record<string, string>>)[key] ?? null
})

/** The language of the window. Reactive: texts and formats follow it. */
export function currentLanguage(): Language {
  return languages.find((language) => language === i18n.global.locale.value) ?? 'de'
}

/** Changes the language of everything on the screen. */
export function setLanguage(language: Language): void {
  i18n.global.locale.value = language
  document.documentElement.lang = language
}

type ParametersOf<Template extends string> = [ParameterNames<Template>] extends [never]
  ? [parameters?: { count?: number }]
  : [parameters: Readonly<Record<ParameterNames<Template>, string | number>> & { readonly count?: number }]

/** Gives the text of a key in the current language. Numbers are written as the language writes them. */
export type Translate<Texts extends TextsByKey> = <Key extends keyof Texts & string>(
  key: Key,
  ...parameters: ParametersOf<Texts[Key]['de']>
) => string

const registered = new Set<string>()

/**
 * The texts of a feature, ready to use in a component, a store or a route. `count` chooses the plural form.
 */
export function textsOf<Texts extends TextsByKey>(messages: Messages<Texts>): Translate<Texts> {
  const { namespace, texts } = messages
  if (!registered.has(namespace)) {
    registered.add(namespace)
    for (const language of languages) {
      i18n.global.mergeLocaleMessage(
        language,
        Object.fromEntries(
          Object.entries<Text>(texts).map(([key, text]) => [`${namespace}.${key}`, text[language]])
        )
      )
    }
  }
  return (key, ...[parameters]) => {
    const given: Readonly<Record<string, string | number>> = parameters ?? {}
    const written = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        typeof value === 'number' ? formatNumber(value, currentLanguage()) : value
      ])
    )
    const path = `${namespace}.${key}`
    const count = given['count']
    return typeof count === 'number'
      ? i18n.global.t(path, written, { plural: count })
      : i18n.global.t(path, written)
  }
}
