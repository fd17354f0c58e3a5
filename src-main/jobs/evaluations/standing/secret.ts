import { fail, succeed, type Result } from '../../../contract/result'
import type { Ledger } from '../../../core/ledger'
import { readFlag } from '../flags/records'
import type { OrderRecord } from '../orders/records'
import type { Stands } from './stand'

/**
 * The secret by which the pseudonyms are made that an order names: of the standing order that has found its flag.
 * `evidence.secretGone`: it was destroyed; `evidence.secretElsewhere`: another PC has it.
 */
export async function pseudonymSecret(
  ledger: Ledger,
  stands: Stands,
  { flag }: Pick<OrderRecord, 'flag'>
): Promise<Result<Uint8Array>> {
  const found = flag === null ? null : (readFlag(ledger, flag)?.found ?? null)
  const stand = found === null ? null : await stands.read(found.standingOrder)
  if (found === null || stand === null || stand === 'damaged') return fail('evidence.secretGone')
  const secret = stands.secretOf(found.standingOrder, stand)
  if (secret !== null) return succeed(secret)
  const isElsewhere = stand.device !== ledger.device.fingerprint
  return isElsewhere
    ? fail('evidence.secretElsewhere', { computer: ledger.nameOf(stand.device) })
    : fail('evidence.secretGone')
}
