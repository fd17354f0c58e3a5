import { accountsFeature } from '../features/accounts/feature'
import { disclosuresFeature } from '../features/disclosures/feature'
import { evaluationsFeature } from '../features/evaluations/feature'
import { foundingFeature } from '../features/founding/feature'
import { journalFeature } from '../features/journal/feature'
import { licencesFeature } from '../features/licences/feature'
import { overviewFeature } from '../features/overview/feature'
import { peopleFeature } from '../features/people/feature'
import { plansFeature } from '../features/plans/feature'
import { rostersFeature } from '../features/rosters/feature'
import { sanctionsFeature } from '../features/sanctions/feature'
import { settingsFeature } from '../features/settings/feature'
import { setupFeature } from '../features/setup/feature'
import { signInFeature } from '../features/signIn/feature'
import { slipsFeature } from '../features/slips/feature'
import type { Feature } from '../shared/feature'
import { showBy } from '../shared/looks'

/** Everything that the window can show. */
export const features: readonly Feature[] = [
  overviewFeature,
  accountsFeature,
  rostersFeature,
  plansFeature,
  sanctionsFeature,
  evaluationsFeature,
  disclosuresFeature,
  slipsFeature,
  journalFeature,
  peopleFeature,
  settingsFeature,
  setupFeature,
  signInFeature,
  foundingFeature,
  licencesFeature
]

showBy(features)
