import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { succeed } from '../../../src-main/contract/result'
import type { ForeignChange } from '../../../src-main/world/store/port'
import { openPostgresStore, postgresSetup } from '../../../src-main/world/store/postgres'
import { appendOne, sampleStatement, valueOf } from '../../unit/support/storeSamples'
import { makeAuthority } from '../servers/slapd'
import { openStore, preparedDatabase, serverOfThisFile } from './postgresDatabases'
import { releaseOf } from './storeSuite'

const server = serverOfThisFile()

describe('a connection', () => {
  it('is made only with the right CA, to the right name, with the right password', async () => {
    const { location, password } = await preparedDatabase(server())
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
    const { location, password } = await preparedDatabase(server())
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
    const database = await preparedDatabase(server())
    const store = await openStore(database)
    const heard: ForeignChange[] = []
    store.onForeignChange((change) => heard.push(change))
    valueOf(await appendOne(store, 'eins'))
    const release = releaseOf(await store.lock('plans', 0))
    await server().kill()
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
    await release()
    await server().restart()
    expect(valueOf(await appendOne(store, 'zwei')).sequence).toBe(2)
    await store.writeDocument('settings', 1)
    // What was missed meanwhile nobody knows: everything counts as changed, once.
    await expect.poll(() => heard, { timeout: 20_000 }).toEqual(['ledger', 'plans', 'documents', 'exchanges'])
    await appendOne(await openStore(database), 'drei')
    await expect.poll(() => heard).toEqual(['ledger', 'plans', 'documents', 'exchanges', 'ledger'])
  })

  it('that breaks off inside a transaction leaves nothing of it', async () => {
    const database = await preparedDatabase(server())
    const store = await openStore(database)
    const rows = Array.from({ length: 3 }, (_, index) => sampleStatement(index + 1))
    const killAll = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.location.database}'`
    async function* torn() {
      yield { table: 'statements', row: { ...rows[0]! } }
      await server().ask('postgres', killAll)
      yield { table: 'documents', row: { name: 'x', body: '1' } }
    }
    expect(await store.copyIn(torn())).toMatchObject({ failure: { code: 'store.unreachable' } })
    expect(await store.readStatements(0, 10)).toEqual([])
    expect(await store.readDocument('x')).toEqual(succeed(undefined))
  })

  it('that breaks off in the commit: the server is asked what became of it', async () => {
    const database = await preparedDatabase(server())
    const store = await openStore(database)
    valueOf(await appendOne(store, 'eins'))
    // A commit that waits for a standby that never comes is written on the server, but not answered.
    await server().ask('postgres', "alter system set synchronous_standby_names = 'nobody'")
    await server().ask('postgres', 'select pg_reload_conf()')
    await delay(300)
    const appended = appendOne(store, 'zwei')
    const waiting = `select pid from pg_stat_activity where datname = '${database.location.database}' and wait_event = 'SyncRep'`
    await expect.poll(() => server().ask('postgres', waiting)).toHaveLength(1)
    await server().ask('postgres', 'alter system reset synchronous_standby_names')
    await server().ask('postgres', `select pg_terminate_backend(pid) from (${waiting}) as waiting`)
    await server().ask('postgres', 'select pg_reload_conf()')
    expect(valueOf(await appended).sequence).toBe(2)
    expect((await store.readStatements(0, 10)).map(({ sequence }) => sequence)).toEqual([1, 2])
  })
})

describe('a server that stays away after a commit', () => {
  it('is waited for a while; then the app says that it does not know', async () => {
    const database = await preparedDatabase(server())
    const store = await openStore(database)
    await server().ask('postgres', "alter system set synchronous_standby_names = 'nobody'")
    await server().ask('postgres', 'select pg_reload_conf()')
    await delay(300)
    const appended = appendOne(store, 'eins')
    const waiting = `select 1 from pg_stat_activity where datname = '${database.location.database}' and wait_event = 'SyncRep'`
    await expect.poll(() => server().ask('postgres', waiting)).toHaveLength(1)
    await server().kill()
    expect(await appended).toMatchObject({ ok: false, failure: { code: 'store.outcomeUnknown' } })
    await server().restart()
    await server().ask('postgres', 'alter system reset synchronous_standby_names')
    await server().ask('postgres', 'select pg_reload_conf()')
    expect(await store.readStatements(0, 10)).toHaveLength(1)
  })
})
