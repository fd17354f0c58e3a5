import { createHash } from 'node:crypto'
import { readBackup, writeBackup, type BackupMeta } from '../../../../src-main/core/backup'
import { StoreFailure, type CopiedRow } from '../../../../src-main/world/store/port'

/** Cheap on purpose: what a passphrase costs is not what these tests are about. */
export const cost = { operations: 1, memory: 8192 }
export const passphrase = 'Ein Zug fährt über die Brücke'
const createdAt = '2026-11-22T08:00:00.000Z'

/** Content that does not become smaller, the same in every run. */
function noise(place: number, length: number): string {
  let text = ''
  for (let part = 0; text.length < length; part += 1) {
    text += createHash('sha512').update(`${place} ${part}`).digest('base64')
  }
  return text.slice(0, length)
}

function statementHash(sequence: number): string {
  return createHash('sha256').update(String(sequence)).digest('hex')
}

/** Rows of a made-up store, with so many statements of so many characters. */
export function sampleRows(statements: number, length = 40): CopiedRow[] {
  return [
    { table: 'documents', row: { name: 'settings', body: '{"school":"Gesamtschule Musterstadt"}' } },
    { table: 'plans', row: { hash: 'aa', undoes: null, place: 3, body: 'Zeile\nmit \u2028 und ü' } },
    ...Array.from({ length: statements }, (_, index) => ({
      table: 'statements',
      row: { sequence: index + 1, hash: statementHash(index + 1), text: noise(index, length), signature: 's' }
    })),
    { table: 'sealed_keys', row: { fingerprint: 'ff', sealed: 'AAECAw==' } }
  ]
}

export function sampleMeta(statements: number): BackupMeta {
  const head = statements === 0 ? null : { sequence: statements, hash: statementHash(statements) }
  return { createdAt, version: '0.1.0', kind: 'sqlite', deviceKey: new Uint8Array(32).fill(7), head }
}

export async function* asStream<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item)
}

export async function gather(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of stream) parts.push(part)
  return Buffer.concat(parts)
}

export async function sampleBackup(statements: number, length?: number): Promise<Buffer> {
  const rows = asStream(sampleRows(statements, length))
  return gather(writeBackup(rows, passphrase, sampleMeta(statements), cost))
}

/** The same bytes in portions of a size. */
export function* portions(bytes: Uint8Array, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** All rows, or the code of why the backup is refused, however late. */
export async function outcomeOf(
  bytes: Uint8Array,
  words = passphrase,
  portion = 65_536
): Promise<string | { readonly meta: BackupMeta; readonly rows: readonly CopiedRow[] }> {
  const read = await readBackup(asStream(portions(bytes, portion)), words)
  if (!read.ok) return read.failure.code
  try {
    const rows: CopiedRow[] = []
    for await (const row of read.value.rows) rows.push(row)
    return { meta: read.value.meta, rows }
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error
    return error.failure.code
  } finally {
    await read.value.close()
  }
}
