import type { Rejection } from '../../events'
import type { Sink } from '../format'
import { addressOf, textOf } from '../text'
import type { Message, MessageReader, Program } from './program'

/**
 * Samba's vfs_full_audit with a prefix that begins with user and address (`%u|%I|%S`, or Samba's own `%u|%I`): then operation, outcome and
 * arguments. Nothing is escaped, but a bar can stand in names of files only, which come last.
 */
export const fullAudit: Program = {
  name: 'samba-full-audit',
  accepts: (program) => program === 'smbd_audit',
  open: (sink) =>
    ({ read: (message) => readMessage(message, sink), forget: () => undefined }) satisfies MessageReader
}

/** Operation and outcome stand behind at most this many parts of the prefix. */
const longestPrefix = 6
const operation = /^[a-z_0-9]{3,40}$/
const outcome = /^(?:ok|fail \(.*\))$/s

function readMessage({ text, time, timing, offset }: Message, sink: Sink): Rejection | null {
  const parts = text.split('|')
  const [user = '', client = ''] = parts
  const address = addressOf(client)
  const place = parts.findIndex((part, index) => index > 2 && outcome.test(part))
  const name = parts[place - 1] ?? ''
  if (address === null || user === '' || place < 0 || place > longestPrefix || !operation.test(name)) {
    return 'malformed'
  }
  sink.event({
    act: parts[place] === 'ok' ? 'fileAccess' : 'fileRefused',
    ...{ time, timing, offset },
    person: textOf(user),
    surety: 'proved',
    address,
    device: null,
    details: { means: name, path: textOf(parts.slice(place + 1).join('|')) }
  })
  return null
}
