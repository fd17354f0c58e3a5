import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import type { ListedKind } from '../../contract/accounts'
import type { JobHandlers } from '../../contract/handlers'
import type { OperationName } from '../../contract/operations'
import type { PlanSummary } from '../../contract/plan'
import type {
  DoubtfulMatch,
  KeptAccount,
  MatchDecisions,
  RejectedRow,
  RosterPreview,
  RosterReading
} from '../../contract/roster'
import { fail, succeed, type Result } from '../../contract/result'
import { wholeSchool, type KnownDifference, type RosterScope } from '../../contract/rosterScope'
import { sortedNotices, type RosterNotice } from '../../contract/rosterNotices'
import type { SettingsDesk } from '../../desks/settings'
import type { DirectoryDesk } from '../../desks/directory'
import type { House } from '../../desks/job'
import type { JobPlans } from '../../desks/plans'
import type { Desktop } from '../../world/desktop/port'
import type { DemoSchool } from '../../world/directory/port'
import type { FileAccess } from '../../world/files/port'
import type { Store } from '../../world/store/port'
import type { Clock } from '../../core/clock'
import { canonicalJson } from '../../core/canonicalJson'
import { dayOf } from '../../core/calendar'
import type { AddedPersonHandlers } from './addedPerson'
import { readIdColumns } from './documents'
import type { PlanningCounts } from './planning'
import type { RosterPlanner } from './rosterPlanner'
import {
  readRoster,
  type IdColumn,
  type RosterFile,
  type RosterOptions,
  type RosterResult,
  type RosterSource
} from './roster'

export type RosterHandlers = JobHandlers<
  Exclude<Extract<OperationName, `rosters.${string}`>, keyof AddedPersonHandlers>
>

/** Rosters that stay open for the wizard; the oldest goes. They hold personal data, so they are few. */
const openRosters = 3
/** Larger than any school's roster, small enough to be read whole. */
const maximumBytes = 100_000_000
const previewedEntries = 50
const previewedRejections = 1_000

/** What a roster means for the directory. */
export interface PlannedRoster {
  /** null: nothing to do. */
  readonly plan: PlanSummary | null
  readonly counts: PlanningCounts
  readonly doubtful: readonly DoubtfulMatch[]
  /** Accounts that are kept since a damaged row may mean them. */
  readonly mayBeMeant: readonly KeptAccount[]
  /** What a roster that only adds says otherwise about those who have an account. */
  readonly notPlanned: readonly KnownDifference[]
  /** What must be known about how the roster was understood, the weightiest first. */
  readonly notices: readonly RosterNotice[]
  /** All of them, not just the first thousand. */
  readonly rejected: readonly RejectedRow[]
}

export interface RostersOptions {
  readonly store: Store
  readonly plans: Pick<JobPlans, 'summarize'>
  readonly planner: RosterPlanner
  readonly directory: DirectoryDesk
  readonly desktop: Desktop
  readonly files: FileAccess
  readonly demo: Pick<DemoSchool, 'roster'>
  readonly clock: Clock
  readonly announce: House['announce']
  readonly settings: Pick<SettingsDesk, 'settings' | 'profiles' | 'keepProfiles'>
}

interface Reading {
  readonly of: string
  readonly result: Promise<Result<RosterResult>>
  readonly cancel: () => void
}

/** Rosters: chosen, looked at, and turned into plans. */
export class Rosters {
  private readonly opened = new Map<string, RosterSource>()
  /** What was read last, and of what: who looks at a preview plans from the same reading next. */
  private latest: { readonly of: string; readonly result: RosterResult } | null = null
  /** What is being read: whoever asks for the same waits with it, and another question ends it. */
  private underWay: Reading | null = null
  /** What was chosen last, or that reading was given up since: whatever began before does not go on. */
  private turn = 0

  constructor(private readonly options: RostersOptions) {}

  /**
   * Opens files, a zip, or the files of a folder. `name`: what the person calls it. Whatever is chosen later while this is
   * read goes before it: this fails with `application.cancelled` then.
   */
  async open(
    paths: readonly string[],
    name: string,
    reading: RosterReading = {}
  ): Promise<Result<RosterPreview>> {
    return this.openFiles(paths, name, reading, this.begin())
  }

  async openFolder(folder: string, reading: RosterReading = {}): Promise<Result<RosterPreview>> {
    const turn = this.begin()
    const paths = await this.options.files.list(folder)
    return paths.ok ? this.openFiles(paths.value, basename(folder), reading, turn) : paths
  }

  stopReading(): void {
    this.begin()
  }

  /** The demo school's prepared roster. */
  async openDemo(): Promise<Result<RosterPreview>> {
    const turn = this.begin()
    const directory = await this.options.directory.open()
    if (!directory.ok) return directory
    if (directory.value.connection.profile !== 'demo') return fail('accounts.demoOnly')
    const roster = await this.options.demo.roster()
    return roster.ok ? this.take({ name: roster.value.name, files: [roster.value] }, {}, turn) : roster
  }

  async preview(roster: string, reading: RosterReading): Promise<Result<RosterPreview>> {
    const read = await this.read(roster, reading)
    if (!read.ok) return read
    const settings = await this.options.settings.settings()
    return settings.ok ? succeed(previewOf(roster, read.value, settings.value.guardianAccounts)) : settings
  }

  /** Roster against directory. Doubtful rows without a decision are left out of the plan. Keeps the plan. */
  async plan(
    roster: string,
    reading: RosterReading,
    decisions: MatchDecisions,
    scope: RosterScope = wholeSchool
  ): Promise<Result<PlannedRoster>> {
    const read = await this.read(roster, reading)
    if (!read.ok) return read
    const { schools } = read.value
    if (schools.length > 1 && read.value.reading.school === null)
      return fail('roster.schoolNotChosen', { schools: schools.map(({ name }) => name).join(', ') })
    const doubt = read.value.notices.find(({ code }) => code === 'encodingDoubtful')
    if (doubt !== undefined) return fail('roster.encodingDoubtful', doubt.parameters)
    const { entries, digest, counts, rejected, reading: resolved } = read.value
    const { rejectedIds, traces, silentFiles } = read.value
    const computed = await this.options.planner.computeAnew(
      {
        roster: {
          entries,
          digest,
          kind: kindOf(resolved.kind),
          rows: counts.rows,
          rejected: counts.rejected
        },
        rejectedIds,
        traces,
        silentFiles
      },
      decisions,
      scope
    )
    if (!computed.ok) return computed
    const { planning } = computed.value
    const { idColumn } = read.value
    // A list that only adds may come from anywhere: it does not say which column the school's accounts go by.
    const ids =
      idColumn === null || scope.coverage === 'adds'
        ? undefined
        : { kind: kindOf(resolved.kind), format: resolved.format, column: idColumn }
    const kept = await this.options.planner.keep(computed.value, ids)
    return succeed({
      plan: kept === null ? null : await this.options.plans.summarize(kept),
      counts: planning.counts,
      doubtful: planning.doubtful,
      mayBeMeant: planning.mayBeMeant,
      notPlanned: planning.notPlanned,
      notices: sortedNotices([...read.value.notices, ...planning.notices]),
      rejected
    })
  }

  /** Whatever is being fetched or read is given up. */
  private begin(): number {
    this.turn += 1
    this.underWay?.cancel()
    // Whoever asks for the same again does not wait with what was given up.
    this.underWay = null
    return this.turn
  }

  private async openFiles(
    paths: readonly string[],
    name: string,
    reading: RosterReading,
    turn: number
  ): Promise<Result<RosterPreview>> {
    const files: RosterFile[] = []
    if (this.turn === turn) this.options.announce('rosters.reading', { name, percent: null })
    for (const path of paths) {
      const bytes = await this.options.files.read(path, maximumBytes)
      if (!bytes.ok) return bytes
      if (this.turn !== turn) return fail('application.cancelled')
      files.push({ name: basename(path), bytes: bytes.value })
    }
    return this.take({ name, files }, reading, turn)
  }

  private async take(
    source: RosterSource,
    reading: RosterReading,
    turn: number
  ): Promise<Result<RosterPreview>> {
    if (this.turn !== turn) return fail('application.cancelled')
    const name = randomUUID()
    this.opened.set(name, source)
    for (const oldest of [...this.opened.keys()].slice(0, -openRosters)) this.opened.delete(oldest)
    const preview = await this.preview(name, reading)
    if (!preview.ok) this.opened.delete(name)
    return preview
  }

  private async read(roster: string, reading: RosterReading): Promise<Result<RosterResult>> {
    const source = this.opened.get(roster)
    if (source === undefined) return fail('accounts.rosterGone')
    const { turn } = this
    const settings = await this.options.settings.settings()
    if (!settings.ok) return settings
    const guardians = settings.value.guardianAccounts
    if (reading.kind === 'guardian' && !guardians) return fail('plan.guardiansOff')
    const known = await readIdColumns(this.options.store)
    const today = dayOf(this.options.clock.now())
    const idColumns = known.ok ? known.value : {}
    const of = canonicalJson({ roster, reading, today, idColumns, guardians })
    if (this.latest?.of === of) return succeed(this.latest.result)
    if (this.turn !== turn) return fail('application.cancelled')
    if (this.underWay?.of === of) return this.underWay.result
    this.underWay?.cancel()
    const controller = new AbortController()
    const onProgress = (percent: number): void => {
      if (!controller.signal.aborted) this.options.announce('rosters.reading', { name: source.name, percent })
    }
    const options = { today, guardians, signal: controller.signal, onProgress }
    const reads = {
      of,
      result: this.readAnew(source, reading, options, idColumns),
      cancel: () => {
        controller.abort()
      }
    }
    this.underWay = reads
    const read = await reads.result
    if (this.underWay === reads) this.underWay = null
    if (read.ok) this.latest = { of, result: read.value }
    return read
  }

  private async readAnew(
    source: RosterSource,
    reading: RosterReading,
    options: Omit<RosterOptions, 'idColumn'>,
    idColumns: Partial<Record<ListedKind, IdColumn>>
  ): Promise<Result<RosterResult>> {
    const readAs = (kind: ListedKind) =>
      readRoster(source, { ...reading, kind }, { ...options, idColumn: idColumns[kind] ?? null })
    const asked = reading.kind ?? 'pupil'
    const read = await readAs(asked)
    if (!read.ok) return read
    // A list of teachers may say so itself: their ids come from the column that teachers' accounts were made from.
    const found = kindOf(read.value.reading.kind)
    const last = found === asked ? read : await readAs(found)
    // Given up is given up, should it have come to its end all the same.
    return options.signal?.aborted === true ? fail('application.cancelled') : last
  }
}

function kindOf(kind: RosterPreview['reading']['kind']): ListedKind {
  return kind === 'other' ? 'pupil' : kind
}

function previewOf(roster: string, read: RosterResult, guardianAccounts: boolean): RosterPreview {
  return {
    roster,
    files: read.files.map((file) => ({ ...file })),
    reading: read.reading,
    schools: read.schools.map((school) => ({ ...school })),
    columnNames: [...read.columnNames],
    guardianColumns: [...read.guardianColumns],
    sample: read.sample.map((row) => [...row]),
    entries: read.entries.slice(0, previewedEntries),
    counts: { ...read.counts },
    classes: read.classes.map((schoolClass) => ({ ...schoolClass })),
    rejected: read.rejected.slice(0, previewedRejections),
    notices: read.notices.map((notice) => ({ ...notice })),
    guardianAccounts
  }
}

const rosterFilter = {
  name: { de: 'Schülerlisten', en: 'Rosters' },
  extensions: ['csv', 'txt', 'dat', 'zip', 'tsv', 'xml', 'ldif', 'xlsx', 'ods']
}

export function rosterHandlers(
  rosters: Rosters,
  { settings, desktop }: Pick<RostersOptions, 'settings' | 'desktop'>
): RosterHandlers {
  return {
    async 'rosters.choose'({ folder }) {
      const title = { de: 'Schülerliste öffnen', en: 'Open a roster' }
      if (folder) {
        const chosen = await desktop.chooseFolder({ title })
        return chosen === null ? succeed(null) : rosters.openFolder(chosen)
      }
      const chosen = await desktop.chooseFiles({ title, filters: [rosterFilter], several: true })
      const [first] = chosen ?? []
      if (chosen === null || first === undefined) return succeed(null)
      return rosters.open(chosen, basename(first))
    },

    async 'rosters.chooseDemo'() {
      return rosters.openDemo()
    },

    async 'rosters.preview'({ roster, reading }) {
      return rosters.preview(roster, reading)
    },

    async 'rosters.stopReading'() {
      rosters.stopReading()
      return succeed()
    },

    async 'rosters.profiles'() {
      return settings.profiles()
    },

    async 'rosters.saveProfile'(profile) {
      const profiles = await settings.profiles()
      if (!profiles.ok) return profiles
      const others = profiles.value.filter(({ name }) => name !== profile.name)
      const collator = new Intl.Collator('de', { numeric: true })
      const kept = [...others, profile].sort((left, right) => collator.compare(left.name, right.name))
      const written = await settings.keepProfiles(kept)
      return written.ok ? succeed(kept) : written
    },

    async 'rosters.deleteProfile'({ name }) {
      const profiles = await settings.profiles()
      if (!profiles.ok) return profiles
      const kept = profiles.value.filter((profile) => profile.name !== name)
      const written = await settings.keepProfiles(kept)
      return written.ok ? succeed(kept) : written
    },

    async 'rosters.plan'({ roster, reading, decisions, scope }) {
      const planned = await rosters.plan(roster, reading, decisions, scope)
      if (!planned.ok) return planned
      const { plan, counts, doubtful, mayBeMeant, notPlanned, notices, rejected } = planned.value
      return succeed({
        plan,
        unchanged: counts.unchanged,
        doubtful: [...doubtful],
        mayBeMeant: [...mayBeMeant],
        notPlanned: [...notPlanned],
        notices: [...notices],
        rejected: rejected.slice(0, previewedRejections)
      })
    }
  }
}
