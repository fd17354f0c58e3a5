import type { Act, LogEvent } from '../events'
import { suretyWithoutName, type LineReader, type LogFormat, type Sink } from './format'
import { addressOf, macOf, numberIn, textOf, unquoted } from './text'
import { exactReceived, localReceived, localTimeOfC } from './times'

/**
 * FreeRADIUS's accounting (`radacct/…/detail-20261128`): a line with the local time of receipt, attributes behind tabs, an empty line. Its
 * `User-Name` is what the access point has sent, in a WLAN the outer name that nobody checked.
 */
export const radiusDetail: LogFormat = {
  name: 'freeradius-detail',
  namesRealm: true,
  open: (sink) => new Detail(sink)
}

/** More than any packet can hold. */
const maximumLines = 2000
const attributeForm = /^\t([\w-]+) (?:=|\+=|:=) (.*)$/s
const acts: Readonly<Record<string, Act>> = {
  Start: 'networkStart',
  Stop: 'networkStop',
  'Interim-Update': 'networkUpdate',
  Alive: 'networkUpdate'
}

interface Packet {
  readonly offset: number
  readonly received: number
  readonly attributes: Map<string, string>
  lines: number
}

class Detail implements LineReader {
  private packet: Packet | null = null

  constructor(private readonly sink: Sink) {}

  line(bytes: string, offset: number): void {
    const { packet } = this
    const received = localTimeOfC(bytes)
    if (received !== null) {
      this.giveUp()
      this.packet = { offset, received, attributes: new Map(), lines: 1 }
      return
    }
    if (packet === null) {
      this.sink.rejected(bytes === '' ? 'empty' : 'malformed', offset, 1)
      return
    }
    packet.lines++
    if (bytes === '') {
      this.packet = null
      const event = eventOf(packet, offset)
      if (event !== null) this.sink.event(event)
      this.sink.parsed(packet.lines)
      return
    }
    const found = attributeForm.exec(bytes)
    if (found === null || packet.lines > maximumLines) {
      this.packet = null
      this.sink.rejected('malformed', packet.offset, packet.lines)
      return
    }
    const [, name = '', value = ''] = found
    // The first of a name: what is sent twice does not take its place.
    if (!packet.attributes.has(name)) packet.attributes.set(name, valueOf(value))
  }

  end(): void {
    this.giveUp()
  }

  forget(): void {
    this.giveUp()
  }

  /** A packet without its empty line may lack an attribute. */
  private giveUp(): void {
    if (this.packet !== null) this.sink.rejected('cutOff', this.packet.offset, this.packet.lines)
    this.packet = null
  }
}

function valueOf(written: string): string {
  const isQuoted = written.length > 1 && written.startsWith('"') && written.endsWith('"')
  return textOf(isQuoted ? unquoted(written.slice(1, -1)) : written)
}

function eventOf({ attributes, received }: Packet, offset: number): LogEvent | null {
  const text = (name: string): string => attributes.get(name) ?? ''
  const number = (name: string): number => Math.max(0, numberIn(text(name), 0, text(name).length))
  const act = acts[text('Acct-Status-Type')]
  if (act === undefined) return null
  const seconds = number('Timestamp')
  const delay = number('Acct-Delay-Time') * 1000
  const name = text('User-Name')
  const address = addressOf(text('Framed-IP-Address') || text('Framed-IPv6-Address'))
  const device = macOf(text('Calling-Station-Id'))
  return {
    act,
    // What the server adds is an instant; the line above the packet is local time.
    time: (seconds === 0 ? received : seconds * 1000) - delay,
    timing: seconds === 0 ? localReceived : exactReceived,
    person: name === '' ? null : name,
    surety: name === '' ? suretyWithoutName(address, device) : 'claimed',
    address,
    device,
    details: {
      session: text('Acct-Session-Id'),
      station: text('NAS-IP-Address'),
      seconds: number('Acct-Session-Time'),
      bytesIn: number('Acct-Input-Octets'),
      bytesOut: number('Acct-Output-Octets')
    },
    offset
  }
}
