/** `20261122093015Z` and its shorter forms (RFC 4517 3.3.13), with fraction and offset. */
const generalizedPattern =
  /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})?(\d{2})?(?:[.,](\d+))?(Z|[+-]\d{2}(?:\d{2})?)$/

/** The instant of a generalized time as ISO text in UTC; null when it is none. */
export function parseGeneralizedTime(text: string): string | null {
  const match = generalizedPattern.exec(text.trim())
  if (match === null) return null
  const [, year, month, day, hour, minute = '00', second = '00', fraction = '', zone = 'Z'] = match
  const seconds = second === '60' ? '59' : second
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3) === '' ? '00' : zone.slice(3)}`
  const time = Date.parse(
    `${year}-${month}-${day}T${hour}:${minute}:${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}${offset}`
  )
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

/** An instant (ISO) as generalized time in UTC, whole seconds. */
export function formatGeneralizedTime(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-T:]/g, '')}Z`
}

/** Milliseconds between 1601-01-01 and 1970-01-01. */
const fileTimeEpoch = 11_644_473_600_000n

/** The instant of a Windows file time (100 ns since 1601, [MS-DTYP] 2.3.3); null for "never" (0 and max). */
export function parseFileTime(text: string): string | null {
  if (!/^\d+$/.test(text)) return null
  const value = BigInt(text)
  if (value === 0n || value === 0x7fff_ffff_ffff_ffffn) return null
  const milliseconds = Number(value / 10_000n - fileTimeEpoch)
  return Math.abs(milliseconds) > 8.64e15 ? null : new Date(milliseconds).toISOString()
}

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An entryUUID (RFC 4530) in the form the contract wants; null when it is none. */
export function parseUuid(text: string): string | null {
  const lower = text.toLowerCase()
  return uuidPattern.test(lower) ? lower : null
}

/** The 16 bytes of an objectGUID as text; the first three groups are little-endian ([MS-DTYP] 2.3.4). */
export function formatObjectGuid(bytes: Buffer): string | null {
  if (bytes.length !== 16) return null
  const hex = Buffer.from(bytes)
  hex.subarray(0, 4).reverse()
  hex.subarray(4, 6).reverse()
  hex.subarray(6, 8).reverse()
  return hex.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** The 16 bytes of an objectGUID; null when the text is none. */
export function parseObjectGuid(text: string): Buffer | null {
  const uuid = parseUuid(text)
  if (uuid === null) return null
  const bytes = Buffer.from(uuid.replaceAll('-', ''), 'hex')
  bytes.subarray(0, 4).reverse()
  bytes.subarray(4, 6).reverse()
  bytes.subarray(6, 8).reverse()
  return bytes
}
