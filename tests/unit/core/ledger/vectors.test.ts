import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { statementKindNames, type LedgerExport } from '../../../../src-main/contract/ledger'
import { canonicalJson } from '../../../../src-main/core/canonicalJson'
import { readPayload, readStatement } from '../../../../src-main/core/ledger/statement'
import { sha256 } from '../../../../src-main/core/ledger'
import { knownLevel } from '../../../../src-main/world/store/sql/migrations'
import { makeVectors, type Vector } from '../../support/ledgerVectors'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

/**
 * Statements as they were signed once, byte for byte. What lies there is never changed: a ledger of today must be read by
 * every later version. A new kind gets its file by `vitest -u` after it was added to `ledgerVectors.ts`.
 */
const folder = resolve('tests/vectors/ledger')
const files = readdirSync(folder)
  .filter((name) => /^\d{3}-/.test(name))
  .sort()
const read = (name: string): unknown => JSON.parse(readFileSync(resolve(folder, name), 'utf8'))
const kept = files.map((name) => read(name) as Vector)

function exported(): LedgerExport {
  return {
    format: 'netzwart-ledger-1',
    exportedAt: '2026-12-01T08:00:00.000Z',
    statements: kept.map(({ text, signature, hash }) => ({ text, signature, hash })),
    payloads: kept.flatMap(({ payload }) => payload ?? []),
    ...(read('beside.json') as Pick<LedgerExport, 'plans' | 'settings'>)
  }
}

describe('golden vectors', () => {
  it.each(statementKindNames)('there is one of %s', (kind) => {
    expect(kept.filter((vector) => vector.kind === kind)).not.toEqual([])
  })

  it('each came with a level of the schema, so that an older app does not read it', () => {
    const levels = read('levels.json') as Readonly<Record<string, readonly string[]>>
    expect(Object.values(levels).flat()).toEqual(statementKindNames)
    expect(Math.max(...Object.keys(levels).map(Number))).toBeLessThanOrEqual(knownLevel)
    // A level that was released is closed: a further kind needs the next one.
    expect(sha256((levels['2'] ?? []).join())).toBe(
      '3744235cd349033ec9253d71f99aeae3d2a632ad381502999667c04dd42f2f88'
    )
    expect(levels['3']).toEqual([
      'flag.reported',
      'flag.asked',
      'flag.replied',
      'flag.answered',
      'flag.pursued'
    ])
  })

  it('P22: are sound for both verifiers, with everything checked', () => {
    const verdict = verifyInApp(exported())
    expect(verifyStandingAlone(exported())).toEqual(verdict)
    expect(verdict).toMatchObject({
      ...{ statements: kept.length, problems: [], unknownKinds: [], uncheckedPlans: [], uncheckedGroups: [] },
      clockNotices: [kept.findIndex(({ kind }) => kind === 'clock.wentBack') + 1]
    })
  })

  it('are read by the app as they stand, down to the last byte', () => {
    for (const { kind, payload, ...row } of kept) {
      const statement = readStatement({ sequence: 0, ...row })
      expect([kind, canonicalJson(statement)]).toEqual([kind, row.text])
      const details = payload === null || statement === null ? null : readPayload(statement, payload)
      expect([kind, details === null ? null : canonicalJson(details)]).toEqual([kind, payload?.text ?? null])
    }
  })

  it('are what the app still writes', async () => {
    const { vectors, beside } = makeVectors()
    for (const [place, vector] of vectors.entries()) {
      const name = `${String(place + 1).padStart(3, '0')}-${vector.kind}.json`
      await expect(`${JSON.stringify(vector, null, 2)}\n`).toMatchFileSnapshot(resolve(folder, name))
    }
    await expect(`${JSON.stringify(beside, null, 2)}\n`).toMatchFileSnapshot(resolve(folder, 'beside.json'))
    expect(vectors).toHaveLength(kept.length)
  })

  it.each(['text', 'signature', 'hash'] as const)(
    'are found with one byte of a %s changed',
    { timeout: 60_000 },
    (field) => {
      for (const [place] of kept.entries()) {
        const document = structuredClone(exported())
        const row = document.statements[place]!
        row[field] = row[field].slice(0, -3) + (row[field].at(-3) === 'A' ? 'B' : 'A') + row[field].slice(-2)
        const verdict = verifyInApp(document)
        expect(verdict.problems).not.toEqual([])
        expect(verifyStandingAlone(document)).toEqual(verdict)
      }
    }
  )
})
