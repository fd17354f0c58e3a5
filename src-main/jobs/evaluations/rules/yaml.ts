import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, visit, type Document } from 'yaml'
import { Complaints, type Path, type RuleProblem } from './problems'

/** One document of a rule file, as plain values, with the place of each. */
export interface RuleDocument {
  readonly value: unknown
  readonly complaints: Complaints
}

/** Deeper than any rule; the parser itself works by recursion, which a file of brackets alone would exhaust. */
const mostLevels = 200

/**
 * Reads a YAML 1.2 file (core schema: no dates, no octals by a leading zero, no tags) of one or several documents.
 * What YAML reads in more ways than one (numbers in unusual spelling, a value that was forgotten, anchors) is refused,
 * since Sigma's other tools read it as YAML 1.1.
 */
export function readDocuments(
  bytes: Uint8Array
): { readonly documents: readonly RuleDocument[] } | { readonly problem: RuleProblem } {
  const text = decoded(bytes)
  if (text === null) return { problem: whole('rules.notText') }
  const deep = lineTooDeep(text)
  if (deep !== null) return { problem: { ...whole('rules.tooDeep', { most: mostLevels }), line: deep } }
  const lines = new LineCounter()
  const parsed = parseAllDocuments(text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    stringKeys: true,
    uniqueKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines
  })
  const documents = (Array.isArray(parsed) ? parsed : [])
    .filter(({ contents, errors }) => contents !== null || errors.length > 0)
    .map((document) => readOne(document as Document, (offset) => lines.linePos(offset).line))
  return documents.length === 0 ? { problem: whole('rules.empty') } : { documents }
}

function whole(code: RuleProblem['code'], parameters: RuleProblem['parameters'] = {}): RuleProblem {
  return { code, parameters, line: 1, severity: 'refused' }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * The first line that may open more than `mostLevels` levels; null: none. Counted on the bare text before the parser sees
 * it, and generously, as brackets inside texts count, too: those of one line, and what stands before its first word.
 */
function lineTooDeep(text: string): number | null {
  let open = 0
  for (const [index, line] of text.split('\n').entries()) {
    for (const character of line) {
      if (character === '[' || character === '{') open++
      if ((character === ']' || character === '}') && open > 0) open--
    }
    const indented = (/^(?:[ \t]|[-?] )*/.exec(line)?.[0] ?? '').length
    if (open > mostLevels * 5 || indented > mostLevels) return index + 1
  }
  return null
}

function readOne(document: Document, lineAt: (offset: number) => number): RuleDocument {
  const complaints = new Complaints((path) => lineAt(offsetOf(document, path)))
  const refuseAt = (
    offset: number,
    code: RuleProblem['code'],
    parameters: RuleProblem['parameters']
  ): void => {
    complaints.problems.push({ code, parameters, line: lineAt(offset), severity: 'refused' })
  }
  for (const { message, pos } of [...document.errors, ...document.warnings]) {
    refuseAt(pos[0], 'rules.yaml', { reason: message })
  }
  if (complaints.hasRefusal()) return { value: null, complaints }
  visit(document, {
    Alias: (_key, node) => refuseAt(node.range?.[0] ?? 0, 'rules.aliases', {}),
    Pair: (_key, { key, value }) => {
      const isForgotten = value === null || (isScalar(value) && value.value === null && value.source === '')
      if (!isForgotten || !isScalar(key)) return
      refuseAt(key.range?.[0] ?? 0, 'rules.valueEmpty', { key: String(key.value) })
    },
    Scalar: (key, { value, source, range }) => {
      if (key === 'key' || typeof value !== 'number' || String(value) === source) return
      refuseAt(range?.[0] ?? 0, 'rules.numberAmbiguous', { value: source ?? String(value) })
    }
  })
  return { value: complaints.hasRefusal() ? null : document.toJS({ maxAliasCount: 0 }), complaints }
}

/** Where the key or value of a path begins; of a path that leads nowhere, its last part that is there. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = document.contents?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (pair === undefined) return offset
      if (isScalar(pair.key)) offset = pair.key.range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      if ((isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range)
        offset = node.range[0]
    } else return offset
  }
  return offset
}
