const lineFeed = 0x0a

/** Reads a stream of bytes in portions of the reader's choice, whatever portions it comes in. */
export class ByteReader {
  private readonly source: AsyncIterator<Uint8Array>
  private waiting: Uint8Array = new Uint8Array()
  private ended = false

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.source = bytes[Symbol.asyncIterator]()
  }

  /** So many bytes; fewer only at the end. */
  async take(count: number): Promise<Uint8Array> {
    const parts: Uint8Array[] = []
    let missing = count
    while (missing > 0 && (await this.hasMore())) {
      const part = this.waiting.subarray(0, missing)
      this.waiting = this.waiting.subarray(part.length)
      missing -= part.length
      parts.push(part)
    }
    return Buffer.concat(parts)
  }

  /** Bytes to the next line feed, without it; at most `maximum`, then the line feed stays where it is. */
  async line(maximum: number): Promise<{ readonly bytes: Uint8Array; readonly complete: boolean }> {
    const parts: Uint8Array[] = []
    let room = maximum
    while (await this.hasMore()) {
      const end = this.waiting.indexOf(lineFeed)
      const length = end < 0 ? this.waiting.length : end
      const part = this.waiting.subarray(0, Math.min(length, room))
      parts.push(part)
      room -= part.length
      if (end >= 0 && part.length === length) {
        this.waiting = this.waiting.subarray(length + 1)
        return { bytes: Buffer.concat(parts), complete: true }
      }
      this.waiting = this.waiting.subarray(part.length)
      if (room === 0) break
    }
    return { bytes: Buffer.concat(parts), complete: false }
  }

  /** Whether anything is left. */
  async hasMore(): Promise<boolean> {
    while (this.waiting.length === 0 && !this.ended) {
      const next = await this.source.next()
      if (next.done === true) this.ended = true
      else this.waiting = next.value
    }
    return this.waiting.length > 0
  }

  /** Lets the source go, wherever the reading has come to. */
  async close(): Promise<void> {
    this.ended = true
    this.waiting = new Uint8Array()
    await this.source.return?.()
  }
}
