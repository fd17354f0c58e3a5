import { accountsFeature } from '../features/accounts/feature'
import { overviewFeature } from '../features/overview/feature'
import { plansFeature } from '../features/plans/feature'
import { settingsFeature } from '../features/settings/feature'
import { setupFeature } from '../features/setup/feature'
import { slipsFeature } from '../features/slips/feature'
import type { Feature } from '../shared/feature'

/** Everything that the window can show. */
export const features: readonly Feature[] = [
  overviewFeature,
  accountsFeature,
  plansFeature,
  slipsFeature,
  settingsFeature,
  setupFeature
]
