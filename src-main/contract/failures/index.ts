import type { Text } from '../language'
import { accountsFailures } from '../../jobs/accounts/failures'
import { applicationFailures } from './application'
import { caseFileFailures } from '../../jobs/caseFile/failures'
import { commandLineFailures } from './commandLine'
import { directoryFailures } from './directory'
import { evidenceFailures } from './evidence'
import { disclosuresFailures } from '../../jobs/disclosures/failures'
import { evaluationsFailures } from '../../jobs/evaluations/failures'
import { ledgerFailures } from './ledger'
import { logServerFailures } from './logServer'
import { peopleFailures } from '../../jobs/people/failures'
import { planFailures } from '../../desks/plans/failures'
import { radiusFailures } from '../../jobs/setup/failures'
import { sanctionsFailures } from '../../jobs/sanctions/failures'
import { storeFailures } from './store'

/**
 * Every expected failure of the app with the sentence that tells a person what to do. The one list of what jobs and desks say in their
 * `failures.ts`, which know nothing but `Text`: `Result` hangs on it.
 */
export const failures = {
  ...applicationFailures,
  ...caseFileFailures,
  ...commandLineFailures,
  ...directoryFailures,
  ...disclosuresFailures,
  ...evaluationsFailures,
  ...evidenceFailures,
  ...radiusFailures,
  ...planFailures,
  ...accountsFailures,
  ...ledgerFailures,
  ...logServerFailures,
  ...peopleFailures,
  ...sanctionsFailures,
  ...storeFailures
} as const satisfies Record<string, Text>

export type FailureCode = keyof typeof failures

export const failureCodes = Object.keys(failures) as [FailureCode, ...FailureCode[]]
