import { describe, expect, it } from 'vitest'
import type { Plan, Step } from '../../../src-main/contract/plan'
import { fail, succeed, type Failure } from '../../../src-main/contract/result'
import { PlanDesk, type PlanOwner, type RunWitness, type SettledRun } from '../../../src-main/desks/plans'
import { unfoundedActor } from '../../../src-main/core/people/actor'
import { asked } from '../support/asked'
import { MemoryJournal } from '../support/memoryJournal'
import { valueOf } from '../support/accountsJob'

const lost: Failure = { code: 'directory.unreachable', parameters: {} }

function stepOf(id: string, change: Partial<Step> = {}): Step {
  return {
    id,
    kind: 'quarantine',
    target: { type: 'file', id: null, name: `/home/${id}`, label: `/home/${id}`, schoolClass: '' },
    before: { place: 'home' },
    after: { place: 'quarantine' },
    reason: { code: 'yearEnd', parameters: {} },
    needs: [],
    ...change
  }
}

function planOf(job: string, ...steps: readonly Step[]): Plan {
  return { format: 1, job, day: '2026-11-28', basis: {}, undoes: null, steps: [...steps] }
}

/** A job that moves files in a world of its own. */
class Cleanup implements PlanOwner {
  readonly targets = ['file']
  readonly kinds = {
    quarantine: { undoable: true, happened: { de: 'Beiseite gelegt', en: 'Put aside' } },
    purge: { undoable: false, happened: { de: 'Gelöscht', en: 'Deleted' } }
  }
  readonly done: string[] = []
  readonly stops: Failure[] = []
  readonly ended: SettledRun[] = []
  /** What the next steps meet; none: they succeed. */
  readonly failures: { kind: 'failed' | 'unknown'; failure: Failure }[] = []

  constructor(readonly job: string) {}

  /** A first version kept the place as `folder`. */
  read(step: Step): Step {
    const { folder, ...rest } = step.after ?? {}
    return folder === undefined ? step : { ...step, after: { ...rest, place: folder } }
  }

  async prepare() {
    return succeed({
      prepare: (step: Step) => ({
        secret: null,
        carryOut: async () => {
          const failure = this.failures.shift()
          if (failure !== undefined) return failure
          const place = step.after?.['place']
          this.done.push(`${step.target.name} -> ${typeof place === 'string' ? place : 'nowhere'}`)
          return { kind: 'done' as const, targetId: null }
        }
      })
    })
  }

  stopped(failure: Failure): void {
    this.stops.push(failure)
  }

  async settled(run: SettledRun): Promise<void> {
    this.ended.push(run)
  }
}

function openDesk() {
  const journal = new MemoryJournal()
  const told: string[] = []
  const announced: string[] = []
  const witness: RunWitness = {
    begun: async ({ hash }, { kind }) => {
      told.push(`begun ${kind}`)
      last.set(hash, 'begun')
      return succeed()
    },
    ended: async (hash, { done }) => {
      told.push(`ended ${done}`)
      last.set(hash, 'ended')
      return succeed()
    },
    last: (hash) => last.get(hash) ?? null,
    runs: () => ({ begun: [], ended: [] }),
    vouchesFor: () => true,
    vouchesForUndo: () => true
  }
  const last = new Map<string, 'begun' | 'ended'>()
  const desk = new PlanDesk({
    store: Object.assign(journal, { lock: async () => async () => undefined }),
    witness,
    announce: (name) => void announced.push(name),
    now: () => new Date('2026-11-28T08:00:00.000Z')
  })
  const handlers = asked(desk.handlers, () => unfoundedActor)
  return { desk, handlers, told, announced, journal }
}

const asActor = { kind: 'actor', passphrase: null } as const
const owed = { kind: 'owed', words: { subject: 'Kim Beispiel', reason: '2026-014' } } as const

describe('the desk of plans', () => {
  it('carries out, lists and takes back plans of any target that a job declares', async () => {
    const { desk, handlers, told, announced } = openDesk()
    const cleanup = new Cleanup('cleanup')
    const plans = desk.offer(cleanup)
    const hash = await plans.keep(planOf('cleanup', stepOf('1'), stepOf('2')))
    const applied = valueOf(await handlers['plans.apply']({ plan: hash, leavers: null, passphrase: null }))
    expect(applied).toMatchObject({ state: 'finished', done: 2 })
    expect(cleanup.done).toEqual(['/home/1 -> quarantine', '/home/2 -> quarantine'])
    expect(valueOf(await handlers['plans.list'](undefined))).toMatchObject([{ hash, job: 'cleanup' }])
    valueOf(await handlers['plans.undo']({ plan: hash, passphrase: null }))
    expect(cleanup.done.slice(2)).toEqual(['/home/2 -> home', '/home/1 -> home'])
    expect(told).toEqual(['begun actor', 'ended 2', 'begun actor', 'ended 2'])
    expect(cleanup.ended).toMatchObject([{ hash }, { plan: { undoes: hash } }])
    expect(new Set(announced)).toEqual(new Set(['plan.progress']))
  })

  it('refuses a target or a kind that nobody has declared', async () => {
    const { desk, told } = openDesk()
    const cleanup = new Cleanup('cleanup')
    const plans = desk.offer(cleanup)
    const device = stepOf('1', { target: { ...stepOf('1').target, type: 'device' } })
    const strange = await plans.keep(planOf('cleanup', device))
    expect(await plans.apply(strange, asActor, undefined)).toEqual(
      fail('plan.unknownTarget', { target: 'device' })
    )
    const wiped = await plans.keep(planOf('cleanup', stepOf('1', { kind: 'wipe' })))
    expect(await plans.apply(wiped, asActor, undefined)).toEqual(fail('plan.unknownStep', { kind: 'wipe' }))
    // `undo` is the engine's own word, and only in an undo.
    const posing = await plans.keep(planOf('cleanup', stepOf('1', { kind: 'undo' })))
    expect(await plans.apply(posing, asActor, undefined)).toEqual(fail('plan.unknownStep', { kind: 'undo' }))
    expect([cleanup.done, told]).toEqual([[], []])
  })

  it('reads the images that an older version has kept, and leaves plan and hash as they are', async () => {
    const { desk, journal } = openDesk()
    const cleanup = new Cleanup('cleanup')
    const plans = desk.offer(cleanup)
    const hash = await plans.keep(planOf('cleanup', stepOf('1', { after: { folder: 'quarantine' } })))
    valueOf(await plans.apply(hash, asActor, undefined))
    expect(cleanup.done).toEqual(['/home/1 -> quarantine'])
    expect((await journal.findPlan(hash))?.plan.steps[0]?.after).toEqual({ folder: 'quarantine' })
  })

  it('takes back no step of a kind that nothing can take back', async () => {
    const { desk } = openDesk()
    const plans = desk.offer(new Cleanup('cleanup'))
    const hash = await plans.keep(planOf('cleanup', stepOf('1', { kind: 'purge' })))
    valueOf(await plans.apply(hash, asActor, undefined))
    expect(await plans.undo(hash, asActor, undefined)).toEqual(fail('plan.nothingToUndo'))
  })

  it('P26: shows and starts nothing of a job that owns its plans alone, and announces nothing of them', async () => {
    const { desk, handlers, announced } = openDesk()
    const decided = new Cleanup('decided')
    const plans = desk.own(decided)
    desk.offer(new Cleanup('cleanup'))
    const hash = await plans.keep(planOf('decided', stepOf('1')))
    const refused = fail('plan.notFound', { plan: hash })
    expect(valueOf(await handlers['plans.list'](undefined))).toEqual([])
    expect(await handlers['plans.summary']({ plan: hash })).toEqual(refused)
    expect(await handlers['plans.apply']({ plan: hash, leavers: null, passphrase: null })).toEqual(refused)
    expect(await handlers['plans.undo']({ plan: hash, passphrase: null })).toEqual(refused)
    expect(await handlers['plans.discard']({ plan: hash })).toEqual(refused)
    valueOf(await plans.apply(hash, { kind: 'decision' }, undefined))
    expect(decided.done).toHaveLength(1)
    expect(announced).toEqual([])
  })

  it('tells what is owed once when it begins and once when all of it is done, however often it is tried', async () => {
    const { desk, told } = openDesk()
    const cleanup = new Cleanup('cleanup')
    const plans = desk.own(cleanup)
    const hash = await plans.keep(planOf('cleanup', stepOf('1'), stepOf('2')))
    cleanup.failures.push({ kind: 'failed', failure: lost })
    expect(await plans.carryOut(hash, owed, undefined)).toEqual({ ok: false, failure: lost })
    cleanup.failures.push({ kind: 'unknown', failure: lost })
    expect(await plans.carryOut(hash, owed, undefined)).toEqual({ ok: false, failure: lost })
    expect(cleanup.stops).toEqual([lost])
    valueOf(await plans.carryOut(hash, owed, undefined))
    valueOf(await plans.carryOut(hash, owed, undefined))
    expect(told).toEqual(['begun owed', 'ended 2'])
    expect(cleanup.done).toHaveLength(2)
  })

  it('lets plans of two jobs run one after the other', async () => {
    const { desk } = openDesk()
    const [first, second] = [new Cleanup('first'), new Cleanup('second')]
    const order: string[] = []
    for (const job of [first, second]) {
      const plans = desk.offer(job)
      const hash = await plans.keep(planOf(job.job, stepOf('1')))
      const prepare = job.prepare.bind(job)
      job.prepare = async () => {
        const carrying = valueOf(await prepare())
        return succeed({
          prepare: (step: Step) => ({
            secret: null,
            carryOut: async () => {
              order.push(`${job.job} begins`)
              await new Promise((resolve) => setTimeout(resolve, 20))
              order.push(`${job.job} ends`)
              return carrying.prepare(step).carryOut()
            }
          })
        })
      }
      void plans.apply(hash, asActor, undefined)
    }
    await expect.poll(() => order).toHaveLength(4)
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  })
})
