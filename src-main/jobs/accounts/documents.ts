import { z } from 'zod'
import { personKindSchema } from '../../contract/accounts'
import { rosterFormatSchema } from '../../contract/roster'
import { fail, succeed, type Result } from '../../contract/result'
import type { DocumentShelf } from '../../world/store/port'

/** Reads a kept document; `absent` where there is none. One that this version cannot read is a failure and stays as it is. */
export async function readParsed<Schema extends z.ZodType>(
  shelf: DocumentShelf,
  name: string,
  schema: Schema,
  absent: z.output<Schema>
): Promise<Result<z.output<Schema>>> {
  const document = await shelf.readDocument(name)
  if (!document.ok) return document
  if (document.value === undefined) return succeed(absent)
  const parsed = schema.safeParse(document.value)
  return parsed.success ? succeed(parsed.data) : fail('store.documentDamaged', { document: name })
}

/** What a plan's roster told beside its steps; birth dates are taken over once the plan has made or found its accounts. */
const toldBirthDatesSchema = z.object({
  byAccount: z.record(z.string(), z.iso.date()),
  byStep: z.record(z.string(), z.iso.date()),
  /** Ids of guardians' children; absent: none are told. */
  children: z
    .object({
      byAccount: z.record(z.string(), z.array(z.string())),
      byStep: z.record(z.string(), z.array(z.string()))
    })
    .optional(),
  /** Whom the roster lists, and the column that its ids come from; absent: not known. */
  ids: z.object({ kind: personKindSchema, format: rosterFormatSchema, column: z.string() }).optional()
})
export type ToldBirthDates = z.infer<typeof toldBirthDatesSchema>

function birthDatesName(plan: string): string {
  return `birthDates ${plan}`
}

export async function readToldBirthDates(
  shelf: DocumentShelf,
  plan: string
): Promise<Result<ToldBirthDates>> {
  return readParsed(shelf, birthDatesName(plan), toldBirthDatesSchema, { byAccount: {}, byStep: {} })
}

export async function writeToldBirthDates(
  shelf: DocumentShelf,
  plan: string,
  dates: ToldBirthDates
): Promise<void> {
  await shelf.writeDocument(birthDatesName(plan), dates)
}

export async function forgetToldBirthDates(shelf: DocumentShelf, plan: string): Promise<void> {
  await shelf.deleteDocument(birthDatesName(plan))
}

const childrenName = 'guardianChildren'
/** Ids of the children by the account of their guardian. */
const childrenSchema = z.record(z.string(), z.array(z.string()))

export async function readChildrenOfGuardians(
  shelf: DocumentShelf
): Promise<Result<z.infer<typeof childrenSchema>>> {
  return readParsed(shelf, childrenName, childrenSchema, {})
}

/** What a list tells takes the place of what an earlier one has told. */
export async function rememberChildren(
  shelf: DocumentShelf,
  children: ReadonlyMap<string, readonly string[]>
): Promise<void> {
  if (children.size === 0) return
  const known = await readChildrenOfGuardians(shelf)
  await shelf.writeDocument(childrenName, {
    ...(known.ok ? known.value : {}),
    ...Object.fromEntries(children)
  })
}

const idColumnsName = 'rosterIdColumns'
/** The column that the accounts of a kind of person were made from. */
const idColumnsSchema = z.partialRecord(
  personKindSchema,
  z.object({ format: rosterFormatSchema, column: z.string() })
)

export async function readIdColumns(shelf: DocumentShelf): Promise<Result<z.infer<typeof idColumnsSchema>>> {
  return readParsed(shelf, idColumnsName, idColumnsSchema, {})
}

/** One that cannot be read any more is replaced: it only says where to look first. */
export async function rememberIdColumn(
  shelf: DocumentShelf,
  { kind, ...column }: NonNullable<ToldBirthDates['ids']>
): Promise<void> {
  const known = await readIdColumns(shelf)
  await shelf.writeDocument(idColumnsName, { ...(known.ok ? known.value : {}), [kind]: column })
}
