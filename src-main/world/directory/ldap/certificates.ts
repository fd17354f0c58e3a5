import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import { connect, type DetailedPeerCertificate, type TLSSocket } from 'node:tls'
import type { Certificate } from '../../../contract/directory'
import { fail, succeed, type Result } from '../../../contract/result'
import { parseAddress } from './address'
import { connectFailure } from './failures'

const fetchTimeout = 10_000
const longestChain = 10

/**
 * The certificates that a server presents, its own first. They are only looked at, so that a person can
 * compare the fingerprint: nothing is trusted, nothing is sent, nobody signs in.
 */
export async function fetchCertificates(url: string, signal?: AbortSignal): Promise<Result<Certificate[]>> {
  const address = parseAddress(url)
  if (!address.ok) return address
  const { host, port, encrypted } = address.value
  if (!encrypted) return fail('directory.encryptionFailed', { host })
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      rejectUnauthorized: false,
      ...(isIP(host) === 0 ? { servername: host } : {})
    })
    const finish = (result: Result<Certificate[]>): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      socket.destroy()
      resolve(result)
    }
    const cancel = (): void => {
      finish(fail('application.cancelled'))
    }
    const timer = setTimeout(() => {
      finish(fail('directory.unreachable', { host }))
    }, fetchTimeout)
    signal?.addEventListener('abort', cancel, { once: true })
    if (signal?.aborted === true) cancel()
    socket.on('error', (error) => {
      finish(connectFailure(error, host))
    })
    socket.once('close', () => {
      finish(fail('directory.encryptionFailed', { host }))
    })
    socket.once('secureConnect', () => {
      finish(succeed(chainOf(socket)))
    })
  })
}

function chainOf(socket: TLSSocket): Certificate[] {
  const chain: Certificate[] = []
  const seen = new Set<string>()
  // Where the chain ends there is no certificate, whatever the types of Node say.
  let current: Partial<DetailedPeerCertificate> = socket.getPeerCertificate(true)
  while (current.raw !== undefined && chain.length < longestChain) {
    const certificate = new X509Certificate(current.raw)
    if (seen.has(certificate.fingerprint256)) break
    seen.add(certificate.fingerprint256)
    chain.push(describe(certificate))
    current = current.issuerCertificate ?? {}
  }
  return chain
}

/** Reads one certificate from a file: PEM (the first in it) or DER. */
export function readCertificate(bytes: Uint8Array): Result<Certificate> {
  try {
    return succeed(describe(new X509Certificate(bytes)))
  } catch {
    return fail('directory.certificateUnreadable')
  }
}

function describe(certificate: X509Certificate): Certificate {
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    validFrom: new Date(certificate.validFrom).toISOString(),
    validTo: new Date(certificate.validTo).toISOString(),
    fingerprint: certificate.fingerprint256,
    isCertificateAuthority: certificate.ca,
    pem: certificate.toString()
  }
}

function oneLine(name: string): string {
  return name.split('\n').join(', ')
}
