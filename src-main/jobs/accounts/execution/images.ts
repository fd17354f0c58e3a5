import { z } from 'zod'
import {
  accountImageSchema,
  membershipsSchema,
  type Account,
  type AccountImage,
  type Membership
} from '../../../contract/accounts'
import { holdsGroup } from '../../../contract/modules'
import type { Image } from '../../../contract/plan'

/** The fields of an account that a step can be about; `mail` only where an account is made or removed. */
export type ConcernedFields = Partial<AccountImage> & { mail?: string | null }

const fullImageSchema = accountImageSchema.extend({ mail: z.string().nullable() })
const concernedFieldsSchema = z.strictObject({
  ...fullImageSchema.partial().shape,
  memberships: membershipsSchema.optional()
})

/** Throws for an image that no version of this job writes: the plan's hash has been checked, so that is a bug. */
export function parseFullImage(image: Image): z.infer<typeof fullImageSchema> {
  return fullImageSchema.parse(image)
}

/** The fields of an image; memberships in single groups are no field of the account. */
export function parseConcernedFields(image: Image): ConcernedFields {
  const fields = concernedFieldsSchema.parse(image)
  delete fields.memberships
  // An absent field and one that is `undefined` are the same here; JSON knows only the first.
  return fields as ConcernedFields
}

/**
 * The whole list of groups once these memberships are as wanted; null: they are already. There is no third state of a
 * membership, so nothing can have been changed since.
 */
export function openMemberships(
  account: Pick<Account, 'groups'>,
  wanted: readonly Membership[]
): string[] | null {
  const open = wanted.filter(({ group, member }) => holdsGroup(account.groups, group) !== member)
  if (open.length === 0) return null
  const touched = open.map(({ group }) => group)
  const joined = open.filter(({ member }) => member).map(({ group }) => group)
  return [...account.groups.filter((name) => !holdsGroup(touched, name)), ...joined].sort()
}

/** Whether two values of a field mean the same: lists without regard to order, instants to the second. */
function sameValue(left: unknown, right: unknown): boolean {
  return JSON.stringify(comparable(left)) === JSON.stringify(comparable(right))
}

function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String).toSorted()
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    const until = 'until' in value ? Math.floor(Date.parse(String(value.until)) / 1000) : null
    return [value.kind, until]
  }
  return value
}

type FieldName = keyof AccountImage | 'mail'

function fieldsOf(image: ConcernedFields): FieldName[] {
  return Object.keys(image) as FieldName[]
}

/** The first field in which the account is not like the image; null: it is like it. */
export function differingField(account: Account, image: ConcernedFields): FieldName | null {
  return fieldsOf(image).find((field) => !sameValue(account[field], image[field])) ?? null
}

/**
 * A list on its way from one image to the other. Memberships are changed group by group, so an earlier run that
 * was cut off may have left some done and some not; every name must still come from one of the images.
 */
function isOnTheWay(value: unknown, before: unknown, after: unknown): boolean {
  if (!Array.isArray(value) || !Array.isArray(before)) return false
  const known = new Set([before, after].flat().map(String))
  return value.every((name) => known.has(String(name)))
}

/**
 * A new kind is a move and a mark. Where it broke between the two they contradict each other, and the account is of no kind,
 * which is no state that anybody has chosen.
 */
function isBetweenKinds(field: FieldName, account: Account): boolean {
  return field === 'kind' && account.kind === 'other'
}

/**
 * The first field in which an account that is to be removed is not as it was made; null: it may go. `uncertain`: an
 * earlier run may have begun to remove it and taken it out of groups.
 */
export function changedField(account: Account, image: ConcernedFields, uncertain: boolean): FieldName | null {
  const changed = fieldsOf(image).find(
    (field) =>
      !sameValue(account[field], image[field]) && !(uncertain && isOnTheWay(account[field], image[field], []))
  )
  return changed ?? null
}

/**
 * What is still to be changed: fields that are not at the after-image yet. `changedSince`: a field that is at
 * neither image, nor, where an earlier run was cut off (`uncertain`), on its way.
 */
export function openChange(
  account: Account,
  before: ConcernedFields,
  after: ConcernedFields,
  uncertain: boolean
): { readonly change: Partial<AccountImage>; readonly changedSince: FieldName | null } {
  const change: ConcernedFields = {}
  for (const field of fieldsOf(after)) {
    if (sameValue(account[field], after[field])) continue
    const atBefore = sameValue(account[field], before[field]) || isBetweenKinds(field, account)
    if (!atBefore && !(uncertain && isOnTheWay(account[field], before[field], after[field]))) {
      return { change: {}, changedSince: field }
    }
    Object.assign(change, { [field]: after[field] })
  }
  return { change, changedSince: null }
}
