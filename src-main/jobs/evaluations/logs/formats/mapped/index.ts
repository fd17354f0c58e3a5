import type { FailureCode } from '../../../../../contract/failures'
import { mappedFormats, type LogMapping } from '../../../../../contract/logMappings'
import type { LogFormat } from '../format'
import { csv } from './csv'
import { linelog } from './linelog'
import { squidLogformat } from './squidLogformat'

/** The format that somebody has described; else what is wrong with the description. */
export function mappedFormat(mapping: LogMapping): LogFormat | FailureCode {
  switch (mapping.format) {
    case 'squid-logformat':
      return squidLogformat(mapping.logformat)
    case 'freeradius-linelog':
      return linelog(mapping.messages)
    case 'csv':
      return csv(mapping)
  }
}

export function isMapped(name: string): boolean {
  return mappedFormats.some((mapped) => mapped === name)
}

/** Names of them in which realm or domain of a name are the service's own. */
export function namesRealmMapped(name: string): boolean {
  return isMapped(name) && name !== 'csv'
}
