import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseSync } from '@photostructure/sqlite'
import type { Plan, Step } from '../../../../src-main/contract/plan'
import { hashPlan } from '../../../../src-main/core/plan'
import type { StepRecord, Store } from '../../../../src-main/world/store/port'
import { openSqliteStore } from '../../../../src-main/world/store/sqlite'

const at = '2026-11-22T08:00:00.000Z'
let folder = ''
let file = ''
const opened: Store[] = []

async function openStore(): Promise<Store> {
  const store = await openSqliteStore(folder)
  if (!store.ok) throw new Error(JSON.stringify(store.failure))
  opened.push(store.value)
  return store.value
}

function plan(names: readonly string[], undoes: string | null = null): Plan {
  const steps = names.map((name, index): Step => ({
    id: String(index + 1),
    kind: 'create',
    target: { type: 'account', id: null, name, label: name, schoolClass: '7b' },
    before: null,
    after: { login: name, classes: ['7b'], schoolId: null },
    reason: { code: 'test', parameters: { schoolId: 'ä' } },
    needs: []
  }))
  return { format: 1, job: 'accounts', day: '2026-11-22', basis: { rows: 1 }, undoes, steps }
}

function record(step: string, outcome: StepRecord['outcome'], targetId: string | null = null): StepRecord {
  return { step, outcome, failure: null, targetId, at }
}

beforeEach(() => {
  folder = join(tmpdir(), `netzwart-store-${randomBytes(6).toString('hex')}`)
  file = join(folder, 'netzwart.sqlite')
})

afterEach(async () => {
  for (const store of opened.splice(0)) await store.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the plan journal', () => {
  it('keeps plans as they are, so that their hash still fits', async () => {
    const kept = plan(['m.muster', 'a.ärger'])
    const hash = hashPlan(kept)
    const first = await openStore()
    await first.addPlan(kept, hash, { leavers: 3, governed: 20 }, at)
    await first.addPlan(kept, hash, null, at)
    await first.close()
    const store = await openStore()
    const found = await store.findPlan(hash)
    expect(found).toEqual({
      hash,
      plan: kept,
      createdAt: at,
      state: 'planned',
      stoppedBy: null,
      confirmation: { leavers: 3, governed: 20 }
    })
    expect(hashPlan(found!.plan)).toBe(hash)
    expect(await store.findHashes(hash.slice(0, 6))).toEqual([hash])
    expect(await store.findHashes(hash.slice(0, 3))).toEqual([])
    expect(await store.findHashes("' or 1=1")).toEqual([])
    expect(await store.findPlan('0'.repeat(64))).toBeNull()
  })

  it('answers the latest record of each step and the history of a target', async () => {
    const kept = plan(['m.muster', 'a.alt'])
    const hash = hashPlan(kept)
    const store = await openStore()
    await store.addPlan(kept, hash, null, at)
    await store.record(hash, [record('1', 'started'), record('2', 'started')])
    await store.record(hash, [
      record('1', 'done', 'id-1'),
      { ...record('2', 'failed'), failure: { code: 'directory.noRights', parameters: { reason: 'x' } } }
    ])
    const steps = await store.readSteps(hash)
    expect(steps.get('1')).toEqual(record('1', 'done', 'id-1'))
    expect(steps.get('2')?.failure).toEqual({ code: 'directory.noRights', parameters: { reason: 'x' } })
    expect(await store.historyOf('id-1')).toEqual([
      { plan: hash, step: kept.steps[0], record: record('1', 'done', 'id-1') }
    ])
    expect(await store.historyOf('id-2')).toEqual([])
  })

  it('knows one undo for a plan and no second one', async () => {
    const original = plan(['x'])
    const hash = hashPlan(original)
    const undo = plan(['x'], hash)
    const store = await openStore()
    await store.addPlan(original, hash, null, at)
    expect(await store.findUndo(hash)).toBeNull()
    await store.addPlan(undo, hashPlan(undo), null, at)
    expect(await store.findUndo(hash)).toBe(hashPlan(undo))
    const second = { ...undo, day: '2026-11-23' }
    await expect(store.addPlan(second, hashPlan(second), null, at)).rejects.toThrow()
  })

  it('refuses records of steps that the plan does not have, whole transaction', async () => {
    const kept = plan(['x'])
    const hash = hashPlan(kept)
    const store = await openStore()
    await store.addPlan(kept, hash, null, at)
    await expect(store.record(hash, [record('1', 'started'), record('9', 'started')])).rejects.toThrow()
    expect((await store.readSteps(hash)).size).toBe(0)
  })

  it('writes thousands of steps at once', async () => {
    const kept = plan(Array.from({ length: 4_500 }, (_, index) => `login${index}`))
    const hash = hashPlan(kept)
    const store = await openStore()
    await store.addPlan(kept, hash, null, at)
    await store.record(
      hash,
      kept.steps.map((step) => record(step.id, 'done'))
    )
    expect((await store.findPlan(hash))?.plan.steps).toEqual(kept.steps)
    expect((await store.readSteps(hash)).size).toBe(4_500)
  })
})

describe('sealed secrets', () => {
  const marker = 'SEALED-BYTES-THAT-MUST-NOT-STAY'
  const sealed = new TextEncoder().encode(marker.repeat(4))

  it('leaves nothing of a destroyed secret in any file', async () => {
    const kept = plan(['x', 'y'])
    const hash = hashPlan(kept)
    const store = await openStore()
    await store.addPlan(kept, hash, null, at)
    await store.record(
      hash,
      [record('1', 'started'), record('2', 'started')],
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
      const kept = plan([outcome])
      const hash = hashPlan(kept)
      const store = opened[0] ?? (await openStore())
      await store.addPlan(kept, hash, null, at)
      await store.record(hash, [record('1', 'started')], [{ plan: hash, step: '1', login: 'x', sealed }])
      await store.record(hash, [record('1', outcome)])
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

describe('register and documents', () => {
  it('blocks logins by the last day they were seen, and forgets those that were never used', async () => {
    const store = await openStore()
    await store.rememberLogins(['b', 'a'], '2026-01-02')
    await store.rememberLogins(['a'], '2026-01-03')
    await store.rememberLogins(['b'], '2025-01-01')
    expect(await store.usedLogins()).toEqual([
      { login: 'a', lastSeen: '2026-01-03' },
      { login: 'b', lastSeen: '2026-01-02' }
    ])
    await store.forgetLogins(['a'])
    expect((await store.usedLogins()).map(({ login }) => login)).toEqual(['b'])
    await store.rememberLogins([], '2026-01-03')
    await store.forgetLogins([])
  })

  it('remembers birth dates and due suspensions by account', async () => {
    const store = await openStore()
    await store.rememberBirthDates(new Map([['id', '2012-03-04']]))
    await store.rememberBirthDates(new Map([['id', '2012-03-05']]))
    await store.rememberBirthDates(new Map())
    expect(await store.birthDates()).toEqual(new Map([['id', '2012-03-05']]))
    await store.rememberSuspension('id', at)
    expect(await store.dueSuspensions()).toEqual(new Map([['id', at]]))
    await store.forgetSuspension('id')
    expect(await store.dueSuspensions()).toEqual(new Map())
  })

  it('keeps documents, and says so when one cannot be read', async () => {
    const store = await openStore()
    expect(await store.readDocument('settings')).toEqual({ ok: true, value: undefined })
    await store.writeDocument('settings', { a: 1 })
    await store.writeDocument('settings', { a: [null, 'ü'] })
    expect(await store.readDocument('settings')).toEqual({ ok: true, value: { a: [null, 'ü'] } })
    await store.deleteDocument('settings')
    expect(await store.readDocument('settings')).toEqual({ ok: true, value: undefined })
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
