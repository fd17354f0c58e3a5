import { succeed, type Failure, type Result } from '../../../contract/result'
import { draft, type Ledger } from '../../../core/ledger'
import type { DueWork } from '../../../desks/job'
import { subjectOf as flagSubject } from '../flags/course'
import { expiresAt } from '../flags/views'
import { orderState, readOrders } from '../orders/records'
import { flagsOf, readStandingOrders, standingStateAt, type StandingOrderRecord } from './records'
import { runStandingOrder, type StandingRunParts } from './run'

/** In the app, which looks for what is due every few minutes, each runs once in so long a time. */
const runInterval = 3_600_000

/**
 * Lets standing orders run, expires flags on which nobody has acted, and destroys secrets that nobody needs any more.
 *
 * @param isAsked somebody has asked for it just now
 */
export async function standingDue(
  parts: StandingRunParts,
  isAsked: boolean,
  signal: AbortSignal
): Promise<Result<DueWork>> {
  const { ledger } = parts
  await ledger.refresh()
  const expired = await expireFlags(ledger)
  if (!expired.ok) return expired
  const standing = { found: 0, grown: 0, expired: expired.value }
  const waiting: Failure[] = []
  for (const record of readStandingOrders(ledger)) {
    const now = await ledger.time()
    if (standingStateAt(record, now) !== 'given') {
      await forget(record, parts, now)
      continue
    }
    if (!isAsked && !(await isRunDue(record, parts))) continue
    const done = await runStandingOrder(record, parts, signal)
    if (done.ok) {
      standing.found += done.value.found
      standing.grown += done.value.grown
      waiting.push(...done.value.waiting)
    } else if (done.failure.code === 'application.cancelled') break
    // One that cannot run does not hold up the others.
    else waiting.push(done.failure)
  }
  return succeed({ standing, waiting: waiting.map((failure) => ({ failure })) })
}

async function expireFlags(ledger: Ledger): Promise<Result<number>> {
  let expired = 0
  for (const { id } of readStandingOrders(ledger)) {
    for (const flag of flagsOf(ledger, id)) {
      const at = expiresAt(ledger, flag)
      if (at === null || at > (await ledger.time())) continue
      const said = draft('flag.expired', flagSubject(flag.id), { flag: flag.id }, null)
      const written = await ledger.append([{ signer: ledger.device, draft: said }])
      if (!written.ok) return written
      expired += 1
    }
  }
  return succeed(expired)
}

async function isRunDue({ id }: StandingOrderRecord, { stands, now }: StandingRunParts): Promise<boolean> {
  const stand = await stands.read(id)
  const at = stand === null || stand === 'damaged' ? null : (stand.lastRun?.at ?? null)
  return at === null || now().getTime() - Date.parse(at) >= runInterval
}

/** Its secret is kept as long as a flag of it waits, or an order on one of them is in force. */
async function forget(
  { id }: StandingOrderRecord,
  { ledger, stands }: StandingRunParts,
  now: string
): Promise<void> {
  const flags = flagsOf(ledger, id)
  const ids = new Set(flags.map((flag) => flag.id))
  const isNeeded =
    flags.some(({ state }) => state === 'open') ||
    readOrders(ledger).some(
      (order) => order.flag !== null && ids.has(order.flag) && orderState(order, new Date(now)) === 'given'
    )
  if (!isNeeded && (await stands.read(id)) !== null) await stands.destroy(id)
}
