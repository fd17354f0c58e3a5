import { suspensionSchema, type Account, type Suspension } from '../../contract/accounts'
import type { Step } from '../../contract/plan'
import { isSameGroup } from '../../contract/modules'
import { startOf } from '../../core/calendar'
import type { AccountChange } from '../../world/directory/port'
import { isMember, membershipSchema } from './measures'
import { reachOf, strongest } from '../../core/suspensions'

/** What is to be done to the account for a step, as it is now. */
export type OpenChange =
  /** The account is as the step wants it, or the step's time is over. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'change'; readonly change: AccountChange }
  /** At neither image: somebody else has changed it. */
  | { readonly kind: 'changedSince'; readonly field: 'suspension' | 'groups' }

const nothing: OpenChange = { kind: 'nothing' }

/** What other cases in force ask of the account: giving something back stops there. */
export interface Demanded {
  readonly suspension: Suspension
  /** Groups that the person must not be in. */
  readonly groups: readonly string[]
}

export const nothingDemanded: Demanded = { suspension: { kind: 'none' }, groups: [] }

/**
 * What a step still has to do. A restriction is never weakened by one that asks for less, and taking a restriction
 * back never touches one that reaches further: that is somebody else's. So a step can be repeated at any time, and the
 * same question tells, when read back, whether it is done.
 */
export function openChange(step: Step, account: Account, demanded: Demanded, now: Date): OpenChange {
  const takesAway = isTakingAway(step)
  if (takesAway && isStepOver(step, now)) return nothing
  const suspension = imagesOf(step, 'suspension', suspensionSchema)
  if (suspension !== null) {
    return takesAway
      ? suspending(suspension, account.suspension, now)
      : lifting(suspension, account, demanded.suspension, now)
  }
  const membership = imagesOf(step, 'membership', membershipSchema)
  if (membership === null) throw new TypeError(`Step ${step.id} is about nothing that sanctions know`)
  const { group, member } = membership.after
  const isDemanded = demanded.groups.some((name) => isSameGroup(name, group))
  if (isMember(account, group) === member || (member && isDemanded)) return nothing
  const others = account.groups.filter((name) => !isSameGroup(name, group))
  return { kind: 'change', change: { groups: member ? [...others, group].toSorted() : others } }
}

/** The step takes something away from the person; else it gives something back. */
export function isTakingAway({ kind }: Step): boolean {
  return kind === 'suspend' || kind === 'refuseModule'
}

/** The day on which the restriction ends came before it was carried out: then it is not begun any more. */
function isStepOver({ reason }: Step, now: Date): boolean {
  const until = reason.parameters['until']
  return typeof until === 'string' && until !== '' && Date.parse(startOf(until)) <= now.getTime()
}

function imagesOf<Value>(
  { before, after }: Step,
  field: string,
  schema: { parse(value: unknown): Value }
): { readonly before: Value; readonly after: Value } | null {
  if (before?.[field] === undefined || after?.[field] === undefined) return null
  return { before: schema.parse(before[field]), after: schema.parse(after[field]) }
}

interface Images {
  readonly before: Suspension
  readonly after: Suspension
}

function suspending({ after }: Images, current: Suspension, now: Date): OpenChange {
  if (reachOf(current, now) >= reachOf(after, now)) return nothing
  return { kind: 'change', change: { suspension: after } }
}

function lifting({ before, after }: Images, account: Account, demanded: Suspension, now: Date): OpenChange {
  // Who has left stays out for that reason, and comes back by the roster alone (P8).
  if (account.leaverSince !== null) return nothing
  const target = strongest([after, demanded], now)
  const current = reachOf(account.suspension, now)
  if (current <= reachOf(target, now) || current > reachOf(before, now)) return nothing
  if (current < reachOf(before, now)) return { kind: 'changedSince', field: 'suspension' }
  return { kind: 'change', change: { suspension: target } }
}
