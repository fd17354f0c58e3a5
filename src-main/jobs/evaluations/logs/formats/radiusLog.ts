import type { Rejection } from '../events'
import type { LineReader, LogFormat } from './format'
import { dispatcher, radius } from './programs'
import { messageLines } from './syslog'
import { localTimeOfC, local } from './times'

/** FreeRADIUS's own `radius.log`: `Sat Nov 28 00:45:52 2026 : Auth: (0) …`, local time. */
export const radiusLog: LogFormat = {
  name: 'freeradius',
  namesRealm: true,
  timeOf(bytes) {
    const time = localTimeOfC(bytes.slice(0, 24))
    return time === null ? null : { time, timing: local }
  },
  open(sink): LineReader {
    const reader = dispatcher(sink, [radius])
    return messageLines(sink, reader, (bytes, offset): Rejection | null => {
      const time = localTimeOfC(bytes.slice(0, 24))
      if (time === null || !bytes.startsWith(' : ', 24)) return 'timeUnreadable'
      return reader.read({
        ...{ time, timing: local, source: '', program: 'radiusd', offset },
        text: bytes.slice(27)
      })
    })
  }
}
