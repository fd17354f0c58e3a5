import { describe, expect, it } from 'vitest'
import { personsOf, readLog } from '../../../support/readLog'

const dn = (uid: string): string => `uid=${uid},ou=people,dc=schule,dc=example`
const said = (...words: readonly string[]): string =>
  words.map((word) => `Nov 28 01:44:24 ldap slapd[32335]: ${word}\n`).join('')
const accept = (connection: number, address = '10.1.2.3'): string =>
  `conn=${connection} fd=12 ACCEPT from IP=${address}:55348 (IP=127.0.0.1:389)`
const bind = (connection: number, uid: string, operation = 0): string =>
  `conn=${connection} op=${operation} BIND dn="${dn(uid)}" method=128`
const bound = (connection: number, uid: string, operation = 0): string =>
  `conn=${connection} op=${operation} BIND dn="${dn(uid)}" mech=SIMPLE bind_ssf=0 ssf=0`
const result = (connection: number, operation = 0, code = 0): string =>
  `conn=${connection} op=${operation} RESULT tag=97 err=${code} qtime=0.000020 etime=0.000188 text=`
const search = (connection: number, operation: number): string =>
  `conn=${connection} op=${operation} SRCH base="dc=schule,dc=example" scope=2 deref=0 filter="(uid=max)"`
const found = (connection: number, operation: number): string =>
  `conn=${connection} op=${operation} SEARCH RESULT tag=101 err=0 qtime=0.0 etime=0.0 nentries=1 text=`

const read = (...words: readonly string[]): string[] => personsOf(readLog('openldap', said(...words)))

describe('OpenLDAP', () => {
  it('proves by a BIND that succeeded, in the stored spelling; a failed one is a claim', () => {
    expect(read(accept(1000), bind(1000, 'MAX'), bound(1000, 'MaxGross'), result(1000))).toEqual([
      `${dn('MaxGross')}: proved`
    ])
    expect(read(accept(1000), bind(1000, 'otto'), result(1000, 0, 49))).toEqual([`${dn('otto')}: claimed`])
  })

  it('joins lines that come before their ACCEPT, and a result after its UNBIND', () => {
    expect(
      read(
        ...[bind(1008, 'anna'), bound(1008, 'anna'), accept(1008), result(1008)],
        ...[search(1008, 1), 'conn=1008 op=2 UNBIND', found(1008, 1), 'conn=1008 fd=12 closed']
      )
    ).toEqual([`${dn('anna')}: proved`, `${dn('anna')}: proved`])
  })

  it('after a failed change of the person nobody is signed in', () => {
    expect(
      read(
        ...[
          accept(1000),
          bind(1000, 'anna'),
          result(1000),
          'conn=1000 op=1 BIND anonymous mech=implicit ssf=0'
        ],
        ...[bind(1000, 'otto', 1), result(1000, 1, 49), search(1000, 2), found(1000, 2)]
      )
    ).toEqual([`${dn('anna')}: proved`, `${dn('otto')}: claimed`, '-: address'])
  })

  it('an operation whose sign-in has no result yet has no person', () => {
    expect(read(accept(1000), bind(1000, 'anna'), search(1000, 1), found(1000, 1))).toEqual(['-: address'])
  })

  it.each([
    ['says so', ['slapd starting']],
    ['is only to be seen by a number that was there', []]
  ])('numbers that begin again after a start that %s join nobody', (_, words) => {
    const before = [accept(1000), bind(1000, 'anna'), result(1000)]
    const after = [accept(1000, '10.9.9.9'), search(1000, 3), found(1000, 3)]
    expect(read(...before, ...words, ...after)).toEqual([`${dn('anna')}: proved`, '-: address'])
  })

  it('keeps servers apart that write into one file', () => {
    const other = said(search(1000, 1), found(1000, 1)).replaceAll('ldap slapd[32335]', 'ldap2 slapd[77]')
    const log = readLog('openldap', said(accept(1000), bind(1000, 'anna'), result(1000)) + other)
    expect(personsOf(log)).toEqual([`${dn('anna')}: proved`, '-: unknown'])
  })

  it('joins over a rotation, and not over a missing part', () => {
    const log = readLog('openldap', [
      said(accept(1000), bind(1000, 'anna'), result(1000)),
      said(search(1000, 1), found(1000, 1))
    ])
    expect(personsOf(log)).toEqual([`${dn('anna')}: proved`, `${dn('anna')}: proved`])
  })

  it('infers the year from the file and says so; never one after its last change', () => {
    const [event] = readLog('openldap', said(bind(1, 'a'), result(1)), {
      changed: Date.UTC(2027, 0, 3)
    }).events
    expect(event).toMatchObject({
      time: Date.UTC(2026, 10, 28, 1, 44, 24),
      timing: { zone: 'unknown', year: 'fileChange' }
    })
  })

  it('reads the hexadecimal time of stderr, and forgets everybody where a line hangs on a cut one', () => {
    const stamped = (...words: readonly string[]): string =>
      words.map((word) => `6b0a2351.00f42d71 0x7f0c2a7fc6c0 ${word}\n`).join('')
    const log = readLog(
      'openldap',
      stamped(accept(1000), bind(1000, 'anna'), result(1000)) +
        stamped(
          `conn=1000 op=1 SRCH base="" filter="(uid=${'x'.repeat(4100)}6b0a2351.00f42d71 0x7f0c conn=1000 op=2 UNBIND`
        ) +
        stamped(search(1000, 3), found(1000, 3))
    )
    expect(log.events[0]).toMatchObject({ time: 0x6b0a2351 * 1000 + 16, timing: { zone: 'written' } })
    expect(personsOf(log)).toEqual([`${dn('anna')}: proved`, '-: unknown'])
    expect(log.rejections.map(([reason]) => reason)).toEqual(['ambiguous'])
  })

  it('a name with the words of another line in it stays that name', () => {
    const hostile = `conn=1000 op=0 BIND dn="uid=x conn=1001 op=0 BIND dn=,dc=example" method=128`
    expect(read(accept(1000), hostile, result(1000, 0, 49))).toEqual([
      'uid=x conn=1001 op=0 BIND dn=,dc=example: claimed'
    ])
  })
})
