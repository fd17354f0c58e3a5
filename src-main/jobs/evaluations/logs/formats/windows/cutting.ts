import { maximumLineBytes } from '../../lines'
import type { CutTaker, Cutter } from '../format'

/** How much of a record that is too long is shown to its reader. */
const beginningBytes = 64

/**
 * Cuts an exported file into records that are no lines. Windows writes such files in UTF-8 or in UTF-16 (PowerShell's `>`), with or
 * without a mark at the beginning: records are handed over in UTF-8, as strings of bytes, with their place in the file as it is.
 */
export abstract class RecordCutter implements Cutter {
  /** Bytes of one unit of text; 0: nothing has come yet. */
  private unit = 0
  private undecoded: Buffer = Buffer.alloc(0)
  /** What the last scan has left for the next, and its place. */
  private left = ''
  private at = 0
  /** The record that is open: its place, what is kept of it, and in bytes what is not; null: none is. */
  private open: { readonly offset: number; text: string; dropped: number } | null = null

  constructor(private readonly taker: CutTaker) {}

  /** Looks through text, in which a record may have been begun before. @returns how much of it need not be seen again. */
  protected abstract scan(text: string): number

  take(piece: Uint8Array): void {
    const bytes = Buffer.concat([this.undecoded, piece])
    if (this.unit === 0 && bytes.length < 3) this.undecoded = bytes
    else this.decode(bytes)
  }

  end(): { readonly offset: number; readonly isLeft: boolean } {
    if (this.unit === 0 && this.undecoded.length > 0) this.decode(this.undecoded)
    const isOpen = this.open !== null || this.left.trim() !== ''
    return { offset: this.open?.offset ?? this.at, isLeft: isOpen }
  }

  protected get isOpen(): boolean {
    return this.open !== null
  }

  /** `place`: in the text that is being scanned. */
  protected begin(place: number): void {
    this.open = { offset: this.at + place * this.unit, text: '', dropped: 0 }
  }

  protected add(text: string, from: number, until: number): void {
    const { open, unit } = this
    if (open === null || from >= until) return
    if (open.dropped === 0 && (open.text.length + until - from) * unit <= maximumLineBytes)
      open.text += text.slice(from, until)
    else {
      open.dropped += (open.dropped === 0 ? open.text.length + until - from : until - from) * unit
      open.text = (open.text + text.slice(from, until)).slice(0, beginningBytes)
    }
  }

  protected close(): void {
    const { open } = this
    this.open = null
    if (open === null) return
    const bytes = this.unit === 1 ? open.text : Buffer.from(open.text, 'utf8').toString('latin1')
    if (open.dropped > 0) this.taker.tooLong(bytes, open.dropped, open.offset)
    else this.taker.line(bytes, open.offset)
  }

  private decode(bytes: Buffer): void {
    let from = 0
    if (this.unit === 0) {
      const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] !== 0 && bytes[1] === 0)
      this.unit = isWide ? 2 : 1
      if (isWide && bytes[0] === 0xff) from = 2
      else if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) from = 3
      this.at = from
    }
    const until = from + (bytes.length - from) - ((bytes.length - from) % this.unit)
    this.undecoded = Buffer.from(bytes.subarray(until))
    const text = this.left + bytes.toString(this.unit === 1 ? 'latin1' : 'utf16le', from, until)
    const seen = this.scan(text)
    this.left = text.slice(seen)
    this.at += seen * this.unit
  }
}

const eventEnd = '</Event>'
/** Longer than any of the tags around events. */
const longestTag = 4_096
const space = /[\s,]/

/** Cuts XML into `<Event>…</Event>`, with or without a root around them; what else stands there is a record of its own. */
export class EventElementCutter extends RecordCutter {
  private isInside = false

  protected scan(text: string): number {
    let at = 0
    for (;;) {
      if (this.isInside) {
        const end = text.indexOf(eventEnd, at)
        const until = end < 0 ? Math.max(at, text.length - eventEnd.length + 1) : end + eventEnd.length
        this.add(text, at, until)
        if (end < 0) return until
        this.close()
        this.isInside = false
        at = until
        continue
      }
      const tag = text.indexOf('<', at)
      this.addOther(text, at, tag < 0 ? text.length : tag)
      if (tag < 0) return text.length
      const end = text.indexOf('>', tag)
      if (end < 0 && text.length - tag < longestTag) return tag
      at = end < 0 ? text.length : end + 1
      const written = text.slice(tag, at)
      if (/^<Event[\s>]/.test(written)) {
        this.close()
        this.isInside = true
        this.begin(tag)
        this.add(text, tag, at)
      } else if (!/^<(?:\?xml\s|\/?Events[\s>])/.test(written)) this.addOther(text, tag, at)
      else this.close()
    }
  }

  /** Spaces between events are nothing. */
  private addOther(text: string, from: number, until: number): void {
    let begin = from
    if (!this.isOpen) {
      while (begin < until && space.test(text.charAt(begin))) begin++
      if (begin === until) return
      this.begin(begin)
    }
    this.add(text, begin, until)
  }
}

/** Cuts JSON into its outermost objects: one a line, or the members of a list. */
export class ObjectCutter extends RecordCutter {
  private depth = 0
  private isText = false

  protected scan(text: string): number {
    const mark = /[{}"\\\n]/g
    let at = 0
    for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
      const { index } = found
      const [character] = found
      if (this.depth === 0) {
        if (character === '{' || character === '\n') {
          this.addOther(text, at, index)
          this.close()
          at = index
        }
        if (character !== '{') continue
        this.begin(index)
        this.depth = 1
      } else if (this.isText) {
        if (character === '"') this.isText = false
        else if (character === '\\') {
          if (index + 1 >= text.length) {
            this.add(text, at, index)
            return index
          }
          mark.lastIndex = index + 2
        }
      } else if (character === '"') this.isText = true
      else if (character === '{') this.depth++
      else if (character === '}' && --this.depth === 0) {
        this.add(text, at, index + 1)
        this.close()
        at = index + 1
      }
    }
    if (this.depth === 0) this.addOther(text, at, text.length)
    else this.add(text, at, text.length)
    return text.length
  }

  /** What stands between members of a list is nothing. */
  private addOther(text: string, from: number, until: number): void {
    let begin = from
    if (!this.isOpen) {
      while (begin < until && /[\s,[\]]/.test(text.charAt(begin))) begin++
      if (begin === until) return
      this.begin(begin)
    }
    this.add(text, begin, until)
  }
}

/** Cuts CSV into rows, in which line breaks may stand between quotation marks. */
export class RowCutter extends RecordCutter {
  private isQuoted = false

  protected scan(text: string): number {
    const mark = /["\n]/g
    let at = 0
    for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
      if (found[0] === '"') this.isQuoted = !this.isQuoted
      else if (!this.isQuoted) {
        if (!this.isOpen) this.begin(at)
        this.add(text, at, found.index)
        this.close()
        at = found.index + 1
      }
    }
    if (at < text.length && !this.isOpen) this.begin(at)
    this.add(text, at, text.length)
    return text.length
  }
}
