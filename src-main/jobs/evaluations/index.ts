import type { LedgerRule } from '../../core/ledger'
import type { JobModule, OpenJob } from '../../desks/job'
import { createFlags, FlagRule, ownMatters, tellDemoFlags, type FlagOperation, type Flags } from './flags'

/** The order of statements about flags, and who may not answer one; a ledger is checked against it. */
function flagsRule(): LedgerRule {
  return new FlagRule()
}

/** The job of evaluations: what people report, and what becomes of it (P18 to P24). */
export const evaluationsJob: JobModule<OpenJob<FlagOperation> & Pick<Flags, 'handlers' | 'inboxItems'>> = {
  name: 'evaluations',
  rules: [flagsRule],
  checkPlans: (ledger) => ({ problems: ownMatters(ledger), uncheckedPlans: [], uncheckedGroups: [] }),
  demoWeeks: tellDemoFlags,
  open(house) {
    const { subject, origin, ...flags } = createFlags(house)
    return { ...flags, subjects: { flag: subject }, origins: { flag: origin } }
  }
}
