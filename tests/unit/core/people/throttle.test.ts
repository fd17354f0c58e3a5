import { beforeEach, describe, expect, it } from 'vitest'
import { fail, succeed, type Result } from '../../../../src-main/contract/result'
import { Throttle, type AttemptMemory } from '../../../../src-main/core/people/throttle'
import { StoreFailure } from '../../../../src-main/world/store/port'

let now = 0
let kept: unknown
const memory: AttemptMemory = {
  read: async () => kept,
  async write(attempts) {
    kept = structuredClone(attempts)
  }
}
beforeEach(() => {
  now = Date.parse('2026-11-28T08:00:00Z')
  kept = undefined
})

/** Tries a secret that is wrong unless it says otherwise; answers what came of it. */
async function guess(
  throttle: Throttle,
  name: string,
  answer: Result<undefined> = fail('people.wrongPassphrase')
): Promise<string> {
  const result = await throttle.attempt(
    name,
    async () => {
      await new Promise((resolve) => setTimeout(resolve, 1))
      return answer
    },
    ({ code }) => code === 'people.wrongPassphrase'
  )
  return result.ok ? 'right' : result.failure.code
}

function countOf(answers: readonly string[], word: string): number {
  return answers.filter((answer) => answer === word).length
}

describe('guesses', () => {
  it('side by side are counted when they begin: five are tried, however many there are', async () => {
    const throttle = new Throttle(() => now)
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) => guess(throttle, 'a', index === 199 ? succeed() : undefined))
    )
    expect(countOf(answers, 'people.wrongPassphrase')).toBe(5)
    expect(countOf(answers, 'people.tooManyAttempts')).toBe(195)
    // After each wait one more, and the wait doubles.
    for (const seconds of [5, 10, 20]) {
      now += seconds * 1000
      const few = await Promise.all(Array.from({ length: 10 }, () => guess(throttle, 'a')))
      expect(countOf(few, 'people.wrongPassphrase')).toBe(1)
    }
    now += 39_000
    expect(await guess(throttle, 'a', succeed())).toBe('people.tooManyAttempts')
    now += 1_000
    expect(await guess(throttle, 'a', succeed())).toBe('right')
    expect(await guess(throttle, 'a')).toBe('people.wrongPassphrase')
  })

  it('are remembered when the app is started anew, by digest and without a name', async () => {
    const throttle = await Throttle.open(() => now, memory)
    for (let index = 0; index < 5; index += 1) await guess(throttle, 'login leitung')
    expect(JSON.stringify(kept)).not.toContain('leitung')
    const again = await Throttle.open(() => now, memory)
    expect(await guess(again, 'login leitung', succeed())).toBe('people.tooManyAttempts')
    now += 5_000
    expect(await guess(again, 'login leitung', succeed())).toBe('right')
    expect(kept).toEqual({})
  })

  it('are on the disk before they are tried: killing the app takes none back', async () => {
    const throttle = await Throttle.open(() => now, memory)
    let seen: unknown
    await throttle.attempt(
      'a',
      async () => {
        seen = kept
        return fail('people.wrongPassphrase')
      },
      () => true
    )
    expect(Object.values(seen as object)).toEqual([{ failed: 1, notBefore: now, at: now }])
  })

  it('at made-up names push nobody out, and need no more memory', async () => {
    const throttle = await Throttle.open(() => now, memory)
    for (let index = 0; index < 5; index += 1) await guess(throttle, 'victim')
    const many = Array.from({ length: 3_000 }, (_, index) => guess(throttle, `made up ${index}`))
    const answers = await Promise.all(many)
    expect(countOf(answers, 'people.tooManyAttempts')).toBeGreaterThan(900)
    expect(Object.keys(kept as object).length).toBeLessThanOrEqual(2_001)
    expect(await guess(throttle, 'victim', succeed())).toBe('people.tooManyAttempts')
    // A day later the made-up names are forgotten.
    now += 86_400_001
    await guess(throttle, 'b')
    expect(Object.keys(kept as object)).toHaveLength(1)
  })

  it('count only where somebody could say that they are wrong', async () => {
    const throttle = new Throttle(() => now)
    for (let index = 0; index < 20; index += 1) {
      expect(await guess(throttle, 'a', fail('directory.unreachable'))).toBe('directory.unreachable')
      const gone = throttle.attempt(
        'a',
        () => Promise.reject(new Error('gone')),
        () => true
      )
      await expect(gone).rejects.toThrow('gone')
    }
    expect(await guess(throttle, 'a', succeed())).toBe('right')
  })

  it('are counted on a full disk and with a clock that was ahead, and lock nobody out for longer than ten minutes', async () => {
    const full: AttemptMemory = {
      read: async () => undefined,
      write: () => Promise.reject(new StoreFailure({ code: 'store.full', parameters: { place: '' } }))
    }
    const throttle = await Throttle.open(() => now, full)
    now += 30 * 86_400_000
    for (let index = 0; index < 5; index += 1) await guess(throttle, 'a')
    now -= 30 * 86_400_000
    const refused = await throttle.attempt(
      'a',
      async () => succeed(),
      () => true
    )
    expect(refused).toEqual(fail('people.tooManyAttempts', { seconds: 600 }))
    now += 600_000
    expect(await guess(throttle, 'a', succeed())).toBe('right')
  })

  it('that were kept damaged begin anew', async () => {
    kept = { a: 'x' }
    expect(await guess(await Throttle.open(() => now, memory), 'a', succeed())).toBe('right')
  })
})
