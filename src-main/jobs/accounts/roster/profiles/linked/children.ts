import { readSchoolId } from '../../fields'
import { kindOfRole, type Roles } from './roles'
import type { NamedRow } from './tables'

/**
 * Ids of a guardian's children, sorted: `agentSourcedIds` of OneRoster's `users.csv` names pupils beside guardians, guardians
 * beside pupils, or both.
 */
export function childrenOf(
  persons: readonly NamedRow[],
  idColumns: ReadonlyMap<string, 'identifier' | 'sourcedId'>,
  roles: Pick<Roles, 'roleOf'>
): (guardian: NamedRow) => string[] {
  const idOfPupil = new Map<string, string>()
  const byGuardian = new Map<string, Set<string>>()
  for (const row of persons) {
    const role = roles.roleOf(row)
    if (role === null || kindOfRole(role.name, false) !== 'pupil') continue
    const id = readSchoolId(row.get(idColumns.get(row.group) ?? 'sourcedId'))
    if (!('value' in id) || id.value === null) continue
    idOfPupil.set(row.get('sourcedId').trim(), id.value)
    for (const guardian of agentsOf(row))
      byGuardian.set(guardian, (byGuardian.get(guardian) ?? new Set()).add(id.value))
  }
  return (guardian) => {
    const named = byGuardian.get(guardian.get('sourcedId').trim()) ?? []
    const own = agentsOf(guardian).flatMap((agent) => idOfPupil.get(agent) ?? [])
    return [...new Set([...named, ...own])].sort()
  }
}

function agentsOf(row: NamedRow): string[] {
  return row
    .get('agentSourcedIds')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
