import type { LogMapping } from '../../../contract/logMappings'
import { mappedFormats } from '../../../contract/logMappings'
import { fail, succeed, type Result } from '../../../contract/result'
import type { LogEvent } from './events'
import { logFormats } from './formats'
import { ownsRealm, type LogFormat } from './formats/format'
import { isMapped, mappedFormat, namesRealmMapped } from './formats/mapped'
import { unknownFormat } from './formats/unknown'

/** What somebody says about the format of a log. */
interface AskedFormat {
  /** A name of `logFormatNames`; null: it is recognised by content. */
  readonly format: string | null
  /** What a format of the school's own looks like; absent: the format needs no such words. */
  readonly mapping?: LogMapping | undefined
}

/** All that a source can be of. */
export const logFormatNames: readonly string[] = [...logFormats.map(({ name }) => name), ...mappedFormats]

/**
 * The format that is meant; null: it is recognised by content. `logSources.formatUnknown`, `logs.mappingMissing` (also where the mapping is
 * another format's), and what is wrong with a mapping.
 */
export function askedFormat({ format, mapping }: AskedFormat): Result<LogFormat | null> {
  if (format === null) return succeed(null)
  if (!isMapped(format)) {
    const known = logFormats.find(({ name }) => name === format)
    return known === undefined ? fail('logSources.formatUnknown', { format }) : succeed(known)
  }
  if (mapping?.format !== format) return fail('logs.mappingMissing', { format })
  const made = mappedFormat(mapping)
  return typeof made === 'string' ? fail(made) : succeed(made)
}

/** The same for whoever reads at once: of what this version cannot read, no line is an event, and each says so. */
export function formatToRead(wanted: AskedFormat): LogFormat | null {
  const asked = askedFormat(wanted)
  return asked.ok ? asked.value : unknownFormat
}

/** Whether realm or domain of a name are the school's own, by the name of the format; null: nobody knows it. */
export function namesRealm(format: string | null, event: LogEvent): boolean {
  if (format !== null && namesRealmMapped(format)) return true
  return ownsRealm(logFormats.find(({ name }) => name === format) ?? null, event)
}
