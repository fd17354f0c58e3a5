import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { isPayloadOf } from '../../../../resources/verify-ledger.mjs'
import type { LedgerExport } from '../../../../src-main/contract/ledger'
import { canonicalJson } from '../../../../src-main/core/canonicalJson'
import { hashOf, payloadHash, readPayload, readStatement } from '../../../../src-main/core/ledger/statement'
import type { Signer } from '../../../../src-main/core/people/keys'
import { forge, founding, type LedgerBuilder, said, signedAnew } from '../../support/ledgerBuilder'
import { buildYear } from '../../support/ledgerYear'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

type Json = z.core.util.JSONType
type JsonObject = Record<string, Json>

let built: LedgerBuilder
let year: LedgerExport

beforeAll(async () => {
  built = await buildYear()
  year = await built.export()
}, 60_000)

/** A statement as its signer could write it with a tool of their own: rightly placed, hashed and signed. */
interface Forged {
  readonly kind: string
  readonly subject: string
  readonly body: Json
  readonly payload: Json | undefined
}

const salt = 'ab'.repeat(16)

const table = {
  ...{ format: 'csv', delimiter: ';', header: true, time: 'iso', acts: [{ word: 'x', act: 'print' }] },
  columns: {
    ...{ time: 'Zeit', person: 'Wer', address: null, device: null, act: null },
    ...{ url: null, bytes: null, path: null, status: null }
  },
  otherwise: null
}

/** The year with one more statement at its end. */
function withForged(signer: Signer, { kind, subject, body, payload }: Forged): LedgerExport {
  const document: LedgerExport = { ...year, statements: [...year.statements], payloads: [...year.payloads] }
  const last = document.statements.at(-1)!
  const before = readStatement({ sequence: 0, ...last })!
  const details = payload === undefined ? null : canonicalJson(payload)
  const text = canonicalJson({
    format: 1,
    ledger: before.ledger,
    sequence: before.sequence + 1,
    previous: last.hash,
    time: before.time,
    key: signer.fingerprint,
    kind,
    subject,
    body,
    payload: details === null ? null : payloadHash(salt, details)
  })
  const { signature } = signedAnew(text, 0, signer)
  document.statements.push({ text, signature, hash: hashOf(text, signature) })
  if (details !== null) document.payloads.push({ hash: payloadHash(salt, details), salt, text: details })
  return document
}

function agreed(document: LedgerExport, printed?: Parameters<typeof verifyInApp>[1]): readonly string[] {
  const verdict = verifyInApp(document, printed)
  expect(verifyStandingAlone(document, printed)).toEqual(verdict)
  return verdict.problems
}

/** A case as the window would open it, with other details. */
function openedWith(change: Readonly<JsonObject>): Forged {
  const id = randomUUID()
  const { kind, subject, body, payload } = said.opened(id)
  return {
    kind,
    subject,
    body: body,
    payload: { ...(payload as JsonObject), ...change }
  }
}

describe('what somebody with a key and a tool of their own signs', { timeout: 60_000 }, () => {
  const administrators = (change: Readonly<JsonObject>): readonly string[] =>
    agreed(withForged(built.administrator.signer, openedWith(change)))
  const changed = (): string[] => [`${built.sequence + 1} payloadChanged`]

  it.each(['url', 'bindDn', 'baseDn'])('names no directory with control characters in its %s', (field) => {
    const connection = {
      ...{
        profile: 'openldap',
        url: 'ldaps://dc.schule.example',
        bindDn: 'cn=netzwart',
        baseDn: 'dc=schule'
      },
      ...{ caCertificate: null, layout: null }
    }
    const said = (change: Readonly<Record<string, Json>>): readonly string[] =>
      agreed(
        withForged(built.administrator.signer, {
          kind: 'connection.changed',
          subject: 'connection',
          body: { digest: 'a'.repeat(64), former: null },
          payload: { connection: { ...connection, ...change } }
        })
      )
    expect(said({})).toEqual([])
    for (const mark of ['\0', '\n', '\u0085']) expect(said({ [field]: `x${mark}y` })).toEqual(changed())
    expect(said({ [field]: '\ud800' })).toEqual(said({ [field]: 'x\udfffy' }))
  })

  it('may have as many characters as the window takes, whatever their size in UTF-16', () => {
    expect(administrators({ evidence: [{ reference: '😀'.repeat(300) }] })).toEqual([])
    expect(administrators({ evidence: [{ reference: '😀'.repeat(301) }] })).toEqual(changed())
  })

  it('is not repaired before it is judged: no field too many, no blanks around a word', () => {
    expect(administrators({ secondFacts: 'Etwas ganz anderes' })).toEqual(changed())
    expect(administrators({ evidence: [{ reference: '  Aktenvermerk 12  ' }] })).toEqual(changed())
    expect(administrators({ evidence: [{ reference: 'Aktenvermerk 12', page: 3 }] })).toEqual(changed())
  })

  it('is no second founding; a printed root is compared with the founding that counts', () => {
    const document: LedgerExport = { ...year, statements: [...year.statements], payloads: [...year.payloads] }
    const last = forge(document, built.deputy.signer, founding('deputy', built.deputy.keys, []))
    const problems = agreed(document, { head: null, root: 'ab'.repeat(32) })
    expect(problems).toEqual(['2 unknownKey', `${last} wrongTransition`])
  })

  it.each([
    ['a logformat', true, { format: 'squid-logformat', logformat: '%ts %un' }],
    ['no logformat', false, { format: 'squid-logformat', logformat: '' }],
    [
      'linelog',
      true,
      { format: 'freeradius-linelog', messages: [{ act: 'signIn', words: '%S %{User-Name}' }] }
    ],
    [
      'linelog of an act that it cannot be',
      false,
      { format: 'freeradius-linelog', messages: [{ act: 'print', words: '%S x' }] }
    ],
    ['linelog without a message', false, { format: 'freeradius-linelog', messages: [] }],
    ['a table', true, table],
    ['a table with one thing more', false, { ...table, more: true }],
    ['a table that lacks a column', false, { ...table, columns: { time: 'Zeit' } }],
    ['a table of another delimiter', false, { ...table, delimiter: '#' }],
    ['a format that there is not', false, { format: 'squid' }]
  ])('an order with %s as a format of the school’s own is judged alike', (_, isRight, mapping) => {
    const models = year.statements.flatMap((row) => modelOf(row, year))
    const order = structuredClone(models.find(({ kind }) => kind === 'order.given')!) as unknown as Forged
    const { scope } = order.payload as unknown as { scope: { sources: JsonObject[] } }
    scope.sources[0] = { ...scope.sources[0]!, mapping }
    const document = withForged(built.leadership.signer, order)
    const read = readStatement({ sequence: 0, ...document.statements.at(-1)! })!
    const payload = document.payloads.at(-1)!
    expect([isPayloadOf(read, payload), readPayload(read, payload) !== null]).toEqual([isRight, isRight])
  })

  it('is judged alike by both verifiers, whatever it is', { timeout: 120_000 }, () => {
    const signers = [built.device, built.administrator.signer, built.leadership.signer]
    const models = year.statements.flatMap((row) => modelOf(row, year))
    fc.assert(
      fc.property(
        fc.nat(models.length - 1),
        fc.nat(signers.length - 1),
        fc.array(change, { minLength: 1, maxLength: 2 }),
        (which, who, changes) => {
          const forged: JsonObject = structuredClone(models[which]!)
          for (const one of changes) carryOut(forged, one)
          // The whole ledger was judged before; here only the new statement and its details differ.
          const document = withForged(signers[who]!, forged as unknown as Forged)
          const [statement] = document.statements.slice(-1)
          agreed({ ...document, statements: [...year.statements.slice(0, 12), statement!] })
          const read = readStatement({ sequence: 0, ...statement! })
          const payload = document.payloads.at(-1)!
          if (read?.payload != null) {
            expect(isPayloadOf(read, payload)).toBe(readPayload(read, payload) !== null)
          }
        }
      ),
      { numRuns: 300 }
    )
  })
})

function modelOf(row: LedgerExport['statements'][number], { payloads }: LedgerExport): JsonObject[] {
  const statement = readStatement({ sequence: 0, ...row })
  if (statement === null) return []
  const { kind, subject, body, payload } = statement
  const kept = payloads.find(({ hash }) => hash === payload)
  const details = kept === undefined ? {} : { payload: JSON.parse(kept.text) as Json }
  return [{ kind, subject, body: body, ...details }]
}

/** Values at the borders of what the shapes allow. */
const value: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, '', ' ', 'a ', '\u0000', 'ä', 'a\u0308', '\ud800', '😀', {}, [], [null]),
  fc.constantFrom<Json>(0, -0, 1, -1, 0.5, 1e21, 2 ** 53 - 1, 2 ** 53, Number.MAX_VALUE),
  fc.constantFrom<Json>('2026-02-29', '2028-02-29', '0000-01-01', '10000-01-01', '2026-1-1', '2026-12-31'),
  fc.constantFrom<Json>(
    ...[
      '2026-08-03T06:00:00.000Z',
      '2026-08-03T24:00:00.000Z',
      '2026-08-03T06:00:00Z',
      '2026-08-03T06:00:00.000+00:00'
    ],
    ...['2026-08-03T06:00:60.000Z', '2026-02-30T06:00:00.000Z', '2026-08-03t06:00:00.000z']
  ),
  fc.constantFrom<Json>(
    ...['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ...['F47AC10B-58CC-4372-A567-0E02B2C3D479', 'f47ac10b-58cc-4372-c567-0e02b2c3d479']
  ),
  fc.constantFrom<Json>('a'.repeat(64), 'A'.repeat(64), 'a'.repeat(63), 'g'.repeat(64), 'A'.repeat(43)),
  fc
    .tuple(
      fc.constantFrom('x', '😀', '\ud800', '\udc00'),
      fc.constantFrom(1, 99, 100, 101, 199, 200, 201, 300, 301)
    )
    .map(([word, times]) => word.repeat(times))
)
const change = fc.record({
  /** Which of the places of the statement, counted through. */
  place: fc.nat(60),
  deed: fc.constantFrom('set' as const, 'leave out' as const, 'add' as const),
  name: fc.constantFrom('extra', '__proto__', 'constructor', 'toString', ''),
  value
})

/** Changes one place in the body or the payload, in whatever depth. */
function carryOut(forged: JsonObject, { place, deed, name, value: wanted }: ChangeDeed): void {
  const places = [...placesOf(forged)]
  const chosen = places[place % places.length]
  if (chosen === undefined) return
  const [holder, key] = chosen
  if (deed === 'leave out') Reflect.deleteProperty(holder, key)
  else if (deed === 'set') define(holder, key, wanted)
  else if (!Array.isArray(holder)) define(holder, name, wanted)
  else holder.push(wanted)
}
type ChangeDeed = typeof change extends fc.Arbitrary<infer Deed> ? Deed : never

function define(holder: object, key: string, wanted: Json): void {
  Object.defineProperty(holder, key, { value: wanted, enumerable: true, configurable: true, writable: true })
}

function* placesOf(holder: JsonObject | Json[], depth = 0): Generator<[JsonObject | Json[], string]> {
  for (const [key, inner] of Object.entries(holder)) {
    const isFrame = depth === 0 && (key === 'kind' || key === 'payload' || key === 'body')
    if (!isFrame) yield [holder, key]
    if (typeof inner === 'object' && inner !== null) yield* placesOf(inner, depth + 1)
  }
}
