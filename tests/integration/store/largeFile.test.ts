import { copyFile, mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { appendOne, valueOf } from '../../unit/support/storeSamples'

const fileName = 'netzwart.sqlite'
let large = ''

/** A store of about 40 MB, as many years leave it; SQLite looks through it in one stretch. */
beforeAll(async () => {
  large = await mkdtemp(join(tmpdir(), 'netzwart-store-'))
  await valueOf(await openSqliteStore(large)).close()
  const database = new DatabaseSync(join(large, fileName))
  database.exec(`
    with recursive numbers (number) as (select 1 union all select number + 1 from numbers where number < 90000)
    insert into payloads (hash, salt, text) select printf('%064d', number), printf('%032d', number), printf('%0200d', number)
    from numbers
  `)
  database.close()
})

afterAll(() => rm(large, { recursive: true, force: true }))

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function copyOfLarge(): Promise<string> {
  const folder = await emptyFolder()
  await copyFile(join(large, fileName), join(folder, fileName))
  return folder
}

describe('a large store', () => {
  it('is looked through while main does other work', async () => {
    const folder = await copyOfLarge()
    const database = new DatabaseSync(join(folder, fileName))
    const plainly = timeOf(() => database.prepare('PRAGMA quick_check(1)').get())
    database.close()
    const held: number[] = []
    // Other work on the machine can hold up any of them, but not all for so long.
    for (let round = 0; round < 5; round += 1) {
      const watch = longestStretch()
      const store = valueOf(await openSqliteStore(folder))
      held.push(watch())
      await store.close()
    }
    expect(Math.min(...held)).toBeLessThan(plainly / 2)
  })

  it('is found damaged before anything is written to it', async () => {
    const folder = await copyOfLarge()
    const file = join(folder, fileName)
    const handle = await open(file, 'r+')
    const { size } = await handle.stat()
    await handle.write(Buffer.alloc(4_096, 0xa5), 0, 4_096, Math.floor(size / 8_192) * 4_096)
    await handle.close()
    const before = await readFile(file)
    expect(await openSqliteStore(folder)).toMatchObject({ failure: { code: 'store.damaged' } })
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  it('that is no database is left as it is', async () => {
    const folder = await copyOfLarge()
    const file = join(folder, fileName)
    const handle = await open(file, 'r+')
    await handle.write('a shopping list ', 0)
    await handle.close()
    const before = await readFile(file)
    expect(await openSqliteStore(folder)).toMatchObject({ failure: { code: 'store.damaged' } })
    expect((await readFile(file)).equals(before)).toBe(true)
  })

  it('that a killed app has left with its log is opened with all that was written', async () => {
    const folder = await copyOfLarge()
    const store = valueOf(await openSqliteStore(folder))
    valueOf(await appendOne(store, 'eins'))
    const left = await emptyFolder()
    for (const name of [fileName, `${fileName}-wal`]) await copyFile(join(folder, name), join(left, name))
    await store.close()
    const again = valueOf(await openSqliteStore(left))
    expect((await again.readStatements(0, 10)).map(({ sequence }) => sequence)).toEqual([1])
    await again.close()
  })

  it('is opened once at a time', async () => {
    const folder = await copyOfLarge()
    const inUse = { failure: { code: 'store.inUse' } }
    const store = valueOf(await openSqliteStore(folder))
    expect(await openSqliteStore(folder)).toMatchObject(inUse)
    await store.close()
    const both = await Promise.all([openSqliteStore(folder), openSqliteStore(folder)])
    const opened = both.filter(({ ok }) => ok)
    expect(opened.length).toBeLessThanOrEqual(1)
    for (const one of both) if (!one.ok) expect(one).toMatchObject(inUse)
    for (const one of opened) await valueOf(one).close()
  })
})

function timeOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** The answer ends watching and says the longest stretch (milliseconds) in which no timer had its turn. */
function longestStretch(): () => number {
  let last = performance.now()
  let longest = 0
  const look = (): void => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }
  const timer = setInterval(look, 1)
  return () => {
    look()
    clearInterval(timer)
    return longest
  }
}
