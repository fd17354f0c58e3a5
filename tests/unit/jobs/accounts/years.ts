import iconv from 'iconv-lite'
import type { RosterReading } from '../../../../src-main/contract/roster'
import type { Result } from '../../../../src-main/contract/result'
import { computePlan, type Planning } from '../../../../src-main/jobs/accounts/planning'
import { readRoster, type IdColumn, type RosterResult } from '../../../../src-main/jobs/accounts/roster'
import type { DirectorySnapshot } from '../../../../src-main/world/directory/port'
import { applied, inputOf, snapshotOf, today } from './planning/school'

/** The files of one export: text is written in UTF-8. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** What a school has after its first list. */
export interface School {
  readonly snapshot: DirectorySnapshot
  readonly birthDates: ReadonlyMap<string, string>
}

export interface Year {
  readonly read: RosterResult
  readonly planning: Result<Planning>
}

export const emptySchool: School = { snapshot: snapshotOf([]), birthDates: new Map() }

export function inEncoding(text: string, encoding: string): Uint8Array {
  return iconv.encode(text, encoding)
}

export async function readFiles(
  files: Files,
  reading: RosterReading = {},
  idColumn: IdColumn | null = null
): Promise<Result<RosterResult>> {
  const list = Object.entries(files).map(([name, content]) => ({
    name,
    bytes: typeof content === 'string' ? inEncoding(content, 'utf-8') : content
  }))
  return readRoster({ name: list[0]?.name ?? '', files: list }, reading, { today, idColumn })
}

/** Reads a list and compares it with the school, as the app does. */
export async function planYear(
  school: School,
  files: Files,
  reading: RosterReading = {},
  idColumn: IdColumn | null = null
): Promise<Year> {
  const read = await readFiles(files, reading, idColumn)
  if (!read.ok) throw new Error(`${read.failure.code} ${JSON.stringify(read.failure.parameters)}`)
  const { entries, digest, counts, rejectedIds, traces, silentFiles, reading: resolved } = read.value
  const kind = resolved.kind === 'other' ? 'pupil' : resolved.kind
  const planning = await computePlan({
    ...inputOf({ entries, snapshot: school.snapshot, birthDates: school.birthDates, kind }),
    roster: { entries, digest, kind, rows: counts.rows, rejected: counts.rejected },
    rejectedIds,
    traces,
    silentFiles
  })
  return { read: read.value, planning }
}

/** The plan of a list, where it is not refused. */
export async function planned(
  school: School,
  files: Files,
  reading: RosterReading = {},
  idColumn: IdColumn | null = null
): Promise<Planning & { readonly read: RosterResult }> {
  const { read, planning } = await planYear(school, files, reading, idColumn)
  if (!planning.ok) throw new Error(planning.failure.code)
  return { ...planning.value, read }
}

/** Why nothing is planned for a list. */
export async function refusedYear(
  school: School,
  files: Files,
  reading: RosterReading = {}
): Promise<string> {
  const { planning } = await planYear(school, files, reading)
  return planning.ok ? 'planned' : planning.failure.code
}

/** The school after a list was applied to it. */
export async function afterYear(
  files: Files,
  reading: RosterReading = {},
  school: School = emptySchool
): Promise<School> {
  const { plan, birthDates } = await planned(school, files, reading)
  const learned = new Map([...school.birthDates, ...birthDates.byAccount])
  for (const step of plan?.steps ?? []) {
    const day = birthDates.byStep.get(step.id)
    if (day !== undefined) learned.set(`id-${step.target.name}`, day)
  }
  return { snapshot: applied(plan, school.snapshot), birthDates: learned }
}

/** Kind and label of every step about an account: `leave Cem Cramer`. */
export function deeds({ plan }: Planning): string[] {
  return (plan?.steps ?? [])
    .filter(({ target }) => target.type === 'account')
    .map(({ kind, target }) => `${kind} ${target.label}`)
}

/** Who is kept though the list does not clearly name them: `Cem Cramer name 3`. */
export function kept({ mayBeMeant }: Planning): string[] {
  return mayBeMeant.map(
    ({ givenName, familyName, why, line }) => `${givenName} ${familyName} ${why} ${String(line)}`
  )
}
