import { describe, expect, it } from 'vitest'
import { readRoster } from '../../../../../src-main/jobs/accounts/roster'
import { failureOf, persons, readOk, sourceOf, today, zipOf } from './rosters'

const pupil = (id: string, family: string, given: string): string =>
  `<schuelerin><lokales_differenzierungsmerkmal>${id}</lokales_differenzierungsmerkmal><familienname>${family}</familienname><rufname>${given}</rufname></schuelerin>`
const school = (year: string, ...pupils: readonly string[]): string =>
  `<schule><schulnummer>0999</schulnummer><schuljahr>${year}</schuljahr><klassen><klasse><klassenname>5a</klassenname><klassengruppen><klassengruppe><schuelerliste>${pupils.join('')}</schuelerliste></klassengruppe></klassengruppen></klasse></klassen></schule>`
const asv = (body: string, prolog = '<?xml version="1.0" encoding="UTF-8"?>'): string =>
  `${prolog}<asv_export xmlns="http://www.asv.bayern.de/import"><schulen>${body}</schulen></asv_export>`

describe('ASV in XML', () => {
  const good = asv(
    school('2026/27', pupil('1', 'M&amp;ller', 'Mia'), pupil('2', '', 'Ben'), pupil('3', 'Groß', 'Ida'))
  )

  it('is read though it is one line, in the encoding that it names, and out of a zip', async () => {
    const expected = ['M&ller, Mia | - | 1 | 5a', 'Groß, Ida | - | 3 | 5a']
    const latin = good.replace('UTF-8', 'ISO-8859-1')
    for (const source of [
      sourceOf({ 'export.xml': good }),
      sourceOf({ 'export.xml': latin }, 'windows-1252'),
      sourceOf({ 'export.xml': `\uFEFF${good}` }, 'utf-16le'),
      sourceOf({ 'asv.zip': zipOf([{ name: 'export.xml', content: Buffer.from(good) }]) })
    ]) {
      const result = await readOk(source, { encoding: 'windows-1252', separator: ',' })
      expect(persons(result)).toEqual(expected)
      expect(result.rejected.map(({ line, code }) => [line, code])).toEqual([[3, 'familyNameMissing']])
    }
  })

  it('tells half of its bytes when it is made into a table, and the rest when that is read', async () => {
    const pupils = Array.from({ length: 3000 }, (_, index) => pupil(String(index), 'Weg', 'Ida'))
    const told: number[] = []
    const onProgress = (percent: number): void => void told.push(percent)
    const source = sourceOf({ 'export.xml': asv(school('2026/27', ...pupils)) })
    const read = await readRoster(source, {}, { today, onProgress })
    expect(read.ok && read.value.counts.accepted).toBe(3000)
    expect(told).toContain(50)
    expect(told.filter((percent) => percent < 50).length).toBeGreaterThan(3)
    expect(told.at(-1)).toBe(100)
    expect(told).toEqual([...new Set(told)].sort((one, other) => one - other))
  })

  it.each([
    ['cut off', good.slice(0, -20)],
    ['of another program', '<?xml version="1.0"?><html><body/></html>'],
    ['with a document type', good.replace('<asv_export', '<!DOCTYPE x [<!ENTITY e "e">]><asv_export')],
    ['with an unknown entity', good.replace('M&amp;', 'M&e;')],
    ['nested without an end', asv('<a>'.repeat(100_000))],
    ['with a control', good.replace('Mia', 'M\u0001a')]
  ])('is refused as a whole when it is %s', async (_, text) => {
    expect(await failureOf(sourceOf({ 'export.xml': text }))).toBe('roster.xmlUnreadable')
  })

  it('P1: with several schools or years asks for one, whose persons alone are then read', async () => {
    const years = [
      school('2025/26', pupil('1', 'Bach', 'Mia')),
      school('2026/27', pupil('1', 'Bach', 'Mia'), pupil('2', 'Weg', 'Ida')),
      school('2026/27', pupil('7', 'Groß', 'Ben')).replace('0999', '0111')
    ]
    const source = sourceOf({ 'export.xml': asv(years.join('')) })
    const all = await readOk(source)
    expect(all.schools.map(({ id }) => id)).toEqual(['0999 2025/26', '0999 2026/27', '0111 2026/27'])
    expect(all.reading.school).toBeNull()
    expect(all.notices[0]?.code).toBe('severalSchools')
    const chosen = await readOk(source, { school: '0999 2026/27' })
    expect(persons(chosen)).toEqual(['Bach, Mia | - | 1 | 5a', 'Weg, Ida | - | 2 | 5a'])
    expect(chosen.reading.school).toBe('0999 2026/27')
    expect(chosen.notices).toContainEqual({ code: 'otherSchools', parameters: { count: 2 } })
    expect(persons(await readOk(source, { school: '0111' }))).toEqual(['Groß, Ben | - | 7 | 5a'])
    for (const unknown of ['0999', '0815'])
      expect(await failureOf(source, { school: unknown })).toBe('roster.schoolUnknown')
  })
})

describe('LDIF', () => {
  const person = (uid: string, ...more: readonly string[]): string =>
    [
      `dn: uid=${uid},dc=x`,
      'objectClass: inetOrgPerson',
      'sn: Bach',
      `givenName: ${uid}`,
      ...more,
      '',
      ''
    ].join('\n')

  it('keeps no password and follows no reference', async () => {
    const text = `${person('mia', 'userPassword: geheim', 'unicodePwd:: Z2VoZWlt')}${person('ben', 'jpegPhoto:< file:///etc/passwd', 'employeeNumber: 7')}`
    const result = await readOk(sourceOf({ 'export.ldif': text }))
    expect(persons(result)).toEqual(['Bach, mia | - | - | ', 'Bach, ben | - | 7 | '])
    expect(JSON.stringify(result)).not.toMatch(/geheim|Z2Vo|root:/u)
    expect(result.notices.at(-1)?.parameters['columns']).toContain('jpegPhoto')
  })

  it('counts entries that are no persons, and ends where ldapsearch says so', async () => {
    const others =
      'dn: cn=g,dc=x\nobjectClass: posixGroup\ncn: g\n\ndn: cn=pc,dc=x\nobjectClass: person\nobjectClass: computer\nsn: PC\n\n'
    const text = `${others}${person('mia')}# search result\nsearch: 2\nresult: 0 Success\n\n# numResponses: 4\n`
    const result = await readOk(sourceOf({ 'export.txt': text }))
    expect(result.counts.rows).toBe(1)
    expect(result.notices).toContainEqual({ code: 'notPersons', parameters: { count: 2 } })
  })

  it.each([
    ['changes', `${person('mia')}dn: uid=ben,dc=x\nchangetype: delete\n`, 'roster.changesOnly'],
    ['a line that is none', `${person('mia')}dn: uid=ben,dc=x\nsn Bach\n`, 'roster.ldifDamaged'],
    ['attributes of nobody', `${person('mia')}sn: Bach\n`, 'roster.ldifDamaged'],
    ['nobody', 'version: 1\n\ndn: dc=x\nobjectClass: domain\n', 'roster.columnMissing']
  ])('is refused with %s', async (_, text, code) => {
    expect(await failureOf(sourceOf({ 'export.ldif': text }), { format: 'ldif' })).toBe(code)
  })
})
