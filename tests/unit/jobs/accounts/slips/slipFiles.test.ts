import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SlipFiles } from '../../../../../src-main/jobs/accounts/slips/slipFiles'
import { localFiles } from '../../../../../src-main/world/files/local'
import { openDeviceSecretBox } from '../../../../../src-main/world/secrets/deviceKey'
import { startJob, valueOf } from '../../../support/accountsJob'

describe('a file of slips whose writing was cut short', () => {
  const places = [{ plan: 'p'.repeat(64), step: 's1' }]

  /** The files of one PC: what is kept lies in the folder, what is sealed in `waiting`. */
  async function startFiles(writes: 'all' | 'half') {
    const work = await startJob()
    const secretBox = valueOf(await openDeviceSecretBox(work.folder))
    const waiting = [...places]
    const files: typeof localFiles = {
      ...localFiles,
      async overwrite(file, mark, content) {
        if (writes === 'all') return localFiles.overwrite(file, mark, content)
        // As after kill -9: nobody comes to clear up.
        await localFiles.overwrite(file, mark, content.subarray(0, content.length / 2))
        throw new Error('killed')
      }
    }
    const store = {
      listSecrets: async () => waiting,
      readDocument: (name: string) => work.store.readDocument(name),
      writeDocument: (name: string, value: unknown) => work.store.writeDocument(name, value),
      deleteDocument: (name: string) => work.store.deleteDocument(name)
    }
    const make = (through: typeof localFiles) => new SlipFiles({ store, secretBox, files: through })
    return {
      killed: make(files),
      next: make(localFiles),
      waiting,
      file: join(work.folder, 'slips.csv'),
      work
    }
  }

  it('goes at the next start, and the passwords are still there', async () => {
    const { killed, next, file, work } = await startFiles('half')
    await expect(killed.create(file, Buffer.from('geheim'), places)).rejects.toThrow('killed')
    expect(await readFile(file, 'utf8')).toBe('geh')
    // Nothing lies anywhere else, whatever it is called.
    expect((await readdir(work.folder)).filter((name) => name.includes('slips'))).toEqual(['slips.csv'])
    await next.settle()
    expect(await localFiles.exists(file)).toBe(false)
  })

  it('is what it was before, where it held slips already', async () => {
    const { killed, next, file } = await startFiles('half')
    await writeFile(file, 'die früheren')
    const before = await readFile(file)
    await expect(killed.replace(file, before, Buffer.from('neu'), places)).rejects.toThrow('killed')
    await next.settle()
    expect(await readFile(file, 'utf8')).toBe('die früheren')
  })

  it('stays when its passwords were destroyed: it is all there is', async () => {
    const { killed, next, file, waiting } = await startFiles('all')
    valueOf(await killed.create(file, Buffer.from('geheim'), places))
    waiting.length = 0
    await next.settle()
    expect(await readFile(file, 'utf8')).toBe('geheim')
  })

  it('is put back when the memory stick that it lies on comes again, whatever became of the passwords', async () => {
    const { killed, next, work, waiting } = await startFiles('half')
    const stick = join(work.folder, 'stick')
    const pulled = join(work.folder, 'pulled')
    const file = join(stick, 'slips.csv')
    await mkdir(stick)
    await expect(killed.create(file, Buffer.from('geheim'), places)).rejects.toThrow('killed')
    await rename(stick, pulled)
    await next.settle()
    // Meanwhile they are saved somewhere else, and so destroyed.
    const other = join(work.folder, 'other.csv')
    valueOf(await next.create(other, Buffer.from('geheim'), places))
    waiting.length = 0
    await next.keep()
    await next.settle()
    expect(await readFile(join(pulled, 'slips.csv'), 'utf8')).toBe('geh')
    await rename(pulled, stick)
    await next.settle()
    expect(await localFiles.exists(file)).toBe(false)
    expect(await readFile(other, 'utf8')).toBe('geheim')
    // Nothing is noted any more: a file of that name is somebody else's.
    await writeFile(file, 'etwas anderes')
    await next.settle()
    expect(await readFile(file, 'utf8')).toBe('etwas anderes')
  })

  it('is put back by the note of an earlier version', async () => {
    const { killed, next, file, work } = await startFiles('half')
    await expect(killed.create(file, Buffer.from('geheim'), places)).rejects.toThrow('killed')
    const { dev, ino } = await stat(file, { bigint: true })
    const box = valueOf(await openDeviceSecretBox(work.folder))
    const place = Buffer.from(box.derive('note about a file of slips')).toString('hex').slice(0, 16)
    const note = { file, mark: `${dev}:${ino}`, secrets: places, previous: null }
    await work.store.writeDocument(`slipFile ${place}`, note)
    await next.settle()
    expect(await localFiles.exists(file)).toBe(false)
  })

  it('is left alone when another file has its name by now', async () => {
    const { killed, next, file } = await startFiles('half')
    await expect(killed.create(file, Buffer.from('geheim'), places)).rejects.toThrow('killed')
    await rename(file, `${file}.old`)
    await writeFile(file, 'etwas anderes')
    await next.settle()
    expect(await readFile(file, 'utf8')).toBe('etwas anderes')
  })
})
