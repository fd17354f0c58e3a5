import type { LogEvent, Rejection } from '../../events'
import { suretyWithoutName, type Sink } from '../format'
import { addressOf, textOf } from '../text'
import type { Message, MessageReader, Program } from './program'

/**
 * Dovecot. A refused sign-in is written when its connection ends, with the number of tries and the last name alone; a success on
 * the same connection swallows the refusals before it. With `auth_verbose` each is written at once.
 */
export const dovecot: Program = {
  name: 'dovecot',
  accepts: (program) => program === 'dovecot',
  open: (sink) =>
    ({ read: (message) => readMessage(message, sink), forget: () => undefined }) satisfies MessageReader
}

const login = /^([a-z0-9]+)-login: (?:Info: )?Login: user=<(.*?)>, method=\S+, rip=([0-9a-fA-F:.]+), lip=/s
const refused =
  /^([a-z0-9]+)-login: (?:Info: )?(?:Disconnected|Aborted login).*?\(auth failed, (\d+) attempts(?: in \d+ secs)?\): user=<(.*?)>,.*? rip=([0-9a-fA-F:.]+), lip=/s
const verbose =
  /^auth(?:-worker(?:\(\d+\))?)?: (?:Info: )?[\w-]+\((.*),([0-9a-fA-F:.]+),<[^>]*>\): (?:Password mismatch|unknown user|Unknown user)/s

function readMessage(message: Message, sink: Sink): Rejection | null {
  const { text } = message
  const letIn = login.exec(text)
  if (letIn !== null) {
    const [, service = '', name = '', client = ''] = letIn
    sink.event(signIn(message, 'signIn', name, client, { service }))
    return null
  }
  const failed = refused.exec(text)
  if (failed !== null) {
    const [, service = '', tries = '', name = '', client = ''] = failed
    sink.event(signIn(message, 'signInRefused', name, client, { service, tries: Number(tries) }))
    return null
  }
  const tried = verbose.exec(text)
  if (tried !== null) {
    const [, name = '', client = ''] = tried
    sink.event(signIn(message, 'signInRefused', name, client, { service: 'auth', tries: 1 }))
  }
  return null
}

function signIn(
  { time, timing, offset }: Message,
  act: 'signIn' | 'signInRefused',
  name: string,
  client: string,
  details: LogEvent['details']
): LogEvent {
  const address = addressOf(client)
  const surety = name === '' ? suretyWithoutName(address, null) : act === 'signIn' ? 'proved' : 'claimed'
  const person = name === '' ? null : textOf(name)
  return { act, time, timing, person, surety, address, device: null, details, offset }
}
