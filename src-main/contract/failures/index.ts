import { fieldWord } from '../fields'
import { fill, locales, type Language, type Text } from '../language'
import { moduleNames } from '../modules'
import { statementWords } from '../statementWords'
import { accountsFailures } from './accounts'
import { applicationFailures } from './application'
import { backupFailures } from './backup'
import { caseFileFailures } from './caseFile'
import { commandLineFailures } from './commandLine'
import { directoryFailures } from './directory'
import { ledgerFailures } from './ledger'
import { peopleFailures } from './people'
import { planFailures } from './plan'
import { radiusFailures } from './radius'
import { rosterFailures } from './roster'
import { sanctionsFailures } from './sanctions'
import { storeFailures } from './store'

/** Every expected failure of the app with the sentence that tells a person what to do. */
const failures = {
  ...applicationFailures,
  ...caseFileFailures,
  ...commandLineFailures,
  ...directoryFailures,
  ...radiusFailures,
  ...rosterFailures,
  ...planFailures,
  ...accountsFailures,
  ...ledgerFailures,
  ...peopleFailures,
  ...sanctionsFailures,
  ...storeFailures,
  ...backupFailures
} as const satisfies Record<string, Text>

export type FailureCode = keyof typeof failures

export const failureCodes = Object.keys(failures) as [FailureCode, ...FailureCode[]]

/** The sentence of a failure: what happened and what the person can do now. */
export function sentence(
  failure: { code: FailureCode; parameters: Readonly<Record<string, string | number>> },
  language: Language
): string {
  return fill(failures[failure.code], language, inWords(failure, language))
}

const documentWords: Readonly<Record<string, Text>> = {
  settings: { de: 'Einstellungen', en: 'settings' },
  rosterProfiles: { de: 'Listenprofile', en: 'roster profiles' }
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
    if (typeof what === 'string' && isKind(what)) words['what'] = statementWords[what][language]
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
  if (code === 'sanctions.moduleNotMapped' && typeof module === 'string' && isModule(module)) {
    words['module'] = moduleNames[module][language]
  }
  return words
}

function isKind(word: string): word is keyof typeof statementWords {
  return Object.hasOwn(statementWords, word)
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
