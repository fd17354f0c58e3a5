import type { Rejection, Surety } from '../../events'
import { suretyWithoutName, type Sink } from '../format'
import { shippedEvent } from '../mapped/linelog'
import { macOf, textOf } from '../text'
import type { Message, MessageReader, Program } from './program'

/**
 * FreeRADIUS with `auth = yes`: `(0) Login OK: [anna] (from client wlan port 7 cli 02-00-00-AA-BB-01)`. In a WLAN each try has two lines:
 * the one `via TLS tunnel` has the name that was proved and no device, the other one the device and an outer name that
 * nobody checked. The outer line alone looks like a plain sign-in, so that only the inner one proves. Also linelog's own messages, which prove nothing.
 */
export const radius: Program = {
  name: 'radius',
  accepts: (program) => program === 'freeradius' || program === 'radiusd',
  open: (sink) =>
    ({ read: (message) => readMessage(message, sink), forget: () => undefined }) satisfies MessageReader
}

/** The tail of the server's own; whatever stands between the first bracket and it is the name. */
const form =
  /^(?:\(\d+\) +)?(Login OK|Login incorrect|Invalid user)(?: \(.*?\))?: \[(.*)\] \(from client (\S+) port \d+(?: cli ([^)]*?))?( via TLS tunnel)?\)\s*(.*)$/s

function readMessage({ text, time, timing, offset }: Message, sink: Sink): Rejection | null {
  const words = text.replace(/^Auth: /, '')
  const found = form.exec(words)
  if (found === null) {
    if (/^(?:\(\d+\) +)?(?:Login OK|Login incorrect|Invalid user)/.test(words)) return 'malformed'
    const event = shippedEvent(words, { time, timing }, offset)
    if (event === null) return 'ambiguous'
    if (event !== undefined) sink.event(event)
    return null
  }
  const [, outcome = '', name = '', client = '', station = '', tunnel = '', rest = ''] = found
  // Beside `Login incorrect` it says the same try a second time.
  if (outcome === 'Invalid user') return null
  if (rest !== '') return 'ambiguous'
  const isLetIn = outcome === 'Login OK'
  const device = macOf(station)
  const surety: Surety = isLetIn && tunnel !== '' ? 'proved' : 'claimed'
  sink.event({
    act: isLetIn ? 'signIn' : 'signInRefused',
    ...{ time, timing, offset },
    person: name === '' ? null : textOf(name),
    surety: name === '' ? suretyWithoutName(null, device) : surety,
    address: null,
    device,
    details: { service: 'radius', station: textOf(client) }
  })
  return null
}
