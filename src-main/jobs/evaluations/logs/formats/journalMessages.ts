import type { Rejection } from '../events'
import { logFormats } from '.'
import type { LogFormat } from './format'
import { JournalExport, journalExport } from './journalExport'

/** Formats whose lines a service can as well write as messages: each stands for itself, and is no carrier of others. */
const messageFormats = logFormats.filter(
  (format) =>
    format.timeOf !== undefined &&
    format.cut === undefined &&
    [format.binary, format.carriesOthers, format.joins].every((has) => has !== true)
)

/** The names of these formats. */
export const messageFormatNames: readonly string[] = messageFormats.map(({ name }) => name)

/**
 * What entries of a journal hold, in the export format: lines of a format, or, where none is named, what their programs write. null: no
 * message holds lines of this format.
 */
export function journalOf(name: string | null): LogFormat | null {
  if (name === null) return journalExport
  const found = messageFormats.find((format) => format.name === name)
  return found === undefined ? null : messagesOf(found)
}

function messagesOf(inner: LogFormat): LogFormat {
  return {
    name: inner.name,
    ...(inner.namesRealm === undefined ? {} : { namesRealm: inner.namesRealm }),
    binary: true,
    open(sink, facts) {
      let told: Rejection | null = null
      const lines = inner.open(
        {
          event: (event) => sink.event(event),
          parsed: () => (told = null),
          rejected: (reason) => (told = reason)
        },
        facts
      )
      return new JournalExport(sink, {
        read({ text, offset }) {
          // A message with a line break would be two lines, of which somebody else may have written the second.
          if (text.includes('\n')) return 'ambiguous'
          told = 'malformed'
          lines.line(text, offset)
          return told
        },
        forget: () => lines.forget()
      })
    }
  }
}
