import { z } from 'zod'
import { postgresLocationSchema } from '../../contract/caseFile'
import type { Store } from '../../world/store/port'

// Documents in the store of this PC that are its own knowledge: no move takes them along, and no backup brings others.

/** Counts wrong passphrases. */
export const attemptsName = 'attempts'
/** Says on which server the case file lies. */
export const locationName = 'case-file'
/** The id of a move that was begun: what it has left on a server is known again. */
export const moveName = 'case-file-move'
/** Says that one is in the demo school. */
export const demoName = 'demo-school'
/** How the app shows itself. */
export const preferencesName = 'preferences'

const moveSchema = z.object({
  id: z.string(),
  /** Number of the newest statement when it moved. */
  after: z.number().int()
})
export type Move = z.infer<typeof moveSchema>

/** `move`: the case file has moved there, and the store there does not know yet that it counts. */
export const keptLocationSchema = z.object({
  location: postgresLocationSchema,
  move: moveSchema.nullable().default(null)
})

/** A disk that failed while writing may have written nevertheless: what lies there decides. */
export async function writeLocation(local: Store, kept: z.infer<typeof keptLocationSchema>): Promise<void> {
  try {
    await local.writeDocument(locationName, kept)
  } catch (error) {
    const written = await local.readDocument(locationName)
    if (!written.ok || written.value === undefined) throw error
  }
}

/** The move is done. */
export async function forgetMove(local: Store): Promise<void> {
  await local.deleteDocument(moveName)
}
