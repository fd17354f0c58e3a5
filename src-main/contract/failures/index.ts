import { fieldWord } from '../fields'
import { fill, type Language, type Text } from '../language'
import { accountsFailures } from './accounts'
import { applicationFailures } from './application'
import { commandLineFailures } from './commandLine'
import { directoryFailures } from './directory'
import { planFailures } from './plan'
import { rosterFailures } from './roster'
import { storeFailures } from './store'

/** Every expected failure of the app with the sentence that tells a person what to do. */
const failures = {
  ...applicationFailures,
  ...commandLineFailures,
  ...directoryFailures,
  ...rosterFailures,
  ...planFailures,
  ...accountsFailures,
  ...storeFailures
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

/** Parameters that are code words are said as the screens say them. */
function inWords(
  { code, parameters }: Parameters<typeof sentence>[0],
  language: Language
): Readonly<Record<string, string | number>> {
  const { field } = parameters
  if (code !== 'directory.changedSince' || typeof field !== 'string') return parameters
  return { ...parameters, field: fieldWord(field, language) }
}
