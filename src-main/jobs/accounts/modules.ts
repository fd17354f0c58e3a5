import { membershipSchema, membershipsSchema, type Account, type Membership } from '../../contract/accounts'
import { holdsGroup, type ModuleGroups } from '../../contract/modules'
import { reachOf } from '../../core/suspensions'
import type { PlanJournal } from '../../world/store/port'

/**
 * [Note: a suspension takes modules]
 *
 * Not every service asks the directory whether somebody may sign in. A RADIUS server that reads the password and
 * compares it itself lets a suspended person in; so does anything else that reads attributes. What such a service can
 * ask is a group. A suspension (P9) and leaving (P8) therefore also take a person out of the group of every mapped module,
 * and its end gives back what it has taken, as far as nothing else stands against it. Which groups those were stands in
 * the step's images, so the journal knows them after a restart and on every PC that shares the case file.
 */

/** What may stand against a module: who is shut out belongs into no module's group. */
type ShutOut = Pick<Account, 'leaverSince' | 'suspension'>

/** Suspended at this instant, or marked as having left (P8, P9). */
export function isShutOut({ leaverSince, suspension }: ShutOut, now: Date): boolean {
  return leaverSince !== null || reachOf(suspension, now) > 0
}

/** Names of the groups that modules are mapped to. */
function mappedGroups(modules: ModuleGroups): string[] {
  return Object.values(modules).filter((group) => group !== '')
}

/** Groups of modules that the account is in, named as the directory names them, sorted. */
export function moduleGroupsOf(account: Pick<Account, 'groups'>, modules: ModuleGroups): string[] {
  const mapped = mappedGroups(modules)
  return account.groups.filter((name) => holdsGroup(mapped, name)).toSorted()
}

/** The first group of a module in the new list that the account is not in yet; null: there is none. */
export function joinedModuleGroup(
  account: Pick<Account, 'groups'>,
  groups: readonly string[],
  modules: ModuleGroups
): string | null {
  const mapped = mappedGroups(modules)
  return groups.find((name) => holdsGroup(mapped, name) && !holdsGroup(account.groups, name)) ?? null
}

/** The images of a step that takes somebody out of groups, or back into them. Nothing to change: no field. */
export function membershipImages(
  groups: readonly string[],
  direction: 'take' | 'giveBack'
): { readonly before: MembershipField; readonly after: MembershipField } {
  if (groups.length === 0) return { before: {}, after: {} }
  const images = (member: boolean): MembershipField => ({
    memberships: [...groups].sort().map((group) => ({ group, member }))
  })
  return { before: images(direction === 'take'), after: images(direction === 'giveBack') }
}

interface MembershipField {
  memberships?: Membership[]
}

/**
 * The groups that come back to an account when nothing shuts it out any more: what suspensions and leaving have taken,
 * and what the end of a case could not give back meanwhile, by the newest word on each. A step that was taken back
 * counts as never done. One that was begun or refused may have taken some of its groups, so what it was about to take
 * counts as taken. A group that the account is in is not owed, nor one that it was in after a case had given it back.
 *
 * @param shown groups in small letters that the account was in, and when (ISO, UTC)
 */
export async function takenGroups(
  journal: Pick<PlanJournal, 'historyOf'>,
  account: Pick<Account, 'id' | 'groups'>,
  shown: ReadonlyMap<string, string>
): Promise<string[]> {
  const said = new Map<string, { readonly group: string; readonly owed: boolean }>()
  const say = (group: string, owed: boolean): void => {
    const key = group.toLowerCase()
    if (!said.has(key)) said.set(key, { group, owed })
  }
  for (const { step, record } of await journal.historyOf(account.id)) {
    if (record.outcome === 'undone' || record.outcome === 'open') continue
    const decided = membershipSchema.safeParse(step.after?.['membership'])
    if (step.kind === 'undo') {
      // Of an approval that has expired: what stood against giving back is owed, as at the end of a case.
      if (decided.success && record.outcome === 'done') say(decided.data.group, decided.data.member)
      continue
    }
    for (const { group, member } of membershipsOf(step.after)) {
      if (!member) say(group, true)
      else if (record.outcome === 'done') say(group, false)
    }
    if (record.outcome !== 'done') continue
    // The step of a case: what it has taken is the case's to give back, what it has given back is owed until it shows.
    if (decided.success) {
      const { group, member } = decided.data
      say(group, member && (shown.get(group.toLowerCase()) ?? '') < record.at)
    }
    const [before, after] = [namesOf(step.before?.['groups']), namesOf(step.after?.['groups'])]
    for (const group of [...before, ...after]) {
      if (holdsGroup(before, group) !== holdsGroup(after, group)) say(group, false)
    }
  }
  return [...said.values()]
    .flatMap(({ group, owed }) => (owed && !holdsGroup(account.groups, group) ? [group] : []))
    .sort()
}

/** What a step's image says about single groups. Older plans say nothing. */
export function membershipsOf(image: { readonly memberships?: unknown } | null): Membership[] {
  return image?.memberships === undefined ? [] : membershipsSchema.parse(image.memberships)
}

function namesOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
