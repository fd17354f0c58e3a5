import { failures, type FailureCode } from './failures'
import { fieldWord } from './fields'
import { fill, locales, type Language, type Text } from './language'
import { statementKinds } from './ledger'
import { moduleNames } from './modules'

/** The sentence of a failure: what happened and what the person can do now. */
export function sentence(
  failure: { code: FailureCode; parameters: Readonly<Record<string, string | number>> },
  language: Language
): string {
  return fill(failures[failure.code], language, inWords(failure, language))
}

const documentWords: Readonly<Record<string, Text>> = {
  settings: { de: 'Einstellungen', en: 'settings' },
  rosterProfiles: { de: 'Listenprofile', en: 'roster profiles' },
  logSources: { de: 'Quellen von Protokollen', en: 'sources of logs' }
}
const unknown: Text = { de: 'nicht bekannt', en: 'not known' }

/** Parameters that are code words or instants are said as the screens say them. */
function inWords(
  { code, parameters }: Parameters<typeof sentence>[0],
  language: Language
): Readonly<Record<string, string | number>> {
  const words: Record<string, string | number> = { ...parameters }
  const { field, what, module } = parameters
  if (code === 'directory.changedSince' && typeof field === 'string')
    words['field'] = fieldWord(field, language)
  if (code === 'ledger.changedSince') {
    if (typeof what === 'string' && isKind(what)) words['what'] = statementKinds[what].name[language]
    words['at'] = instantInWords(parameters['at'], language)
  }
  if (code === 'ledger.documentChanged' && typeof parameters['document'] === 'string') {
    words['document'] = documentWords[parameters['document']]?.[language] ?? parameters['document']
  }
  if (code === 'directory.connectionChanged') {
    words['by'] = parameters['by'] === '' ? unknown[language] : (parameters['by'] ?? '')
    words['at'] = parameters['at'] === '' ? unknown[language] : instantInWords(parameters['at'], language)
  }
  if (code === 'ledger.clockBehind') words['last'] = instantInWords(parameters['last'], language)
  const isAboutModule = code === 'sanctions.moduleNotMapped' || code === 'sanctions.moduleGroupGone'
  if (isAboutModule && typeof module === 'string' && isModule(module)) {
    words['module'] = moduleNames[module][language]
  }
  return words
}

function isKind(word: string): word is keyof typeof statementKinds {
  return Object.hasOwn(statementKinds, word)
}

function isModule(word: string): word is keyof typeof moduleNames {
  return Object.hasOwn(moduleNames, word)
}

function instantInWords(instant: string | number | undefined, language: Language): string {
  const date = new Date(String(instant))
  if (Number.isNaN(date.getTime())) return String(instant)
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'medium',
    timeStyle: 'short'
  }).format(date)
}
