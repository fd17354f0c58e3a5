import type { Account, AccountImage, Suspension } from '../../contract/accounts'
import type { Image, Plan } from '../../contract/plan'
import type { Parameters } from '../../contract/result'
import { resetPasswordKind } from './execution'

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

export interface ActionStep {
  readonly kind: string
  readonly account: Account
  readonly before: Partial<AccountImage>
  readonly after: Partial<AccountImage>
  readonly reason: ActionReason
}

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

function imageOf(fields: Partial<AccountImage>): Image {
  return { ...fields }
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

/** P9. `suspension` of kind `none` lifts. */
export function suspend(account: Account, suspension: Suspension, reason: ActionReason): ActionStep {
  return {
    kind: suspension.kind === 'none' ? 'liftSuspension' : 'suspend',
    account,
    before: { suspension: account.suspension },
    after: { suspension },
    reason
  }
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
