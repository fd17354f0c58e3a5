import type { AccountState, PersonKind, Suspension } from '../../../src-main/contract/accounts'
import type { OperationName } from '../../../src-main/contract/operations'

/** Everyday actions that the page of a person offers. */
export const accountActions = [
  'resetPassword',
  'unlock',
  'suspend',
  'lift',
  'changeClasses',
  'changeGroups'
] as const
export type AccountAction = (typeof accountActions)[number]

/** What main is asked for an action: whoever may not ask is not offered it. */
export const operationOf = {
  resetPassword: 'accounts.resetPassword',
  unlock: 'accounts.unlock',
  suspend: 'accounts.suspend',
  lift: 'accounts.liftSuspension',
  changeClasses: 'accounts.setClasses',
  changeGroups: 'accounts.setGroups'
} as const satisfies Record<AccountAction, OperationName>

/** What can be done with an account in this state. */
export function actionsFor(account: {
  state: AccountState
  suspension: Suspension
  kind?: PersonKind
}): readonly AccountAction[] {
  const suspended = account.suspension.kind !== 'none'
  return accountActions.filter((action) => {
    switch (action) {
      case 'unlock':
        return account.state === 'lockedOut'
      case 'suspend':
        return !suspended
      case 'lift':
        return suspended
      case 'changeClasses':
        // Guardians are in no class.
        return account.kind !== 'guardian'
      case 'resetPassword':
      case 'changeGroups':
        return true
    }
  })
}

/** Whether two lists of names hold the same names, in whatever order. */
export function sameNames(left: readonly string[], right: readonly string[]): boolean {
  const names = new Set(left)
  return names.size === new Set(right).size && right.every((name) => names.has(name))
}

/** Sorted as a school counts: 5a before 10a. */
export function sortedNames(names: readonly string[]): string[] {
  const order = new Intl.Collator('de', { numeric: true })
  return names.toSorted((left, right) => order.compare(left, right))
}
