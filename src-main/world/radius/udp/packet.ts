import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Codes of RFC 2865, 3. */
export const packetCode = { accessRequest: 1, accessAccept: 2, accessReject: 3, accessChallenge: 11 } as const

/** Attributes of RFC 2865, 5 and RFC 3579, 3.2. */
const attribute = { userName: 1, userPassword: 2, nasIdentifier: 32, messageAuthenticator: 80 } as const

const headerLength = 20
const authenticatorLength = 16
const blockLength = 16
/** The longest that PAP hides (RFC 2865, 5.2). */
const maximumPassword = 128
/** One attribute holds so many bytes beside its type and length. */
const maximumValue = 253

export interface AccessRequest {
  /** Tells requests of one sender apart, 0 to 255. */
  readonly identifier: number
  /** 16 random bytes. */
  readonly authenticator: Uint8Array
  readonly secret: string
  readonly login: string
  readonly password: string
  readonly nasIdentifier: string
}

/** Throws `RangeError` for a login or password that does not fit into a request. */
export function encodeAccessRequest(request: AccessRequest): Buffer {
  const { identifier, authenticator, secret, login, password, nasIdentifier } = request
  const attributes = Buffer.concat([
    // First, so that nothing in front of it can be chosen by somebody on the way (CVE-2024-3596).
    encodeAttribute(attribute.messageAuthenticator, Buffer.alloc(authenticatorLength)),
    encodeAttribute(attribute.userName, Buffer.from(login, 'utf8')),
    encodeAttribute(attribute.userPassword, hidePassword(password, secret, authenticator)),
    encodeAttribute(attribute.nasIdentifier, Buffer.from(nasIdentifier, 'utf8'))
  ])
  const packet = Buffer.alloc(headerLength + attributes.length)
  packet.writeUInt8(packetCode.accessRequest, 0)
  packet.writeUInt8(identifier, 1)
  packet.writeUInt16BE(packet.length, 2)
  packet.set(authenticator, 4)
  packet.set(attributes, headerLength)
  // Over the whole packet with the attribute itself as zeros (RFC 3579, 3.2).
  packet.set(createHmac('md5', secret).update(packet).digest(), headerLength + 2)
  return packet
}

type Answer =
  | {
      readonly kind: 'answer'
      readonly code: number
      /** It carried a Message-Authenticator that is right. */
      readonly authenticated: boolean
    }
  /** No packet, or none that answers this request: as if nothing had come. */
  | { readonly kind: 'unrelated' }
  /** It answers this request and does not prove the secret. */
  | { readonly kind: 'forged' }

/** Reads an answer to a request; what it says counts only where it proves the secret. */
export function decodeAnswer(
  bytes: Uint8Array,
  request: Pick<AccessRequest, 'identifier' | 'authenticator' | 'secret'>
): Answer {
  const received = Buffer.from(bytes)
  if (received.length < headerLength) return { kind: 'unrelated' }
  const length = received.readUInt16BE(2)
  if (length < headerLength || length > received.length || received.readUInt8(1) !== request.identifier) {
    return { kind: 'unrelated' }
  }
  // Bytes beyond the length are padding (RFC 2865, 3).
  const packet = received.subarray(0, length)
  const places = placesOf(packet)
  if (places === null) return { kind: 'unrelated' }
  const expected = createHash('md5')
    .update(packet.subarray(0, 4))
    .update(request.authenticator)
    .update(packet.subarray(headerLength))
    .update(request.secret, 'utf8')
    .digest()
  if (!timingSafeEqual(expected, packet.subarray(4, headerLength))) return { kind: 'forged' }
  const place = places.get(attribute.messageAuthenticator)
  if (place !== undefined && !isAuthentic(packet, place, request)) return { kind: 'forged' }
  return { kind: 'answer', code: packet.readUInt8(0), authenticated: place !== undefined }
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Where each attribute's value lies, the first of a type; null: attributes do not fill the packet. */
function placesOf(packet: Buffer): Map<number, Place> | null {
  const places = new Map<number, Place>()
  let at = headerLength
  while (at < packet.length) {
    const type = packet.readUInt8(at)
    const length = at + 1 < packet.length ? packet.readUInt8(at + 1) : 0
    if (length < 2 || at + length > packet.length) return null
    if (!places.has(type)) places.set(type, { start: at + 2, end: at + length })
    at += length
  }
  return places
}

function isAuthentic(
  packet: Buffer,
  { start, end }: Place,
  { authenticator, secret }: Pick<AccessRequest, 'authenticator' | 'secret'>
): boolean {
  if (end - start !== authenticatorLength) return false
  const signed = Buffer.from(packet)
  signed.set(authenticator, 4)
  signed.fill(0, start, end)
  return timingSafeEqual(createHmac('md5', secret).update(signed).digest(), packet.subarray(start, end))
}

/** RFC 2865, 5.2: blocks of 16 bytes, each covered by a hash over the secret and the block before. */
function hidePassword(password: string, secret: string, authenticator: Uint8Array): Buffer {
  const plain = Buffer.from(password, 'utf8')
  if (plain.length > maximumPassword) throw new RangeError('A password of PAP has at most 128 bytes')
  const padded = Buffer.alloc(Math.max(blockLength, Math.ceil(plain.length / blockLength) * blockLength))
  padded.set(plain)
  let previous: Uint8Array = authenticator
  for (let at = 0; at < padded.length; at += blockLength) {
    const cover = createHash('md5').update(secret, 'utf8').update(previous).digest()
    const block = padded.subarray(at, at + blockLength)
    for (const [index, byte] of cover.entries()) block.writeUInt8(block.readUInt8(index) ^ byte, index)
    previous = block
  }
  return padded
}

function encodeAttribute(type: number, value: Uint8Array): Buffer {
  if (value.length === 0 || value.length > maximumValue) {
    throw new RangeError(`An attribute of RADIUS has 1 to ${maximumValue} bytes`)
  }
  return Buffer.concat([Buffer.from([type, value.length + 2]), value])
}
