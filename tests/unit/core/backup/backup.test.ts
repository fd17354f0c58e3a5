import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fail } from '../../../../src-main/contract/result'
import { readBackup, writeBackup } from '../../../../src-main/core/backup'
import { asStream, outcomeOf, passphrase, sampleBackup, sampleMeta, sampleRows } from './samples'

describe('a backup', { timeout: 60_000 }, () => {
  it.each([
    [0, 0],
    [3, 40],
    [400, 2_000]
  ])('gives back %d statements of %d characters as they were', async (statements, length) => {
    const bytes = await sampleBackup(statements, length)
    expect(await outcomeOf(bytes)).toEqual({
      meta: sampleMeta(statements),
      rows: sampleRows(statements, length)
    })
  })

  it('shows nothing of what it holds, and is another one each time', async () => {
    const [first, second] = [await sampleBackup(3), await sampleBackup(3)]
    const [line] = first.toString('latin1').split('\n')
    expect(line).toMatch(
      /^netzwart-backup-1 \{"derivation":\{"memory":8192,"name":"argon2id13","operations":1,/
    )
    expect(first.includes('Musterstadt')).toBe(false)
    expect(first.includes(Buffer.alloc(32, 7))).toBe(false)
    expect(first.subarray(line!.length).equals(second.subarray(line!.length))).toBe(false)
  })

  it('costs a guess at the passphrase what it costs at a person’s key where nothing else is said', async () => {
    const bytes = writeBackup(asStream(sampleRows(0)), passphrase, sampleMeta(0))
    const first = await bytes.next()
    await bytes.return(undefined)
    expect(Buffer.from(first.value).toString('latin1')).toContain('"memory":134217728')
  })

  it('opens by the same passphrase in another spelling of Unicode, and by no other', async () => {
    const bytes = await sampleBackup(3)
    expect(await outcomeOf(bytes, passphrase.normalize('NFD'))).toMatchObject({ meta: sampleMeta(3) })
    for (const wrong of [passphrase.toLowerCase(), `${passphrase} `]) {
      expect(await outcomeOf(bytes, wrong)).toBe('backup.wrongPassphrase')
    }
  })

  it('is told from other files, and from newer ones', async () => {
    for (const other of ['', 'SQLite format 3\0', 'netzwart-backup', 'netzwart-backup-0 {}', '\n\n']) {
      expect(await outcomeOf(Buffer.from(other))).toBe('backup.notABackup')
    }
    const newer = await readBackup(asStream([Buffer.from('netzwart-backup-2 something else')]), passphrase)
    expect(newer).toEqual(fail('backup.newer', { found: 2, known: 1 }))
  })

  it.each([
    ['costs', { operations: 1, memory: 2 ** 40 }],
    ['costs', { operations: 1000, memory: 8192 }]
  ])('with forged %s is refused before they are paid', async (_what, forged) => {
    const bytes = await sampleBackup(1)
    const header = bytes
      .subarray(0, bytes.indexOf(0x0a))
      .toString('latin1')
      .replace(/ [0-9a-f]{64}$/, '')
    const changed = header
      .replace('"memory":8192', `"memory":${forged.memory}`)
      .replace('"operations":1', `"operations":${forged.operations}`)
    const digest = createHash('sha256').update(changed).digest('hex')
    const content = bytes.subarray(bytes.indexOf(0x0a))
    expect(await outcomeOf(Buffer.concat([Buffer.from(`${changed} ${digest}`), content]))).toBe(
      'backup.damaged'
    )
  })
})
