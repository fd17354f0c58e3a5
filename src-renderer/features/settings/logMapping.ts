import {
  csvFields,
  mappedFormats,
  type CsvField,
  type CsvMapping,
  type LogMapping
} from '../../../src-main/contract/logMappings'

/** What a format of the school's own looks like before anything is entered; null: the format needs no such words. */
export function emptyMapping(format: string | null): LogMapping | null {
  switch (mappedFormats.find((mapped) => mapped === format)) {
    case 'squid-logformat':
      return { format: 'squid-logformat', logformat: '' }
    case 'freeradius-linelog':
      return { format: 'freeradius-linelog', messages: [{ act: 'signIn', words: '' }] }
    case 'csv':
      return {
        ...{ format: 'csv', delimiter: ';', header: true, time: 'iso', acts: [], otherwise: 'signIn' },
        columns: { ...noColumns(), time: '' }
      }
    case undefined:
      return null
  }
}

function noColumns(): Record<CsvField, null> {
  return Object.fromEntries(csvFields.map((field) => [field, null])) as Record<CsvField, null>
}

/** Whether all of it is there that main asks for; what is wrong with it main says. */
export function isMappingComplete(mapping: LogMapping): boolean {
  switch (mapping.format) {
    case 'squid-logformat':
      return mapping.logformat.trim() !== ''
    case 'freeradius-linelog':
      return mapping.messages.every(({ words }) => words.trim() !== '')
    case 'csv':
      return isTableComplete(mapping)
  }
}

function isTableComplete({ columns, time, acts }: CsvMapping): boolean {
  return columns.time.trim() !== '' && time.trim() !== '' && acts.every(({ word }) => word.trim() !== '')
}
