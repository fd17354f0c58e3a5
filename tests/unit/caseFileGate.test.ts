import { describe, expect, it } from 'vitest'
import { CaseFileGate } from '../../src-main/caseFileGate'
import { fail, succeed } from '../../src-main/contract/result'

/** A piece of work that ends when it is told to. */
function work(): { readonly done: Promise<string>; end(): void } {
  let end = (): void => undefined
  const done = new Promise<string>((resolve) => {
    end = () => {
      resolve('done')
    }
  })
  return {
    done,
    end: () => {
      end()
    }
  }
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

describe('while the case file moves', () => {
  it('what is under way ends first, what comes waits', async () => {
    const gate = new CaseFileGate(() => false)
    const told: string[] = []
    const [before, moving] = [work(), work()]
    const under = gate.enter(() => before.done).then(() => told.push('before'))
    const moved = gate.exclusively(async () => {
      told.push('moves')
      await moving.done
      told.push('moved')
      return succeed('there')
    })
    const after = gate.enter(async () => told.push('after'))
    await soon()
    expect(told).toEqual([])
    before.end()
    await under
    await soon()
    expect(told).toEqual(['before', 'moves'])
    moving.end()
    expect(await moved).toEqual(succeed('there'))
    await after
    expect(told).toEqual(['before', 'moves', 'moved', 'after'])
  })

  it('no plan is carried out: neither is one waited for that began meanwhile', async () => {
    let isBusy = true
    const gate = new CaseFileGate(() => isBusy)
    const refused = fail('directory.planRunning')
    expect(await gate.exclusively(async () => succeed('there'))).toEqual(refused)
    isBusy = false
    const plan = work()
    const applying = gate.enter(async () => {
      await soon()
      isBusy = true
      return plan.done
    })
    expect(await gate.exclusively(async () => succeed('there'))).toEqual(refused)
    // It can be cancelled: the gate is open again.
    expect(await gate.enter(async () => 'cancelled')).toBe('cancelled')
    plan.end()
    await applying
  })

  it('and fails, the gate opens again; two that move take turns', async () => {
    const gate = new CaseFileGate(() => false)
    const broken = gate.exclusively(() => Promise.reject(new Error('torn')))
    const other = gate.exclusively(async () => succeed('second'))
    await expect(broken).rejects.toThrow('torn')
    expect(await other).toEqual(succeed('second'))
    const failing = expect(gate.enter(() => Promise.reject(new Error('its own')))).rejects.toThrow('its own')
    expect(await gate.exclusively(async () => succeed('third'))).toEqual(succeed('third'))
    await failing
  })
})
