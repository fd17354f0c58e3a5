import type { LogQueries } from '../port'
import { readJournal } from './reading'
import { gatewayAt } from './requests'

/** systemd-journal-gatewayd, as version 252 behaves (docs/logs.md). */
export const journalGateway: LogQueries = {
  read: (query, extent, taker, signal) => readJournal(gatewayAt(query), extent, taker, signal)
}
