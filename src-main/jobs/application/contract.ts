import { applicationStateSchema } from '../../contract/application'
import { type Operation, nothing } from '../../contract/operation'
import { preferencesSchema } from '../../contract/settings'

const operations = {
  'application.state': { input: nothing, output: applicationStateSchema, role: 'anyone' },
  'application.setPreferences': { input: preferencesSchema, output: nothing, role: 'anyone' }
} as const satisfies Record<string, Operation>

export const contract = { operations } as const
