import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { fail } from '../../../../src-main/contract/result'
import { Ledger, type CheckpointMemory } from '../../../../src-main/core/ledger'
import { RowDigest, sealCheckpoint, type SealedCheckpoint } from '../../../../src-main/core/ledger/checkpoint'
import { hashOf } from '../../../../src-main/core/ledger/statement'
import { deviceSigner } from '../../../../src-main/core/people/keys'
import { StoreFailure, type StatementRow } from '../../../../src-main/world/store/port'
import { LedgerBuilder, ledgerRules, planHash, said } from '../../support/ledgerBuilder'

let built: LedgerBuilder
let kept: SealedCheckpoint | null
let memory: CheckpointMemory

beforeEach(async () => {
  built = await LedgerBuilder.found()
  const id = randomUUID()
  const proposal = await built.propose(id, planHash('x'))
  await built.approve(id, proposal, planHash('x'))
  kept = null
  memory = { read: async () => kept, write: async (next) => void (kept = next) }
}, 30_000)

interface Opening {
  readonly device?: typeof built.device
  readonly version?: string
  readonly onCheck?: () => void
}

function openAgain({ device = built.device, version = '1.0', onCheck = () => undefined }: Opening = {}) {
  const { shelf, memory: heads } = built
  const checkpoint = { memory, version, onCheck }
  return Ledger.open({ shelf, device, computer: 'PC-Büro', rules: ledgerRules, memory: heads, checkpoint })
}

/** Opens once, so that there is a checkpoint. */
async function keepCheckpoint(): Promise<SealedCheckpoint> {
  await (await openAgain()).close()
  if (kept === null) throw new Error('no checkpoint was made')
  return kept
}

/** A statement of long ago with other words, whose hash is right again. */
function changeRow(place: number, change: Partial<StatementRow>): void {
  const row = { ...built.shelf.rows[place]!, ...change }
  built.shelf.rows[place] = { ...row, hash: hashOf(row.text, row.signature) }
}

/** What the opened ledger says of itself, as one that verifies all would. */
async function expectWhole(ledger: Ledger): Promise<void> {
  expect(ledger.checking).toBeNull()
  const { shelf, device, memory: heads } = built
  const other = await Ledger.open({ shelf, device, computer: '', rules: ledgerRules, memory: heads })
  expect(ledger.verification).toEqual(other.verification)
}

describe('P22: an opening that goes on from a checkpoint', () => {
  it('knows the same as one that verifies all, and says when all is verified', async () => {
    await keepCheckpoint()
    await built.record(said.settings())
    const told: (number | null)[] = []
    const ledger: Ledger = await openAgain({ onCheck: () => told.push(ledger.checking) })
    expect(ledger.checking).toBe(0)
    expect(ledger.items).toEqual(built.ledger.items)
    expect(ledger.verification).toEqual(built.ledger.verification)
    expect(ledger.nameOfPerson('administrator')).toBe(built.ledger.nameOfPerson('administrator'))
    expect(ledger.items.map((item) => ledger.payloadOf(item))).toEqual(
      built.ledger.items.map((item) => built.ledger.payloadOf(item))
    )
    expect([...ledger.authority.appointments]).toEqual([...built.ledger.authority.appointments])
    await ledger.checkWhole()
    expect(ledger.checking).toBeNull()
    expect(told.at(-1)).toBeNull()
  })

  it('says nothing before all is verified: whoever signs waits', async () => {
    await keepCheckpoint()
    const ledger = await openAgain()
    const { shelf } = built
    const readStatements = shelf.readStatements.bind(shelf)
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    shelf.readStatements = async (...where) => held.then(() => readStatements(...where))
    const before = shelf.rows.length
    const signing = ledger.append([{ signer: built.administrator.signer, draft: said.opened(randomUUID()) }])
    await new Promise((done) => setTimeout(done, 20))
    expect([shelf.rows.length, ledger.checking]).toEqual([before, 0])
    letGo()
    expect((await signing).ok).toBe(true)
    expect([shelf.rows.length, ledger.checking]).toEqual([before + 1, null])
  })

  it('is followed by a newer checkpoint, which holds what was said since', async () => {
    const first = await keepCheckpoint()
    const ledger = await openAgain()
    await ledger.record(said.settings())
    await ledger.close()
    expect(kept).not.toEqual(first)
    const again = await openAgain()
    expect(again.checking).toBe(0)
    expect(again.head).toEqual(ledger.head)
  })

  it('ends its check when it is closed, and keeps the checkpoint that there was', async () => {
    const first = await keepCheckpoint()
    const ledger = await openAgain()
    await ledger.close()
    expect(kept).toEqual(first)
    expect(await ledger.record(said.settings())).toEqual(fail('application.cancelled'))
  })

  it('begins its check anew where the store failed in it', async () => {
    await keepCheckpoint()
    const ledger = await openAgain()
    const { shelf } = built
    const readStatements = shelf.readStatements.bind(shelf)
    const gone = fail('store.unreachable')
    shelf.readStatements = () => Promise.reject(new StoreFailure(gone.failure))
    expect(await ledger.record(said.settings())).toEqual(gone)
    expect(ledger.checking).not.toBeNull()
    shelf.readStatements = readStatements
    await ledger.checkWhole()
    expect(ledger.checking).toBeNull()
    expect((await ledger.record(said.settings())).ok).toBe(true)
  })
})

describe('P22: a checkpoint is not relied on, and all is verified as without one,', () => {
  const cases: Readonly<Record<string, (sealed: SealedCheckpoint) => Promise<void> | void>> = {
    'where it is gone': () => void (kept = null),
    'where its words were changed': ({ text, signature }) => {
      kept = { text: text.replace('"rows":', '"rows":1'), signature }
    },
    'where it is no JSON': ({ signature }) => void (kept = { text: '{', signature }),
    'where another PC has made it': ({ text }) => {
      kept = sealCheckpoint(JSON.parse(text) as never, deviceSigner(randomBytes(32)))
    },
    'where the store was put back to an older copy': () => void built.shelf.rows.splice(-2),
    'where the store is empty': () => void built.shelf.rows.splice(0),
    'where the remembered head is older or gone': () => void (built.memory.head = null),
    'where a row behind it is another one': () => {
      const text = built.shelf.rows[3]!.text.replace('"time":"2026', '"time":"2025')
      changeRow(3, { text })
    },
    'where a row behind it has another signature': () => {
      changeRow(3, { signature: built.shelf.rows[4]!.signature })
    },
    'where a row behind it is gone': () => void built.shelf.rows.splice(3, 1),
    'where a row was put in behind it': () => {
      built.shelf.rows.unshift({ ...built.shelf.rows[0]!, sequence: -5 })
    }
  }
  it.each(Object.entries(cases))('%s', async (_, change) => {
    await change(await keepCheckpoint())
    await expectWhole(await openAgain())
  })

  it('where another version of the app has made it', async () => {
    await keepCheckpoint()
    await expectWhole(await openAgain({ version: '1.1' }))
  })

  it('where the key of this PC is another one', async () => {
    await keepCheckpoint()
    await expectWhole(await openAgain({ device: deviceSigner(randomBytes(32)) }))
  })
})

describe('P22, P26: a checkpoint that vouches for what nobody has signed', () => {
  /** As somebody could make it who has this PC's key: it fits the rows, but one of them has a made-up signature. */
  function forgeCheckpoint(): void {
    const last = built.shelf.rows.length - 1
    changeRow(last, { signature: built.shelf.rows[last - 1]!.signature })
    const digest = new RowDigest()
    for (const row of built.shelf.rows) digest.take(row)
    const { sequence, hash } = built.shelf.rows[last]!
    const head = { sequence, hash }
    built.memory.head = head
    const rows = built.shelf.rows.length
    kept = sealCheckpoint({ format: 1, version: '1.0', head, rows, digest: digest.value }, built.device)
  }

  it('is found by the check behind it: what waited is refused, and red it is from then on', async () => {
    forgeCheckpoint()
    const before = [...built.shelf.rows]
    const ledger = await openAgain()
    expect(ledger.verification.problems).toEqual([])
    const id = randomUUID()
    const signed = await ledger.append([{ signer: built.administrator.signer, draft: said.opened(id) }])
    expect(signed).toEqual(fail('ledger.checkpointWrong'))
    expect(built.shelf.rows).toEqual(before)
    expect(ledger.verification.problems).toEqual([{ sequence: before.length, code: 'wrongSignature' }])
    expect([ledger.checking, kept]).toEqual([null, null])
  })

  it('and what is personal and was changed is found at the opening, and never shown', async () => {
    await keepCheckpoint()
    const opened = built.ledger.ofKind('case.opened')[0]!
    const { payload: hash, sequence } = opened.statement
    const payload = built.shelf.payloads.get(hash!)!
    built.shelf.payloads.set(hash!, { ...payload, text: payload.text.replace('Pia', 'Ida') })
    const ledger = await openAgain()
    expect(ledger.checking).toBeNull()
    expect(ledger.verification.problems).toEqual([{ sequence, code: 'payloadChanged' }])
    expect(ledger.payloadOf(ledger.ofKind('case.opened')[0]!)).toBeNull()
  })

  it('is not made where something is wrong', async () => {
    forgeCheckpoint()
    kept = null
    const ledger = await openAgain()
    await ledger.close()
    expect([ledger.verification.problems.length, kept]).toEqual([1, null])
  })
})
