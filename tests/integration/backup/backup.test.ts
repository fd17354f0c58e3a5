import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { fail, succeed, type Result } from '../../../src-main/contract/result'
import { draft, Ledger, sha256 } from '../../../src-main/core/ledger'
import { deviceSigner } from '../../../src-main/core/people/keys'
import { hashPlan } from '../../../src-main/core/plan'
import { createBackup, restoreBackup, type MadeBackup } from '../../../src-main/jobs/caseFile/backup'
import { localFiles } from '../../../src-main/world/files/local'
import { openDeviceSecretBox } from '../../../src-main/world/secrets/deviceKey'
import type { SecretBox } from '../../../src-main/world/secrets/port'
import type { CopiedRow, Store } from '../../../src-main/world/store/port'
import { openPostgresStore, postgresSetup } from '../../../src-main/world/store/postgres'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import { ledgerRules, type LedgerBuilder } from '../../unit/support/ledgerBuilder'
import { buildYear } from '../../unit/support/ledgerYear'
import { MemoryHead } from '../../unit/support/memoryLedger'
import { at, samplePlan, sampleRecord, valueOf } from '../../unit/support/storeSamples'
import { run } from '../servers/command'
import { startPostgres, type PostgresServer } from '../servers/postgres'

const cost = { operations: 1, memory: 8192 }
const passphrase = 'Ein Zug fährt über die Brücke'
const slipContext = ['plan', '1', 'm.muster']
const sealedChunk = 65_536 + 17

let server: PostgresServer
let year: LedgerBuilder

beforeAll(async () => {
  ;[server, year] = await Promise.all([startPostgres(), buildYear()])
})

afterAll(async () => {
  await server.stop()
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-backup-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function sqliteStore(folder: string): Promise<Store> {
  const store = valueOf(await openSqliteStore(folder))
  onTestFinished(() => store.close())
  return store
}

async function postgresStore(): Promise<Store> {
  const { location, password, owner } = await server.makeDatabase()
  valueOf(await postgresSetup.prepare(location, password, owner))
  const store = valueOf(await openPostgresStore(location, password))
  onTestFinished(() => store.close())
  return store
}

/** A school's store: a year's ledger, a plan with a slip that is not printed yet, and more than a few chunks. */
async function fill(store: Store, box: SecretBox): Promise<void> {
  const appendix = { statements: year.shelf.rows, payloads: [...year.shelf.payloads.values()] }
  valueOf(await store.append(0, () => succeed({ appendix, value: null })))
  const plan = samplePlan(['m.muster'])
  const hash = hashPlan(plan)
  await store.addPlan(plan, hash, null, at)
  const sealed = box.seal('Sonne-4711', slipContext)
  await store.record(hash, [sampleRecord('1', 'started')], [{ plan: hash, step: '1', login: 'x', sealed }])
  await store.writeDocument('settings', { noise: randomBytes(200_000).toString('base64') })
}

async function rowsOf(store: Store): Promise<CopiedRow[]> {
  const rows: CopiedRow[] = []
  for await (const row of store.copyOut()) rows.push(row)
  return rows
}

async function backUp(store: Store, dataFolder: string, folder: string): Promise<Result<MadeBackup>> {
  return createBackup({
    store,
    deviceKey: await readFile(join(dataFolder, 'device.key')),
    ledgerHead: year.ledger.head,
    folder,
    passphrase,
    version: '0.1.0',
    files: localFiles,
    now: () => new Date(at),
    cost
  })
}

async function restore(
  store: Store,
  dataFolder: string,
  file: string,
  words = passphrase
): ReturnType<typeof restoreBackup> {
  return restoreBackup({
    store,
    file,
    passphrase: words,
    files: localFiles,
    ownDocuments: new Map(),
    isDemoPerson: () => false,
    keepDeviceKey: (key) => localFiles.writePrivately(join(dataFolder, 'device.key'), key)
  })
}

async function boxOf(dataFolder: string): Promise<SecretBox> {
  return valueOf(await openDeviceSecretBox(dataFolder))
}

/** Opens the ledger of a store as this PC does. */
async function openLedger(store: Store, box: SecretBox): Promise<Ledger> {
  const device = deviceSigner(box.derive('device signature'))
  return Ledger.open({
    shelf: store,
    device,
    computer: 'PC-Büro',
    rules: ledgerRules,
    memory: new MemoryHead()
  })
}

describe('a backup of a case file', () => {
  it.each([
    ['sqlite', 'sqlite'],
    ['sqlite', 'postgres'],
    ['postgres', 'sqlite'],
    ['postgres', 'postgres']
  ] as const)('from %s comes back in %s without loss, with its chain and its slips', async (from, to) => {
    const [here, there, medium] = [await newFolder(), await newFolder(), await newFolder()]
    const source = from === 'sqlite' ? await sqliteStore(here) : await postgresStore()
    await fill(source, await boxOf(here))
    const made = valueOf(await backUp(source, here, medium))
    const { head } = year.ledger
    expect(made).toMatchObject({ statements: year.shelf.rows.length, head })
    expect(made.statements).toBeGreaterThanOrEqual(200)
    const bytes = await readFile(made.file)
    for (const word of ['Musterstadt', 'founding', 'SQLite']) expect(bytes.includes(word)).toBe(false)

    // The new PC has made a device key of its own by the time the backup is restored.
    await boxOf(there)
    const target = to === 'sqlite' ? await sqliteStore(there) : await postgresStore()
    expect(await restore(target, there, made.file)).toMatchObject({
      value: { createdAt: at, version: '0.1.0', kind: from }
    })
    expect(await rowsOf(target)).toEqual(await rowsOf(source))
    const box = await boxOf(there)
    const { problems, statements, head: restored } = (await openLedger(target, box)).verification
    expect({ problems, statements, restored }).toEqual({
      problems: [],
      statements: year.shelf.rows.length,
      restored: head
    })
    const [slip] = await target.listSecrets()
    expect(box.open(slip!.sealed, slipContext)).toBe('Sonne-4711')
    expect(await restore(target, there, made.file)).toEqual(fail('store.notEmpty'))
  })

  it('lets the restored PC go on signing as the one that it was', async () => {
    const [here, there, medium] = [await newFolder(), await newFolder(), await newFolder()]
    const source = await sqliteStore(here)
    const ledger = await openLedger(source, await boxOf(here))
    const changed = draft(
      'settings.changed',
      'ledger',
      { document: 'settings', digest: sha256('a'), by: null },
      null
    )
    valueOf(await ledger.record(changed, changed))
    const made = valueOf(
      await createBackup({
        store: source,
        deviceKey: await readFile(join(here, 'device.key')),
        ledgerHead: ledger.head,
        folder: medium,
        passphrase,
        version: '0.1.0',
        files: localFiles,
        now: () => new Date(),
        cost
      })
    )
    const target = await sqliteStore(there)
    valueOf(await restore(target, there, made.file))
    const restored = await openLedger(target, await boxOf(there))
    valueOf(await restored.record(changed))
    expect(restored.authority.devices.size).toBe(1)
    expect(restored.verification).toMatchObject({ statements: 4, problems: [] })
  })

  it('leaves nothing on a medium that is full', async () => {
    const [here, medium] = [await newFolder(), await newFolder()]
    await run('mount', ['-t', 'tmpfs', '-o', 'size=128k,mode=0700', 'tmpfs', medium])
    onTestFinished(async () => {
      await run('umount', ['--lazy', medium])
    })
    const source = await sqliteStore(here)
    await fill(source, await boxOf(here))
    expect(await backUp(source, here, medium)).toMatchObject({
      failure: { code: 'application.fileNotWritable' }
    })
    expect(await readdir(medium)).toEqual([])
    // The copy that was given up keeps nobody waiting at the store.
    await source.writeDocument('settings', {})
    valueOf(await backUp(source, here, medium))
  })
})

describe('a damaged backup', () => {
  it.each(['sqlite', 'postgres'] as const)(
    'leaves a store in %s empty and the device key alone',
    async (kind) => {
      const [here, there, medium] = [await newFolder(), await newFolder(), await newFolder()]
      const source = await sqliteStore(here)
      await fill(source, await boxOf(here))
      const { file } = valueOf(await backUp(source, here, medium))
      const bytes = await readFile(file)
      await boxOf(there)
      const target = kind === 'sqlite' ? await sqliteStore(there) : await postgresStore()
      const [before, key] = [await rowsOf(target), await readFile(join(there, 'device.key'))]

      for (const damaged of damages(bytes)) {
        await writeFile(file, damaged)
        const refused = await restore(target, there, file)
        expect(refused.ok ? 'ok' : refused.failure.code).toMatch(/^backup\.(damaged|notABackup|newer)$/)
      }
      await writeFile(file, bytes)
      expect(await restore(target, there, file, 'eine andere')).toEqual(fail('backup.wrongPassphrase'))
      expect(await rowsOf(target)).toEqual(before)
      expect(await readFile(join(there, 'device.key'))).toEqual(key)
      valueOf(await restore(target, there, file))
      expect(await rowsOf(target)).toEqual(await rowsOf(source))
    },
    180_000
  )
})

/** Bytes changed all over the file, and everything that can happen to its chunks. */
function* damages(bytes: Buffer): Generator<Buffer> {
  const begin = bytes.indexOf(0x0a) + 1
  for (let place = 0; place < begin; place += 5) yield changed(bytes, place)
  for (let part = 0; part < 12; part += 1)
    yield changed(bytes, Math.floor(begin + ((bytes.length - begin) * part) / 12))
  yield changed(bytes, bytes.length - 1)
  const chunks: Buffer[] = []
  for (let start = begin; start < bytes.length; start += sealedChunk) {
    yield bytes.subarray(0, start)
    chunks.push(bytes.subarray(start, start + sealedChunk))
  }
  yield bytes.subarray(0, -1)
  const header = bytes.subarray(0, begin)
  const [first, second, ...rest] = chunks as [Buffer, Buffer, ...Buffer[]]
  yield Buffer.concat([header, second, first, ...rest])
  yield Buffer.concat([header, first, ...rest])
  yield Buffer.concat([header, first, first, second, ...rest])
  yield Buffer.concat([bytes, first])
}

function changed(bytes: Buffer, place: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[place]! ^= 0x10
  return copy
}
