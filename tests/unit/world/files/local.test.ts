import {
  chmod,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
  type FileHandle
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { localFiles } from '../../../../src-main/world/files/local'
import { valueOf } from '../../support/accountsJob'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-files-'))
  file = join(folder, 'Journal.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function leave(name: string, hoursAgo: number): Promise<void> {
  await writeFile(join(folder, name), 'halb')
  const then = new Date(Date.now() - hoursAgo * 3_600_000)
  await utimes(join(folder, name), then, then)
}

describe('drafts that a killed process has left', () => {
  it.each(['writePrivately', 'claim', 'overwrite'] as const)(
    'go when the same file is written again: %s',
    async (way) => {
      if (way === 'overwrite') await writeFile(file, '')
      await leave('.Journal.json.0123456789ab', 2)
      // Somebody may be writing this one, the others are no drafts of this file.
      await leave('.Journal.json.ba9876543210', 0)
      await leave('.Journal.json.0123456789ab.txt', 2)
      await leave('.Konten.csv.0123456789ab', 2)
      if (way === 'writePrivately') valueOf(await localFiles.writePrivately(file, bytes('ganz')))
      else if (way === 'claim') valueOf(await localFiles.claim(file))
      else valueOf(await localFiles.overwrite(file, (await localFiles.markOf(file)) ?? '', bytes('ganz')))
      expect((await readdir(folder)).toSorted()).toEqual([
        '.Journal.json.0123456789ab.txt',
        '.Journal.json.ba9876543210',
        '.Konten.csv.0123456789ab',
        'Journal.json'
      ])
    }
  )
})

describe('a file with secrets', () => {
  it('is made anew and for its owner alone, and never takes the place of anything', async () => {
    const mark = valueOf(await localFiles.claim(file))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await localFiles.claim(file)).toMatchObject({ failure: { code: 'application.fileNotWritable' } })
    valueOf(await localFiles.overwrite(file, mark, bytes('ein langes Geheimnis')))
    valueOf(await localFiles.overwrite(file, mark, bytes('kurz')))
    expect(await readFile(file, 'utf8')).toBe('kurz')
  })

  it('can be read by nobody while it is half written, and is finished or removed all the same', async () => {
    const mark = valueOf(await localFiles.claim(file))
    const handle = await open(file, 'r')
    const full = vi.spyOn(Object.getPrototypeOf(handle) as FileHandle, 'sync')
    await handle.close()
    full.mockRejectedValueOnce(new Error('ENOSPC'))
    expect(await localFiles.overwrite(file, mark, bytes('geheim'))).toMatchObject({ ok: false })
    expect((await stat(file)).mode & 0o777).toBe(0)
    full.mockRestore()
    valueOf(await localFiles.overwrite(file, mark, bytes('ganz')))
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    await chmod(file, 0)
    expect(await localFiles.remove(file, mark)).toBe(true)
    expect(await localFiles.exists(file)).toBe(false)
  })

  it('is known again by when it was made, and where it lies is told from that it is gone', async () => {
    const mark = valueOf(await localFiles.claim(file))
    const { dev, ino, birthtimeNs } = await stat(file, { bigint: true })
    // A memory stick that was pulled out and put in again: other numbers.
    expect(await localFiles.lookFor(file, `${dev + 1n}:${ino + 1n}:${birthtimeNs}`)).toBe('here')
    // An older note knows no more than these.
    expect(await localFiles.lookFor(file, `${dev}:${ino}`)).toBe('here')
    expect(await localFiles.lookFor(file, `${dev + 1n}:${ino}`)).toBe('away')
    const missing = join(folder, 'stick', 'slips.csv')
    expect(await localFiles.lookFor(missing, mark)).toBe('away')
    expect(await localFiles.remove(missing, mark)).toBe(false)
    const folderDevice = (await stat(folder, { bigint: true })).dev
    expect(await localFiles.lookFor(join(folder, 'x'), `${folderDevice}:1:1`)).toBe('gone')
    expect(await localFiles.lookFor(file, `${folderDevice}:1:1`)).toBe('gone')
  })

  it('is left alone once another file has its name', async () => {
    const mark = valueOf(await localFiles.claim(file))
    await rename(file, join(folder, 'moved'))
    await writeFile(file, 'eines anderen')
    expect(await localFiles.overwrite(file, mark, bytes('geheim'))).toMatchObject({
      failure: { code: 'application.fileNotWritable' }
    })
    await localFiles.remove(file, mark)
    expect(await readFile(file, 'utf8')).toBe('eines anderen')
  })
})
