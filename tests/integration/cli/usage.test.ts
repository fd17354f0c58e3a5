import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../scripts/setup/places.mjs'
import { CommandLine, type ErrorDocument } from '../support/commandLine'

let cli: CommandLine
beforeAll(async () => {
  cli = await CommandLine.create()
})
afterAll(() => cli.remove())

describe('the words of the command line', () => {
  it.each([
    [[]],
    [['cleanup', 'scan', '/']],
    [['accounts', 'suspend', 'm.muster', '--reason', 'Test', '--until', '31.02.2027']]
  ])('answers wrong usage with 2 and the usage on stderr: %j', async (words) => {
    const answer = await cli.run(words)
    expect(answer.code).toBe(2)
    expect(answer.stdout).toBe('')
    expect(answer.stderr).toContain('Aufruf: netzwart')
    expect(answer.stderr).not.toMatch(/error:|\bat .*:\d+/)
  })

  it('never repeats a value, which could be a mistyped secret', async () => {
    const answer = await cli.run(['setup', 'check', '--password=Geheim-123', 'Geheim-123'])
    expect(answer.code).toBe(2)
    expect(answer.stderr).toContain('--password')
    expect(answer.stderr).not.toContain('Geheim')
  })

  it('gives help and version on stdout with 0', async () => {
    const help = await cli.run(['accounts', 'plan', '--help'])
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toContain('--roster')
    expect((await cli.run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })

  it('speaks the language that is asked for, else that of the locale, else German', async () => {
    const stderr = async (words: string[], environment: NodeJS.ProcessEnv): Promise<string> =>
      (await cli.run(['setup', 'check', ...words], { environment })).stderr
    expect(await stderr([], {})).toContain('kein Verzeichnis')
    expect(await stderr([], { LANG: 'C.UTF-8' })).toContain('kein Verzeichnis')
    expect(await stderr([], { LANG: 'en_GB.UTF-8' })).toContain('No directory')
    expect(await stderr([], { LC_ALL: 'de_DE.UTF-8', LANG: 'en_GB.UTF-8' })).toContain('kein Verzeichnis')
    expect(await stderr(['--language', 'en'], { LANG: 'de_DE' })).toContain('No directory')
    expect(await stderr(['--language=de'], { LANG: 'en_US' })).toContain('kein Verzeichnis')
  })

  it('takes --data before and behind the command, and before NETZWART_DATA', async () => {
    const other = await CommandLine.create()
    try {
      await other.ask(['setup', 'connect', '--profile', 'demo'])
      expect((await cli.run(['--data', other.data, 'accounts', 'list'])).code).toBe(0)
      expect((await cli.run(['accounts', 'list', '--data', other.data])).code).toBe(0)
      expect((await cli.run(['accounts', 'list'])).code).toBe(1)
    } finally {
      await other.remove()
    }
  })

  it('answers a failure with its sentence on stderr and a JSON document on stdout', async () => {
    const answer = await cli.run(['accounts', 'list', '--json', '--language', 'en'])
    expect(answer.code).toBe(1)
    const { error } = JSON.parse(answer.stdout) as ErrorDocument
    expect(error.code).toBe('directory.notConnected')
    expect(answer.stderr).toContain(error.message)
    const plain = await cli.run(['accounts', 'list'])
    expect(plain).toMatchObject({ code: 1, stdout: '' })
  })

  it('survives a reader who stops reading', async () => {
    const other = await CommandLine.create()
    try {
      await other.ask(['setup', 'connect', '--profile', 'demo'])
      const child = other.start(['accounts', 'list', '--json'])
      child.stdin?.end()
      let stderr = ''
      child.stderr?.on('data', (data: Buffer) => (stderr += data.toString()))
      child.stdout?.destroy()
      const [code, signal] = (await once(child, 'close')) as [number | null, string | null]
      expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' })
    } finally {
      await other.remove()
    }
  })

  it('says that another process has the data folder', async () => {
    const { openSqliteStore } = await import('../../../src-main/world/store/sqlite')
    const other = await CommandLine.create()
    const store = await openSqliteStore(other.data)
    try {
      const refused = await other.ask<ErrorDocument>(['accounts', 'list'], 1)
      expect(refused.error.code).toBe('store.inUse')
    } finally {
      if (store.ok) await store.value.close()
      await other.remove()
    }
  })

  it('leaves a data folder alone that is none', async () => {
    const other = await CommandLine.create()
    try {
      await other.write('data', 'a file, not a folder')
      expect((await other.ask<ErrorDocument>(['setup', 'check'], 1)).error.code).toBe('store.notAccessible')
    } finally {
      await other.remove()
    }
  })

  it('runs as `npx netzwart` in the checkout', async () => {
    const answer = await promisify(execFile)('npx', ['--offline', 'netzwart', '--version'], { cwd: root })
    expect(answer.stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
