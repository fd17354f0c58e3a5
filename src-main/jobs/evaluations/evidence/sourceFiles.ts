import { basename, dirname, join } from 'node:path'
import type { LogSource } from '../../../contract/orders'
import type { LogFiles } from '../../../world/logs/port'
import { isSameLog } from '../logs/rotation'

/**
 * The files of a source: a file with its rotated predecessors, all files of a folder, or those that a pattern means. Empty: there is
 * nothing, or nobody may look.
 */
export async function filesOf(logs: LogFiles, { path }: Pick<LogSource, 'path'>): Promise<readonly string[]> {
  const pattern = basename(path)
  if (pattern.includes('*')) {
    const beside = await logs.list(dirname(path))
    const isMeant = matcherOf(pattern)
    return beside.ok ? (beside.value ?? []).filter((file) => isMeant(basename(file))) : []
  }
  const inside = await logs.list(path)
  if (inside.ok && inside.value !== null) return inside.value
  // Also where the newest part is just being renamed: its predecessors are there.
  const beside = await logs.list(dirname(path))
  const file = join(dirname(path), pattern)
  return beside.ok ? (beside.value ?? []).filter((other) => isSameLog(file, other)) : []
}

/** `*` stands for anything, all else for itself. */
function matcherOf(pattern: string): (name: string) => boolean {
  const [first = '', ...rest] = pattern.split('*')
  const last = rest.pop() ?? ''
  return (name) => {
    if (!name.startsWith(first) || !name.endsWith(last)) return false
    let place = first.length
    for (const part of rest) {
      const found = name.indexOf(part, place)
      if (found < 0) return false
      place = found + part.length
    }
    return place + last.length <= name.length
  }
}
