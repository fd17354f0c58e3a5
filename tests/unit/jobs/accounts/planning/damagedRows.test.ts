import { describe, expect, it } from 'vitest'
import type { Account } from '../../../../../src-main/contract/accounts'
import type { RosterTrace } from '../../../../../src-main/contract/roster'
import type { Planning } from '../../../../../src-main/jobs/accounts/planning'
import { account, entry, planning, trace, unchangedPupils, type Given } from './school'

const school = unchangedPupils(40)
const cem = account({
  id: 'cem',
  login: 'c.cramer',
  givenName: 'Cem',
  familyName: 'Cramer',
  schoolId: '0102',
  classes: ['6b']
})

/** Forty others stay; Cem's row was not taken over. */
function plan(given: Partial<Given> = {}, accounts: readonly Account[] = [cem]): Promise<Planning> {
  return planning({
    ...given,
    entries: [...(given.entries ?? []), ...school.entries],
    accounts: [...accounts, ...school.accounts]
  })
}

function kept(planned: Planning): string[] {
  return planned.mayBeMeant.map(({ login, why, line }) => `${login} ${why} ${String(line)}`)
}

async function meaning(
  text: string,
  fields: Partial<RosterTrace> = {},
  given: Partial<Given> = {}
): Promise<string[]> {
  const planned = await plan({ ...given, traces: [trace(text, fields)] })
  expect(planned.counts.leave).toBe(planned.mayBeMeant.length === 0 ? 1 : 0)
  return kept(planned)
}

describe('P8: whoever stands in the list, in whatever damaged form, is never a leaver', () => {
  it('leaves who really is not in it', async () => {
    expect(await meaning('Anders;Anna;01.02.2013;7b')).toEqual([])
  })

  it.each([
    ['a birth date that no calendar has', 'Cramer;Cem;31.02.2014;6b', 'birthDateInvalid'],
    ['a short row', 'Cramer;Cem', 'tooFewColumns'],
    ['a row that was cut off within the first name', '"Cramer";"Cem', 'unreadableQuotes'],
    ['a lost quote', '"Cramer;Cem;12.03.2014;6b', 'unreadableQuotes'],
    ['an unknown status', 'Cramer;Cem;12.03.2014;6b;Schulbesuchsjahr', 'statusNotCurrent'],
    ['columns that have moved', ';;6b;Cramer;;Cem', 'tooManyColumns'],
    ['other letters of the same name', 'CRAMER;Çem;6b', 'kindUnknown']
  ] as const)('keeps the account that %s may mean', async (_, text, code) => {
    expect(await meaning(text, { code })).toEqual(['c.cramer name 9'])
  })

  it.each([
    ['1,02E+02', 'a number that a spreadsheet has rounded'],
    ['01 02', 'a number with a blank in it'],
    ['102', 'a number that lost its zero'],
    ["'0102", 'a number behind an apostrophe'],
    ['102.0', 'a number with decimals']
  ])('finds the account by %s, %s', async (id) => {
    expect(await meaning(`Kramer;Jem;;6b;${id}`, { code: 'idInvalid' })).toEqual(['c.cramer id 9'])
  })

  it('finds the account in each reading of a row whose letters are wrong', async () => {
    const mueller = account({ login: 'j.mueller', givenName: 'Jörg', familyName: 'Müller', schoolId: '7' })
    const search = async (texts: readonly string[]): Promise<string[]> =>
      kept(await plan({ traces: [trace('', { texts, code: 'unreadableCharacters' })] }, [mueller]))
    expect(await search(['MÃ¼ller;JÃ¶rg', 'Müller;Jörg'])).toEqual(['j.mueller name 9'])
    expect(await search(['M\uFFFDller;J\uFFFDrg;8c'])).toEqual(['j.mueller name 9'])
    expect(await search(['M\uFFFDser;J\uFFFDns;8c'])).toEqual([])
  })

  it('takes a part of the name where the class or the birth date fits', async () => {
    expect(await meaning(';Cem;;6b', { code: 'familyNameMissing' })).toEqual(['c.cramer name 9'])
    expect(await meaning(';Cem;;5a', { code: 'familyNameMissing' })).toEqual(['c.cramer name 9'])
    expect(await meaning(';Cem;Xaver;5a', { code: 'familyNameMissing' })).toEqual([])
    const birthDates = new Map([['cem', '2014-03-12']])
    const born = { code: 'familyNameMissing' } as const
    expect(await meaning(';;12.03.2014;6b', born, { birthDates })).toEqual(['c.cramer birthDate 9'])
  })

  it('keeps both who may be meant by a number that was typed twice', async () => {
    const dora = account({ login: 'd.dorn', givenName: 'Dora', familyName: 'Dorn', schoolId: '0103' })
    const code = 'duplicateId'
    const traces = [
      trace('Cramer;Cem;0102', { code, schoolId: '0102', line: 2 }),
      trace('Dorn;Dora;0102', { code, schoolId: '0102', line: 3 })
    ]
    const planned = await plan({ traces, rejectedIds: ['0102'] }, [cem, dora])
    expect(planned.counts.leave).toBe(0)
    expect(kept(planned)).toEqual(['c.cramer id 2', 'd.dorn name 3'])
  })

  it('keeps the class of a file that holds only its header', async () => {
    const others = {
      entries: [entry({ schoolId: '5', givenName: 'Otto', familyName: 'Ohm', classes: ['6b'] })]
    }
    expect(await silent(['6b.csv'], others)).toEqual(['c.cramer silentFile 0'])
    expect(await silent(['Klasse 6B Stand November.csv'], others)).toEqual(['c.cramer silentFile 0'])
    // Nothing in its name says which class it is about: it may be any that the others do not know.
    expect(await silent(['liste3.csv'])).toEqual(['c.cramer silentFile 0'])
    expect(await silent(['liste3.csv'], others)).toEqual([])
  })

  async function silent(silentFiles: readonly string[], given: Partial<Given> = {}): Promise<string[]> {
    return kept(await plan({ ...given, silentFiles }))
  }

  it('does not keep whom the roster itself names as leaving', async () => {
    const gone = entry({ schoolId: '0102', givenName: 'Cem', familyName: 'Cramer', leavesOn: '2026-08-01' })
    const planned = await plan({ entries: [gone], traces: [trace('Cramer;Cem')] })
    expect(planned.counts.leave).toBe(1)
  })

  it('asks about one leaver whose name stands in the list', async () => {
    const namesake = entry({
      ...{ schoolId: '0777', givenName: 'Cem', familyName: 'Cramer', birthDate: '2016-01-01' }
    })
    const planned = await plan({ entries: [namesake], birthDates: new Map([['cem', '2014-03-12']]) })
    expect(planned.counts).toMatchObject({ create: 1, leave: 1 })
    expect(planned.guard).toEqual({ leavers: 1, governed: 41 })
    expect((await plan()).guard).toBeNull()
  })
})
