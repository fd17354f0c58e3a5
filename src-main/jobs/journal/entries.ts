import type { LedgerEntry, LedgerProblem, LedgerProblemCode, Statement } from '../../contract/ledger'
import type { Ledger, LedgerItem } from '../../core/ledger'
import type { Actor } from '../../core/people/actor'
import { mayRead } from '../../core/people/reading'
import type { SubjectKnowledge, Subjects } from '../../desks/job'

/** Whether somebody may read what is personal about a statement. */
export function reads(actor: Actor, { kind, subject }: Statement, subjects: Subjects): boolean {
  const known = knownSubject(subject, subjects)
  const authors = known === null ? null : () => known.knowledge.authorsOf(known.id)
  const confidence = () => known?.knowledge.confidenceOf?.(known.id) ?? null
  return mayRead(actor, { of: 'statement', kind, authors, confidence })
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
  subjects: Subjects
): LedgerEntry | null {
  const { sequence, hash, statement, signedBy } = item
  if (statement === null) return null
  const payload = ledger.payloadOf(item)
  const withheld = !reads(actor, statement, subjects)
  const by = statement.body['by']
  return {
    sequence,
    time: statement.time,
    kind: statement.kind,
    subject: statement.subject,
    // The number of a case, or who was appointed: procedure, not content.
    about: aboutOf(ledger, statement.subject, subjects),
    hash,
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
    problems: [...(problems.get(sequence) ?? [])]
  }
}

/** What a subject is called; empty: not known. */
export function aboutOf(ledger: Ledger, subject: string, subjects: Subjects): string {
  const known = knownSubject(subject, subjects)
  if (known !== null) return known.knowledge.nameOf(known.id)
  const [, type, id] = /^(person|device):(.+)$/.exec(subject) ?? []
  if (id === undefined) return ''
  return type === 'person' ? ledger.nameOfPerson(id) : ledger.nameOf(id)
}

/** Of a subject that a job speaks for. */
function knownSubject(
  subject: string,
  subjects: Subjects
): { readonly knowledge: SubjectKnowledge; readonly id: string } | null {
  const [, type, id] = /^([a-zA-Z]+):(.+)$/.exec(subject) ?? []
  if (type === undefined || id === undefined || !Object.hasOwn(subjects, type)) return null
  const knowledge = subjects[type]
  return knowledge === undefined ? null : { knowledge, id }
}
