import type { OpenedLog } from '../../../world/logs/port'
import type { BlockForm, BlockSpan } from '../logs/formats/format'
import { exact, type KnownTime } from '../logs/formats/times'
import { disorderOf } from './window'

/** Where in a file of blocks everything lies that a stretch of time covers. */
export interface BlockStretch {
  /** Where to begin, and where to end; null: with the file. */
  readonly from: number
  readonly until: number | null
  /** The oldest record of the file. */
  readonly first: KnownTime
}

interface Block extends BlockSpan {
  readonly at: number
}

/**
 * Finds the blocks that a stretch of time can lie in, by their first and last record, without reading them. A log that is written over
 * from its beginning when it is full has its oldest block anywhere. null: the file is to be read whole (a block does not say, or time
 * goes back in it, or it was sent by other
 * computers, which a few of its blocks show).
 */
export async function findBlocks(
  log: OpenedLog,
  form: BlockForm,
  { from, until }: { readonly from: number; readonly until: number }
): Promise<BlockStretch | null> {
  const blocks = await blocksOf(log, form)
  const byAge = blocks?.toSorted((left, right) => left.number - right.number) ?? []
  const [oldest] = byAge
  const newest = byAge.at(-1)
  if (blocks === null || oldest === undefined || newest === undefined || !areInOrder(blocks, byAge))
    return null
  const meant = blocks.filter(({ first, last }) => first < until && last >= from)
  // Nothing was written then; the block before says so.
  const read = meant.length > 0 ? meant : [byAge.findLast(({ first }) => first < until) ?? oldest]
  for (const { at } of [oldest, newest, read[0] ?? oldest]) {
    const block = await log.peek(at, form.bytes)
    if (block === null || !form.isOwn(block)) return null
  }
  const places = read.map(({ at }) => at)
  const begin = Math.min(...places)
  return {
    from: begin === form.first ? 0 : begin,
    // Behind the newest block there may be one that is damaged from its head on.
    until: read.includes(newest) ? null : Math.max(...places) + form.bytes,
    first: { time: oldest.first, timing: exact }
  }
}

/** In the order of the file. null: one of them does not say what it holds. */
async function blocksOf(log: OpenedLog, form: BlockForm): Promise<readonly Block[] | null> {
  const blocks: Block[] = []
  let isOver = false
  for (let at = form.first; at < log.size; at += form.bytes) {
    const span = await form.span((place, length) => log.peek(place, length), at)
    if (span === null || (isOver && span !== 'unused')) return null
    if (span === 'unused') isOver = true
    else blocks.push({ ...span, at })
  }
  return blocks
}

function areInOrder(blocks: readonly Block[], byAge: readonly Block[]): boolean {
  const disorder = disorderOf(exact)
  const seams = blocks.filter(({ number }, index) => number < (blocks[index - 1]?.number ?? number))
  return (
    seams.length <= 1 &&
    byAge.every(
      ({ first, last }, index) =>
        last >= first - disorder && first >= (byAge[index - 1]?.last ?? first) - disorder
    )
  )
}
