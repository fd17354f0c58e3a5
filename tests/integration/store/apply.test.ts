import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ldapWhoAmI, startSlapd, type SlapdServer } from '../servers/slapd'

/** Pupils of the roster: enough for a crash in the middle. */
const pupils = 300
let server: SlapdServer
let folder = ''

beforeAll(async () => {
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
  return [...String(index)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')
}

interface Ended {
  readonly signal: string | null
  readonly output: string
}

/** Runs the services in a process of their own that can be killed like any other. */
async function work(words: readonly string[], killAfter: number | null): Promise<Ended> {
  const program = join(import.meta.dirname, 'applyProgram.ts')
  const environment = {
    ...process.env,
    WORK_FOLDER: folder,
    WORK_URL: server.url,
    WORK_BASE: server.baseDn,
    WORK_BIND: server.bindDn,
    WORK_PASSWORD: server.bindPassword
  }
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...words], { env: environment })
  let output = ''
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    const done = [...output.matchAll(/done (\d+)/g)].at(-1)?.[1]
    if (killAfter !== null && done !== undefined && Number(done) >= killAfter) child.kill('SIGKILL')
  })
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
  if (code !== 0 && signal === null) throw new Error(errors)
  return { signal, output }
}

it('survives kill -9 in the middle of an apply: nothing lost, nothing doubled, each slip signs in', async () => {
  const planned = await work(['plan'], null)
  const plan = /plan ([0-9a-f]{64})/.exec(planned.output)?.[1] ?? ''
  for (const killAfter of [1, 90, 200]) {
    const killed = await work(['apply', plan], killAfter)
    expect(killed.signal).toBe('SIGKILL')
  }
  const finished = await work(['apply', plan, 'slips'], null)
  expect(finished.output).toContain(`finished ${pupils + 6} 0 0`)

  const rows = (await readFile(join(folder, 'slips.csv'), 'utf8')).trim().split('\r\n').slice(1)
  const logins = rows.map((row) => row.split(';')[2] ?? '')
  expect(new Set(logins).size).toBe(pupils)
  // P4: the password on the slip works and must be changed at once.
  for (const row of [rows[0], rows[150], rows[299]]) {
    const [, , login = '', password = ''] = row?.split(';') ?? []
    expect(await ldapWhoAmI(server, login, password.replaceAll('"', ''))).toBe('mustChange')
  }

  const undone = await work(['undo', plan], null)
  expect(undone.output).toContain(`finished ${pupils + 6} 0 0`)
  const again = await work(['count'], null)
  expect(again.output).toContain('accounts 0')
})
