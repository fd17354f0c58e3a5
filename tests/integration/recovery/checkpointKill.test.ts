import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { SeededRandom } from '../../../src-main/core/seededRandom'
import { localFiles } from '../../../src-main/world/files/local'
import { checkpointMemory } from '../../../src-main/placeMemory'
import { defaultSettings } from '../../../src-main/contract/settings'
import { valueOf } from '../../unit/support/storeSamples'
import { openHeadless } from '../support/headless'

const kills = 12
/** Longest time (milliseconds) from a confirmed statement to the kill: so long a round takes, where the machine is busy. */
const longest = 150
const bundles = resolve(import.meta.dirname, '../../../node_modules/.cache/netzwart-checkpoint')
let folder = ''

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'checkpointProgram.ts'),
      outDir: bundles,
      target: 'node20',
      emptyOutDir: true
    }
  })
  folder = await mkdtemp(join(tmpdir(), 'netzwart-checkpoint-'))
  const pc = valueOf(await openHeadless(folder))
  valueOf(await pc.handlers['settings.write']({ ...defaultSettings, idleMinutes: 6 }))
  await pc.close()
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Works for a few rounds and kills it so long after a confirmed statement. Answers the last number that was confirmed. */
async function killAfter(rounds: number, milliseconds: number): Promise<number> {
  const child = spawn(process.execPath, [join(bundles, 'checkpointProgram.js'), folder])
  const gone = once(child, 'close') as Promise<[number | null, string | null]>
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  let confirmed = 0
  let heard = 0
  for await (const line of createInterface({ input: child.stdout })) {
    confirmed = Number(line)
    heard += 1
    // What it goes on to say meanwhile is read after its end.
    if (heard === rounds) void delay(milliseconds).then(() => child.kill('SIGKILL'))
  }
  const [, signal] = await gone
  if (signal !== 'SIGKILL') throw new Error(errors)
  return confirmed
}

it('P22: nothing is called damaged when the app is killed while it makes checkpoints', async () => {
  const seed = randomInt(2 ** 31)
  const random = new SeededRandom(seed)
  /** Killed with the newest statement in a checkpoint, and with older ones only. */
  const met = { sealed: 0, behind: 0 }
  for (let kill = 0; kill < kills; kill += 1) {
    const where = `seed ${seed}, kill ${kill}`
    const confirmed = await killAfter(1 + random.below(3), random.next() * longest)
    const sealed = await checkpointMemory(folder, '', localFiles).read()
    // A checkpoint is there, whole, whenever it dies: the first one was made before.
    expect(sealed, where).not.toBeNull()
    const { head } = JSON.parse(sealed?.text ?? '') as { head: { sequence: number } }

    const pc = valueOf(await openHeadless(folder))
    const caseFile = pc.caseFile()
    if (caseFile === null) throw new Error('no case file is open')
    const { ledger } = caseFile
    const newest = ledger.head?.sequence ?? 0
    if (head.sequence === newest) met.sealed += 1
    else met.behind += 1
    // Opened from the checkpoint, with everything that was confirmed, and without a word of complaint.
    expect(ledger.checking, where).toBe(0)
    expect(newest, where).toBeGreaterThanOrEqual(confirmed)
    expect(caseFile.state().ledger, where).toMatchObject({ problems: 0, clockNotices: 0 })
    await ledger.checkWhole()
    expect(ledger.verification.problems, where).toEqual([])
    await pc.close()
  }
  // Kills that always meet the same moment would prove nothing.
  expect(met.behind, `seed ${seed}`).toBeGreaterThan(0)
  expect(met.sealed, `seed ${seed}`).toBeGreaterThan(0)
}, 300_000)
