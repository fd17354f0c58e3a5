import type { Rejection } from '../../events'
import type { Sink } from '../format'
import { dovecot } from './dovecot'
import { fullAudit } from './fullAudit'
import { postfix } from './postfix'
import type { Message, MessageReader, Program } from './program'
import { radius } from './radius'
import { slapd } from './slapd'

/** The services whose messages are read, whatever carries them. */
export const programs: readonly Program[] = [slapd, postfix, dovecot, radius, fullAudit]

/** Gives each message to the reader of its service: `otherProgram` where there is none. */
export function dispatcher(sink: Sink, known: readonly Program[] = programs): MessageReader {
  const readers = known.map((program) => ({ program, reader: program.open(sink) }))
  return {
    read(message: Message): Rejection | null {
      const found = readers.find(({ program }) => program.accepts(message.program))
      return found === undefined ? 'otherProgram' : found.reader.read(message)
    },
    forget() {
      for (const { reader } of readers) reader.forget()
    }
  }
}

export { dovecot, fullAudit, postfix, radius, slapd }
