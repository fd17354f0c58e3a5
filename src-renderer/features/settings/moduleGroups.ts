import { isSameGroup, moduleIds, type ModuleGroups, type ModuleId } from '../../../src-main/contract/modules'

/** The mapping with one module's group changed; null: the module has none. Always in the modules' own order. */
export function withGroup(groups: ModuleGroups, module: ModuleId, group: string | null): ModuleGroups {
  const changed: ModuleGroups = { ...groups, [module]: group ?? '' }
  return Object.fromEntries(
    moduleIds.flatMap((id) => {
      const name = changed[id] ?? ''
      return name === '' ? [] : [[id, name] as const]
    })
  )
}

/** Groups that more than one module uses: refusing one refuses the others too. */
export function sharedGroups(groups: ModuleGroups): ReadonlySet<string> {
  const names = Object.values(groups).filter((name) => name !== '')
  return new Set(names.filter((name) => names.filter((other) => isSameGroup(other, name)).length > 1))
}
