import type { LogEvent, Rejection, Surety } from '../events'
import { singleLines, suretyWithoutName, type LogFormat, type Sink } from './format'
import { addressOf, textOf } from './text'
import { isoTime, type KnownTime } from './times'

/**
 * Exim's mainlog: local time without zone unless `log_timezone` is on. The sender is a claim; what proves a person is `A=`, the name
 * of the sign-in.
 */
export const exim: LogFormat = {
  name: 'exim',
  timeOf(bytes) {
    const [, written = '', zone = ''] = timeForm.exec(bytes) ?? []
    return isoTime(written + zone)
  },
  open: (sink) => singleLines((bytes, offset) => readLine(bytes, offset, sink), sink)
}

const timeForm = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?)(?: ([+-]\d{4}))? (?:\[\d+\] )?(.*)$/
const messageForm = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) (<=|=>|->|\*>|\*\*|==|>>) (.*)$/
const refusedForm =
  /^\S+ authenticator failed for (?:.* )?\[([0-9a-fA-F:.]+)\](?::\d+)?(?: I=\S+)?: 535 [^(]*(?:\(set_id=(.*)\))?$/
/** The name of a sign-in ends where the next field of Exim's own begins. */
const signInForm = / A=[^:\s]+:(.*?)(?= (?:M8S=|PRDR|K |S=\d))/

function readLine(bytes: string, offset: number, sink: Sink): Rejection | null {
  const found = timeForm.exec(bytes)
  if (found === null) return 'timeUnreadable'
  const [, written = '', zone = '', rest = ''] = found
  const known = isoTime(written + zone)
  if (known === null) return 'timeUnreadable'
  const message = messageForm.exec(rest)
  const content = message?.[3] ?? ''
  if (message?.[2] === '<=' && isImitated(content)) return 'ambiguous'
  const event =
    message === null
      ? readRefusal(rest, known, offset)
      : readMessage(message[2] ?? '', content, known, offset)
  if (event !== null) sink.event(event)
  return null
}

/**
 * A greeting (with `helo_accept_junk_hosts`), a message id or a subject may hold what looks like a field of Exim's own. The second
 * one of a kind says so; which is the true one nobody can tell.
 */
function isImitated(content: string): boolean {
  return [' A=', ' P='].some((field) => content.indexOf(field) !== content.lastIndexOf(field))
}

function readRefusal(rest: string, known: KnownTime, offset: number): LogEvent | null {
  const found = refusedForm.exec(rest)
  if (found === null) return null
  const [, client = '', name] = found
  const address = addressOf(client)
  return {
    act: 'signInRefused',
    ...known,
    person: name === undefined ? null : textOf(name),
    surety: name === undefined ? suretyWithoutName(address, null) : 'claimed',
    address,
    device: null,
    details: { service: 'smtp' },
    offset
  }
}

function readMessage(sign: string, rest: string, known: KnownTime, offset: number): LogEvent | null {
  if (sign === '<=') return readArrival(rest, known, offset)
  if (sign !== '=>' && sign !== '->') return null
  return {
    act: 'mailDelivered',
    ...known,
    ...{ person: null, surety: 'unknown' as const, address: null, device: null },
    details: { recipient: textOf(rest.split(' ', 1)[0] ?? '') },
    offset
  }
}

function readArrival(rest: string, known: KnownTime, offset: number): LogEvent {
  // Exim's own fields come before the size; the message's own words after it.
  const fields = /^.*? S=\d+(?= |$)/.exec(rest)?.[0] ?? ''
  const name = signInForm.exec(fields)?.[1] ?? null
  const address = addressOf(/ \[([0-9a-fA-F:.]+)\](?::\d+)? /.exec(rest)?.[1] ?? '')
  return {
    act: 'mailSubmitted',
    ...known,
    person: name === null ? null : textOf(name),
    surety: name === null ? suretyWithoutName(address, null) : suretyOf(name),
    address,
    device: null,
    details: {
      sender: textOf(rest.split(' ', 1)[0] ?? ''),
      bytes: Number(/ S=(\d+)$/.exec(fields)?.[1] ?? 0)
    },
    offset
  }
}

function suretyOf(name: string): Surety {
  return name.includes(' ') ? 'claimed' : 'proved'
}
