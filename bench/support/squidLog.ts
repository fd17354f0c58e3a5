import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { SeededRandom } from '../../src-main/core/seededRandom'

/**
 * Writes a log of a school's Squid in its own format: 1,200 made-up pupils behind addresses of their own, one line in twenty the proxy's
 * question for a sign-in.
 *
 * @param longestStep milliseconds between two lines at the most
 */
export async function writeSquidLog(file: string, lines: number, longestStep = 20): Promise<void> {
  const random = new SeededRandom(20_261_128)
  const below = (limit: number): number => random.below(limit)
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
      random.next() < 0.05
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
