import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { rememberIdColumn } from '../../../../src-main/jobs/accounts/documents'
import { localFiles } from '../../../../src-main/world/files/local'
import { type JobAtWork, startJob, valueOf } from '../../support/accountsJob'

async function open(work: JobAtWork, files: Readonly<Record<string, string>>) {
  const paths: string[] = []
  for (const [name, text] of Object.entries(files)) {
    const path = join(work.folder, name)
    valueOf(await localFiles.writePrivately(path, new TextEncoder().encode(text)))
    paths.push(path)
  }
  return valueOf(await work.job.rosters.open(paths, 'export'))
}

describe('an export of several schools', () => {
  const files = {
    'orgs.csv': 'sourcedId,name,type\na,Schule A,school\nb,Schule B,school\n',
    'users.csv':
      'sourcedId,orgSourcedIds,role,givenName,familyName,identifier\nu1,a,student,Mia,Arnold,11\nu2,b,student,Ben,Bach,12\n'
  }

  it('P1: makes no account before a school is chosen, and then only for its persons', async () => {
    const work = await startJob()
    const preview = await open(work, files)
    expect(preview.schools.map(({ name }) => name)).toEqual(['Schule A', 'Schule B'])
    expect(await work.job.rosters.plan(preview.roster, {}, {})).toMatchObject({
      ok: false,
      failure: { code: 'roster.schoolNotChosen', parameters: { schools: 'Schule A, Schule B' } }
    })
    const chosen = { school: 'Schule B' } as const
    expect(valueOf(await work.job.rosters.preview(preview.roster, chosen)).reading.school).toBe('b')
    const planned = valueOf(await work.job.rosters.plan(preview.roster, chosen, {}))
    expect(planned.counts).toMatchObject({ create: 1, leave: 0 })
  })
})

describe('a list that says itself that it is of teachers', () => {
  it('is planned for teachers, with the ids that teachers’ accounts were made from', async () => {
    const work = await startJob()
    await rememberIdColumn(work.store, { kind: 'pupil', format: 'csv', column: 'name' })
    await rememberIdColumn(work.store, { kind: 'teacher', format: 'csv', column: 'id' })
    const preview = await open(work, {
      'lehrer.txt': 'name\tlongName\tforeName\tpnr\tid\nLEO\tLeonhardt\tTimo\tP1\t77\n'
    })
    expect(preview.reading.kind).toBe('teacher')
    expect(preview.entries).toMatchObject([{ kind: 'teacher', schoolId: '77' }])
  })
})

/** Files that are not there before `arrive` is called, as on a slow share. */
function lateFiles(name: string): { arrive: () => void } {
  let arrive = (): void => undefined
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const read = localFiles.read.bind(localFiles)
  const spy = vi.spyOn(localFiles, 'read').mockImplementation(async (file, limit) => {
    if (file.endsWith(name)) await arrived
    return read(file, limit)
  })
  onTestFinished(() => {
    spy.mockRestore()
  })
  return { arrive }
}

function manyRows(familyName: string): string {
  const rows = Array.from({ length: 6000 }, (_, index) => `${String(index)};${familyName};Ida;5a`)
  return `ID;Nachname;Vorname;Klasse\n${rows.join('\n')}\n`
}

async function written(work: JobAtWork, name: string, text: string): Promise<string> {
  const path = join(work.folder, name)
  valueOf(await localFiles.writePrivately(path, new TextEncoder().encode(text)))
  return path
}

const cancelled = { ok: false, failure: { code: 'application.cancelled' } }

describe('a second list that is chosen while one is read', () => {
  it('goes before the first, whose files come later', async () => {
    const work = await startJob()
    const { rosters } = work.job
    const { arrive } = lateFiles('erste.csv')
    const first = rosters.open([await written(work, 'erste.csv', manyRows('Erst'))], 'erste.csv')
    const second = rosters.open([await written(work, 'zweite.csv', manyRows('Zweit'))], 'zweite.csv')
    arrive()
    expect(await first).toMatchObject(cancelled)
    const preview = valueOf(await second)
    expect(preview.entries.every(({ familyName }) => familyName === 'Zweit')).toBe(true)
    expect(valueOf(await rosters.plan(preview.roster, {}, {})).counts.create).toBe(6000)
  })

  it('goes before the first that is in the middle of its rows, and nothing of that is told any more', async () => {
    const work = await startJob()
    const { rosters } = work.job
    const paths = [await written(work, 'erste.csv', manyRows('Erst'))]
    const second = await written(work, 'zweite.csv', 'ID;Nachname;Vorname;Klasse\n1;Zweit;Ida;5a\n')
    const first = rosters.open(paths, 'erste.csv')
    while (!work.told.some(({ payload }) => (payload as { percent: number | null }).percent !== null))
      await setImmediate()
    const preview = valueOf(await rosters.open([second], 'zweite.csv'))
    expect(await first).toMatchObject(cancelled)
    expect(preview.entries).toMatchObject([{ familyName: 'Zweit' }])
    const names = work.told.map(({ payload }) => (payload as { name: string }).name)
    expect(names.slice(names.indexOf('zweite.csv'))).not.toContain('erste.csv')
  })

  it('is given up, too, where the person wants no more while its folder is looked at', async () => {
    const work = await startJob()
    const { rosters, handlers } = work.job
    await written(work, 'liste.csv', manyRows('Weg'))
    const opening = rosters.openFolder(work.folder)
    valueOf(await handlers['rosters.stopReading'](undefined))
    expect(await opening).toMatchObject(cancelled)
  })
})

describe('a list that is being read', () => {
  it('tells how far it is, in percent of its bytes, each percent once', async () => {
    const work = await startJob()
    const path = await written(work, 'liste.csv', manyRows('Wegener-Sonnenschein'))
    valueOf(await work.job.rosters.open([path], 'liste.csv'))
    const percents = work.told
      .filter(({ name }) => name === 'rosters.reading')
      .map(({ payload }) => (payload as { percent: number | null }).percent)
    expect(percents[0]).toBeNull()
    const told = percents.slice(1).map(Number)
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toBe(100)
    expect(told).toEqual([...new Set(told)].sort((one, other) => one - other))
  })

  it('is read once for all who ask the same, and given up for another question', async () => {
    const work = await startJob()
    const rows = Array.from({ length: 4000 }, (_, index) => `${String(index)};Weg;Ida;5a`)
    const { roster } = await open(work, { 'liste.csv': `ID;Nachname;Vorname;Klasse\n${rows.join('\n')}\n` })
    const { rosters } = work.job
    const first = rosters.preview(roster, { separator: ';' })
    const same = rosters.preview(roster, { separator: ';' })
    const other = rosters.preview(roster, { separator: ',' })
    expect((await other).ok).toBe(true)
    expect(await first).toMatchObject({ ok: false, failure: { code: 'application.cancelled' } })
    expect(await same).toEqual(await first)
  })

  it('is given up where the person wants no more, and can be read anew', async () => {
    const work = await startJob()
    const rows = Array.from({ length: 4000 }, (_, index) => `${String(index)};Weg;Ida;5a`)
    const { roster } = await open(work, { 'liste.csv': `ID;Nachname;Vorname;Klasse\n${rows.join('\n')}\n` })
    const { rosters, handlers } = work.job
    const given = rosters.preview(roster, { separator: ';' })
    // Reading begins when settings and remembered columns are there.
    const answers: unknown[] = []
    void given.then((answer) => answers.push(answer))
    while (answers.length === 0) {
      valueOf(await handlers['rosters.stopReading'](undefined))
      await setImmediate()
    }
    expect(await given).toMatchObject({ ok: false, failure: { code: 'application.cancelled' } })
    expect(valueOf(await rosters.preview(roster, { separator: ';' })).counts.accepted).toBe(4000)
  })

  it('is read again for whoever asks for the same right after it was given up', async () => {
    const work = await startJob()
    const { roster } = await open(work, { 'liste.csv': manyRows('Weg') })
    const { rosters, handlers } = work.job
    const before = work.told.length
    const given = rosters.preview(roster, { separator: ';' })
    while (work.told.length === before) await setImmediate()
    valueOf(await handlers['rosters.stopReading'](undefined))
    const again = rosters.preview(roster, { separator: ';' })
    expect(await given).toMatchObject({ ok: false, failure: { code: 'application.cancelled' } })
    expect(await again).toMatchObject({ ok: true })
  })
})
