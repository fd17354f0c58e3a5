import { describe, expect, it } from 'vitest'
import type { ApplicationState } from '../../../../src-main/contract/application'
import { createApplicationJob } from '../../../../src-main/jobs/application'
import { valueOf } from '../../support/accountsJob'
import { closedState } from '../../support/applicationState'
import { MemoryKeychain } from '../../support/memoryKeychain'
import { MemoryShelf } from '../../support/memoryShelf'

async function start(shelf = new MemoryShelf()) {
  const told: ApplicationState[] = []
  const { directory, session, caseFile, ledger } = closedState
  const job = await createApplicationJob({
    version: '1',
    shelf,
    keychain: new MemoryKeychain(),
    language: 'de',
    announce: (name, payload) => {
      if (name === 'application.state') told.push(payload as ApplicationState)
    },
    rest: () => ({ directory, session, caseFile, ledger })
  })
  return { job, shelf, told }
}

describe('preferences', () => {
  it('are kept and told, and fall back to the usual ones where they cannot be read', async () => {
    const first = await start()
    valueOf(await first.job.handlers['application.setPreferences']({ language: 'en', theme: 'dark' }))
    expect(first.told.at(-1)?.preferences).toEqual({ language: 'en', theme: 'dark' })
    const second = await start(first.shelf)
    expect(valueOf(await second.job.handlers['application.state'](undefined)).preferences.theme).toBe('dark')
    first.shelf.documents.set('preferences', 7)
    const third = await start(first.shelf)
    expect(third.job.state().preferences).toEqual({ language: 'de', theme: 'system' })
  })
})
