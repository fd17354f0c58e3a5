import { z } from 'zod'

/**
 * What Active Directory has no attribute for stands as lines of its own in `info` (the field "Notes" of the
 * administration tools), so that every PC of the school reads the same. All other lines belong to other people
 * and stay as they are.
 */
export interface Marks {
  /** The day on which the person was marked as having left, `YYYY-MM-DD`. */
  readonly leaverSince: string | null
  /** When a suspension is to be lifted, ISO, UTC. The server itself does not end it. */
  readonly suspendedUntil: string | null
}

const prefixes = { leaverSince: 'netzwart:leaver=', suspendedUntil: 'netzwart:suspendedUntil=' } as const
const formats = { leaverSince: z.iso.date(), suspendedUntil: z.iso.datetime() } as const
const names = ['leaverSince', 'suspendedUntil'] as const

/** The marks of an `info` value. A line that only looks like a mark is other people's text. */
export function readMarks(info: string | undefined): Marks {
  const marks: { -readonly [Name in keyof Marks]: string | null } = {
    leaverSince: null,
    suspendedUntil: null
  }
  for (const line of linesOf(info)) {
    for (const name of names) marks[name] = valueOf(line, name) ?? marks[name]
  }
  return marks
}

/** The `info` value that has these marks and all other lines of the old one; undefined: nothing is left. */
export function writeMarks(info: string | undefined, marks: Marks): string | undefined {
  const present = readMarks(info)
  if (names.every((name) => present[name] === marks[name])) return info
  const others = linesOf(info).filter((line) => names.every((name) => valueOf(line, name) === null))
  const own = names.flatMap((name) => {
    const value = marks[name]
    return value === null ? [] : [`${prefixes[name]}${value}`]
  })
  const lines = [...others, ...own]
  return lines.length === 0 ? undefined : lines.join('\r\n')
}

function linesOf(info: string | undefined): string[] {
  return info === undefined || info === '' ? [] : info.split(/\r\n|\r|\n/)
}

function valueOf(line: string, name: keyof Marks): string | null {
  const text = line.trim()
  if (!text.startsWith(prefixes[name])) return null
  const value = text.slice(prefixes[name].length)
  return formats[name].safeParse(value).success ? value : null
}
