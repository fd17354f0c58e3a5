import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { succeed } from '../../../src-main/contract/result'
import { hashPlan } from '../../../src-main/core/plan'
import { StoreFailure } from '../../../src-main/world/store/port'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import {
  appendOne,
  at,
  samplePayload,
  samplePlan,
  sampleStatement,
  valueOf
} from '../../unit/support/storeSamples'
import { run } from '../servers/command'
import { storeSuite, type StorePlace } from './storeSuite'

async function makePlace(): Promise<StorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-store-'))
  return {
    kind: 'sqlite',
    open: async () => valueOf(await openSqliteStore(folder)),
    remove: () => rm(folder, { recursive: true, force: true })
  }
}

describe('the store in a file', () => {
  storeSuite(makePlace)
})

/** A disk that is soon full. Mounting needs root, as the Samba tests do. */
async function smallDisk(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-disk-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await run('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0700', 'tmpfs', folder])
  onTestFinished(async () => {
    await run('umount', ['--lazy', folder])
  })
  return folder
}

/** Takes all the space that is left. */
async function fillUp(folder: string): Promise<string> {
  const file = join(folder, 'ballast')
  await writeFile(file, '')
  for (const size of [65_536, 4_096, 1]) {
    const chunk = Buffer.alloc(size)
    for (;;) {
      try {
        await writeFile(file, chunk, { flag: 'a' })
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        break
      }
    }
  }
  return file
}

describe('a full disk', () => {
  it('is said, leaves nothing half-written, and is over when there is space again', async () => {
    const disk = await smallDisk()
    const store = valueOf(await openSqliteStore(disk))
    const plan = samplePlan(['x'])
    await store.addPlan(plan, hashPlan(plan), null, at)
    valueOf(await appendOne(store, 'eins'))
    const ballast = await fillUp(disk)

    const big = 'x'.repeat(300_000)
    const full = { ok: false, failure: { code: 'store.full', parameters: { place: disk } } }
    expect(await appendOne(store, big, samplePayload('zwei'))).toMatchObject(full)
    expect(await store.readStatements(0, 10)).toEqual([sampleStatement(1, 'eins')])
    expect(await store.readPayloads([samplePayload('zwei').hash])).toEqual([])
    const written = store.writeDocument('settings', big)
    await expect(written).rejects.toThrow(StoreFailure)
    await expect(written).rejects.toMatchObject({ failure: full.failure })
    const other = samplePlan(Array.from({ length: 3_000 }, (_, index) => `login${index}`))
    await expect(store.addPlan(other, hashPlan(other), null, at)).rejects.toMatchObject({
      failure: full.failure
    })
    expect(await store.findPlan(hashPlan(other))).toBeNull()
    expect(await store.readDocument('settings')).toEqual(succeed(undefined))

    await rm(ballast)
    expect(valueOf(await appendOne(store, 'zwei', samplePayload('zwei'))).sequence).toBe(2)
    await store.close()
    const again = valueOf(await openSqliteStore(disk))
    expect((await again.readStatements(0, 10)).map(({ sequence }) => sequence)).toEqual([1, 2])
    await again.close()
  })

  it('lets the store be closed; the next process finds everything that was written', async () => {
    const disk = await smallDisk()
    const store = valueOf(await openSqliteStore(disk))
    valueOf(await appendOne(store, 'eins'))
    await fillUp(disk)
    expect(await appendOne(store, 'x'.repeat(300_000))).toMatchObject({ failure: { code: 'store.full' } })
    await store.close()
    // This process lets go of the file only with its last statement; another one sees what lies on the disk.
    const roomy = await mkdtemp(join(tmpdir(), 'netzwart-store-'))
    onTestFinished(() => rm(roomy, { recursive: true, force: true }))
    for (const file of ['netzwart.sqlite', 'netzwart.sqlite-wal']) {
      await copyFile(join(disk, file), join(roomy, file))
    }
    const again = valueOf(await openSqliteStore(roomy))
    expect((await again.readStatements(0, 10)).map(({ sequence }) => sequence)).toEqual([1])
    await again.close()
  })

  it('is said when there is no room for a new store', async () => {
    const disk = await smallDisk()
    await fillUp(disk)
    const opened = await openSqliteStore(disk)
    expect(opened).toMatchObject({ ok: false, failure: { code: 'store.full' } })
  })
})

describe('the statements in the file', () => {
  it('are changed and deleted by nobody', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'netzwart-store-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const store = valueOf(await openSqliteStore(folder))
    valueOf(await appendOne(store, 'eins'))
    await store.close()
    const database = new DatabaseSync(join(folder, 'netzwart.sqlite'))
    for (const change of [
      "update statements set text = ''",
      'delete from statements',
      "replace into statements values (1, 'h', 't', 's')"
    ]) {
      expect(() => database.exec(change)).toThrow()
    }
    database.close()
  })

  it('come to a file of the first version without touching what is there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'netzwart-store-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const store = valueOf(await openSqliteStore(folder))
    const plan = samplePlan(['x'])
    await store.addPlan(plan, hashPlan(plan), null, at)
    await store.close()
    const database = new DatabaseSync(join(folder, 'netzwart.sqlite'))
    database.exec(
      `drop table statements; drop table payloads; drop table sealed_keys; drop table evidence_parts;
        drop table evidence; drop table exchanges; delete from schema_migrations where number > 1`
    )
    database.close()
    const again = valueOf(await openSqliteStore(folder))
    expect((await again.findPlan(hashPlan(plan)))?.plan).toEqual(plan)
    expect(valueOf(await appendOne(again, 'eins')).sequence).toBe(1)
    await again.close()
  })
})
