import { basename, resolve } from 'node:path'
import type { ListedKind } from '../../../contract/accounts'
import { fill } from '../../../contract/language'
import type { Step } from '../../../contract/plan'
import { rejectionTexts } from '../../../contract/rejections'
import { rosterNoticeTexts, type RosterNotice } from '../../../contract/rosterNotices'
import {
  matchDecisionsSchema,
  type MatchDecisions,
  type RosterEncoding,
  type RosterFormat,
  type RosterPreview,
  type RosterReading
} from '../../../contract/roster'
import type { RosterScope } from '../../../contract/rosterScope'
import { fail, succeed, type Result } from '../../../contract/result'
import type { PlannedRoster } from '..'
import { columnMapDocumentSchema, firstReading, resolveColumns } from './columnMap'
import type { Answer, Context } from '../../../commandLine/context'
import { table } from '../../../commandLine/output'
import { stepsOf } from '../../../commandLine/plans'
import type { CommandLineServices } from '../../../commandLine/surroundings'
import type { OwnServices } from './services'
import { texts } from './texts'

export interface PlanOptions {
  readonly roster: readonly string[]
  readonly format: RosterFormat | 'auto'
  readonly map?: string
  readonly reading?: string
  readonly kind?: ListedKind
  readonly decisions?: string
  /** Reads the file as this, whatever it looks like. */
  readonly encoding?: RosterEncoding
  /** The school of an export of several, by its id, number or name. */
  readonly school?: string
  /** Nobody leaves because of this roster. */
  readonly onlyAdd?: boolean
  readonly classes?: readonly string[]
  /** Shows the persons, too, by kind of step. */
  readonly show?: boolean
  /** Doubtful persons are no reason for exit 1. */
  readonly acceptDoubtful?: boolean
}

/** Rejected and doubtful rows that a terminal shows; the JSON document has all of them. */
const shownRows = 20

/** `accounts plan`: roster against directory. Changes nothing. */
export async function planAccounts(
  context: Context<OwnServices>,
  options: PlanOptions
): Promise<Result<Answer>> {
  const decisions: Result<MatchDecisions> =
    options.decisions === undefined
      ? succeed({})
      : await context.readDocument(options.decisions, '--decisions', matchDecisionsSchema)
  if (!decisions.ok) return decisions
  const services = await context.open()
  if (!services.ok) return services
  const opened = await openRoster(context, services.value, options)
  if (!opened.ok) return opened
  const { preview } = opened.value
  const isDoubted = preview.notices.some(({ code }) => code === 'encodingDoubtful')
  const reading =
    isDoubted && options.acceptDoubtful === true
      ? { ...opened.value.reading, encoding: preview.reading.encoding }
      : opened.value.reading
  // Nobody to plan for: the rows and their reasons say more than a refusal.
  if (preview.counts.accepted === 0) return succeed(describe(context, preview, nobody(preview), [], false))
  const scope: RosterScope = {
    coverage: options.onlyAdd === true ? 'adds' : 'whole',
    classes: options.classes === undefined ? null : [...options.classes]
  }
  const planned = await services.value.accounts.rosters.plan(preview.roster, reading, decisions.value, scope)
  if (!planned.ok) {
    await context.stderr.line(readingLines(context, preview, preview.notices).join('\n'))
    return planned
  }
  const { plan, doubtful, mayBeMeant } = planned.value
  const shown =
    options.show === true && plan !== null ? await stepsOf(services.value, plan.hash, null) : succeed([])
  if (!shown.ok) return shown
  const isDoubtful = doubtful.length > 0 || mayBeMeant.length > 0
  const complete = !isDoubtful || options.acceptDoubtful === true
  return succeed(
    describe(
      context,
      preview,
      planned.value,
      shown.value.map(({ step }) => step),
      complete
    )
  )
}

function nobody({ rejected, notices }: RosterPreview): PlannedRoster {
  const counts = { create: 0, rename: 0, changeClass: 0, reactivate: 0, leave: 0, unchanged: 0 }
  return { plan: null, counts, doubtful: [], mayBeMeant: [], notPlanned: [], notices, rejected }
}

async function openRoster(
  context: Context<OwnServices>,
  { accounts, handlers }: CommandLineServices<OwnServices>,
  options: PlanOptions
): Promise<Result<{ preview: RosterPreview; reading: RosterReading }>> {
  const paths = options.roster.map((path) => resolve(path))
  const open = async (reading: RosterReading): Promise<Result<RosterPreview>> => {
    const [first = ''] = paths
    if (paths.length === 1 && (await context.surroundings.isFolder(first))) {
      return accounts.rosters.openFolder(first, reading)
    }
    return accounts.rosters.open(paths, basename(first), reading)
  }
  const said: RosterReading = {
    ...(options.format === 'auto' ? {} : { format: options.format }),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
    ...(options.school === undefined ? {} : { school: options.school })
  }

  if (options.map !== undefined) {
    const map = await context.readDocument(options.map, '--map', columnMapDocumentSchema)
    if (!map.ok) return map
    const reading = { ...said, ...firstReading(map.value) }
    const looked = await open(reading)
    if (!looked.ok) return looked
    const columns = resolveColumns(map.value, looked.value.columnNames)
    if (!columns.ok) return columns
    const mapped = { ...reading, columns: columns.value }
    const preview = await accounts.rosters.preview(looked.value.roster, mapped)
    return preview.ok ? succeed({ preview: preview.value, reading: mapped }) : preview
  }
  let reading = said
  if (options.reading !== undefined) {
    const profiles = await handlers['rosters.profiles'](undefined)
    if (!profiles.ok) return profiles
    const profile = profiles.value.find(({ name }) => name === options.reading)
    if (profile === undefined) {
      const names = profiles.value.map(({ name }) => name).join(', ')
      return fail('commandLine.profileUnknown', { name: options.reading, names: names === '' ? '-' : names })
    }
    reading = { ...profile.reading, ...said }
  }
  const preview = await open(reading)
  return preview.ok ? succeed({ preview: preview.value, reading }) : preview
}

function describe(
  context: Context<OwnServices>,
  preview: RosterPreview,
  { plan, counts, doubtful, mayBeMeant, notPlanned, notices, rejected }: PlannedRoster,
  steps: readonly Step[],
  complete: boolean
): Answer {
  const { language } = context
  const hash = plan?.hash ?? null
  const confirmation = plan?.confirmation ?? null
  const rejections = rejected.map(({ file, line, code, parameters, excerpt }) => ({
    file,
    line,
    code,
    reason: fill(rejectionTexts[code], language, parameters),
    excerpt
  }))
  const more = (all: number): string[] =>
    all > shownRows ? [context.words(texts.moreRows, { count: all - shownRows })] : []
  const kept = mayBeMeant.map((account) => ({
    ...account,
    reason:
      account.code === null
        ? context.words(rosterNoticeTexts.fileWithoutRows, { file: account.file })
        : fill(rejectionTexts[account.code], language, { value: '', text: '', status: '' })
  }))
  const isSure = complete && notices.every(({ code }) => code !== 'noIdColumn' && code !== 'noClassColumn')
  const lines = [
    ...readingLines(context, preview, notices),
    table(
      Object.entries(counts).map(([name, count]) => [
        context.words(countTexts[name as keyof typeof counts]),
        String(count)
      ])
    ),
    ...(rejections.length === 0 ? [] : [context.words(texts.rejectedRows, { count: rejections.length })]),
    ...rejections.slice(0, shownRows).map(({ line, reason }) => `  ${line}: ${reason}`),
    ...more(rejections.length),
    ...(doubtful.length === 0 ? [] : [context.words(texts.doubtfulRows, { count: doubtful.length })]),
    ...doubtful
      .slice(0, shownRows)
      .map(
        ({ line, entry, candidates }) =>
          `  ${line}: ${entry.givenName} ${entry.familyName} ~ ${candidates.map(({ login }) => login).join(', ')}`
      ),
    ...more(doubtful.length),
    ...(kept.length === 0 ? [] : [context.words(texts.mayBeMeant, { count: kept.length })]),
    ...kept
      .slice(0, shownRows)
      .map(
        ({ line, file, givenName, familyName, login }) =>
          `  ${line === 0 ? file : line}: ${givenName} ${familyName} (${login})`
      ),
    ...more(kept.length),
    ...(notPlanned.length === 0 ? [] : [context.words(texts.notPlanned, { count: notPlanned.length })]),
    ...notPlanned
      .slice(0, shownRows)
      .map(
        ({ line, givenName, familyName, login, from, to }) =>
          `  ${line}: ${givenName} ${familyName} (${login}): ${from === '' ? '–' : from} → ${to}`
      ),
    ...more(notPlanned.length),
    ...personLines(context, steps),
    hash === null
      ? context.words(isSure ? texts.nothingToDo : texts.nothingSure)
      : context.words(texts.planKept, { plan: hash.slice(0, 12), steps: plan?.progress.steps ?? 0 }),
    ...(confirmation === null || confirmation.leavers === 0
      ? []
      : [
          context.words(texts.confirmationAsked, {
            leavers: confirmation.leavers,
            governed: confirmation.governed
          })
        ]),
    ...(confirmation?.renames === undefined
      ? []
      : [
          context.words(texts.renamesAsked, {
            renames: confirmation.renames,
            governed: confirmation.governed
          })
        ])
  ]
  return {
    document: {
      plan: hash,
      hash,
      counts,
      steps: plan?.progress.steps ?? 0,
      doubtful,
      mayBeMeant: kept,
      notPlanned,
      rejected: rejections,
      confirmation,
      reading: {
        ...preview.reading,
        columns: Object.fromEntries(namedColumns(preview)),
        files: preview.files.map(({ name }) => name)
      },
      notices: notices.map(({ code, parameters }) => ({
        code,
        parameters,
        message: context.words(rosterNoticeTexts[code], parameters)
      })),
      ...(steps.length === 0 ? {} : { persons: steps.filter(isPerson).map(personOf) })
    },
    text: lines.join('\n'),
    complete
  }
}

/** Which column, by its name, fills which field. */
function namedColumns({ reading, columnNames }: RosterPreview): [string, string][] {
  return Object.entries(reading.columns).map(([field, column]) => [
    field,
    columnNames[column] ?? String(column + 1)
  ])
}

/** How the roster was understood: what the window shows in its second step. */
function readingLines(
  context: Context<OwnServices>,
  preview: RosterPreview,
  notices: readonly RosterNotice[]
): string[] {
  const { format, encoding, separator } = preview.reading
  const columns = namedColumns(preview).map(([field, name]) => `${name} → ${field}`)
  return [
    context.words(texts.understood, {
      files: preview.files.map(({ name }) => name).join(', '),
      format,
      encoding,
      separator: separator === '\t' ? 'TAB' : separator
    }),
    context.words(texts.columnsTaken, { columns: columns.join(', ') }),
    ...notices.map(({ code, parameters }) => context.words(rosterNoticeTexts[code], parameters))
  ]
}

function isPerson({ target }: Step): boolean {
  return target.type === 'account'
}

function personOf({ kind, target, before, after }: Step): object {
  const { name, label, schoolClass } = target
  return { kind, login: name, name: label, schoolClass, before, after }
}

/** Everybody the plan is about, by kind of step. */
function personLines(context: Context<OwnServices>, steps: readonly Step[]): string[] {
  return Object.entries(countTexts).flatMap(([kind, heading]) => {
    const persons = steps.filter((step) => step.kind === kind && isPerson(step))
    if (persons.length === 0) return []
    const rows = persons.map(({ target }) => [`  ${target.label}`, target.schoolClass, target.name])
    return [`${context.words(heading)}:`, table(rows)]
  })
}

const countTexts = {
  create: texts.countCreate,
  rename: texts.countRename,
  changeClass: texts.countChangeClass,
  reactivate: texts.countReactivate,
  changeGroups: texts.countChangeGroups,
  leave: texts.countLeave,
  unchanged: texts.countUnchanged
}
