import type { Text } from '../language'
import { accountsFailures } from '../../jobs/accounts/failures'
import { applicationFailures } from './application'
import { backupFailures } from './backup'
import { caseFileFailures } from '../../jobs/caseFile/failures'
import { commandLineFailures } from './commandLine'
import { directoryFailures } from './directory'
import { ledgerFailures } from './ledger'
import { peopleFailures } from '../../jobs/people/failures'
import { planFailures } from '../../desks/plans/failures'
import { radiusFailures } from '../../jobs/setup/failures'
import { rosterFailures } from './roster'
import { sanctionsFailures } from '../../jobs/sanctions/failures'
import { storeFailures } from './store'

/** Every expected failure of the app with the sentence that tells a person what to do, each said by its job or desk. */
export const failures = {
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
