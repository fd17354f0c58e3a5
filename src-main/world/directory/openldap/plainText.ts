import { randomBytes } from 'node:crypto'
import { BindRequest } from 'ldapts'
import { LdapConnection } from '../ldap/connection'
import { ResultCode } from '../ldap/failures'
import { childName } from '../ldap/names'

const timeout = 3000

/**
 * Whether the server takes a password on an unencrypted connection. What is sent is no secret: the name of
 * nobody and random characters. A server that demands encryption says so before it looks at them.
 */
export async function acceptsPlainText(host: string, port: number, baseDn: string): Promise<boolean> {
  const connection = await LdapConnection.open({
    address: { url: `ldap://${host}:${port}`, host, port, encrypted: false },
    caCertificate: null,
    connectTimeout: timeout,
    operationTimeout: timeout
  })
  if (!connection.ok) return false
  const nobody = childName('cn', `netzwart-probe-${randomBytes(6).toString('hex')}`, baseDn)
  const outcome = await connection.value.request(
    (messageId) => new BindRequest({ messageId, dn: nobody, password: randomBytes(12).toString('hex') })
  )
  connection.value.close()
  return outcome.ok && outcome.value.resultCode === ResultCode.invalidCredentials
}
