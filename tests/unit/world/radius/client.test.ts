import { createHash } from 'node:crypto'
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram'
import { once } from 'node:events'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fail, succeed } from '../../../../src-main/contract/result'
import { radiusClient } from '../../../../src-main/world/radius/udp'

const secret = 'gemeinsam'
const host = '127.0.0.1'

type Respond = (request: Buffer, times: number, send: (packet: Buffer, from?: Socket) => void) => void

/** A server that answers as told; the address to ask. */
async function serverThat(respond: Respond) {
  const socket = createSocket('udp4')
  let times = 0
  socket.on('message', (request: Buffer, { port, address }: RemoteInfo) => {
    times += 1
    respond(request, times, (packet, from = socket) => from.send(packet, port, address))
  })
  socket.bind(0, host)
  await once(socket, 'listening')
  onTestFinished(async () => new Promise<void>((resolve) => socket.close(() => resolve())))
  return { server: { host, port: socket.address().port, nasIdentifier: 'test', secret }, times: () => times }
}

function answer(request: Buffer, code: number, with_ = secret): Buffer {
  const packet = Buffer.concat([Buffer.from([code, request.readUInt8(1), 0, 20]), request.subarray(4, 20)])
  packet.set(createHash('md5').update(packet).update(with_).digest(), 4)
  return packet
}

const ask = radiusClient([150, 150, 150])

describe('asking a RADIUS server', () => {
  it('tells accepted from rejected', async () => {
    for (const [code, accepted] of [
      [2, true],
      [3, false]
    ] as const) {
      const { server } = await serverThat((request, _, send) => send(answer(request, code)))
      expect(await ask(server, 'anna', 'geheim')).toEqual(succeed({ accepted, authenticated: false }))
    }
  })

  it('asks again with the same packet where an answer is lost', async () => {
    const seen: string[] = []
    const { server } = await serverThat((request, times, send) => {
      seen.push(request.toString('hex'))
      if (times === 2) send(answer(request, 3))
    })
    expect(await ask(server, 'anna', 'geheim')).toMatchObject({ value: { accepted: false } })
    expect(new Set(seen).size).toBe(1)
  })

  it('gives up after its last wait', async () => {
    const { server, times } = await serverThat(() => undefined)
    expect(await ask(server, 'anna', 'geheim')).toEqual(fail('radius.noAnswer', { host, port: server.port }))
    expect(times()).toBe(3)
  })

  it('believes no answer without the secret, and still takes the right one after it', async () => {
    const forged = await serverThat((request, _, send) => send(answer(request, 2, 'falsch')))
    expect(await ask(forged.server, 'anna', 'geheim')).toMatchObject({
      failure: { code: 'radius.answerForged' }
    })
    const both = await serverThat((request, _, send) => {
      send(answer(request, 2, 'falsch'))
      send(answer(request, 3))
    })
    expect(await ask(both.server, 'anna', 'geheim')).toMatchObject({ value: { accepted: false } })
  })

  it('hears nobody but the server itself', async () => {
    const stranger = createSocket('udp4')
    stranger.bind(0, host)
    await once(stranger, 'listening')
    onTestFinished(() => void stranger.close())
    const { server } = await serverThat((request, _, send) => send(answer(request, 2), stranger))
    expect(await ask(server, 'anna', 'geheim')).toMatchObject({ failure: { code: 'radius.noAnswer' } })
  })

  it('says when it is asked back, when nobody listens, and when there is no such name', async () => {
    const challenged = await serverThat((request, _, send) => send(answer(request, 11)))
    expect(await ask(challenged.server, 'anna', 'geheim')).toMatchObject({
      failure: { code: 'radius.challenged' }
    })
    const closed = { ...challenged.server, port: 1 }
    expect(await ask(closed, 'anna', 'geheim')).toMatchObject({ failure: { code: 'radius.noAnswer' } })
    const unknown = { ...challenged.server, host: 'radius.invalid' }
    expect(await ask(unknown, 'anna', 'geheim')).toMatchObject({ failure: { code: 'radius.nameUnknown' } })
  })
})
