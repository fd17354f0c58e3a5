import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { logFormats } from '../../../../../src-main/jobs/evaluations/logs/formats'
import { LineSplitter, maximumLineBytes } from '../../../../../src-main/jobs/evaluations/logs/lines'
import { readLog } from '../../../support/readLog'

const names = logFormats.filter((format) => format.cut === undefined).map(({ name }) => name)

/** One good line or record of each format; `NAME` stands where its service writes what somebody has typed, after its own escaping. */
const patterns: Readonly<
  Record<string, { readonly record: string; readonly escape: (name: string) => string }>
> = {
  squid: {
    record: '1795826081.933      3 10.1.2.3 TCP_DENIED/407 266 GET http://a/ NAME HIER_NONE/- text/html\n',
    escape: (name) =>
      [...Buffer.from(name)]
        .map((byte) =>
          byte < 32 || byte > 126 || byte === 37 ? `%${byte.toString(16).padStart(2, '0')}` : byte
        )
        .map((byte) => (typeof byte === 'string' ? byte : String.fromCharCode(byte)))
        .join('')
        .replaceAll('\\', '\\\\')
  },
  'samba-json': {
    record:
      '  {"timestamp":"2026-11-28T01:05:22.186865+0000","type":"Authentication","Authentication":{"status":"NT_STATUS_OK","becameAccount":NAME}}\n',
    escape: (name) => JSON.stringify(name)
  },
  'journal-json': {
    record:
      '{"__REALTIME_TIMESTAMP":"1795826081933000","SYSLOG_IDENTIFIER":"dovecot","MESSAGE":"imap-login: Login: user=<NAME>, method=PLAIN, rip=10.1.2.3, lip=127.0.0.1"}\n',
    escape: (name) => JSON.stringify(name).slice(1, -1)
  },
  'freeradius-detail': {
    record: 'Sat Nov 28 00:46:37 2026\n\tUser-Name = "NAME"\n\tAcct-Status-Type = Start\n\n',
    escape: (name) =>
      name
        .replaceAll(/[\\"]/g, String.raw`\$&`)
        .replaceAll('\n', String.raw`\n`)
        .replaceAll('\r', String.raw`\r`)
  }
}

/** Text that somebody would write to be taken for the log's own words. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          ' ',
          '\n',
          '\r',
          '\t',
          '"',
          '\\',
          '%',
          '[',
          ']',
          '<',
          '>',
          ', ',
          '|',
          '407',
          'lena',
          'HIER_NONE/-'
        ],
        ...[
          'user=<lena>',
          'BIND dn="uid=lena"',
          '] (from client',
          'status',
          '{',
          '}',
          '\0',
          'ü',
          ' S=1',
          ' A=x:lena'
        ]
      ),
      { minLength: 1, maxLength: 12 }
    )
    .map((parts) => parts.join(''))
)

const mixed = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      hostile.map((text) => Buffer.from(text)),
      fc.constantFrom(
        ...Object.values(patterns).map(({ record }) => Buffer.from(record.replace('NAME', 'anna'))),
        ...[
          Buffer.from('\n'),
          Buffer.from('\r\n'),
          Buffer.from('MESSAGE\n'),
          Buffer.from('__REALTIME_TIMESTAMP=1\n')
        ],
        Buffer.from('Nov 28 01:44:24 h slapd[1]: conn=1 op=0 BIND dn="uid=a" method=128\n'),
        Buffer.from('[2026/11/28 01:05:22.186865,  1] full_audit\n'),
        Buffer.from('Text7 root 6 [28/Nov/2026:01:01:53 +0000] total 1 - localhost zwei\n')
      )
    ),
    { maxLength: 12 }
  )
  .map((parts) => Buffer.concat(parts))

describe.each(names)('%s', (name) => {
  it('accounts for every line of any bytes, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 1, max: 70 }), (bytes, pieceBytes) => {
        const whole = readLog(name, bytes)
        const breaks = bytes.filter((byte) => byte === 10).length
        const lines = bytes.length > 0 && bytes.at(-1) !== 10 ? breaks + 1 : breaks
        expect(whole.lines).toBe(lines)
        expect(whole.parsed + whole.rejected).toBe(lines)
        for (const [, offset] of whole.rejections) expect(offset === 0 || bytes[offset - 1] === 10).toBe(true)
        expect(readLog(name, bytes, { pieceBytes })).toEqual(whole)
      }),
      { numRuns: 60 }
    )
  })
})

describe.each(Object.entries(patterns))('%s', (name, { record, escape }) => {
  it('any name is one record and that name, never a second one or another person’s (P19)', () => {
    fc.assert(
      fc.property(hostile, (typed) => {
        // Halves of surrogate pairs are no text that could have been typed.
        const text = Buffer.from(typed).toString()
        const log = readLog(name, record.replace('NAME', () => escape(text)).repeat(2))
        // A name of a machine or none at all is nobody's.
        for (const { person } of log.events) expect([text, null]).toContain(person)
        expect(log.events.length).toBeLessThanOrEqual(2)
        expect(log.parsed + log.rejected).toBe(log.lines)
        expect(log.lines).toBe(2 * (record.split('\n').length - 1))
      })
    )
  })
})

describe('lines', () => {
  const split = (bytes: Uint8Array, pieceBytes: number): readonly (readonly [string, number, number])[] => {
    const lines: [string, number, number][] = []
    const splitter = new LineSplitter({
      line: (text, offset) => lines.push([text.slice(0, 9), text.length, offset]),
      tooLong: (text, length, offset) => lines.push([`${text.slice(0, 9)}…`, length, offset])
    })
    for (let start = 0; start < bytes.length; start += pieceBytes) {
      splitter.take(bytes.subarray(start, start + pieceBytes))
    }
    splitter.end(true)
    return lines
  }

  it.each([1000, 65_536, 3_000_000])(
    'keeps the beginning alone of a line that is too long (pieces of %i bytes)',
    (size) => {
      const bytes = Buffer.from(`a\n${'b'.repeat(maximumLineBytes)}\n${'c'.repeat(maximumLineBytes + 1)}\nd`)
      const long = 2 + maximumLineBytes + 1
      expect(split(bytes, size)).toEqual([
        ['a', 1, 0],
        ['bbbbbbbbb', maximumLineBytes, 2],
        ['ccccccccc…', maximumLineBytes + 1, long],
        ['d', 1, long + maximumLineBytes + 2]
      ])
    }
  )
})
