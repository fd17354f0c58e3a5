import type { LineReader, LogFormat, Sink } from './format'
import { fullAudit } from './programs'
import type { MessageReader } from './programs/program'
import { isoTime, type KnownTime } from './times'

/**
 * vfs_full_audit in Samba's own log (`full_audit:syslog = false`): a header with the local time, then one line of two spaces and
 * the record. A line break in a name stands as it is; what follows the record before the next header is no record. Whoever can make
 * folders from the Linux side can imitate a header with it, too, so that a name in this file is a claim; over syslog it is proved.
 */
export const sambaAudit: LogFormat = {
  name: 'samba-full-audit-file',
  namesRealm: true,
  open: (sink) => new AuditLog(sink)
}

const header = /^\[(\d{4})\/(\d\d)\/(\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?),/

class AuditLog implements LineReader {
  private known: KnownTime | null = null
  private isOver = true
  private readonly records: MessageReader

  constructor(private readonly sink: Sink) {
    this.records = fullAudit.open({
      event: (event) => sink.event({ ...event, surety: 'claimed' }),
      parsed: (lines) => sink.parsed(lines),
      rejected: (reason, offset, lines) => sink.rejected(reason, offset, lines)
    })
  }

  line(bytes: string, offset: number): void {
    const found = header.exec(bytes)
    if (found !== null) {
      const [, year, month, dayOfMonth, time] = found
      this.known = isoTime(`${year ?? ''}-${month ?? ''}-${dayOfMonth ?? ''} ${time ?? ''}`)
      this.isOver = !bytes.includes('full_audit')
      if (this.known === null) this.sink.rejected('timeUnreadable', offset, 1)
      else this.sink.parsed(1)
      return
    }
    const { known } = this
    if (bytes === '' || known === null || this.isOver || !bytes.startsWith('  ')) {
      this.sink.rejected(
        bytes === '' ? 'empty' : known === null ? 'timeUnreadable' : 'otherProgram',
        offset,
        1
      )
      return
    }
    this.isOver = true
    const rejection = this.records.read({
      ...known,
      ...{ source: '', program: 'smbd_audit', text: bytes.slice(2), offset }
    })
    if (rejection === null) this.sink.parsed(1)
    else this.sink.rejected(rejection, offset, 1)
  }

  end(): void {
    this.forget()
  }

  forget(): void {
    this.known = null
    this.isOver = true
  }
}
