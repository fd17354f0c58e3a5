import { describe, expect, it } from 'vitest'
import {
  columnMapDocumentSchema,
  firstReading,
  resolveColumns
} from '../../../../../src-main/jobs/accounts/commandLine/columnMap'

const names = ['ID', ' Nachname ', 'Rufname', 'Klasse']

describe('the document of --map', () => {
  it('names columns by header or by number from 1, alone or with how the file is written', () => {
    const alone = columnMapDocumentSchema.parse({ familyName: 'nachname', givenName: 3, schoolId: 1 })
    expect(resolveColumns(alone, names)).toEqual({
      ok: true,
      value: { familyName: 1, givenName: 2, schoolId: 0 }
    })
    const full = columnMapDocumentSchema.parse({
      columns: { familyName: 2, givenName: 3 },
      separator: ';',
      encoding: 'windows-1252',
      hasHeader: false
    })
    expect(firstReading(full)).toEqual({
      format: 'csv',
      separator: ';',
      encoding: 'windows-1252',
      hasHeader: false
    })
  })

  it('expects a header where a column has a name, and looks for one where all have numbers', () => {
    const named = columnMapDocumentSchema.parse({ familyName: 'Nachname', givenName: 3 })
    expect(firstReading(named).hasHeader).toBe(true)
    const numbered = columnMapDocumentSchema.parse({ familyName: 2, givenName: 3 })
    expect(firstReading(numbered).hasHeader).toBeNull()
  })

  it('refuses columns that are not there and names those that are', () => {
    for (const column of ['Vorname', 5]) {
      expect(resolveColumns(columnMapDocumentSchema.parse({ givenName: column }), names)).toEqual({
        ok: false,
        failure: {
          code: 'commandLine.columnUnknown',
          parameters: { column, columns: 'ID,  Nachname , Rufname, Klasse' }
        }
      })
    }
  })

  it.each([
    [{ surname: 'Nachname' }],
    [{ familyName: 0 }],
    [{ familyName: '' }],
    [[]],
    ['text'],
    [undefined]
  ])('refuses %j', (document) => {
    expect(columnMapDocumentSchema.safeParse(document).success).toBe(false)
  })
})
