import { isIP, isIPv4 } from 'node:net'
import { domainToASCII } from 'node:url'
import { fail, succeed, type Result } from '../../../contract/result'

/** Where a directory server listens. */
export interface ServerAddress {
  readonly url: string
  /** Name or IP address, without the brackets of IPv6. */
  readonly host: string
  readonly port: number
  /** `ldaps://`: TLS from the first byte. */
  readonly encrypted: boolean
}

const defaultPorts = { 'ldaps:': 636, 'ldap:': 389 } as const
const hostPattern = /^[a-z0-9_]([a-z0-9._-]*[a-z0-9])?$/i

/** Addresses of this machine; what is sent there never leaves it (RFC 1122 3.2.1.3, RFC 4291 2.5.3). */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))
}

function isSupportedProtocol(protocol: string): protocol is keyof typeof defaultPorts {
  return protocol in defaultPorts
}

/**
 * Reads an LDAP address: scheme, host, port, nothing else. Unencrypted addresses are accepted for this
 * machine only (`directory.plainTextRefused`), all other mistakes are `directory.invalidAddress`.
 */
export function parseAddress(text: string): Result<ServerAddress> {
  const trimmed = text.trim()
  const invalid = fail('directory.invalidAddress', { url: trimmed })
  if (!URL.canParse(trimmed)) return invalid
  const url = new URL(trimmed)
  if (!isSupportedProtocol(url.protocol)) return invalid
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return invalid
  if (url.pathname !== '' && url.pathname !== '/') return invalid

  const bare = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const host = isIP(bare) === 0 ? asciiName(bare) : bare
  if (host === null) return invalid
  const port = url.port === '' ? defaultPorts[url.protocol] : Number(url.port)
  if (port === 0) return invalid
  const encrypted = url.protocol === 'ldaps:'
  if (!encrypted && !isLoopback(host)) return fail('directory.plainTextRefused')
  return succeed({ url: trimmed, host, port, encrypted })
}

/** Names with umlauts are percent-encoded by URL for schemes it does not know. */
function asciiName(name: string): string | null {
  try {
    const ascii = domainToASCII(decodeURIComponent(name))
    return hostPattern.test(ascii) ? ascii : null
  } catch {
    return null
  }
}
