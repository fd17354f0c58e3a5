import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defaultSettings } from '../../../src-main/contract/settings'
import { fail } from '../../../src-main/contract/result'
import type { Services } from '../../../src-main/services'
import { openHeadless } from '../support/headless'
import { openPostgresStore } from '../../../src-main/world/store/postgres'
import { appendOne, valueOf } from '../../unit/support/storeSamples'
import type { TestDatabase } from '../servers/postgres'
import { preparedDatabase, serverOfThisFile } from '../store/postgresDatabases'
import type { MoveOrder } from './moveProgram'

const kills = 26
const bundles = resolve(import.meta.dirname, '../../../node_modules/.cache/netzwart-move')
const server = serverOfThisFile()
let base = ''
let prepared: TestDatabase
let copies = 0
/** Calls of a database in a move that nobody disturbs. */
let calls = 0

async function openPc(folder: string, databasePassword: string | null): Promise<Services> {
  return valueOf(await openHeadless(folder, { databasePassword }))
}

async function say({ handlers }: Services, idleMinutes: number): Promise<void> {
  valueOf(await handlers['settings.write']({ ...defaultSettings, idleMinutes }))
}

beforeAll(async () => {
  // Bundled once: compiling it anew for each of its many lives would take longer than they do.
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'moveProgram.ts'),
      outDir: bundles,
      target: 'node20',
      emptyOutDir: true
    }
  })
  base = await mkdtemp(join(tmpdir(), 'netzwart-move-'))
  const pc = await openPc(base, null)
  for (const minutes of [6, 7, 8]) await say(pc, minutes)
  await pc.close()
  prepared = await preparedDatabase(server())
  const full = await onCopy((folder, database) => moveAndKill(folder, database, null))
  expect(full?.moved).toBe('moved')
  calls = full?.calls ?? 0
}, 120_000)
afterAll(() => rm(base, { recursive: true, force: true }))

/** Moves in a process of its own, which may be killed (-9) on the way; null: it was. */
async function moveAndKill(
  folder: string,
  { location, password }: TestDatabase,
  killAt: number | null
): Promise<{ calls: number; moved: unknown } | null> {
  const child = spawn(process.execPath, [join(bundles, 'moveProgram.js')])
  let [output, errors] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  const order: MoveOrder = { folder, location, password, killAt }
  child.stdin.end(JSON.stringify(order))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== null && code !== 0) throw new Error(errors)
  return code === null ? null : (JSON.parse(output) as { calls: number; moved: unknown })
}

/** A copy of the PC's folder, and of the prepared database. */
async function onCopy<Value>(
  work: (folder: string, database: TestDatabase) => Promise<Value>
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-move-'))
  const database = `copy_${(copies += 1)}`
  try {
    await cp(base, folder, { recursive: true })
    await server().ask('postgres', `create database ${database} template ${prepared.location.database}`)
    return await work(folder, { ...prepared, location: { ...prepared.location, database } })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const seen = { here: 0, there: 0 }

describe('the app killed while the case file moves', () => {
  const moments = Array.from({ length: kills }, (_, index) => index / kills)
  it.each(moments)(
    'at %f of it goes on with the one that counts, and never are there two',
    async (moment) => {
      const killAt = 1 + Math.floor(moment * calls)
      await onCopy(async (folder, database) => {
        expect(await moveAndKill(folder, database, killAt)).toBeNull()
        const { location, password } = database

        // Started anew, the PC works on, wherever the case file is now.
        const pc = await openPc(folder, password)
        const state = valueOf(await pc.handlers['application.state'](undefined)).caseFile
        expect(state).toMatchObject({ state: 'ready' })
        await say(pc, 9)
        const there = valueOf(await openPostgresStore(location, password))
        if (state.kind === 'sqlite') {
          seen.here += 1
          // What lies on the server takes no statement, and nobody joins it.
          if ((await there.readStatements(0, 10)).length > 0) {
            seen.there += 1
            expect(await appendOne(there, 'fremd')).toEqual(fail('caseFile.incoming'))
            const second = await openPc(await mkdtemp(join(folder, 'second-')), null)
            const joined = await second.handlers['caseFile.join']({ location, password, keepPassword: false })
            expect(joined).toEqual(fail('caseFile.incoming'))
            await second.close()
          }
          // The wizard takes it for an empty place, and the move goes on.
          expect(valueOf(await pc.handlers['caseFile.check']({ location, password })).statements).toBe(0)
          const moved = await pc.handlers['caseFile.move']({ location, password, keepPassword: false })
          expect(valueOf(moved).caseFile.kind).toBe('postgres')
          await say(pc, 10)
        }
        expect(await there.incomingMove()).toBeNull()
        await there.close()
        expect(valueOf(await pc.handlers['ledger.verify'](undefined)).problems).toEqual([])
        const kinds = pc.caseFile()?.ledger.items.map(({ statement }) => statement?.kind) ?? []
        expect(kinds.filter((kind) => kind === 'store.moved')).toHaveLength(1)
        const isHere = state.kind === 'sqlite'
        expect(kinds.filter((kind) => kind === 'settings.changed')).toHaveLength(isHere ? 5 : 4)
        const settings = valueOf(await pc.handlers['settings.read'](undefined))
        expect(settings.idleMinutes).toBe(isHere ? 10 : 9)
        await pc.close()
      })
    }
  )

  it('was met in the old place, with and without a copy in the new one', () => {
    expect(seen.here).toBeGreaterThan(5)
    expect(seen.there).toBeGreaterThan(0)
  })
})
