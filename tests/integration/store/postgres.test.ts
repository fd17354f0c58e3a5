import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fail, succeed } from '../../../src-main/contract/result'
import { openPostgresStore, postgresSetup } from '../../../src-main/world/store/postgres'
import { appendOne, samplePayload, sampleStatement, valueOf } from '../../unit/support/storeSamples'
import { connectAs, openStore, preparedDatabase, serverOfThisFile } from './postgresDatabases'
import { storeSuite } from './storeSuite'

const server = serverOfThisFile()

describe('the store on a server', () => {
  storeSuite(async () => {
    const database = await preparedDatabase(server())
    return {
      kind: 'postgres',
      open: async () => valueOf(await openPostgresStore(database.location, database.password)),
      remove: async () => undefined
    }
  })
})

describe('setting a database up', () => {
  it('begins with an empty one, needs its owner, and can be repeated', async () => {
    const { location, password, owner } = await server().makeDatabase()
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
    const database = await preparedDatabase(server())
    const { location, password, owner } = database
    const later = ['statements', 'payloads', 'sealed_keys', 'evidence', 'evidence_parts', 'exchanges']
    const drop = `drop table ${later.map((table) => `netzwart.${table}`).join(', ')}`
    await server().ask(location.database, `${drop}; drop function netzwart.refuse_changes`)
    await server().ask(location.database, 'delete from netzwart.schema_migrations where number > 1')
    expect(await openPostgresStore(location, password)).toMatchObject({
      failure: { code: 'store.notPrepared' }
    })
    expect(await postgresSetup.check(location, password)).toMatchObject({ value: { schema: 'older' } })
    expect(await postgresSetup.prepare(location, password, owner)).toMatchObject({
      value: { schema: 'ready' }
    })
    await server().ask(
      location.database,
      "insert into netzwart.schema_migrations values (99, 'future', 'later')"
    )
    const newer = { failure: { code: 'store.newerSchema', parameters: { found: 99 } } }
    expect(await openPostgresStore(location, password)).toMatchObject(newer)
    expect(await postgresSetup.check(location, password)).toMatchObject(newer)
    expect(await postgresSetup.prepare(location, password, owner)).toMatchObject(newer)
  })

  it('says what the owner may not do', async () => {
    const { location, password, owner } = await server().makeDatabase({ ownerMakesRoles: false })
    expect(await postgresSetup.prepare(location, password, owner)).toMatchObject({
      failure: { code: 'store.noRight', parameters: { role: owner.role } }
    })
    // A role that somebody else has made is used.
    await server().ask('postgres', `create role "${location.role}" login password 'made elsewhere'`)
    expect(await postgresSetup.prepare(location, 'made elsewhere', owner)).toMatchObject({
      value: { schema: 'ready' }
    })
    const stranger = await server().makeDatabase()
    expect(await postgresSetup.prepare(location, 'made elsewhere', stranger.owner)).toMatchObject({
      ok: false
    })
  })

  it('refuses a role that could change the ledger', async () => {
    const database = await server().makeDatabase()
    const { location, password, owner } = database
    const tooMany = { failure: { code: 'store.tooManyRights' } }
    const asOwner = { ...location, role: owner.role }
    expect(await postgresSetup.prepare(asOwner, owner.password, owner)).toMatchObject(tooMany)
    valueOf(await postgresSetup.prepare(location, password, owner))
    expect(await openPostgresStore(asOwner, owner.password)).toMatchObject(tooMany)
    await server().ask('postgres', `grant ${owner.role} to "${location.role}"`)
    expect(await openPostgresStore(location, password)).toMatchObject(tooMany)
    expect(await postgresSetup.check(location, password)).toMatchObject(tooMany)
  })

  it('refuses a database whose encoding cannot hold every name', async () => {
    const { location, password, owner } = await server().makeDatabase({ encoding: 'LATIN1' })
    expect(await postgresSetup.prepare(location, password, owner)).toMatchObject({
      failure: { code: 'store.serverUnsuitable', parameters: { encoding: 'LATIN1' } }
    })
  })

  it('lets no password into the log of the server, which writes down every statement', async () => {
    const { location, password, owner } = await server().makeDatabase()
    valueOf(await postgresSetup.prepare(location, password, owner))
    const log = async (): Promise<string> => readFile(join(server().folder, 'log'), 'utf8')
    await expect.poll(log).toContain(`create role "${location.role}"`)
    expect(await log()).not.toContain("App's")
    const hashes = await server().ask(
      'postgres',
      `select rolpassword from pg_authid where rolname = '${location.role}'`
    )
    expect(hashes[0]?.['rolpassword']).toMatch(/^SCRAM-SHA-256\$/)
  })
})

describe('rights', () => {
  it('let the role add to the ledger and nothing else', async () => {
    const database = await preparedDatabase(server())
    const store = await openStore(database)
    valueOf(await appendOne(store, 'eins', samplePayload('eins')))
    const client = await connectAs(database, { role: database.location.role, password: database.password })
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
    const database = await preparedDatabase(server())
    const stranger = await preparedDatabase(server())
    const { location } = database
    const elsewhere = { ...location, role: stranger.location.role }
    expect(await openPostgresStore(elsewhere, stranger.password)).toMatchObject({
      failure: { code: 'store.noRight', parameters: { role: stranger.location.role } }
    })
  })

  it('do not let even the owner change a statement', async () => {
    const database = await preparedDatabase(server())
    valueOf(await appendOne(await openStore(database), 'eins'))
    const client = await connectAs(database, database.owner)
    for (const change of [
      "update netzwart.statements set text = ''",
      'delete from netzwart.statements',
      'truncate netzwart.statements'
    ]) {
      await expect(client.query(change)).rejects.toThrow('never changed')
    }
  })
})
