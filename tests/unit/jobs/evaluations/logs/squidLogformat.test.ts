import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogEvent } from '../../../../../src-main/jobs/evaluations/logs/events'
import { askedFormat } from '../../../../../src-main/jobs/evaluations/logs'
import { codeOf } from '../../../support/sanctionsSchool'
import { personsOf, readLog, type ReadLog } from '../../../support/readLog'

function read(logformat: string, ...lines: readonly string[]): ReadLog {
  return readLog({ format: 'squid-logformat', logformat }, lines.map((line) => `${line}\n`).join(''))
}

/** What Squid 5.7 wrote with each encoding for one name. */
const encoded: readonly (readonly [string, string])[] = [
  ['%un', 'a"b]c\\da'],
  ["%'un", 'a"b]c\\da'],
  ['%[un', 'a"b%5dc\\\\da'],
  ['"%"un"', '"a\\"b]c\\\\da"'],
  ['%/un', 'a\\"b]c\\\\da'],
  ['%#un', 'a%22b%5Dc%5Cda']
]

describe('Squid with a logformat of the school', () => {
  it.each(encoded)('reads a name written with %s', (code, written) => {
    const log = read(`%ts.%03tu %>a ${code} %>Hs`, `1795928065.797 127.0.0.1 ${written} 200`)
    expect(personsOf(log)).toEqual(['a"b]c\\da: proved'])
    expect(log.events[0]).toMatchObject({ time: 1_795_928_065_797, address: '127.0.0.1' })
  })

  it('takes the line as it stands in squid.conf, with widths, arguments and codes that nobody knows', () => {
    const log = read(
      'logformat schule  %ts.%03tu %6tr %-6dt|%>a %Ss/%03>Hs %<st %rm %ru %[un %20Sh/%<a %{X-Own}note %xyz "%"{User-Agent}>h" %>eui 100%%',
      '1795928065.769     20 -     |10.1.2.3 TCP_MISS/404 658 GET http://a/x?q=a%20b anna          HIER_DIRECT/127.0.0.1 - neu "ua \\"quote\\\\ ] x" 02:00:00:aa:bb:01 100%'
    )
    expect(log).toMatchObject({ parsed: 1, rejected: 0 })
    expect(log.events[0]).toMatchObject({
      ...{
        act: 'webRequest',
        person: 'anna',
        surety: 'proved',
        address: '10.1.2.3',
        device: '02:00:00:aa:bb:01'
      },
      details: {
        method: 'GET',
        url: 'http://a/x?q=a%20b',
        result: 'TCP_MISS',
        status: 404,
        bytes: 658,
        milliseconds: 20
      }
    })
  })

  it('knows what the time is of, and its zone where it is written', () => {
    const timing = (logformat: string, line: string): LogEvent | undefined =>
      read(`${logformat} %un %>Hs`, `${line} anna 200`).events[0]
    const noon = Date.UTC(2026, 10, 29, 4, 54, 25)
    expect(timing('%tl', '29/Nov/2026:04:54:25 +0000')).toMatchObject({
      time: noon,
      timing: { zone: 'written', edge: 'end' }
    })
    expect(timing('%{%d.%m.%Y %H:%M:%S}tl', '29.11.2026 04:54:25')).toMatchObject({
      ...{ time: noon, timing: { zone: 'unknown', edge: 'end' } }
    })
    expect(timing('%{%d.%m.%Y %T}tg', '29.11.2026 04:54:25')).toMatchObject({
      time: noon,
      timing: { zone: 'written' }
    })
    expect(timing('%tS', '1795928065.500')).toMatchObject({
      time: noon + 500,
      timing: { zone: 'written', edge: 'start' }
    })
    expect(timing('%{%Y-%m-%d}tl %ts', '2026-11-29 1795928065')).toMatchObject({ time: noon })
  })

  it('proves nothing at 407, without a status, by ident, by an external helper, and with a space in the name (P19)', () => {
    expect(personsOf(read('%ts %ul %>Hs', '1795928065 otto 407'))).toEqual(['otto: claimed'])
    expect(personsOf(read('%ts %ul', '1795928065 otto'))).toEqual(['otto: claimed'])
    expect(personsOf(read('%ts %ul %ui %>Hs', '1795928065 - pc 200'))).toEqual(['pc: claimed'])
    expect(personsOf(read('%ts %ue %>Hs', '1795928065 otto 200'))).toEqual(['otto: claimed'])
    expect(personsOf(read('%ts %>a %un %>Hs', '1795928065 10.1.2.3 anna b 200'))).toEqual(['anna b: claimed'])
    expect(personsOf(read('%ts %>a %un %>Hs', '1795928065 10.1.2.3 - 200'))).toEqual(['-: address'])
  })

  it('names nobody by a name that was cut to a width', () => {
    expect(personsOf(read('%ts %>a %.4un %>Hs', '1795928065 10.1.2.3 anna 200'))).toEqual(['-: address'])
  })

  it('an agent that imitates the columns behind it names nobody and is no other request', () => {
    const forged = read('%ts %>a %{User-Agent}>h %un %>Hs', '1795928065 10.1.2.3 Mozilla lena 200 otto 407')
    expect(personsOf(forged)).toEqual(['-: address'])
    const twice = read(
      '%ts %>a %{User-Agent}>h %>Hs %rm %un',
      '1795928065 10.1.2.3 x 200 GET lena 407 GET otto'
    )
    expect(twice.rejections).toEqual([['ambiguous', 0, 1]])
  })

  it('an address with a space, which Squid can be told to let through, proves nobody', () => {
    const log = read(
      '%ts %>a %ru %#un %>Hs %{User-Agent}>h',
      '1795928065 10.1.2.3 http://a/ lena 200 x otto 407 UA'
    )
    expect(personsOf(log)).toEqual(['lena: claimed'])
  })

  it.each([
    ['%>a %un %>Hs', 'logs.logformatWithoutTime'],
    ['%{%y%m%d}tl %un', 'logs.logformatWithoutTime'],
    ['%ts %{User-Agent', 'logs.logformatWrong'],
    ['%ts 100%', 'logs.logformatWrong']
  ])('refuses %s: %s', (logformat, code) => {
    const mapping = { format: 'squid-logformat' as const, logformat }
    expect(codeOf(askedFormat({ format: 'squid-logformat', mapping }))).toBe(code)
  })

  it('any agent between quotation marks leaves the person as they are (P19)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const agent = Buffer.from(typed)
          .toString()
          .replaceAll(/["\\]/g, String.raw`\$&`)
          .replaceAll('\n', String.raw`\n`)
          .replaceAll('\r', String.raw`\r`)
        const log = read(
          '%ts %>a "%"{User-Agent}>h" %un %>Hs',
          `1795928065 10.1.2.3 "${agent || '-'}" anna 200`
        )
        expect(personsOf(log)).toEqual(['anna: proved'])
      })
    )
  })

  it('any text anywhere is accounted for, and takes no more time than its length', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(' ', '"', '\\', '200', 'anna', '1795928065', '10.1.2.3', '\n')),
        (parts) => {
          const log = read('%ts %>a %un "%"{A}>h" %>Hs %{B}>h %ru', parts.join(''))
          expect(log.parsed + log.rejected).toBe(log.lines)
        }
      )
    )
    const long = `1795928065 10.1.2.3 ${'\\" 200 '.repeat(100_000)}`
    expect(read('%ts %>a %un "%"{A}>h" %>Hs %{B}>h %ru', long).lines).toBe(1)
  })
})
