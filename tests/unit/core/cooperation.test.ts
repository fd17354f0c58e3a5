import { describe, expect, it } from 'vitest'
import { createBreath } from '../../../src-main/core/cooperation'

function work(milliseconds: number): void {
  const until = performance.now() + milliseconds
  while (performance.now() < until);
}

describe('createBreath', () => {
  it('costs nothing while the stretch is young', () => {
    const breath = createBreath(1000)
    expect(breath()).toBeUndefined()
  })

  it('gives timers and immediates a turn once the stretch is over', async () => {
    const breath = createBreath(5)
    let turns = 0
    setImmediate(() => {
      turns += 1
    })
    work(10)
    await breath()
    expect(turns).toBe(1)
    expect(breath()).toBeUndefined()
  })

  it('throws the reason of an aborted signal', async () => {
    const stop = new AbortController()
    const breath = createBreath(1, stop.signal)
    work(2)
    stop.abort(new Error('enough'))
    await expect(breath()).rejects.toThrow('enough')
  })
})
