import { z } from 'zod'
import { acts } from './logEvents'

/** What a log says that each school writes in its own way: which place of a line is what. */

/** Squid's `logformat` as it stands in `squid.conf`, with or without `logformat NAME` before it. */
export const squidLogformatSchema = z.strictObject({
  format: z.literal('squid-logformat'),
  logformat: z.string().trim().min(1).max(2000)
})

/** What a message of FreeRADIUS's linelog can be about. */
export const linelogActs = [
  'signIn',
  'signInRefused',
  'networkStart',
  'networkUpdate',
  'networkStop'
] as const

/** FreeRADIUS's linelog: its messages as they stand in the module's file (`%t %{User-Name} …`), each with what it means. */
export const linelogSchema = z.strictObject({
  format: z.literal('freeradius-linelog'),
  messages: z
    .array(z.strictObject({ act: z.enum(linelogActs), words: z.string().trim().min(1).max(1000) }))
    .min(1)
    .max(20)
})

export const csvDelimiters = [';', ',', '\t', '|'] as const

/** What columns of a table are: all but the time may be missing. */
export const csvFields = [
  'time',
  'person',
  'address',
  'device',
  'act',
  'url',
  'bytes',
  'path',
  'status'
] as const
export type CsvField = (typeof csvFields)[number]

/** Name of a column where the table has a first line with names, else its number, from 1 on. */
const column = z.string().trim().min(1).max(100)

export const csvSchema = z.strictObject({
  format: z.literal('csv'),
  delimiter: z.enum(csvDelimiters),
  /** The first line of each file names the columns. */
  header: z.boolean(),
  columns: z.strictObject({
    time: column,
    person: column.nullable(),
    address: column.nullable(),
    device: column.nullable(),
    act: column.nullable(),
    url: column.nullable(),
    bytes: column.nullable(),
    path: column.nullable(),
    status: column.nullable()
  }),
  /**
   * How the time is written: `iso`, `seconds` and `milliseconds` since 1970, or directives of strftime (`%d.%m.%Y %H:%M:%S`), which
   * is local time unless `%z` or `%s` stands in it.
   */
  time: z.string().trim().min(1).max(100),
  /** What the words in the column `act` mean, whatever their case; rows with other words, or all without such a column, are `otherwise`. */
  acts: z.array(z.strictObject({ word: z.string().trim().min(1).max(100), act: z.enum(acts) })).max(50),
  /** null: they say nothing. */
  otherwise: z.enum(acts).nullable()
})
export type CsvMapping = z.infer<typeof csvSchema>

export const logMappingSchema = z.discriminatedUnion('format', [
  squidLogformatSchema,
  linelogSchema,
  csvSchema
])
export type LogMapping = z.infer<typeof logMappingSchema>

/** Formats that are read only with such words of the administrators. */
export const mappedFormats = ['squid-logformat', 'freeradius-linelog', 'csv'] as const
