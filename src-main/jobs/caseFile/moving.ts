import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { postgresLocationSchema } from '../../contract/caseFile'
import { fail, succeed, type Result } from '../../contract/result'
import type { CopiedRow, Store } from '../../world/store/port'

// What this PC knows about where the case file lies, and the copy of it that goes to a server.

/** Name of the document that counts wrong passphrases on this PC. */
export const attemptsName = 'attempts'
/** Name of the document that says on which server the case file lies. */
export const locationName = 'case-file'
/** Name of the document that holds the id of a move that was begun: what it has left on a server is known again. */
export const moveName = 'case-file-move'

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

/**
 * Sends a copy that does not count yet, or brings the one up to date that an earlier attempt has left there. Answers the
 * id of the move. `caseFile.moveInterrupted`, `caseFile.incoming`, `store.*`.
 */
export async function sendCopy(local: Store, store: Store): Promise<Result<string>> {
  const id = await moveId(local)
  const received = await store.receive(withoutOwn(local.copyOut()), id)
  if (received.ok) return succeed(id)
  const { code, parameters } = received.failure
  return code === 'store.unreachable' ? fail('caseFile.moveInterrupted', parameters) : received
}

/** Whether what lies there and does not count was left by a move from here. */
export async function isOwnCopy(local: Store, store: Store): Promise<boolean> {
  const incoming = await store.incomingMove()
  const own = await local.readDocument(moveName)
  return incoming !== null && own.ok && own.value === incoming
}

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

/** The same for every attempt, so that what an earlier one has left on the server is known again. */
async function moveId(local: Store): Promise<string> {
  const known = await local.readDocument(moveName)
  if (known.ok && typeof known.value === 'string') return known.value
  const id = randomUUID()
  await local.writeDocument(moveName, id)
  return id
}

/** What this PC alone is to know is no part of the case file. */
async function* withoutOwn(rows: AsyncIterable<CopiedRow>): AsyncGenerator<CopiedRow> {
  for await (const copied of rows) {
    const isOwn = [moveName, attemptsName].some((name) => name === copied.row['name'])
    if (copied.table !== 'documents' || !isOwn) yield copied
  }
}
