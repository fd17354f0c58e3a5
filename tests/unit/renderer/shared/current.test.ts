import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, type EffectScope } from 'vue'
import { fail, succeed, type Result } from '../../../../src-main/contract/result'
import { useCurrent } from '../../../../src-renderer/shared/current'
import { TestBridge } from '../plans/bridge'

let scope: EffectScope
/** Questions that have no answer yet, oldest first. */
let asked: { readonly id: string; readonly answer: (result: Result<string>) => void }[]

beforeEach(() => {
  vi.stubGlobal('window', { netzwart: new TestBridge() })
  scope = effectScope()
  asked = []
})

afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
})

function open(id: () => string) {
  const ask = (one: string) => new Promise<Result<string>>((answer) => void asked.push({ id: one, answer }))
  const shown = scope.run(() => useCurrent<string>(id, ask, 'orders.notFound'))
  if (shown === undefined) throw new Error('the scope is over')
  return shown
}

async function answer(place: number, result: Result<string>): Promise<void> {
  asked[place]?.answer(result)
  await nextTick()
  await nextTick()
}

describe('one thing as main keeps it', () => {
  it('shows nothing of the one before, and not its late answer either', async () => {
    const id = ref('first')
    const shown = open(() => id.value)
    await answer(0, succeed('the first'))
    expect(shown.current.value).toBe('the first')
    void shown.load()
    id.value = 'second'
    await nextTick()
    expect([shown.current.value, asked.map((one) => one.id)]).toEqual([null, ['first', 'first', 'second']])
    await answer(2, succeed('the second'))
    await answer(1, succeed('the first, late'))
    expect(shown.current.value).toBe('the second')
  })

  it('P25: keeps nothing on the screen for whom it is not meant any more, but what was there where main fails', async () => {
    const shown = open(() => 'one')
    await answer(0, succeed('contents'))
    void shown.load()
    await answer(1, fail('store.unreachable'))
    expect([shown.current.value, shown.failure.value?.code]).toEqual(['contents', 'store.unreachable'])
    void shown.load()
    await answer(2, fail('orders.notFound'))
    expect([shown.current.value, shown.failure.value?.code]).toEqual([null, 'orders.notFound'])
  })

  it('goes by what an own action has answered, whatever was asked before', async () => {
    const shown = open(() => 'one')
    shown.take('signed')
    await answer(0, succeed('not signed yet'))
    expect(shown.current.value).toBe('signed')
  })
})
