import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { succeed } from '../../../../src-main/contract/result'
import { watchActivity } from '../../../../src-renderer/app/activity'
import { useSession } from '../../../../src-renderer/shared/session'
import { applicationState, signedIn } from '../applicationState'
import { TestBridge } from '../plans/bridge'

let bridge: TestBridge
let listeners: Map<string, () => void>

beforeEach(() => {
  vi.useFakeTimers()
  bridge = new TestBridge()
  listeners = new Map()
  vi.stubGlobal('document', { documentElement: { lang: 'de' } })
  vi.stubGlobal('window', {
    netzwart: bridge,
    addEventListener: (name: string, listener: () => void) => listeners.set(name, listener)
  })
  bridge.answer('session.active', () => succeed())
  setActivePinia(createPinia())
  watchActivity(useSession())
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function move(): void {
  listeners.get('pointermove')?.()
}

it('tells main of a person’s activity, at most every 20 seconds', () => {
  bridge.announce('application.state', applicationState({ person: signedIn(['teacher']) }))
  move()
  listeners.get('keydown')?.()
  vi.advanceTimersByTime(19_000)
  move()
  expect(bridge.inputsOf('session.active')).toHaveLength(1)
  vi.advanceTimersByTime(1_000)
  move()
  expect(bridge.inputsOf('session.active')).toHaveLength(2)
})

it('tells nothing while nobody is signed in, and at once when somebody is again', () => {
  bridge.announce('application.state', applicationState())
  move()
  expect(bridge.inputsOf('session.active')).toHaveLength(0)
  bridge.announce('application.state', applicationState({ person: signedIn(['teacher']) }))
  move()
  bridge.announce('application.state', applicationState())
  move()
  bridge.announce('application.state', applicationState({ person: signedIn(['teacher']) }))
  move()
  expect(bridge.inputsOf('session.active')).toHaveLength(2)
})

it('goes on telling after the clock was set back', () => {
  bridge.announce('application.state', applicationState({ person: signedIn(['teacher']) }))
  move()
  vi.setSystemTime(Date.now() - 3_600_000)
  move()
  expect(bridge.inputsOf('session.active')).toHaveLength(2)
})
