import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSlapd, type SlapdServer } from '../servers/slapd'
import { CommandLine, type ErrorDocument, type PlanDocument } from '../support/commandLine'
import { pupils, rosterOf } from '../support/roster'

const header = 'ID;Nachname;Vorname;Klasse\r\n'

async function refused(cli: CommandLine, content: string | Uint8Array, name = 'roster.csv'): Promise<string> {
  const words = ['accounts', 'plan', '--roster', await cli.write(name, content)]
  const { error } = await cli.ask<ErrorDocument>(words, 1)
  expect(error.message).toMatch(/\p{L}.*\.$/u)
  return error.code
}

describe('a roster that is wrong as a whole, against the demo school', () => {
  let cli: CommandLine
  beforeAll(async () => {
    cli = await CommandLine.create()
    await cli.ask(['setup', 'connect', '--profile', 'demo'])
    await cli.run(['demo', 'roster', cli.file('whole.csv')])
  })
  afterAll(() => cli.remove())

  it('never reads an empty, a truncated or a foreign roster as „all have left“', async () => {
    expect(await refused(cli, header)).toBe('roster.noRows')
    const whole = await readFile(cli.file('whole.csv'))
    expect(await refused(cli, whole.subarray(0, Math.floor(whole.length / 3)))).toBe('plan.rosterTruncated')
    expect(await refused(cli, rosterOf(pupils(900)))).toBe('plan.rosterMatchesNobody')
  })

  it('says which columns there are where a map names another one', async () => {
    const words = ['accounts', 'plan', '--roster', cli.file('whole.csv'), '--map']
    const wrong = await cli.write('map.json', JSON.stringify({ familyName: 'Surname', givenName: 'Vorname' }))
    const { error } = await cli.ask<ErrorDocument>([...words, wrong], 1)
    expect(error.code).toBe('commandLine.columnUnknown')
    expect(error.message).toContain('Nachname')
    const broken = await cli.write('broken.json', '{ "familyName": ')
    expect((await cli.ask<ErrorDocument>([...words, broken], 1)).error.code).toBe(
      'commandLine.fileUnreadable'
    )
    const unknown = [...words.slice(0, -1), '--reading', 'Untis 2020']
    expect((await cli.ask<ErrorDocument>(unknown, 1)).error.code).toBe('commandLine.profileUnknown')
  })
})

describe('rosters of every kind, against an empty directory', () => {
  let server: SlapdServer
  let cli: CommandLine
  beforeAll(async () => {
    server = await startSlapd()
    cli = await CommandLine.create(server.bindPassword)
    await cli.ask([
      ...['setup', 'connect', '--profile', 'openldap', '--url', server.url, '--ca', server.caFile],
      ...['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
    ])
  })
  afterAll(async () => {
    await server.stop()
    await cli.remove()
  })

  async function plan(content: string | Uint8Array, ...words: string[]): Promise<PlanDocument> {
    return cli.ask<PlanDocument>([
      'accounts',
      'plan',
      '--roster',
      await cli.write('roster.csv', content),
      ...words
    ])
  }

  it('names what is wrong with the whole file', async () => {
    expect(await refused(cli, '')).toBe('roster.emptyFile')
    const bytes = Array.from({ length: 4096 }, (_, index) => index % 256)
    expect(await refused(cli, Buffer.from(bytes))).toBe('roster.binaryFile')
    expect(await refused(cli, 'PK\u0003\u0004 no archive at all', 'roster.zip')).toBe('roster.archiveDamaged')
    const absent = await cli.ask<ErrorDocument>(['accounts', 'plan', '--roster', cli.file('absent')], 1)
    expect(absent.error.code).toBe('application.fileNotReadable')
    await mkdir(cli.file('empty'))
    const empty = await cli.ask<ErrorDocument>(['accounts', 'plan', '--roster', cli.file('empty')], 1)
    expect(empty.error.code).toBe('roster.noFile')
  })

  it('lists each row that is wrong with its line and reason and takes over the rest', async () => {
    const rows = [
      'N-1;Gut;Greta;5a',
      'N-2;;Namenlos;5a',
      'N-3;Leer;;5a',
      `N-4;${'Lang'.repeat(50)};Lars;5a`,
      'N-5;Doppelt;Dora;5a',
      'N-5;Anders;Anton;5b',
      'N-6;Null\0;Nora;5a',
      'N-8;Kurz',
      'N-9;Viel;Vera;5a;6a;7a',
      'N-10;Brav;Bruno;5b'
    ]
    const { counts, rejected } = await plan(`${header}${rows.join('\r\n')}\r\n`)
    expect(counts.create).toBe(2)
    expect(rejected.map(({ line, code }) => [line, code])).toEqual([
      [3, 'familyNameMissing'],
      [4, 'givenNameMissing'],
      [5, 'nameTooLong'],
      [6, 'duplicateId'],
      [7, 'duplicateId'],
      [8, 'nameHasControlCharacters'],
      [9, 'tooFewColumns'],
      [10, 'tooManyColumns']
    ])
    for (const { reason } of rejected) expect(reason).toMatch(/^\P{Cc}+\.$/u)
  })

  it('keeps marks that turn the direction of writing out of names and of the answer', async () => {
    const roster = await cli.write('roster.csv', `${header}N-1;\u202Egeheim;Rita;5a\r\nN-2;Gut;Gerd;5a\r\n`)
    const answer = await cli.run(['accounts', 'plan', '--json', '--roster', roster])
    expect(answer.stdout).not.toContain('\u202E')
    const { counts, rejected } = JSON.parse(answer.stdout) as PlanDocument
    expect(counts.create).toBe(1)
    expect(rejected).toMatchObject([{ line: 2, code: 'nameHasControlCharacters' }])
  })

  it('finds the same persons in every encoding', async () => {
    const text = rosterOf(pupils(30).filter(({ familyName }) => !/[Łễ]/.test(familyName)))
    const hashes = new Set<number>()
    const encodings: Record<string, Buffer> = {
      'UTF-8': Buffer.from(text),
      'UTF-8 with BOM': Buffer.from(`\uFEFF${text}`),
      'UTF-16 LE': Buffer.from(`\uFEFF${text}`, 'utf16le'),
      'Windows-1252': Buffer.from(text, 'latin1')
    }
    for (const bytes of Object.values(encodings)) hashes.add((await plan(bytes)).counts.create)
    expect([...hashes]).toEqual([text.trim().split('\n').length - 1])
  })

  it('passes over a line of 10 MB', async () => {
    const { counts, rejected } = await plan(
      `${header}N-1;Gut;Greta;5a\r\nN-2;${'x'.repeat(10_000_000)}\r\nN-3;Fein;Fritz;5a\r\n`
    )
    expect(counts.create).toBe(2)
    expect(rejected).toMatchObject([{ line: 3, code: 'lineTooLong' }])
  })

  it('plans 100,000 rows', async () => {
    const { counts, rejected } = await plan(rosterOf(pupils(100_000)))
    expect(rejected).toEqual([])
    expect(counts.create).toBe(100_000)
  }, 180_000)

  it('takes several files, a folder, a school of several, a map of columns and teachers', async () => {
    await mkdir(cli.file('folder'))
    const [first, second] = [pupils(40).slice(0, 20), pupils(40).slice(20)]
    await writeFile(cli.file('folder/a.csv'), rosterOf(first))
    await writeFile(cli.file('folder/b.csv'), rosterOf(second))
    const folder = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', cli.file('folder')])
    expect(folder.counts.create).toBe(40)
    const files = await cli.ask<PlanDocument>([
      ...['accounts', 'plan', '--roster', cli.file('folder/a.csv'), '--roster', cli.file('folder/b.csv')]
    ])
    expect(files.counts.create).toBe(40)

    await mkdir(cli.file('district'))
    const district = {
      'orgs.csv': 'sourcedId,name,type\na,Schule A,school\nb,Schule B,school\n',
      'users.csv':
        'sourcedId,orgSourcedIds,role,givenName,familyName\nu1,a,student,Mia,Arnold\nu2,b,student,Ben,Bach\n'
    }
    for (const [name, text] of Object.entries(district)) await writeFile(cli.file(`district/${name}`), text)
    const words = ['accounts', 'plan', '--roster', cli.file('district')]
    expect((await cli.ask<ErrorDocument>(words, 1)).error.code).toBe('roster.schoolNotChosen')
    const ours = await cli.ask<PlanDocument>([...words, '--school', 'Schule B'])
    expect(ours.counts.create).toBe(1)

    const map = await cli.write(
      'map.json',
      JSON.stringify({ familyName: 'x2', givenName: 3, schoolId: 'X1' })
    )
    const mapped = await plan(
      'x1,x2,x3\nL-1,Lehmann,Lea\nL-2,Lorenz,Leo\n',
      '--map',
      map,
      '--kind',
      'teacher'
    )
    expect(mapped).toMatchObject({ counts: { create: 2 }, rejected: [] })
  })
})
