import { fork } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isFresh } from '../../../scripts/setup/build.mjs'
import { hasDisplay } from '../../../scripts/setup/display.mjs'
import { withLock } from '../../../scripts/setup/lock.mjs'
import { cacheFolder } from '../../../scripts/setup/places.mjs'
import { addUp, closingLine, countTests } from '../../../scripts/setup/testCounts.mjs'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-scripts-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('the count of tests', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 }

  it('adds up to the closing line', () => {
    const counts = addUp(countTests(report, 0), countTests({ ...report, numFailedTests: 2 }, 1))
    expect(closingLine(counts)).toBe('14 passed, 2 failed')
  })

  it('takes a crash, a left-out test and a failed set-up for failures', () => {
    expect(countTests(null, 1)).toEqual({ passed: 0, failed: 1 })
    expect(countTests({ ...report, numPendingTests: 1 }, 0)).toEqual({ passed: 7, failed: 1 })
    expect(countTests(report, 1)).toEqual({ passed: 7, failed: 1 })
  })
})

describe('the cache folder', () => {
  it('lies outside the repository, where the system wants it', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/c' }, 'linux')).toBe(join('/c', 'netzwart'))
    expect(cacheFolder({}, 'linux')).toBe(join(homedir(), '.cache', 'netzwart'))
    expect(cacheFolder({ LOCALAPPDATA: '/l' }, 'win32')).toBe(join('/l', 'netzwart', 'cache'))
    expect(cacheFolder({}, 'darwin')).toBe(join(homedir(), 'Library', 'Caches', 'netzwart'))
    expect(cacheFolder({ NETZWART_CACHE: '/n', XDG_CACHE_HOME: '/c' }, 'linux')).toBe(resolve('/n'))
  })
})

describe('the display', () => {
  it('is missed only on Linux', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':1' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})

describe('the built app', () => {
  async function write(path: string, seconds: number): Promise<void> {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, '')
    await utimes(file, seconds, seconds)
  }

  it('is fresh only while it is complete and younger than every source', async () => {
    const early = Date.now() / 1000 - 1000
    const built = [
      'out/main/index.js',
      'out/main/cli.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html'
    ]
    await write('src-main/shell/a.ts', early)
    expect(isFresh(folder)).toBe(false)
    const later = Date.now() / 1000 + 1000
    for (const file of built) await write(file, later)
    expect(isFresh(folder)).toBe(true)
    await write('src-main/shell/a.ts', later + 10)
    expect(isFresh(folder)).toBe(false)
    await write('src-main/shell/a.ts', early)
    await rm(join(folder, 'out/preload/preload.cjs'))
    expect(isFresh(folder)).toBe(false)
  })
})

describe('the lock', () => {
  it('lets one in after the other', async () => {
    const inside: string[] = []
    const work = (name: string) => async (): Promise<void> => {
      inside.push(`${name} in`)
      await new Promise((resolveTurn) => setImmediate(resolveTurn))
      inside.push(`${name} out`)
    }
    await Promise.all([withLock(folder, 'a', work('one')), withLock(folder, 'a', work('two'))])
    const [first] = inside
    expect(inside).toEqual(
      first === 'one in'
        ? ['one in', 'one out', 'two in', 'two out']
        : ['two in', 'two out', 'one in', 'one out']
    )
  })

  it('is opened again when the work fails', async () => {
    await expect(withLock(folder, 'a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(await withLock(folder, 'a', async () => 'in')).toBe('in')
  })

  it('is taken over from a process that was killed inside', async () => {
    const module = resolve(import.meta.dirname, '../../../scripts/setup/lock.mjs')
    const script = join(folder, 'holder.mjs')
    await writeFile(
      script,
      `import { withLock } from ${JSON.stringify(module)}
       await withLock(${JSON.stringify(folder)}, 'a', () => {
         process.send('inside')
         return new Promise(() => setInterval(() => {}, 1000))
       })`
    )
    const holder = fork(script)
    await new Promise((resolveMessage) => holder.once('message', resolveMessage))
    expect(Number(await readFile(join(folder, 'a.lock', 'pid'), 'utf8'))).toBe(holder.pid)
    const gone = new Promise((resolveExit) => holder.once('exit', resolveExit))
    holder.kill('SIGKILL')
    await gone
    expect(await withLock(folder, 'a', async () => 'taken over')).toBe('taken over')
  })
})
