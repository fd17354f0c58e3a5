import { describe, expect, it } from 'vitest'
import { findLanguage } from '../../../src-main/commandLine/language'
import { readInvocation } from '../../../src-main/commandLine/program'
import { exitCodeOf } from '../../../src-main/commandLine/usage'

interface Reading {
  readonly exitCode: 0 | 2 | null
  readonly out: string
  readonly error: string
  readonly options: unknown
}

function read(words: readonly string[], language: 'de' | 'en' = 'de'): Reading {
  let out = ''
  let error = ''
  try {
    const { options } = readInvocation(words, '1.2.3', language, {
      out: (text) => (out += text),
      error: (text) => (error += text)
    })
    return { exitCode: null, out, error, options }
  } catch (thrown) {
    return { exitCode: exitCodeOf(thrown), out, error, options: null }
  }
}

describe('approvals', () => {
  it.each([['sanctions'], ['cases'], ['approve'], ['decide'], ['lift'], ['people'], ['appoint']])(
    'P26: the command line has no word %s, nor any other that decides',
    (word) => {
      const reading = read([word, 'anything'])
      expect(reading.exitCode).toBe(2)
      expect(reading.error).not.toMatch(/freigeben|entscheiden|benennen/i)
    }
  )
})

describe('wrong usage', () => {
  it.each([
    [[]],
    [['accounts']],
    [['setup']],
    [['demo']],
    [['nonsense']],
    [['cleanup', 'scan', '/']],
    [['ledger']],
    [['ledger', 'verify', '--head', '42']],
    [['ledger', 'verify', '--root', 'abc']],
    [['ledger', 'export']],
    [['logs']],
    [['logs', 'check']],
    [['logs', 'search', 'file']],
    [['setup', 'connect']],
    [['setup', 'connect', '--profile', 'novell']],
    [['setup', 'check', 'twice']],
    [['accounts', 'plan']],
    [['accounts', 'plan', '--roster']],
    [['accounts', 'plan', '--roster', 'x', '--format', 'excel']],
    [['accounts', 'plan', '--roster', 'x', '--format', 'lusd', '--map', 'map.json']],
    [['accounts', 'plan', '--roster', 'x', '--reading', 'a', '--map', 'map.json']],
    [['accounts', 'plan', '--roster', 'x', '--kind', 'other']],
    [['accounts', 'apply']],
    [['accounts', 'apply', 'abc']],
    [['accounts', 'apply', 'xyzw']],
    [['accounts', 'apply', 'abcd', '--confirm-leavers', 'many']],
    [['accounts', 'apply', 'abcd', '--confirm-leavers', '-1']],
    [['accounts', 'undo']],
    [['accounts', 'list', '--state', 'sleeping']],
    [['accounts', 'reset']],
    [['accounts', 'reset', 'm.muster', '--verified', 'telephone']],
    [['accounts', 'suspend', 'm.muster']],
    [['accounts', 'suspend', 'm.muster', '--reason', '  ']],
    [['accounts', 'suspend', 'm.muster', '--reason', 'Test', '--until', '31.02.2027']],
    [['accounts', 'suspend', 'm.muster', '--reason', 'Test', '--until', 'morgen']],
    [['accounts', 'export']],
    [['demo', 'directory', '--port', '70000']],
    [['due', 'now']],
    [['--language', 'fr', 'due']]
  ])('is answered with a sentence and the usage: %j', (words) => {
    const { exitCode, out, error } = read(words)
    expect(exitCode).toBe(2)
    expect(out).toBe('')
    expect(error).toContain('Aufruf: netzwart')
    expect(error).not.toMatch(/error:|argument missing|required|unknown/i)
  })

  it('names what is wrong in both languages', () => {
    expect(read(['accounts', 'apply']).error).toMatch(/^Es fehlt: plan/)
    expect(read(['accounts', 'apply'], 'en').error).toMatch(/^Missing: plan/)
    expect(read(['setup', 'chekc'], 'en').error).toMatch(/^Unknown command: chekc/)
    expect(read(['due', 'now'], 'en').error).toMatch(/^Too many arguments/)
  })

  it('never repeats a value, which could be a mistyped secret', () => {
    const { exitCode, error } = read(['setup', 'check', '--password=Geheim-123'])
    expect(exitCode).toBe(2)
    expect(error).toContain('--password')
    expect(error).not.toContain('Geheim')
    expect(read(['accounts', 'list', '--state', 'Geheim-123']).error).not.toContain('Geheim')
  })
})

describe('words', () => {
  it('gives help and version with 0', () => {
    expect(read(['--help'])).toMatchObject({ exitCode: 0, error: '' })
    expect(read(['accounts', 'plan', '--help']).out).toContain('--decisions')
    expect(read(['--version'])).toMatchObject({ exitCode: 0, out: '1.2.3\n' })
  })

  it('takes what holds for all commands before and behind them', () => {
    const expected = { data: '/data', json: true, passwordFromStdin: true }
    expect(read(['--data', '/data', '--json', '--password-stdin', 'due']).options).toEqual(expected)
    expect(read(['due', '--password-stdin', '--json', '--data=/data']).options).toEqual(expected)
    expect(read(['due']).options).toEqual({ data: null, json: false, passwordFromStdin: false })
  })

  it('never takes a password as an argument', () => {
    for (const words of [['setup', 'connect', '--help'], ['accounts', 'reset', '--help'], ['--help']]) {
      expect(read(words).out).not.toMatch(/--(bind-)?password(?!-stdin)/)
    }
  })
})

describe('the language of messages', () => {
  it.each([
    [[], {}, 'de'],
    [[], { LANG: 'C.UTF-8' }, 'de'],
    [[], { LANG: 'fr_FR.UTF-8' }, 'de'],
    [[], { LANG: 'en_GB.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LANG: 'en_US' }, 'en'],
    [[], { LC_ALL: 'de_DE.UTF-8', LANG: 'en_GB.UTF-8' }, 'de'],
    [['--language', 'en'], { LANG: 'de_DE' }, 'en'],
    [['due', '--language=de'], { LANG: 'en_US' }, 'de'],
    [['--language', 'fr'], { LANG: 'en_US' }, 'en']
  ] as const)('%j with %j is %s', (words, environment, language) => {
    expect(findLanguage(words, environment)).toBe(language)
  })
})
