import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Handlers } from '../../../src-main/contract/handlers'
import type { ParsedInput } from '../../../src-main/contract/operations'
import type { SanctionCase } from '../../../src-main/contract/sanctions'
import { draftOf, valueOf } from '../directory/suiteTools'
import { ldapWhoAmI } from '../servers/slapd'
import { foundSchool, own, passphrases, placeOfThisFile, startComputer, type Computer } from './sharedSchool'

/** So many days is the one PC behind the server. */
const days = 15
const ahead = days * 86_400_000

const place = placeOfThisFile()
let right: Computer
let late: Computer
let setServerAhead: (by: number) => Promise<void>
/** The case file as another PC joins it. */
let shared: ParsedInput<'caseFile.join'>

async function signIn({ services }: Computer, login: string): Promise<Handlers> {
  valueOf(await services.handlers['session.signIn']({ login, password: own }))
  return services.handlers
}

beforeAll(async () => {
  const { location, password, owner } = await place.postgres.makeDatabase()
  const first = await startComputer(place.school)
  await foundSchool(first, place.school)
  valueOf(await first.services.handlers['caseFile.prepare']({ location, password, owner }))
  valueOf(await first.services.handlers['caseFile.move']({ location, password, keepPassword: false }))
  await first.close()
  shared = { location, password, keepPassword: false }
  setServerAhead = async (by) => {
    await place.postgres.ask(
      location.database,
      `set allow_system_table_mods = on;
       create or replace function pg_catalog.clock_timestamp() returns timestamptz language sql volatile
       as 'select pg_catalog.now() + interval ''${by} days'''`
    )
  }
  await setServerAhead(days)
  right = await startComputer(place.school, { time: () => new Date(Date.now() + ahead) })
  valueOf(await right.services.handlers['caseFile.join'](shared))
  valueOf(
    await (await signIn(right, 'netz'))['people.admitDevice']({ passphrase: passphrases.administrator })
  )
  late = await startComputer(place.school)
  valueOf(await late.services.handlers['caseFile.join'](shared))
  valueOf(await (await signIn(late, 'leitung'))['people.admitDevice']({ passphrase: passphrases.leadership }))
})

afterAll(async () => {
  await late.close()
  await right.close()
})

async function propose(): Promise<SanctionCase> {
  const happenedOn = new Date().toISOString().slice(0, 10)
  return valueOf(
    await (
      await signIn(right, 'netz')
    )['sanctions.open']({
      ...{ account: place.school.ids.pupil, rule: 'P18', happenedOn, evidence: [] },
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
    await place.school.server.kill()
    const approved = await approve(handlers, proposed)
    expect(approved.state).toBe('approved')
    await place.school.server.restart()
    await setServerAhead(days + 14.5)
    expect(await handlers['sanctions.enforce']({ case: approved.id })).toMatchObject({
      failure: { code: 'sanctions.approvalExpired' }
    })
    expect(valueOf(await late.services.caseFile()!.sanctions.due())).toMatchObject({
      ...{ enforced: [], expired: [approved.number], waiting: [] }
    })
    expect(await ldapWhoAmI(place.school.server, 'm.muster', own)).toBe('accepted')
  })

  it('P26: signs for 14 days by the clock of the ledger, and what it carries out counts', async () => {
    const approved = await approve(await signIn(late, 'leitung'), await propose())
    expect(approved).toMatchObject({ state: 'inForce', obstacle: null })
    const { at, expires } = approved.decision ?? { at: '', expires: null }
    expect(Date.parse(expires ?? '') - Date.parse(at)).toBeGreaterThan(13.9 * 86_400_000)
    expect(await ldapWhoAmI(place.school.server, 'm.muster', own)).toBe('refused')
    const { problems } = valueOf(await late.services.handlers['ledger.verify'](undefined))
    expect(problems).toEqual([])
  })
})

describe('a PC whose clock is ahead of the server', () => {
  const day = 86_400_000
  let ahead: Computer
  let handlers: Handlers
  let account: string

  beforeAll(async () => {
    const suspension = { kind: 'until', until: new Date(Date.now() + 45 * day).toISOString() } as const
    const draft = draftOf('v.voraus', { suspension })
    account = valueOf(await place.school.directory.createAccount(draft, own)).id
    // The ledger of the tests above is a month ahead of the directory, and this PC a month ahead of that.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60 * day })
    ahead = await startComputer(place.school)
    valueOf(await ahead.services.handlers['caseFile.join'](shared))
    handlers = await signIn(ahead, 'netz')
    valueOf(await handlers['people.admitDevice']({ passphrase: passphrases.administrator }))
  })
  afterAll(async () => {
    await ahead.close()
    vi.useRealTimers()
  })

  it('P9: shows who is suspended until a day as suspended, as the directory itself takes it', async () => {
    const seen = valueOf(await handlers['accounts.detail']({ account }))
    expect(seen.account).toMatchObject({ state: 'suspendedUntil', suspension: { kind: 'until' } })
  })

  it('P9: puts them into no module, and ends nothing by its own clock', async () => {
    const joined = { account, groups: ['modul-wlan'], reason: 'Hat danach gefragt.' }
    expect(await handlers['accounts.setGroups'](joined)).toMatchObject({
      failure: { code: 'accounts.shutOutGetsNoModule' }
    })
    expect(await ahead.services.caseFile()!.due()).toMatchObject({
      waiting: [{ failure: { code: 'ledger.clockAhead' } }]
    })
  })

  it('P9: who is suspended is signed out at the window by what looks for what is due', async () => {
    const { directory, ids } = place.school
    expect(ahead.services.caseFile()?.actor()?.person).toBe(ids.administrator)
    valueOf(await directory.changeAccount(ids.administrator, { suspension: { kind: 'forever' } }))
    await ahead.services.caseFile()!.due()
    valueOf(await directory.changeAccount(ids.administrator, { suspension: { kind: 'none' } }))
    expect(ahead.services.caseFile()?.actor()).toBeNull()
  })
})
