import type { Rejection } from '../events'
import { singleLines, type LineReader, type LogFormat, type Sink } from './format'
import {
  dispatcher,
  dovecot as dovecotProgram,
  fullAudit,
  postfix as postfixProgram,
  programs,
  slapd
} from './programs'
import type { MessageReader, Program } from './programs/program'
import { own } from './text'
import { exact, isoTime, localYearless, yearlessTime, type KnownTime } from './times'

/** A file that syslog has written, with messages of any service. */
export const syslog: LogFormat = { ...syslogOf('syslog', programs), carriesOthers: true }
/** The same of one service; also what slapd itself writes to stderr (`-d stats`, time in hexadecimal digits). */
export const openldap = syslogOf('openldap', [slapd])
export const postfix = syslogOf('postfix', [postfixProgram])
export const sambaAuditOverSyslog: LogFormat = {
  ...syslogOf('samba-full-audit', [fullAudit]),
  namesRealm: true
}
/** Also Dovecot's own file (`log_path`), which names no host and no program. */
export const dovecot = syslogOf('dovecot', [dovecotProgram])

/** `Nov 28 02:00:30 mail postfix/smtpd[12487]: …`; the host is missing where a program has written the file itself. */
const header = /^(?:([\w.:-]+) )?([\w./-]+)(?:\[(\d+)\])?: (.*)$/s
/** `imap-login: Info: …`, `imap(anna)<4711><session>: Info: …`. */
const dovecotHeader = /^[a-z0-9-]+(?:\(.*)?: (?:Info|Warning|Error|Fatal|Panic|Debug): /s
const slapdHeader = /^([0-9a-f]{8})\.([0-9a-f]{8}) 0x[0-9a-f]+ (.*)$/s

function syslogOf(name: string, known: readonly Program[]): LogFormat {
  return {
    name,
    joins: true,
    timeOf(bytes, changedAt) {
      const stamped = slapdHeader.exec(bytes)
      return stamped === null ? timeOf(timeText(bytes), changedAt) : slapdTime(stamped)
    },
    open(sink, facts): LineReader {
      const reader = dispatcher(sink, known)
      return messageLines(sink, reader, (bytes, offset): Rejection | null => {
        const stamped = slapdHeader.exec(bytes)
        if (stamped !== null) {
          const text = stamped[3] ?? ''
          return reader.read({ ...slapdTime(stamped), source: '', program: 'slapd', text, offset })
        }
        const timeWords = timeText(bytes)
        const written = timeOf(timeWords, facts.changedAt)
        if (written === null) return 'timeUnreadable'
        const words = bytes.slice(timeWords.length + 1)
        if (dovecotHeader.test(words)) {
          return reader.read({ ...written, source: '', program: 'dovecot', text: words, offset })
        }
        const found = header.exec(words)
        if (found === null) return 'malformed'
        const [, host = '', program = '', process = '', text = ''] = found
        return reader.read({ ...written, source: own(`${host}/${process}`), program, text, offset })
      })
    }
  }
}

function slapdTime([, seconds = '', fraction = '']: readonly string[]): KnownTime {
  const time = Number.parseInt(seconds, 16) * 1000 + Math.floor(Number.parseInt(fraction, 16) / 1e6)
  return { time, timing: exact }
}

/** The beginning of a line to the end of its time, in either way of writing one. */
function timeText(bytes: string): string {
  return bytes.slice(0, bytes.charAt(3) === ' ' ? 15 : Math.max(0, bytes.indexOf(' ')))
}

function timeOf(written: string, changedAt: number): KnownTime | null {
  if (written.charAt(4) === '-') return isoTime(written)
  const time = yearlessTime(written, changedAt)
  return time === null ? null : { time, timing: localYearless }
}

/** Lines that each carry one message. */
export function messageLines(
  sink: Sink,
  reader: MessageReader,
  read: (bytes: string, offset: number) => Rejection | null
): LineReader {
  return { ...singleLines(read, sink), forget: () => reader.forget() }
}
