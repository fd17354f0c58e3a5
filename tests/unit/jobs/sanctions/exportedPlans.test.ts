import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { LedgerExport } from '../../../../src-main/contract/ledger'
import type { Plan } from '../../../../src-main/contract/plan'
import type { Measure } from '../../../../src-main/contract/sanctions'
import { canonicalJson } from '../../../../src-main/core/canonicalJson'
import { bodyOf, draft, sha256 } from '../../../../src-main/core/ledger'
import { settingsChanged } from '../../../../src-main/desks/settings/recordedDocuments'
import { forge } from '../../support/ledgerBuilder'
import { MemoryDirectory } from '../../support/memoryDirectory'
import { changedAt, placesIn, somethingElse } from '../../support/changedPlaces'
import { pupilIn, SanctionsSchool, valueOf } from '../../support/sanctionsSchool'
import { verifyInApp, verifyStandingAlone } from '../../support/verifiers'

const until = (day: string | null): Measure => ({ kind: 'suspension', until: day })
const noWlan = (day: string | null): Measure => ({ kind: 'moduleRefusal', module: 'wlan', until: day })

type WholeExport = LedgerExport & {
  plans: NonNullable<LedgerExport['plans']>
  settings: NonNullable<LedgerExport['settings']>
}

let school: SanctionsSchool
let close: () => Promise<void>
/** Cases of every course about one pupil, overlapping, with their plans and the settings. */
let year: WholeExport
let inForce: { readonly id: string; readonly lift: string }

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T09:00:00') })
  const directory = new MemoryDirectory()
  const account = pupilIn(directory)
  school = await SanctionsSchool.open(directory, (end) => void (close = end))
  valueOf(await school.ledger.record(settingsChanged('settings', school.settings, null)))
  const first = valueOf(await school.approve(await school.propose(account, until(null), noWlan(null))))
  const second = valueOf(
    await school.approve(await school.propose(account, until('2026-12-10'), noWlan(null)))
  )
  valueOf(await school.approve(await school.propose(account, { kind: 'warning' }, noWlan('2026-12-20'))))
  valueOf(await school.lift(first))
  const lifted = valueOf(await school.lift(second))
  inForce = {
    id: second.id,
    lift:
      lifted.lift?.plan ??
      school.ledger
        .about(`case:${second.id}`)
        .flatMap(({ statement }) =>
          statement.kind === 'case.liftDecided' ? [bodyOf(statement, 'case.liftDecided').plan] : []
        )[0]!
  }
  await school.propose(account, noWlan('2026-12-24'))
  const text = canonicalJson(JSON.parse(JSON.stringify(school.settings)))
  year = {
    ...(await school.ledger.export('2026-12-01T08:00:00.000Z', '', () => true)),
    withheld: { payloads: 0, reader: '' },
    plans: await school.job.plansForExport(() => true),
    settings: [{ digest: sha256(text), text }]
  }
  await close()
  vi.useRealTimers()
}, 60_000)

function agreed(document: LedgerExport) {
  const verdict = verifyInApp(document)
  expect(verifyStandingAlone(document)).toEqual(verdict)
  return verdict
}

function copy(): WholeExport {
  return structuredClone(year)
}

/** A plan that somebody with a key signs with a tool of their own; answers the number of that statement. */
function sign(document: WholeExport, plan: unknown, proposed: readonly Measure[]): number {
  const text = canonicalJson(plan)
  const hash = sha256(text)
  document.plans.push({ hash, text })
  const { signer } = school.officials.evaluator
  const id = '5b5f3c6e-3b0f-4c39-9f4e-0a6a1d6f5c11'
  const opened = document.statements.flatMap(({ text: said }) => {
    const { kind, payload } = JSON.parse(said) as { kind: string; payload: string | null }
    const kept = year.payloads.find((one) => one.hash === payload)
    return kind === 'case.opened' && kept !== undefined ? [JSON.parse(kept.text) as unknown] : []
  })[0]
  forge(document, signer, draft('case.opened', `case:${id}`, { case: id, rule: 'P18' }, opened as never))
  const proposal = { measures: [...proposed], reasons: 'Neu.' }
  return forge(document, signer, draft('case.proposed', `case:${id}`, { case: id, plan: hash }, proposal))
}

/** The plan of a proposal about the pupil, as it would have to be for the new case. */
function planFor(of: (plan: Plan) => boolean): Plan {
  const found = year.plans.map(({ text }) => JSON.parse(text) as Plan).find(of)!
  return { ...found, basis: { ...found.basis, case: '5b5f3c6e-3b0f-4c39-9f4e-0a6a1d6f5c11' } }
}
const measuresOf = (plan: Plan): Measure[] => JSON.parse(String(plan.basis['measures'])) as Measure[]
const isProposal = (plan: Plan): boolean => plan.steps.length > 1 && plan.basis['measures'] !== undefined

describe('plans that go along in an export', { timeout: 120_000 }, () => {
  it('P26: are compared with their cases by both verifiers, down to the groups', () => {
    expect(agreed(year)).toMatchObject({ problems: [], uncheckedPlans: [], uncheckedGroups: [] })
    expect(year.plans.length).toBeGreaterThan(4)
  })

  it('are named as not checked where they are missing, which is no fault', () => {
    const { plans: _plans, settings: _settings, ...bare } = year
    const none = agreed(bare)
    expect(none.problems).toEqual([])
    expect(none.uncheckedPlans).toHaveLength(6)
    const noSettings = agreed({ ...year, settings: [] })
    expect(noSettings).toMatchObject({ problems: [], uncheckedPlans: [] })
    expect(noSettings.uncheckedGroups).toHaveLength(4)
    for (const place of year.plans.keys()) {
      const document = copy()
      document.plans.splice(place, 1)
      expect(agreed(document).problems).toEqual([])
      expect(agreed(document).uncheckedPlans).not.toEqual([])
    }
  })

  it('P26: about somebody else or another group are found, though hash and signature fit', () => {
    const plan = planFor(isProposal)
    const right = copy()
    sign(right, plan, measuresOf(plan))
    expect(agreed(right).problems).toEqual([])
    const others: Plan[] = [
      JSON.parse(canonicalJson(plan).replaceAll('k.beispiel', 'kollege')) as Plan,
      JSON.parse(canonicalJson(plan).replaceAll('modul-wlan', 'netz-admins')) as Plan,
      { ...plan, steps: plan.steps.slice(1) }
    ]
    for (const other of others) {
      const document = copy()
      const place = sign(document, other, measuresOf(plan))
      expect(agreed(document).problems).toEqual([`${place} planNotOfCase`])
    }
  })

  it('changed after they were signed are found', () => {
    for (const place of year.plans.keys()) {
      const document = copy()
      const plan = document.plans[place]!
      document.plans[place] = { ...plan, text: plan.text.replace('"format":1', '"format":2') }
      expect(agreed(document).problems.join()).toContain('planChanged')
      document.plans[place] = { ...plan, text: `${plan.text} ` }
      expect(agreed(document).problems.join()).toContain('planChanged')
    }
  })

  it.each(['proposal', 'snapshot', 'lift'] as const)(
    'are judged alike with any place of a %s changed',
    (what) => {
      const plan = planFor(isProposal)
      const account = JSON.parse(String(plan.basis['account'])) as object
      const kept = year.plans.find(({ hash }) => hash === inForce.lift)!
      const lift = JSON.parse(kept.text) as Plan
      const from = what === 'proposal' ? plan : what === 'snapshot' ? account : lift
      // The whole year was judged before; here only the end is of interest.
      fc.assert(
        fc.property(fc.constantFrom(...placesIn(from)), somethingElse, ({ path }, other) => {
          const mutated = changedAt(from, path, other)
          const document = copy()
          if (what === 'lift') {
            const index = document.statements.findIndex(({ text }) => text.includes(inForce.lift))
            document.statements.splice(index)
            const text = canonicalJson(mutated)
            document.plans.push({ hash: sha256(text), text })
            const body = { case: inForce.id, plan: sha256(text), expires: '2026-12-01T08:00:00.000Z' }
            const decided = draft('case.liftDecided', `case:${inForce.id}`, body, { reasons: 'x' })
            forge(document, school.officials.leadership.signer, decided)
          } else {
            const signed =
              what === 'proposal'
                ? mutated
                : { ...plan, basis: { ...plan.basis, account: canonicalJson(mutated) } }
            sign(document, signed, measuresOf(plan))
          }
          agreed(document)
        }),
        { numRuns: 60 }
      )
    }
  )
})

describe('an export that is none', () => {
  it.each([
    ['without its instant', { exportedAt: undefined }],
    ['of no instant', { exportedAt: 'gestern' }],
    ['of a day that is none', { exportedAt: '2026-02-30T08:00:00Z' }],
    ['that withholds what is no number', { withheld: { payloads: 'viele', reader: '' } }],
    ['that withholds from nobody', { withheld: { payloads: 1 } }],
    ['that withholds nothing in words', { withheld: null }],
    ['whose plans are no list', { plans: {} }],
    ['whose settings have no digest', { settings: [{ digest: 'x', text: '{}' }] }]
  ])('%s is taken by neither verifier', (_, change) => {
    const document = { ...year, ...change } as LedgerExport
    expect(() => verifyInApp(document)).toThrow('ledger.fileUnreadable')
    expect(() => verifyStandingAlone(document)).toThrow('no export')
  })

  it('with fields that nobody knows is taken by both', () => {
    const document = { ...year, exportedAt: '2026-12-01T08:00:00Z', later: [1] } as LedgerExport
    expect(agreed(document).problems).toEqual([])
  })
})
