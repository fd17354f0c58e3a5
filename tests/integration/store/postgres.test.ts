import { createServer } from 'node:net'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { fail, succeed } from '../../../src-main/contract/result'
import { hashPlan } from '../../../src-main/core/plan'
import type { ForeignChange, Store } from '../../../src-main/world/store/port'
import { openPostgresStore, postgresSetup } from '../../../src-main/world/store/postgres'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import {
  appendOne,
  at,
  samplePayload,
  samplePlan,
  sampleRecord,
  sampleStatement,
  valueOf
} from '../../unit/support/storeSamples'
import { startPostgres, type PostgresServer, type TestDatabase } from '../servers/postgres'
import { makeAuthority } from '../servers/slapd'
import { copyOf, fillStore, storeSuite } from './storeSuite'

let server: PostgresServer

beforeAll(async () => {
  server = await startPostgres()
})

afterAll(async () => {
  await server.stop()
})

async function preparedDatabase(): Promise<TestDatabase> {
  const database = await server.makeDatabase()
  valueOf(await postgresSetup.prepare(database.location, database.password, database.owner))
  return database
}

/** Opens a store as one PC does; it is closed after the test. */
async function openStore({ location, password }: TestDatabase): Promise<Store> {
  const store = valueOf(await openPostgresStore(location, password))
  onTestFinished(() => store.close())
  return store
}

/** Speaks to the database as the app's role does, past the app. */
async function asRole({ location, password }: TestDatabase): Promise<Client> {
  const client = new Client({
    ...{
      host: location.host,
      port: location.port,
      database: location.database,
      user: location.role,
      password
    },
    ssl: { ca: location.caCertificate }
  })
  client.on('error', () => undefined)
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

describe('the store on a server', () => {
  storeSuite(async () => {
    const database = await preparedDatabase()
    return {
      kind: 'postgres',
      open: async () => valueOf(await openPostgresStore(database.location, database.password)),
      remove: async () => undefined
    }
  })
})

describe('setting a database up', () => {
  it('begins with an empty one, needs its owner, and can be repeated', async () => {
    const { location, password, owner } = await server.makeDatabase()
    expect(await postgresSetup.check(location, password)).toMatchObject(fail('store.wrongCredentials', {}))
    expect(await openPostgresStore(location, password)).toMatchObject({
      failure: { code: 'store.wrongCredentials', parameters: { role: location.role } }
    })
    const asOwner = { ...location, role: owner.role }
    const version = expect.stringMatching(/^\d+\.\d+$/) as string
    expect(await postgresSetup.check(asOwner, owner.password)).toEqual(
      succeed({ version, schema: 'empty', statements: 0 })
    )
    expect(await openPostgresStore(asOwner, owner.password)).toMatchObject({
      failure: { code: 'store.notPrepared' }
    })
    const ready = succeed({ version, schema: 'ready', statements: 0 })
    const both = await Promise.all([
      postgresSetup.prepare(location, password, owner),
      postgresSetup.prepare(location, password, owner)
    ])
    expect(both).toEqual([ready, ready])
    const store = await openStore({ location, password, owner })
    await appendOne(store, 'eins')
    expect(await postgresSetup.prepare(location, password, owner)).toEqual(
      succeed({ version, schema: 'ready', statements: 1 })
    )
    // A role that is there keeps its password.
    expect(await postgresSetup.prepare(location, 'another', owner)).toMatchObject({
      failure: { code: 'store.wrongCredentials' }
    })
    expect(await postgresSetup.check(location, password)).toMatchObject({ ok: true })
  })

  it('refuses an older schema until its owner has brought it up to date, and a newer one for good', async () => {
    const database = await preparedDatabase()
    const { location, password, owner } = database
    const drop = 'drop table netzwart.statements, netzwart.payloads, netzwart.sealed_keys'
    await server.ask(location.database, `${drop}; drop function netzwart.refuse_changes`)
    await server.ask(location.database, 'delete from netzwart.schema_migrations where number > 1')
    expect(await openPostgresStore(location, password)).toMatchObject({
      failure: { code: 'store.notPrepared' }
    })
    expect(await postgresSetup.check(location, password)).toMatchObject({ value: { schema: 'older' } })
    expect(await postgresSetup.prepare(location, password, owner)).toMatchObject({
      value: { schema: 'ready' }
    })
    await server.ask(
      location.database,
      "insert into netzwart.schema_migrations values (99, 'future', 'later')"
    )
    const newer = { failure: { code: 'store.newerSchema', parameters: { found: 99 } } }
    expect(await openPostgresStore(location, password)).toMatchObject(newer)
    expect(await postgresSetup.check(location, password)).toMatchObject(newer)
    expect(await postgresSetup.prepare(location, password, owner)).toMatchObject(newer)
  })

  it('says what the owner may not do', async () => {
    const { location, password, owner } = await server.makeDatabase({ ownerMakesRoles: false })
    expect(await postgresSetup.prepare(location, password, owner)).toMatchObject({
      failure: { code: 'store.noRight', parameters: { role: owner.role } }
    })
    // A role that somebody else has made is used.
    await server.ask('postgres', `create role "${location.role}" login password 'made elsewhere'`)
    expect(await postgresSetup.prepare(location, 'made elsewhere', owner)).toMatchObject({
      value: { schema: 'ready' }
    })
    const stranger = await server.makeDatabase()
    expect(await postgresSetup.prepare(location, 'made elsewhere', stranger.owner)).toMatchObject({
      ok: false
    })
  })

  it('refuses a role that could change the ledger', async () => {
    const database = await server.makeDatabase()
    const { location, password, owner } = database
    const tooMany = { failure: { code: 'store.tooManyRights' } }
    const asOwner = { ...location, role: owner.role }
    expect(await postgresSetup.prepare(asOwner, owner.password, owner)).toMatchObject(tooMany)
    valueOf(await postgresSetup.prepare(location, password, owner))
    expect(await openPostgresStore(asOwner, owner.password)).toMatchObject(tooMany)
    await server.ask('postgres', `grant ${owner.role} to "${location.role}"`)
    expect(await openPostgresStore(location, password)).toMatchObject(tooMany)
    expect(await postgresSetup.check(location, password)).toMatchObject(tooMany)
  })

  it('refuses a database whose encoding cannot hold every name', async () => {
    const { location, password, owner } = await server.makeDatabase({ encoding: 'LATIN1' })
    expect(await postgresSetup.prepare(location, password, owner)).toMatchObject({
      failure: { code: 'store.serverUnsuitable', parameters: { encoding: 'LATIN1' } }
    })
  })

  it('lets no password into the log of the server, which writes down every statement', async () => {
    const { location, password, owner } = await server.makeDatabase()
    valueOf(await postgresSetup.prepare(location, password, owner))
    const log = async (): Promise<string> => readFile(join(server.folder, 'log'), 'utf8')
    await expect.poll(log).toContain(`create role "${location.role}"`)
    expect(await log()).not.toContain("App's")
    const hashes = await server.ask(
      'postgres',
      `select rolpassword from pg_authid where rolname = '${location.role}'`
    )
    expect(hashes[0]?.['rolpassword']).toMatch(/^SCRAM-SHA-256\$/)
  })
})

describe('rights', () => {
  it('let the role add to the ledger and nothing else', async () => {
    const database = await preparedDatabase()
    const store = await openStore(database)
    valueOf(await appendOne(store, 'eins', samplePayload('eins')))
    const client = await asRole(database)
    const forbidden = [
      "update netzwart.statements set text = ''",
      'delete from netzwart.statements',
      'truncate netzwart.statements',
      'drop trigger statements_no_changes on netzwart.statements',
      'alter table netzwart.statements disable trigger all',
      'drop table netzwart.statements',
      'create or replace function netzwart.refuse_changes() returns trigger language sql as $$ select null $$',
      "update netzwart.payloads set text = ''",
      'delete from netzwart.payloads',
      'truncate netzwart.payloads',
      "update netzwart.sealed_keys set person = ''",
      'delete from netzwart.sealed_keys',
      'truncate netzwart.sealed_keys, netzwart.documents',
      'truncate netzwart.plans cascade',
      'delete from netzwart.schema_migrations',
      "select setval('netzwart.step_records_sequence_seq', 1)",
      'create table netzwart.own (name text)',
      'create temporary table statements (sequence integer)',
      'create schema own',
      "select pg_read_file('postgresql.conf')",
      'select rolpassword from pg_authid'
    ]
    for (const statement of forbidden) {
      await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' })
    }
    expect(await store.readStatements(0, 10)).toEqual([sampleStatement(1, 'eins')])
  })

  it('let nobody else in', async () => {
    const database = await preparedDatabase()
    const stranger = await preparedDatabase()
    const { location } = database
    const elsewhere = { ...location, role: stranger.location.role }
    expect(await openPostgresStore(elsewhere, stranger.password)).toMatchObject({
      failure: { code: 'store.noRight', parameters: { role: stranger.location.role } }
    })
  })

  it('do not let even the owner change a statement', async () => {
    const database = await preparedDatabase()
    valueOf(await appendOne(await openStore(database), 'eins'))
    const { location, owner } = database
    const client = await asRole({
      ...database,
      location: { ...location, role: owner.role },
      password: owner.password
    })
    for (const change of [
      "update netzwart.statements set text = ''",
      'delete from netzwart.statements',
      'truncate netzwart.statements'
    ]) {
      await expect(client.query(change)).rejects.toThrow('never changed')
    }
  })
})

describe('a connection', () => {
  it('is made only with the right CA, to the right name, with the right password', async () => {
    const { location, password } = await preparedDatabase()
    const folder = await mkdtemp(join(tmpdir(), 'netzwart-ca-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const otherCa = await makeAuthority(folder, 'other')
    const answers = {
      'store.certificateNotTrusted': [
        { ...location, caCertificate: otherCa },
        { ...location, caCertificate: 'no certificate' },
        { ...location, caCertificate: '' }
      ],
      // The certificate names localhost, not the address: verify-full, not only verify-ca.
      'store.certificateWrongHost': [{ ...location, host: '127.0.0.1' }],
      'store.noDatabase': [{ ...location, database: 'nowhere' }],
      'store.unreachable': [
        { ...location, port: 1 },
        { ...location, host: 'no-such-host.invalid' }
      ]
    }
    for (const [code, locations] of Object.entries(answers)) {
      for (const wrong of locations) {
        expect(await openPostgresStore(wrong, password)).toMatchObject({ ok: false, failure: { code } })
        expect(await postgresSetup.check(wrong, password)).toMatchObject({ ok: false, failure: { code } })
      }
    }
    for (const wrong of ['wrong', '', `${password} `]) {
      expect(await openPostgresStore(location, wrong)).toMatchObject({
        failure: { code: 'store.wrongCredentials' }
      })
    }
  })

  it('is refused by the server without TLS, and by the app where the server has none', async () => {
    const { location, password } = await preparedDatabase()
    const { host, port, database, role: user } = location
    const plain = new Client({ host, port, database, user, password })
    await expect(plain.connect()).rejects.toMatchObject({ code: '28000' })

    const said: Buffer[] = []
    const speaker = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (data) => {
        said.push(data)
        socket.write('N')
      })
    })
    speaker.listen(0, '127.0.0.1')
    await once(speaker, 'listening')
    onTestFinished(() => void speaker.close())
    const address = speaker.address()
    const plainPort = address !== null && typeof address === 'object' ? address.port : 0
    expect(await openPostgresStore({ ...location, port: plainPort }, password)).toMatchObject({
      failure: { code: 'store.encryptionFailed' }
    })
    // Nothing but the wish for TLS (SSLRequest).
    expect(Buffer.concat(said)).toEqual(Buffer.from('0000000804d2162f', 'hex'))
  })

  it('that breaks off is said, and works again after the restart of the server', async () => {
    const database = await preparedDatabase()
    const store = await openStore(database)
    const heard: ForeignChange[] = []
    store.onForeignChange((change) => heard.push(change))
    valueOf(await appendOne(store, 'eins'))
    const lock = await store.lock('plans', 0)
    await server.kill()
    expect(await appendOne(store, 'zwei')).toMatchObject({
      ok: false,
      failure: { code: 'store.unreachable' }
    })
    await expect(store.writeDocument('settings', 1)).rejects.toMatchObject({
      failure: { code: 'store.unreachable' }
    })
    await expect(store.lock('other', 0)).rejects.toMatchObject({ failure: { code: 'store.unreachable' } })
    expect(await openPostgresStore(database.location, database.password)).toMatchObject({
      failure: { code: 'store.unreachable' }
    })
    await lock!()
    await server.restart()
    expect(valueOf(await appendOne(store, 'zwei')).sequence).toBe(2)
    await store.writeDocument('settings', 1)
    // What was missed meanwhile nobody knows: everything counts as changed, once.
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['ledger', 'plans', 'documents'])
    await appendOne(await openStore(database), 'drei')
    await expect.poll(() => heard).toEqual(['ledger', 'plans', 'documents', 'ledger'])
  })

  it('that breaks off inside a transaction leaves nothing of it', async () => {
    const database = await preparedDatabase()
    const store = await openStore(database)
    const rows = Array.from({ length: 3 }, (_, index) => sampleStatement(index + 1))
    const killAll = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.location.database}'`
    async function* torn() {
      yield { table: 'statements', row: { ...rows[0]! } }
      await server.ask('postgres', killAll)
      yield { table: 'documents', row: { name: 'x', body: '1' } }
    }
    expect(await store.copyIn(torn())).toMatchObject({ failure: { code: 'store.unreachable' } })
    expect(await store.readStatements(0, 10)).toEqual([])
    expect(await store.readDocument('x')).toEqual(succeed(undefined))
  })

  it('that breaks off in the commit: the server is asked what became of it', async () => {
    const database = await preparedDatabase()
    const store = await openStore(database)
    valueOf(await appendOne(store, 'eins'))
    // A commit that waits for a standby that never comes is written on the server, but not answered.
    await server.ask('postgres', "alter system set synchronous_standby_names = 'nobody'")
    await server.ask('postgres', 'select pg_reload_conf()')
    await delay(300)
    const appended = appendOne(store, 'zwei')
    const waiting = `select pid from pg_stat_activity where datname = '${database.location.database}' and wait_event = 'SyncRep'`
    await expect.poll(() => server.ask('postgres', waiting)).toHaveLength(1)
    await server.ask('postgres', 'alter system reset synchronous_standby_names')
    await server.ask('postgres', `select pg_terminate_backend(pid) from (${waiting}) as waiting`)
    await server.ask('postgres', 'select pg_reload_conf()')
    expect(valueOf(await appended).sequence).toBe(2)
    expect((await store.readStatements(0, 10)).map(({ sequence }) => sequence)).toEqual([1, 2])
  })
})

describe('two PCs', () => {
  it('append one after the other, without a gap and without a double', async () => {
    const database = await preparedDatabase()
    const stores = [await openStore(database), await openStore(database), await openStore(database)]
    const words = Array.from({ length: 60 }, (_, index) => `Satz ${index}`)
    const appended = await Promise.all(words.map((text, index) => appendOne(stores[index % 3]!, text)))
    const numbers = appended.map((result) => valueOf(result).sequence)
    const expected = words.map((_, index) => index + 1)
    expect(numbers.toSorted((left, right) => left - right)).toEqual(expected)
    for (const store of stores) {
      const rows = await store.readStatements(0, 100)
      expect(rows.map(({ sequence }) => sequence)).toEqual(expected)
    }
    const times = appended.map((result) => valueOf(result))
    const byNumber = times.toSorted((left, right) => left.sequence - right.sequence).map(({ time }) => time)
    expect(byNumber).toEqual(byNumber.toSorted())
  })

  it('take turns with a lock, which ends with the one who holds it', async () => {
    const database = await preparedDatabase()
    const [first, second] = [await openStore(database), await openStore(database)]
    const held = await first.lock('plans', 0)
    expect(held).not.toBeNull()
    expect(await second.lock('plans', 300)).toBeNull()
    const other = await preparedDatabase()
    const elsewhere = await (await openStore(other)).lock('plans', 0)
    expect(elsewhere).not.toBeNull()
    const waiting = second.lock('plans', 10_000)
    await held!()
    const taken = await waiting
    expect(taken).not.toBeNull()
    expect(await first.lock('plans', 0)).toBeNull()
    const dead = `select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and datname = '${database.location.database}'`
    await server.ask('postgres', dead)
    expect(await first.lock('plans', 2_000)).not.toBeNull()
    await taken!()
  })

  it('hear what the other one writes and not what they write themselves', async () => {
    const database = await preparedDatabase()
    const [first, second] = [await openStore(database), await openStore(database)]
    const heard: Record<'first' | 'second', ForeignChange[]> = { first: [], second: [] }
    first.onForeignChange((change) => heard.first.push(change))
    const stop = second.onForeignChange((change) => heard.second.push(change))
    const plan = samplePlan(['x'])
    const hash = hashPlan(plan)

    await appendOne(first, 'eins')
    await expect.poll(() => heard.second).toEqual(['ledger'])
    await first.writeDocument('settings', 1)
    await first.deleteDocument('settings')
    await expect.poll(() => heard.second).toEqual(['ledger', 'documents', 'documents'])
    await first.addPlan(plan, hash, null, at)
    await first.setPlanState(hash, 'running', null)
    await expect.poll(() => heard.second.slice(3)).toEqual(['plans', 'plans'])
    expect(valueOf(succeed(await second.findPlan(hash)))?.state).toBe('running')
    for (let count = 0; count < 50; count += 1) await first.record(hash, [sampleRecord('1', 'started')])
    await expect.poll(() => heard.second.length).toBeGreaterThan(5)
    await delay(500)
    expect(heard.second.slice(5).every((change) => change === 'plans')).toBe(true)
    expect(heard.second.length).toBeLessThan(20)

    // What is not committed is not told.
    await first.append(0, () => fail('application.busy'))
    stop()
    await second.writeDocument('settings', 2)
    await expect.poll(() => heard.first).toEqual(['documents'])
    const before = heard.second.length
    await appendOne(first, 'zwei')
    await delay(200)
    expect(heard.second.length).toBe(before)
  })

  it('tell the last records too when they close', async () => {
    const database = await preparedDatabase()
    const second = await openStore(database)
    const heard: ForeignChange[] = []
    const plan = samplePlan(['x'])
    const first = valueOf(await openPostgresStore(database.location, database.password))
    await first.addPlan(plan, hashPlan(plan), null, at)
    second.onForeignChange((change) => heard.push(change))
    await delay(100)
    heard.length = 0
    await first.record(hashPlan(plan), [sampleRecord('1', 'done')])
    await first.close()
    await expect.poll(() => heard).toEqual(['plans'])
  })

  it('copy one consistent state while others write', async () => {
    const database = await preparedDatabase()
    const [first, second] = [await openStore(database), await openStore(database)]
    await fillStore(first)
    const rows = []
    for await (const row of first.copyOut()) {
      if (rows.length === 0) {
        valueOf(await appendOne(second, 'währenddessen'))
        await second.writeDocument('later', 1)
      }
      rows.push(row)
    }
    expect(rows.filter(({ table }) => table === 'statements')).toHaveLength(600)
    expect(rows.filter(({ table }) => table === 'documents')).toHaveLength(1)
  })
})

describe('moving', () => {
  it('from the file to the server and back loses nothing', async () => {
    const folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'netzwart-store-'))))
    onTestFinished(() =>
      Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))).then(() => undefined)
    )
    const [before, after] = [
      valueOf(await openSqliteStore(folders[0]!)),
      valueOf(await openSqliteStore(folders[1]!))
    ]
    onTestFinished(async () => {
      await before.close()
      await after.close()
    })
    const shared = await openStore(await preparedDatabase())
    await fillStore(before)
    expect(await shared.copyIn(before.copyOut())).toEqual(succeed(undefined))
    expect(await after.copyIn(shared.copyOut())).toEqual(succeed(undefined))
    expect(await copyOf(after)).toEqual(await copyOf(before))
    expect(await shared.usedLogins()).toHaveLength(4)
  })
})
