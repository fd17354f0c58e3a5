import { createGunzip, createGzip } from 'node:zlib'
import { succeed, type Result } from '../../contract/result'
import { StoreFailure, type CopiedRow } from '../../world/store/port'
import { usualCost, type PassphraseCost } from '../people/passphrase'
import { ByteReader } from './byteReader'
import { damaged, opened, sealed } from './container'
import { linesOf, RecordReader, type BackupMeta } from './records'
import { through } from './through'

export { Tally } from './tally'
export type { BackupMeta } from './records'

/** A backup that is being read. */
export interface OpenBackup {
  readonly meta: BackupMeta
  /**
   * Every row, once. Throws a StoreFailure (`backup.damaged`) where the backup is cut off or changed, at the latest
   * after the last row: rows count only when all of them were read.
   */
  readonly rows: AsyncIterable<CopiedRow>
  /** Lets the file go, wherever the reading has come to. */
  close(): Promise<void>
}

/**
 * Writes a backup: the rows and the device key, compressed and sealed with a passphrase
 * (`[Note: netzwart-backup-1]`). Holds a few rows at a time. An error of the rows is thrown on.
 */
export async function* writeBackup(
  rows: AsyncIterable<CopiedRow>,
  passphrase: string,
  meta: BackupMeta,
  cost: PassphraseCost = usualCost
): AsyncGenerator<Uint8Array> {
  yield* sealed(through(linesOf(meta, rows), createGzip()), passphrase, cost)
}

/**
 * Opens a backup: `backup.notABackup`, `backup.newer`, `backup.wrongPassphrase`, `backup.damaged`. Nothing of what it
 * holds is trusted before it is parsed. An error of the bytes is thrown on.
 */
export async function readBackup(
  bytes: AsyncIterable<Uint8Array>,
  passphrase: string
): Promise<Result<OpenBackup>> {
  const reader = new ByteReader(bytes)
  let records: RecordReader | null = null
  let isOpen = false
  const close = async (): Promise<void> => {
    await records?.close()
    await reader.close()
  }
  try {
    const content = await opened(reader, passphrase)
    if (!content.ok) return content
    records = new RecordReader(unpacked(content.value))
    const meta = await records.meta()
    isOpen = true
    return succeed({ meta, rows: records.rows(meta), close })
  } catch (error) {
    if (error instanceof StoreFailure) return { ok: false, failure: error.failure }
    throw error
  } finally {
    if (!isOpen) await close()
  }
}

async function* unpacked(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* through(content, createGunzip())
  } catch (error) {
    // Sealed by somebody who knows the passphrase, but not by Netzwart.
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw damaged()
    throw error
  }
}
