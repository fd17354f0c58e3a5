import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/*
 * [Note: error log without personal data]
 * A message may quote a pupil's name, a DN or a password, and a path holds the name of whoever is signed in
 * at the PC. So an entry has the kind of error, its code and where in the program it happened, never what it
 * said. A memory dump would hold everything at once; that is why no crash reporter is started and a crash is
 * one line here.
 */

/** One line of the error log. */
export interface ErrorEntry {
  /** ISO, UTC. */
  readonly at: string
  /** The number that the window shows for it. */
  readonly reference: string
  /** What was being done: an operation's name or a process's fate. */
  readonly where: string
  readonly kind: string
  readonly code: string | null
  /** Frames of the stack: function, file without its folder, line. */
  readonly frames: readonly string[]
}

export interface ErrorLog {
  /** Writes the bug down once and answers its reference number; the same error object keeps its number. */
  write(where: string, error: unknown): string
}

const maximumBytes = 1_000_000
const keptFiles = 3

/** Opens the log `errors.jsonl` in the folder: JSON lines, rotated at 1 MB, three older files kept. */
export function openErrorLog(folder: string, now: () => Date = () => new Date()): ErrorLog {
  const file = join(folder, 'errors.jsonl')
  const known = new WeakMap<object, string>()
  return {
    write(where, error) {
      const seen = typeof error === 'object' && error !== null ? known.get(error) : undefined
      if (seen !== undefined) return seen
      const reference = randomBytes(4).toString('hex')
      if (typeof error === 'object' && error !== null) known.set(error, reference)
      const entry: ErrorEntry = { at: now().toISOString(), reference, where, ...describe(error) }
      try {
        // Synchronous: after an uncaught exception nobody may live to wait for a promise.
        mkdirSync(folder, { recursive: true, mode: 0o700 })
        rotate(file)
        appendFileSync(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 })
      } catch {
        // A full disk must not turn one error into two; the reference is still shown.
      }
      return reference
    }
  }
}

/** Kind, code and place of an error, without its words. */
export function describe(error: unknown): Pick<ErrorEntry, 'kind' | 'code' | 'frames'> {
  if (!(error instanceof Error)) return { kind: typeof error, code: null, frames: [] }
  const code = 'code' in error && isCode(error.code) ? String(error.code) : null
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => withoutFolders(line.trim()))
  return { kind: error.name, code, frames }
}

/** Codes are words of the program (`ENOENT`, `SQLITE_BUSY`) or numbers, never sentences. */
function isCode(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code))
}

function withoutFolders(frame: string): string {
  return frame.replace(
    /(\(|^at (?:async )?)([^()]*?)((?::\d+){1,2}\)?)$/,
    (_all, before: string, path: string, place: string) => {
      return before + basename(path.replaceAll('\\', '/')) + place
    }
  )
}

function rotate(file: string): void {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) < maximumBytes) return
  rmSync(`${file}.${String(keptFiles)}`, { force: true })
  for (let number = keptFiles - 1; number >= 1; number -= 1) {
    if (statSync(`${file}.${String(number)}`, { throwIfNoEntry: false }) !== undefined) {
      renameSync(`${file}.${String(number)}`, `${file}.${String(number + 1)}`)
    }
  }
  renameSync(file, `${file}.1`)
}
