import { languages, type Language } from '../contract/language'

/**
 * The language of messages: `--language`, else LC_ALL or LANG, else German. Looked for among the bare words, since
 * wrong usage wants its sentence in it, too.
 */
export function findLanguage(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>>
): Language {
  const asked = languages.find((language) => language === valueOf(words, '--language'))
  if (asked !== undefined) return asked
  const locale = firstOf(environment['LC_ALL'], environment['LANG'])
  return languages.find((language) => locale.toLowerCase().startsWith(language)) ?? 'de'
}

function firstOf(...values: readonly (string | undefined)[]): string {
  return values.find((value) => value !== undefined && value !== '') ?? ''
}

function valueOf(words: readonly string[], name: string): string | undefined {
  const joined = words.findLast((word) => word.startsWith(`${name}=`))
  if (joined !== undefined) return joined.slice(name.length + 1)
  const place = words.lastIndexOf(name)
  return place < 0 ? undefined : words[place + 1]
}
