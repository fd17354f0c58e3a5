import type { Act, LogEvent } from '../events'
import { suretyWithoutName, type LineReader, type LogFormat, type Sink } from './format'
import { addressOf, own, textOf } from './text'
import { exact } from './times'

/**
 * slapd's overlay auditlog: each change of the directory as LDIF between a line that says who, when and from where, and one that ends it. Values
 * are protected (base64), names of entries are not (2.5.13): one with a line break can imitate a whole change, so that whoever may name entries
 * can write here in anybody's name, and every name is a claim. Passwords stand in such a log; no value of it is read, only which attributes were changed.
 */
export const auditlog: LogFormat = {
  name: 'openldap-auditlog',
  open: (sink) => new Changes(sink)
}

/** More than any change has that a person makes. */
const maximumLines = 100_000
const headerForm = /^# (add|modify|delete|modrdn) (\d{1,12}) (.+)$/s
const fromForm = /^(.+) IP=(?:\[([0-9a-f:.]+)\]|([\d.]+)):\d{1,5} conn=\d{1,19}$/s
/** A local socket has no address. */
const localForm = /^(.+) (?:PATH|IP)=\S* conn=-?\d{1,19}$/s
const valueForm = /^([A-Za-z][\w;.-]*)(?::|::|:<)(?: |$)/

interface Change {
  readonly offset: number
  readonly kind: string
  readonly seconds: number
  readonly who: string
  readonly attributes: Set<string>
  /** Who has signed in, where the change was made in another name; null: nobody else. */
  realName: string | null
  target: string
  lines: number
  /** Without the line about `realName`. */
  ownLines: number
}

class Changes implements LineReader {
  private change: Change | null = null
  /** What follows a broken change belongs to it until the next one begins. */
  private isBroken = false
  /** An empty line ends each change. */
  private hasEnded = false

  constructor(private readonly sink: Sink) {}

  line(bytes: string, offset: number): void {
    const wasEnded = this.hasEnded
    this.hasEnded = false
    const header = headerForm.exec(bytes)
    if (header !== null) {
      this.giveUp('cutOff')
      this.isBroken = false
      const [, kind = '', seconds = '', who = ''] = header
      const known = {
        offset,
        kind,
        seconds: Number(seconds),
        who: own(who),
        realName: null,
        target: '',
        lines: 1,
        ownLines: 1
      }
      this.change = { ...known, attributes: new Set() }
      return
    }
    const { change } = this
    if (change === null) {
      if (bytes === '' && wasEnded) this.sink.parsed(1)
      else
        this.sink.rejected(
          bytes === '' ? 'empty' : this.isBroken ? 'insideBrokenRecord' : 'malformed',
          offset,
          1
        )
      return
    }
    change.lines++
    if (bytes === `# end ${change.kind} ${change.seconds}`) this.finish(change, offset)
    else if (change.lines > maximumLines || !readLine(change, bytes)) this.giveUp('malformed')
  }

  end(): void {
    this.forget()
  }

  forget(): void {
    this.giveUp('cutOff')
    this.hasEnded = false
  }

  private finish(change: Change, offset: number): void {
    this.change = null
    this.hasEnded = true
    const act = actOf(change)
    if (act === null) {
      this.sink.time?.({ time: change.seconds * 1000, timing: exact })
      this.sink.parsed(change.lines)
      return
    }
    const event = eventOf(change, act, offset)
    if (event === null) this.sink.rejected('ambiguous', change.offset, change.lines)
    else {
      this.sink.event(event)
      this.sink.parsed(change.lines)
    }
  }

  private giveUp(reason: 'cutOff' | 'malformed'): void {
    if (this.change === null) return
    this.sink.rejected(reason, this.change.offset, this.change.lines)
    this.change = null
    this.isBroken = true
  }
}

/** Whether a line is one of a change. */
function readLine(change: Change, bytes: string): boolean {
  const { attributes } = change
  if (change.lines === 2 && bytes.startsWith('# realdn: ')) {
    change.realName = own(textOf(bytes.slice(10)))
    return true
  }
  change.ownLines++
  if (change.ownLines === 2) {
    if (!bytes.startsWith('dn: ') && !bytes.startsWith('dn:: ')) return false
    const name = bytes.startsWith('dn:: ')
      ? Buffer.from(bytes.slice(5), 'base64').toString('latin1')
      : bytes.slice(4)
    change.target = own(textOf(name))
    return true
  }
  // What stands there instead is a part of a name with a line break.
  if (change.ownLines === 3) return bytes === `changetype: ${change.kind}`
  if (bytes === '-' || bytes.startsWith(' ')) return true
  const name = valueForm.exec(bytes)?.[1]
  if (name === undefined) return false
  const operation = /^(?:add|delete|replace|increment): ([A-Za-z][\w;.-]*)$/.exec(bytes)?.[1]
  if (change.kind === 'modify' && operation !== undefined) attributes.add(operation.toLowerCase())
  return true
}

/** What slapd itself changes with every change, or at a sign-in. */
const operational = [
  ...['entrycsn', 'modifiersname', 'modifytimestamp', 'authtimestamp'],
  ...['pwdfailuretime', 'pwdgraceusetime', 'pwdlastsuccess', 'pwdchangedtime', 'pwdhistory']
]
const memberships = ['member', 'memberuid', 'uniquemember']

/** null: slapd's own, which stands there as if the root had made it: who gives a wrong password changes `pwdFailureTime`. */
function actOf({ kind, attributes }: Change): Act | null {
  if (kind !== 'modify') return 'directoryChange'
  const isLock = attributes.has('pwdfailuretime')
  const changed = [...attributes].filter(
    (name) => !operational.includes(name) && !(isLock && name === 'pwdaccountlockedtime')
  )
  if (changed.length === 0) return null
  if (changed.every((name) => name === 'userpassword')) return 'passwordChange'
  return changed.every((name) => memberships.includes(name)) ? 'groupChange' : 'directoryChange'
}

/** null: it is not sure where the name begins. */
function eventOf(change: Change, act: Act, offset: number): LogEvent | null {
  const found = fromForm.exec(change.who)
  const names = found?.[1] ?? localForm.exec(change.who)?.[1]
  if (names === undefined) return null
  // The directory's suffix stands before the name, with no more than a space between them.
  const border = names.indexOf(' ')
  const suffix = textOf(names.slice(0, border)).toLowerCase()
  if (border < 0 || !change.target.toLowerCase().endsWith(suffix)) return null
  const name = change.realName ?? textOf(names.slice(border + 1))
  const person = name === '' || name === '<anonymous>' ? null : name
  const address = addressOf(found?.[2] ?? found?.[3] ?? '')
  return {
    act,
    time: change.seconds * 1000,
    timing: exact,
    person,
    surety: person === null ? suretyWithoutName(address, null) : 'claimed',
    address,
    device: null,
    details: { means: change.kind, target: change.target },
    offset
  }
}
