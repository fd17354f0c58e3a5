import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRenderer } from 'vue'
import { fail, succeed } from '../../../../src-main/contract/result'
import { useStart } from '../../../../src-renderer/features/overview/start'
import { useApplication } from '../../../../src-renderer/shared/application'
import { applicationState, signedIn } from '../applicationState'
import { TestBridge } from '../plans/bridge'

let bridge: TestBridge

beforeEach(() => {
  bridge = new TestBridge()
  vi.stubGlobal('document', { documentElement: { lang: 'de' } })
  vi.stubGlobal('window', { netzwart: bridge })
  setActivePinia(createPinia())
  // Hears of main before any page is there.
  useApplication()
  bridge.answer('inbox.list', () => succeed([]))
  bridge.answer('plans.list', () => succeed([]))
  bridge.answer('slips.pending', () => succeed([]))
})

afterEach(() => {
  vi.unstubAllGlobals()
})

/** The page as it is while somebody looks at it, without what it draws. */
function open(): { readonly start: ReturnType<typeof useStart>; readonly leave: () => void } {
  const nothing = (): null => null
  const { createApp } = createRenderer<object, object>({
    ...{ patchProp: nothing, insert: nothing, remove: nothing, setText: nothing, setElementText: nothing },
    ...{ createElement: Object, createText: Object, createComment: Object },
    ...{ parentNode: nothing, nextSibling: nothing }
  })
  let start: ReturnType<typeof useStart> | undefined
  const page = createApp({
    setup: () => {
      start = useStart()
      return nothing
    }
  })
  page.mount({})
  if (start === undefined) throw new Error('the page is not there')
  return {
    start,
    leave: () => {
      page.unmount()
    }
  }
}

function tellDirectory(state: 'ready' | 'passwordNeeded'): void {
  const told = applicationState({ person: signedIn(['administrator']) })
  const { directory } = told
  if (directory === null) throw new Error('no directory')
  bridge.announce('application.state', { ...told, directory: { ...directory, state } })
}

it('forgets that the directory could not be read as soon as it is connected again', async () => {
  bridge.answer('accounts.query', () => fail('directory.passwordNeeded'))
  tellDirectory('passwordNeeded')
  const { start, leave } = open()
  await vi.waitFor(() => {
    expect(start.failure.value?.code).toBe('directory.passwordNeeded')
  })
  const facets = { classes: [], groups: [], states: [], kinds: [] }
  const page = { all: 4, total: 4, rows: [], facets, readAt: '2026-11-28T11:00:00.000Z' }
  bridge.answer('accounts.query', () => succeed(page))
  tellDirectory('ready')
  await vi.waitFor(() => {
    expect(start.failure.value).toBeNull()
  })
  expect(start.accounts.value).toEqual(page)
  leave()
})
