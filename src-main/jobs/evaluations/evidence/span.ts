import type { Gap } from '../../../contract/evidence'
import type { KnownTime } from '../logs/formats/times'
import { gapOf } from './event'
import type { FileRead } from './fileReading'
import type { TimeWindow } from './window'

/** From when to when a log has lines, over all its files. */
export class LogSpan {
  private first: KnownTime | null = null
  private last: KnownTime | null = null
  private isBefore = false
  private isBehind = false

  add({ account, file, isCut, beginsBefore }: FileRead): void {
    this.first ??= account.first
    this.last = account.last ?? this.last
    // A file that was last changed before the window has lines before it.
    if (beginsBefore ?? (file.bytes === 0 && account.first === null)) this.isBefore = true
    if (isCut) this.isBehind = true
  }

  gaps(window: TimeWindow, file: string): Gap[] {
    const gaps: Gap[] = []
    const { first, last } = this
    if (!this.isBefore && (first === null || window.beginsBefore(first))) {
      gaps.push(gapOf('beginsLater', file, { time: first?.time ?? null }))
    }
    if (!this.isBehind && (last === null || window.endsAfter(last))) {
      gaps.push(gapOf('endsEarlier', file, { time: last?.time ?? null }))
    }
    return gaps
  }
}
