import { Command, CommanderError, type Option } from 'commander'
import type { Language, Text } from '../contract/language'
import { fill } from '../contract/language'

/** What the parser complains about (English) and how we say it. `{what}`: the word concerned. */
const complaints: readonly (readonly [RegExp, Text])[] = [
  [/unknown option '([^']*)'/, { de: 'Unbekannte Option: {what}', en: 'Unknown option: {what}' }],
  [/unknown command '([^']*)'/, { de: 'Unbekannter Befehl: {what}', en: 'Unknown command: {what}' }],
  [/missing required argument '([^']*)'/, { de: 'Es fehlt: {what}', en: 'Missing: {what}' }],
  [/option '([^']*)' argument missing/, { de: 'Zu {what} fehlt der Wert.', en: '{what} lacks its value.' }],
  [/required option '([^']*)' not specified/, { de: 'Es fehlt: {what}', en: 'Missing: {what}' }],
  [
    /option '([^']*)' argument '/,
    { de: 'Der Wert von {what} ist nicht möglich.', en: 'The value of {what} is not possible.' }
  ],
  [
    /invalid for argument '([^']*)'/,
    { de: 'Der Wert von {what} ist nicht möglich.', en: 'The value of {what} is not possible.' }
  ],
  [
    /option '([^']*)' cannot be used with/,
    { de: '{what} passt nicht zu den übrigen Angaben.', en: '{what} does not go with the rest.' }
  ],
  [/too many arguments/, { de: 'Zu viele Angaben.', en: 'Too many arguments.' }]
]

/** The parser's complaint in the person's language. A value is never repeated: it could be a mistyped secret. */
export function complaint(message: string, language: Language): string {
  for (const [pattern, text] of complaints) {
    const found = pattern.exec(message)
    if (found !== null) return fill(text, language, { what: (found[1] ?? '').replace(/=.*$/s, '') })
  }
  return message.replace(/^error: /, '').trim()
}

/** The titles of the parser's help. */
const titles: Readonly<Record<string, Text>> = {
  'Usage:': { de: 'Aufruf:', en: 'Usage:' },
  'Options:': { de: 'Optionen:', en: 'Options:' },
  'Commands:': { de: 'Befehle:', en: 'Commands:' },
  'Arguments:': { de: 'Angaben:', en: 'Arguments:' }
}

/** An empty command tree that speaks the language, writes where it is told and throws instead of ending the process. */
export function makeProgram(
  language: Language,
  write: { readonly out: (text: string) => void; readonly error: (text: string) => void }
): Command {
  return new Command('netzwart')
    .configureHelp({
      styleTitle: (title) => titles[title]?.[language] ?? title,
      optionDescription: (option: Option) => option.description
    })
    .configureOutput({
      writeOut: write.out,
      writeErr: write.error,
      outputError: (message) => write.error(`${complaint(message, language)}\n`)
    })
    .showHelpAfterError()
    .exitOverride()
}

/** 0: help was asked for; 2: wrong usage. Anything else is not the parser's. */
export function exitCodeOf(error: unknown): 0 | 2 | null {
  if (!(error instanceof CommanderError)) return null
  return error.exitCode === 0 ? 0 : 2
}
