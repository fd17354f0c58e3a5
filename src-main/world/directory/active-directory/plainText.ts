import { BindRequest } from 'ldapts'
import { LdapConnection } from '../ldap/connection'
import { ResultCode } from '../ldap/failures'

const plainPort = 389
const patience = 3000

/**
 * Whether the server refuses sign-ins without encryption. Tried with a made-up name and password: nothing secret
 * ever crosses the line. null: the port answered nothing in time, so nobody knows.
 */
export async function refusesPlainText(
  host: string,
  name: string,
  password: string
): Promise<boolean | null> {
  const connection = await LdapConnection.open({
    address: { url: `ldap://${host}`, host, port: plainPort, encrypted: false },
    caCertificate: null,
    connectTimeout: patience,
    operationTimeout: patience
  })
  if (!connection.ok) return connection.failure.parameters['reason'] === 'ECONNREFUSED' ? true : null
  const outcome = await connection.value.request(
    (messageId) => new BindRequest({ messageId, dn: `CN=${name}`, password })
  )
  connection.value.close()
  if (!outcome.ok) return outcome.failure.code === 'directory.timeout' ? null : true
  const { strongerAuthRequired, confidentialityRequired } = ResultCode
  return [strongerAuthRequired, confidentialityRequired].some((code) => code === outcome.value.resultCode)
}
