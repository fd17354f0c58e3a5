import { describe, expect, it } from 'vitest'
import { readRoster } from '../../../../../src-main/jobs/accounts/roster'
import {
  SpreadsheetThread,
  SpreadsheetTooLarge
} from '../../../../../src-main/jobs/accounts/roster/sources/spreadsheetThread'
import { failureOf, persons, readOk, rejections, sourceOf, today, zipOf } from './rosters'

type Parts = Readonly<Record<string, string>>

function packed(parts: Parts): Uint8Array {
  return zipOf(Object.entries(parts).map(([name, text]) => ({ name, content: Buffer.from(text) })))
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'
/** Formats by their place in `cellXfs`: 0 as it is, 1 a day, 2 `dd/mm/yyyy`, 3 `00000`, 4 text, 5 a day without year. */
const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="49"/><xf numFmtId="16"/></cellXfs></styleSheet>`

/** A workbook as Excel writes it, its sheets as rows of cells. */
function workbook(sheets: Readonly<Record<string, readonly string[]>>, workbookPr = ''): Parts {
  const names = Object.keys(sheets)
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${String(id)}" Type="${officeRelations}/${type}" Target="${target}"/>`
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${packageRelations}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${officeRelations}">${workbookPr}<sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${String(index + 1)}" r:id="rId${String(index + 1)}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${names.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${String(index + 1)}.xml`)).join('')}${relation(90, 'styles', 'styles.xml')}</Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(
      Object.values(sheets).map((rows, index) => [
        `xl/worksheets/sheet${String(index + 1)}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`
      ])
    )
  }
}

/** A row; a cell is a text, or the XML of the cell behind its place. */
function row(number: number, ...cells: readonly (string | { readonly xml: string })[]): string {
  const written = cells.map((cell, column) => {
    const place = `${String.fromCharCode(65 + column)}${String(number)}`
    if (typeof cell === 'string') return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`
    return `<c r="${place}" ${cell.xml}</c>`
  })
  return `<row r="${String(number)}">${written.join('')}</row>`
}
const cell = (xml: string): { readonly xml: string } => ({ xml })
const serial = (style: number, value: string): { readonly xml: string } =>
  cell(`s="${String(style)}"><v>${value}</v>`)

const header = row(1, 'ID', 'Nachname', 'Vorname', 'Geburtsdatum', 'Klasse')

describe('.xlsx', () => {
  it('keeps ids, reads days of every format as days, and names the other sheets', async () => {
    const book = workbook({
      Hinweise: [row(1, 'Stand November 2026')],
      Schüler: [
        header,
        row(2, '0101', 'Großmann', 'Änne', serial(1, '41762'), '5a'),
        row(3, serial(3, '102'), 'Öztürk', 'Deniz', cell('t="d"><v>2011-02-28</v>'), '9b'),
        row(
          5,
          cell('t="str"><f>X1</f><v>0103</v>'),
          'Heide',
          'Clemens',
          serial(2, '40499'),
          serial(5, '46027')
        ),
        row(6, serial(4, '104'), 'Weg;"Ab"', 'Ida', '05.05.2012', '7c'),
        row(7, serial(0, '12345678901234567'), 'Lang', 'Uli', '', '7c'),
        row(8, cell('t="e"><v>#N/A</v>'), 'Fehl', 'Ute', '', '7c')
      ]
    })
    const result = await readOk(sourceOf({ 'liste.xlsx': packed(book) }), { encoding: 'windows-1252' })
    expect(persons(result)).toEqual([
      'Großmann, Änne | 2014-05-03 | 0101 | 5a',
      'Öztürk, Deniz | 2011-02-28 | 00102 | 9b',
      'Heide, Clemens | 2010-11-17 | 0103 | ',
      'Weg;"Ab", Ida | 2012-05-05 | 104 | 7c'
    ])
    expect(rejections(result)).toEqual(['7 idRewritten', '8 idRewritten'])
    expect(result.entries.map(({ line }) => line)).toEqual([2, 3, 5, 6])
    expect(result.notices).toEqual([
      { code: 'sheetsNotRead', parameters: { sheet: 'Schüler', sheets: 'Hinweise' } },
      { code: 'classNotRead', parameters: { count: 1, lines: '5' } }
    ])
  })

  it('counts days from 1904 where the file does', async () => {
    const rows = [header, row(2, '1', 'Bach', 'Mia', serial(1, '40300'), '5a')]
    const book = workbook({ a: rows }, '<workbookPr date1904="1"/>')
    expect(persons(await readOk(sourceOf({ 'liste.xlsx': packed(book) })))).toEqual([
      'Bach, Mia | 2014-05-03 | 1 | 5a'
    ])
  })

  it('is recognised by its columns like every table', async () => {
    const rows = [
      row(1, 'Nachname', 'Vorname', 'Klasse', 'Status', 'Interne ID-Nummer'),
      row(2, 'Bach', 'Mia', '5a', serial(0, '2'), serial(0, '17')),
      row(3, 'Weg', 'Ida', '5a', serial(0, '9'), serial(0, '18'))
    ]
    const result = await readOk(sourceOf({ 'schild.xlsx': packed(workbook({ a: rows })) }))
    expect(result.reading.format).toBe('schild')
    expect(persons(result)).toEqual(['Bach, Mia | - | 17 | 5a'])
  })

  it.each([
    [
      'a formula without a value',
      workbook({ a: [header, row(2, cell('><f>B2</f>'), 'Bach', 'Mia')] }),
      'formulaWithoutValue'
    ],
    ['nothing in it', workbook({ a: [] }), 'emptyFile'],
    ['parts missing', { '[Content_Types].xml': '<Types/>' }, 'spreadsheet'],
    ['a part that fills memory', workbook({ a: [' '.repeat(13 * 1024 * 1024)] }), 'archiveTooLarge']
  ])('is refused with %s', async (_, parts, code) => {
    expect(await failureOf(sourceOf({ 'liste.xlsx': packed(parts) }))).toBe(`roster.${code}`)
  })
})

describe('.ods', () => {
  const text = (value: string): string =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
  const rowOf = (...cells: readonly string[]): string =>
    `<table:table-row>${cells.join('')}</table:table-row>`
  const rest =
    '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
  const names = ['office', 'table', 'text']
    .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
    .join(' ')
  const parts = (...rows: readonly string[]): Parts => ({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'META-INF/manifest.xml': '<manifest/>',
    'styles.xml': `<office:document-styles ${names} office:version="1.2"/>`,
    'content.xml': `<office:document-content ${names} office:version="1.2"><office:body><office:spreadsheet><table:table table:name="Leer">${rest}</table:table><table:table table:name="Schüler">${rows.join('')}${rest}</table:table></office:spreadsheet></office:body></office:document-content>`
  })

  it('keeps ids, reads days as days, and does not count empty rows to the end of the sheet', async () => {
    const day =
      '<table:table-cell office:value-type="date" office:date-value="2014-05-03"><text:p>03.05.14</text:p></table:table-cell>'
    const padded =
      '<table:table-cell office:value-type="float" office:value="102"><text:p>00102</text:p></table:table-cell>'
    const files = parts(
      rowOf(...['ID', 'Nachname', 'Vorname', 'Geburtsdatum', 'Klasse'].map(text)),
      rowOf(text('0101'), text('Gro<text:span>ß</text:span>mann'), text('Änne'), day, text('5a')),
      rowOf(padded, text('Öztürk'), text('Deniz'), text(''), text('9b'))
    )
    const result = await readOk(sourceOf({ 'liste.ods': packed(files) }))
    expect(persons(result)).toEqual([
      'Großmann, Änne | 2014-05-03 | 0101 | 5a',
      'Öztürk, Deniz | - | 00102 | 9b'
    ])
    expect(result.notices).toEqual([])
  })
})

describe('a spreadsheet in its thread', () => {
  const rows = Array.from({ length: 1200 }, (_, index) =>
    row(index + 2, String(index), `Name${'abcdefghij'.charAt(index % 10)}`, 'Kim', '', '5a')
  )
  const large = packed(workbook({ Liste: [header, ...rows] }))

  it('gives all its rows, however many it hands out at once', async () => {
    const { counts } = await readOk(sourceOf({ 'liste.xlsx': large }))
    expect(counts).toMatchObject({ rows: 1200, accepted: 1200 })
  })

  it('is read out of a zip, beside other files; another archive in it is not', async () => {
    const one = packed(workbook({ Liste: [header, row(2, '7', 'Weg', 'Ida', '', '9b')] }))
    const zip = (name: string, content: Uint8Array): Uint8Array => zipOf([{ name, content }])
    expect(persons(await readOk(sourceOf({ 'export.zip': zip('5a/liste.xlsx', one) })))).toEqual([
      'Weg, Ida | - | 7 | 9b'
    ])
    const damaged = zip('liste.xlsx', zip('a.csv', Buffer.from('ID;Name')))
    expect(await failureOf(sourceOf({ 'export.zip': damaged }))).toBe('roster.archiveNested')
  })

  it('ends when the reading is cancelled', async () => {
    const controller = new AbortController()
    const reading = readRoster(sourceOf({ 'liste.xlsx': large }), {}, { today, signal: controller.signal })
    setTimeout(() => {
      controller.abort()
    }, 5)
    expect(await reading).toMatchObject({ ok: false, failure: { code: 'application.cancelled' } })
  })

  it('takes no more memory than it may, and the app goes on', async () => {
    const huge = Array.from({ length: 40_000 }, (_, index) => row(index + 2, String(index), 'Weg', 'Ida'))
    const thread = new SpreadsheetThread(packed(workbook({ Liste: [header, ...huge] })), undefined, 16)
    await expect(thread.sheets()).rejects.toThrow(SpreadsheetTooLarge)
    await expect(thread.next(0)).rejects.toThrow(SpreadsheetTooLarge)
    await thread.close()
  })
})
