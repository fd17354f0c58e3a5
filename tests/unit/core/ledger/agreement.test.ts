import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { statementKinds, type LedgerExport } from '../../../../src-main/contract/ledger'
import { appointedRoles } from '../../../../src-main/contract/people'
import { deviceEntry, draft, type Draft } from '../../../../src-main/core/ledger'
import { deviceSigner, type Signer } from '../../../../src-main/core/people/keys'
import {
  appointment,
  type BuiltPerson,
  forge,
  founding,
  LedgerBuilder,
  makePerson,
  planHash,
  said
} from '../../support/ledgerBuilder'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

const uuid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`
const start = Date.parse('2026-08-04T06:00:00.000Z')
const day = 86_400_000

let base: LedgerExport
let people: BuiltPerson[]
let signers: Signer[]

beforeAll(async () => {
  const built = await LedgerBuilder.found()
  const others = await Promise.all(['first', 'second'].map(makePerson))
  // The same person with a second key, and somebody with the sealing key of another one.
  const again = await makePerson('first')
  const mixed = { ...others[1]!, keys: { ...others[1]!.keys, seal: again.keys.seal } }
  people = [built.leadership, built.deputy, built.administrator, built.evaluator, ...others, again, mixed]
  signers = [...people.slice(0, 7).map(({ signer }) => signer), built.device, deviceSigner(randomBytes(32))]
  await built.propose(uuid(1), planHash('0'))
  await built.approve(uuid(2), await built.propose(uuid(2), planHash('0')), planHash('0'))
  base = await built.export()
}, 60_000)

/** Something rightly written that anybody says about anything; most of it is not for them to say. */
interface Attempt {
  readonly signer: number
  /** By somebody who has the role for it, or had it at the beginning. */
  readonly fits: boolean
  readonly what: number
  readonly person: number
  readonly id: number
  readonly plan: number
  readonly number: number
  readonly days: number
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  signer: fc.nat(8),
  fits: fc.constantFrom(true, true, true, false),
  what: fc.nat(24),
  person: fc.nat(7),
  id: fc.integer({ min: 1, max: 2 }),
  plan: fc.nat(1),
  number: fc.nat(3),
  days: fc.constantFrom(0, 0, 0, 0, 1, 10, 20, -2)
})

function signerOf({ signer, fits, number }: Attempt, { kind }: Draft): Signer {
  const [role] = statementKinds[kind].signers
  const fitting = { device: 7, leadership: number % 2, administrator: 2, evaluator: 3 }[role]
  return signers[fits ? fitting : signer]!
}

function draftOf({ what, person, id, plan: planNumber, number, days }: Attempt, next: number): Draft {
  const someone = people[person]!
  const plan = planHash(String(planNumber))
  const role = appointedRoles[number]!
  const expires = new Date(start + (20 + days) * day).toISOString()
  const { fingerprint } = signers[person]!
  const drafts = [
    () => said.opened(uuid(id)),
    () => said.opened(uuid(id)),
    () => said.proposed(uuid(id), plan),
    () => said.proposed(uuid(id), plan),
    () => said.heard(uuid(id)),
    () => said.decided(uuid(1), 8, 'approved', plan, expires),
    () => said.decided(uuid(id), next - 1, 'approved', plan, expires),
    () => said.decided(uuid(id), next - 1, 'changed', plan, expires),
    () => said.decided(uuid(id), next - 1, 'refused', null, null),
    () => said.withdrawn(uuid(id)),
    () => said.enforced(uuid(id), plan),
    () => said.enforced(uuid(id), plan),
    () => said.failed(uuid(id), plan),
    () => said.expired(uuid(id)),
    () => said.liftDecided(uuid(id), plan, expires),
    () => said.lifted(uuid(id), plan),
    () => said.ended(uuid(id)),
    () => appointment(someone, role, { until: days > 0 ? '2026-08-20' : null }, uuid(3 + number)),
    () => appointment(someone, role, { from: '2026-08-10' }, uuid(3 + number)),
    () => said.appointmentRevoked(someone.id, uuid(3 + number)),
    () => said.keyRevoked('ledger', fingerprint, number === 0 ? next - 1 : next),
    () => deviceEntry(signers[7 + (number % 2)]!, 'PC'),
    () => founding(someone.id, someone.keys, [fingerprint]),
    () => draft('clock.wentBack', 'ledger', { last: new Date(start).toISOString() }, null),
    () => said.settings()
  ]
  return drafts[what]!()
}

describe('both verifiers, on whatever anybody says', () => {
  it('come to the same verdict (P20, P21, P26)', { timeout: 120_000 }, () => {
    const codes = new Set<string>()
    let sound = 0
    fc.assert(
      fc.property(fc.array(attempt, { minLength: 10, maxLength: 25 }), (attempts) => {
        const document = structuredClone(base)
        let time = start
        for (const one of attempts) {
          time += one.days * day
          const next = document.statements.length + 1
          const what = draftOf(one, next)
          forge(document, signerOf(one, what), what, { time: new Date(time).toISOString() })
        }
        const verdict = verifyInApp(document)
        expect(verifyStandingAlone(document)).toEqual(verdict)
        for (const problem of verdict.problems) codes.add(problem.replace(/^\d+ /, ''))
        const faulty = new Set(verdict.problems.map((problem) => problem.split(' ')[0]))
        sound += attempts.length - faulty.size
      }),
      { numRuns: 120 }
    )
    // What the attempts came to: neither all refused nor all allowed, and for many reasons.
    expect(sound).toBeGreaterThan(200)
    for (const code of [
      'notAppointed',
      'wrongSigner',
      'unknownKey',
      'revokedKey',
      'timeBackwards',
      'wrongTransition',
      'planChanged',
      'fourEyesBroken'
    ]) {
      expect(codes).toContain(code)
    }
  })
})
