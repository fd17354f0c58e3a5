import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { containersWithGroups, ldapWhoAmI, startSlapd, type SlapdServer } from '../servers/slapd'
import {
  CommandLine,
  readSlips,
  type AccountDocument,
  type ErrorDocument,
  type PlanDocument,
  type RunDocument
} from '../support/commandLine'
import { pupils, rosterOf } from '../support/roster'

const school = pupils(60)
const head = 'ID;Nachname;Vorname;Geburtsdatum;Klasse;Benutzername'

/** `accounts add --json` */
interface AddDocument {
  readonly plan: string | null
  readonly deed: string
  readonly login: string | null
  readonly newClass: string | null
  readonly differences: readonly { what: string; from: string; to: string }[]
  readonly problems: readonly { field: string; code: string; reason: string }[]
}

let server: SlapdServer
let cli: CommandLine

beforeAll(async () => {
  server = await startSlapd({ entries: containersWithGroups(['Chor']) })
  cli = await CommandLine.create(server.bindPassword)
  await cli.ask([
    ...['setup', 'connect', '--profile', 'openldap', '--url', server.url, '--ca', server.caFile],
    ...['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
  ])
  await writeFile(cli.file('whole.csv'), rosterOf(school))
  const { plan } = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', cli.file('whole.csv')])
  await apply(plan)
})
afterAll(async () => {
  await server.stop()
  await cli.remove()
})

async function apply(plan: string | null, words: readonly string[] = []): Promise<RunDocument> {
  const run = await cli.ask<RunDocument>(['accounts', 'apply', String(plan), ...words])
  expect(run).toMatchObject({ state: 'finished', failed: [], remaining: 0 })
  return run
}

async function planOf(rows: readonly string[], words: readonly string[], code = 0): Promise<PlanDocument> {
  const file = await cli.write('list.csv', [head, ...rows, ''].join('\n'))
  return cli.ask<PlanDocument>(['accounts', 'plan', '--roster', file, ...words], code)
}

const add = (words: readonly string[], code = 0): Promise<AddDocument> =>
  cli.ask<AddDocument>(['accounts', 'add', ...words], code)

const namesOf = ({ familyName, givenName }: { familyName: string; givenName: string }): string[] => [
  ...['--family-name', familyName, '--given-name', givenName]
]

describe('less than a whole school at the command line, on slapd', () => {
  it('P8: a list that only adds makes accounts, by wished logins, too, and lets nobody leave', async () => {
    const [known] = school
    const rows = [
      'N-1;Nachzügler;Nele;02.03.2014;6a;nele.n',
      'N-2;Nachzügler;Nils;02.03.2014;6a;root',
      `${known!.id};${known!.familyName};${known!.givenName};;5x;`
    ]
    const planned = await planOf(rows, ['--only-add'])
    expect(planned).toMatchObject({
      counts: { create: 2, leave: 0, changeClass: 0, rename: 0 },
      confirmation: null,
      notPlanned: [{ line: 4, what: 'classes', from: known!.schoolClass, to: '5x' }]
    })
    expect(planned).toMatchObject({
      notices: expect.arrayContaining([expect.objectContaining({ code: 'loginTaken' })]) as unknown
    })
    await apply(planned.plan, ['--slips', cli.file('slips.csv')])
    const slips = await readSlips(cli.file('slips.csv'))
    expect(slips.map(({ login }) => login).sort()).toEqual(['n.nachzuegler', 'nele.n'])
    expect(await ldapWhoAmI(server, 'nele.n', slips.find(({ login }) => login === 'nele.n')!.password)).toBe(
      'mustChange'
    )
    expect(await cli.ask<AccountDocument[]>(['accounts', 'list', '--state', 'leaver'])).toEqual([])
    const said = await cli.run(['accounts', 'plan', '--roster', cli.file('list.csv'), '--only-add'])
    expect(said.stdout).toContain(`${known!.schoolClass} → 5x`)
    expect(await planOf(rows, ['--classes', '9z'], 1)).toMatchObject({
      error: { code: 'plan.classesUnknown' }
    })
  })

  it('P8: only accounts of the classes that are asked for may leave', async () => {
    const [first] = school
    const others = school.filter(
      ({ schoolClass, id }) => schoolClass === first!.schoolClass && id !== first!.id
    )
    const rows = others.map((one) => `${one.id};${one.familyName};${one.givenName};;${one.schoolClass};`)
    const planned = await planOf(rows, ['--classes', ` ${first!.schoolClass},`, '--show'])
    expect(planned.counts).toMatchObject({ leave: 1, create: 0 })
    await apply(planned.plan)
    const leavers = await cli.ask<AccountDocument[]>(['accounts', 'list', '--state', 'leaver'])
    expect(leavers.map(({ schoolId }) => schoolId)).toEqual([first!.id])
  })

  it('P8: one person: a leaver gets the account back, whoever is there keeps it, a newcomer gets one', async () => {
    const [leaver, other] = school
    const back = await add([
      ...namesOf(leaver!),
      ...['--school-id', leaver!.id, '--class', leaver!.schoolClass]
    ])
    expect(back).toMatchObject({ deed: 'giveBack', problems: [] })
    await apply(back.plan)
    expect(await cli.ask<AccountDocument[]>(['accounts', 'list', '--state', 'leaver'])).toEqual([])

    const known = await add([...namesOf(other!), '--school-id', other!.id])
    expect(known).toMatchObject({ deed: 'known', plan: null })

    const pupil = ['--family-name', 'Zwischenzeit', '--given-name', 'Änne', '--birth-date', '14.03.2014']
    const made = await add([...pupil, '--class', '6neu', '--login', 'aenne'])
    expect(made).toMatchObject({ deed: 'create', login: 'aenne', newClass: '6neu' })
    await apply(made.plan, ['--slips', cli.file('one.csv')])
    const [slip] = await readSlips(cli.file('one.csv'))
    expect(await ldapWhoAmI(server, 'aenne', slip!.password)).toBe('mustChange')
    expect(await cli.ask<AccountDocument[]>(['accounts', 'list', '--class', '6neu'])).toMatchObject([
      { login: 'aenne', schoolId: 'NW-000001' }
    ])
  })

  it('P12: brings persons into groups that are there, takes nobody out, and names the others', async () => {
    const [, pupil] = school
    const listOf = async (groups: string): Promise<string> =>
      cli.write(
        'groups.csv',
        [
          'ID;Nachname;Vorname;Klasse;Gruppen',
          ...school.map(({ id, familyName, givenName, schoolClass }) =>
            [id, familyName, givenName, schoolClass, id === pupil!.id ? groups : ''].join(';')
          ),
          `G-1;Sänger;Sina;7c;${groups}`,
          ''
        ].join('\n')
      )
    const words = ['accounts', 'plan', '--classes', `7c,${pupil!.schoolClass}`, '--roster']
    const planned = await cli.ask<PlanDocument>([...words, await listOf('chor, Robotik')])
    expect(planned).toMatchObject({ counts: { create: 1, changeGroups: 1, leave: 0 } })
    expect(planned).toMatchObject({
      notices: expect.arrayContaining([
        expect.objectContaining({ code: 'groupsNotJoined', parameters: { count: 1, groups: 'Robotik' } })
      ]) as unknown
    })
    const { plan } = planned
    await apply(plan)
    const members = async (): Promise<(string | null)[]> =>
      (await cli.ask<(AccountDocument & { groups: string[] })[]>(['accounts', 'list']))
        .filter(({ groups }) => groups.includes('Chor'))
        .map(({ schoolId }) => schoolId)
        .sort()
    expect(await members()).toEqual(['G-1', pupil!.id])
    expect(await cli.ask<PlanDocument>([...words, await listOf('')])).toMatchObject({ plan: null })
    await cli.ask(['accounts', 'undo', String(plan)])
    expect(await members()).toEqual([])
  })

  it('asks where somebody may be meant, and says by field what is wrong', async () => {
    const namesake = ['--family-name', 'Zwischenzeit', '--given-name', 'Änne']
    expect(await add(namesake, 1)).toMatchObject({ deed: 'doubtful', plan: null })
    expect(await add([...namesake, '--same', 'aenne'])).toMatchObject({ deed: 'known', login: 'aenne' })
    expect(await add([...namesake, '--new'])).toMatchObject({ deed: 'create', login: 'a.zwischenzeit' })
    const wrong = await add([...namesake, '--birth-date', '31.02.2014'], 1)
    expect(wrong).toMatchObject({ plan: null, problems: [{ field: 'birthDate', code: 'birthDateInvalid' }] })
    const { error } = await cli.ask<ErrorDocument>(['accounts', 'add', ...namesake, '--same', 'niemand'], 1)
    expect(error.code).toBe('accounts.loginNotFound')
  })
})
