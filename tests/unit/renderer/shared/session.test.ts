import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { fail, succeed, type Result } from '../../../../src-main/contract/result'
import '../../../../src-renderer/app/features'
import { roleWord, roleWords } from '../../../../src-renderer/shared/roles'
import { roles } from '../../../../src-main/contract/people'
import { useSession } from '../../../../src-renderer/shared/session'
import { useSigning } from '../../../../src-renderer/shared/signing'
import { useWaiting } from '../../../../src-renderer/shared/waiting'
import { applicationState, signedIn } from '../applicationState'
import { TestBridge } from '../plans/bridge'
import { planSummary } from '../plans/planSummaries'

let bridge: TestBridge

beforeEach(() => {
  bridge = new TestBridge()
  vi.stubGlobal('document', { documentElement: { lang: 'de' } })
  vi.stubGlobal('window', { netzwart: bridge })
  setActivePinia(createPinia())
})

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('who sits at the window', () => {
  it('administers as long as the case file is not founded', () => {
    const session = useSession()
    bridge.announce('application.state', applicationState({ founded: false }))
    expect([session.founded, session.is('administrator'), session.is('leadership')]).toEqual([
      false,
      true,
      false
    ])
  })

  it('may nothing as long as main has not said who that is', () => {
    const session = useSession()
    expect([session.is('administrator'), session.mayAsk('ledger.state')]).toEqual([false, false])
  })

  it('may nothing in a founded case file before the sign-in (P1)', () => {
    const session = useSession()
    expect(roles.filter((role) => session.is(role))).toEqual([])
    bridge.announce('application.state', applicationState())
    expect(session.mayAsk('ledger.state')).toBe(false)
    expect(session.mayAsk('settings.read')).toBe(false)
    expect(session.mayAsk('session.signIn')).toBe(true)
  })

  it('is asked for what the contract lets their role ask', () => {
    const session = useSession()
    bridge.announce('application.state', applicationState({ person: signedIn(['teacher']) }))
    expect(session.mayAsk('accounts.resetPassword')).toBe(true)
    expect(session.mayAsk('accounts.suspend')).toBe(false)
    expect(session.mayAsk('sanctions.decide')).toBe(false)
  })

  it('is remembered over a lock, until somebody else comes', () => {
    const session = useSession()
    bridge.announce('application.state', applicationState({ person: signedIn(['teacher'], 'a') }))
    bridge.announce('application.state', applicationState({ lockedLogin: 'm.mustermann' }))
    expect([session.person, session.lastPerson]).toEqual([null, 'a'])
    bridge.announce('application.state', applicationState({ person: signedIn(['teacher'], 'b') }))
    expect(session.lastPerson).toBe('b')
  })

  it('is called by their roles in words, the deputy as such', () => {
    expect(roleWord('dpo')).toBe('Datenschutzbeauftragte/r')
    expect(roleWords({ roles: ['leadership', 'teacher'], deputy: true })).toBe(
      'Stellvertretung der Schulleitung · Lehrkraft'
    )
  })
})

describe('what waits', () => {
  it('is asked only for what the role may see, without the plans of cases (P26), and forgotten with the person', async () => {
    bridge.answer('slips.pending', () => succeed([]))
    bridge.answer('plans.list', () => succeed([planSummary({}), { ...planSummary({}), job: 'sanctions' }]))
    const waiting = useWaiting()
    bridge.announce('application.state', applicationState({ person: signedIn(['teacher'], 'a') }))
    await waiting.load()
    expect(bridge.calls.map(({ name }) => name)).toEqual(['slips.pending'])
    bridge.announce('application.state', applicationState({ person: signedIn(['administrator'], 'b') }))
    await waiting.load()
    expect(waiting.plans).toHaveLength(1)
    bridge.announce('application.state', applicationState())
    await nextTick()
    expect([waiting.plans.length, waiting.loaded]).toEqual([0, false])
  })

  it('drops an answer that belongs to whoever sat there before', async () => {
    let answer: (() => void) | undefined
    bridge.answer('slips.pending', () => succeed([]))
    bridge.answer(
      'plans.list',
      () => new Promise((resolve) => (answer = () => resolve(succeed([planSummary({})]))))
    )
    const waiting = useWaiting()
    bridge.announce('application.state', applicationState({ person: signedIn(['administrator'], 'a') }))
    const loading = waiting.load()
    await vi.waitFor(() => expect(answer).toBeDefined())
    bridge.announce('application.state', applicationState())
    answer?.()
    await loading
    expect(waiting.plans).toEqual([])
  })
})

describe('a signature', () => {
  it('forgets the passphrase the moment it is handed over, whatever comes of it', async () => {
    const { passphrase, failure, sign } = useSigning()
    passphrase.value = 'vier ganz zufällige wörter'
    expect(await sign(async (typed) => succeed(typed))).toEqual({ value: 'vier ganz zufällige wörter' })
    expect(passphrase.value).toBe('')
    passphrase.value = 'falsch'
    expect(await sign(async () => fail('people.wrongPassphrase'))).toBeNull()
    expect([passphrase.value, failure.value?.code]).toEqual(['', 'people.wrongPassphrase'])
  })

  it('is asked for once, however often the button is pressed, and never without a passphrase', async () => {
    const { passphrase, busy, sign } = useSigning()
    const asked = vi.fn(() => new Promise<Result<undefined>>((resolve) => setTimeout(resolve, 5, succeed())))
    expect(await sign(asked)).toBeNull()
    passphrase.value = 'vier ganz zufällige wörter'
    const first = sign(asked)
    passphrase.value = 'vier ganz zufällige wörter'
    expect([busy.value, await sign(asked)]).toEqual([true, null])
    expect(await first).toEqual({ value: undefined })
    expect(asked).toHaveBeenCalledTimes(1)
  })
})
