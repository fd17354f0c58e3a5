import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { isPayloadOf, LedgerCheck } from '../../../../resources/verify-ledger.mjs'
import { statementKindNames, type LedgerExport } from '../../../../src-main/contract/ledger'
import { isSound, Replay } from '../../../../src-main/core/ledger/replay'
import { hashOf, readPayload, readStatement } from '../../../../src-main/core/ledger/statement'
import type { StatementRow } from '../../../../src-main/world/store/port'
import { ledgerRules } from '../../support/ledgerBuilder'
import { buildYear } from '../../support/ledgerYear'

type Kept = LedgerExport['statements'][number]

/** Both verifiers, standing in front of a statement with everything before it taken. */
interface Place {
  readonly kept: Kept
  readonly inApp: (changed: Kept) => boolean
  readonly standingAlone: (changed: Kept) => boolean
}

let document: LedgerExport

beforeAll(async () => {
  document = await (await buildYear()).export()
}, 60_000)

/** Goes through the ledger; what comes before the place is checked once and not again for each mutation. */
function forEachPlace(visit: (place: Place, index: number) => void): void {
  const replay = new Replay(ledgerRules)
  const check = new LedgerCheck()
  for (const [index, kept] of document.statements.entries()) {
    const rowOf = (changed: Kept): StatementRow => ({ sequence: index + 1, ...changed })
    visit(
      {
        kept,
        inApp: (changed) => isSound(replay.judge(rowOf(changed))),
        standingAlone: (changed) => check.judge(changed).problems.length === 0
      },
      index
    )
    const item = replay.judge(rowOf(kept))
    const finding = check.judge(kept)
    if (!isSound(item) || finding.problems.length > 0) throw new Error(`${index + 1} is not sound`)
    replay.take(item)
    check.take(finding)
  }
}

/** Another byte in one place; what is no UTF-8 any more is read as a reader does, with U+FFFD. */
function changeByte(text: string, at: number, change: (byte: number) => number): string {
  const bytes = Buffer.from(text, 'utf8')
  bytes[at] = change(bytes[at]!)
  return bytes.toString('utf8')
}

const flip = (byte: number): number => byte ^ 1

/** With the hash that fits, as somebody leaves it who knows how it is made. */
function withHash({ text, signature }: Pick<Kept, 'text' | 'signature'>): Kept {
  return { text, signature, hash: hashOf(text, signature) }
}

describe('every byte of a ledger of at least 200 statements', () => {
  it('counts: the ledger is that long and has every kind of statement', () => {
    const kinds = document.statements.map((kept) => readStatement({ sequence: 0, ...kept })?.kind)
    expect(document.statements.length).toBeGreaterThanOrEqual(200)
    expect(new Set(kinds)).toEqual(new Set(statementKindNames))
  })

  for (const verifier of ['inApp', 'standingAlone'] as const) {
    it(
      `of a statement's text and signature, changed and hashed anew: found (${verifier})`,
      { timeout: 300_000 },
      () => {
        const passed: string[] = []
        let tried = 0
        forEachPlace((place, index) => {
          const { kept } = place
          for (const field of ['text', 'signature'] as const) {
            const { length } = Buffer.from(kept[field], 'utf8')
            for (let at = 0; at < length; at += 1) {
              tried += 1
              const changed = { ...kept, [field]: changeByte(kept[field], at, flip) }
              if (place[verifier](withHash(changed))) passed.push(`${index + 1} ${field} ${at}`)
            }
          }
        })
        expect(passed).toEqual([])
        expect(tried).toBeGreaterThan(100_000)
      }
    )
  }

  it('of a hash, in every eighth statement: found by both', { timeout: 60_000 }, () => {
    const passed: string[] = []
    forEachPlace((place, index) => {
      if (index % 8 !== 0) return
      const { kept } = place
      for (let at = 0; at < kept.hash.length; at += 1) {
        const changed = { ...kept, hash: changeByte(kept.hash, at, flip) }
        if (place.inApp(changed) || place.standingAlone(changed)) passed.push(`${index + 1} ${at}`)
      }
    })
    expect(passed).toEqual([])
  })

  it("of a payload's text, salt and hash: found by both", { timeout: 60_000 }, () => {
    const payloads = new Map(document.payloads.map((payload) => [payload.hash, payload]))
    const passed: string[] = []
    for (const kept of document.statements) {
      const statement = readStatement({ sequence: 0, ...kept })!
      if (statement.payload === null) continue
      const payload = payloads.get(statement.payload)!
      expect(readPayload(statement, payload)).not.toBeNull()
      expect(isPayloadOf(statement, payload)).toBe(true)
      for (const field of ['text', 'salt', 'hash'] as const) {
        const { length } = Buffer.from(payload[field], 'utf8')
        for (let at = 0; at < length; at += 1) {
          const changed = { ...payload, [field]: changeByte(payload[field], at, flip) }
          if (readPayload(statement, changed) !== null || isPayloadOf(statement, changed)) {
            passed.push(`${statement.sequence} ${field} ${at}`)
          }
        }
      }
    }
    expect(passed).toEqual([])
  })

  it('set to any other value, or left out, or one put in: found by both', { timeout: 120_000 }, () => {
    const random = fc.tuple(
      fc.constantFrom('text' as const, 'signature' as const),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 1, max: 255 }),
      fc.constantFrom('set', 'leave out', 'put in')
    )
    forEachPlace(({ kept, inApp, standingAlone }) => {
      fc.assert(
        fc.property(random, ([field, where, value, how]) => {
          const bytes = Buffer.from(kept[field], 'utf8')
          const at = Math.floor(where * bytes.length)
          const middle = { set: [bytes[at]! ^ value], 'leave out': [], 'put in': [value, bytes[at]!] }[how]
          const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(middle), bytes.subarray(at + 1)])
          const mutated = withHash({ ...kept, [field]: changed.toString('utf8') })
          expect([inApp(mutated), standingAlone(mutated)]).toEqual([false, false])
        }),
        { numRuns: 20 }
      )
    })
  })
})
