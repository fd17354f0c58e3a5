import { crc32, deflateRawSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { expect } from 'vitest'
import type { RosterReading } from '../../../../../src-main/contract/roster'
import {
  readRoster,
  type RosterResult,
  type RosterSource
} from '../../../../../src-main/jobs/accounts/roster'

export const today = '2026-08-17'

/** A source of one or several files; text is written in the given encoding. */
export function sourceOf(
  files: Readonly<Record<string, string | Uint8Array>>,
  encoding = 'utf-8'
): RosterSource {
  return {
    name: Object.keys(files)[0] ?? 'leer',
    files: Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? iconv.encode(content, encoding) : content
    }))
  }
}

/** Reads and expects success. */
export async function readOk(
  source: RosterSource,
  reading: RosterReading = {},
  guardians = false
): Promise<RosterResult> {
  const result = await readRoster(source, reading, { today, guardians })
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.parameters)}`)
  const { counts, entries, rejected } = result.value
  expect(counts.rows).toBe(counts.accepted + counts.merged + counts.rejected)
  expect([entries.length, rejected.length]).toEqual([counts.accepted, counts.rejected])
  return result.value
}

export async function failureOf(source: RosterSource, reading: RosterReading = {}): Promise<string> {
  const result = await readRoster(source, reading, { today })
  return result.ok ? 'no failure' : result.failure.code
}

/** `family, given | birth date | id | classes` of every person. */
export function persons(result: RosterResult): string[] {
  return result.entries.map(
    (entry) =>
      `${entry.familyName}, ${entry.givenName} | ${entry.birthDate ?? '-'} | ${entry.schoolId ?? '-'} | ${entry.classes.join(' ')}`
  )
}

/** `line code` of every rejected row. */
export function rejections(result: RosterResult): string[] {
  return result.rejected.map((row) => `${row.line} ${row.code}`)
}

interface ZipEntry {
  readonly name: string
  readonly content: Uint8Array
  /** What the archive claims instead of the truth. */
  readonly claimedSize?: number
  readonly encrypted?: boolean
  readonly checksum?: number
}

/** Writes a zip by hand, so that it can also lie. */
export function zipOf(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const data = deflateRawSync(entry.content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.encrypted === true ? 1 : 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(entry.checksum ?? crc32(entry.content), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(entry.claimedSize ?? entry.content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, name]))
    parts.push(local)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...parts, central, Buffer.from('PK\x05\x06', 'latin1'), end])
}
