import type { Failure } from '../../contract/result'

const uncertainCodes: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'directory.connectionLost',
  'directory.timeout',
  // A step is more than one request: the first may have been carried out when no new connection comes about.
  'directory.unreachable',
  'directory.notConnected',
  'directory.wrongCredentials',
  'directory.encryptionFailed',
  'directory.certificateNotTrusted',
  'directory.certificateExpired',
  'directory.certificateWrongHost',
  'directory.certificateUnreadable'
])

/** After such a failure of the directory nobody knows how far a step has come; the connection is gone. */
export function isUncertain({ code }: Failure): boolean {
  return uncertainCodes.has(code)
}
