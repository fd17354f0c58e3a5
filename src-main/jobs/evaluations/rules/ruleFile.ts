import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { readCorrelation, type Correlation } from './correlationReading'
import type { Detection } from './detection'
import type { LogSource } from './event'
import type { Lists } from './lists'
import type { Complaints, Path, RuleProblem } from './problems'
import { readDetection } from './selections'
import {
  correlationDocumentSchema,
  detectionDocumentSchema,
  type CorrelationDocument,
  type OwnTexts
} from './shape'
import { readDocuments, type RuleDocument } from './yaml'

interface RuleHead {
  readonly title: string
  readonly id: string | null
  readonly name: string | null
  /** What only Netzwart has of it. */
  readonly own: OwnTexts | null
  /** SHA-256 of the file that it stands in: which version of it was applied. */
  readonly sha256: string
}

export interface DetectionRule extends RuleHead {
  readonly kind: 'detection'
  readonly logSource: LogSource
  readonly detection: Detection
}

export interface CorrelationRule extends RuleHead {
  readonly kind: 'correlation'
  readonly correlation: Correlation
  /** Whether the rules that it refers to report by themselves, too. */
  readonly generate: boolean
}

export type Rule = DetectionRule | CorrelationRule

/** A rule file read. With any refusal among the problems there are no rules: half a file is not what was meant. */
export interface RuleFile {
  /** In the order of the file; correlations refer to others by place. */
  readonly rules: readonly Rule[]
  readonly problems: readonly RuleProblem[]
}

/** Reads a file of one or several Sigma rules and correlations. */
export function readRuleFile(bytes: Uint8Array): RuleFile {
  const read = readDocuments(bytes)
  if ('problem' in read) return { rules: [], problems: [read.problem] }
  const drafts = read.documents.map(readFrame)
  const lists = listsOf(drafts)
  const names = namesOf(read.documents, drafts)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const rules = drafts.map((draft, index): Rule | null => {
    const complaints = read.documents[index]?.complaints
    if (draft === null || complaints === undefined) return null
    const { title, id = null, name = null, netzwart: own = null } = draft.document
    const head = { title, id, name, own, sha256 }
    if (draft.kind === 'correlation') {
      const correlation = readCorrelation(complaints, draft.document.correlation, names)
      const generate = draft.document.generate ?? draft.document.correlation.generate ?? false
      return correlation === null ? null : { kind: 'correlation', ...head, correlation, generate }
    }
    const { category, product, service } = draft.document.logsource
    const detection = readDetection({ complaints, lists }, draft.document.detection)
    if (detection === null) return null
    return { kind: 'detection', ...head, logSource: { category, product, service }, detection }
  })
  refuseCircles(rules, read.documents)
  const problems = read.documents
    .flatMap(({ complaints }) => complaints.problems)
    .toSorted((left, right) => left.line - right.line)
  const isRefused = problems.some(({ severity }) => severity === 'refused')
  return { rules: isRefused ? [] : rules.filter((rule) => rule !== null), problems }
}

type DetectionDocument = z.infer<typeof detectionDocumentSchema>
type Draft =
  | { readonly kind: 'detection'; readonly document: DetectionDocument }
  | { readonly kind: 'correlation'; readonly document: CorrelationDocument }

/** What a document is made of, without looking into its detection. */
function readFrame({ value, complaints }: RuleDocument): Draft | null {
  if (complaints.hasRefusal()) return null
  const isCorrelation = typeof value === 'object' && value !== null && 'correlation' in value
  const draft = isCorrelation ? parseFrame(correlationDocumentSchema, value, complaints) : null
  const simple = isCorrelation ? null : parseFrame(detectionDocumentSchema, value, complaints)
  if ((draft ?? simple)?.status === 'unsupported') complaints.refuse(['status'], 'rules.statusUnsupported')
  if (draft !== null) return { kind: 'correlation', document: draft }
  return simple === null ? null : { kind: 'detection', document: simple }
}

function parseFrame<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  complaints: Complaints
): z.output<Schema> | null {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) complainOf(issue, value, complaints)
  return null
}

function complainOf(issue: z.core.$ZodIssue, value: unknown, complaints: Complaints): void {
  const path: Path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) complaints.refuse([...path, key], 'rules.keyUnknown', { key })
    return
  }
  const key = path.filter((step) => typeof step === 'string').at(-1) ?? '-'
  const isMissing = path.length > 0 && at(value, path) === undefined
  complaints.refuse(path, isMissing ? 'rules.keyMissing' : 'rules.valueWrong', { key })
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (sofar, step) =>
      typeof sofar === 'object' && sofar !== null
        ? (sofar as Record<string | number, unknown>)[step]
        : undefined,
    value
  )
}

/** Lists hold for all rules of a file. */
function listsOf(drafts: readonly (Draft | null)[]): Lists {
  return new Map(drafts.flatMap((draft) => Object.entries(draft?.document.netzwart?.lists ?? {})))
}

/** Places by id and name, which no two rules may share. A rule that was refused can be referred to, but only in words. */
function namesOf(
  documents: readonly RuleDocument[],
  drafts: readonly (Draft | null)[]
): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  for (const [index, draft] of drafts.entries()) {
    for (const key of ['id', 'name'] as const) {
      const name = draft?.document[key]
      if (name === undefined || places.get(name) === index) continue
      if (places.has(name)) documents[index]?.complaints.refuse([key], 'rules.nameTwice', { name })
      else places.set(name, index)
    }
  }
  return places
}

function refuseCircles(rules: readonly (Rule | null)[], documents: readonly RuleDocument[]): void {
  const leadsTo = (from: number, wanted: number, seen: Set<number>): boolean => {
    const rule = rules[from]
    if (rule?.kind !== 'correlation' || seen.has(from)) return false
    seen.add(from)
    return rule.correlation.rules.some((next) => next === wanted || leadsTo(next, wanted, seen))
  }
  for (const [index, rule] of rules.entries()) {
    if (rule?.kind !== 'correlation' || !leadsTo(index, index, new Set())) continue
    documents[index]?.complaints.refuse(['correlation', 'rules'], 'rules.correlationCircle', {
      name: rule.title
    })
  }
}
