import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Plan, PlanProgress } from '../../../../src-main/contract/plan'
import { PlanEngine, hashPlan } from '../../../../src-main/core/plan'
import { MemoryJournal } from '../../support/memoryJournal'
import { ModelWorld, planOf } from './world'

const now = (): string => '2026-11-22T08:00:00.000Z'

function setUp(plan: Plan) {
  const journal = new MemoryJournal()
  const told: PlanProgress[] = []
  const engine = new PlanEngine({ journal, now, onProgress: (progress) => told.push(progress) })
  const world = new ModelWorld()
  for (const step of plan.steps) {
    const first = plan.steps.find((other) => other.target.name === step.target.name)
    if (first?.before) world.things.set(step.target.name, first.before)
  }
  return { journal, engine, world, told }
}

/** Changes that fit each other: every thing goes from value to value; null: it is not there. */
const changes = fc
  .array(fc.record({ name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), after: fc.option(fc.nat(5)) }), {
    maxLength: 30
  })
  .map((wishes) => {
    const state = new Map<string, number | null>([
      ['a', 100],
      ['b', 100],
      ['c', 100]
    ])
    return wishes.flatMap(({ name, after }, index) => {
      const before = state.get(name) ?? null
      // A value of its own, so that a step done twice shows.
      const value = after === null ? null : index * 10 + after
      if (before === value) return []
      state.set(name, value)
      return [{ name, before, after: value }]
    })
  })

function worldAfter(plan: Plan, start: ReadonlyMap<string, unknown>): Map<string, unknown> {
  const expected = new Map(start)
  for (const step of plan.steps) {
    if (step.after === null) expected.delete(step.target.name)
    else expected.set(step.target.name, step.after)
  }
  return expected
}

describe('hashPlan', () => {
  it('names equal plans equally, whatever the order of their properties', () => {
    const plan = planOf([{ name: 'ä', before: null, after: 1 }])
    const turned = Object.fromEntries(Object.entries(plan).reverse()) as Plan
    expect(hashPlan(turned)).toBe(hashPlan(plan))
    expect(hashPlan(plan)).toMatch(/^[0-9a-f]{64}$/)
    expect(hashPlan({ ...plan, day: '2026-11-23' })).not.toBe(hashPlan(plan))
  })
})

describe('PlanEngine', () => {
  it('records the intent before the world is touched and the outcome after', async () => {
    const plan = planOf([{ name: 'x', before: null, after: 1 }])
    const { journal, engine, world } = setUp(plan)
    const seen: string[] = []
    world.trouble = (when) => {
      seen.push(`${when} ${journal.records.map(({ record }) => record.outcome).join()}`)
      return 'fine'
    }
    const hash = await engine.add(plan, null)
    await engine.apply(hash, world.executor())
    expect(seen).toEqual(['before started', 'after started'])
    expect(journal.records.map(({ record }) => record.outcome)).toEqual(['started', 'done'])
  })

  it('loses and doubles no step, however often it crashes or loses answers', async () => {
    await fc.assert(
      fc.asyncProperty(
        changes,
        fc.array(fc.tuple(fc.nat(40), fc.constantFrom('crash', 'lost', 'journal')), { maxLength: 8 }),
        fc.integer({ min: 1, max: 8 }),
        async (wanted, troubles, concurrency) => {
          const plan = planOf(wanted)
          const { journal, engine, world } = setUp(plan)
          const expected = worldAfter(plan, world.things)
          const hash = await engine.add(plan, null)
          for (const [after, kind] of troubles) {
            let left = after
            const strike = (): boolean => left-- === 0
            world.trouble = () => (kind !== 'journal' && strike() ? kind : 'fine')
            journal.beforeWrite = () => {
              if (kind === 'journal' && strike()) throw new Error('power cut')
            }
            // A new engine each time: what the process knew is gone.
            await new PlanEngine({ journal, now, onProgress: () => undefined })
              .apply(hash, world.executor(concurrency))
              .catch(() => null)
          }
          world.trouble = () => 'fine'
          journal.beforeWrite = () => undefined
          const last = await engine.apply(hash, world.executor(concurrency))
          expect(last).toMatchObject({ ok: true, value: { state: 'finished', failed: 0, remaining: 0 } })
          expect(world.things).toEqual(expected)
          expect(new Set(world.touched).size).toBe(world.touched.length)
          expect(world.touched.length).toBe(plan.steps.length)
        }
      ),
      {
        numRuns: 400,
        // A step of unknown outcome whose second turn does not come either.
        examples: [
          [
            [
              { name: 'a', before: 100, after: null },
              { name: 'f', before: null, after: 10 },
              { name: 'c', before: 100, after: null },
              { name: 'b', before: 100, after: null },
              { name: 'a', before: null, after: 40 },
              { name: 'e', before: null, after: 50 }
            ],
            [
              [9, 'crash'],
              [0, 'crash']
            ],
            1
          ]
        ]
      }
    )
  })

  it('gives back the original world by undo, also through crashes', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.option(fc.nat(20)), async (wanted, crashAfter) => {
        const plan = planOf(wanted)
        fc.pre(plan.steps.length > 0)
        const { journal, engine, world } = setUp(plan)
        const original = new Map(world.things)
        const hash = await engine.add(plan, null)
        await engine.apply(hash, world.executor())
        let left = crashAfter ?? Infinity
        world.trouble = () => (left-- === 0 ? 'crash' : 'fine')
        await engine.undo(hash, world.executor()).catch(() => null)
        await engine.undo(hash, world.executor())
        expect(world.things).toEqual(original)
        expect((await journal.findPlan(hash))?.state).toBe('undone')
        const outcomes = [...(await journal.readSteps(hash)).values()].map((record) => record.outcome)
        expect(new Set(outcomes)).toEqual(new Set(['undone']))
        expect(await engine.apply(hash, world.executor())).toMatchObject({
          ok: false,
          failure: { code: 'plan.undone' }
        })
      }),
      { numRuns: 200 }
    )
  })

  it('takes back a half-carried-out plan, also the steps of which nobody knows', async () => {
    const plan = planOf(
      Array.from({ length: 40 }, (_, index) => ({ name: `t${index}`, before: null, after: index }))
    )
    const { engine, world } = setUp(plan)
    const hash = await engine.add(plan, null)
    let left = 25
    world.trouble = () => (left-- === 0 ? 'lost' : 'fine')
    const stopped = await engine.apply(hash, world.executor())
    expect(stopped).toMatchObject({
      ok: true,
      value: { state: 'interrupted', stoppedBy: { code: 'directory.connectionLost' } }
    })
    world.trouble = () => 'fine'
    await engine.undo(hash, world.executor())
    expect(world.things.size).toBe(0)
  })

  it('refuses to take back a step whose target has changed since, and takes back the rest', async () => {
    const plan = planOf([
      { name: 'x', before: null, after: 1 },
      { name: 'y', before: null, after: 2 }
    ])
    const { engine, world, journal } = setUp(plan)
    const hash = await engine.add(plan, null)
    await engine.apply(hash, world.executor())
    world.things.set('x', { value: 99 })
    const undone = await engine.undo(hash, world.executor())
    expect(undone).toMatchObject({ ok: true, value: { state: 'finished', done: 1, failed: 1 } })
    expect(world.things).toEqual(new Map([['x', { value: 99 }]]))
    const records = await journal.readSteps(hash)
    expect([records.get('1')?.outcome, records.get('2')?.outcome]).toEqual(['done', 'undone'])
    expect((await journal.findPlan(hash))?.state).toBe('finished')
    // Once the world fits again, the same undo goes on.
    world.things.set('x', { value: 1 })
    await engine.undo(hash, world.executor())
    expect((await journal.findPlan(hash))?.state).toBe('undone')
  })

  it('lists a failed step, goes on with the rest, fails what needs it, and tries both again later', async () => {
    const plan = planOf([
      { name: 'x', before: null, after: 1 },
      { name: 'x', before: 1, after: 2 },
      { name: 'y', before: null, after: 1 }
    ])
    const { engine, world, journal } = setUp(plan)
    world.things.set('x', { value: 7 })
    const hash = await engine.add(plan, null)
    const first = await engine.apply(hash, world.executor())
    expect(first).toMatchObject({ ok: true, value: { state: 'finished', done: 1, failed: 2, remaining: 0 } })
    const records = await journal.readSteps(hash)
    expect(records.get('1')?.failure?.code).toBe('directory.changedSince')
    expect(records.get('2')?.failure).toEqual({
      code: 'plan.needFailed',
      parameters: { step: '1', name: 'x' }
    })
    world.things.delete('x')
    expect(await engine.apply(hash, world.executor())).toMatchObject({
      ok: true,
      value: { done: 3, failed: 0 }
    })
  })

  it('stops on cancel after what is under way and takes back the intents that were only written ahead', async () => {
    const plan = planOf(
      Array.from({ length: 100 }, (_, index) => ({ name: `t${index}`, before: null, after: index }))
    )
    const { engine, world, journal } = setUp(plan)
    const hash = await engine.add(plan, null)
    let left = 10
    world.trouble = () => {
      if (left-- === 0) engine.cancel(hash)
      return 'fine'
    }
    const stopped = await engine.apply(hash, world.executor(4))
    expect(stopped).toMatchObject({
      ok: true,
      value: { state: 'interrupted', stoppedBy: { code: 'application.cancelled' } }
    })
    const outcomes = [...(await journal.readSteps(hash)).values()].map((record) => record.outcome)
    expect(outcomes).not.toContain('started')
    expect(world.touched.length).toBeLessThan(20)
    expect(await engine.apply(hash, world.executor())).toMatchObject({ ok: true, value: { done: 100 } })
    expect(world.touched.length).toBe(100)
  })

  it('runs a plan only once at a time', async () => {
    const plan = planOf([{ name: 'x', before: null, after: 1 }])
    const { engine, world } = setUp(plan)
    const hash = await engine.add(plan, null)
    const both = await Promise.all([
      engine.apply(hash, world.executor()),
      engine.apply(hash, world.executor())
    ])
    expect(both[1]).toMatchObject({ ok: false, failure: { code: 'application.busy' } })
    expect(both[0]).toMatchObject({ ok: true, value: { done: 1 } })
  })

  it('shares transactions between many steps', async () => {
    const plan = planOf(
      Array.from({ length: 2000 }, (_, index) => ({ name: `t${index}`, before: null, after: 1 }))
    )
    const { engine, world, journal, told } = setUp(plan)
    const hash = await engine.add(plan, null)
    await engine.apply(hash, world.executor(32))
    expect(journal.transactions).toBeLessThan(60)
    expect(told.at(-1)).toMatchObject({ state: 'finished', done: 2000, remaining: 0 })
  })

  it('refuses a plan that no longer matches its hash', async () => {
    const plan = planOf([{ name: 'x', before: null, after: 1 }])
    const { engine, world, journal } = setUp(plan)
    const hash = await engine.add(plan, null)
    const record = journal.plans.get(hash)!
    journal.plans.set(hash, { ...record, plan: planOf([{ name: 'x', before: null, after: 2 }]) })
    expect(await engine.apply(hash, world.executor())).toMatchObject({ failure: { code: 'plan.damaged' } })
    expect(world.touched).toEqual([])
  })

  it('reads a run left over by a crash as interrupted, and discards only what was never begun', async () => {
    const plan = planOf([{ name: 'x', before: null, after: 1 }])
    const { engine, journal, world } = setUp(plan)
    const hash = await engine.add(plan, null)
    await journal.setPlanState(hash, 'running', null)
    expect(await engine.progress(hash)).toMatchObject({ ok: true, value: { state: 'interrupted' } })
    expect(await engine.discard(hash)).toMatchObject({ failure: { code: 'plan.begun' } })
    await journal.setPlanState(hash, 'planned', null)
    expect(await engine.discard(hash)).toMatchObject({ ok: true })
    expect(await engine.apply(hash, world.executor())).toMatchObject({ failure: { code: 'plan.discarded' } })
  })

  it('throws for plans whose needs run in a circle', async () => {
    const plan = planOf([
      { name: 'x', before: null, after: 1 },
      { name: 'y', before: null, after: 1 }
    ])
    plan.steps[0]!.needs = ['2']
    plan.steps[1]!.needs = ['1']
    const { engine, world } = setUp(plan)
    const hash = await engine.add(plan, null)
    await expect(engine.apply(hash, world.executor())).rejects.toThrow('circle')
  })
})
