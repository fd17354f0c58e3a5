import { randomUUID } from 'node:crypto'
import type { PostgresCheck, PostgresLocation } from '../../contract/caseFile'
import type { LedgerHead } from '../../contract/ledger'
import type { ParsedInput } from '../../contract/operations'
import { fail, succeed, type Result } from '../../contract/result'
import type { CopiedRow, OpenSharedStore, Store } from '../../world/store/port'
import { attemptsName, moveName, writeLocation, type Move } from './ownDocuments'
import type { CaseFilePlace } from './place'

// The copy of the case file that goes to a server.

export interface MovingOptions {
  readonly local: Store
  readonly openShared: OpenSharedStore
  readonly place: CaseFilePlace
  /** Head of the open ledger; null: it is empty. */
  readonly head: () => LedgerHead | null
}

/**
 * Moves the case file to a server; see [Note: a case file that moves]. Whatever fails before this PC has written down
 * where the case file lies leaves it here; whatever fails afterwards is made up for at the next start.
 */
export async function moveCaseFile(
  { local, openShared, place, head }: MovingOptions,
  { location, password, keepPassword }: ParsedInput<'caseFile.move'>
): Promise<Result<undefined>> {
  const own = place.mustBeOwn('refused')
  if (!own.ok) return own
  const opened = await openShared(location, password)
  if (!opened.ok) return opened
  const store = opened.value
  let move: Move
  try {
    const sent = await sendCopy(local, store)
    if (!sent.ok) {
      await store.close()
      return sent
    }
    move = { id: sent.value, after: head()?.sequence ?? 0 }
    await writeLocation(local, { location, move })
  } catch (error) {
    await store.close()
    throw error
  }
  await place.take(store, location, password, keepPassword, move)
  return succeed()
}

/** What an attempt to move from here has left on the server is in nobody's way: it does not count. */
export async function withoutOwnCopy(
  { local, openShared }: Pick<MovingOptions, 'local' | 'openShared'>,
  checked: Result<PostgresCheck>,
  location: PostgresLocation,
  password: string
): Promise<Result<PostgresCheck>> {
  if (!checked.ok || checked.value.schema !== 'ready' || checked.value.statements === 0) return checked
  const opened = await openShared(location, password)
  if (!opened.ok) return opened
  try {
    const isOwn = await isOwnCopy(local, opened.value)
    return isOwn ? succeed({ ...checked.value, statements: 0 }) : checked
  } finally {
    await opened.value.close()
  }
}

/**
 * Sends a copy that does not count yet, or brings the one up to date that an earlier attempt has left there. Answers the
 * id of the move. `caseFile.moveInterrupted`, `caseFile.incoming`, `store.*`.
 */
async function sendCopy(local: Store, store: Store): Promise<Result<string>> {
  const id = await moveId(local)
  const received = await store.receive(withoutOwn(local.copyOut()), id)
  if (received.ok) return succeed(id)
  const { code, parameters } = received.failure
  return code === 'store.unreachable' ? fail('caseFile.moveInterrupted', parameters) : received
}

/** Whether what lies there and does not count was left by a move from here. */
async function isOwnCopy(local: Store, store: Store): Promise<boolean> {
  const incoming = await store.incomingMove()
  const own = await local.readDocument(moveName)
  return incoming !== null && own.ok && own.value === incoming
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
