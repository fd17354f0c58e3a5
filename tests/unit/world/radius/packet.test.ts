import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAnswer, encodeAccessRequest, packetCode } from '../../../../src-main/world/radius/udp/packet'

/** The example of RFC 2865, 7.1. */
const example = {
  identifier: 0,
  authenticator: Buffer.from('0f403f9473978057bd83d5cb98f4227a', 'hex'),
  secret: 'xyzzy5461',
  login: 'nemo',
  password: 'arctangent',
  nasIdentifier: 'netzwart'
}
const exampleAccept = Buffer.from(
  '0200002686fe220e7624ba2a1005f6bf9b55e0b20606000000010f06000000000e06c0a80103',
  'hex'
)

function attributesOf(packet: Buffer): Map<number, Buffer> {
  const found = new Map<number, Buffer>()
  for (let at = 20; at < packet.length; at += packet.readUInt8(at + 1)) {
    found.set(packet.readUInt8(at), packet.subarray(at + 2, at + packet.readUInt8(at + 1)))
  }
  return found
}

/** An answer as a server makes it. */
function answerTo(code: number, attributes: Buffer, { identifier, authenticator, secret } = example): Buffer {
  const packet = Buffer.concat([
    Buffer.from([code, identifier, 0, 20 + attributes.length]),
    authenticator,
    attributes
  ])
  const hash = createHash('md5').update(packet).update(secret).digest()
  packet.set(hash, 4)
  return packet
}

describe('an Access-Request', () => {
  it('hides the password as RFC 2865 shows it, and begins with the Message-Authenticator', () => {
    const packet = encodeAccessRequest(example)
    const attributes = attributesOf(packet)
    expect(attributes.get(1)?.toString()).toBe('nemo')
    expect(attributes.get(2)?.toString('hex')).toBe('0dbe708d93d413ce3196e43f782a0aee')
    expect(attributes.get(32)?.toString()).toBe('netzwart')
    expect([packet[0], packet[1], packet.readUInt16BE(2), packet[20]]).toEqual([1, 0, packet.length, 80])
  })

  it('takes passwords of up to 128 bytes and refuses longer ones, never cutting them', () => {
    const hidden = (password: string) => attributesOf(encodeAccessRequest({ ...example, password })).get(2)
    expect(hidden('ü'.repeat(64))).toHaveLength(128)
    expect(hidden('a'.repeat(17))).toHaveLength(32)
    expect(() => hidden('a'.repeat(129))).toThrow(RangeError)
  })
})

describe('an answer', () => {
  it('is read where it proves the secret, as in the example of RFC 2865', () => {
    expect(decodeAnswer(exampleAccept, example)).toEqual({
      kind: 'answer',
      code: packetCode.accessAccept,
      authenticated: false
    })
  })

  it('with any one bit changed counts for nothing', () => {
    for (let bit = 0; bit < exampleAccept.length * 8; bit += 1) {
      const changed = Buffer.from(exampleAccept)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      expect(decodeAnswer(changed, example).kind, `bit ${bit}`).not.toBe('answer')
    }
  })

  it('made with another secret, or for another request, is forged', () => {
    expect(decodeAnswer(exampleAccept, { ...example, secret: 'xyzzy5462' })).toEqual({ kind: 'forged' })
    const authenticator = Buffer.alloc(16, 7)
    expect(decodeAnswer(exampleAccept, { ...example, authenticator })).toEqual({ kind: 'forged' })
    expect(decodeAnswer(exampleAccept, { ...example, identifier: 1 })).toEqual({ kind: 'unrelated' })
  })

  it('with a wrong Message-Authenticator is forged, however right the rest is', () => {
    const wrong = Buffer.concat([Buffer.from([80, 18]), Buffer.alloc(16, 1)])
    expect(decodeAnswer(answerTo(2, wrong), example)).toEqual({ kind: 'forged' })
    expect(decodeAnswer(answerTo(2, Buffer.from([80, 3, 1])), example)).toEqual({ kind: 'forged' })
  })

  it('of any bytes is read without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(['unrelated', 'forged']).toContain(decodeAnswer(bytes, example).kind)
      })
    )
  })

  it('may be followed by padding', () => {
    const padded = Buffer.concat([exampleAccept, Buffer.alloc(5)])
    expect(decodeAnswer(padded, example)).toMatchObject({ kind: 'answer', code: 2 })
  })
})
