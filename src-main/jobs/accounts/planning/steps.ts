import type { Account, AccountImage, ListedKind, Membership } from '../../../contract/accounts'
import type { DirectoryLayout } from '../../../contract/directory'
import type { Image, Step } from '../../../contract/plan'
import type { Parameters } from '../../../contract/result'
import type { RosterReasonCode, RosterStepKind } from '../../../contract/rosterPlan'
import type { AccountDraft } from '../../../world/directory/port'
import type { Pace } from './pace'
import { compareText } from './persons'

/** A step before it has its place in the plan. */
export interface DraftStep {
  readonly kind: RosterStepKind
  readonly target: Step['target']
  readonly before: Image | null
  readonly after: Image | null
  readonly reason: { readonly code: RosterReasonCode; readonly parameters: Parameters }
  /** Classes whose groups must exist first. */
  readonly classes: readonly string[]
  /** Containers that must exist first (DNs). */
  readonly containers: readonly string[]
}

/** All steps of one account, in the order in which they must be done. */
export interface AccountSteps {
  /** Accounts come by the first of these, in it by the second. */
  readonly group: string
  readonly order: string
  readonly steps: readonly DraftStep[]
  /** The roster's birth date of a new account; null: unknown or no new account. */
  readonly birthDate: string | null
  /** Ids of the children of a new guardian; absent: none. */
  readonly children?: readonly string[]
}

/** The container of new accounts of a kind; that there is one was looked at before (`refuseGuardians`). */
export function containerFor({ containers }: DirectoryLayout, kind: ListedKind): string {
  const dn = containers[kind]
  if (dn === undefined) throw new Error(`The layout has no container of the kind ${kind}.`)
  return dn
}

type ChangeableFields = Partial<AccountImage> & { memberships?: Membership[] }

/** A change of an existing account. `before` and `after` hold the same fields. */
export function accountStep(
  account: Account,
  label: string,
  schoolClass: string,
  step: {
    kind: RosterStepKind
    before: ChangeableFields
    after: ChangeableFields
    reason: DraftStep['reason']
    classes?: readonly string[]
  }
): DraftStep {
  return {
    kind: step.kind,
    target: { type: 'account', id: account.id, name: account.login, label, schoolClass },
    before: { ...step.before },
    after: { ...step.after },
    reason: step.reason,
    classes: step.classes ?? [],
    containers: []
  }
}

export function createStep(draft: AccountDraft, container: string, schoolId: string): DraftStep {
  return {
    kind: 'create',
    target: {
      id: null,
      label: draft.displayName,
      name: draft.login,
      schoolClass: draft.classes[0] ?? '',
      type: 'account'
    },
    before: null,
    after: draft,
    reason: { code: 'inRosterNotInDirectory', parameters: { schoolId } },
    classes: draft.classes,
    containers: [container]
  }
}

/** Remembers the comparable form: the steps of a whole school name a handful of containers. */
function comparer(): (dn: string) => string {
  const known = new Map<string, string>()
  return (dn) => {
    let comparable = known.get(dn)
    if (comparable === undefined) known.set(dn, (comparable = comparableDn(dn)))
    return comparable
  }
}

function containerStep(container: string, needs: readonly string[]): DraftStep {
  return {
    kind: 'createContainer',
    target: { type: 'container', id: null, name: container, label: container, schoolClass: '' },
    before: null,
    after: { dn: container },
    reason: { code: 'containerMissing', parameters: { container } },
    classes: [],
    containers: needs
  }
}

function classStep(name: string, container: string): DraftStep {
  return {
    kind: 'createClass',
    target: { type: 'group', id: null, name, label: name, schoolClass: name },
    before: null,
    after: { name },
    reason: { code: 'classMissing', parameters: { schoolClass: name } },
    classes: [],
    containers: [container]
  }
}

/** Distinguished names are compared without regard to case and to spaces after commas (RFC 4514, 4517). */
function comparableDn(dn: string): string {
  return dn
    .trim()
    .toLowerCase()
    .replaceAll(/\s*(?<!\\)([,=])\s*/g, '$1')
}

/** How many names a distinguished name has; an outer container has fewer than an inner one. */
function depthOf(dn: string): number {
  return dn.split(/(?<!\\),/).length
}

function isBelow(dn: string, ancestor: string): boolean {
  return comparableDn(dn).endsWith(`,${comparableDn(ancestor)}`)
}

/**
 * Puts everything into the plan's order: missing containers (outer before inner), missing classes, then the
 * accounts. Numbers the steps from `1` and turns what they rest on into `needs`.
 */
export async function arrange(
  accounts: readonly AccountSteps[],
  missing: {
    readonly containers: readonly string[]
    readonly classExists: (name: string) => boolean
    readonly layout: DirectoryLayout
  },
  pace: Pace
): Promise<{ steps: Step[]; birthDates: Map<string, string>; children: Map<string, readonly string[]> }> {
  const needed = new Set<string>()
  const wanted = new Set<string>()
  for (const account of accounts) {
    if (pace.isDue()) await pace.rest()
    for (const draft of account.steps) {
      for (const name of draft.classes) needed.add(name)
      for (const dn of draft.containers) wanted.add(dn)
    }
  }
  const newClasses = [...needed].filter((name) => !missing.classExists(name)).sort(compareText)
  const classContainer = missing.layout.containers.classes
  if (newClasses.length > 0) wanted.add(classContainer)
  const newContainers = missing.containers
    .filter((dn) => [...wanted].some((need) => comparableDn(need) === comparableDn(dn) || isBelow(need, dn)))
    .sort((first, second) => depthOf(first) - depthOf(second) || compareText(first, second))

  const compared = comparer()
  const steps: Step[] = []
  const containerIds = new Map<string, string>()
  const classIds = new Map<string, string>()
  const birthDates = new Map<string, string>()
  const children = new Map<string, readonly string[]>()
  const add = (draft: DraftStep, previous: readonly string[]): string => {
    const id = String(steps.length + 1)
    const needs: string[] = []
    for (const dn of draft.containers) need(needs, containerIds.get(compared(dn)))
    for (const name of draft.classes) need(needs, classIds.get(name))
    for (const step of previous) need(needs, step)
    const { kind, target, before, after, reason } = draft
    // Named in canonical order, here and in new accounts, so that the hash of a whole school need not sort them.
    steps.push({ after, before, id, kind, needs, reason, target })
    return id
  }
  for (const dn of newContainers) {
    const parents = newContainers.filter((other) => isBelow(dn, other))
    containerIds.set(compared(dn), add(containerStep(dn, parents), []))
  }
  for (const name of newClasses) classIds.set(name, add(classStep(name, classContainer), []))
  for (const account of accounts) {
    if (pace.isDue()) await pace.rest()
    let previous: readonly string[] = []
    for (const draft of account.steps) {
      const id = add(draft, previous)
      previous = [id]
      if (draft.kind !== 'create') continue
      if (account.birthDate !== null) birthDates.set(id, account.birthDate)
      if (account.children !== undefined) children.set(id, account.children)
    }
  }
  return { steps, birthDates, children }
}

function need(needs: string[], maker: string | undefined): void {
  if (maker !== undefined && !needs.includes(maker)) needs.push(maker)
}
