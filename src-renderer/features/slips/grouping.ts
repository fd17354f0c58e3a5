import type { PendingSlip } from '../../../src-main/contract/slips'

/** The waiting slips of one class. */
export interface SlipClass {
  /** Empty: people without a class. */
  readonly name: string
  readonly slips: readonly PendingSlip[]
}

/** Slips by class, classes as a school counts them (5a before 10a), people by name; without a class last. */
export function groupByClass(slips: readonly PendingSlip[]): SlipClass[] {
  const order = new Intl.Collator('de', { numeric: true })
  const groups = new Map<string, PendingSlip[]>()
  for (const slip of slips) {
    const group = groups.get(slip.schoolClass)
    if (group === undefined) groups.set(slip.schoolClass, [slip])
    else group.push(slip)
  }
  return [...groups]
    .map(([name, members]) => ({
      name,
      slips: members.toSorted(
        (left, right) =>
          order.compare(left.familyName, right.familyName) || order.compare(left.givenName, right.givenName)
      )
    }))
    .sort(
      (left, right) =>
        Number(left.name === '') - Number(right.name === '') || order.compare(left.name, right.name)
    )
}

/** Whether all, some or none of a class are selected: what its checkbox shows. */
export function selectionOf(group: SlipClass, selected: ReadonlySet<string>): boolean | 'indeterminate' {
  const count = group.slips.filter((slip) => selected.has(slip.account)).length
  if (count === 0) return false
  return count === group.slips.length ? true : 'indeterminate'
}

/** The accounts whose slips a plan has made, to be chosen, and their classes, to be shown. `plan`: as the address says it. */
export function slipsOfPlan(
  slips: readonly PendingSlip[],
  plan: unknown
): { readonly accounts: readonly string[]; readonly classes: readonly string[] } {
  const made = slips.filter((slip) => slip.plan === plan)
  return {
    accounts: made.map(({ account }) => account),
    classes: [...new Set(made.map(({ schoolClass }) => schoolClass))]
  }
}
