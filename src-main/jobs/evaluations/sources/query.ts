import type { LogServer } from '../../../contract/logServers'
import type { LogQuery } from '../../../world/logs/port'

/** What a server is asked for on behalf of a source, whoever an order is about. */
export function queryOf(address: string, server: LogServer): LogQuery {
  const { caCertificate, hosts, units, identifiers } = server
  return {
    address,
    caCertificate,
    fields: { _HOSTNAME: hosts, _SYSTEMD_UNIT: units, SYSLOG_IDENTIFIER: identifiers }
  }
}
