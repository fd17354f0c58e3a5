import type { Handlers } from '../../contract/handlers'
import type { InboxItem } from '../../contract/inbox'
import type {
  Copy,
  LedgerEntry,
  LedgerExport,
  LedgerVerification,
  PrintedLedger,
  Statement
} from '../../contract/ledger'
import { permits } from '../../contract/operations'
import { fail, succeed, type Result } from '../../contract/result'
import { germanDayOf } from '../../core/calendar'
import {
  bodyOf,
  compareWithPrint,
  verifyExport,
  type CheckPlans,
  type Ledger,
  type LedgerRule,
  type RecordCopy,
  type SoundItem
} from '../../core/ledger'
import { fullName, type Actor, type FindActor } from '../../core/people/actor'
import type { DocumentDesk } from '../../world/documents/port'
import type { FileAccess } from '../../world/files/port'
import { entryOf, problemsBySequence, reads, type CaseKnowledge } from './entries'
import { JournalSearch } from './search'

export interface JournalJobOptions {
  readonly ledger: Ledger
  /** What the last check found, also past the chain. */
  readonly verification: () => LedgerVerification
  /** Checks everything anew. */
  readonly verify: () => Promise<LedgerVerification>
  readonly rules: readonly (() => LedgerRule)[]
  readonly checkPlans: CheckPlans
  /** Plans of cases that go along in an export, and the settings that they follow from. */
  readonly plansForExport: (
    reads: (statement: Statement) => boolean
  ) => Promise<Pick<LedgerExport, 'plans' | 'settings'>>
  readonly actor: FindActor
  readonly desk: DocumentDesk
  readonly files: FileAccess
  readonly now: () => Date
  readonly cases: CaseKnowledge
  readonly recordCopy: RecordCopy
}

export type JournalHandlers = Pick<Handlers, Extract<keyof Handlers, `ledger.${string}`>>

/** Reading, checking and exporting the ledger. */
export interface JournalJob {
  readonly handlers: JournalHandlers
  inboxItems(actor: Actor): readonly InboxItem[]
  /** Reads everything anew and checks it. */
  verify(printed?: PrintedLedger): Promise<LedgerVerification>
  /** Writes the export to a path, for whoever is signed in. */
  exportTo(file: string): Promise<Result<undefined>>
  /** Checks an exported ledger: `ledger.fileUnreadable`. */
  verifyExport(bytes: Uint8Array, file: string, printed: PrintedLedger): Result<LedgerVerification>
}

export function createJournalJob(options: JournalJobOptions): JournalJob {
  const { ledger, verification, verify, rules, actor, desk, files, now, cases } = options

  /** Whoever asks. The gateway has refused who is not signed in; between the two the window may have locked. */
  const asReader = async <Value>(work: (reader: Actor) => Promise<Result<Value>>): Promise<Result<Value>> => {
    const reader = actor()
    return reader === null ? fail('people.notSignedIn') : work(reader)
  }

  /** The export as one may have it, and what is to be said of it. */
  const exported = async (reader: Actor) => {
    const mayRead = (statement: Statement): boolean => reads(reader, statement, cases)
    const document = {
      ...(await ledger.export(now().toISOString(), fullName(reader.names), mayRead)),
      ...(await options.plansForExport(mayRead))
    }
    const withheld = document.withheld?.payloads ?? 0
    const { length } = document.statements
    return {
      bytes: new TextEncoder().encode(JSON.stringify(document)),
      copy: {
        what: withheld === 0 ? 'journal' : 'procedure',
        count: length,
        by: reader.person
      } satisfies Copy,
      withheld
    }
  }

  const search = new JournalSearch(ledger, cases)
  const handlers: JournalHandlers = {
    'ledger.query': (query) =>
      asReader(async (reader) => {
        const problems = problemsBySequence(verification().problems)
        const { total, found } = await search.find(query, reader)
        const rows = found.flatMap((item) => entryOf(ledger, item, reader, problems, cases) ?? [])
        // Whoever has opened the journal may look for words next.
        void search.prepare()
        return succeed({ all: ledger.items.length, total, rows, people: search.people })
      }),
    'ledger.entry': ({ sequence }) =>
      asReader(async (reader) => {
        const problems = problemsBySequence(verification().problems)
        const at = (wanted: number): LedgerEntry | null => {
          const item = ledger.numbered(wanted)
          return item === undefined ? null : entryOf(ledger, item, reader, problems, cases)
        }
        const entry = at(sequence)
        const row = ledger.numbered(sequence)?.row
        if (entry === null || row === undefined) return fail('ledger.entryNotFound', { sequence })
        const { text, signature } = row
        return succeed({ entry, text, signature, previous: at(sequence - 1), next: at(sequence + 1) })
      }),
    async 'ledger.verify'() {
      return succeed(await verify())
    },
    async 'ledger.state'() {
      return succeed(verification())
    },
    'ledger.export': () =>
      asReader(async (reader) => {
        let withheld = 0
        const isWhole = ledger.items.every(
          ({ statement }) => statement === null || reads(reader, statement, cases)
        )
        const saved = await desk.saveFile({
          title: { de: 'Journal ausführen', en: 'Export the journal' },
          suggestedName: `Journal${isWhole ? '' : '-ohne-Inhalte'}-${germanDayOf(now().toISOString())}.json`,
          filter: { name: { de: 'Journal', en: 'Journal' }, extensions: ['json'] },
          async content() {
            const content = await exported(reader)
            withheld = content.withheld
            return succeed(content)
          }
        })
        if (!saved.ok) return saved
        return succeed(saved.value === null ? null : { file: saved.value.file, withheld })
      })
  }

  return {
    handlers,
    inboxItems: (reader) => [
      ...ledgerItems(ledger, verification(), reader, now()),
      ...suspensionsAtOnce(ledger, reader, cases, now())
    ],
    verify: async (printed) => {
      const verified = await verify()
      return printed === undefined ? verified : compareWithPrint(verified, ledger.items, printed)
    },
    exportTo: (file) =>
      asReader(async (reader) => {
        const { bytes, copy } = await exported(reader)
        const said = await options.recordCopy(copy)
        return said.ok ? files.writePrivately(file, bytes) : said
      }),
    verifyExport: (bytes, file, printed) => verifyExport(bytes, file, rules, options.checkPlans, printed)
  }
}

/**
 * P26: an administrator may suspend an account at once, to protect it. The leadership is told of each, since a sanction
 * is theirs to decide.
 */
function suspensionsAtOnce(ledger: Ledger, reader: Actor, cases: CaseKnowledge, now: Date): InboxItem[] {
  if (!reader.roles.includes('leadership')) return []
  return recent(ledger.ofKind('plan.begun'), now).flatMap((item): InboxItem[] => {
    const { statement } = item
    const { job, kinds, by, undoes } = bodyOf(statement, 'plan.begun')
    if (job !== 'accounts' || by === null || undoes !== null || (kinds['suspend'] ?? 0) === 0) return []
    const subject = reads(reader, statement, cases) ? ledger.payloadOf(item)?.['subject'] : undefined
    return [
      {
        id: `suspended:${statement.sequence}`,
        kind: 'suspendedAtOnce',
        since: statement.time,
        deadline: null,
        parameters: { name: typeof subject === 'string' ? subject : '', by: ledger.nameOfPerson(by) },
        to: `/journal/${statement.sequence}`
      }
    ]
  })
}

/** Those of the last days, oldest first. */
function recent(items: readonly SoundItem[], now: Date): readonly SoundItem[] {
  const before = items.findLastIndex(({ statement }) => !isRecent(statement.time, now))
  return items.slice(before + 1)
}

function isRecent(time: string, now: Date): boolean {
  return now.getTime() - Date.parse(time) <= noticeDays * 86_400_000
}

/** What is wrong with the ledger stands on top of everybody's list who can do something about it. */
function ledgerItems(
  ledger: Ledger,
  { problems, clockNotices }: LedgerVerification,
  reader: Actor,
  now: Date
): InboxItem[] {
  if (!permits('ledger.query', reader.roles)) return []
  const items: InboxItem[] = []
  if (problems.length > 0) {
    items.push({
      id: 'ledgerProblem',
      kind: 'ledgerProblem',
      since: ledger.numbered(problems[0]?.sequence ?? 0)?.statement?.time ?? now.toISOString(),
      deadline: null,
      parameters: { count: problems.length },
      to: '/journal'
    })
  }
  for (const sequence of clockNotices) {
    const since = ledger.numbered(sequence)?.statement?.time
    // What was noticed long ago has been looked at; the journal keeps it.
    if (since === undefined || !isRecent(since, now)) continue
    items.push({
      id: `clock:${sequence}`,
      kind: 'clockWentBack',
      since,
      deadline: null,
      parameters: { sequence },
      to: `/journal/${sequence}`
    })
  }
  return items
}

/** Days for which something that has only to be looked at stands on the start page. */
const noticeDays = 7
