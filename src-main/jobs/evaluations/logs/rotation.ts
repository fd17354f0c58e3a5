import { basename, dirname, join } from 'node:path'

/** One file of a log that logrotate has cut into several. */
export interface LogPart {
  readonly file: string
  /** Names of the parts that are missing between the one before and this one. */
  readonly missing: readonly string[]
  /** Whether it goes on where the one before has ended, as far as names can say. */
  readonly follows: boolean
}

interface Named {
  readonly file: string
  /** The log as a whole. */
  readonly log: string
  /** 0: being written; the higher the older. */
  readonly age: number
  /** `20261127`, of logrotate's `dateext`, or of an archive of Windows; empty: none. */
  readonly date: string
}

/** `Archive-Security-2026-11-28-01-05-22-186.evtx`: what Windows makes of a full `Security.evtx` where it archives. */
const archiveForm = /^Archive-(.+)-(\d{4}(?:-\d\d){5}-\d{3})(\.evtx)$/i

/**
 * Orders files as they were written, the oldest first, log by log: `access.log.2.gz`, `access.log.1`, `access.log`. A number that is left
 * out is a missing part; between files named by a day nobody can say.
 */
export function orderParts(files: readonly string[]): readonly (readonly LogPart[])[] {
  const logs = new Map<string, Named[]>()
  for (const part of [...new Set(files)].map(nameOf))
    logs.set(part.log, [...(logs.get(part.log) ?? []), part])
  return [...logs.values()].map((named) => {
    const ordered = named.toSorted(
      (left, right) => right.age - left.age || compareDates(left.date, right.date)
    )
    return ordered.map((part, index) => {
      const before = ordered[index - 1]
      const gap = before?.date === '' && part.date === '' ? before.age - part.age : 0
      const missing = Array.from(
        { length: Math.max(0, gap - 1) },
        (_, place) => `${basename(part.log)}.${before === undefined ? 0 : before.age - 1 - place}`
      )
      return { file: part.file, missing, follows: gap === 1 }
    })
  })
}

/** Path of the log that a file is a part of, the same for all its parts and at any time. */
export function logOf(file: string): string {
  return nameOf(file).log
}

/** Whether two files are parts of one log, as far as names can say. */
export function isSameLog(one: string, other: string): boolean {
  return logOf(one) === logOf(other)
}

/** Days in the order of time; the file without one is being written. */
function compareDates(left: string, right: string): number {
  if (left === right) return 0
  if (left === '' || right === '') return left === '' ? 1 : -1
  return left < right ? -1 : 1
}

function nameOf(file: string): Named {
  const bare = basename(file).replace(/\.(?:gz|zst|xz|bz2)$/, '')
  const [, archived, archivedAt = '', extension = ''] = archiveForm.exec(bare) ?? []
  if (archived !== undefined)
    return { file, log: join(dirname(file), archived + extension), age: 0, date: archivedAt }
  const found = /^(.+?)(?:\.(\d{1,4})|[-.](\d{8}(?:-\d+)?)|\.(old))$/.exec(bare)
  const [, name = bare, number, date = '', old] = found ?? []
  const age = number === undefined ? (old === undefined ? 0 : 1) : Number(number)
  return { file, log: join(dirname(file), name), age, date }
}
