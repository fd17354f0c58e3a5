import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
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

describe('a list that is being read', () => {
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
})
