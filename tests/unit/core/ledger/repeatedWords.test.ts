import { describe, expect, it } from 'vitest'
import { RepeatedWords } from '../../../../src-main/core/ledger/repeatedWords'

describe('what comes up again in a ledger', () => {
  it('is kept once, and nobody can change it for everybody else', () => {
    const words = new RepeatedWords()
    const roles = words.onceWhole(['administrator'])
    expect(words.onceWhole(['administrator'])).toBe(roles)
    expect(words.onceWhole(['administrator', 'dpo'])).toEqual(['administrator', 'dpo'])
    expect(words.onceWhole(['administrator'])).toBe(roles)
    expect(() => roles.push('leadership')).toThrow(TypeError)
  })

  it('is told from what only looks like it', () => {
    const words = new RepeatedWords()
    expect(words.onceWhole({ a: 1 })).toEqual({ a: 1 })
    expect(words.onceWhole({ a: '1' })).toEqual({ a: '1' })
    expect(words.onceWhole([{ a: 1 }])).toEqual([{ a: 1 }])
  })

  it('is forgotten with what never came up again', () => {
    const words = new RepeatedWords()
    const first = words.onceWhole([0])
    for (let number = 1; number <= 5_000; number += 1) words.onceWhole([number])
    expect(words.onceWhole([0])).not.toBe(first)
    expect(words.onceWhole([0])).toEqual([0])
  })
})
