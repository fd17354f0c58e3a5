import { Command, CommanderError, InvalidArgumentError, type Option } from 'commander'
import type { Language, Text } from '../contract/language'
import { fill } from '../contract/language'
import type { LedgerHead } from '../contract/ledger'

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

/** A whole number in a range, as an option's value. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    if (!/^\d+$/.test(text) || number < least || number > most) throw new InvalidArgumentError('')
    return number
  }
}

/** A day, `2026-12-31` or `31.12.2026`, as `YYYY-MM-DD`. */
export function calendarDay(text: string): string {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text)
  const day =
    german === null
      ? text
      : `${german[3] ?? ''}-${(german[2] ?? '').padStart(2, '0')}-${(german[1] ?? '').padStart(2, '0')}`
  const parsed = new Date(`${day}T00:00:00Z`)
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(parsed.getTime())
  if (!exists || parsed.toISOString().slice(0, 10) !== day) throw new InvalidArgumentError('')
  return day
}

/** A reason as the contract takes it: 3 to 500 characters. */
export function reasonText(text: string): string {
  const reason = text.trim()
  if (reason.length < 3 || reason.length > 500) throw new InvalidArgumentError('')
  return reason
}

/** The beginning of a plan's hash. */
export function planPrefix(text: string): string {
  if (!/^[0-9a-f]{4,64}$/i.test(text)) throw new InvalidArgumentError('')
  return text.toLowerCase()
}

/** A head as it is printed, `42:3f5a …`, with at least the first 16 digits of its hash. */
export function printedHead(text: string): LedgerHead {
  const found = /^(\d{1,15}):([0-9a-f]{16,64})$/.exec(text.replaceAll(/\s/g, '').toLowerCase())
  const [, sequence, hash] = found ?? []
  if (sequence === undefined || hash === undefined) throw new InvalidArgumentError('')
  return { sequence: Number(sequence), hash }
}

/** A key's fingerprint as it is printed, in groups of four digits. */
export function printedFingerprint(text: string): string {
  const digits = text.replaceAll(/\s/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(digits)) throw new InvalidArgumentError('')
  return digits
}

/** Names of classes, separated by commas. */
export function classNames(text: string): string[] {
  const names = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (names.length === 0) throw new InvalidArgumentError('')
  return names
}

/** An option that may be given several times. */
export function collect(value: string, former: readonly string[] | undefined): string[] {
  return [...(former ?? []), value]
}
