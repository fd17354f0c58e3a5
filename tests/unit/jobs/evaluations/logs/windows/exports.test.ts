import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogEvent } from '../../../../../../src-main/jobs/evaluations/logs/events'
import { maximumLineBytes } from '../../../../../../src-main/jobs/evaluations/logs/lines'
import { recognise } from '../../../../../../src-main/jobs/evaluations/logs/recognition'
import { evtxFile } from '../../../../support/evtxFile'
import { readLog, type ReadLog } from '../../../../support/readLog'
import { inTurn, windowsEvents as windows } from '../../../../support/windowsEvents'
import {
  asColumns,
  asNxlog,
  asPowerShellJson,
  asWinlogbeat,
  asXml,
  asXmlInJson
} from '../../../../support/windowsExports'

const events = inTurn(
  Object.values(windows)
    .map((make) => make())
    .filter(({ id }) => id !== 4608)
)
/** What the log itself gives; places in the file are other ones. */
const wanted = placeless(readLog('evtx', evtxFile(events)))

function placeless(log: ReadLog): readonly LogEvent[] {
  return log.events.map((event) => ({ ...event, offset: 0 }))
}

const list = events.map(asPowerShellJson)
const exports: Readonly<Record<string, readonly [format: string, text: string]>> = {
  wevtutil: ['windows-xml', events.map(asXml).join('\r\n')],
  'Event Viewer, XML': [
    'windows-xml',
    `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\r\n<Events>${events.map(asXml).join('')}</Events>`
  ],
  ConvertTo: ['windows-json', `[\r\n${list.map((one) => `    ${one}`).join(',\r\n')}\r\n]\r\n`],
  'ConvertTo, spread over lines': [
    'windows-json',
    JSON.stringify(
      list.map((one): unknown => JSON.parse(one)),
      null,
      4
    )
  ],
  Winlogbeat: ['windows-json', `${events.map(asWinlogbeat).join('\n')}\n`],
  NXLog: ['windows-json', `${events.map(asNxlog).join('\n')}\n`],
  'XML in JSON': ['windows-json', events.map(asXmlInJson).join('\n')],
  columns: ['windows-csv', asColumns(events)]
}

describe.each(Object.entries(exports))('%s', (_, [format, text]) => {
  const rows = format === 'windows-csv' ? events.length + 1 : events.length

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16', Buffer.from(text, 'utf16le')]
  ])('tells the same as the log itself, in %s (P7, P22)', (_encoding, bytes) => {
    const log = readLog(format, bytes, { pieceBytes: 301 })
    expect(log).toMatchObject({ lines: rows, parsed: rows, rejected: 0 })
    expect(placeless(log)).toEqual(wanted)
    expect(recognise(bytes, 0)).toMatchObject({ format: { name: format }, certainty: 1 })
  })

  it('accounts for everything, wherever pieces are cut and whatever bytes are changed', () => {
    const sound = Buffer.from(text)
    const change = fc.tuple(
      fc.integer({ min: 0, max: sound.length - 1 }),
      fc.constantFrom(...Buffer.from('<>"\'{}[]\\,\n/ 0&\0ÿ')),
      fc.integer({ min: 1, max: 4 })
    )
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 6 }),
        fc.integer({ min: 1, max: 900 }),
        (changes, pieceBytes) => {
          const bytes = Buffer.from(sound)
          for (const [at, byte, length] of changes) bytes.fill(byte, at, Math.min(bytes.length, at + length))
          const log = readLog(format, bytes)
          expect(log.parsed + log.rejected).toBe(log.lines)
          expect(readLog(format, bytes, { pieceBytes })).toEqual(log)
        }
      ),
      { numRuns: 40 }
    )
  })
})

describe.each(['windows-xml', 'windows-json', 'windows-csv'])('%s', (format) => {
  it('accounts for any bytes', () => {
    const words = fc.constantFrom(
      '<Event ',
      '<Event>',
      '</Event>',
      '{',
      '}',
      '"',
      '\\',
      '\n',
      'Id,TimeCreated\n',
      'ü'
    )
    const bytes = fc
      .array(
        fc.oneof(
          fc.uint8Array({ maxLength: 9 }),
          words.map((word) => Buffer.from(word))
        ),
        { maxLength: 20 }
      )
      .map((parts) => Buffer.concat(parts))
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 9 }), (all, pieceBytes) => {
        const log = readLog(format, all)
        expect(log.parsed + log.rejected).toBe(log.lines)
        for (const [, offset] of log.rejections) expect(offset).toBeLessThanOrEqual(all.length)
        expect(readLog(format, all, { pieceBytes })).toEqual(log)
      })
    )
  })
})

describe('names in exports are names (P19)', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '<',
          '>',
          '</Data>',
          '</Event>',
          '<Event>',
          '&lt;',
          '"',
          '""',
          '\\',
          '{',
          '}',
          ',',
          ';'
        ),
        fc.constantFrom('\n', '\r\n', '\t', 'Account Name:\t\tlena', 'New Logon:\n', 'ü', "'", 'lena')
      ),
      { minLength: 1, maxLength: 8 }
    )
    .map((parts) => `a${parts.join('')}z`)

  it.each([
    ['windows-xml', (all: Parameters<typeof asColumns>[0]) => all.map(asXml).join('\n')],
    ['windows-json', (all: Parameters<typeof asColumns>[0]) => all.map(asNxlog).join('\n')],
    ['windows-csv', asColumns]
  ])('%s', (format, write) => {
    fc.assert(
      fc.property(hostile, (typed) => {
        const name = format === 'windows-xml' ? typed.replaceAll('\r', '') : typed
        const log = readLog(
          format,
          write(inTurn([windows.refused({ TargetUserName: name }), windows.signIn()]))
        )
        expect(log.events.map(({ person }) => person)).toEqual([`SCHULE\\${name}`, String.raw`SCHULE\anna`])
      })
    )
  })
})

describe('exports that have the data only in a text', () => {
  const message = (name: string): string =>
    `An account was successfully logged on.\r\n\r\nSubject:\r\n\tSecurity ID:\t\tSYSTEM\r\n\tAccount Name:\t\tPC01$\r\n\tAccount Domain:\t\tSCHULE\r\n\tLogon ID:\t\t0x3E7\r\n\r\nLogon Information:\r\n\tLogon Type:\t\t2\r\n\r\nNew Logon:\r\n\tSecurity ID:\t\tSCHULE\\anna\r\n\tAccount Name:\t\t${name}\r\n\tAccount Domain:\t\tSCHULE\r\n\tLogon ID:\t\t0x1F4A2\r\n\r\nNetwork Information:\r\n\tWorkstation Name:\tPC01\r\n\tSource Network Address:\t127.0.0.1\r\n\r\nThis event is generated when a logon session is created.`
  const refused =
    'Fehler beim Anmelden eines Kontos.\r\n\r\nAntragsteller:\r\n\tSicherheits-ID:\t\tNULL SID\r\n\tKontoname:\t\t-\r\n\tKontodomäne:\t\t-\r\n\tAnmelde-ID:\t\t0x0\r\n\r\nAnmeldetyp:\t\t\t3\r\n\r\nKonto, für das die Anmeldung fehlgeschlagen ist:\r\n\tSicherheits-ID:\t\tNULL SID\r\n\tKontoname:\t\tjürgen\r\n\tKontodomäne:\t\tSCHULE\r\n\r\nFehlerinformationen:\r\n\tFehlerursache:\t\tUnbekannter Benutzername oder ungültiges Kennwort.\r\n\tStatus:\t\t\t0xC000006D\r\n\tUnterstatus::\t\t0xC000006A\r\n\r\nNetzwerkinformationen:\r\n\tArbeitsstationsname:\tLAPTOP-7\r\n\tQuellnetzwerkadresse:\t10.1.2.3\r\n\tQuellport:\t\t49833'

  it('are read in English and German, times as of a zone that nobody knows', () => {
    const csv =
      'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie\r\n' +
      `Informationen,25.11.2026 08:00:00,Microsoft-Windows-Security-Auditing,4625,Anmelden,"${refused}"\r\n`
    expect(readLog('windows-csv', csv).events).toMatchObject([
      {
        ...{
          act: 'signInRefused',
          person: String.raw`SCHULE\jürgen`,
          surety: 'claimed',
          address: '10.1.2.3'
        },
        ...{ time: Date.UTC(2026, 10, 25, 8), timing: { zone: 'unknown', year: 'written' }, device: null },
        details: { status: '0xc000006a', workstation: 'LAPTOP-7', host: '', session: '' }
      }
    ])
    const exported = `#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n"Message","Id","ProviderName","LogName","MachineName","TimeCreated"\r\n"${message('anna')}","4624","Microsoft-Windows-Security-Auditing","Security","PC01.schule.example","11/25/2026 8:00:00 PM"\r\n`
    const log = readLog('windows-csv', exported)
    expect(log).toMatchObject({ lines: 3, parsed: 3 })
    expect(log.events).toMatchObject([
      {
        ...{ person: String.raw`SCHULE\anna`, surety: 'proved', device: 'PC01.schule.example' },
        ...{ time: Date.UTC(2026, 10, 25, 20), address: null, details: { logonType: 2 } }
      }
    ])
  })

  const row = (time: string, id: number, text: string): string =>
    `Level,Date and Time,Source,Event ID,Task Category\r\nInformation,${time},Microsoft-Windows-Security-Auditing,${id},Logon,"${text}"\r\n`

  it.each([
    [
      'a name with a line break that imitates a field',
      'ambiguous',
      row('11/25/2026 8:00:00 AM', 4624, message('x\r\n\tAccount Name:\t\tlena'))
    ],
    [
      'a date of which nobody knows what the month is',
      'timeUnreadable',
      row('02/03/2026 08:00:00', 4624, message('anna'))
    ],
    [
      'words of another language',
      'valueLeftOut',
      row('11/25/2026 8:00:00 AM', 4624, "L'ouverture de session d'un compte s'est correctement déroulée.")
    ],
    ['a row with too many columns', 'columns', row('11/25/2026 8:00:00 AM', 4624, 'a","b","c')]
  ])('%s is rejected', (_, reason, csv) => {
    const log = readLog('windows-csv', csv)
    expect(log.rejections.map(([why]) => why)).toEqual([reason])
    expect(log.events).toEqual([])
  })

  it('PowerShell’s objects that were cut at their depth have the text alone', () => {
    const object = {
      ...{
        Id: 4624,
        ProviderName: 'Microsoft-Windows-Security-Auditing',
        MachineName: 'PC01.schule.example'
      },
      ...{ TimeCreated: { value: '/Date(1795590000000)/', DateTime: '…' }, LogName: 'Security' },
      Properties: ['System.Diagnostics.Eventing.Reader.EventProperty']
    }
    const log = readLog(
      'windows-json',
      JSON.stringify([
        { ...object, Message: message('anna') },
        { ...object, Message: null }
      ])
    )
    expect(log.events).toMatchObject([{ person: String.raw`SCHULE\anna`, time: 1_795_590_000_000 }])
    expect(log.rejections.map(([reason]) => reason)).toEqual(['valueLeftOut'])
  })
})

describe('what somebody has made very long', () => {
  it('takes a time in proportion to its length', () => {
    const rest = inTurn([windows.refused({ LogonType: 3, IpAddress: `${':'.repeat(300_000)}z` })])
    const spaces = ' '.repeat(200_000)
    const texts = [
      asXml(rest[0]!),
      asNxlog(rest[0]!),
      `Level,Date and Time,Source,Event ID\r\nx,25.11.2026 08:00:00,Microsoft-Windows-Security-Auditing,4624,"${spaces}x${spaces}\n:x${spaces}x"\r\n`
    ]
    const begun = performance.now()
    const logs = texts.map((text, index) =>
      readLog(['windows-xml', 'windows-json', 'windows-csv'][index] ?? '', text)
    )
    expect(performance.now() - begun).toBeLessThan(3_000)
    expect(logs.map(({ parsed, rejected }) => [parsed, rejected])).toEqual([
      [1, 0],
      [1, 0],
      [1, 1]
    ])
  })
})

describe('records that are too long', () => {
  const long = 'x'.repeat(maximumLineBytes)

  it.each([
    ['windows-xml', `<Event>${long}</Event>${asXml(events[0]!)}`],
    ['windows-json', `{"a":"${long}"}\n${asNxlog(events[0]!)}\n`],
    ['windows-csv', `${asColumns([events[0]!])}"${long}"\r\n${asColumns([events[1]!]).split('\r\n')[1]}\r\n`]
  ])('%s: are counted, and what follows is read', (format, text) => {
    const log = readLog(format, text)
    expect(log.rejections.map(([reason]) => reason)).toContain('tooLong')
    expect(log.events.length).toBeGreaterThan(0)
    expect(log.parsed + log.rejected).toBe(log.lines)
  })

  it.each([
    ['windows-xml', asXml(events[0]!).slice(0, -3)],
    ['windows-json', asNxlog(events[0]!).slice(0, -1)],
    ['windows-csv', asColumns([events[0]!]).slice(0, -2)]
  ])('%s: one that has no end is cut off', (format, text) => {
    expect(readLog(format, text)).toMatchObject({
      events: [],
      rejections: [['cutOff', expect.any(Number), 1]]
    })
  })
})
