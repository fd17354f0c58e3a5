import { basename, resolve } from 'node:path'
import { fill } from '../contract/language'
import { rejectionTexts } from '../contract/rejections'
import {
  matchDecisionsSchema,
  type MatchDecisions,
  type RosterFormat,
  type RosterPreview,
  type RosterReading
} from '../contract/roster'
import { fail, succeed, type Result } from '../contract/result'
import type { PlannedRoster } from '../jobs/accounts'
import { columnMapDocumentSchema, firstReading, resolveColumns } from './columnMap'
import type { Answer, Context } from './context'
import { table } from './output'
import type { CommandLineServices } from './surroundings'
import { texts } from './texts'

export interface PlanOptions {
  readonly roster: readonly string[]
  readonly format: RosterFormat | 'auto'
  readonly map?: string
  readonly reading?: string
  readonly kind?: 'pupil' | 'teacher' | 'staff'
  readonly decisions?: string
}

/** Rejected and doubtful rows that a terminal shows; the JSON document has all of them. */
const shownRows = 20

/** `accounts plan`: roster against directory. Changes nothing. */
export async function planAccounts(context: Context, options: PlanOptions): Promise<Result<Answer>> {
  const decisions: Result<MatchDecisions> =
    options.decisions === undefined
      ? succeed({})
      : await context.readDocument(options.decisions, '--decisions', matchDecisionsSchema)
  if (!decisions.ok) return decisions
  const services = await context.open()
  if (!services.ok) return services
  const opened = await openRoster(context, services.value, options)
  if (!opened.ok) return opened
  const { roster, reading } = opened.value
  const planned = await services.value.accounts.rosters.plan(roster, reading, decisions.value)
  return planned.ok ? succeed(describe(context, planned.value)) : planned
}

async function openRoster(
  context: Context,
  { accounts, handlers }: CommandLineServices,
  options: PlanOptions
): Promise<Result<{ roster: string; reading: RosterReading }>> {
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
    ...(options.kind === undefined ? {} : { kind: options.kind })
  }

  if (options.map !== undefined) {
    const map = await context.readDocument(options.map, '--map', columnMapDocumentSchema)
    if (!map.ok) return map
    const reading = { ...said, ...firstReading(map.value) }
    const looked = await open(reading)
    if (!looked.ok) return looked
    const columns = resolveColumns(map.value, looked.value.columnNames)
    if (!columns.ok) return columns
    return succeed({ roster: looked.value.roster, reading: { ...reading, columns: columns.value } })
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
  return preview.ok ? succeed({ roster: preview.value.roster, reading }) : preview
}

function describe(context: Context, { plan, counts, doubtful, rejected }: PlannedRoster): Answer {
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
  const lines = [
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
    hash === null
      ? context.words(texts.nothingToDo)
      : context.words(texts.planKept, { plan: hash.slice(0, 12), steps: plan?.progress.steps ?? 0 }),
    ...(confirmation === null ? [] : [context.words(texts.confirmationAsked, confirmation)])
  ]
  return {
    document: {
      plan: hash,
      hash,
      counts,
      steps: plan?.progress.steps ?? 0,
      doubtful,
      rejected: rejections,
      confirmation
    },
    text: lines.join('\n'),
    complete: true
  }
}

const countTexts = {
  create: texts.countCreate,
  rename: texts.countRename,
  changeClass: texts.countChangeClass,
  reactivate: texts.countReactivate,
  leave: texts.countLeave,
  unchanged: texts.countUnchanged
}
