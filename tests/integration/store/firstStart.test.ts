import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Services } from '../../../src-main/services'
import { openHeadless } from '../support/headless'
import { fail, type Result } from '../../../src-main/contract/result'
import { defaultSettings } from '../../../src-main/contract/settings'
import { valueOf } from '../../unit/support/storeSamples'
import { run } from '../servers/command'

/** A disk of so many KiB. Mounting needs root, as the Samba tests do. */
async function diskOf(size: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-first-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await run('mount', ['-t', 'tmpfs', '-o', `size=${size}k,mode=0700`, 'tmpfs', folder])
  onTestFinished(async () => {
    await run('umount', ['--lazy', folder])
  })
  return folder
}

function start(dataFolder: string): Promise<Result<Services>> {
  return openHeadless(dataFolder)
}

describe('a PC whose word about where the case file lies is damaged', () => {
  it('opens none rather than its old one, and says why', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'netzwart-lost-'))
    onTestFinished(() => rm(folder, { recursive: true, force: true }))
    const before = valueOf(await start(folder))
    valueOf(await before.handlers['settings.write'](defaultSettings))
    await before.close()
    const database = new DatabaseSync(join(folder, 'netzwart.sqlite'))
    database.exec(`insert into documents values ('case-file', '{"location":')`)
    database.close()
    const after = valueOf(await start(folder))
    const failure = { code: 'store.documentDamaged', parameters: { document: 'case-file' } } as const
    const state = valueOf(await after.handlers['application.state'](undefined))
    expect(state.caseFile).toMatchObject({ state: 'unreachable', failure })
    expect(await after.handlers['settings.write'](defaultSettings)).toEqual(fail('caseFile.notOpen'))
    expect(await after.handlers['caseFile.retry']({ password: 'x', keepPassword: false })).toEqual({
      ok: false,
      failure
    })
    await after.close()
  })
})

describe('the first start on a disk that is full', () => {
  it('says so, and the next one works when there is space again', { timeout: 300_000 }, async () => {
    const codes = new Set<string>()
    // From no space at all to enough of it, a page at a time where the store and the key are made.
    for (let size = 4; size <= 280; size += size < 120 ? 4 : 16) {
      const disk = await diskOf(size)
      const folder = join(disk, 'data')
      const first = await start(folder)
      if (first.ok) await first.value.close()
      codes.add(first.ok ? 'ok' : first.failure.code)
      // This process lets go of a file on a full disk only at its end: the next start is one on what lies there.
      const roomy = await mkdtemp(join(tmpdir(), 'netzwart-roomy-'))
      onTestFinished(() => rm(roomy, { recursive: true, force: true }))
      if (existsSync(folder)) await cp(folder, roomy, { recursive: true })
      const again = valueOf(await start(roomy))
      expect((await stat(join(roomy, 'device.key'))).size, `${size} KiB`).toBe(32)
      valueOf(await again.handlers['settings.write'](defaultSettings))
      expect(again.caseFile()?.ledger.verification.problems).toEqual([])
      await again.close()
    }
    expect(codes).toContain('store.full')
    expect(codes).toContain('ok')
    expect(codes).not.toContain('store.keyUnusable')
  })
})
