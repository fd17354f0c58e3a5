import { describe, expect, it } from 'vitest'
import type { PlanSummary } from '../../../../src-main/contract/plan'
import '../../../../src-renderer/app/features'
import { grouped, natureOf, percentOf, secondsLeft } from '../../../../src-renderer/features/plans/planNature'
import {
  planCares,
  planFacts,
  planTitle,
  standingOf
} from '../../../../src-renderer/features/plans/planTexts'
import { actionsOf } from '../../../../src-renderer/features/plans/runActions'
import { runWords } from '../../../../src-renderer/features/plans/runWords'
import {
  addressOf,
  filtersFrom,
  isFiltered,
  noFilters
} from '../../../../src-renderer/features/plans/stepFilters'
import { planSummary } from './planSummaries'

const finished = { state: 'finished', done: 10, remaining: 0 } as const
const still = { moving: false, undoPlan: undefined, slips: 0 }
const everyday = { basis: { at: '2026-11-22T08:15:00Z' }, kinds: [{ kind: 'suspend', count: 1 }] }
const undoOf = (plan: PlanSummary): PlanSummary =>
  planSummary({ hash: 'b'.repeat(64), undoes: plan.hash, progress: finished })

describe('what a plan is', () => {
  it('tells rosters, everyday actions and undos apart, and gives each a title', () => {
    const roster = planSummary()
    const action = planSummary(everyday)
    const undo = undoOf(roster)
    expect([roster, action, undo].map(natureOf)).toEqual(['review', 'action', 'undo'])
    expect(planTitle(roster, undefined)).toBe('Schülerliste')
    expect(planTitle(action, undefined)).toBe('Konto sperren')
    expect(planTitle({ ...action, subject: 'Mia Muster' }, undefined)).toBe('Konto sperren: Mia Muster')
    expect(planTitle(undo, roster)).toBe('Rücknahme: Schülerliste')
    expect(planTitle({ ...undo, basis: action.basis }, action)).toBe('Rücknahme: Konto sperren')
  })

  it('puts what waits on top, everyday plans aside, and leaves out discarded ones', () => {
    const plans = [
      planSummary({ hash: '1', progress: finished }),
      planSummary({ hash: '2', progress: { state: 'interrupted' } }),
      planSummary({ ...everyday, hash: '3', progress: finished }),
      planSummary({ hash: '4', progress: { state: 'discarded' } }),
      planSummary({ hash: '5' })
    ]
    const hashes = (list: readonly PlanSummary[]): string[] => list.map(({ hash }) => hash)
    const { open, rosters, everyday: single } = grouped(plans)
    expect([open, rosters, single].map(hashes)).toEqual([['2', '5'], ['1'], ['3']])
  })

  it('names rows, rejected rows and steps', () => {
    expect(planFacts(planSummary())).toMatch(/12 Zeilen · davon 2 nicht übernommen · 10 Schritte$/)
    expect(planFacts(undoOf(planSummary()))).not.toContain('Zeilen')
    const interrupted = planSummary({ progress: { state: 'interrupted', failed: 1, remaining: 4 } })
    expect(planCares(interrupted)).toBe('1 fehlgeschlagen · 4 offen')
  })

  it('tells plain success from failures and from a partial undo', () => {
    expect(standingOf(planSummary({ progress: finished }))).toBe('finished')
    expect(standingOf(planSummary({ progress: { ...finished, done: 9, failed: 1 } }))).toBe(
      'finishedWithFailures'
    )
    expect(standingOf(planSummary({ progress: { ...finished, done: 3 } }))).toBe('partlyUndone')
  })
})

describe('what can be done with a plan', () => {
  it('cannot be touched here when a case has decided them (P26)', () => {
    for (const progress of [{}, finished, { state: 'interrupted' } as const]) {
      const plan = planSummary({ ...everyday, job: 'sanctions', progress })
      expect(actionsOf(plan, still)).toMatchObject({ apply: null, discard: false, undo: null, cancel: false })
    }
  })

  it('a new one can be applied or discarded, not undone', () => {
    expect(actionsOf(planSummary(), still)).toMatchObject({ apply: 'first', discard: true, undo: null })
  })

  it('a running one can only be stopped', () => {
    const plan = planSummary({ progress: { state: 'running' } })
    expect(actionsOf(plan, { ...still, moving: true })).toMatchObject({
      cancel: true,
      apply: null,
      undo: null,
      discard: false
    })
  })

  it('an interrupted one can be resumed or undone, not discarded', () => {
    const plan = planSummary({ progress: { state: 'interrupted', done: 4, remaining: 6 } })
    expect(actionsOf(plan, still)).toMatchObject({ apply: 'resume', undo: 'first', discard: false })
  })

  it('a finished one can be undone and its slips printed; failed steps can be tried again', () => {
    const plan = planSummary({ progress: { ...finished, done: 9, failed: 1 } })
    expect(actionsOf(plan, { ...still, slips: 9 })).toMatchObject({
      apply: 'retry',
      undo: 'first',
      slips: true,
      showFailed: true
    })
  })

  it('P5: a password that was reset cannot be taken back', () => {
    const plan = planSummary({
      ...everyday,
      kinds: [{ kind: 'resetPassword', count: 1 }],
      progress: { ...finished, steps: 1, done: 1 }
    })
    expect(actionsOf(plan, still).undo).toBeNull()
  })

  it('one with an undo is not applied again; the undo can be tried again while something is left', () => {
    const plan = planSummary({ progress: { ...finished, done: 2 } })
    const actions = actionsOf(plan, { ...still, undoPlan: undoOf(plan) })
    expect(actions).toMatchObject({ apply: null, undo: 'again', showUndo: 'b'.repeat(64) })
    const undone = planSummary({ progress: { state: 'undone', remaining: 0 } })
    expect(actionsOf(undone, { ...still, undoPlan: undoOf(undone) }).undo).toBeNull()
  })

  it('an undo leads to its original and cannot be undone itself', () => {
    expect(actionsOf(undoOf(planSummary()), still)).toMatchObject({ undo: null, original: 'a'.repeat(64) })
  })
})

describe('where a plan stands, in words', () => {
  const run = { live: null, asked: undefined, undoPlan: undefined }

  it('says why a run was interrupted, also when nobody could write it down', () => {
    const crashed = planSummary({ progress: { state: 'interrupted', done: 4, remaining: 6 } })
    expect(runWords(crashed, run)).toMatchObject({ look: 'warning', cause: 'crash' })
    const stoppedBy = { code: 'directory.unreachable', parameters: {} } as const
    const stopped = planSummary({ progress: { state: 'interrupted', stoppedBy } })
    expect(runWords(stopped, run).cause).toEqual(stoppedBy)
  })

  it('tells applying from undoing', () => {
    const plan = planSummary({ progress: { state: 'running' } })
    expect(runWords(plan, run).title).toBe('Wird ausgeführt …')
    expect(runWords(plan, { ...run, asked: 'undo' }).title).toBe('Wird rückgängig gemacht …')
  })

  it('never calls a run with failures a success', () => {
    const plan = planSummary({ progress: { ...finished, done: 9, failed: 1 } })
    expect(runWords(plan, run)).toMatchObject({ look: 'warning', title: '1 Schritt ist fehlgeschlagen.' })
    expect(runWords(planSummary({ progress: finished }), run).look).toBe('good')
  })

  it('counts what an undo could not take back', () => {
    const plan = planSummary({ progress: { ...finished, done: 3 } })
    expect(runWords(plan, { ...run, undoPlan: undoOf(plan) }).text).toMatch(/^7 Schritte .* 3 nicht/)
  })
})

describe('progress', () => {
  it('never says 100 percent before the last step', () => {
    expect(percentOf({ steps: 1000, remaining: 1 })).toBe(99)
    expect(percentOf({ steps: 1000, remaining: 0 })).toBe(100)
    expect(percentOf({ steps: 0, remaining: 0 })).toBe(100)
  })

  it('knows no remaining time while it knows no rate', () => {
    expect(secondsLeft({ remaining: 10, rate: 0 })).toBeNull()
    expect(secondsLeft({ remaining: 10, rate: 4 })).toBe(3)
  })
})

describe('filters of the steps', () => {
  it('live in the address and come back from it, the empty class too', () => {
    const filters = { text: 'mia', kind: 'create', schoolClass: '', outcome: 'failed' } as const
    expect(filtersFrom(addressOf(filters))).toEqual(filters)
    expect(filtersFrom(addressOf(noFilters))).toEqual(noFilters)
    expect(isFiltered(noFilters)).toBe(false)
    expect(isFiltered({ ...noFilters, schoolClass: '' })).toBe(true)
  })

  it('leave out an outcome that there is not', () => {
    expect(filtersFrom({ outcome: 'exploded' }).outcome).toBeNull()
  })
})
