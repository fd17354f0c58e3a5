import { describe, expect, it } from 'vitest'
import type { Holding } from '../../../../src-main/contract/disclosures'
import { blackCount, toldOf } from '../../../../src-main/jobs/disclosures/content'

const label = { de: 'Sachverhalt', en: 'Facts' }
const held = (id: string, value: string): Holding => ({
  ...{ id, area: 'case', at: '2026-09-01T08:00:00.000Z', title: label, underWay: false },
  facts: [
    { kind: 'data', label, value: '2026-001' },
    { kind: 'written', label, value }
  ]
})
const holdings = [held('one', 'Anna und Hans waren da.'), held('two', 'Sonst niemand.')]
const mark = (from: number, to: number, holding = 'one', fact = 1) => ({ holding, fact, from, to })

describe('P27: what is told of what is held', () => {
  it('is everything where nothing was chosen', () => {
    const told = toldOf(holdings, { omitted: [], blackened: [] })
    expect(told).toMatchObject({ ok: true, value: [{ id: 'one' }, { id: 'two' }] })
  })

  it('has black instead of the words, and says nothing of how long they were', () => {
    const told = toldOf(holdings, { omitted: [], blackened: [mark(0, 4), mark(9, 13)] })
    expect(told).toMatchObject({
      value: [
        {
          facts: [
            { value: '2026-001' },
            {
              parts: [
                { black: true },
                { black: false, text: ' und ' },
                { black: true },
                { black: false, text: ' waren da.' }
              ]
            }
          ]
        },
        {}
      ]
    })
    expect(JSON.stringify(told)).not.toMatch(/Anna|Hans/)
    expect(told.ok && blackCount(told.value)).toBe(2)
  })

  it('is one black where stretches overlap, in whatever order', () => {
    const told = toldOf(holdings, { omitted: [], blackened: [mark(5, 13), mark(0, 8), mark(13, 23)] })
    expect(told).toMatchObject({ value: [{ facts: [{}, { parts: [{ black: true }] }] }, {}] })
  })

  it('leaves out whole entries', () => {
    const told = toldOf(holdings, { omitted: ['one'], blackened: [] })
    expect(told.ok && told.value.map(({ id }) => id)).toEqual(['two'])
  })

  it.each([
    ['an entry that is not there', { omitted: ['three'], blackened: [] }],
    ['a fact that nobody has typed', { omitted: [], blackened: [mark(0, 2, 'one', 0)] }],
    ['a fact that is not there', { omitted: [], blackened: [mark(0, 2, 'one', 7)] }],
    ['what lies behind the end', { omitted: [], blackened: [mark(0, 500)] }],
    ['nothing at all', { omitted: [], blackened: [mark(3, 3)] }]
  ])('refuses to choose %s', (_, choice) => {
    expect(toldOf(holdings, choice)).toMatchObject({ failure: { code: 'disclosures.choiceWrong' } })
  })
})
