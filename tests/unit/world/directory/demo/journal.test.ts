import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Journal } from '../../../../../src-main/world/directory/demo/storage/journal'
import { lockFolder } from '../../../../../src-main/world/directory/demo/storage/folderLock'
import { Tree, type TreeRecord } from '../../../../../src-main/world/directory/demo/tree/tree'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-journal-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

function put(number: number): TreeRecord {
  const id = `id-${number}`
  return {
    kind: 'put',
    id,
    name: `uid=u${number},dc=demo`,
    attributes: { uid: [`u${number}`], sn: ['Groß'] }
  }
}

function write(tree: Tree, journal: Journal, record: TreeRecord): Promise<void> {
  tree.apply(record)
  return journal.append([record])
}

function dump(tree: Tree): unknown {
  return [...tree.entries()].map((entry) => [entry.id, entry.name.text, entry.toAttributes()])
}

describe('the journal of the demo directory', () => {
  it('gives back what was acknowledged, without a proper end', async () => {
    const tree = new Tree()
    const { journal, empty } = await Journal.open(folder, tree)
    expect(empty).toBe(true)
    await Promise.all([1, 2, 3].map((number) => write(tree, journal, put(number))))
    await write(tree, journal, {
      kind: 'change',
      id: 'id-1',
      changes: [{ operation: 'add', attribute: 'mail', values: ['a@b', 'c@d'] }]
    })
    await write(tree, journal, { kind: 'move', id: 'id-2', name: 'uid=zwei,dc=demo', changes: [] })
    await write(tree, journal, { kind: 'remove', id: 'id-3' })
    const again = new Tree()
    const opened = await Journal.open(folder, again)
    expect(opened).toMatchObject({ empty: false, lostBytes: 0 })
    expect(dump(again)).toEqual(dump(tree))
    await opened.journal.close()
    await journal.close()
  })

  it('goes on from a snapshot', async () => {
    const tree = new Tree()
    const { journal } = await Journal.open(folder, tree)
    await write(tree, journal, put(1))
    await journal.compact()
    await write(tree, journal, put(2))
    await journal.close()
    expect((await readdir(folder)).sort()).toEqual(['changes-2.journal', 'entries.snapshot'])
    const again = new Tree()
    await (await Journal.open(folder, again)).journal.close()
    expect(dump(again)).toEqual(dump(tree))
  })

  it('leaves out a last change that was cut off, says so and goes on', async () => {
    const tree = new Tree()
    const { journal } = await Journal.open(folder, tree)
    await write(tree, journal, put(1))
    const before = dump(tree)
    await write(tree, journal, put(2))
    const file = join(folder, 'changes-0.journal')
    await truncate(file, (await readFile(file)).length - 5)
    const again = new Tree()
    const opened = await Journal.open(folder, again)
    expect(opened.lostBytes).toBeGreaterThan(10)
    expect(dump(again)).toEqual(before)
    await write(again, opened.journal, put(3))
    const third = new Tree()
    const last = await Journal.open(folder, third)
    expect(last.lostBytes).toBe(0)
    expect(dump(third)).toEqual(dump(again))
    await last.journal.close()
    await opened.journal.close()
    await journal.close()
  })

  it('does not believe a line whose checksum is wrong', async () => {
    const tree = new Tree()
    const { journal } = await Journal.open(folder, tree)
    await write(tree, journal, put(1))
    await appendFile(join(folder, 'changes-0.journal'), '0000000000000000 {"kind":"remove","id":"id-1"}\n')
    const again = new Tree()
    const opened = await Journal.open(folder, again)
    expect(opened.lostBytes).toBeGreaterThan(0)
    expect(again.size).toBe(1)
    await opened.journal.close()
    await journal.close()
  })

  it('refuses a damaged snapshot instead of starting with half of it', async () => {
    const tree = new Tree()
    const { journal } = await Journal.open(folder, tree)
    await write(tree, journal, put(1))
    await journal.close()
    const file = join(folder, 'entries.snapshot')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('Groß', 'Klein'))
    await expect(Journal.open(folder, new Tree())).rejects.toThrow('damaged')
  })

  it('syncs many changes of one moment together', async () => {
    const tree = new Tree()
    const { journal } = await Journal.open(folder, tree)
    const started = performance.now()
    await Promise.all(Array.from({ length: 1000 }, (_, number) => write(tree, journal, put(number))))
    expect(performance.now() - started).toBeLessThan(1000)
    await journal.close()
  })
})

describe('the lock of the folder', () => {
  it('lets one in at a time', async () => {
    const release = await lockFolder(folder)
    expect(release).not.toBeNull()
    expect(await lockFolder(folder)).toBeNull()
    await release?.()
    const next = await lockFolder(folder)
    expect(next).not.toBeNull()
    await next?.()
  })

  it('does not wait for a process that was killed', async () => {
    await writeFile(join(folder, 'lock'), '999999999 0')
    const release = await lockFolder(folder)
    expect(release).not.toBeNull()
    await release?.()
  })
})
