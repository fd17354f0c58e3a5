import { randomBytes } from 'node:crypto'
import { BindRequest } from 'ldapts'
import { LdapConnection } from './connection'
import { ResultCode } from './failures'

/** Milliseconds after which nobody is thought to answer any more. */
const patience = 3000

/** `unknown`: nothing came in time, or an answer that says neither; so nobody knows. */
type PlainText = 'accepted' | 'refused' | 'unknown'

/** Answers of a server that looks at no password on such a connection. */
const refusals: readonly number[] = [
  ResultCode.strongerAuthRequired,
  ResultCode.confidentialityRequired,
  ResultCode.inappropriateAuthentication,
  ResultCode.unwillingToPerform
]

/**
 * Whether the server takes passwords on an unencrypted connection. What is sent is no secret: a DN of nobody and random
 * characters. A server that demands encryption says so before it looks at them.
 */
export async function tryPlainText(host: string, port: number, nobody: string): Promise<PlainText> {
  const connection = await LdapConnection.open({
    address: { url: `ldap://${host}:${port}`, host, port, encrypted: false },
    caCertificate: null,
    connectTimeout: patience,
    operationTimeout: patience
  })
  // A firewall that drops the packets says nothing about those who stand behind it.
  if (!connection.ok)
    return connection.failure.parameters['reason'] === 'ECONNREFUSED' ? 'refused' : 'unknown'
  const password = randomBytes(12).toString('hex')
  const outcome = await connection.value.request(
    (messageId) => new BindRequest({ messageId, dn: nobody, password })
  )
  connection.value.close()
  if (!outcome.ok) return outcome.failure.code === 'directory.timeout' ? 'unknown' : 'refused'
  const { resultCode } = outcome.value
  if (resultCode === ResultCode.invalidCredentials || resultCode === ResultCode.success) return 'accepted'
  return refusals.includes(resultCode) ? 'refused' : 'unknown'
}
