import type { Failure } from '../../contract/result'

const uncertainCodes: ReadonlySet<Failure['code']> = new Set<Failure['code']>([
  'directory.connectionLost',
  'directory.timeout',
  'directory.unreachable'
])

/** After such a failure of the directory nobody knows whether a request was carried out; the connection is gone. */
export function isUncertain({ code }: Failure): boolean {
  return uncertainCodes.has(code)
}
