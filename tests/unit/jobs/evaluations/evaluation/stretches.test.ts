import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Suspension } from '../../../../../src-main/contract/accounts'
import {
  stretchesOf,
  type ToldChange
} from '../../../../../src-main/jobs/evaluations/evaluation/accounts/stretches'

const none: Suspension = { kind: 'none' }
const forever: Suspension = { kind: 'forever' }
const open = { suspension: none, leaverSince: null }
const shut = { suspension: forever, leaverSince: null }
const minute = 60_000
const until = (at: number): Suspension => ({ kind: 'until', until: new Date(at).toISOString() })
const now = new Date(1_000 * minute)
const made: ToldChange = { from: 0, at: minute, suspension: none, left: false }
const change = (at: number, suspension: Suspension): ToldChange => ({
  ...{ from: (at - 1) * minute, at: at * minute, suspension }
})
const states = (changes: readonly ToldChange[], account: Parameters<typeof stretchesOf>[1] = open) =>
  stretchesOf(changes, account, now).map(
    ({ from, until: end, state }) => `${state} ${from / minute}-${end / minute}`
  )

describe('when the state of an account is known (P9)', () => {
  it('is suspended from when the step was done until the next one began', () => {
    expect(states([made, change(100, forever), change(200, none)])).toEqual([
      'active 1-99',
      'suspended 100-199',
      'active 200-1000'
    ])
  })

  it('says nothing before the first change, and nothing of somebody of whom nothing was done', () => {
    expect(states([])).toEqual([])
    expect(states([change(100, forever)], shut)).toEqual(['suspended 100-1000'])
  })

  it('ends by itself at its day', () => {
    expect(states([made, change(100, until(150 * minute))])).toEqual([
      'active 1-99',
      'suspended 100-150',
      'active 150-1000'
    ])
  })

  it('goes on since its beginning when another one takes its place, and not over a break', () => {
    const since = (changes: readonly ToldChange[]) =>
      stretchesOf(changes, shut, now)
        .filter(({ state }) => state === 'suspended')
        .map((stretch) => stretch.since / minute)
    expect(since([change(100, until(900 * minute)), change(200, forever)])).toEqual([100, 100])
    expect(since([change(100, until(150 * minute)), change(152, forever)])).toEqual([100, 152])
    expect(since([change(100, forever), change(200, none), change(201, forever)])).toEqual([100, 201])
  })

  it('leaves open what nobody vouches for, until the next that somebody does', () => {
    const unknown: ToldChange = { from: 150 * minute, at: null, suspension: none }
    expect(states([made, change(100, forever), unknown, change(300, none)])).toEqual([
      'active 1-99',
      'suspended 100-150',
      'active 300-1000'
    ])
  })

  it('leaves out what follows the last change where the directory shows another state by now', () => {
    expect(states([made, change(100, forever)], open)).toEqual(['active 1-99'])
    expect(states([made], shut)).toEqual([])
    expect(states([made, { from: 2 * minute, at: 3 * minute, left: true }])).toEqual(['active 1-2'])
  })

  it('has left, whatever else is in force (P8)', () => {
    const left: ToldChange = { from: 9 * minute, at: 10 * minute, suspension: forever, left: true }
    expect(states([made, left], { suspension: forever, leaverSince: '2026-11-20' })).toEqual([
      'active 1-9',
      'left 10-1000'
    ])
  })

  it('never says that somebody was suspended at an instant at which no change that is vouched for had them so', () => {
    const someSuspension = fc.oneof(
      fc.constant(none),
      fc.constant(forever),
      fc.integer({ min: 1, max: 60 }).map((end) => until(end * minute))
    )
    const someChanges = fc
      .array(
        fc.tuple(fc.integer({ min: 1, max: 8 }), fc.option(fc.integer({ min: 0, max: 3 })), someSuspension),
        {
          maxLength: 8
        }
      )
      .map((told) => {
        let at = 0
        return told.map(([wait, took, suspension]): ToldChange => {
          const from = (at += wait) * minute
          if (took === null) return { from, at: null, suspension }
          at += took
          return { from, at: at * minute, suspension }
        })
      })
    fc.assert(
      fc.property(someChanges, fc.boolean(), (changes, isShut) => {
        const stretches = stretchesOf(changes, isShut ? shut : open, new Date(70 * minute))
        for (let instant = minute / 2; instant < 70 * minute; instant += minute / 2) {
          const said = stretches.filter(({ from, until: end }) => from <= instant && instant < end)
          expect(said.length).toBeLessThanOrEqual(1)
          if (said[0]?.state !== 'suspended') continue
          const begun = changes.filter(({ from }) => from <= instant)
          const last = begun.at(-1)
          const suspension = last?.suspension ?? none
          const isIn =
            suspension.kind === 'forever' ||
            (suspension.kind === 'until' && instant < Date.parse(suspension.until))
          expect(last?.at !== null && (last?.at ?? Infinity) <= instant && isIn).toBe(true)
        }
      }),
      { numRuns: 500 }
    )
  })
})
