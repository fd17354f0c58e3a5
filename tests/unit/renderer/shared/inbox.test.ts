import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { InboxItem } from '../../../../src-main/contract/inbox'
import { fail, succeed, type Result } from '../../../../src-main/contract/result'
import { useApplication } from '../../../../src-renderer/shared/application'
import { useInbox } from '../../../../src-renderer/shared/inbox'
import { applicationState, signedIn } from '../applicationState'
import { TestBridge } from '../plans/bridge'

let bridge: TestBridge

beforeEach(() => {
  bridge = new TestBridge()
  vi.stubGlobal('document', { documentElement: { lang: 'de' } })
  vi.stubGlobal('window', { netzwart: bridge })
  setActivePinia(createPinia())
  useApplication()
  bridge.announce('application.state', applicationState({ person: signedIn(['evaluator']) }))
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function item(id: string, since: string): InboxItem {
  return { id, kind: 'caseOpen', since, deadline: null, parameters: {}, to: '/cases/1' }
}

describe('inbox', () => {
  it('lists the oldest first', async () => {
    bridge.answer('inbox.list', () =>
      succeed([item('new', '2026-11-20T10:00:00.000Z'), item('old', '2026-11-01T10:00:00.000Z')])
    )
    const inbox = useInbox()
    await inbox.load()
    expect(inbox.items.map(({ id }) => id)).toEqual(['old', 'new'])
    expect(inbox.loaded).toBe(true)
  })

  it('asks again when something was said in the ledger', async () => {
    bridge.answer('inbox.list', () => succeed([]))
    const inbox = useInbox()
    await inbox.load()
    bridge.announce('ledger.changed', { head: null })
    expect(bridge.inputsOf('inbox.list')).toHaveLength(2)
  })

  it('drops an answer that a newer question has overtaken', async () => {
    let finish: (answer: Result<InboxItem[]>) => void = () => undefined
    bridge.answer('inbox.list', () => new Promise((resolve) => (finish = resolve)))
    const inbox = useInbox()
    const first = inbox.load()
    bridge.answer('inbox.list', () => succeed([item('new', '2026-11-20T10:00:00.000Z')]))
    await inbox.load()
    finish(succeed([item('stale', '2026-11-01T10:00:00.000Z')]))
    await first
    expect(inbox.items.map(({ id }) => id)).toEqual(['new'])
  })

  it('does not count as read, and so as empty, where main could not read it', async () => {
    bridge.answer('inbox.list', () => fail('store.full', { detail: '' }))
    const inbox = useInbox()
    await inbox.load()
    expect(inbox.loaded).toBe(false)
    expect(inbox.failure?.code).toBe('store.full')
  })

  it('keeps the list and says why when main refuses', async () => {
    bridge.answer('inbox.list', () => succeed([item('old', '2026-11-01T10:00:00.000Z')]))
    const inbox = useInbox()
    await inbox.load()
    bridge.answer('inbox.list', () => fail('caseFile.notOpen'))
    await inbox.load()
    expect(inbox.items).toHaveLength(1)
    expect(inbox.failure?.code).toBe('caseFile.notOpen')
  })
})
