import type { LogEvent, Rejection } from '../events'
import type { LineReader, LogFormat, Sink } from './format'
import { textOf } from './text'
import { exact, webServerTime } from './times'

/**
 * CUPS page_log with the format of its manual: `printer user job [time] page copies billing host title media sides`. Nothing is quoted:
 * the client chooses user and title, with spaces and line breaks. So every name is a claim, and what follows a record that a
 * line break in its title has broken is no record until that one has ended.
 */
export const cups: LogFormat = { name: 'cups', open: (sink) => new PageLog(sink) }

const form = /^(\S+) (.+?) (\d+) \[([^\]]{26})\] (total|\d+) (\d+) (\S+) (\S+)(?: (.*))?$/

class PageLog implements LineReader {
  private isBroken = false

  constructor(private readonly sink: Sink) {}

  line(bytes: string, offset: number): void {
    if (this.isBroken) {
      // The rest of the title, whatever it looks like; the record ends with its media and sides.
      if (/(?:^| )\S+ \S+$/.test(bytes)) this.isBroken = false
      this.sink.rejected('insideBrokenRecord', offset, 1)
      return
    }
    const read = bytes === '' ? 'empty' : readRecord(bytes, offset)
    if (typeof read !== 'string') {
      this.sink.event(read)
      this.sink.parsed(1)
      return
    }
    this.isBroken = read === 'cutOff'
    this.sink.rejected(read, offset, 1)
  }

  end(): void {
    this.isBroken = false
  }

  forget(): void {
    this.isBroken = false
  }
}

function readRecord(bytes: string, offset: number): LogEvent | Rejection {
  const found = form.exec(bytes)
  if (found === null) return 'malformed'
  const [, printer = '', user = '', job = '', written = '', page = '', copies = '', , host = '', rest = ''] =
    found
  const time = webServerTime(written)
  if (time === null) return 'timeUnreadable'
  // Title, media, sides: at least three words, or the title has broken the line.
  const words = rest.split(' ')
  if (words.length < 3) return 'cutOff'
  return {
    act: 'print',
    time,
    timing: exact,
    person: textOf(user),
    surety: 'claimed',
    address: null,
    device: null,
    details: {
      printer: textOf(printer),
      host: textOf(host),
      job: Number(job),
      page,
      pages: Number(copies),
      title: textOf(words.slice(0, -2).join(' '))
    },
    offset
  }
}
