import { describe, expect, it } from 'vitest'
import { run } from '../../../src-main/commandLine/run'
import { fail } from '../../../src-main/contract/result'
import { StoreFailure } from '../../../src-main/world/store/port'
import { stage } from '../support/commandLineStage'

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

  it('says that the store cannot write, which is no bug', async () => {
    const { surroundings, error, bugs } = stage({
      openServices: () => {
        throw new StoreFailure({ code: 'store.full', parameters: { place: '/data' } })
      }
    })
    expect(await run(['due', '--language', 'en'], surroundings)).toBe(1)
    expect(error()).toContain('no free space')
    expect(bugs).toEqual([])
  })

  it('refuses words that are no text, names their place and never shows them', async () => {
    for (const [words, place] of [
      [['accounts', 'suspend', 'm.muster\0', '--reason', 'Verstoß'], '#3'],
      [['accounts', 'suspend', 'm.muster', '--reason', 'Geheim\u0007'], '--reason'],
      [['setup', 'connect', '--url', 'ldaps://server\0.schule'], '--url'],
      [['ledger', 'export', '\ud800'], '#3']
    ] as const) {
      const { surroundings, out, error, bugs } = stage()
      expect(await run([...words, '--language', 'en'], surroundings)).toBe(2)
      expect(error()).toBe(
        `The input “${place}” holds control characters or damaged characters that cannot be seen. ` +
          'Please clear the field and type it anew instead of pasting it.\n'
      )
      expect([out(), bugs]).toEqual(['', []])
    }
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
