import { z } from 'zod'
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

/** Birth dates that a plan's roster told; they are taken over once the plan has made or found its accounts. */
const toldBirthDatesSchema = z.object({
  byAccount: z.record(z.string(), z.iso.date()),
  byStep: z.record(z.string(), z.iso.date())
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
