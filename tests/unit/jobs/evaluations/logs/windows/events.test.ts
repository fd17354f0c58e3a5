import { describe, expect, it } from 'vitest'
import { evtxFile, type EvtxEvent } from '../../../../support/evtxFile'
import { personsOf, readLog, type ReadLog } from '../../../../support/readLog'
import { inTurn, morning, windowsEvents as windows } from '../../../../support/windowsEvents'
import { ownsRealm } from '../../../../../../src-main/jobs/evaluations/logs/formats/windows/events'

function read(...events: readonly Omit<EvtxEvent, 'time'>[]): ReadLog {
  return readLog('evtx', evtxFile(inTurn(events)))
}

describe('Windows, who and how sure (P7, P22)', () => {
  it('a sign-in is proved, a refused one claimed', () => {
    const log = read(windows.signIn(), windows.refused())
    expect(personsOf(log)).toEqual([String.raw`SCHULE\anna: proved`, String.raw`SCHULE\anna: claimed`])
    expect(log.events).toMatchObject([
      {
        ...{ act: 'signIn', time: morning, address: null, device: 'PC01.schule.example' },
        timing: { zone: 'written', year: 'written', edge: 'moment' },
        details: { service: 'pc', logonType: 2, status: '' }
      },
      { act: 'signInRefused', device: 'PC01.schule.example', details: { status: '0xc000006a' } }
    ])
  })

  it('over the network the device is not the computer that was asked, and what the client calls itself is a claim', () => {
    const [event] = read(
      windows.signIn({ LogonType: 3, IpAddress: '::ffff:10.1.2.3', WorkstationName: 'LAPTOP-7' })
    ).events
    expect(event).toMatchObject({
      ...{ address: '10.1.2.3', device: null },
      details: { service: 'network', workstation: 'LAPTOP-7', session: '' }
    })
  })

  it.each([
    ['system', { TargetUserSid: 'S-1-5-18', TargetUserName: 'SYSTEM', TargetDomainName: 'NT-AUTORITÄT' }],
    ['anonymous', { TargetUserSid: 'S-1-5-7', TargetUserName: 'ANONYMOUS LOGON', LogonType: 3 }],
    ['anonymous without a number', { TargetUserSid: '-', TargetUserName: 'ANONYMOUS-ANMELDUNG' }],
    ['window manager', { TargetUserSid: 'S-1-5-90-0-1', TargetUserName: 'DWM-1' }],
    ['no name', { TargetUserSid: 'S-1-0-0', TargetUserName: '-', TargetDomainName: '-' }],
    ['a service', { LogonType: 5 }],
    ['a task', { LogonType: 4 }],
    ['other credentials, which nobody checks', { LogonType: 9 }]
  ])('%s is nobody’s sign-in', (_, data) => {
    expect(read(windows.signIn(data))).toMatchObject({ events: [], parsed: 1, rejected: 0 })
  })

  it('the account of a machine is a device', () => {
    const log = read(
      windows.signIn({ TargetUserName: 'PC07$', LogonType: 3, IpAddress: '10.1.2.7' }),
      windows.serviceTicket({ TargetUserName: 'PC07$@SCHULE.EXAMPLE' })
    )
    expect(log.events).toMatchObject([
      { person: null, surety: 'address', device: 'PC07$' },
      { person: null, surety: 'address', device: 'PC07$' }
    ])
  })

  it('a ticket is proved where the password was checked, a refused service ticket is no refused sign-in', () => {
    const log = read(
      windows.ticket(),
      windows.ticket({ PreAuthType: '0' }),
      windows.ticket({ Status: '0x6', PreAuthType: '-' }),
      windows.ticketRefused(),
      windows.serviceTicket(),
      windows.serviceTicket({ Status: '0xd' })
    )
    expect(log.events.map(({ act, surety, address }) => [act, surety, address])).toEqual([
      ['signIn', 'proved', '10.1.2.3'],
      ['signIn', 'claimed', '10.1.2.3'],
      ['signInRefused', 'claimed', '10.1.2.3'],
      ['signInRefused', 'claimed', '10.1.2.3'],
      ['access', 'proved', '10.1.2.3']
    ])
    expect(log).toMatchObject({ parsed: 6, rejected: 0 })
  })

  it('a password that a computer has checked is one of its own accounts, unless it is a domain controller', () => {
    const elsewhere = { ...windows.check(), computer: 'PC01.schule.example' }
    const log = read(
      windows.check(),
      elsewhere,
      windows.ticket(),
      windows.check(),
      elsewhere,
      windows.locked()
    )
    expect(personsOf(log)).toEqual([
      String.raw`DC01\anna: proved`,
      String.raw`PC01\anna: proved`,
      String.raw`SCHULE\anna: proved`,
      'anna: proved',
      String.raw`PC01\anna: proved`,
      'anna: claimed'
    ])
    expect(log.events.map(ownsRealm)).toEqual([false, false, true, true, false, true])
    expect(log.events[5]).toMatchObject({ act: 'accountLocked', details: { workstation: 'PC07' } })
  })

  it('a name of a computer or of another directory is none of the school’s', () => {
    const realms = ['SCHULE', 'PC01', 'pc01.schule.example', 'AzureAD', 'MicrosoftAccount', '.']
    const log = read(...realms.map((realm) => windows.signIn({ TargetDomainName: realm })))
    expect(log.events.map(ownsRealm)).toEqual([true, false, false, false, false, false])
  })

  it('a program is started by whoever has signed in there, also through Windows itself (P17)', () => {
    const system = { SubjectUserSid: 'S-1-5-18', SubjectUserName: 'PC01$', SubjectDomainName: 'SCHULE' }
    const otto = { TargetUserSid: 'S-1-5-21-1-2-3-1105', TargetUserName: 'otto', TargetDomainName: 'SCHULE' }
    const log = read(
      windows.process(),
      windows.process({ ...system, ...otto }),
      windows.process(otto),
      windows.process(system)
    )
    expect(personsOf(log)).toEqual([
      String.raw`SCHULE\anna: proved`,
      String.raw`SCHULE\otto: proved`,
      String.raw`SCHULE\anna: proved`
    ])
    expect(log.events).toMatchObject([
      {
        ...{ act: 'processStart', device: 'PC01.schule.example' },
        details: { path: String.raw`C:\Users\anna\Downloads\spiel.exe`, command: 'spiel.exe -window' }
      },
      {},
      { details: { target: String.raw`SCHULE\otto` } }
    ])
  })

  it('sign-in and sign-out have one session, until the computer starts again or a part of the log is missing', () => {
    const begun = [windows.start(), windows.signIn()]
    const [before, ended] = read(...begun, windows.signOut()).events
    expect(before?.details['session']).toBe('0x1f4a2@2026-11-25T07:00:00.000Z')
    expect(ended).toMatchObject({ act: 'signOut', details: { session: before?.details['session'] } })
    const restarted = read(...begun, windows.start(), windows.signOut()).events
    expect(restarted[1]?.details['session']).toBe('0x1f4a2@2026-11-25T07:00:02.000Z')
    const first = evtxFile(inTurn(begun))
    const later = evtxFile(inTurn([windows.signOut()], morning + 60_000), { firstNumber: 4 })
    const [one, other] = readLog('evtx', [first, later]).events
    expect(one?.details['session']).not.toBe(other?.details['session'])
    const next = evtxFile(inTurn([windows.signOut()], morning + 60_000), { firstNumber: 3 })
    const [, follows] = readLog('evtx', [first, next]).events
    expect(follows?.details['session']).toBe(one?.details['session'])
  })

  it('unlocking and network sessions are no stays', () => {
    const log = read(
      windows.signIn({ LogonType: 7 }),
      windows.sessionEnded({ LogonType: 7 }),
      windows.sessionEnded({ LogonType: 3 }),
      windows.sessionEnded()
    )
    expect(log.events.map(({ act, details }) => [act, details['session'] !== ''])).toEqual([
      ['signIn', false],
      ['signOut', true]
    ])
  })

  it('numbers of others’ events mean something else', () => {
    const log = read(
      { ...windows.signIn(), provider: 'Own-Service', channel: 'Application' },
      { ...windows.signIn(), provider: '', channel: 'Application' },
      { ...windows.signIn(), provider: '', channel: 'Security' },
      { id: 5061, data: { TargetUserName: 'anna' } }
    )
    expect(log).toMatchObject({ parsed: 4, rejected: 0 })
    expect(log.events).toHaveLength(1)
  })

  it('an event without what it is about is rejected', () => {
    const log = read({ id: 4624, data: { LogonType: 2 } }, windows.signIn())
    expect(log.rejections.map(([reason]) => reason)).toEqual(['valueLeftOut'])
    expect(log.events).toHaveLength(1)
  })
})
