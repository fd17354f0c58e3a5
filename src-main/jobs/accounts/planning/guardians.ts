import type { Account } from '../../../contract/accounts'
import { fail, succeed, type Result } from '../../../contract/result'
import type { RosterNotice } from '../../../contract/rosterNotices'
import { noticeOf } from '../roster/findings'
import type { RosterPerson } from './persons'
import type { PlanningInput } from './types'

/** Guardians get accounts only where the school wants them and says where they are to lie (P1). */
export function refuseGuardians({ roster, settings, layout }: PlanningInput): Result<undefined> {
  const listed = roster.kind === 'guardian' || roster.entries.some(({ kind }) => kind === 'guardian')
  if (!listed) return succeed()
  if (!settings.guardianAccounts) return fail('plan.guardiansOff')
  return layout.containers.guardian === undefined ? fail('plan.guardiansWithoutContainer') : succeed()
}

/** Lines of guardians with a child whom neither the directory nor the roster knows. */
export function unknownChildren(rows: readonly RosterPerson[], accounts: readonly Account[]): RosterNotice[] {
  const guardians = rows.filter(({ entry }) => entry.children !== undefined)
  if (guardians.length === 0) return []
  const pupils = new Set<string | null>()
  for (const { kind, schoolId } of accounts) if (kind === 'pupil') pupils.add(schoolId)
  for (const { kind, schoolId } of rows) if (kind === 'pupil') pupils.add(schoolId)
  const lines = guardians
    .filter(({ entry }) => entry.children?.some((child) => !pupils.has(child)))
    .map(({ entry }) => entry.line)
  return noticeOf(
    'childrenUnknown',
    lines.toSorted((one, other) => one - other)
  )
}
