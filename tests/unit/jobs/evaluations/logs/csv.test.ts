import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CsvMapping } from '../../../../../src-main/contract/logMappings'
import { askedFormat } from '../../../../../src-main/jobs/evaluations/logs'
import { codeOf } from '../../../support/sanctionsSchool'
import { personsOf, readLog } from '../../../support/readLog'

const nowhere = {
  ...{ person: null, address: null, device: null, act: null, url: null },
  ...{ bytes: null, path: null, status: null }
}
const table: CsvMapping = {
  ...{ format: 'csv', delimiter: ';', header: true, time: '%d.%m.%Y %H:%M:%S' },
  columns: { ...nowhere, time: 'Zeit', person: 'Benutzer', address: 'IP', act: 'Vorgang' },
  acts: [
    { word: 'Anmeldung', act: 'signIn' },
    { word: 'abgelehnt', act: 'signInRefused' }
  ],
  otherwise: null
}
const header = 'Zeit;IP;Benutzer;Vorgang;Bemerkung\n'

describe('a table of the school’s own', () => {
  it('reads rows by the names of their columns; every name is a claim (P19)', () => {
    const log = readLog(
      table,
      `\ufeff${header}29.11.2026 08:00:00;10.1.2.3;anna;ANMELDUNG;\n29.11.2026 08:00:01;10.1.2.4;-;abgelehnt;x\n29.11.2026 08:00:02;;otto;Pause;"zwei\nZeilen; und ""mehr"""\n`
    )
    expect(personsOf(log)).toEqual(['anna: claimed', '-: address'])
    expect(log.events.map(({ act }) => act)).toEqual(['signIn', 'signInRefused'])
    expect(log.events[0]).toMatchObject({
      ...{ time: Date.UTC(2026, 10, 29, 8), address: '10.1.2.3' },
      timing: { zone: 'unknown', year: 'written', edge: 'moment' }
    })
    // The row that says nothing about anybody, and the names of the columns.
    expect(log).toMatchObject({ lines: 4, parsed: 4, rejected: 0 })
  })

  it('each file has a header of its own, whose columns may stand in another order', () => {
    const other = 'Vorgang;Benutzer;Zeit;IP\nAnmeldung;lena;29.11.2026 09:00:00;10.1.2.5\n'
    expect(
      personsOf(readLog(table, [`${header}29.11.2026 08:00:00;10.1.2.3;anna;Anmeldung;\n`, other]))
    ).toEqual(['anna: claimed', 'lena: claimed'])
  })

  it('without a header columns are numbers; all rows are of one act, with what else they say', () => {
    const log = readLog(
      {
        ...table,
        ...{ delimiter: ',', header: false, time: 'seconds', acts: [], otherwise: 'webRequest' },
        columns: { ...nowhere, time: '1', person: '2', device: '3', url: '4', bytes: '5', status: '6' }
      },
      '1795928530.250,anna,02-00-00-AA-BB-01,http://a/,700,200\n'
    )
    expect(log.events[0]).toMatchObject({
      ...{ act: 'webRequest', person: 'anna', device: '02:00:00:aa:bb:01', time: 1_795_928_530_250 },
      details: { url: 'http://a/', bytes: 700, status: 200 }
    })
  })

  it('rows with other columns, times or quotation marks are rejected with their place', () => {
    const rows = ['29.11.2026 08:00:00;a;b;Anmeldung', 'gestern;a;b;Anmeldung;', 'x"y;a;b;c;d']
    const log = readLog(table, `${header}${rows.join('\n')}"\n`)
    expect(log.rejections).toEqual([
      ['columns', header.length, 1],
      ['timeUnreadable', header.length + (rows[0] ?? '').length + 1, 1],
      ['malformed', header.length + (rows[0] ?? '').length + (rows[1] ?? '').length + 2, 1]
    ])
  })

  it('a first line that lacks a column is no header, and no row is guessed', () => {
    const log = readLog(table, 'Zeit;IP;Name;Vorgang\n29.11.2026 08:00:00;a;anna;Anmeldung\n')
    expect(log.events).toEqual([])
    expect(log.rejections[0]).toEqual(['columns', 0, 1])
    expect(readLog(table, 'Zeit;IP;Benutzer;Benutzer;Vorgang\n').rejections[0]?.[0]).toBe('columns')
  })

  it.each<[string, Partial<CsvMapping>, string]>([
    ['a time without a day', { time: '%H:%M' }, 'logs.csvTimeWrong'],
    ['a year of two digits', { time: '%d.%m.%y %H:%M:%S' }, 'logs.csvTimeWrong'],
    ['names without a header', { header: false }, 'logs.csvColumnWrong'],
    ['one column twice', { columns: { ...table.columns, device: 'IP' } }, 'logs.csvColumnWrong']
  ])('refuses %s', (_, wrong, code) => {
    expect(codeOf(askedFormat({ format: 'csv', mapping: { ...table, ...wrong } }))).toBe(code)
  })

  it('whatever a cell holds, between quotation marks it is one name and one row (P19)', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 70 }),
        (typed, pieceBytes) => {
          const name = Buffer.from(typed).toString()
          const row = `29.11.2026 08:00:00;10.1.2.3;"${name.replaceAll('"', '""')}";Anmeldung;\n`
          const log = readLog(table, header + row.repeat(2), { pieceBytes })
          expect(log).toMatchObject({ lines: 3, parsed: 3 })
          for (const { person } of log.events) expect([name.trim(), null]).toContain(person)
        }
      )
    )
  })

  it('any bytes are accounted for, wherever the pieces are cut', () => {
    const part = fc.oneof(
      fc.uint8Array({ maxLength: 30 }),
      fc
        .constantFrom(header, '29.11.2026 08:00:00;a;b;Anmeldung;\n', '"', ';', '\n')
        .map((text) => Buffer.from(text))
    )
    fc.assert(
      fc.property(fc.array(part), fc.integer({ min: 1, max: 70 }), (parts, pieceBytes) => {
        const bytes = Buffer.concat(parts)
        const whole = readLog(table, bytes)
        expect(whole.parsed + whole.rejected).toBe(whole.lines)
        expect(readLog(table, bytes, { pieceBytes })).toEqual(whole)
      })
    )
  })
})
