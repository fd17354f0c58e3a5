import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseSync } from '@photostructure/sqlite'
import { hashPlan } from '../../../../src-main/core/plan'
import type { Store } from '../../../../src-main/world/store/port'
import { openSqliteStore } from '../../../../src-main/world/store/sqlite'
import { at, samplePlan, sampleRecord } from '../../support/storeSamples'

// What every store must do stands in tests/integration/store/storeSuite.ts; here is what a file brings along.

let folder = ''
let file = ''
const opened: Store[] = []

async function openStore(): Promise<Store> {
  const store = await openSqliteStore(folder)
  if (!store.ok) throw new Error(JSON.stringify(store.failure))
  opened.push(store.value)
  return store.value
}

beforeEach(() => {
  folder = join(tmpdir(), `netzwart-store-${randomBytes(6).toString('hex')}`)
  file = join(folder, 'netzwart.sqlite')
})

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await rm(folder, { recursive: true, force: true })
})

describe('sealed secrets', () => {
  const marker = 'SEALED-BYTES-THAT-MUST-NOT-STAY'
  const sealed = new TextEncoder().encode(marker.repeat(4))

  it('leaves nothing of a destroyed secret in any file', async () => {
    const kept = samplePlan(['x', 'y'])
    const hash = hashPlan(kept)
    const store = await openStore()
    await store.addPlan(kept, hash, null, at)
    await store.record(
      hash,
      [sampleRecord('1', 'started'), sampleRecord('2', 'started')],
      [
        { plan: hash, step: '1', login: 'x', sealed },
        { plan: hash, step: '2', login: 'y', sealed }
      ]
    )
    expect((await store.listSecrets()).map(({ login, at: since }) => [login, since])).toEqual([
      ['x', at],
      ['y', at]
    ])
    expect(await everyByte()).toContain(marker)
    await store.destroySecrets([
      { plan: hash, step: '1' },
      { plan: hash, step: '2' }
    ])
    expect(await store.listSecrets()).toEqual([])
    expect(await everyByte()).not.toContain(marker)
  })

  it('destroys the secret of a step that failed, was undone or was taken back', async () => {
    for (const outcome of ['failed', 'undone', 'open'] as const) {
      const kept = samplePlan([outcome])
      const hash = hashPlan(kept)
      const store = opened[0] ?? (await openStore())
      await store.addPlan(kept, hash, null, at)
      await store.record(
        hash,
        [sampleRecord('1', 'started')],
        [{ plan: hash, step: '1', login: 'x', sealed }]
      )
      await store.record(hash, [sampleRecord('1', outcome)])
      expect(await store.listSecrets()).toEqual([])
    }
    expect(await everyByte()).not.toContain(marker)
  })

  async function everyByte(): Promise<string> {
    const files = await readdir(folder)
    const contents = await Promise.all(files.map((name) => readFile(join(folder, name), 'latin1')))
    return contents.join('')
  }
})

describe('a document', () => {
  it('that cannot be read is said and kept', async () => {
    const store = await openStore()
    await store.writeDocument('broken', {})
    await store.close()
    const database = new DatabaseSync(file)
    database.exec("update documents set body = '{' where name = 'broken'")
    database.close()
    const again = await openStore()
    expect(await again.readDocument('broken')).toMatchObject({
      ok: false,
      failure: { code: 'store.documentDamaged' }
    })
  })
})

describe('opening', () => {
  it('makes the folder and the files for this user only', async () => {
    const store = await openStore()
    await store.writeDocument('x', 1)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    for (const name of await readdir(folder))
      expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600)
  })

  it('refuses a second opening while the first is there, and not after', async () => {
    const first = await openStore()
    expect(await openSqliteStore(folder)).toMatchObject({ ok: false, failure: { code: 'store.inUse' } })
    await first.close()
    const second = await openStore()
    expect(await second.usedLogins()).toEqual([])
  })

  it('refuses a second process', async () => {
    await openStore()
    const script = `
      import { DatabaseSync } from '@photostructure/sqlite'
      try {
        new DatabaseSync(${JSON.stringify(file)}).prepare('select * from plans').all()
        console.log('open')
      } catch (error) { console.log(error.sqliteCodeName) }`
    const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    expect(child.stdout.trim()).toBe('SQLITE_BUSY')
  })

  it('leaves a damaged file, a foreign file and a newer file as they are', async () => {
    await (await openStore()).close()
    const database = new DatabaseSync(file)
    database.exec("insert into schema_migrations values (99, 'future', 'later')")
    database.close()
    const newer = await readFile(file)
    expect(await openSqliteStore(folder)).toMatchObject({
      failure: { code: 'store.newerSchema', parameters: { found: 99 } }
    })
    expect((await readFile(file)).equals(newer)).toBe(true)

    const garbage = Buffer.from('This is a shopping list, not a database. '.repeat(200))
    await writeFile(file, garbage)
    expect(await openSqliteStore(folder)).toMatchObject({ failure: { code: 'store.damaged' } })
    expect((await readFile(file)).equals(garbage)).toBe(true)

    await rm(file)
    const foreign = new DatabaseSync(file)
    foreign.exec('create table recipes (name text)')
    foreign.close()
    const recipes = await readFile(file)
    expect(await openSqliteStore(folder)).toMatchObject({ failure: { code: 'store.damaged' } })
    expect((await readFile(file)).equals(recipes)).toBe(true)
  })

  it('says which folder cannot be used', async () => {
    await writeFile(folder, 'a file where the folder should be')
    expect(await openSqliteStore(folder)).toMatchObject({ failure: { code: 'store.notAccessible' } })
  })
})
