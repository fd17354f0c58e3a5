import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/**
 * What comes out of a transform that is fed from a source, with as much under way as its buffers hold. An error of the
 * source is thrown here, and whoever stops listening has let the source go when `return` resolves.
 */
export async function* through(
  source: AsyncIterable<Uint8Array | string>,
  transform: Transform
): AsyncGenerator<Uint8Array> {
  const piped = pipeline(Readable.from(source), transform).catch(() => undefined)
  try {
    for await (const bytes of transform) yield bytes as Uint8Array
  } finally {
    transform.destroy()
    await piped
  }
}
