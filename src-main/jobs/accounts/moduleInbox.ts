import type { Group } from '../../contract/accounts'
import type { InboxItem } from '../../contract/inbox'
import { goneModules, type ModuleGroups } from '../../contract/modules'
import type { Actor } from '../../core/people/actor'

/**
 * Modules whose group the directory does not have any more: suspensions and refusals take nothing there (P9, P10), and
 * only an administrator can say which group it is now.
 *
 * @param readAt when the groups were read (ISO, UTC)
 */
export function goneModuleItems(
  { roles }: Pick<Actor, 'roles'>,
  modules: ModuleGroups,
  groups: readonly Group[],
  readAt: string
): InboxItem[] {
  if (!roles.includes('administrator')) return []
  const names = groups.filter(({ isClass }) => !isClass).map(({ name }) => name)
  return goneModules(modules, names).map(({ module, group }) => ({
    id: `moduleGroupGone ${module} ${group}`,
    kind: 'moduleGroupGone',
    since: readAt,
    deadline: null,
    parameters: { module, group },
    to: '/settings?section=modules'
  }))
}
