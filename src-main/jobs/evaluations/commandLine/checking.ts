import { resolve } from 'node:path'
import type { Answer, Context } from '../../../commandLine/context'
import { table } from '../../../commandLine/output'
import { logMappingSchema } from '../../../contract/logMappings'
import { succeed, type Result } from '../../../contract/result'
import type { Text } from '../../../contract/language'
import { lineRejectionTexts } from '../../../contract/lineRejections'
import { acts, askedFormat, checkLogs, sureties, type LogCheck, type Span } from '../logs'
import { actTexts, suretyTexts, texts } from './texts'

/** What is said and does not keep the call from being done: nothing of what was asked for is missing. */
const notices: readonly string[] = ['logs.partMissing', 'logs.lastLineOpen']

/** `logs check`: how much of each file can be read, and how sure it is. No content is shown, so nobody is asked who asks (P19). */
export async function checkLogFiles(
  context: Context,
  files: readonly string[],
  { format, mapping: mappingFile }: { readonly format: string; readonly mapping?: string }
): Promise<Result<Answer>> {
  const mapping =
    mappingFile === undefined
      ? succeed(undefined)
      : await context.readDocument(mappingFile, '--mapping', logMappingSchema)
  if (!mapping.ok) return mapping
  // A mapping says which format it is of.
  const named = format === 'auto' ? (mapping.value?.format ?? null) : format
  const asked = askedFormat({ format: named, mapping: mapping.value })
  if (!asked.ok) return asked
  const paths = files.map((file) => resolve(file))
  const checks = await checkLogs(context.surroundings.logs, paths, asked.value)
  for (const { problems } of checks) {
    for (const problem of problems) await context.stderr.line(context.sentence(problem))
  }
  return succeed({
    document: checks.map((check) => documentOf(context, check)),
    text: checks.map((check) => textOf(context, check)).join('\n\n'),
    complete: checks.every(({ problems }) => problems.every(({ code }) => notices.includes(code)))
  })
}

function documentOf(context: Context, check: LogCheck): unknown {
  const { file, format, certainty, bytes, lines, parsed, times, persons } = check
  const rejected = [...check.rejected]
  return {
    ...{ file: context.shown(file), format, certainty: rounded(certainty), bytes, lines, parsed },
    rejected: Object.fromEntries(rejected.map(([reason, found]) => [reason, found.lines])),
    firstOffsets: Object.fromEntries(rejected.map(([reason, { offsets }]) => [reason, offsets])),
    events: Object.fromEntries(acts.flatMap((act) => counted(act, check.acts.get(act)))),
    persons,
    times: {
      exact: times.exact === null ? null : spanOf(times.exact, 'Z'),
      local: times.local === null ? null : spanOf(times.local, ''),
      ...{ yearInferred: times.yearInferred, end: times.end, received: times.received }
    },
    problems: check.problems.map((problem) => ({
      code: problem.code,
      message: context.sentence(problem)
    }))
  }
}

function counted<Name>(name: Name, count: number | undefined): readonly (readonly [Name, number])[] {
  return count === undefined || count === 0 ? [] : [[name, count]]
}

function spanOf({ first, last, events }: Span, zone: string): Record<string, string | number> {
  return { first: moment(first, 'T', zone), last: moment(last, 'T', zone), events }
}

/** To the second, as `2026-11-28T01:05:22`. */
function moment(time: number, between: string, zone: string): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', between)}${zone}`
}

function rounded(share: number): number {
  return Math.floor(share * 1000) / 1000
}

function textOf(context: Context, check: LogCheck): string {
  const { language } = context
  const { format, certainty, lines, parsed, rejected, times, persons } = check
  const number = (value: number): string => value.toLocaleString(language)
  const rejectedLines = [...rejected.values()].reduce((sum, found) => sum + found.lines, 0)
  const sure = sureties
    .filter((surety) => persons[surety] > 0)
    .map((surety) => `${number(persons[surety])} ${suretyTexts[surety][language]}`)
  const done = acts
    .flatMap((act) => counted(act, check.acts.get(act)))
    .map(([act, count]) => `${number(count)} ${actTexts[act][language]}`)
  const range = ({ first, last }: Span, zone: string): string =>
    `${moment(first, ' ', '')} – ${moment(last, ' ', '')} ${zone}`
  const spans = [
    ...(times.exact === null ? [] : [range(times.exact, 'UTC')]),
    ...(times.local === null ? [] : [range(times.local, context.words(texts.zoneUnknown))])
  ]
  const remarks = [
    ...(times.yearInferred > 0
      ? [context.words(texts.yearInferred, { count: number(times.yearInferred) })]
      : []),
    ...(times.end > 0 ? [context.words(texts.timeIsEnd, { count: number(times.end) })] : []),
    ...(times.received > 0 ? [context.words(texts.timeIsReceipt, { count: number(times.received) })] : [])
  ]
  const row = (title: Text, content: readonly string[]): string[][] =>
    content.length === 0 ? [] : [[`  ${context.words(title)}`, content.join(', ')]]
  const share = certainty < 1 ? ` (${Math.floor(certainty * 100)} %)` : ''
  return [
    context.shown(check.file),
    table([
      [`  ${context.words(texts.format)}`, format === null ? context.words(texts.noFormat) : format + share],
      [
        `  ${context.words(texts.lines)}`,
        context.words(texts.lineCounts, {
          lines: number(lines),
          parsed: number(parsed),
          rejected: number(rejectedLines)
        })
      ],
      ...row(texts.events, done),
      ...row(texts.persons, sure),
      ...row(texts.times, spans),
      ...remarks.map((remark) => ['', remark]),
      ...[...rejected].map(([reason, found], index) => [
        index === 0 ? `  ${context.words(texts.rejected)}` : '',
        context.words(texts.rejection, {
          count: number(found.lines),
          reason: lineRejectionTexts[reason][language],
          offsets: found.offsets.join(', ')
        })
      ])
    ])
  ].join('\n')
}
