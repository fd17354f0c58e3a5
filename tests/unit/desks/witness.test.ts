import { describe, expect, it } from 'vitest'
import type { Plan, PlanProgress } from '../../../src-main/contract/plan'
import { PassphraseSigning } from '../../../src-main/core/people/signing'
import { Throttle } from '../../../src-main/core/people/throttle'
import { hashPlan } from '../../../src-main/core/plan'
import { ledgerWitness } from '../../../src-main/desks/plans'
import { valueOf } from '../support/accountsJob'
import { foundSchool, passphrases, startPeople, type PeopleAtWork } from '../support/peopleJob'

function planOf(steps: number): Plan {
  return {
    format: 1,
    job: 'accounts',
    day: '2026-09-01',
    basis: {},
    undoes: null,
    steps: Array.from({ length: steps }, (_, index) => ({
      id: String(index + 1),
      kind: 'suspend',
      target: { type: 'account', id: 'a', name: 'm.muster', label: 'Mia Muster', schoolClass: '7b' },
      before: {},
      after: {},
      reason: { code: 'statedReason', parameters: { text: 'Gerät verloren' } },
      needs: []
    }))
  }
}

function progressOf(plan: string): PlanProgress {
  return { plan, state: 'finished', steps: 1, done: 1, failed: 0, remaining: 0, rate: 0, stoppedBy: null }
}

/** A plan that the ledger holds a decision on. */
const decided = 'd'.repeat(64)

function witnessOf(work: PeopleAtWork) {
  const signing = new PassphraseSigning(work.shelf, new Throttle(() => work.clock.time.getTime()))
  return ledgerWitness({
    ledger: work.ledger,
    signing,
    actor: () => work.job.actor(),
    decidedAt: (hash) => (hash === decided ? '2026-11-20T10:00:00.000Z' : null)
  })
}

const newest = (work: PeopleAtWork) => work.ledger.items.at(-1)

describe('what the ledger hears of runs', () => {
  it('before the founding this PC signs everything', async () => {
    const work = await startPeople()
    const plan = planOf(3)
    valueOf(
      await witnessOf(work).begun(
        { hash: hashPlan(plan), plan, undoes: false },
        { kind: 'actor', passphrase: null }
      )
    )
    expect(newest(work)).toMatchObject({
      signedBy: { kind: 'device' },
      statement: { kind: 'plan.begun', body: { steps: 3, by: null } }
    })
  })

  it('P26: one action is signed by this PC and names the person; a plan of several by the person', async () => {
    const work = await startPeople()
    await foundSchool(work)
    const witness = witnessOf(work)
    const one = { hash: hashPlan(planOf(1)), plan: planOf(1), undoes: false }
    valueOf(await witness.begun(one, { kind: 'actor', passphrase: null }))
    expect(newest(work)).toMatchObject({
      signedBy: { kind: 'device' },
      statement: { body: { by: work.administrator.id, kinds: { suspend: 1 } } }
    })
    const several = { hash: hashPlan(planOf(2)), plan: planOf(2), undoes: false }
    const without = await witness.begun(several, { kind: 'actor', passphrase: null })
    expect(without).toMatchObject({ failure: { code: 'people.passphraseNeeded' } })
    const wrong = await witness.begun(several, { kind: 'actor', passphrase: passphrases.leadership })
    expect(wrong).toMatchObject({ failure: { code: 'people.wrongPassphrase' } })
    valueOf(await witness.begun(several, { kind: 'actor', passphrase: passphrases.administrator }))
    expect(newest(work)).toMatchObject({ signedBy: { kind: 'person', role: 'administrator' } })
    expect(work.ledger.verification.problems).toEqual([])
  })

  it('an undo says what it takes back; what falls due names nobody', async () => {
    const work = await startPeople()
    await foundSchool(work)
    const witness = witnessOf(work)
    const plan = planOf(1)
    const hash = hashPlan(plan)
    valueOf(await witness.begun({ hash, plan, undoes: true }, { kind: 'actor', passphrase: null }))
    expect(newest(work)?.statement).toMatchObject({ subject: `plan:${hash}`, body: { undoes: hash } })
    valueOf(await witness.ended(hash, progressOf('f'.repeat(64))))
    expect(newest(work)?.statement).toMatchObject({ kind: 'plan.ended', subject: `plan:${hash}` })
    valueOf(await witness.begun({ hash, plan, undoes: false }, { kind: 'due' }))
    expect(newest(work)?.statement).toMatchObject({ body: { by: null } })
  })

  it('vouches for what was begun and taken back, in a founded case file for nothing else', async () => {
    const work = await startPeople()
    const witness = witnessOf(work)
    const plan = planOf(1)
    const hash = hashPlan(plan)
    expect([witness.vouchesFor(hash), witness.vouchesForUndo(hash)]).toEqual([true, true])
    await foundSchool(work)
    expect([witness.vouchesFor(hash), witness.vouchesForUndo(hash)]).toEqual([false, false])
    expect([witness.vouchesFor(decided), witness.vouchesForUndo(decided)]).toEqual([true, false])
    valueOf(await witness.begun({ hash, plan, undoes: false }, { kind: 'due' }))
    expect([witness.vouchesFor(hash), witness.vouchesForUndo(hash)]).toEqual([true, false])
    valueOf(await witness.begun({ hash, plan, undoes: true }, { kind: 'due' }))
    expect(witness.vouchesForUndo(hash)).toBe(true)
  })
})
