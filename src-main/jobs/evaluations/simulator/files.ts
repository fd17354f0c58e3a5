import { germanMinuteOf } from '../../../core/calendar'
import type {
  ComputerTry,
  NetworkSession,
  ProgramStart,
  SentMail,
  SimulatedAct,
  WebRequest,
  WlanTry
} from './acts'

/** A log as its service would have written it; `format` is a name of `netzwart logs check`. */
export interface SimulatedLog {
  readonly name: 'squid' | 'wlan' | 'accounting' | 'computers' | 'mail' | 'programs'
  readonly format: string
  readonly file: string
  readonly text: string
}

/**
 * Writes down what has happened, in the order of time: Squid's own format, FreeRADIUS's radius.log and accounting, Samba's audit of
 * sign-ins, Postfix's syslog, and Windows's events as NXLog sends them, after what these were seen to write (docs/logs.md).
 */
export function writeLogs(acts: readonly SimulatedAct[]): readonly SimulatedLog[] {
  const squid: string[] = []
  const wlan: string[] = []
  const accounting: string[] = []
  const computers: string[] = []
  const mail: string[] = []
  const programs: string[] = []
  const times = new LocalTimes()
  for (const [place, act] of acts.entries()) {
    switch (act.kind) {
      case 'web':
        squid.push(squidLine(act))
        break
      case 'wlan':
        wlan.push(...wlanLines(act, place, times.of(act.at)))
        break
      case 'network':
        accounting.push(accountingRecord(act, times.of(act.at)))
        break
      case 'computer':
        computers.push(computerLine(act, times.zoned(act.at)))
        break
      case 'mail':
        mail.push(...mailLines(act, place, times.syslog(act.at)))
        break
      case 'program':
        programs.push(programLine(act, place))
    }
  }
  const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('')
  return [
    { name: 'squid', format: 'squid', file: 'access.log', text: text(squid) },
    { name: 'wlan', format: 'freeradius', file: 'radius.log', text: text(wlan) },
    { name: 'accounting', format: 'freeradius-detail', file: 'detail', text: text(accounting) },
    { name: 'computers', format: 'samba-json', file: 'auth.json', text: text(computers) },
    { name: 'mail', format: 'postfix', file: 'mail.log', text: text(mail) },
    { name: 'programs', format: 'windows-json', file: 'programs.json', text: text(programs) }
  ]
}

const answers = { answered: 200, blocked: 403, asked: 407 } as const

function squidLine({ at, address, answer, bytes, isTunnel, host, person }: WebRequest): string {
  const time = `${Math.floor(at / 1000)}.${String(at % 1000).padStart(3, '0')}`
  const [result, peer] =
    answer === 'answered'
      ? [isTunnel ? 'TCP_TUNNEL' : 'TCP_MISS', `HIER_DIRECT/${peerOf(host)}`]
      : ['TCP_DENIED', 'HIER_NONE/-']
  const took = String(answer === 'answered' ? 20 + (bytes % 900) : 0).padStart(6)
  const target = isTunnel ? `CONNECT ${host}:443` : `GET http://${host}/`
  const type = isTunnel && answer === 'answered' ? '-' : 'text/html'
  return `${time} ${took} ${address} ${result}/${answers[answer]} ${bytes} ${target} ${person ?? '-'} ${peer} ${type}`
}

/** An address for documentation (RFC 5737), the same for the same host. */
function peerOf(host: string): string {
  if (/^[\d.]+$/.test(host)) return host
  const sum = Buffer.from(host, 'utf8').reduce((total, byte) => total + byte, 0)
  return `198.51.100.${sum % 250}`
}

/** Two lines each: the one inside the tunnel has the proved name, the other one the device. */
function wlanLines({ person, device, station, isLetIn }: WlanTry, number: number, time: string): string[] {
  const outcome = isLetIn ? 'Login OK' : 'Login incorrect (mschap: MS-CHAP2-Response is incorrect)'
  return [
    `${time} : Auth: (${number})   ${outcome}: [${person}] (from client ${station} port 0 via TLS tunnel)`,
    `${time} : Auth: (${number}) ${outcome}: [${person}] (from client ${station} port 0 cli ${device})`
  ]
}

function accountingRecord(act: NetworkSession, time: string): string {
  const { at, person, device, station, address, session, ended } = act
  const attributes = [
    `Acct-Status-Type = ${ended === null ? 'Start' : 'Stop'}`,
    `User-Name = "${person}"`,
    `Calling-Station-Id = "${device}"`,
    `Called-Station-Id = "${station}"`,
    `Framed-IP-Address = ${address}`,
    `Acct-Session-Id = "${session}"`,
    ...(ended === null
      ? []
      : [`Acct-Session-Time = ${ended.seconds}`, `Acct-Output-Octets = ${ended.bytes}`]),
    `Timestamp = ${Math.floor(at / 1000)}`
  ]
  return [time, ...attributes.map((attribute) => `\t${attribute}`), ''].join('\n')
}

function computerLine({ person, workstation, address, isLetIn }: ComputerTry, timestamp: string): string {
  const content = {
    eventId: isLetIn ? 4624 : 4625,
    logonType: 3,
    status: isLetIn ? 'NT_STATUS_OK' : 'NT_STATUS_WRONG_PASSWORD',
    remoteAddress: `ipv4:${address}:49152`,
    serviceDescription: 'SamLogon',
    authDescription: 'interactive',
    clientAccount: person,
    workstation,
    becameAccount: isLetIn ? person : null,
    mappedAccount: person
  }
  return JSON.stringify({ timestamp, type: 'Authentication', Authentication: content })
}

const domain = 'schule.example'

/** A message from its arrival to its end, under one id of the queue. */
function mailLines({ person, address, recipients, bytes }: SentMail, number: number, time: string): string[] {
  const id = number.toString(16).toUpperCase().padStart(10, '0')
  const said = (program: string, words: string): string =>
    `${time} mail postfix/${program}[812]: ${id}: ${words}`
  return [
    said('smtpd', `client=unknown[${address}], sasl_method=PLAIN, sasl_username=${person}`),
    said('qmgr', `from=<${person}@${domain}>, size=${bytes}, nrcpt=${recipients.length} (queue active)`),
    ...recipients.map((one) =>
      said(
        'local',
        `to=<${one}@${domain}>, relay=local, delay=0.1, dsn=2.0.0, status=sent (delivered to mailbox)`
      )
    ),
    said('qmgr', 'removed')
  ]
}

function programLine({ at, person, workstation, path }: ProgramStart, number: number): string {
  return JSON.stringify({
    EventTime: new Date(at).toISOString(),
    Hostname: `${workstation}.${domain}`,
    EventID: 4688,
    SourceName: 'Microsoft-Windows-Security-Auditing',
    Channel: 'Security',
    RecordNumber: number,
    SubjectUserSid: 'S-1-5-21-1000-1000-1000-1104',
    SubjectUserName: person,
    SubjectDomainName: 'SCHULE',
    NewProcessName: path,
    ParentProcessName: 'C:\\Windows\\explorer.exe'
  })
}

const names = {
  days: 'Sun Mon Tue Wed Thu Fri Sat',
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'
}

/** Times as clocks in Germany show them. What the zone is in a minute is asked once. */
class LocalTimes {
  private readonly shifts = new Map<number, number>()

  /** `Mon Nov 23 07:52:11 2026` */
  of(at: number): string {
    const shown = this.shown(at)
    const day = names.days.split(' ')[shown.getUTCDay()] ?? ''
    const month = names.months.split(' ')[shown.getUTCMonth()] ?? ''
    const ofMonth = String(shown.getUTCDate()).padStart(2)
    return `${day} ${month} ${ofMonth} ${shown.toISOString().slice(11, 19)} ${shown.getUTCFullYear()}`
  }

  /** `Nov 23 07:52:11`, which says neither year nor zone. */
  syslog(at: number): string {
    const [, month = '', day = '', time = ''] = this.of(at).split(/ +/)
    return `${month} ${day.padStart(2)} ${time}`
  }

  /** `2026-11-23T07:52:11.000000+0100` */
  zoned(at: number): string {
    const shown = this.shown(at)
    const hours = Math.round((shown.getTime() - at) / 3_600_000)
    return `${shown.toISOString().slice(0, -1)}000+0${hours}00`
  }

  private shown(at: number): Date {
    const minute = Math.floor(at / 60_000)
    let shift = this.shifts.get(minute)
    if (shift === undefined) {
      const instant = new Date(minute * 60_000).toISOString()
      const { day, time } = germanMinuteOf(instant)
      shift = Date.parse(`${day}T${time}:00Z`) - minute * 60_000
      this.shifts.set(minute, shift)
    }
    return new Date(at + shift)
  }
}
