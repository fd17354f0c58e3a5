import type { LogEvent, Rejection, Surety } from '../../events'
import { suretyWithoutName, type Sink } from '../format'
import { addressOf, own, textOf } from '../text'
import type { Message, MessageReader, Program } from './program'

/**
 * Postfix. Who has sent a message stands only in the line `client=…, sasl_username=…`; later lines are joined to it by the queue's
 * id, which is used again within seconds: the join holds from `client=` to `removed`.
 */
export const postfix: Program = {
  name: 'postfix',
  accepts: (program) => /^postfix(?:-[\w-]+)?\//.test(program),
  open: (sink) => new PostfixReader(sink)
}

/** Messages under way on a large server; the oldest is given up for a new one. */
const maximumMessages = 50_000

interface Sender {
  readonly person: string | null
  readonly surety: Surety
  readonly address: string | null
}

const nobody: Sender = { person: null, surety: 'unknown', address: null }
const queued = /^(?!warning:|NOQUEUE:)([0-9A-Za-z]{5,20}): (.*)$/s
const refused =
  /^warning: \S+\[([0-9a-fA-F:.]+)\]: SASL \S+ authentication failed(?::.*?)?(?:, sasl_username=(.*))?$/s

class PostfixReader implements MessageReader {
  private readonly senders = new Map<string, Sender>()

  constructor(private readonly sink: Sink) {}

  read(message: Message): Rejection | null {
    const { text, source } = message
    const found = queued.exec(text)
    if (found === null) {
      this.readRefusal(message)
      return null
    }
    const [, id = '', words = ''] = found
    // Queue ids are of one host; the process is another one at each step.
    const key = `${source.split('/', 1)[0] ?? ''} ${id}`
    if (words.startsWith('client=')) {
      this.readClient(key, words)
      this.tell(message, 'signIn', this.senders.get(key) ?? nobody, { service: 'smtp' })
      return null
    }
    if (words === 'removed') {
      this.senders.delete(key)
      return null
    }
    const sender = this.senders.get(key) ?? nobody
    const from = /^from=<([^>]*)>, size=(\d+), nrcpt=(\d+) /.exec(words)
    if (from !== null) {
      const [, address = '', size, recipients] = from
      this.tell(message, 'mailSubmitted', sender, {
        sender: textOf(address),
        bytes: Number(size),
        recipients: Number(recipients)
      })
      return null
    }
    const to = /^to=<([^>]*)>, .*?status=sent /.exec(words)
    if (to !== null) this.tell(message, 'mailDelivered', sender, { recipient: textOf(to[1] ?? '') })
    return null
  }

  forget(): void {
    this.senders.clear()
  }

  private readClient(key: string, words: string): void {
    const address = addressOf(own(/^client=\S+\[([0-9a-fA-F:.]+)\]/.exec(words)?.[1] ?? ''))
    const name = /, sasl_username=(.*)$/s.exec(words)?.[1] ?? null
    this.senders.delete(key)
    if (this.senders.size >= maximumMessages) {
      const [oldest = ''] = this.senders.keys()
      this.senders.delete(oldest)
    }
    // A name with a comma may be a name and a field behind it.
    const surety = name?.includes(', ') === true ? 'claimed' : 'proved'
    this.senders.set(
      key,
      name === null
        ? { person: null, surety: suretyWithoutName(address, null), address }
        : { person: own(textOf(name)), surety, address }
    )
  }

  private readRefusal(message: Message): void {
    const found = refused.exec(message.text)
    if (found === null) return
    const [, client = '', name] = found
    const address = addressOf(client)
    this.tell(
      message,
      'signInRefused',
      name === undefined
        ? { person: null, surety: suretyWithoutName(address, null), address }
        : { person: textOf(name), surety: 'claimed', address },
      { service: 'smtp' }
    )
  }

  private tell(
    { time, timing, offset }: Message,
    act: LogEvent['act'],
    sender: Sender,
    details: LogEvent['details']
  ): void {
    // A message that came in without a sign-in is none.
    if (act === 'signIn' && sender.person === null) return
    this.sink.event({ act, time, timing, ...sender, device: null, details, offset })
  }
}
