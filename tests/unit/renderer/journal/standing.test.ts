import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LedgerVerification } from '../../../../src-main/contract/ledger'
import { fail, succeed } from '../../../../src-main/contract/result'
import { useLedgerStanding } from '../../../../src-renderer/features/journal/standing'
import { TestBridge } from '../plans/bridge'

const sound: LedgerVerification = {
  statements: 2,
  head: { sequence: 2, hash: 'a'.repeat(64) },
  root: 'b'.repeat(64),
  problems: [],
  clockNotices: [],
  unknownKinds: [],
  uncheckedPlans: [],
  uncheckedGroups: []
}
let bridge: TestBridge

beforeEach(() => {
  bridge = new TestBridge()
  vi.stubGlobal('window', { netzwart: bridge })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

describe('standing of the ledger', () => {
  it('is asked for once it is shown, and again whenever something was said', async () => {
    bridge.answer('ledger.state', () => succeed(sound))
    const standing = useLedgerStanding()
    bridge.announce('ledger.changed', { head: sound.head })
    expect(bridge.calls).toEqual([])
    await standing.load()
    expect(standing.verification).toEqual(sound)
    bridge.announce('ledger.changed', { head: sound.head })
    expect(bridge.inputsOf('ledger.state')).toHaveLength(2)
  })

  it('is checked anew one check at a time, and says when', async () => {
    bridge.answer('ledger.verify', async () => {
      await Promise.resolve()
      return succeed({ ...sound, problems: [{ sequence: 2, code: 'wrongSignature' as const }] })
    })
    const standing = useLedgerStanding()
    await Promise.all([standing.verify(), standing.verify()])
    expect(bridge.inputsOf('ledger.verify')).toHaveLength(1)
    expect(standing.verification?.problems).toHaveLength(1)
    expect(standing.verifiedAt).not.toBeNull()
  })

  it('keeps what it knew when a check fails, and does not claim to have checked', async () => {
    bridge.answer('ledger.state', () => succeed(sound))
    bridge.answer('ledger.verify', () => fail('store.unreachable', { server: 'db', reason: 'x' }))
    const standing = useLedgerStanding()
    await standing.load()
    await standing.verify()
    expect(standing.verification).toEqual(sound)
    expect(standing.failure?.code).toBe('store.unreachable')
    expect([standing.verifiedAt, standing.verifying]).toEqual([null, false])
  })
})
