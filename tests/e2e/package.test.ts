import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fuses } from '../../scripts/package/fuses'
import { applicationEnvironment, root } from './support/application'

const execute = promisify(execFile)

let output: string
/** The unpacked tar.gz: what a school would get. */
let installed: string

beforeAll(async () => {
  output = await mkdtemp(join(tmpdir(), 'netzwart-package-'))
  await execute(process.execPath, ['scripts/package.mjs', '--skip-build', '--output', output], {
    cwd: root,
    maxBuffer: 16 * 1024 * 1024
  })
  const tarball = (await readdir(output)).find((name) => name.endsWith('.tar.gz'))
  expect(tarball).toBeDefined()
  await execute('tar', ['-xzf', join(output, tarball!), '-C', output])
  installed = join(output, tarball!.replace(/\.tar\.gz$/, ''))
}, 240_000)

afterAll(async () => {
  await rm(output, { recursive: true, force: true })
})

/** Words that the packaged app needs as root. */
const sandboxWord = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** What the packaged app's command line prints of its help, where there is no display. */
async function help(environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const { stdout } = await execute(join(installed, 'netzwart'), [...sandboxWord, '--headless', '--help'], {
    env: { ...applicationEnvironment(environment), DISPLAY: '' }
  })
  return stdout
}

describe('the packaged app', () => {
  it('starts, shows its window and ends', async () => {
    const picture = join(output, 'start.png')
    await execute(
      join(installed, 'netzwart'),
      [...sandboxWord, '--data', join(output, 'data'), '--screenshot', picture],
      { env: applicationEnvironment() }
    )
    expect((await readFile(picture)).subarray(1, 4).toString('latin1')).toBe('PNG')
  })

  it('runs the command line without a window and without a display, also on a busy PC', async () => {
    // Several at once: what Electron loads before it is ready ended one start in ten of several, and hardly one alone.
    const lanes = Array.from({ length: 4 }, async () => {
      for (let start = 0; start < 8; start += 1) expect(await help()).toMatch(/(Aufruf|Usage): netzwart/)
    })
    await Promise.all(lanes)
  })

  it('has every fuse as decided', async () => {
    const wire = await getCurrentFuseWire(join(installed, 'netzwart'))
    const states: Readonly<Record<string, unknown>> = wire
    const nameOf = (fuse: string): string => FuseV1Options[Number(fuse)] ?? fuse
    const found: Record<string, boolean> = {}
    const decided: Record<string, boolean> = {}
    for (const [fuse, value] of Object.entries(fuses)) {
      found[nameOf(fuse)] = states[fuse] === '1'.charCodeAt(0)
      decided[nameOf(fuse)] = value
    }
    expect(found).toEqual(decided)
    expect(found).toMatchObject({
      RunAsNode: false,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableCookieEncryption: true,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true
    })
  })

  it('is no Node and takes no orders from the environment', async () => {
    const printed = await help({
      ELECTRON_RUN_AS_NODE: '1',
      NODE_OPTIONS: '--require /does/not/exist.cjs'
    })
    expect(printed).toMatch(/(Aufruf|Usage): netzwart/)
  })

  it.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect=0',
    '--js-flags=--expose-gc',
    '--proxy-server=127.0.0.1:1'
  ])('does not start with %s, and opens no port', async (word) => {
    const data = join(output, `refused${word.replaceAll(/[^a-z]/g, '')}`)
    const words = [...sandboxWord, '--data', data, word]
    const ended = await execute(join(installed, 'netzwart'), words, { env: applicationEnvironment() }).then(
      () => null,
      (error: unknown) => error as { code: number; stderr: string }
    )
    expect(ended?.code).toBe(1)
    expect(ended?.stderr).toContain(`Netzwart startet nicht mit „${word.split('=')[0] ?? ''}“`)
    expect(ended?.stderr).not.toContain('listening on')
    // Nothing was opened, not even the data folder.
    expect(await readdir(data).catch(() => null)).toBeNull()
  })

  it('holds the app in the archive, its native part beside it, and nothing else that runs', async () => {
    const resources = join(installed, 'resources')
    expect((await readdir(resources)).sort()).toEqual(['app.asar', 'app.asar.unpacked'])
    const files = listPackage(join(resources, 'app.asar'), { isPack: false })
    expect(files).toEqual(
      expect.arrayContaining(['/out/main/index.js', '/out/preload/preload.cjs', '/out/renderer/index.html'])
    )
    expect(files.filter((file) => /^\/(src-|tests|scripts|docs)/.test(file))).toEqual([])
    const unpacked = await readdir(join(resources, 'app.asar.unpacked'), { recursive: true })
    expect(unpacked.filter((file) => file.endsWith('.node')).length).toBeGreaterThan(0)
  })

  it('carries the licences of everything in it', async () => {
    const names = await readdir(installed)
    expect(names).toEqual(
      expect.arrayContaining([
        'LICENSE.netzwart.txt',
        'LICENSE.electron.txt',
        'LICENSES.chromium.html',
        'LICENSES.packages.txt'
      ])
    )
    const text = await readFile(join(installed, 'LICENSES.packages.txt'), 'utf8')
    const named = new Set(
      [...text.matchAll(/^(\S+) \d+\.\d+\.\d+\S* \(.+\)$/gm)].map(([, name]) => name ?? '')
    )
    const packed = listPackage(join(installed, 'resources', 'app.asar'), { isPack: false })
      .map((file) => /^.*\/node_modules\/((?:@[^/]+\/)?[^/@]+)\/package\.json$/.exec(file)?.[1] ?? null)
      .filter((name) => name !== null)
    expect(packed).toContain('ldapts')
    expect(packed.filter((name) => !named.has(name))).toEqual([])
    // In main's code, in the window's, in its styles, around it all.
    for (const name of [
      'kysely',
      'zod',
      'vue',
      'pinia',
      '@nuxt/ui',
      '@fontsource-variable/inter',
      '@iconify-json/lucide',
      'electron'
    ])
      expect(named).toContain(name)
  })
})
