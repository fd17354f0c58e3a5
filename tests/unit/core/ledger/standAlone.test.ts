import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds, LedgerCheck } from '../../../../resources/verify-ledger.mjs'
import { statementKinds, type LedgerExport } from '../../../../src-main/contract/ledger'
import { isSound, Replay } from '../../../../src-main/core/ledger/replay'
import { fingerprintOf, toBase64, type Signer } from '../../../../src-main/core/people/keys'
import { forge, founding, type LedgerBuilder, ledgerRules, rehash } from '../../support/ledgerBuilder'
import { buildYear } from '../../support/ledgerYear'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

let built: LedgerBuilder
let year: LedgerExport
let folder: string
let program: string

beforeAll(async () => {
  built = await buildYear()
  year = await built.export()
  folder = await mkdtemp(join(tmpdir(), 'netzwart-verifier-'))
  // Somewhere else, where nothing of the app is near.
  program = join(folder, 'verify-ledger.mjs')
  await copyFile(resolve('resources/verify-ledger.mjs'), program)
}, 60_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs the program as an expert would, in plain Node. */
async function runProgram(words: readonly string[], language = 'de_DE.UTF-8'): Promise<Ended> {
  const env = { PATH: process.env['PATH'], LANG: language }
  return new Promise((done) => {
    execFile(process.execPath, [program, ...words], { env, cwd: folder }, (error, out, said) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, error: said })
    })
  })
}

async function fileOf(document: unknown, name = 'export.json'): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, typeof document === 'string' ? document : JSON.stringify(document))
  return file
}

describe('the verifier that stands alone, as a program', { timeout: 60_000 }, () => {
  it('says that a sound ledger is sound and what to compare on paper (exit 0)', async () => {
    const file = await fileOf(year)
    const { code, out } = await runProgram([file])
    expect(code).toBe(0)
    expect(out).toContain('in Ordnung')
    expect(out).toContain(`${built.sequence}:${built.ledger.head!.hash}`)
    expect(out).toContain('--head')
    const english = await runProgram([file], 'en_GB.UTF-8')
    expect(english.out).toContain('sound in itself')
  })

  it('answers one JSON document', async () => {
    const { code, out } = await runProgram([await fileOf(year), '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({
      statements: built.sequence,
      head: built.ledger.head,
      root: built.leadership.signer.fingerprint,
      problems: [],
      clockNotices: built.ledger.verification.clockNotices,
      unknownKinds: [],
      erased: [],
      // The plans of this made-up year are nothing but hashes.
      uncheckedPlans: verifyInApp(year).uncheckedPlans,
      uncheckedGroups: []
    })
    expect(built.ledger.verification.clockNotices).toHaveLength(1)
  })

  it('compares with a head and a fingerprint as they are printed, in groups', async () => {
    const file = await fileOf(year)
    const { sequence, hash } = built.ledger.head!
    const groups = (digits: string): string => digits.replace(/(.{4})(?=.)/g, '$1 ')
    const head = `${sequence}:${groups(hash.slice(0, 16))}`
    const root = groups(built.leadership.signer.fingerprint).toUpperCase()
    expect((await runProgram([file, '--head', head, '--root', root])).code).toBe(0)
    const other = await runProgram([file, '--root', 'ab'.repeat(32)])
    expect(other.code).toBe(1)
    expect(other.out).toContain('unknownKey')
    const newer = await runProgram([file, '--json', '--head', `${sequence + 1}:${hash}`], 'en')
    expect(newer.code).toBe(1)
    expect(JSON.parse(newer.out)).toMatchObject({
      problems: [
        { seq: sequence + 1, code: 'truncated', message: 'The ledger ends before this printed head.' }
      ]
    })
  })

  it('names what is wrong and where (exit 1), and lists what was erased', async () => {
    const document = structuredClone(year)
    document.payloads.shift()
    const kept = document.statements[99]!
    kept.signature = document.statements[98]!.signature
    rehash(kept)
    const { code, out } = await runProgram([await fileOf(document)])
    expect(code).toBe(1)
    expect(out).toContain('NICHT in Ordnung')
    expect(out).toMatch(/Nr\. 100 {2}wrongSignature/)
    expect(out).toMatch(/gelöscht oder im Export weggelassen \(kein Fehler\) bei Nr\. 1\n/)
  })

  it('takes no other file for an export (exit 1), and wrong words for what they are (exit 2)', async () => {
    for (const document of ['{', '"x"', '{"format":"netzwart-ledger-2","statements":[],"payloads":[]}']) {
      const { code, error } = await runProgram([await fileOf(document, 'other.json')])
      expect([code, error.includes('netzwart-ledger-1')]).toEqual([1, true])
    }
    const file = await fileOf(year)
    const wrong = [
      [],
      [file, file],
      [file, '--head', '12:abc'],
      [file, '--root', 'abc'],
      [file, '--unknown'],
      ['absent.json']
    ]
    for (const words of wrong) expect((await runProgram(words)).code).toBe(2)
  })
})

describe('both verifiers', { timeout: 60_000 }, () => {
  it('know the same kinds, with the same signers', () => {
    const inApp = Object.entries(statementKinds).map(([kind, { signers, payload }]) => [
      kind,
      [...signers].sort(),
      payload.safeParse(null).success
    ])
    const alone = Object.entries(kinds).map(([kind, [, payload, signers]]) => [
      kind,
      [...(signers as string[])].sort(),
      payload === null
    ])
    expect(alone).toEqual(inApp)
  })

  it('agree on a ledger of a year, sound and with each single statement gone', () => {
    expect(verifyStandingAlone(year)).toEqual(verifyInApp(year))
    const replay = new Replay(ledgerRules)
    const check = new LedgerCheck()
    for (const [index, kept] of year.statements.slice(0, -1).entries()) {
      const next = year.statements[index + 1]!
      const item = replay.judge({ sequence: index + 2, ...next })
      const finding = check.judge(next)
      expect([item.problems.includes('missing'), isSound(item)]).toEqual([true, false])
      expect([...finding.problems].sort()).toEqual([...item.problems].sort())
      replay.take(replay.judge({ sequence: index + 1, ...kept }))
      check.take(check.judge(kept))
    }
  })

  it('agree on whatever somebody does to a ledger', { timeout: 120_000 }, () => {
    // The beginning of the year: appointments, revocations, the clock, and some cases.
    const original: LedgerExport = { ...year, statements: year.statements.slice(0, 45) }
    const places = original.statements.length
    const place = fc.nat({ max: places - 1 })
    const deed = fc.oneof(
      fc.record({ what: fc.constant('leave out' as const), at: place }),
      fc.record({ what: fc.constant('swap' as const), at: place, with: place }),
      fc.record({ what: fc.constant('copy' as const), at: place, to: place }),
      fc.record({
        what: fc.constant('edit' as const),
        at: place,
        where: fc.nat(2_000),
        byte: fc.integer({ min: 1, max: 127 }),
        rehash: fc.boolean()
      }),
      fc.record({ what: fc.constant('renumber' as const), at: place, to: fc.integer({ min: -1, max: 60 }) }),
      fc.record({ what: fc.constant('drop payload' as const), at: fc.nat(30) }),
      fc.record({ what: fc.constant('exchange payloads' as const), at: fc.nat(30), with: fc.nat(30) })
    )
    fc.assert(
      fc.property(fc.array(deed, { minLength: 1, maxLength: 4 }), (deeds) => {
        const document = structuredClone(original)
        for (const one of deeds) carryOut(document, one)
        expect(verifyStandingAlone(document)).toEqual(verifyInApp(document))
      }),
      { numRuns: 100 }
    )
  })

  it('refuse keys under which anybody can sign anything', () => {
    // The neutral element: with it as key and first half, a signature of zeros holds for every text.
    const neutral = new Uint8Array(32)
    neutral[0] = 1
    const sign = toBase64(neutral)
    const keys = { sign, seal: built.leadership.keys.seal }
    const nobody: Signer = {
      publicKey: sign,
      fingerprint: fingerprintOf(keys),
      sign: () => toBase64(new Uint8Array([...neutral, ...new Uint8Array(32)])),
      wipe: () => undefined
    }
    const document: LedgerExport = { ...year, statements: [], payloads: [] }
    forge(document, nobody, founding('nobody', keys, []))
    expect(verifyInApp(document).problems).toEqual(['1 wrongSignature'])
    expect(verifyStandingAlone(document).problems).toEqual(['1 wrongSignature'])
  })
})

type Deed =
  | { what: 'leave out'; at: number }
  | { what: 'swap'; at: number; with: number }
  | { what: 'copy'; at: number; to: number }
  | { what: 'edit'; at: number; where: number; byte: number; rehash: boolean }
  | { what: 'renumber'; at: number; to: number }
  | { what: 'drop payload'; at: number }
  | { what: 'exchange payloads'; at: number; with: number }

function carryOut({ statements, payloads }: LedgerExport, deed: Deed): void {
  const kept = statements[deed.at]
  switch (deed.what) {
    case 'leave out':
      statements.splice(deed.at, 1)
      break
    case 'swap': {
      const other = statements[deed.with]
      if (kept === undefined || other === undefined) return
      statements[deed.at] = other
      statements[deed.with] = kept
      break
    }
    case 'copy':
      if (kept !== undefined) statements.splice(deed.to, 0, structuredClone(kept))
      break
    case 'edit': {
      if (kept === undefined) return
      const bytes = Buffer.from(kept.text, 'utf8')
      const at = deed.where % bytes.length
      bytes[at] = (bytes[at]! ^ deed.byte) & 0x7f
      kept.text = bytes.toString('utf8')
      if (deed.rehash) rehash(kept)
      break
    }
    case 'renumber':
      if (kept === undefined) return
      kept.text = kept.text.replace(/"sequence":\d+/, `"sequence":${deed.to}`)
      rehash(kept)
      break
    case 'drop payload':
      payloads.splice(deed.at, 1)
      break
    case 'exchange payloads': {
      const [one, other] = [payloads[deed.at], payloads[deed.with]]
      if (one === undefined || other === undefined) return
      payloads[deed.at] = { ...one, text: other.text }
      payloads[deed.with] = { ...other, text: one.text }
      break
    }
  }
}
