import { beforeAll, describe, expect, it } from 'vitest'
import type { LedgerExport } from '../../../../src-main/contract/ledger'
import { canonicalJson } from '../../../../src-main/core/canonicalJson'
import { Ledger } from '../../../../src-main/core/ledger'
import { hashOf, payloadHash, readStatement } from '../../../../src-main/core/ledger/statement'
import type { Signer } from '../../../../src-main/core/people/keys'
import { LedgerBuilder, ledgerRules, said, signedAnew } from '../../support/ledgerBuilder'
import { MemoryHead } from '../../support/memoryLedger'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

let built: LedgerBuilder
let sound: LedgerExport

beforeAll(async () => {
  built = await LedgerBuilder.found()
  sound = await built.export()
})

const salt = 'ab'.repeat(16)
interface Newer {
  readonly kind?: string
  readonly body?: unknown
  readonly payload?: unknown
  readonly previous?: string
  readonly minutes?: number
}

/** What a newer version says: rightly placed, hashed and signed, of a kind that this one does not know. */
function withNewer(document: LedgerExport, signer: Signer, of: Newer = {}): LedgerExport {
  const last = document.statements.at(-1)!
  const before = JSON.parse(last.text) as { ledger: string; sequence: number; time: string }
  const { kind = 'software.requested', body = { scope: ['wlan', { days: 7 }] }, minutes = 1 } = of
  const details = of.payload === undefined ? null : canonicalJson(of.payload)
  const text = canonicalJson({
    ...{
      format: 1,
      ledger: before.ledger,
      sequence: before.sequence + 1,
      previous: of.previous ?? last.hash
    },
    time: new Date(Date.parse(before.time) + minutes * 60_000).toISOString(),
    ...{ key: signer.fingerprint, kind, subject: 'evaluation:1', body },
    payload: details === null ? null : payloadHash(salt, details)
  })
  const { signature } = signedAnew(text, 0, signer)
  return {
    ...document,
    statements: [...document.statements, { text, signature, hash: hashOf(text, signature) }],
    payloads: [
      ...document.payloads,
      ...(details === null ? [] : [{ hash: payloadHash(salt, details), salt, text: details }])
    ]
  }
}

function agreed(document: LedgerExport) {
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return verdict
}

describe('a statement of a kind that only a newer version knows', () => {
  it('is no damage: both verifiers read on and tell its number', () => {
    for (const signer of [built.device, built.administrator.signer, built.leadership.signer]) {
      const newer = withNewer(sound, signer, { payload: { facts: ['Neu', null] } })
      const place = newer.statements.length
      expect(agreed(newer)).toMatchObject({ problems: [], unknownKinds: [place], statements: place })
      const twice = withNewer(newer, signer, { kind: 'cleanup' })
      expect(agreed(twice)).toMatchObject({ problems: [], unknownKinds: [place, place + 1] })
    }
  })

  it('counts for the time: what is older after it goes backwards', () => {
    const newer = withNewer(sound, built.device)
    expect(agreed(withNewer(newer, built.device, { minutes: -1 })).problems).toEqual([
      `${newer.statements.length + 1} timeBackwards`
    ])
  })

  it('is found like any other where it is forged, in the wrong place or by nobody’s key', async () => {
    const place = sound.statements.length + 1
    const stranger = await LedgerBuilder.found()
    const forged = withNewer(sound, built.device)
    const last = forged.statements.at(-1)!
    last.signature = sound.statements[0]!.signature
    last.hash = hashOf(last.text, last.signature)
    expect(agreed(forged)).toMatchObject({ problems: [`${place} wrongSignature`], unknownKinds: [] })
    const elsewhere = withNewer(sound, built.device, { previous: 'a'.repeat(64) })
    expect(agreed(elsewhere)).toMatchObject({ problems: [`${place} chainBroken`], unknownKinds: [] })
    const strange = withNewer(sound, stranger.device)
    expect(agreed(strange)).toMatchObject({ problems: [`${place} unknownKey`], unknownKinds: [] })
    const noKind = withNewer(sound, built.device, { kind: 'Neue Art' })
    expect(agreed(noKind)).toMatchObject({ problems: [`${place} notReadable`], unknownKinds: [] })
    const changed = withNewer(sound, built.device, { payload: { facts: 'x' } })
    changed.payloads.at(-1)!.text = '{"facts":"y"}'
    expect(agreed(changed)).toMatchObject({ problems: [`${place} payloadChanged`], unknownKinds: [place] })
  })

  it('is judged alike whatever its body holds', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])
    for (const body of [{}, { a: null }, { a: 1e21 }, { a: '\ud800' }, { b: { c: [{}] } }, [], 'x', null]) {
      agreed(withNewer(sound, built.device, { body }))
    }
    for (const levels of [10, 18, 19, 20, 21, 400]) {
      agreed(withNewer(sound, built.device, { body: { a: deep(levels) } }))
    }
    for (const kind of ['toString', 'constructor', 'a.b.c', 'case.reopened', 'a.', '']) {
      agreed(withNewer(sound, built.device, { kind }))
    }
    const proto = JSON.parse('{"a":{"__proto__":1}}') as unknown
    agreed(withNewer(sound, built.device, { body: proto }))
  })

  it('lets this PC read on, and say nothing: it asks for an update', async () => {
    const rows = withNewer(sound, built.device).statements
    built.shelf.rows = rows.map((row) => ({ sequence: sequenceOf(row.text), ...row }))
    const { shelf, device } = built
    shelf.newer = true
    const memory = new MemoryHead()
    const ledger = await Ledger.open({ shelf, device, computer: 'PC-Büro', rules: ledgerRules, memory })
    expect(ledger.verification).toMatchObject({ problems: [], unknownKinds: [rows.length] })
    expect(ledger.isFounded && ledger.isDeviceAdmitted).toBe(true)
    expect(ledger.nameOf(built.device.fingerprint)).toBe('PC-Büro')
    const refused = {
      ok: false,
      failure: { code: 'ledger.newerKind', parameters: { sequence: rows.length } }
    }
    expect(ledger.silence).toEqual(refused)
    expect(await ledger.record(said.settings())).toEqual(refused)
    expect(shelf.rows).toHaveLength(rows.length)
  })

  it('also stops a PC that was open before the newer one has said something', async () => {
    const { shelf } = built
    const newer = shelf.rows.pop()!
    const memory = new MemoryHead()
    const options = { shelf, device: built.device, computer: 'PC-Büro', rules: ledgerRules, memory }
    const ledger = await Ledger.open(options)
    expect(ledger.silence).toBeNull()
    shelf.rows.push(newer)
    expect(await ledger.record(said.settings())).toMatchObject({ failure: { code: 'ledger.newerKind' } })
    expect(shelf.rows.at(-1)).toEqual(newer)
    expect(ledger.verification.problems).toEqual([])
  })

  it('stops nobody where no newer version is there: somebody with a key has made it up', async () => {
    const { shelf, device } = built
    shelf.newer = false
    const memory = new MemoryHead()
    const options = { shelf, device, computer: 'PC-Büro', rules: ledgerRules, memory }
    const ledger = await Ledger.open(options)
    expect(ledger.silence).toBeNull()
    expect(ledger.verification.unknownKinds).toHaveLength(1)
    expect((await ledger.record(said.settings())).ok).toBe(true)
    // The next one comes in while it is open, with a newer version and without.
    const push = (): void => {
      const [row] = withNewer({ ...sound, statements: shelf.rows }, device, {
        kind: 'later'
      }).statements.slice(-1)
      shelf.rows.push({ sequence: sequenceOf(row!.text), ...row! })
    }
    push()
    expect((await ledger.record(said.settings())).ok).toBe(true)
    expect(ledger.verification).toMatchObject({ problems: [], unknownKinds: { length: 2 } })
    push()
    shelf.newer = true
    expect(await ledger.record(said.settings())).toMatchObject({ failure: { code: 'ledger.newerKind' } })
    expect(ledger.silence).toMatchObject({ failure: { code: 'ledger.newerKind' } })
  })
})

function sequenceOf(text: string): number {
  const { sequence } = JSON.parse(text) as { sequence: number }
  expect(readStatement({ sequence, text, signature: '', hash: '' })?.sequence ?? sequence).toBe(sequence)
  return sequence
}
