import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bridge } from '../../src-main/contract/bridge'
import {
  answerSaveDialog,
  ask,
  demoPerson,
  launch,
  watchOpenedDocuments,
  type RunningApplication
} from './support/application'

const execute = promisify(execFile)

let folder: string
let running: RunningApplication | null = null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-work-'))
})

afterEach(async () => {
  await running?.close()
  running = null
  await rm(folder, { recursive: true, force: true })
})

describe('printing', () => {
  it('P5: makes a readable A4 page of a reset, readable only by the person who saved it', async () => {
    running = await launch({ demo: true })
    const { window, electron } = running
    const { rows } = await ask(window, 'accounts.query', { kind: 'pupil', state: 'active', limit: 1 })
    const account = rows[0]!
    await ask(window, 'accounts.resetPassword', {
      account: account.id,
      verification: 'schoolIdCard',
      note: ''
    })
    const file = join(folder, 'Zettel.pdf')
    await answerSaveDialog(electron, file)
    expect(await ask(window, 'slips.save', { accounts: [account.id] })).toEqual({ file })

    const { stdout: text } = await execute('pdftotext', ['-layout', file, '-'])
    expect(text).toContain(account.login)
    expect(text).toContain(account.familyName)
    const { stdout: facts } = await execute('pdfinfo', [file])
    expect(facts).toMatch(/Page size: +59[45](\.\d+)? x 84[12](\.\d+)? pts \(A4\)/)
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)

    const opened = await watchOpenedDocuments(electron)
    await ask(window, 'documents.open', { file })
    expect(await opened()).toEqual([file])
  })

  it('loses no password when the person closes the dialog', async () => {
    running = await launch({ demo: true })
    const { window, electron } = running
    const { rows } = await ask(window, 'accounts.query', { kind: 'pupil', state: 'active', limit: 1 })
    const account = rows[0]!.id
    await ask(window, 'accounts.resetPassword', { account, verification: 'knownInPerson', note: '' })
    await answerSaveDialog(electron, null)
    expect(await ask(window, 'slips.save', { accounts: [account] })).toBeNull()
    expect((await ask(window, 'slips.pending')).map((slip) => slip.account)).toEqual([account])
  })
})

describe('closing the window in the middle of a run', () => {
  it('stops between two steps; the next start goes on where it stopped', async () => {
    const data = join(folder, 'data')
    running = await launch({ demo: true, data })
    const first = running.window
    const preview = await ask(first, 'rosters.chooseDemo')
    const planned = await ask(first, 'rosters.plan', {
      roster: preview.roster,
      reading: {},
      decisions: {}
    })
    const plan = planned.plan!
    const { passphrase } = await demoPerson(first, 'administrator')
    // Started but not waited for: the answer comes when the run has ended.
    await first.evaluate(
      ({ hash, leavers, phrase }) =>
        new Promise<void>((resolve) => {
          const { netzwart } = globalThis as unknown as { netzwart: Bridge }
          netzwart.on('plan.progress', (progress) => {
            if ((progress as { done: number }).done > 0) resolve()
          })
          void netzwart.call('plans.apply', { plan: hash, leavers, passphrase: phrase })
        }),
      { hash: plan.hash, leavers: plan.confirmation?.leavers ?? null, phrase: passphrase }
    )
    await running.close()

    running = await launch({ demo: true, data })
    const stopped = await ask(running.window, 'plans.summary', { plan: plan.hash })
    expect(stopped.progress.state).toBe('interrupted')
    expect(stopped.progress.done).toBeGreaterThan(0)
    expect(stopped.progress.remaining).toBeGreaterThan(0)
    const ended = await ask(running.window, 'plans.apply', {
      plan: plan.hash,
      leavers: plan.confirmation?.leavers ?? null,
      passphrase
    })
    expect(ended).toMatchObject({ state: 'finished', done: plan.progress.steps, failed: 0, remaining: 0 })
  })
})
