import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HandoverSchool } from '../../unit/support/handoverSchool'
import { valueOf } from '../../unit/support/sanctionsSchool'

const run = promisify(execFile)
const ends: (() => Promise<void>)[] = []
let folder: string
let school: HandoverSchool

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-handover-'))
  school = await HandoverSchool.open((end) => void ends.push(end))
}, 120_000)
afterAll(async () => {
  for (const end of ends.toReversed()) await end()
  await rm(folder, { recursive: true, force: true })
})

describe('the bundle and other people’s tools', () => {
  it('P23: is opened by age, unpacked by unzip and checked by sha256sum', async () => {
    const before = await readdir(tmpdir())
    await run('age-keygen', ['-o', join(folder, 'key.txt')])
    const { stdout: recipient } = await run('age-keygen', ['-y', join(folder, 'key.txt')])
    valueOf(await school.decide([recipient.trim()]))
    valueOf(await school.both())
    // Making it has left nothing in the clear anywhere.
    const temporary = (await readdir(tmpdir())).filter((name) => !before.includes(name))
    for (const name of temporary) {
      const content = await readFile(join(tmpdir(), name)).catch(() => Buffer.alloc(0))
      expect(content.includes('kanarie')).toBe(false)
    }
    const file = join(folder, 'bundle.zip.age')
    await writeFile(file, school.written.get('Uebergabe.zip.age') ?? '')
    const zip = join(folder, 'bundle.zip')
    await run('age', ['--decrypt', '--identity', join(folder, 'key.txt'), '--output', zip, file])
    await run('unzip', ['-q', zip, '-d', folder])
    const { stdout } = await run('sha256sum', ['--strict', '-c', 'hashes.txt'], { cwd: folder })
    expect(stdout.match(/: OK$/gm)).toHaveLength(5)
    const unpacked = await run('gzip', ['-dc', join(folder, 'beweismittel.jsonl.gz')])
    expect(unpacked.stdout).toContain('kanarie.vogel')
    const verified = await run(process.execPath, [
      'resources/verify-ledger.mjs',
      join(folder, 'journal.json')
    ])
    expect(verified.stdout).not.toBe('')
  })

  it('P23: nobody else opens it', async () => {
    await run('age-keygen', ['-o', join(folder, 'other.txt')])
    const opened = run('age', [
      '--decrypt',
      '--identity',
      join(folder, 'other.txt'),
      join(folder, 'bundle.zip.age')
    ])
    await expect(opened).rejects.toThrow(/no identity matched/)
  })
})
