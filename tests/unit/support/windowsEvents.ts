import type { EvtxEvent, EvtxValue } from './evtxFile'

export const morning = Date.UTC(2026, 10, 25, 7, 0, 0)
const sid = 'S-1-5-21-1004336348-1177238915-682003330-1104'
const account = { TargetUserSid: sid, TargetUserName: 'anna', TargetDomainName: 'SCHULE' }

type Data = Readonly<Record<string, EvtxValue>>

/** Events of one pupil at PC01 as Windows logs them, unless they say otherwise. */
export const windowsEvents = {
  start: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({ id: 4608, data }),
  signIn: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4624,
    data: {
      ...account,
      TargetLogonId: 0x1_f4a2n,
      LogonType: 2,
      AuthenticationPackageName: 'Negotiate',
      WorkstationName: 'PC01',
      IpAddress: '127.0.0.1',
      ...data
    }
  }),
  refused: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4625,
    data: {
      ...account,
      TargetUserSid: 'S-1-0-0',
      Status: '0xc000006d',
      SubStatus: '0xc000006a',
      LogonType: 2,
      WorkstationName: 'PC01',
      IpAddress: '127.0.0.1',
      ...data
    }
  }),
  sessionEnded: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4634,
    data: { ...account, TargetLogonId: 0x1_f4a2n, LogonType: 2, ...data }
  }),
  signOut: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4647,
    data: { ...account, TargetLogonId: 0x1_f4a2n, ...data }
  }),
  process: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4688,
    data: {
      SubjectUserSid: sid,
      SubjectUserName: 'anna',
      SubjectDomainName: 'SCHULE',
      NewProcessName: String.raw`C:\Users\anna\Downloads\spiel.exe`,
      CommandLine: 'spiel.exe -window',
      ParentProcessName: String.raw`C:\Windows\explorer.exe`,
      TargetUserSid: 'S-1-0-0',
      TargetUserName: '-',
      TargetDomainName: '-',
      ...data
    }
  }),
  locked: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4740,
    computer: 'DC01.schule.example',
    data: {
      TargetUserName: 'anna',
      TargetDomainName: 'PC07',
      TargetSid: sid,
      SubjectUserSid: 'S-1-5-18',
      SubjectUserName: 'DC01$',
      SubjectDomainName: 'SCHULE',
      ...data
    }
  }),
  ticket: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4768,
    computer: 'DC01.schule.example',
    data: {
      TargetUserName: 'anna',
      TargetDomainName: 'SCHULE',
      TargetSid: sid,
      ServiceName: 'krbtgt',
      Status: 0,
      PreAuthType: '2',
      IpAddress: '::ffff:10.1.2.3',
      ...data
    }
  }),
  serviceTicket: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4769,
    computer: 'DC01.schule.example',
    data: {
      TargetUserName: 'anna@SCHULE.EXAMPLE',
      TargetDomainName: 'SCHULE.EXAMPLE',
      ServiceName: 'FS01$',
      Status: '0x0',
      IpAddress: '::ffff:10.1.2.3',
      ...data
    }
  }),
  ticketRefused: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4771,
    computer: 'DC01.schule.example',
    data: {
      TargetUserName: 'anna',
      TargetSid: sid,
      ServiceName: 'krbtgt/SCHULE',
      Status: '0x18',
      PreAuthType: '2',
      IpAddress: '::ffff:10.1.2.3',
      ...data
    }
  }),
  check: (data: Data = {}): Omit<EvtxEvent, 'time'> => ({
    id: 4776,
    computer: 'DC01.schule.example',
    data: {
      PackageName: 'MICROSOFT_AUTHENTICATION_PACKAGE_V1_0',
      TargetUserName: 'anna',
      Workstation: 'LAPTOP-7',
      Status: '0x0',
      ...data
    }
  })
}

/** One after the other, a second apart. */
export function inTurn(
  events: readonly Omit<EvtxEvent, 'time'>[],
  from = morning,
  step = 1_000
): readonly EvtxEvent[] {
  return events.map((event, index) => ({ ...event, time: from + index * step }))
}
