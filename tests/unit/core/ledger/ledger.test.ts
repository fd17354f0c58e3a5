import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { fail } from '../../../../src-main/contract/result'
import { deviceEntry, Ledger } from '../../../../src-main/core/ledger'
import { readStatement, writeStatement } from '../../../../src-main/core/ledger/statement'
import { deviceSigner, type Signer } from '../../../../src-main/core/people/keys'
import {
  forge,
  LedgerBuilder,
  ledgerRules,
  makePerson,
  planHash,
  said,
  signedAnew
} from '../../support/ledgerBuilder'
import { MemoryHead, MemoryLedgerShelf } from '../../support/memoryLedger'

let built: LedgerBuilder
beforeEach(async () => {
  built = await LedgerBuilder.found()
}, 30_000)

function openAt(
  shelf: MemoryLedgerShelf,
  device: Signer = deviceSigner(randomBytes(32)),
  memory = new MemoryHead()
): Promise<Ledger> {
  return Ledger.open({ shelf, device, computer: 'PC 2', rules: ledgerRules, memory })
}

/** Writes past the ledger, as somebody does who has the database. */
async function writePast(signer: Signer, ...[what]: [Parameters<typeof forge>[2]]): Promise<number> {
  const document = await built.ledger.export('2026-12-01T08:00:00.000Z', '', () => true)
  const sequence = forge(document, signer, what)
  built.shelf.rows.push({ sequence, ...document.statements.at(-1)! })
  return sequence
}

describe('saying something', () => {
  it('begins with the PC that says it, once', async () => {
    const ledger = await openAt(new MemoryLedgerShelf())
    expect(ledger.head).toBeNull()
    await ledger.record(said.settings())
    await ledger.record(said.settings())
    const kinds = ledger.items.map(({ statement }) => statement?.kind)
    expect(kinds).toEqual(['device.registered', 'settings.changed', 'settings.changed'])
  })

  it('keeps what is personal beside the chain, and knows it again', async () => {
    const id = randomUUID()
    await built.propose(id, planHash('x'))
    const [opened] = built.ledger.about(`case:${id}`)
    expect(built.ledger.payloadOf(opened!)).toMatchObject({ person: 'pupil-1', schoolClass: '8b' })
    expect(built.shelf.rows.some(({ text }) => text.includes('Beispiel'))).toBe(false)
    built.shelf.payloads.clear()
    expect((await built.ledger.verify()).problems).toEqual([])
    expect(built.ledger.payloadOf(built.ledger.about(`case:${id}`)[0]!)).toBeNull()
  })

  it('refuses what by the rules would be faulty, and writes nothing of it', async () => {
    const before = built.shelf.rows.length
    const answer = await built.ledger.append([
      { signer: built.device, draft: said.settings() },
      { signer: built.administrator.signer, draft: said.withdrawn(randomUUID()) }
    ])
    expect(answer).toEqual(fail('ledger.refused', { problem: 'wrongTransition' }))
    expect(built.shelf.rows).toHaveLength(before)
    expect(built.ledger.items).toHaveLength(before)
    await built.record(said.settings())
    expect((await built.ledger.verify()).problems).toEqual([])
  })

  it('forgets what the store could not write, and goes on', async () => {
    const before = built.sequence
    built.shelf.refusal = fail('store.full')
    expect(await built.ledger.record(said.settings())).toEqual(fail('store.full'))
    expect(built.sequence).toBe(before)
    built.shelf.refusal = null
    expect(await built.record(said.settings())).toBe(before + 1)
    expect((await built.ledger.verify()).problems).toEqual([])
  })
})

describe('a ledger that is read anew', () => {
  it('stays founded while it is under way: nobody is taken for the founder of an empty one', async () => {
    const seen = new Set<boolean>()
    const verifying = built.ledger.verify()
    for (let turn = 0; turn < 5; turn += 1) {
      seen.add(built.ledger.isFounded)
      await Promise.resolve()
    }
    await verifying
    expect([...seen]).toEqual([true])
  })

  it('stays as it is where the store fails, after a signature that could not be written too', async () => {
    const before = built.sequence
    const gone = new Error('the server is gone')
    const readStatements = built.shelf.readStatements.bind(built.shelf)
    built.shelf.readStatements = () => Promise.reject(gone)
    await expect(built.ledger.verify()).rejects.toBe(gone)
    expect([built.ledger.isFounded, built.sequence]).toEqual([true, before])
    built.shelf.refusal = fail('store.unreachable')
    expect((await built.ledger.record(said.settings())).ok).toBe(false)
    built.shelf.refusal = gone
    await expect(built.ledger.record(said.settings())).rejects.toBe(gone)
    expect([built.ledger.isFounded, built.sequence]).toEqual([true, before])
    built.shelf.readStatements = readStatements
    built.shelf.refusal = null
    expect(await built.record(said.settings())).toBe(before + 1)
    expect((await built.ledger.verify()).problems).toEqual([])
  })
})

describe('two PCs on one store', () => {
  it('take in what the other one has said before they say something themselves', async () => {
    const other = await openAt(built.shelf, built.device)
    const told: number[] = []
    other.onChange(() => told.push(other.items.length))
    await built.record(said.settings())
    await other.refresh()
    expect(told).toEqual([built.sequence])
    await built.record(said.settings())
    const answer = await other.record(said.settings())
    expect(answer.ok && answer.value.map(({ sequence }) => sequence)).toEqual([built.sequence + 1])
    expect((await other.verify()).problems).toEqual([])
  })

  it('refuse a stale decision and say who has done what meanwhile', async () => {
    const id = randomUUID()
    const proposal = await built.propose(id, planHash('x'))
    const other = await openAt(built.shelf, built.device)
    await built.say({ signer: built.evaluator.signer, draft: said.heard(id) })
    const decision = said.decided(id, proposal, 'refused', null, null)
    const entry = { signer: built.leadership.signer, draft: decision }
    const stale = await other.append([entry], { subject: `case:${id}`, version: proposal })
    expect(stale).toEqual(
      fail('ledger.changedSince', {
        by: 'Märta Mustermann-evaluator',
        what: 'case.hearing',
        at: built.shelf.time
      })
    )
    expect(built.shelf.rows).toHaveLength(built.sequence)
    const fresh = await other.append([entry], { subject: `case:${id}`, version: built.sequence })
    expect(fresh.ok).toBe(true)
  })

  it('enter themselves until the founding; then a person admits them (P25)', async () => {
    const shelf = new MemoryLedgerShelf()
    const [first, second] = [await openAt(shelf), await openAt(shelf)]
    await first.record(said.settings())
    expect((await second.record(said.settings())).ok).toBe(true)
    expect((await first.verify()).problems).toEqual([])

    const late = await openAt(built.shelf)
    expect(late.isDeviceAdmitted).toBe(false)
    expect(await late.record(said.settings())).toEqual(fail('ledger.deviceUnknown'))
    await built.say({ signer: built.administrator.signer, draft: deviceEntry(late.device, 'PC 2') })
    await late.refresh()
    expect(late.isDeviceAdmitted).toBe(true)
    expect((await late.record(said.settings())).ok).toBe(true)
  })
})

describe('a clock that is behind', () => {
  it('keeps persons from signing and is noticed when the PC itself says something', async () => {
    const last = built.shelf.time
    built.wait(-60)
    const entry = { signer: built.administrator.signer, draft: said.opened(randomUUID()) }
    expect(await built.ledger.append([entry])).toEqual(fail('ledger.clockBehind', { last }))
    const answer = await built.ledger.record(said.settings())
    expect(answer.ok).toBe(true)
    const notice = built.sequence - 1
    expect(built.ledger.items[notice - 1]?.statement).toMatchObject({
      kind: 'clock.wentBack',
      body: { last }
    })
    const verification = await built.ledger.verify()
    expect(verification).toMatchObject({ problems: [], clockNotices: [notice] })
    expect((await built.ledger.append([entry])).ok).toBe(true)
  })
})

describe('what somebody does to the store', () => {
  it('past the app is found, also while it runs, and has no effect', async () => {
    const stranger = await makePerson('stranger')
    const id = randomUUID()
    await built.propose(id, planHash('x'))
    const at = await writePast(stranger.signer, said.withdrawn(id))
    expect((await built.ledger.verify()).problems).toEqual([{ sequence: at, code: 'unknownKey' }])
    expect(built.ledger.about(`case:${id}`).map(({ statement }) => statement.kind)).toEqual([
      'case.opened',
      'case.proposed'
    ])
    // The app goes on behind it; the forged statement stays visible for good.
    await built.record(said.settings())
    expect((await built.ledger.verify()).problems).toEqual([{ sequence: at, code: 'unknownKey' }])
  })

  it('with a date far ahead does not keep anybody from signing', async () => {
    const stranger = await makePerson('stranger')
    const document = await built.export()
    const sequence = forge(document, stranger.signer, said.settings(), { time: '9999-12-31T23:59:59.999Z' })
    built.shelf.rows.push({ sequence, ...document.statements.at(-1)! })
    await built.ledger.verify()
    const entry = { signer: built.administrator.signer, draft: said.opened(randomUUID()) }
    expect((await built.ledger.append([entry])).ok).toBe(true)
  })

  it('cut off at the end is missed by each PC that has seen more', async () => {
    await built.record(said.settings())
    const { head } = built.memory
    built.shelf.rows.pop()
    expect(await built.ledger.record(said.settings())).toEqual(
      fail('ledger.refused', { problem: 'chainBroken' })
    )
    const again = await openAt(built.shelf, built.device, built.memory)
    expect(again.verification.problems).toEqual([{ sequence: head!.sequence, code: 'truncated' }])
    // Nor is it forgotten when something else takes the place.
    built.wait(1)
    await again.record(said.settings(), said.settings())
    expect((await again.verify()).problems).toEqual([{ sequence: head!.sequence, code: 'chainBroken' }])
    expect(built.memory.head).toEqual(head)
    const third = await openAt(built.shelf, built.device, built.memory)
    expect(third.verification.problems).toEqual([{ sequence: head!.sequence, code: 'chainBroken' }])
  })

  it('changed payloads are found and not shown', async () => {
    const id = randomUUID()
    const proposal = await built.propose(id, planHash('x'))
    const { statement } = built.ledger.items[proposal - 1]!
    const payload = built.shelf.payloads.get(statement!.payload!)!
    built.shelf.payloads.set(payload.hash, { ...payload, text: payload.text.replace('zweiten', 'ersten') })
    const { problems } = await built.ledger.verify()
    expect(problems).toEqual([{ sequence: proposal, code: 'payloadChanged' }])
    expect(built.ledger.payloadOf(built.ledger.items[proposal - 1]!)).toBeNull()
  })

  it("a statement that names another one's payload throws no doubt on that one", async () => {
    const id = randomUUID()
    const proposal = await built.propose(id, planHash('x'))
    const { statement } = built.ledger.items[proposal - 1]!
    // Signed by the evaluator over the hash of the administrator's proposal, under a kind of another shape.
    const { signer } = built.evaluator
    const { row } = writeStatement(said.heard(id), placeAfter(built), signer)
    const own = readStatement(row)!.payload!
    const text = row.text.replace(own, statement!.payload!)
    built.shelf.rows.push(signedAnew(text, row.sequence, signer))
    const { problems } = await built.ledger.verify()
    expect(problems).toEqual([{ sequence: row.sequence, code: 'payloadChanged' }])
    expect(built.ledger.payloadOf(built.ledger.items[proposal - 1]!)).toMatchObject({
      reasons: 'Zum zweiten Mal.'
    })
    expect(built.ledger.payloadOf(built.ledger.items[row.sequence - 1]!)).toBeNull()
  })
})

describe('an export', () => {
  it('holds everything that a verifier needs and nothing else', async () => {
    const id = randomUUID()
    await built.propose(id, planHash('x'))
    const document = await built.export()
    expect(Object.keys(document)).toEqual(['format', 'exportedAt', 'statements', 'payloads'])
    expect(document.statements.map(({ hash }) => hash)).toEqual(built.shelf.rows.map(({ hash }) => hash))
    expect(document.payloads).toHaveLength(built.shelf.payloads.size)
  })
})

function placeAfter(school: LedgerBuilder): Parameters<typeof writeStatement>[1] {
  const { statement, sequence, hash } = school.ledger.items.at(-1)!
  return {
    ledger: statement!.ledger,
    sequence: sequence + 1,
    previous: hash,
    time: statement!.time
  }
}
