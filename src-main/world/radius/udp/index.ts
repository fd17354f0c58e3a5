import { randomBytes, randomInt } from 'node:crypto'
import { createSocket, type Socket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { fail, succeed, type Result } from '../../../contract/result'
import type { AskRadius, RadiusAnswer, RadiusServer } from '../port'
import { decodeAnswer, encodeAccessRequest, packetCode, type AccessRequest } from './packet'

/**
 * UDP loses packets: the same request is sent again, so that a server that answered already repeats its answer
 * (RFC 2865, 2.4). FreeRADIUS holds a reject back for a second.
 */
const waits = [3_000, 3_000, 4_000] as const

/** Waits in milliseconds, one for each sending; shorter in tests. */
export function radiusClient(patience: readonly number[] = waits): AskRadius {
  return async (server, login, password) => {
    const address = await lookup(server.host).catch(() => null)
    if (address === null) return fail('radius.nameUnknown', { host: server.host })
    const request: AccessRequest = {
      identifier: randomInt(256),
      authenticator: randomBytes(16),
      secret: server.secret,
      login,
      password,
      nasIdentifier: server.nasIdentifier
    }
    const socket = createSocket(address.family === 6 ? 'udp6' : 'udp4')
    try {
      await connect(socket, server.port, address.address)
      return await exchange(socket, encodeAccessRequest(request), request, server, patience)
    } catch (error) {
      // Nobody listens there, or no way leads there: the network says so where it can.
      if (isSystemError(error)) return fail('radius.noAnswer', placeOf(server))
      throw error
    } finally {
      socket.close()
    }
  }
}

/** Only packets from the server itself reach a connected socket. */
function connect(socket: Socket, port: number, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.connect(port, address, () => {
      socket.off('error', reject)
      resolve()
    })
  })
}

function exchange(
  socket: Socket,
  packet: Buffer,
  request: AccessRequest,
  server: RadiusServer,
  patience: readonly number[]
): Promise<Result<RadiusAnswer>> {
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined
    let forged = false
    const settle = (act: () => void): void => {
      clearTimeout(timer)
      socket.removeAllListeners('message')
      // A refusal of the network that comes late is of no interest any more.
      socket.removeAllListeners('error').on('error', () => undefined)
      act()
    }
    const send = (attempt: number): void => {
      const wait = patience[attempt]
      if (wait === undefined) {
        const failure = forged ? 'radius.answerForged' : 'radius.noAnswer'
        settle(() => resolve(fail(failure, placeOf(server))))
        return
      }
      socket.send(packet)
      timer = setTimeout(() => send(attempt + 1), wait)
    }
    socket.on('error', (error) => settle(() => reject(error)))
    socket.on('message', (bytes) => {
      const answer = decodeAnswer(bytes, request)
      // Somebody on the way could answer first: the right answer may still come.
      if (answer.kind === 'forged') forged = true
      if (answer.kind !== 'answer') return
      settle(() => resolve(resultOf(answer.code, answer.authenticated, server)))
    })
    send(0)
  })
}

function resultOf(code: number, authenticated: boolean, server: RadiusServer): Result<RadiusAnswer> {
  switch (code) {
    case packetCode.accessAccept:
      return succeed({ accepted: true, authenticated })
    case packetCode.accessReject:
      return succeed({ accepted: false, authenticated })
    default:
      return fail('radius.challenged', placeOf(server))
  }
}

function placeOf({ host, port }: RadiusServer): { host: string; port: number } {
  return { host, port }
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && 'syscall' in error
}
