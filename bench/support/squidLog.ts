import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** A small generator of numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Writes a log of a school's Squid in its own format: 1,200 made-up pupils behind addresses of their own, one line in twenty the proxy's
 * question for a sign-in.
 *
 * @param longestStep milliseconds between two lines at the most
 */
export async function writeSquidLog(file: string, lines: number, longestStep = 20): Promise<void> {
  const random = seeded(20_261_128)
  const below = (limit: number): number => Math.floor(random() * limit)
  const stream = createWriteStream(file)
  let time = 1_795_826_081_850
  let piece = ''
  for (let line = 0; line < lines; line++) {
    time += below(longestStep)
    const pupil = below(1200)
    const begin = `${Math.floor(time / 1000)}.${String(time % 1000).padStart(3, '0')} ${String(below(9000)).padStart(6)}`
    const address = `10.1.${Math.floor(pupil / 200)}.${pupil % 200}`
    const site = `http://www.beispiel${below(500)}.example/`
    piece +=
      random() < 0.05
        ? `${begin} ${address} TCP_DENIED/407 ${1700 + below(50)} GET ${site} - HIER_NONE/- text/html\n`
        : `${begin} ${address} TCP_MISS/200 ${below(200_000)} GET ${site}pfad/seite${below(9999)}.html m.muster${pupil} HIER_DIRECT/192.0.2.${below(250)} text/html\n`
    if (piece.length > 1_000_000 || line === lines - 1) {
      if (!stream.write(piece)) await once(stream, 'drain')
      piece = ''
    }
  }
  stream.end()
  await once(stream, 'finish')
}
