import { JournalSearch } from '../../src-main/jobs/journal/search'
import type { Subjects } from '../../src-main/desks/job'
import { openHeadless } from '../../tests/integration/support/headless'
import { must } from './school'

/**
 * Opens the case file of a data folder and says what it needs then, and when everything in its journal can be looked for:
 * bytes of the process, bytes of what is in use.
 */
const services = must(await openHeadless(process.argv[2] ?? ''))
const opened = needs()
const caseFile = services.caseFile()
if (caseFile === null) throw new Error('no case file is open')
const subjects = (): Subjects => ({ ...caseFile.people.subjects, ...caseFile.sanctions.subjects })
const search = new JournalSearch(caseFile.ledger, subjects)
await search.prepare()
process.stdout.write(JSON.stringify({ opened, searched: needs() }))
await services.close()

function needs(): { process: number; used: number } {
  global.gc?.()
  const { rss, heapUsed, external } = process.memoryUsage()
  return { process: rss, used: heapUsed + external }
}
