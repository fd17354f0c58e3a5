import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Bridge } from '../../src-main/contract/bridge'
import { accessibilityProblems } from './support/accessibility'
import { show, appearances, pictures } from './support/appearance'
import { applicationEnvironment, launch, root, type RunningApplication } from './support/application'

const execute = promisify(execFile)

/** Folder for what a test leaves behind; gone after it. */
let folder: string
let running: RunningApplication | null = null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-shell-'))
})

afterEach(async () => {
  await running?.close()
  running = null
  await rm(folder, { recursive: true, force: true })
})

/** Runs a program to its end, with the display of the tests or without one. */
async function runToEnd(
  program: string,
  words: readonly string[],
  environment: Record<string, string>,
  workingFolder = root
): Promise<{ code: number | null; output: string }> {
  return await new Promise((resolve, reject) => {
    const child = spawn(program, words, { cwd: workingFolder, env: environment })
    let output = ''
    child.stdout.on('data', (data) => (output += String(data)))
    child.stderr.on('data', (data) => (output += String(data)))
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, output })
    })
  })
}

const sandboxWord = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Size of a PNG in pixels, from its header. */
function pixels(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

describe('the first start', () => {
  it('shows the first-run screen without breaking its own content security policy', async () => {
    running = await launch()
    await running.window.locator('main').waitFor()
    await running.window.reload()
    await running.window.locator('main').waitFor()
    await running.window.getByText('Demo-Schule ausprobieren').waitFor()
    await running.window.getByText('Mit einem Verzeichnis verbinden').waitFor()
    expect(running.complaints).toEqual([])
  })

  it('writes days as Germans do in the fields of Chromium', async () => {
    running = await launch({ environment: { LANGUAGE: '', LANG: 'C.UTF-8' } })
    expect(await running.electron.evaluate(({ app }) => app.getLocale())).toBe('de')
  })

  it('has no accessibility problem in either theme and language', async () => {
    running = await launch()
    await running.window.locator('main').waitFor()
    for (const appearance of appearances.filter(({ width }) => width === 1280)) {
      await show(running, appearance)
      expect(await accessibilityProblems(running.window)).toEqual([])
    }
    await pictures(running, 'first-run')
  })
})

describe('one instance for each data folder', () => {
  it('brings the first window to the front instead of opening a second', async () => {
    running = await launch()
    await running.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!
      Object.assign(globalThis, {
        focused: new Promise((resolve) => window.once('show', () => resolve(true)))
      })
      window.hide()
    })
    const second = await runToEnd(
      inject('electron').executable,
      [...sandboxWord, root, '--data', running.data],
      applicationEnvironment()
    )
    expect(second.code).toBe(0)
    expect(
      await running.electron.evaluate(() => (globalThis as unknown as { focused: Promise<boolean> }).focused)
    ).toBe(true)
    expect(await running.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
      1
    )
  })
})

describe('what the window remembers', () => {
  it('opens as large as it was closed, and in the kept language and theme', async () => {
    const data = join(folder, 'data')
    running = await launch({ data })
    await running.electron.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.setBounds({ x: 40, y: 30, width: 1111, height: 777 })
    })
    await running.window.evaluate(() =>
      (window as unknown as { netzwart: Bridge }).netzwart.call('application.setPreferences', {
        language: 'en',
        theme: 'dark'
      })
    )
    await running.close()
    running = await launch({ data })
    const bounds = await running.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.getNormalBounds()
    )
    expect(bounds).toMatchObject({ width: 1111, height: 777 })
    await running.window.waitForFunction(
      () => document.documentElement.lang === 'en' && matchMedia('(prefers-color-scheme: dark)').matches
    )
  })
})

describe('the error log', () => {
  it('notes a crash of the page and brings the page back', async () => {
    running = await launch()
    await running.window.locator('main').waitFor()
    await running.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents
      const back = new Promise((resolve) => contents.once('did-finish-load', () => resolve(true)))
      Object.assign(globalThis, { back })
      contents.forcefullyCrashRenderer()
    })
    expect(
      await running.electron.evaluate(() => (globalThis as unknown as { back: Promise<boolean> }).back)
    ).toBe(true)
    const log = await readFile(join(running.data, 'log', 'errors.jsonl'), 'utf8')
    expect(JSON.parse(log.trim().split('\n')[0]!)).toMatchObject({ kind: 'object', code: null, frames: [] })
    expect(log).toMatch(/"where":"renderer \w/)
    const dumps = await readdir(running.data, { recursive: true })
    expect(dumps.filter((name) => name.endsWith('.dmp'))).toEqual([])
  })
})

describe('npm start', () => {
  it('without a display runs under Xvfb, says so, writes the picture of the demo school and exits', async () => {
    const picture = join(folder, 'start.png')
    const environment = { ...applicationEnvironment(), DISPLAY: '', WAYLAND_DISPLAY: '' }
    const { code, output } = await runToEnd(
      'npm',
      [
        '--prefix',
        root,
        'start',
        '--',
        '--demo',
        '--data',
        join(folder, 'data'),
        '--screenshot',
        'start.png'
      ],
      environment,
      folder
    )
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('Xvfb') as unknown })
    const { width, height } = pixels(await readFile(picture))
    expect(width).toBeGreaterThanOrEqual(1200)
    expect(height).toBeGreaterThanOrEqual(700)
  })

  it('ends with exit code 1 and a sentence where the picture cannot be written', async () => {
    const blocked = join(folder, 'file')
    await writeFile(blocked, '')
    const { code, output } = await runToEnd(
      process.execPath,
      [
        join(root, 'scripts', 'start.mjs'),
        '--data',
        join(folder, 'data'),
        '--screenshot',
        join(blocked, 'a.png')
      ],
      applicationEnvironment()
    )
    expect(code).toBe(1)
    expect(output).toContain('lässt sich nicht schreiben')
  })
})

describe('the command line', () => {
  it('is the same in the checkout and behind --headless of the app, which shows no window', async () => {
    const plain = await execute('npx', ['netzwart', '--help'], { cwd: root })
    const { code, output } = await runToEnd(
      inject('electron').executable,
      [...sandboxWord, root, '--headless', '--help'],
      { ...applicationEnvironment(), DISPLAY: '', WAYLAND_DISPLAY: '' }
    )
    expect(code).toBe(0)
    expect(output).toContain(plain.stdout)
  })

  it('exits with 2 on wrong usage', async () => {
    const { code } = await runToEnd(
      inject('electron').executable,
      [...sandboxWord, root, '--headless', 'no-such-word'],
      { ...applicationEnvironment(), DISPLAY: '' }
    )
    expect(code).toBe(2)
  })
})
