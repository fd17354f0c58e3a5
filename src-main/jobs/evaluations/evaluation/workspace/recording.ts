import {
  evaluationFilterSchema,
  type EvaluationEvent,
  type MaskedText,
  type Pseudonym
} from '../../../../contract/evaluations'
import {
  longestRecordedText,
  mostRecordedEvents,
  mostRecordedFindings,
  type EvaluationRecordContent,
  type RecordedEvent,
  type RecordedSource,
  type RecordedText
} from '../../../../contract/evaluationRecord'
import { sureties } from '../../../../contract/logEvents'
import type { EvidenceEvent, EvidenceSource } from '../../evidence/event'
import type { Rule } from '../../rules/ruleFile'
import type { Applied } from './findings'
import { titleOf } from './shown'
import type { Workspace } from './workspace'

/** What is known beside what a workspace shows. */
interface Recordable {
  readonly applied: Applied
  readonly events: readonly EvidenceEvent[]
  readonly sources: readonly EvidenceSource[]
  /** Ids of the rules that the order names. */
  readonly wanted: readonly string[]
  readonly rules: readonly Rule[]
}

export interface Recording {
  readonly content: EvaluationRecordContent
  /** All of them, also those that are left out of it. */
  readonly foundCount: number
  readonly notedCount: number
}

/** What is signed with the conclusion: everything by pseudonyms, as the two have seen it. */
export function recordingOf(workspace: Workspace, recordable: Recordable): Recording {
  const onlyMarked = { ...evaluationFilterSchema.parse({}), onlyMarked: true }
  const noted = workspace.page(onlyMarked, 0, mostRecordedEvents)
  return {
    content: {
      events: workspace.count,
      applied: rulesOf(recordable),
      found: findingsOf(workspace, recordable),
      noted: noted.rows.map((row) => eventOf(workspace, row)),
      read: sourcesOf(workspace, recordable)
    },
    foundCount: recordable.applied.findings.length,
    notedCount: noted.total
  }
}

export function pseudonymText({ kind, number }: Pseudonym): string {
  return `${kind}:${String(number)}`
}

function rulesOf({ applied, wanted, rules }: Recordable): EvaluationRecordContent['applied'] {
  return wanted.map((id) => {
    const rule = rules.find((one) => one.id === id)
    const findings = applied.findings.filter((finding) => finding.rule.id === id).length
    const idle = applied.idle.find((one) => one.rule.id === id)?.because ?? 'nothingFound'
    const because = rule === undefined ? 'notKnown' : findings > 0 ? null : idle
    return {
      ...{ id, title: rule === undefined ? id : titleOf(rule).de, sha256: rule?.sha256 ?? null },
      ...{ findings, because }
    }
  })
}

function findingsOf(workspace: Workspace, { applied, events }: Recordable): EvaluationRecordContent['found'] {
  const shown = workspace.findings
  return applied.findings.slice(0, mostRecordedFindings).map((finding, place) => {
    const counts = { proved: 0, claimed: 0, address: 0, device: 0, unknown: 0 }
    for (const event of finding.events) counts[events[event]?.surety ?? 'unknown'] += 1
    const one = shown[place]
    return {
      rule: titleOf(finding.rule).de,
      ...{ from: finding.hit.from, until: finding.hit.to, value: finding.hit.value },
      events: one?.events ?? finding.events.length,
      sureties: Object.fromEntries(sureties.map((name) => [name, counts[name]])) as typeof counts,
      group: (one?.group ?? []).map(recordedText)
    }
  })
}

function eventOf(workspace: Workspace, row: EvaluationEvent): RecordedEvent {
  const reference = workspace.referenceOf(row.event) ?? { source: '', file: 0, offset: 0 }
  const named = (pseudonym: Pseudonym | null) => (pseudonym === null ? null : pseudonymText(pseudonym))
  const { event, at, timeKnown, edge, act, surety, person, address, device, details, marked, note } = row
  return {
    ...{ event, at, timeKnown, edge, act, surety, marked, note, ...reference },
    ...{ person: named(person), address: named(address), device: named(device) },
    details: details.map(({ name, text }) => ({ name, text: recordedText(text) }))
  }
}

function sourcesOf(workspace: Workspace, { sources }: Recordable): RecordedSource[] {
  return workspace.sources.map(({ name, format, events, outside, files, gaps }, place) => ({
    ...{ id: sources[place]?.id ?? '', name: recordedText(name), format, events, outside },
    files: files.map((file, index) => ({
      ...{ name: recordedText(file.name), from: sources[place]?.files[index]?.from ?? 0 },
      ...{ bytes: file.bytes, sha256: file.sha256 },
      ...{ lines: file.lines, parsed: file.parsed, rejected: file.rejected }
    })),
    gaps: gaps.map(({ code, file, names, count, time }) => ({
      ...{ code, count, time, file: recordedText(file), names: names.map(recordedText) }
    }))
  }))
}

/** Cut to its length in characters; a pseudonym is never cut. */
function recordedText(text: MaskedText): RecordedText {
  const parts: RecordedText = []
  let room = longestRecordedText
  for (const part of text) {
    if (room <= 0) return [...parts, '…']
    if (typeof part !== 'string') {
      parts.push({ pseudonym: pseudonymText(part) })
      continue
    }
    parts.push(part.length > room ? `${part.slice(0, room).replace(/[\ud800-\udbff]$/, '')}…` : part)
    room -= part.length
    if (room < 0) return parts
  }
  return parts
}
