import type { JobHandlers } from '../../contract/handlers'
import type { InboxItem } from '../../contract/inbox'
import { filled, type Text } from '../../contract/language'
import type { Copy, LedgerEntry, LedgerVerification, PrintedLedger, Statement } from '../../contract/ledger'
import { permits, type OperationName } from '../../contract/operations'
import { fail, succeed, type Result } from '../../contract/result'
import { germanDayOf } from '../../core/calendar'
import { compareWithPrint, verifyExport, type Ledger } from '../../core/ledger'
import { fullName, type Actor } from '../../core/people/actor'
import type { House, JobModule, OpenJob } from '../../desks/job'
import { entryOf, problemsBySequence, reads } from './entries'
import { JournalSearch } from './search'

export type JournalJobOptions = Pick<
  House,
  | 'ledger'
  | 'verification'
  | 'verify'
  | 'rules'
  | 'checkPlans'
  | 'plansForExport'
  | 'actor'
  | 'desk'
  | 'files'
  | 'clock'
  | 'subjects'
  | 'recordCopy'
>

type JournalOperation = Extract<OperationName, `ledger.${string}`>

/** Reading, checking and exporting the ledger. */
export interface JournalJob extends OpenJob<JournalOperation> {
  inboxItems(actor: Actor): readonly InboxItem[]
  /** Reads everything anew and checks it. */
  verify(printed?: PrintedLedger): Promise<LedgerVerification>
  /** Writes the export to a path, for whoever is signed in. */
  exportTo(file: string): Promise<Result<undefined>>
  /** Checks an exported ledger: `ledger.fileUnreadable`. */
  verifyExport(bytes: Uint8Array, file: string, printed: PrintedLedger): Result<LedgerVerification>
}

export function createJournalJob(options: JournalJobOptions): JournalJob {
  const { ledger, verification, verify, rules, desk, files, clock, subjects } = options
  const now = (): Date => clock.now()

  /** The export as one may have it, and what is to be said of it. */
  const exported = async (reader: Actor) => {
    const mayRead = (statement: Statement): boolean => reads(reader, statement, subjects())
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

  const search = new JournalSearch(ledger, subjects)
  const handlers: JobHandlers<JournalOperation> = {
    async 'ledger.query'(query, reader) {
      const problems = problemsBySequence(verification().problems)
      const { total, found } = await search.find(query, reader)
      const rows = found.flatMap((item) => entryOf(ledger, item, reader, problems, subjects()) ?? [])
      // Whoever has opened the journal may look for words next.
      void search.prepare()
      return succeed({ all: ledger.items.length, total, rows, people: search.people })
    },
    async 'ledger.entry'({ sequence }, reader) {
      const problems = problemsBySequence(verification().problems)
      const at = (wanted: number): LedgerEntry | null => {
        const item = ledger.numbered(wanted)
        return item === undefined ? null : entryOf(ledger, item, reader, problems, subjects())
      }
      const entry = at(sequence)
      const row = await ledger.rowOf(sequence)
      if (entry === null || row === null) return fail('ledger.entryNotFound', { sequence })
      const { text, signature } = row
      return succeed({ entry, text, signature, previous: at(sequence - 1), next: at(sequence + 1) })
    },
    async 'ledger.verify'() {
      return succeed(await verify())
    },
    async 'ledger.state'() {
      return succeed(verification())
    },
    async 'ledger.export'(_, reader) {
      let withheld = 0
      const isWhole = ledger.items.every(
        ({ statement }) => statement === null || reads(reader, statement, subjects())
      )
      const saved = await desk.saveFile({
        title: { de: 'Journal ausführen', en: 'Export the journal' },
        suggestedName: filled(isWhole ? wholeName : procedureName, {
          day: germanDayOf(now().toISOString())
        }),
        filter: { name: { de: 'Journal', en: 'Journal' }, extensions: ['json'] },
        async content() {
          const content = await exported(reader)
          withheld = content.withheld
          return succeed(content)
        }
      })
      if (!saved.ok) return saved
      return succeed(saved.value === null ? null : { file: saved.value.file, withheld })
    }
  }

  return {
    handlers,
    inboxItems: (reader) => ledgerItems(ledger, verification(), reader, now()),
    // What can be looked for is folded while somebody who may look works on, so that the first search need not wait.
    look() {
      const reader = options.actor()
      if (reader !== null && permits('ledger.query', reader.roles)) void search.prepare()
    },
    verify: async (printed) => {
      const verified = await verify()
      return printed === undefined ? verified : compareWithPrint(verified, ledger.items, printed)
    },
    async exportTo(file) {
      const reader = options.actor()
      if (reader === null) return fail('people.notSignedIn')
      const { bytes, copy } = await exported(reader)
      const said = await options.recordCopy(copy)
      return said.ok ? files.writePrivately(file, bytes) : said
    },
    verifyExport: (bytes, file, printed) => verifyExport(bytes, file, rules, options.checkPlans, printed)
  }
}

const wholeName: Text = { de: 'Journal-{day}.json', en: 'Journal-{day}.json' }
const procedureName: Text = {
  de: 'Journal-ohne-Inhalte-{day}.json',
  en: 'Journal-without-contents-{day}.json'
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

export const journalJob: JobModule<JournalJob> = { name: 'journal', rules: [], open: createJournalJob }
