import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSlipTable, writeSlipRows } from '../../../../../src-main/jobs/accounts/slips/csv'
import type { Slip } from '../../../../../src-main/jobs/accounts/slips'
import { localFiles } from '../../../../../src-main/world/files/local'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-slips-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

function slip(login: string, password: string, schoolClass = '7b'): Slip {
  return { givenName: 'Änne', familyName: 'Groß; "die"', schoolClass, login, password }
}

async function rowsOf(content: Uint8Array | string): Promise<readonly (readonly string[])[] | string> {
  await writeFile(join(folder, 'slips.csv'), content)
  const rows = await readSlipTable(localFiles, join(folder, 'slips.csv'))
  return rows.ok ? rows.value.rows : rows.failure.code
}

describe('the file of slips', () => {
  it('reads back what it wrote, by class and name', async () => {
    const bytes = writeSlipRows(
      [],
      [slip('z', 'pass-2', '10a'), slip('b', 'pass;"1', '9b'), slip('a', 'pass', '9b')]
    )
    expect(await rowsOf(bytes)).toEqual([
      ['Änne Groß; "die"', '9b', 'b', 'pass;"1'],
      ['Änne Groß; "die"', '9b', 'a', 'pass'],
      ['Änne Groß; "die"', '10a', 'z', 'pass-2']
    ])
  })

  it('keeps former slips and replaces the one of a login that has a new password', async () => {
    const former = await rowsOf(writeSlipRows([], [slip('a', 'old'), slip('b', 'kept')]))
    const bytes = writeSlipRows(former as string[][], [slip('a', 'new')])
    const rows = (await rowsOf(bytes)) as string[][]
    expect(rows.map(([, , login, password]) => [login, password]).sort()).toEqual([
      ['a', 'new'],
      ['b', 'kept']
    ])
  })

  it('finds none where there is no file', async () => {
    expect(await readSlipTable(localFiles, join(folder, 'absent.csv'))).toEqual({
      ok: true,
      value: { rows: [], bytes: null }
    })
  })

  it.each(['', 'name;class\r\n', 'something else', 'name;class;login;password\r\na;b\r\n', '"open\r\nquote'])(
    'takes %j for somebody else’s file',
    async (content) => {
      expect(await rowsOf(content)).toBe('accounts.slipsFileForeign')
    }
  )
})
