import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { collectLicences } from '../../../scripts/package/licences'
import { licencesSchema } from '../../../src-main/contract/licences'

const root = resolve(import.meta.dirname, '../../..')

describe('the licences of what ships', () => {
  const found = collectLicences(root, [
    join(root, 'node_modules/vue/dist/vue.js'),
    '\0virtual',
    '/src/main.ts'
  ])
  const named = new Map(found.map((one) => [one.name, one]))

  it('each have a whole text with a copyright notice', () => {
    expect(licencesSchema.parse(found)).toEqual(found)
    const short = found.filter(({ text }) => text.length < 300 || !/copyright/i.test(text))
    expect(short.map(({ name }) => name)).toEqual([])
  })

  it('are those of main, of the window, of font and icons, of Electron, and our own', () => {
    for (const name of [
      'netzwart',
      'ldapts',
      'pg-protocol',
      '@photostructure/sqlite',
      'vue',
      '@fontsource-variable/inter',
      '@iconify-json/lucide',
      'electron'
    ])
      expect([...named.keys()]).toContain(name)
    expect(named.has('vitest')).toBe(false)
  })

  it('come from the README, or from the standard text with the author, where a package has no file', () => {
    expect(named.get('assert-plus')?.text).toMatch(/^The MIT License[\s\S]*Mark Cavage[\s\S]*SOFTWARE\.$/)
    expect(named.get('abstract-logging')?.text).toContain('Copyright (c) James Sumners\n')
    expect(named.get('precond')?.text).toContain('Copyright (c) Mathieu Turcotte\n')
    expect(named.get('@iconify-json/lucide')?.text).toContain('Copyright (c) Lucide Contributors\n')
  })
})

describe('a package whose licence nobody can tell', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'netzwart-licences-'))
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'app', version: '1.0.0', license: 'MIT', dependencies: { part: '1' } })
    )
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it.each([
    [{ license: undefined }, 'names no licence'],
    [{ license: 'BUSL-1.1' }, 'no text of its licence']
  ])('keeps the app from being built: %j', async (manifest, complaint) => {
    for (const name of [
      'part',
      'electron',
      '@fontsource-variable/inter',
      '@iconify-json/lucide',
      'tailwindcss'
    ]) {
      const place = join(folder, 'node_modules', name)
      await mkdir(place, { recursive: true })
      const said = { name, version: '1.0.0', license: 'MIT', ...(name === 'part' ? manifest : {}) }
      await writeFile(join(place, 'package.json'), JSON.stringify(said))
    }
    expect(() => collectLicences(folder, [])).toThrow(complaint)
  })
})
