import type { Act, Details, LogEvent, Rejection } from '../../events'
import { suretyWithoutName, type Sink } from '../format'
import { addressOf } from '../text'
import { accountOf, isOfComputer, shortName, type Account } from './accounts'
import { Hosts } from './hosts'
import { wantedIds, type WindowsRecord } from './record'

/** Whoever writes the events that are read here; what others have written under the same number means something else. */
const auditing = 'Microsoft-Windows-Security-Auditing'

/**
 * How a person can be in front of a computer (SECURITY_LOGON_TYPE: Interactive, Unlock, RemoteInteractive, CachedInteractive,
 * CachedRemoteInteractive, CachedUnlock).
 */
const atComputer: readonly string[] = ['2', '7', '10', '11', '12', '13']
/** Unlocking begins and ends a session of its own at once, which is no stay. */
const unlocking: readonly string[] = ['7', '13']
/** Network, NetworkCleartext: another computer signs in with what somebody has entered there. */
const overNetwork: readonly string[] = ['3', '8']

/** Makes events of records, and tells what becomes of each record. */
export class WindowsReader {
  private readonly hosts = new Hosts()

  constructor(private readonly sink: Sink) {}

  /** `isSound`: the record is as Windows has written it, as far as checksums can say; else nothing in it is proved. */
  read(record: WindowsRecord, offset: number, isSound = true): void {
    const found = this.find(record)
    if (typeof found === 'string') {
      this.sink.rejected(found, offset, 1)
      return
    }
    if (found !== null) {
      const surety = found.surety === 'proved' && !isSound ? 'claimed' : found.surety
      this.sink.event({ ...found, surety, offset })
    }
    this.sink.parsed(1)
  }

  /** A part of the log is missing, in which computers may have been restarted. */
  forget(): void {
    this.hosts.forget()
  }

  private find(record: WindowsRecord): Omit<LogEvent, 'offset'> | Rejection | null {
    const { eventId, provider, channel } = record
    if (!wantedIds.has(eventId)) return null
    if (provider === '' ? channel !== 'Security' : provider !== auditing) return null
    const { time } = record
    if (time === null) return 'timeUnreadable'
    this.hosts.note(record, time.time)
    const kind = kinds[eventId]
    if (kind === undefined) return null
    if (record.data(kind.needs) === null) return 'valueLeftOut'
    const found = kind.read(new Reading(record, this.hosts))
    return found === null ? null : { ...found, ...time, details: { eventId, ...found.details } }
  }
}

/** Whether the domain of a name is that of the school's directory: not that of the computer itself, nor one outside of the school. */
export function ownsRealm({ person, details: { host } }: LogEvent): boolean {
  const domain = person?.includes('\\') === true ? person.slice(0, person.indexOf('\\')) : null
  // Without its name nobody can say whether a domain is the computer itself.
  return domain === null || (typeof host === 'string' && host !== '' && !isOfComputer(domain, host))
}

type Found = Omit<LogEvent, 'offset' | 'time' | 'timing'>

interface Kind {
  /** Without it nothing can be said of the event. */
  readonly needs: string
  readonly read: (reading: Reading) => Found | null
}

/** What readers of single kinds ask of a record. */
class Reading {
  readonly host: string

  constructor(
    private readonly record: WindowsRecord,
    private readonly hosts: Hosts
  ) {
    this.host = record.computer
  }

  /** null: the file does not say on which computer it was. */
  get device(): string | null {
    return this.host === '' ? null : this.host
  }

  /** As a number that says why something was refused; empty: it has none. */
  status(name: string): string {
    const text = this.text(name)
    return text === '' ? '' : hexadecimal(text)
  }

  /** Empty: it has none, or Windows has written a dash. */
  text(name: string): string {
    const text = this.record.data(name) ?? ''
    return text === '-' ? '' : text
  }

  /** An address that another computer has; one of the computer itself says nothing about anybody. */
  get address(): string | null {
    const address = addressOf(this.text('IpAddress').replace(/^::ffff:/i, '::ffff:'))
    return address === null || address === '::1' || address.startsWith('127.') ? null : address
  }

  account(prefix: 'Target' | 'Subject'): Account {
    const sid = this.text(`${prefix}UserSid`) || this.text(`${prefix}Sid`)
    return accountOf(this.text(`${prefix}UserName`), this.text(`${prefix}DomainName`), sid)
  }

  /** An account that the event names without its domain: one of the directory only where a domain controller says so. */
  accountHere(): Account {
    const name = this.text('TargetUserName')
    const sid = this.text('TargetSid')
    return accountOf(name, this.hosts.isController(this.host) ? '' : shortName(this.host) || '.', sid)
  }

  /** A session of a computer; its number begins again with each start, so that the start is part of it. */
  session(name: string): string {
    const number = this.text(name)
    const start = this.hosts.startOf(this.host)
    return number === '' || start === '' ? '' : `${hexadecimal(number)}@${start}`
  }
}

/** null: about nobody and nothing that could be named. */
function found(
  act: Act,
  account: Account,
  known: {
    readonly isProved: boolean
    readonly address: string | null
    readonly device: string | null
    readonly details: Details
  }
): Found | null {
  const { person, machine } = account
  const { isProved, address, details } = known
  const device = machine ?? known.device
  if (person !== null)
    return { act, person, surety: isProved ? 'proved' : 'claimed', address, device, details }
  // What Windows does by itself on a computer is nobody's act.
  if (account.isSystem || (machine === null && address === null)) return null
  return { act, person: null, surety: suretyWithoutName(address, device), address, device, details }
}

/** One spelling of a number: exports write it in hexadecimal with or without zeros before it, in decimal, or as a negative one. */
function hexadecimal(text: string): string {
  if (!/^(?:0x[0-9a-f]{1,16}|-?\d{1,19})$/i.test(text)) return text.toLowerCase()
  const number = BigInt(text)
  return `0x${(number < 0n ? BigInt.asUintN(32, number) : number).toString(16)}`
}

/** Success. */
function isZero(status: string): boolean {
  return status === '0x0'
}

/** 4624 and 4625. */
function readSignIn(reading: Reading, isProved: boolean): Found | null {
  const type = reading.text('LogonType')
  const isHere = atComputer.includes(type)
  // Services and tasks sign in by themselves, and "new credentials" (9) are checked by nobody.
  if (!isHere && !overNetwork.includes(type)) return null
  const { host, address } = reading
  const failure = reading.status('SubStatus')
  return found(isProved ? 'signIn' : 'signInRefused', reading.account('Target'), {
    isProved,
    address,
    device: isHere ? reading.device : null,
    details: {
      service: isHere ? 'pc' : 'network',
      means: reading.text('AuthenticationPackageName'),
      logonType: Number(type),
      status: isProved ? '' : failure === '' || isZero(failure) ? reading.status('Status') : failure,
      host,
      workstation: isHere ? '' : reading.text('WorkstationName'),
      session: isHere && isProved && !unlocking.includes(type) ? reading.session('TargetLogonId') : ''
    }
  })
}

/** 4634 and 4647. The type of a sign-out that somebody has asked for (4647) is not logged; only who sits there can. */
function readSignOut(reading: Reading): Found | null {
  const type = reading.text('LogonType')
  if (type !== '' && (!atComputer.includes(type) || unlocking.includes(type))) return null
  const { host } = reading
  const account = reading.account('Target')
  if (account.person === null) return null
  return found('signOut', account, {
    ...{ isProved: true, address: null, device: reading.device },
    details: { service: 'pc', host, session: reading.session('TargetLogonId') }
  })
}

/** 4688: whoever has started it; as somebody else where the sign-in for them was Windows's own. */
function readProcess(reading: Reading): Found | null {
  const subject = reading.account('Subject')
  const target = reading.account('Target')
  const account = subject.person === null ? target : subject
  if (account.person === null) return null
  const { host } = reading
  return found('processStart', account, {
    ...{ isProved: true, address: null, device: reading.device },
    details: {
      path: reading.text('NewProcessName'),
      command: reading.text('CommandLine'),
      parent: reading.text('ParentProcessName'),
      target: account === subject ? (target.person ?? '') : '',
      host
    }
  })
}

/** 4740: a name with which too many sign-ins have failed, whoever has tried them. */
function readLocked(reading: Reading): Found | null {
  // The field that is called domain has the name of the computer from which they came.
  const workstation = reading.text('TargetDomainName')
  return found('accountLocked', reading.accountHere(), {
    ...{ isProved: false, address: null, device: null },
    details: { host: reading.host, workstation }
  })
}

/** 4768 and 4771: a domain controller was asked for a ticket to get tickets with. */
function readTicket(reading: Reading): Found | null {
  const status = reading.status('Status')
  const isGranted = isZero(status)
  // Without pre-authentication anybody is given the ticket, and cannot open it.
  const isChecked = !['', '0'].includes(reading.text('PreAuthType'))
  return found(isGranted ? 'signIn' : 'signInRefused', reading.account('Target'), {
    ...{ isProved: isGranted && isChecked, address: reading.address, device: null },
    details: { service: 'kerberos', status: isGranted ? '' : status, host: reading.host }
  })
}

/** 4769: a ticket for a service, which takes one that only the right password opens. A refusal is no sign-in that failed. */
function readServiceTicket(reading: Reading): Found | null {
  if (!isZero(reading.status('Status'))) return null
  return found('access', reading.account('Target'), {
    ...{ isProved: true, address: reading.address, device: null },
    details: { service: 'kerberos', target: reading.text('ServiceName'), host: reading.host }
  })
}

/** 4776: the computer that has the account has checked its password. The workstation is what the client calls itself. */
function readCheck(reading: Reading): Found | null {
  const status = reading.status('Status')
  const isRight = isZero(status)
  return found(isRight ? 'signIn' : 'signInRefused', reading.accountHere(), {
    ...{ isProved: isRight, address: null, device: null },
    details: {
      service: 'ntlm',
      status: isRight ? '' : status,
      host: reading.host,
      workstation: reading.text('Workstation')
    }
  })
}

const kinds: Readonly<Record<number, Kind>> = {
  4624: { needs: 'TargetUserName', read: (reading) => readSignIn(reading, true) },
  4625: { needs: 'TargetUserName', read: (reading) => readSignIn(reading, false) },
  4634: { needs: 'TargetLogonId', read: readSignOut },
  4647: { needs: 'TargetLogonId', read: readSignOut },
  4688: { needs: 'NewProcessName', read: readProcess },
  4740: { needs: 'TargetUserName', read: readLocked },
  4768: { needs: 'TargetUserName', read: readTicket },
  4769: { needs: 'TargetUserName', read: readServiceTicket },
  4771: { needs: 'TargetUserName', read: readTicket },
  4776: { needs: 'TargetUserName', read: readCheck }
}
