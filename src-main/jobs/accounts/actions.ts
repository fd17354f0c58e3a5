import type { Account, AccountImage, Membership, Suspension } from '../../contract/accounts'
import type { Image, Plan } from '../../contract/plan'
import type { Parameters } from '../../contract/result'
import { resetPasswordKind } from './contract'
import { membershipImages } from './modules'

/** The name of this job in its plans. */
export const jobName = 'accounts'

/** Why an everyday action was taken: `reason.code` and its parameters. */
export type ActionReason =
  /** P5: only at the person's own request; `verification` says how they were recognised. */
  | { readonly code: 'requestVerified'; readonly parameters: { verification: string; text: string } }
  /** P9, P12: in the administrator's own words. */
  | { readonly code: 'statedReason'; readonly parameters: { text: string } }
  /** A suspension has come to its end. */
  | { readonly code: 'suspensionEnded'; readonly parameters: { until: string } }
  /** A suspension is over, and nothing else stands against its modules any more. */
  | { readonly code: 'suspensionOver'; readonly parameters: Record<string, never> }

export interface ActionStep {
  readonly kind: string
  readonly account: Account
  readonly before: ActionImage
  readonly after: ActionImage
  readonly reason: ActionReason
}

type ActionImage = Partial<AccountImage> & { readonly memberships?: readonly Membership[] }

/**
 * The plan of everyday actions: the same data as a plan from a roster, so that history, undo and crash safety
 * exist once. `at` (ISO, UTC) tells apart what is done twice on one day.
 */
export function actionPlan(steps: readonly ActionStep[], day: string, at: string): Plan {
  return {
    format: 1,
    job: jobName,
    day,
    basis: { at },
    undoes: null,
    steps: steps.map(({ kind, account, before, after, reason }, index) => ({
      id: String(index + 1),
      kind,
      target: {
        type: 'account',
        id: account.id,
        name: account.login,
        label: `${account.givenName} ${account.familyName}`,
        schoolClass: account.classes[0] ?? ''
      },
      before: imageOf(before),
      after: imageOf(after),
      reason: { code: reason.code, parameters: { ...reason.parameters } satisfies Parameters },
      needs: []
    }))
  }
}

function imageOf({ memberships, ...fields }: ActionImage): Image {
  return memberships === undefined ? fields : { ...fields, memberships: [...memberships] }
}

/**
 * A new provisional password, to be changed at the next sign-in (P5). Leaves a suspension alone: the images name one, so
 * that it is put back where a server lifts it and the app is interrupted.
 */
export function resetPassword(account: Account, verification: string, text: string): ActionStep {
  const kept = account.suspension.kind === 'none' ? {} : { suspension: account.suspension }
  return {
    kind: resetPasswordKind,
    account,
    before: { mustChangePassword: account.mustChangePassword, ...kept },
    after: { mustChangePassword: true, ...kept },
    reason: { code: 'requestVerified', parameters: { verification, text } }
  }
}

/** P9. `groups`: of modules, which the suspension takes. */
export function suspend(
  account: Account,
  suspension: Suspension,
  groups: readonly string[],
  reason: ActionReason
): ActionStep {
  const { before, after } = membershipImages(groups, 'take')
  return {
    kind: 'suspend',
    account,
    before: { suspension: account.suspension, ...before },
    after: { suspension, ...after },
    reason
  }
}

/** P9. `groups`: of modules, which come back with it. */
export function liftSuspension(
  account: Account,
  groups: readonly string[],
  reason: ActionReason
): ActionStep {
  const { before, after } = membershipImages(groups, 'giveBack')
  return {
    kind: 'liftSuspension',
    account,
    before: { suspension: account.suspension, ...before },
    after: { suspension: { kind: 'none' }, ...after },
    reason
  }
}

/** The suspension is over already; the modules that it took come back. */
export function returnModules(account: Account, groups: readonly string[], reason: ActionReason): ActionStep {
  return { kind: 'returnModules', account, ...membershipImages(groups, 'giveBack'), reason }
}

/** P12. `names` is the whole new list. */
export function setMemberships(
  account: Account,
  field: 'classes' | 'groups',
  names: readonly string[],
  text: string
): ActionStep {
  return {
    kind: field === 'classes' ? 'changeClass' : 'changeGroups',
    account,
    before: { [field]: account[field] },
    after: { [field]: [...new Set(names)].sort() },
    reason: { code: 'statedReason', parameters: { text } }
  }
}

/** The action would change nothing. */
export function isIdle(step: ActionStep): boolean {
  return step.kind !== resetPasswordKind && JSON.stringify(step.before) === JSON.stringify(step.after)
}
