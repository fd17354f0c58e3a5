import { once } from 'node:events'
import { watch } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSlapd, type SlapdServer } from '../servers/slapd'
import { CommandLine, readSlips, type PlanDocument, type RunDocument } from '../support/commandLine'
import { pupils, rosterOf } from '../support/roster'

let server: SlapdServer
let cli: CommandLine

beforeAll(async () => {
  server = await startSlapd()
  cli = await CommandLine.create(server.bindPassword)
  await cli.ask([
    ...['setup', 'connect', '--profile', 'openldap', '--url', server.url, '--ca', server.caFile],
    ...['--bind-dn', server.bindDn, '--base-dn', server.baseDn]
  ])
})

afterAll(async () => {
  await cli.remove()
  await server.stop()
})

/** What lies beside the data folder. */
async function beside(): Promise<Map<string, string>> {
  const entries = await readdir(cli.folder, { withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  return new Map(
    await Promise.all(files.map(async (name) => [name, await readFile(cli.file(name), 'utf8')] as const))
  )
}

it('leaves passwords nowhere but in the file of slips, whenever the writing is killed, and loses none', async () => {
  const rounds = 5
  const texts: string[] = []
  let killed = 0
  for (let round = 1; round <= rounds; round += 1) {
    await cli.write('roster.csv', rosterOf(pupils(20 * round)))
    const { plan } = await cli.ask<PlanDocument>(['accounts', 'plan', '--roster', cli.file('roster.csv')])
    const words = ['accounts', 'apply', String(plan), '--slips', cli.file('slips.csv')]
    const child = cli.start(words)
    child.stdout?.resume()
    child.stderr?.resume()
    // The first sign of a file of slips, whatever it is called.
    const watcher = watch(cli.folder, (_event, name) => {
      if (name?.includes('slips') === true && child.kill('SIGKILL')) killed += 1
    })
    await once(child, 'exit')
    watcher.close()
    const left = await beside()
    expect([...left.keys()].toSorted()).toEqual(
      [...left.keys()].filter((name) => ['roster.csv', 'slips.csv'].includes(name)).toSorted()
    )
    texts.push(...[...left].filter(([name]) => name !== 'slips.csv').map(([, text]) => text))
    texts.push((await cli.everythingKept()).toString('latin1'))
    expect((await cli.ask<RunDocument>(words)).slips?.pending).toBe(0)
  }
  const slips = await readSlips(cli.file('slips.csv'))
  expect(new Set(slips.map(({ login }) => login)).size).toBe(20 * rounds)
  expect(slips).toHaveLength(20 * rounds)
  expect(slips.filter(({ password }) => texts.some((text) => text.includes(password)))).toEqual([])
  // Kills that meet nothing under way would prove nothing.
  expect(killed).toBeGreaterThanOrEqual(rounds / 2)
}, 240_000)
