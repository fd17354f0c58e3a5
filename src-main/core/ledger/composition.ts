import { randomUUID } from 'node:crypto'
import { fail, succeed, type Result } from '../../contract/result'
import type { PayloadRow, StatementRow } from '../../world/store/port'
import type { Signer } from '../people/keys'
import type { KnownLedger } from './known'
import { isSound, type SoundItem } from './replay'
import {
  deviceEntry,
  draft,
  noHash,
  writeStatement,
  type Draft,
  type Place,
  type WrittenStatement
} from './statement'

/** Something to be said, and who says it. */
export interface Entry {
  readonly signer: Signer
  readonly draft: Draft
}

/** Something that was said, and what is personal about it. */
export interface Said {
  readonly item: SoundItem
  readonly row: StatementRow
  readonly payload: PayloadRow | null
}

export interface Speaker {
  /** What is to be said is judged by it, and expected from then on. */
  readonly known: KnownLedger
  /** This PC: enters itself where it still may, and signs what needs no person. */
  readonly device: Signer
  /** Name of this PC, for the statement that admits it. */
  readonly computer: string
}

export interface Composition {
  readonly appendix: { readonly statements: StatementRow[]; readonly payloads: PayloadRow[] }
  readonly value: readonly Said[]
}

/**
 * Writes the statements that follow the last one, all or none: each is judged as whoever reads it will judge it.
 * `ledger.refused`, `ledger.deviceUnknown`, `ledger.clockBehind`.
 *
 * @param time ISO, UTC, to the millisecond
 */
export function compose(speaker: Speaker, entries: readonly Entry[], time: string): Result<Composition> {
  const { known } = speaker
  const all = withOwnEntry(speaker, entries, time)
  if (!all.ok) return all
  return composeWritten(
    known,
    all.value.map(
      ({ signer, draft: said }) =>
        () =>
          writeStatement(said, placeAfter(known, time), signer)
    )
  )
}

/** Where the next statement goes. */
export function placeAfter({ end, head }: Pick<KnownLedger, 'end' | 'head'>, time: string): Place {
  const { ledger, next } = end
  return { ledger: ledger ?? randomUUID(), sequence: next, previous: head?.hash ?? noHash, time }
}

/** What is written, each when those before it are known; judged as whoever reads it will judge it. `ledger.refused`. */
export function composeWritten(
  known: KnownLedger,
  writings: readonly (() => WrittenStatement)[]
): Result<Composition> {
  const statements: StatementRow[] = []
  const payloads: PayloadRow[] = []
  const composed: Said[] = []
  for (const write of writings) {
    const written = write()
    const item = known.judge(written.row)
    if (!isSound(item)) return fail('ledger.refused', { problem: item.problems[0] ?? 'notReadable' })
    known.expect(item)
    composed.push({ item, ...written })
    statements.push(written.row)
    if (written.payload !== null) payloads.push(written.payload)
  }
  return succeed({ appendix: { statements, payloads }, value: composed })
}

/** Puts this PC's own entry and a word about the clock in front, where they are needed. */
function withOwnEntry(
  { known, device, computer }: Speaker,
  entries: readonly Entry[],
  time: string
): Result<readonly Entry[]> {
  const { authority, end } = known
  const needsDevice = entries.some(({ signer }) => signer === device)
  const front: Entry[] = []
  if (!authority.devices.has(device.fingerprint) && (needsDevice || end.ledger === null)) {
    if (authority.founding !== null) return fail('ledger.deviceUnknown')
    front.push({ signer: device, draft: deviceEntry(device, computer) })
  }
  if (time < end.time) {
    const last = end.time
    const isStranger = front.length > 0
    if (isStranger || entries.some(({ signer }) => signer !== device))
      return fail('ledger.clockBehind', { last })
    front.push({ signer: device, draft: draft('clock.wentBack', 'ledger', { last }, null) })
  }
  return succeed([...front, ...entries])
}
