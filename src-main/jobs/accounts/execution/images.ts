import { z } from 'zod'
import { accountImageSchema, type Account, type AccountImage } from '../../../contract/accounts'
import type { Image } from '../../../contract/plan'

/** The fields of an account that a step can be about; `mail` only where an account is made or removed. */
export type ConcernedFields = Partial<AccountImage> & { mail?: string | null }

const fullImageSchema = accountImageSchema.extend({ mail: z.string().nullable() })
const concernedFieldsSchema = z.strictObject(fullImageSchema.partial().shape)

/** Throws for an image that no version of this job writes: the plan's hash has been checked, so that is a bug. */
export function parseFullImage(image: Image): z.infer<typeof fullImageSchema> {
  return fullImageSchema.parse(image)
}

export function parseConcernedFields(image: Image): ConcernedFields {
  // An absent field and one that is `undefined` are the same here; JSON knows only the first.
  return concernedFieldsSchema.parse(image) as ConcernedFields
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

/** What is still to be changed: fields at the before-image. `changedSince`: a field that is at neither image. */
export function openChange(
  account: Account,
  before: ConcernedFields,
  after: ConcernedFields
): { readonly change: Partial<AccountImage>; readonly changedSince: FieldName | null } {
  const change: ConcernedFields = {}
  for (const field of fieldsOf(after)) {
    if (sameValue(account[field], after[field])) continue
    if (!sameValue(account[field], before[field])) return { change: {}, changedSince: field }
    Object.assign(change, { [field]: after[field] })
  }
  return { change, changedSince: null }
}
