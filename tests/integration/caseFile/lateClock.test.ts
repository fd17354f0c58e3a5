import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Handlers } from '../../../src-main/contract/handlers'
import type { SanctionCase } from '../../../src-main/contract/sanctions'
import { valueOf } from '../directory/suiteTools'
import { startPostgres, type PostgresServer } from '../servers/postgres'
import { ldapWhoAmI } from '../servers/slapd'
import {
  foundSchool,
  own,
  passphrases,
  startComputer,
  startSchool,
  type Computer,
  type School
} from './sharedSchool'

/** So many days is the one PC behind the server. */
const days = 15
const ahead = days * 86_400_000

let school: School
let postgres: PostgresServer
let right: Computer
let late: Computer
let setServerAhead: (by: number) => Promise<void>

async function signIn({ services }: Computer, login: string): Promise<Handlers> {
  valueOf(await services.handlers['session.signIn']({ login, password: own }))
  return services.handlers
}

beforeAll(async () => {
  school = await startSchool()
  postgres = await startPostgres()
  const { location, password, owner } = await postgres.makeDatabase()
  const first = await startComputer(school)
  await foundSchool(first, school)
  valueOf(await first.services.handlers['caseFile.prepare']({ location, password, owner }))
  valueOf(await first.services.handlers['caseFile.move']({ location, password, keepPassword: false }))
  await first.close()
  setServerAhead = async (by) => {
    await postgres.ask(
      location.database,
      `set allow_system_table_mods = on;
       create or replace function pg_catalog.clock_timestamp() returns timestamptz language sql volatile
       as 'select pg_catalog.now() + interval ''${by} days'''`
    )
  }
  await setServerAhead(days)
  right = await startComputer(school, { time: () => new Date(Date.now() + ahead) })
  valueOf(await right.services.handlers['caseFile.join']({ location, password, keepPassword: false }))
  valueOf(
    await (await signIn(right, 'netz'))['people.admitDevice']({ passphrase: passphrases.administrator })
  )
  late = await startComputer(school)
  valueOf(await late.services.handlers['caseFile.join']({ location, password, keepPassword: false }))
  valueOf(await (await signIn(late, 'leitung'))['people.admitDevice']({ passphrase: passphrases.leadership }))
})

afterAll(async () => {
  await late.close()
  await right.close()
  await postgres.stop()
  await school.stop()
})

async function propose(): Promise<SanctionCase> {
  const happenedOn = new Date().toISOString().slice(0, 10)
  return valueOf(
    await (
      await signIn(right, 'netz')
    )['sanctions.open']({
      ...{ account: school.ids.pupil, rule: 'P18', happenedOn, evidence: [] },
      facts: 'Der Jugendschutzfilter wurde umgangen.',
      ...{ measures: [{ kind: 'suspension', until: null }], reasons: 'Wiederholt' },
      passphrase: passphrases.administrator
    })
  )
}

async function approve(handlers: Handlers, { id, version, measures }: SanctionCase): Promise<SanctionCase> {
  const { plan } = valueOf(await handlers['sanctions.preview']({ case: id, measures }))
  return valueOf(
    await handlers['sanctions.decide']({
      ...{ case: id, version, outcome: 'approved', measures, plan },
      ...{ reasons: 'Wie vorgeschlagen', passphrase: passphrases.leadership }
    })
  )
}

describe('a PC whose clock is behind the server', () => {
  it('P26: does not carry out what has expired by the clock of the ledger', async () => {
    const proposed = await propose()
    const handlers = await signIn(late, 'leitung')
    // The directory is away while the leadership decides.
    await school.server.kill()
    const approved = await approve(handlers, proposed)
    expect(approved.state).toBe('approved')
    await school.server.restart()
    await setServerAhead(days + 14.5)
    expect(await handlers['sanctions.enforce']({ case: approved.id })).toMatchObject({
      failure: { code: 'sanctions.approvalExpired' }
    })
    expect(valueOf(await late.services.caseFile()!.sanctions.due())).toMatchObject({
      ...{ enforced: [], expired: [approved.number], waiting: [] }
    })
    expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('accepted')
  })

  it('P26: signs for 14 days by the clock of the ledger, and what it carries out counts', async () => {
    const approved = await approve(await signIn(late, 'leitung'), await propose())
    expect(approved).toMatchObject({ state: 'inForce', obstacle: null })
    const { at, expires } = approved.decision ?? { at: '', expires: null }
    expect(Date.parse(expires ?? '') - Date.parse(at)).toBeGreaterThan(13.9 * 86_400_000)
    expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('refused')
    const { problems } = valueOf(await late.services.handlers['ledger.verify'](undefined))
    expect(problems).toEqual([])
  })
})
