import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ldapSearchAsRoot, ldapWhoAmI, startSlapd, type SlapdServer } from '../servers/slapd'

/** Pupils of the roster: enough for a crash in the middle. */
const pupils = 300
/** With the six classes that the plan makes first. */
const steps = pupils + 6
const kills = 30
/** Longest life of a run from its first step on, milliseconds; a whole run takes about as long. */
const longestLife = 500

/** Where the program's bundle finds the packages that it imports. */
const bundles = resolve(import.meta.dirname, '../../../node_modules/.cache/netzwart-apply')

let server: SlapdServer
let folder = ''

beforeAll(async () => {
  // Bundled once: compiling it anew for each of its many lives would take longer than they do.
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'applyProgram.ts'),
      outDir: bundles,
      target: 'node20',
      emptyOutDir: true
    }
  })
  server = await startSlapd()
  folder = await mkdtemp(join(tmpdir(), 'netzwart-apply-'))
  const rows = Array.from(
    { length: pupils },
    (_, index) => `${1000 + index};Muster${letters(index)};Mia;${5 + (index % 6)}a`
  )
  await writeFile(join(folder, 'roster.csv'), ['ID;Nachname;Vorname;Klasse', ...rows].join('\n'))
  await writeFile(join(folder, 'ca.pem'), server.caCertificate)
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

function letters(index: number): string {
  return String(index).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))
}

/**
 * Runs the services in a process of their own. `life`: it is killed (-9) so many milliseconds after its first step;
 * null: it may end. Answers its last words, or null where it was killed.
 */
async function work(
  words: readonly string[],
  life: number | null,
  { at, on, kind }: { at: string; on: SlapdServer; kind: string } = { at: folder, on: server, kind: 'pupil' }
): Promise<string | null> {
  const environment = {
    ...process.env,
    WORK_FOLDER: at,
    WORK_URL: on.url,
    WORK_BASE: on.baseDn,
    WORK_BIND: on.bindDn,
    WORK_PASSWORD: on.bindPassword,
    WORK_KIND: kind
  }
  const child = spawn(process.execPath, [join(bundles, 'applyProgram.js'), ...words], { env: environment })
  let output = ''
  let errors = ''
  let timer: NodeJS.Timeout | undefined
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    if (life !== null) timer ??= setTimeout(() => child.kill('SIGKILL'), life)
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  clearTimeout(timer)
  if (signal !== null) return null
  if (code !== 0) throw new Error(errors)
  return output
}

async function plan(): Promise<string> {
  const planned = (await work(['plan'], null)) ?? ''
  return /plan ([0-9a-f]{64})/.exec(planned)?.[1] ?? ''
}

it(
  `survives kill -9 at ${kills} random moments of apply and undo: nothing lost, nothing doubled`,
  { timeout: 300_000 },
  async () => {
    let killed = 0
    let rounds = 0
    while (killed < kills) {
      const hash = await plan()
      rounds += 1
      for (const direction of ['apply', 'undo']) {
        let output: string | null = null
        while (output === null) {
          output = await work([direction, hash], killed < kills ? Math.random() * longestLife : null)
          if (output === null) killed += 1
        }
        expect(output).toContain(`finished ${steps} 0 0`)
        const count = direction === 'apply' ? pupils : 0
        expect(await work(['count'], null)).toContain(`accounts ${count} ${count}\n`)
      }
    }
    expect(rounds).toBeGreaterThan(0)
  }
)

it('P4: every slip after a crash shows a password that signs in and must be changed', async () => {
  const hash = await plan()
  while ((await work(['apply', hash], 60)) !== null) await work(['undo', hash], null)
  expect(await work(['apply', hash, 'slips'], null)).toContain(`finished ${steps} 0 0`)
  const rows = (await readFile(join(folder, 'slips.csv'), 'utf8')).trim().split('\r\n').slice(1)
  expect(new Set(rows.map((row) => row.split(';')[2])).size).toBe(pupils)
  for (const row of [0, 50, 100, 150, 299].map((index) => rows[index])) {
    const [, , login = '', password = ''] = row?.split(';') ?? []
    expect(await ldapWhoAmI(server, login, password.replaceAll('"', ''))).toBe('mustChange')
  }
})

it(
  'P1: two PCs with case files of their own, one of them killed again and again, give nothing out twice',
  { timeout: 300_000 },
  async () => {
    const on = await startSlapd()
    const computers = await Promise.all(
      ['pupil', 'teacher'].map(async (kind) => {
        const at = await mkdtemp(join(tmpdir(), 'netzwart-apply-'))
        // The same names at both, so that all logins clash, in two containers.
        const rows = Array.from({ length: 80 }, (_, index) => `${kind}${index};Muster${letters(index)};Mia;`)
        await writeFile(join(at, 'roster.csv'), ['ID;Nachname;Vorname;Klasse', ...rows].join('\n'))
        await writeFile(join(at, 'ca.pem'), on.caCertificate)
        return { at, on, kind }
      })
    )
    const plans = await Promise.all(computers.map((computer) => work(['plan'], null, computer)))
    const hashes = plans.map((planned) => /plan ([0-9a-f]{64})/.exec(planned ?? '')?.[1] ?? '')
    await Promise.all(
      computers.map(async (computer, place) => {
        for (const life of place === 0 ? [10, 40, 80, 120] : []) {
          await work(['apply', hashes[place] ?? ''], life, computer)
        }
        expect(await work(['apply', hashes[place] ?? ''], null, computer)).toContain('finished')
      })
    )
    const ldif = await ldapSearchAsRoot(on, '(uidNumber=*)', 'uid', 'uidNumber')
    for (const attribute of ['uid', 'uidNumber']) {
      const values = [...ldif.matchAll(new RegExp(`^${attribute}: (.*)$`, 'gm'))].map(([, value]) => value)
      expect(values).toHaveLength(80)
      expect(new Set(values).size).toBe(80)
    }
    await on.stop()
    for (const { at } of computers) await rm(at, { recursive: true, force: true })
  }
)
