import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PlanProgress } from '../../../../src-main/contract/plan'
import { fail, succeed } from '../../../../src-main/contract/result'
import type { DoubtfulMatch, RosterPreview } from '../../../../src-main/contract/roster'
import { usePlanRuns } from '../../../../src-renderer/features/plans/runs'
import { useRosterWizard } from '../../../../src-renderer/features/rosters/wizard'
import { TestBridge } from './bridge'
import { planSummary } from './planSummaries'

let bridge: TestBridge

beforeEach(() => {
  bridge = new TestBridge()
  vi.stubGlobal('window', { netzwart: bridge })
  bridge.answer('plans.list', () => succeed([]))
  bridge.answer('slips.pending', () => succeed([]))
  setActivePinia(createPinia())
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function preview(accepted: number): RosterPreview {
  return {
    roster: 'roster-1',
    files: [{ name: 'liste.csv', bytes: 100 }],
    reading: {
      format: 'csv',
      encoding: 'utf-8',
      separator: ';',
      hasHeader: true,
      columns: { familyName: 0, givenName: 1 },
      kind: 'pupil',
      school: null
    },
    schools: [],
    columnNames: ['Nachname', 'Vorname'],
    guardianColumns: [],
    sample: [],
    entries: [],
    counts: { rows: accepted, accepted, merged: 0, rejected: 0, withoutId: 0, withoutClass: 0 },
    classes: [],
    rejected: [],
    notices: [],
    guardianAccounts: false
  }
}

function doubtfulRow(row: string): DoubtfulMatch {
  const entry = {
    line: 2,
    schoolId: null,
    familyName: 'Muster',
    givenName: 'Mia',
    birthDate: null,
    classes: [],
    kind: 'pupil',
    mail: null,
    leavesOn: null
  } as const
  return { row, line: 2, entry: { ...entry, classes: [] }, candidates: [] }
}

describe('the roster wizard', () => {
  async function opened(): Promise<ReturnType<typeof useRosterWizard>> {
    bridge.answer('rosters.chooseDemo', () => succeed(preview(3)))
    const wizard = useRosterWizard()
    await wizard.choose('demo')
    return wizard
  }

  it('stays where it is when the person closes the dialog', async () => {
    bridge.answer('rosters.choose', () => succeed(null))
    const wizard = useRosterWizard()
    await wizard.choose('folder')
    expect(bridge.inputsOf('rosters.choose')).toEqual([{ folder: true }])
    expect(wizard.step).toBe('choose')
  })

  it('shows a file that takes longer, and is as before when reading is given up', async () => {
    vi.useFakeTimers()
    let answerWith: (code: 'application.cancelled') => void = () => undefined
    bridge.answer(
      'rosters.choose',
      () => new Promise((resolve) => (answerWith = (code) => resolve(fail(code))))
    )
    bridge.answer('rosters.stopReading', () => succeed())
    const wizard = useRosterWizard()
    const chosen = wizard.choose('file')
    await vi.advanceTimersByTimeAsync(5000)
    // The dialog is open: nothing is read yet.
    expect(wizard.slowFile).toBeNull()
    bridge.announce('rosters.reading', { name: 'liste.xlsx', percent: null })
    await vi.advanceTimersByTimeAsync(500)
    // Each percent is told; what is shown is not put off by that.
    bridge.announce('rosters.reading', { name: 'liste.xlsx', percent: 41 })
    await vi.advanceTimersByTimeAsync(300)
    expect([wizard.slowFile, wizard.percent]).toEqual(['liste.xlsx', 41])
    wizard.stopReading()
    answerWith('application.cancelled')
    await chosen
    expect([wizard.step, wizard.slowFile, wizard.failure, wizard.busy]).toEqual(['choose', null, null, null])
    expect(wizard.percent).toBeNull()
  })

  it('keeps the reading that it shows when another one is given up', async () => {
    vi.useFakeTimers()
    const wizard = await opened()
    bridge.answer('rosters.preview', () => fail('application.cancelled'))
    wizard.read({ encoding: 'cp850' })
    await vi.advanceTimersByTimeAsync(300)
    expect([wizard.reading, wizard.unreadable, wizard.failure, wizard.previewing]).toEqual([
      {},
      false,
      null,
      false
    ])
  })

  it('tries a changed reading after a rest, once, and drops an answer that a newer change has overtaken', async () => {
    vi.useFakeTimers()
    const wizard = await opened()
    const answers: ((accepted: number) => void)[] = []
    bridge.answer(
      'rosters.preview',
      () => new Promise((resolve) => answers.push((accepted) => resolve(succeed(preview(accepted)))))
    )
    wizard.read({ encoding: 'utf-8' })
    wizard.read({ separator: ',' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(bridge.inputsOf('rosters.preview')).toEqual([
      { roster: 'roster-1', reading: { encoding: 'utf-8', separator: ',' } }
    ])
    wizard.read({ hasHeader: false })
    await vi.advanceTimersByTimeAsync(1000)
    answers[1]?.(7)
    answers[0]?.(5)
    await vi.advanceTimersByTimeAsync(0)
    expect(wizard.preview?.counts.accepted).toBe(7)
    expect(wizard.previewing).toBe(false)
  })

  it('says why a reading is impossible and keeps the last one that worked on the screen', async () => {
    vi.useFakeTimers()
    const wizard = await opened()
    bridge.answer('rosters.preview', () => fail('roster.givenNameUnmapped'))
    wizard.read({ columns: { familyName: 0 } })
    await vi.advanceTimersByTimeAsync(1000)
    expect(wizard.unreadable).toBe(true)
    expect(wizard.failure?.code).toBe('roster.givenNameUnmapped')
    expect(wizard.preview?.counts.accepted).toBe(3)
  })

  it('asks about doubtful rows first and puts the plan aside that served to find them', async () => {
    const wizard = await opened()
    const found = planSummary({ hash: 'c'.repeat(64) })
    bridge.answer('plans.discard', () => succeed())
    bridge.answer('rosters.plan', () =>
      succeed({
        plan: found,
        unchanged: 1,
        doubtful: [doubtfulRow('a'), doubtfulRow('b')],
        mayBeMeant: [],
        notPlanned: [],
        notices: [],
        rejected: []
      })
    )
    expect(await wizard.plan(true)).toBeNull()
    expect(bridge.inputsOf('plans.discard')).toEqual([{ plan: found.hash }])
    expect(wizard.step).toBe('matching')
    expect(wizard.open).toBe(2)

    wizard.decide('a', 'new')
    wizard.skipAll()
    expect(wizard.open).toBe(0)
    const decided = planSummary({ hash: 'd'.repeat(64) })
    bridge.answer('rosters.plan', () =>
      succeed({
        plan: decided,
        unchanged: 1,
        doubtful: [],
        mayBeMeant: [],
        notPlanned: [],
        notices: [],
        rejected: []
      })
    )
    expect(await wizard.plan(false)).toBe(decided.hash)
    expect(bridge.inputsOf('rosters.plan').at(-1)).toMatchObject({ decisions: { a: 'new', b: 'skip' } })
    expect(wizard.step).toBe('choose')
  })

  it('takes all unambiguous same names at once, and the rest stays open', async () => {
    const wizard = await opened()
    const namesake: DoubtfulMatch['candidates'][number] = {
      account: 'id-1',
      login: 'm.muster',
      givenName: 'Mia',
      familyName: 'Muster',
      schoolId: null,
      classes: [],
      birthDate: null,
      why: 'sameName'
    }
    const rows = [{ ...doubtfulRow('a'), candidates: [namesake] }, doubtfulRow('b')]
    bridge.answer('rosters.plan', () =>
      succeed({
        plan: null,
        unchanged: 0,
        doubtful: rows,
        mayBeMeant: [],
        notPlanned: [],
        notices: [],
        rejected: []
      })
    )
    await wizard.plan(true)
    expect(wizard.sameNames).toBe(1)
    wizard.takeSameNames()
    expect(wizard.decisions).toEqual({ a: { account: 'id-1' } })
    expect([wizard.sameNames, wizard.open]).toEqual([0, 1])
  })

  it('asks again where a decision was not possible', async () => {
    const wizard = await opened()
    bridge.answer('rosters.plan', () =>
      succeed({
        plan: null,
        unchanged: 1,
        doubtful: [doubtfulRow('a')],
        mayBeMeant: [],
        notPlanned: [],
        notices: [],
        rejected: []
      })
    )
    await wizard.plan(true)
    wizard.decide('a', { account: 'id-1' })
    expect(await wizard.plan(false)).toBeNull()
    expect(wizard.refused).toBe(true)
    expect(wizard.decisions).toEqual({})
  })

  it('says so when roster and directory agree', async () => {
    const wizard = await opened()
    bridge.answer('rosters.plan', () =>
      succeed({
        plan: null,
        unchanged: 42,
        doubtful: [],
        mayBeMeant: [],
        notPlanned: [],
        notices: [],
        rejected: []
      })
    )
    await wizard.plan(true)
    expect([wizard.step, wizard.unchanged]).toEqual(['nothing', 42])
  })

  it('keeps the roster when the comparison fails, so that it can be tried again', async () => {
    const wizard = await opened()
    bridge.answer('rosters.plan', () => fail('plan.rosterTruncated', { persons: 3, governed: 900 }))
    expect(await wizard.plan(true)).toBeNull()
    expect(wizard.failure?.code).toBe('plan.rosterTruncated')
    expect([wizard.step, wizard.unreadable]).toEqual(['reading', false])
  })
})

describe('runs of plans', () => {
  const hash = 'a'.repeat(64)
  const moving: PlanProgress = planSummary({
    hash,
    progress: { state: 'running', done: 3, remaining: 7 }
  }).progress

  it('are asked for once, however often the button is pressed', async () => {
    let answer: (() => void) | undefined
    bridge.answer(
      'plans.apply',
      () => new Promise((resolve) => (answer = () => resolve(succeed({ ...moving, state: 'finished' }))))
    )
    const runs = usePlanRuns()
    const first = runs.apply(hash, 112, null)
    expect(await runs.apply(hash, 112, null)).toBe(false)
    await vi.waitFor(() => expect(answer).toBeDefined())
    answer?.()
    expect(await first).toBe(true)
    expect(bridge.inputsOf('plans.apply')).toEqual([{ plan: hash, leavers: 112, passphrase: null }])
    expect(runs.asked).toEqual({})
  })

  it('are shown while main tells about them, and told as ended', () => {
    const runs = usePlanRuns()
    bridge.announce('plan.progress', moving)
    expect(runs.running[hash]).toEqual(moving)
    const before = runs.ended
    bridge.announce('plan.progress', { ...moving, state: 'finished' })
    expect(runs.running).toEqual({})
    expect(runs.ended).toBe(before + 1)
  })

  it('are forgotten when main says that nothing runs: the end of an undo is told of the undo only', () => {
    const runs = usePlanRuns()
    bridge.announce('plan.progress', moving)
    runs.forget(hash)
    expect(runs.running).toEqual({})
  })

  it('keep why they could not be done', async () => {
    bridge.answer('plans.undo', () => fail('plan.nothingToUndo'))
    const runs = usePlanRuns()
    expect(await runs.undo(hash, null)).toBe(false)
    expect(runs.failures[hash]?.code).toBe('plan.nothingToUndo')
  })
})
