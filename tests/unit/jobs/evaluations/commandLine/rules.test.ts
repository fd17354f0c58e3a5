import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PassThrough } from 'node:stream'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../../../scripts/setup/places.mjs'
import { run } from '../../../../../src-main/commandLine/run'
import { localFiles } from '../../../../../src-main/world/files/local'
import { stage } from '../../../support/commandLineStage'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-rules-'))
})

async function call(words: readonly string[], language = 'de_DE.UTF-8') {
  const { surroundings, bugs } = stage({
    environment: { LANG: language },
    files: localFiles,
    rulesFolder: join(root, 'resources', 'rules')
  })
  // More than a pipe holds while nobody reads.
  const pieces: Buffer[] = []
  ;(surroundings.stdout as unknown as PassThrough).on('data', (piece: Buffer) => pieces.push(piece))
  const code = await run(['logs', 'rules', ...words], surroundings)
  expect(bugs).toEqual([])
  return { code, out: Buffer.concat(pieces).toString() }
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const sound = `title: made
logsource: { category: proxy }
detection: { s: { cs-host: spiel.example }, condition: s }
netzwart:
    title: { de: gemacht, en: made }
    description: { de: nichts, en: nothing }
    policy: [P18]
    innocent: [{ de: nichts, en: nothing }]
    tests:
        - name: { de: ein Spiel, en: a game }
          expect: EXPECTED
          events: [{ at: '2026-11-25T09:00:00+01:00', fields: { cs-host: spiel.example } }]
`

interface Said {
  readonly file: string
  readonly sound: boolean
  readonly rules: readonly {
    readonly policy: readonly string[]
    readonly tests: readonly { readonly passed: boolean }[]
  }[]
  readonly problems: readonly {
    readonly line: number
    readonly code: string
    readonly severity: string
    readonly message: string
  }[]
  readonly error?: { readonly code: string }
}

describe('logs rules (P19: it looks at rules and their own tests, never at a log)', () => {
  it('without a file: those that come with Netzwart, all sound, all tests passed', async () => {
    const { code, out } = await call(['--json'])
    expect(code).toBe(0)
    const files = JSON.parse(out) as Said[]
    expect(files.length).toBeGreaterThanOrEqual(10)
    expect(files.every((one) => one.sound && one.problems.length === 0)).toBe(true)
    const tests = files.flatMap(({ rules }) => rules.flatMap((rule) => rule.tests))
    expect(tests.length).toBeGreaterThan(40)
    expect(tests.every(({ passed }) => passed)).toBe(true)
  })

  it.each([
    ['de_DE.UTF-8', 'Sehr große Downloads', 'Alles in Ordnung'],
    ['en_GB.UTF-8', 'Very large downloads', 'All is well']
  ])('says it in words: %s', async (language, title, end) => {
    const { code, out } = await call([], language)
    expect(code).toBe(0)
    expect(out).toContain(title)
    expect(out).toContain(end)
  })

  it('a sound file of one’s own', async () => {
    const path = await file('sound.yml', sound.replace('EXPECTED', 'hit'))
    const { code, out } = await call([path])
    expect(code).toBe(0)
    expect(out).toMatch(/P18 {2}gemacht {2}Tests bestanden: 1 von 1/)
  })

  it('a test that does not come out as it says: exit 1, with its name', async () => {
    const path = await file('wrong.yml', sound.replace('EXPECTED', 'quiet'))
    const { code, out } = await call([path])
    expect(code).toBe(1)
    expect(out).toContain('Test nicht bestanden: ein Spiel (erwartet: kein Treffer, Treffer: 1)')
  })

  it('what is refused, with line and sentence in both languages; nothing of the file is used', async () => {
    const path = await file(
      'refused.yml',
      sound.replace('{ cs-host: spiel', '{ cs-host|sounds: spiel').replace('EXPECTED', 'hit')
    )
    for (const [language, words] of [
      ['de_DE.UTF-8', 'Die Angabe „|sounds“ wird nicht unterstützt'],
      ['en_GB.UTF-8', 'The modifier “|sounds” is not supported']
    ] as const) {
      const { code, out } = await call(['--json', path], language)
      expect(code).toBe(1)
      const [said] = JSON.parse(out) as Said[]
      expect(said).toMatchObject({ sound: false, rules: [] })
      expect(said?.problems).toContainEqual(
        expect.objectContaining({
          line: 3,
          code: 'rules.modifierUnknown',
          severity: 'refused',
          message: expect.stringContaining(words) as string
        })
      )
    }
    expect((await call([path])).out).toContain('Zeile 3, abgelehnt:')
  })

  it('a note leaves a file sound', async () => {
    const path = await file(
      'noted.yml',
      sound.replace('condition: s', 't: { x: y }, condition: s').replace('EXPECTED', 'hit')
    )
    const { code, out } = await call([path])
    expect(code).toBe(0)
    expect(out).toContain('Zeile 3, Hinweis:')
  })

  it('a file that is not there or too large does not hide the others', async () => {
    const good = await file('good.yml', sound.replace('EXPECTED', 'hit'))
    const large = await file('large.yml', `# ${'x'.repeat(500_000)}`)
    const { code, out } = await call(['--json', join(folder, 'absent.yml'), large, good])
    expect(code).toBe(1)
    const files = JSON.parse(out) as Said[]
    expect(files.map(({ error, sound: isSound }) => [error?.code, isSound])).toEqual([
      ['application.fileNotReadable', false],
      ['application.fileTooLarge', false],
      [undefined, true]
    ])
  })
})
