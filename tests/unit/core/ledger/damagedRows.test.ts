import { beforeEach, describe, expect, it } from 'vitest'
import { deviceSigner } from '../../../../src-main/core/people/keys'
import { Ledger } from '../../../../src-main/core/ledger'
import type { StatementRow } from '../../../../src-main/world/store/port'
import { forge, LedgerBuilder, ledgerRules, said } from '../../support/ledgerBuilder'
import { MemoryHead } from '../../support/memoryLedger'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

let built: LedgerBuilder
beforeEach(async () => {
  built = await LedgerBuilder.found()
}, 30_000)

/** Puts a row in, as whoever may add to the store can. */
function put(row: Partial<StatementRow> & { readonly sequence: number }): void {
  built.shelf.rows.push({ hash: 'a'.repeat(64), text: 'x', signature: 'x', ...row })
  built.shelf.rows.sort((left, right) => left.sequence - right.sequence)
}

function openAnew(): Promise<Ledger> {
  const device = deviceSigner(new Uint8Array(32).fill(7))
  return Ledger.open({
    shelf: built.shelf,
    device,
    computer: 'PC 2',
    rules: ledgerRules,
    memory: new MemoryHead()
  })
}

const last = 2_147_483_647

describe('a row that nobody can read', () => {
  it.each<[string, (next: number) => Partial<StatementRow> & { sequence: number }]>([
    ['with the next number', (next) => ({ sequence: next })],
    ['with a hash that is none', (next) => ({ sequence: next, hash: 'x' })],
    ['with an empty hash', (next) => ({ sequence: next, hash: '' })],
    ['with the last number that there is', () => ({ sequence: last })],
    ['with the last number and no hash', () => ({ sequence: last, hash: 'x' })],
    ['behind a gap', (next) => ({ sequence: next + 4_000 })],
    ['with the number 0', () => ({ sequence: 0 })],
    ['with a number below 0', () => ({ sequence: -5, hash: 'x' })]
  ])('%s is named, and everybody goes on (P22)', async (_name, rowOf) => {
    const row = rowOf(built.sequence + 1)
    put(row)
    const before = built.ledger.head

    // By who was there before it, and by who meets it at the start.
    await built.record(said.settings())
    await built.record(said.settings())
    const other = await openAnew()
    expect(other.isFounded).toBe(true)
    await built.record(said.settings())
    await other.refresh()
    expect(other.head).toEqual(built.ledger.head)
    expect(other.head?.sequence).toBeGreaterThan(before?.sequence ?? 0)

    const { problems, statements } = await built.ledger.verify()
    expect(problems.every(({ sequence, code }) => code === 'missing' || sequence === row.sequence)).toBe(true)
    expect(problems.map(({ code }) => code)).toContain('notReadable')
    expect(statements).toBe(built.shelf.rows.length)
    expect(other.verification.problems).toEqual(problems)
    // What was said afterwards is sound for both verifiers, which name the row alone.
    const document = await built.export()
    const verdict = verifyInApp(document)
    expect(verifyStandingAlone(document)).toEqual(verdict)
    expect(new Set(verdict.problems.map((problem) => problem.split(' ')[0])).size).toBeLessThanOrEqual(2)
    expect(verdict.problems.join()).not.toContain('chainBroken')
  })

  it('and many of them keep nobody from going on', async () => {
    for (let index = 0; index < 30; index += 1) put({ sequence: last - index, hash: `x${index}` })
    for (let index = 0; index < 5; index += 1) {
      put({ sequence: built.sequence + 1, hash: `y${index}` })
      await built.record(said.settings())
    }
    const { problems } = await built.ledger.verify()
    expect(new Set(problems.map(({ sequence }) => sequence)).size).toBe(35)
  })

  it('that names a number far away and is signed by a stranger moves nothing either', async () => {
    const document = await built.export()
    const { signer } = built.administrator
    forge(document, signer, said.settings(), { sequence: last })
    put({ sequence: last, ...document.statements.at(-1)! })
    await built.record(said.settings())
    const { problems } = await built.ledger.verify()
    expect(problems.every(({ sequence }) => sequence === last)).toBe(true)
    const exported = await built.export()
    const verdict = verifyInApp(exported)
    expect(verifyStandingAlone(exported)).toEqual(verdict)
    expect(verdict.problems.every((problem) => problem.startsWith(`${last} `))).toBe(true)
  })
})
