import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import type {
  DoubtfulMatch,
  KeptAccount,
  MatchDecisions,
  RosterPreview,
  RosterReading
} from '../../../src-main/contract/roster'
import type { RosterNotice } from '../../../src-main/contract/rosterNotices'
import { wholeSchool, type KnownDifference, type RosterScope } from '../../../src-main/contract/rosterScope'
import type { Failure, Result } from '../../../src-main/contract/result'
import { call, on } from '../../shared/api'
import { useApplication } from '../../shared/application'
import { useSession } from '../../shared/session'
import { useWaiting } from '../../shared/waiting'
import {
  refusedRows,
  sameNameDecisions,
  skipUndecided,
  undecided,
  withoutRows,
  type Decision
} from './decisions'

export type WizardStep = 'choose' | 'reading' | 'matching' | 'nothing'

/** Milliseconds of rest before a changed reading is tried. */
const previewDelay = 200
/** Milliseconds after which reading is shown, with a way to give it up. */
const patience = 700

/**
 * The way from a file to a plan. It outlives its screen, so that decisions are not lost when somebody looks
 * something up meanwhile.
 */
export const useRosterWizard = defineStore('rosterWizard', () => {
  const step = ref<WizardStep>('choose')
  const preview = shallowRef<RosterPreview | null>(null)
  // Shallow, here and below: what is sent to main must be plain data.
  const reading = shallowRef<RosterReading>({})
  const doubtful = shallowRef<readonly DoubtfulMatch[]>([])
  const decisions = shallowRef<MatchDecisions>({})
  /** Accounts that stay since a damaged row may mean them. */
  const mayBeMeant = shallowRef<readonly KeptAccount[]>([])
  /** What a list that only adds says otherwise about those who have an account. */
  const notPlanned = shallowRef<readonly KnownDifference[]>([])
  /** What was noticed only beside the directory. */
  const found = shallowRef<readonly RosterNotice[]>([])
  const scope = shallowRef<RosterScope>(wholeSchool)
  const refused = ref(false)
  const unchanged = ref(0)
  /** Nothing is planned, and nothing is doubtful either. */
  const isInStep = ref(false)
  /** What is under way: the person waits for `choosing` and `planning`, not for `previewing`. */
  const busy = ref<'choosing' | 'planning' | null>(null)
  const previewing = ref(false)
  /** The roster could not be read like this. */
  const unreadable = ref(false)
  const failure = ref<Failure | null>(null)
  /** What is being read and takes longer; null: nothing is. */
  const slowFile = ref<string | null>(null)
  const isSlow = ref(false)
  /** How much of it has been read; null: it cannot be told. */
  const percent = ref<number | null>(null)
  /** The reading that the preview shows. */
  let shownReading: RosterReading = {}
  let generation = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let slowTimer: ReturnType<typeof setTimeout> | undefined

  on('rosters.reading', (told) => {
    if (busy.value !== 'choosing' && !previewing.value) return
    percent.value = told.percent
    if (busy.value !== 'choosing') return
    slowTimer ??= setTimeout(() => (slowFile.value = told.name), patience)
  })

  function endSlow(): void {
    clearTimeout(slowTimer)
    slowTimer = undefined
    percent.value = null
    slowFile.value = null
    isSlow.value = false
  }

  /** Whoever waits is answered that it was cancelled, and everything is as before. */
  function stopReading(): void {
    void call('rosters.stopReading')
  }

  // Doubtful rows and decisions belong to one directory, and to whoever made them.
  const application = useApplication()
  const session = useSession()
  watch(() => application.directory?.baseDn, restart)
  watch(() => session.lastPerson, restart)

  function restart(): void {
    generation += 1
    clearTimeout(timer)
    if (previewing.value || busy.value === 'choosing') stopReading()
    endSlow()
    shownReading = {}
    step.value = 'choose'
    preview.value = null
    reading.value = {}
    doubtful.value = []
    decisions.value = {}
    mayBeMeant.value = []
    notPlanned.value = []
    found.value = []
    scope.value = wholeSchool
    refused.value = false
    failure.value = null
    previewing.value = false
    unreadable.value = false
  }

  async function choose(from: 'file' | 'folder' | 'demo'): Promise<void> {
    if (busy.value !== null) return
    busy.value = 'choosing'
    failure.value = null
    const startedIn = generation
    const answer: Result<RosterPreview | null> =
      from === 'demo'
        ? await call('rosters.chooseDemo')
        : await call('rosters.choose', { folder: from === 'folder' })
    busy.value = null
    endSlow()
    // Somebody else has signed in meanwhile, or another directory was connected.
    if (startedIn !== generation) return
    if (!answer.ok) {
      failure.value = answer.failure.code === 'application.cancelled' ? null : answer.failure
      return
    }
    if (answer.value === null) return
    restart()
    preview.value = answer.value
    step.value = 'reading'
  }

  /** Another way of reading: tried after a rest, newer ones overtake older ones. */
  function read(change: Partial<RosterReading>): void {
    reading.value = { ...reading.value, ...change }
    doubtful.value = []
    decisions.value = {}
    clearTimeout(timer)
    generation += 1
    previewing.value = true
    endSlow()
    slowTimer = setTimeout(() => (isSlow.value = true), previewDelay + patience)
    timer = setTimeout(() => void refresh(generation), previewDelay)
  }

  /** Another scope has other doubtful rows. */
  function decideScope(change: Partial<RosterScope>): void {
    scope.value = { ...scope.value, ...change }
    // What was refused was the other scope.
    if (!unreadable.value) failure.value = null
    doubtful.value = []
    decisions.value = {}
  }

  async function refresh(startedIn: number): Promise<void> {
    const roster = preview.value?.roster
    if (roster === undefined) return
    const answer = await call('rosters.preview', { roster, reading: reading.value })
    if (startedIn !== generation) return
    previewing.value = false
    endSlow()
    if (!answer.ok && answer.failure.code === 'application.cancelled') {
      reading.value = shownReading
      return
    }
    if (answer.ok) shownReading = reading.value
    unreadable.value = !answer.ok
    failure.value = answer.ok ? null : answer.failure
    if (answer.ok) preview.value = answer.value
    else if (answer.failure.code === 'accounts.rosterGone') step.value = 'choose'
  }

  function decide(row: string, decision: Decision): void {
    decisions.value = { ...decisions.value, [row]: decision }
  }

  function skipAll(): void {
    decisions.value = skipUndecided(doubtful.value, decisions.value)
  }

  const sameNames = computed(() => sameNameDecisions(doubtful.value, decisions.value))

  /** Everybody whose name fits exactly one account is that account's person. */
  function takeSameNames(): void {
    decisions.value = { ...decisions.value, ...sameNames.value }
  }

  /**
   * Compares roster and directory. Answers the hash of the plan to review; null: there is more to decide, nothing
   * to do, or it failed.
   *
   * @param andAsk rows without a decision are asked for instead of left out
   */
  async function plan(andAsk: boolean): Promise<string | null> {
    const roster = preview.value?.roster
    if (busy.value !== null || previewing.value || roster === undefined) return null
    busy.value = 'planning'
    failure.value = null
    const startedIn = generation
    const answer = await call('rosters.plan', {
      ...{ roster, reading: reading.value, decisions: decisions.value, scope: scope.value }
    })
    if (startedIn !== generation) {
      // What was compared is no longer what stands on the screen.
      if (answer.ok && answer.value.plan !== null)
        await call('plans.discard', { plan: answer.value.plan.hash })
      busy.value = null
      return null
    }
    if (!answer.ok) {
      busy.value = null
      failure.value = answer.failure
      if (answer.failure.code === 'accounts.rosterGone') step.value = 'choose'
      return null
    }
    const { value } = answer
    const again = refusedRows(value.doubtful, decisions.value)
    const open = undecided(value.doubtful, decisions.value)
    mayBeMeant.value = value.mayBeMeant
    notPlanned.value = value.notPlanned
    const read = new Set(preview.value?.notices.map(({ code }) => code))
    found.value = value.notices.filter(({ code }) => !read.has(code))
    const toKnow = value.mayBeMeant.length + value.notPlanned.length + found.value.length
    if (again.length > 0 || (andAsk && open.length + toKnow > 0)) {
      // The plan served to find the doubtful rows; the one to review is computed with their decisions.
      if (value.plan !== null) await call('plans.discard', { plan: value.plan.hash })
      const known = new Set(doubtful.value.map(({ row }) => row))
      doubtful.value = [...doubtful.value, ...value.doubtful.filter(({ row }) => !known.has(row))]
      decisions.value = withoutRows(decisions.value, again)
      refused.value = again.length > 0
      step.value = 'matching'
      busy.value = null
      return null
    }
    busy.value = null
    await useWaiting().load()
    if (value.plan === null) {
      unchanged.value = value.unchanged
      isInStep.value =
        value.doubtful.length + toKnow + value.rejected.length === 0 &&
        !Object.values(decisions.value).includes('skip') &&
        value.notices.every(({ code }) => code !== 'noIdColumn' && code !== 'noClassColumn')
      step.value = 'nothing'
      return null
    }
    restart()
    return value.plan.hash
  }

  return {
    step: computed(() => step.value),
    preview: computed(() => preview.value),
    reading: computed(() => reading.value),
    doubtful: computed(() => doubtful.value),
    decisions: computed(() => decisions.value),
    open: computed(() => undecided(doubtful.value, decisions.value).length),
    /** Rows that `takeSameNames` would decide. */
    sameNames: computed(() => Object.keys(sameNames.value).length),
    refused: computed(() => refused.value),
    unchanged: computed(() => unchanged.value),
    isInStep: computed(() => isInStep.value),
    mayBeMeant: computed(() => mayBeMeant.value),
    notPlanned: computed(() => notPlanned.value),
    found: computed(() => found.value),
    scope: computed(() => scope.value),
    busy: computed(() => busy.value),
    previewing: computed(() => previewing.value),
    unreadable: computed(() => unreadable.value),
    failure: computed(() => failure.value),
    slowFile: computed(() => slowFile.value),
    isSlow: computed(() => isSlow.value),
    percent: computed(() => percent.value),
    stopReading,
    restart,
    choose,
    read,
    decideScope,
    decide,
    skipAll,
    takeSameNames,
    plan,
    backToReading: () => {
      failure.value = null
      step.value = 'reading'
    }
  }
})
