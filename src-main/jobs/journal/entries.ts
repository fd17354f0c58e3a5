import type { LedgerEntry, LedgerProblem, LedgerProblemCode } from '../../contract/ledger'
import type { Ledger, LedgerItem } from '../../core/ledger'
import type { Actor } from '../../core/people/actor'

/** Kinds whose payload is content: facts, measures, names of pupils. */
const contentPrefixes = ['case.', 'plan.'] as const

/** Who reads the procedure only (the DPO) is not shown contents. */
export function readsContents(actor: Actor): boolean {
  return actor.roles.includes('administrator') || actor.roles.includes('leadership')
}

/** Findings by sequence number. */
export function problemsBySequence(
  problems: readonly LedgerProblem[]
): ReadonlyMap<number, readonly LedgerProblemCode[]> {
  const found = new Map<number, LedgerProblemCode[]>()
  for (const { sequence, code } of problems) found.set(sequence, [...(found.get(sequence) ?? []), code])
  return found
}

/** An item as the window shows it; null: it cannot be read at all. */
export function entryOf(
  ledger: Ledger,
  item: LedgerItem,
  actor: Actor,
  problems: ReadonlyMap<number, readonly LedgerProblemCode[]>,
  /** Number of a case by its id. */
  caseNumber: (id: string) => string
): LedgerEntry | null {
  const { row, statement, signedBy } = item
  if (statement === null) return null
  const payload = ledger.payloadOf(item)
  const isContent = contentPrefixes.some((prefix) => statement.kind.startsWith(prefix))
  const withheld = isContent && !readsContents(actor)
  const by = statement.body['by']
  return {
    sequence: row.sequence,
    time: statement.time,
    kind: statement.kind,
    subject: statement.subject,
    // The number of a case, or who was appointed: procedure, not content.
    about: aboutOf(ledger, statement.subject, caseNumber),
    hash: row.hash,
    previous: statement.previous,
    body: statement.body,
    payload: withheld ? null : (payload as LedgerEntry['payload']),
    withheld: withheld && statement.payload !== null,
    signer: {
      kind: signedBy?.kind ?? (ledger.authority.devices.has(statement.key) ? 'device' : 'person'),
      fingerprint: statement.key,
      name: ledger.nameOf(statement.key),
      role: signedBy?.role ?? null
    },
    by: typeof by === 'string' ? ledger.nameOfPerson(by) : '',
    problems: [...(problems.get(row.sequence) ?? [])]
  }
}

/** What a subject is called; empty: not known. */
function aboutOf(ledger: Ledger, subject: string, caseNumber: (id: string) => string): string {
  const [, type, id] = /^(case|person|device):(.+)$/.exec(subject) ?? []
  if (id === undefined) return ''
  if (type === 'case') return caseNumber(id)
  return type === 'person' ? ledger.nameOfPerson(id) : ledger.nameOf(id)
}
