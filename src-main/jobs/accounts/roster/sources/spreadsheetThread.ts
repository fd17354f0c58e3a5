import { once } from 'node:events'
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import type { CellObject, ParsingOptions } from '@e965/xlsx'

/** Of a cell what its text is made of. */
export type RawCell = Pick<CellObject, 't' | 'v' | 'w' | 'z' | 'f'>
/** Place of the row in its sheet, from 0, and its cells by their column, from 0; what the file does not have is absent. */
export type RawRow = readonly [place: number, cells: readonly (readonly [column: number, cell: RawCell])[]]

const options: ParsingOptions = {
  type: 'array',
  // With the parts of a day as the file has them: a school's clock is not the file's.
  cellDates: true,
  UTC: true,
  cellNF: true,
  // A formula without a value would else read as an empty cell.
  sheetStubs: true,
  cellHTML: false,
  dense: true
}

/**
 * [Note: spreadsheets in a thread of their own]
 *
 * The library reads a file in one stretch, seconds for a large one, and takes memory as the file wants it. In the main
 * process that would hold up the window, and a hostile file could end the app. So it works in a thread that has memory of its
 * own, ends when it is no longer needed, and hands out its rows only as they are asked for, a few at a time, so that taking
 * them over is no stretch either. The thread's few lines are handed over as text, like those of passphrases
 * (`core/people/passphrase.ts`).
 */
const threadSource = `
const { parentPort, workerData } = require('node:worker_threads')
const { read } = require(workerData.library)
let book = null
try {
  book = read(workerData.bytes, workerData.options)
} catch {
  // No spreadsheet that can be read.
}
const sheets = (book?.SheetNames ?? []).map((name) => {
  const rows = book.Sheets[name]?.['!data'] ?? []
  return { rows, places: Object.keys(rows), next: 0 }
})
parentPort.on('message', (index) => {
  const sheet = sheets[index]
  const places = sheet.places.slice(sheet.next, sheet.next + workerData.rowsAtOnce)
  sheet.next += places.length
  parentPort.postMessage(
    places.map((place) => {
      const cells = []
      sheet.rows[place]?.forEach((cell, column) => {
        if (cell) cells.push([column, { t: cell.t, v: cell.v, w: cell.w, z: cell.z, f: cell.f }])
      })
      return [Number(place), cells]
    })
  )
})
parentPort.postMessage(book === null ? null : book.SheetNames)
`

/** A few milliseconds of taking over. */
const rowsAtOnce = 200
/** 100,000 rows of a school take a fourth of it. */
const memoryMegabytes = 1024

/** The spreadsheet asks for more memory than its thread may have. */
export class SpreadsheetTooLarge extends Error {}

/** One spreadsheet in its thread. To be closed, whatever becomes of it. What it is asked fails with `SpreadsheetTooLarge`. */
export class SpreadsheetThread {
  private readonly worker: Worker
  private failure: Error | null = null

  /** `signal`: its reason is thrown by what is being asked for. */
  constructor(
    bytes: Uint8Array,
    private readonly signal?: AbortSignal,
    megabytes = memoryMegabytes
  ) {
    const library = createRequire(import.meta.url).resolve('@e965/xlsx')
    this.worker = new Worker(threadSource, {
      eval: true,
      workerData: { library, bytes, options, rowsAtOnce },
      resourceLimits: { maxOldGenerationSizeMb: megabytes }
    })
    this.worker.on('error', (error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error))
    })
  }

  /** Names of the sheets, to be asked first and once; null: the file is no spreadsheet that can be read. */
  async sheets(): Promise<readonly string[] | null> {
    return (await this.answer()) as readonly string[] | null
  }

  /** The next rows of a sheet; none at its end. */
  async next(sheet: number): Promise<readonly RawRow[]> {
    this.worker.postMessage(sheet)
    return (await this.answer()) as readonly RawRow[]
  }

  async close(): Promise<void> {
    await this.worker.terminate()
  }

  private async answer(): Promise<unknown> {
    const { signal } = this
    try {
      if (this.failure !== null) throw this.failure
      const messages: readonly unknown[] = await once(
        this.worker,
        'message',
        signal === undefined ? {} : { signal }
      )
      return messages[0]
    } catch (error) {
      signal?.throwIfAborted()
      const { code } = error as NodeJS.ErrnoException
      throw code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SpreadsheetTooLarge() : error
    }
  }
}
