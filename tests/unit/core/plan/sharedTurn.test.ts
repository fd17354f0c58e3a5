import { describe, expect, it } from 'vitest'
import { fail } from '../../../../src-main/contract/result'
import { PlanEngine } from '../../../../src-main/core/plan'
import { StoreFailure, type LockHolder, type SharedWork } from '../../../../src-main/world/store/port'
import { MemoryJournal } from '../../support/memoryJournal'
import { ModelWorld, planOf } from './world'

/** A lock of the store that nobody waits for, and what was done with it. */
function sharedLock(holder: LockHolder = 'anotherPc') {
  const done: string[] = []
  let held = false
  const lock: SharedWork['lock'] = async (name) => {
    if (held) return holder
    held = true
    done.push(`take ${name}`)
    return async () => {
      held = false
      done.push(`give ${name}`)
    }
  }
  return { done, lock }
}

function engineOf(journal: MemoryJournal, lock: SharedWork['lock']): PlanEngine {
  return new PlanEngine({
    journal,
    lock,
    now: () => '2026-11-22T08:00:00.000Z',
    onProgress: () => undefined
  })
}

/** A world that waits at its first step until it may go on. */
function waitingWorld() {
  const world = new ModelWorld()
  const executor = world.executor()
  let goOn: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (goOn = resolve))
  let begun: () => void = () => undefined
  const isBegun = new Promise<void>((resolve) => (begun = resolve))
  return {
    world,
    isBegun,
    goOn: () => {
      goOn()
    },
    executor: {
      ...executor,
      prepare: (...words: Parameters<typeof executor.prepare>) => {
        const prepared = executor.prepare(...words)
        const carryOut = async () => {
          begun()
          await gate
          return prepared.carryOut()
        }
        return { ...prepared, carryOut }
      }
    }
  }
}

const plan = planOf([{ name: 'x', before: null, after: 1 }])
const other = planOf([{ name: 'y', before: null, after: 1 }])

describe('a journal that two PCs share', () => {
  it('lets no plan be carried out or taken back while one runs on the other PC', async () => {
    const journal = new MemoryJournal()
    const { lock, done } = sharedLock()
    const [here, there] = [engineOf(journal, lock), engineOf(journal, lock)]
    const hash = await here.add(plan, null)
    const waiting = waitingWorld()
    const run = here.apply(hash, waiting.executor)
    await waiting.isBegun
    expect(await there.apply(hash, waiting.world.executor())).toEqual(fail('plan.runningElsewhere'))
    expect(await there.undo(hash, waiting.world.executor())).toEqual(fail('plan.runningElsewhere'))
    expect(there.isBusy).toBe(false)
    waiting.goOn()
    expect(await run).toMatchObject({ ok: true, value: { done: 1 } })
    expect(waiting.world.touched).toEqual(['1'])
    expect(done).toEqual(['take plans', 'give plans'])
    expect(await there.undo(hash, waiting.world.executor())).toMatchObject({ ok: true, value: { done: 1 } })
  })

  it('says so where it is another job of this very app that carries something out', async () => {
    const journal = new MemoryJournal()
    const { lock } = sharedLock('thisApp')
    const [accounts, sanctions] = [engineOf(journal, lock), engineOf(journal, lock)]
    const hash = await accounts.add(plan, null)
    const waiting = waitingWorld()
    const run = accounts.apply(hash, waiting.executor)
    await waiting.isBegun
    const refused = await sanctions.apply(await sanctions.add(other, null), waiting.world.executor())
    expect(refused).toEqual(fail('plan.runningHere'))
    waiting.goOn()
    await run
  })

  it('keeps the turn until the last of several runs here has ended', async () => {
    const journal = new MemoryJournal()
    const { lock, done } = sharedLock()
    const engine = engineOf(journal, lock)
    const waiting = waitingWorld()
    const run = engine.apply(await engine.add(plan, null), waiting.executor)
    await waiting.isBegun
    const short = await engine.apply(await engine.add(other, null), waiting.world.executor())
    expect(short).toMatchObject({ ok: true, value: { done: 1 } })
    expect(done).toEqual(['take plans'])
    waiting.goOn()
    await run
    expect(done).toEqual(['take plans', 'give plans'])
  })

  it('begins nothing where the store cannot be asked, and goes on when it can', async () => {
    const journal = new MemoryJournal()
    const { lock } = sharedLock()
    let isThere = false
    const engine = engineOf(journal, async (name, wait) => {
      if (!isThere) throw new StoreFailure({ code: 'store.unreachable', parameters: {} })
      return lock(name, wait)
    })
    const world = new ModelWorld()
    const hash = await engine.add(plan, null)
    await expect(engine.apply(hash, world.executor())).rejects.toThrow(StoreFailure)
    expect(engine.isBusy).toBe(false)
    expect(world.touched).toEqual([])
    isThere = true
    expect(await engine.apply(hash, world.executor())).toMatchObject({ ok: true, value: { done: 1 } })
  })
})
