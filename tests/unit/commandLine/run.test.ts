import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { run } from '../../../src-main/commandLine/run'
import type { Surroundings } from '../../../src-main/commandLine/surroundings'
import { fail } from '../../../src-main/contract/result'

interface Stage {
  readonly surroundings: Surroundings
  readonly out: () => string
  readonly error: () => string
  readonly bugs: unknown[]
  readonly uncaught: ((error: unknown) => void)[]
  readonly ended: number[]
}

function stage(fields: Partial<Surroundings> = {}): Stage {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const bugs: unknown[] = []
  const uncaught: ((error: unknown) => void)[] = []
  const ended: number[] = []
  const text = (stream: PassThrough) => () => (stream.read() as Buffer | null)?.toString() ?? ''
  const absent = (): never => {
    throw new Error('not part of this test')
  }
  return {
    bugs,
    uncaught,
    ended,
    out: text(stdout),
    error: text(stderr),
    surroundings: {
      version: '1.2.3',
      environment: {},
      stdin: stdin as unknown as NodeJS.ReadStream,
      stdout: stdout as unknown as NodeJS.WriteStream,
      stderr: stderr as unknown as NodeJS.WriteStream,
      files: { read: absent, exists: absent, list: absent, writePrivately: absent },
      isFolder: absent,
      findDataFolder: (asked) => asked ?? '/nowhere',
      openServices: absent,
      readCertificate: absent,
      demoNames: { baseDn: '', bindDn: '' },
      startDemo: absent,
      demoRoster: absent,
      noteBug: (_folder, error) => {
        bugs.push(error)
        return 'abcd1234'
      },
      onInterrupt: () => () => undefined,
      onUncaught: (listener) => {
        uncaught.push(listener)
        return () => undefined
      },
      exit: (code) => void ended.push(code),
      ...fields
    }
  }
}

describe('a call of the command line', () => {
  it('answers a bug with a reference and never with its words or a stack', async () => {
    const { surroundings, out, error, bugs } = stage({
      openServices: () => {
        throw new Error('Max Mustermann has the password Geheim-1')
      }
    })
    expect(await run(['accounts', 'list', '--json', '--language', 'en'], surroundings)).toBe(1)
    expect(bugs).toHaveLength(1)
    const shown = out()
    expect(JSON.parse(shown)).toMatchObject({ error: { code: 'application.unexpected' } })
    const said = error()
    expect(said).toContain('abcd1234')
    expect(`${shown}${said}`).not.toMatch(/Mustermann|Geheim|\bat /)
  })

  it('ends with 1 and the same sentence when a bug comes out of nowhere', async () => {
    const { surroundings, error, bugs, uncaught, ended } = stage({
      openServices: () => new Promise(() => undefined)
    })
    void run(['due', '--language', 'en'], surroundings)
    const bug = new Error('Geheim-1')
    uncaught[0]?.(bug)
    await expect.poll(() => ended).toEqual([1])
    expect(bugs).toEqual([bug])
    const said = error()
    expect(said).toContain('abcd1234')
    expect(said).not.toContain('Geheim')
  })

  it('gives an expected failure its sentence, and a hint for the command line', async () => {
    const { surroundings, out, error } = stage({
      openServices: async () => fail('directory.passwordNeeded')
    })
    expect(await run(['due', '--language', 'en'], surroundings)).toBe(1)
    expect(out()).toBe('')
    expect(error()).toContain('NETZWART_BIND_PASSWORD')
  })

  it('gives the password of the environment on, and an empty one as none', async () => {
    const given: (string | null)[] = []
    for (const password of ['Dienst-1', '', undefined]) {
      const { surroundings } = stage({
        environment: { NETZWART_BIND_PASSWORD: password },
        openServices: async ({ bindPassword }) => {
          given.push(bindPassword)
          return fail('store.inUse', { folder: '' })
        }
      })
      expect(await run(['due'], surroundings)).toBe(1)
    }
    expect(given).toEqual(['Dienst-1', null, null])
  })
})
