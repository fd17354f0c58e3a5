import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fail, succeed } from '../../../src-main/contract/result'
import { hashPlan } from '../../../src-main/core/plan'
import type { ForeignChange } from '../../../src-main/world/store/port'
import { openPostgresStore } from '../../../src-main/world/store/postgres'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { appendOne, at, samplePlan, sampleRecord, valueOf } from '../../unit/support/storeSamples'
import { openStore, preparedDatabase, serverOfThisFile } from './postgresDatabases'
import { copyOf, fillStore, releaseOf } from './storeSuite'

const server = serverOfThisFile()

describe('two PCs', () => {
  it('append one after the other, without a gap and without a double', async () => {
    const database = await preparedDatabase(server())
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
    const database = await preparedDatabase(server())
    const [first, second] = [await openStore(database), await openStore(database)]
    const held = releaseOf(await first.lock('plans', 0))
    expect(await second.lock('plans', 300)).toBe('anotherPc')
    expect(await first.lock('plans', 0)).toBe('thisApp')
    const other = await preparedDatabase(server())
    releaseOf(await (await openStore(other)).lock('plans', 0))
    const waiting = second.lock('plans', 10_000)
    await held()
    const taken = releaseOf(await waiting)
    expect(await first.lock('plans', 0)).toBe('anotherPc')
    const dead = `select pg_terminate_backend(pid) from pg_locks join pg_stat_activity using (pid)
      where locktype = 'advisory' and datname = '${database.location.database}'`
    await server().ask('postgres', dead)
    releaseOf(await first.lock('plans', 2_000))
    await taken()
  })

  it('hear what the other one writes and not what they write themselves', async () => {
    const database = await preparedDatabase(server())
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
    const asked = { id: 'a', thread: 'b', kind: 'ask', content: '{}', until: '2999-01-01T00:00:00.000Z' }
    await second.postExchange(asked)
    expect(await first.takeExchange('b', 'ask')).toEqual(asked)
    await second.postExchange(asked)
    await second.removeExchange('a')
    await expect.poll(() => heard.first).toEqual(['documents', 'exchanges', 'exchanges', 'exchanges'])
    const before = heard.second.length
    await appendOne(first, 'zwei')
    await delay(200)
    expect(heard.second.length).toBe(before)
  })

  it('tell the last records too when they close', async () => {
    const database = await preparedDatabase(server())
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
    const database = await preparedDatabase(server())
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
    const shared = await openStore(await preparedDatabase(server()))
    await fillStore(before)
    expect(await shared.copyIn(before.copyOut())).toEqual(succeed(undefined))
    expect(await after.copyIn(shared.copyOut())).toEqual(succeed(undefined))
    expect(await copyOf(after)).toEqual(await copyOf(before))
    expect(await shared.usedLogins()).toHaveLength(4)
  })
})
