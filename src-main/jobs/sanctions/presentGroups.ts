import { goneModules, type MappedModule, type ModuleGroups } from '../../contract/modules'
import { fail, succeed, type Result } from '../../contract/result'
import type { Measure } from '../../contract/sanctions'
import type { Account } from '../../contract/accounts'
import type { DirectoryDesk } from '../../desks/directory'
import type { MappedModules } from './casePlans'
import { isMember, isOver, type PlanBasis } from './measures'
import { modulesOf } from './sanctionPlan'

/**
 * [Note: a group that is gone]
 *
 * A plan names the groups that the settings named at the proposal. Of a group that was deleted or renamed since, nobody is
 * a member, and that looks as if everybody were kept out of its module; under its new name it goes on letting people in.
 * So memberships alone prove nothing. Which groups there are is asked anew where measures are shown, signed, carried out
 * and compared; a module whose group is gone counts neither as refused nor as given back.
 */

/** So long is a directory waited for that need not be there, milliseconds. */
const patience = 3_000

/** The groups that the directory has now; null: it does not say so within a few seconds. */
export async function presentGroups(
  directory: Pick<DirectoryDesk, 'ask'>
): Promise<readonly string[] | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null)
    }, patience)
  })
  const asked = directory
    .ask((opened) => opened.groupNames())
    .then((names) => (names.ok ? names.value : null))
  const answer = await Promise.race([asked, late])
  clearTimeout(timer)
  return answer
}

/** The modules of a measure whose group is gone. */
export function goneFor(measure: Measure, basis: PlanBasis, groups: readonly string[]): MappedModule[] {
  const asked: ModuleGroups = {}
  for (const module of modulesOf(measure, basis)) asked[module] = basis.snapshot.modules[module]?.group ?? ''
  return goneModules(asked, groups)
}

/** `sanctions.moduleGroupGone`: a module that is to be refused by itself cannot be. */
export function checkRefusals(
  measures: readonly Measure[],
  basis: PlanBasis,
  groups: readonly string[]
): Result<undefined> {
  const gone = measures.flatMap((measure) =>
    measure.kind === 'moduleRefusal' ? goneFor(measure, basis, groups) : []
  )
  const [first] = gone
  return first === undefined ? succeed() : fail('sanctions.moduleGroupGone', { ...first })
}

/** What a piece of work on cases knows of the directory's groups; they are read once for all cases. */
export class PresentGroups {
  private known: Promise<Result<readonly string[]>> | null = null

  constructor(
    private readonly options: {
      readonly directory: Pick<DirectoryDesk, 'ask'>
      readonly mappedModules: MappedModules
    }
  ) {}

  /** A new piece of work begins. */
  begin(): void {
    this.known = null
  }

  async names(): Promise<Result<readonly string[]>> {
    return (this.known ??= this.options.directory.ask((opened) => opened.groupNames()))
  }

  /**
   * Measures that are not over and whose module stays open, since its group is gone. Whom the settings of today keep out by
   * another group is kept out: an administrator has mapped the module anew and has seen to the person.
   */
  async goneOf(
    basis: PlanBasis,
    account: Pick<Account, 'groups'>,
    now: Date
  ): Promise<Result<readonly ({ readonly measure: Measure } & MappedModule)[]>> {
    const lasting = basis.measures.filter((measure) => !isOver(measure, now))
    if (lasting.every((measure) => modulesOf(measure, basis).length === 0)) return succeed([])
    const groups = await this.names()
    if (!groups.ok) return groups
    const gone = lasting.flatMap((measure) =>
      goneFor(measure, basis, groups.value).map((one) => ({ measure, ...one }))
    )
    if (gone.length === 0) return succeed([])
    const mapped = await this.options.mappedModules(null)
    const today = (mapped.ok ? mapped.value : null) ?? {}
    const stillGone = new Set(goneModules(today, groups.value).map(({ module }) => module))
    return succeed(
      gone.filter(({ module }) => {
        const group = today[module] ?? ''
        return group === '' || stillGone.has(module) || isMember(account, group)
      })
    )
  }
}
