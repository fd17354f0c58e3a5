import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/**
 * [Note: a large file is looked through in a thread of its own]
 *
 * SQLite looks through a file in one stretch, about two milliseconds for each megabyte, in which main would answer nothing. So
 * a thread does it, with a connection of its own, before main opens the file: nothing is written to what nobody has looked
 * through. The file is let go for a moment in between; whoever takes it then has looked through it, and main is told that
 * it is in use. The thread's few lines are handed over as text: a file of its own would have to be found in a checkout, in a
 * test and inside the packed app alike.
 */
const threadSource = `
const { parentPort, workerData } = require('node:worker_threads')
const { DatabaseSync } = require(workerData.library)
try {
  const database = new DatabaseSync(workerData.file, { timeout: 0 })
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  parentPort.postMessage({ found: database.prepare('PRAGMA quick_check(1)').get().quick_check })
} catch (error) {
  if (typeof error.sqliteCode !== 'number') throw error
  parentPort.postMessage({ message: error.message, sqliteCode: error.sqliteCode })
}
`

type Answer = { readonly found: string } | { readonly message: string; readonly sqliteCode: number }

/** SQLite's own error, as it was thrown in the thread. */
class SqliteError extends Error {
  constructor(
    message: string,
    readonly sqliteCode: number
  ) {
    super(message)
  }
}

/** Whether a database file is whole, as SQLite sees it. Throws SQLite's errors. Nobody else can open it meanwhile. */
export async function isWhole(file: string): Promise<boolean> {
  const library = createRequire(import.meta.url).resolve('@photostructure/sqlite')
  const worker = new Worker(threadSource, { eval: true, workerData: { library, file } })
  const answers: Answer[] = []
  worker.on('message', (answer: Answer) => answers.push(answer))
  // Only its end lets go of the file. A bug in it is thrown by this.
  await once(worker, 'exit')
  const [answer] = answers
  if (answer === undefined) throw new Error('the thread has ended without an answer')
  if ('sqliteCode' in answer) throw new SqliteError(answer.message, answer.sqliteCode)
  return answer.found === 'ok'
}
