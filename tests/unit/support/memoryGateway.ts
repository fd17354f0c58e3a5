import { succeed } from '../../../src-main/contract/result'
import type { EntryRange, Gateway } from '../../../src-main/world/logs/journalGateway/requests'

/** An entry of a made-up journal; `time` in microseconds. */
export interface MadeUpEntry {
  readonly sequence: number
  readonly time: number
}

export interface GatewayTroubles {
  /** After so many entries the connection is lost, each time once. */
  readonly losses?: readonly number[]
  /** What happens at such a loss: the file with this number is deleted. */
  readonly deletesAtLoss?: number
  /** It begins so many entries before the one that it was told to begin with. */
  readonly repeats?: number
}

/**
 * A gateway as version 252 behaves: files that journald has written, each in order of time, one after the other in the order of their
 * numbers, whatever their times are. A cursor of time is looked for in each file by itself.
 */
export class MemoryGateway implements Gateway {
  readonly host = 'logs.schule.example:19531'
  /** Entries sent, all questions together. */
  sent = 0
  private readonly losses: number[]

  constructor(
    private files: readonly (readonly MadeUpEntry[])[],
    private readonly troubles: GatewayTroubles = {}
  ) {
    this.losses = [...(troubles.losses ?? [])]
  }

  ask: Gateway['ask'] = async (range, give) => {
    let sent = 0
    const lossAfter = range.count === null ? this.losses.shift() : undefined
    for (const entry of this.answer(range)) {
      if (sent === lossAfter) {
        const { deletesAtLoss } = this.troubles
        if (deletesAtLoss !== undefined) this.files = this.files.filter((_, place) => place !== deletesAtLoss)
        return succeed('lost')
      }
      sent++
      this.sent++
      give({ cursor: cursorOf(entry), time: entry.time, bytes: Buffer.from(`${entry.sequence}`) })
    }
    return succeed('whole')
  }

  private answer({ cursor, skip, count }: EntryRange): readonly MadeUpEntry[] {
    const all = this.files.flat()
    const most = count ?? all.length
    if (skip < 0) {
      const before = cursor === null ? all : this.upTo(cursor)
      // Its own way of counting: one back is the one before the last.
      const start = before[Math.max(0, before.length - 1 + skip)]
      return start === undefined ? [] : all.slice(all.indexOf(start)).slice(0, most)
    }
    const following = cursor === null ? all : this.from(cursor)
    const repeats = this.troubles.repeats ?? 0
    if (repeats === 0 || cursor?.startsWith('t=') !== false) return following.slice(skip).slice(0, most)
    const [first] = following
    const place = first === undefined ? all.length : all.indexOf(first)
    return [...all.slice(Math.max(0, place - repeats), place), ...following].slice(0, most)
  }

  private from(cursor: string): readonly MadeUpEntry[] {
    const isMeant = meantBy(cursor, (left, right) => left >= right)
    return this.files.flatMap((file) => {
      const place = file.findIndex(isMeant)
      return place < 0 ? [] : file.slice(place)
    })
  }

  private upTo(cursor: string): readonly MadeUpEntry[] {
    const isMeant = meantBy(cursor, (left, right) => left <= right)
    return this.files.flatMap((file) => file.slice(0, file.findLastIndex(isMeant) + 1))
  }
}

function cursorOf({ sequence, time }: MadeUpEntry): string {
  return `s=0;i=${sequence.toString(16)};t=${time.toString(16)}`
}

function meantBy(
  cursor: string,
  compare: (left: number, right: number) => boolean
): (entry: MadeUpEntry) => boolean {
  const [, sequence] = /;i=([0-9a-f]+);/.exec(cursor) ?? []
  const [, time = ''] = /t=([0-9a-f]+)$/.exec(cursor) ?? []
  return sequence === undefined
    ? (entry) => compare(entry.time, Number.parseInt(time, 16))
    : (entry) => compare(entry.sequence, Number.parseInt(sequence, 16))
}
