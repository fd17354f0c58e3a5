import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerProblemCode, Statement } from '../../../../src-main/contract/ledger'
import { caseStates } from '../../../../src-main/contract/sanctions'
import type { SignedBy, SoundItem } from '../../../../src-main/core/ledger'
import { CaseRule } from '../../../../src-main/jobs/sanctions/caseRule'
import { caseMoves, nextState, type CaseMove } from '../../../../src-main/jobs/sanctions/transitions'

const id = '5b5f3c6e-3b0f-4c39-9f4e-0a6a1d6f5c11'
const day = 86_400_000
const begin = Date.parse('2026-08-03T06:00:00.000Z')
const plans = ['a', 'b', 'c'].map((letter) => letter.repeat(64))
const [planA = '', planB = '', planC = ''] = plans
const people = ['anna', 'bert', 'cleo']

/** What the schools' rules say about a case, told anew and plainly. */
interface Model {
  state: 'none' | (typeof caseStates)[number]
  now: number
  sequence: number
  authors: string[]
  /** Sequence number and plan of what was proposed last. */
  proposal: { sequence: number; plan: string } | null
  approval: { plan: string; expires: number } | null
  lift: { plan: string; expires: number } | null
  readonly visited: Set<string>
}

/** A ledger of statements that only the rule looks at. */
class RuleAtWork {
  readonly rule = new CaseRule()

  /** Says it and takes it where it is right; answers what is wrong. */
  say(model: Model, kind: string, signedBy: SignedBy, body: object = {}): LedgerProblemCode | null {
    const statement = {
      kind: `case.${kind}`,
      subject: `case:${id}`,
      sequence: model.sequence + 1,
      time: new Date(model.now).toISOString(),
      body: { case: id, ...body }
    } as unknown as Statement
    const problem = this.rule.judge(statement, signedBy)
    if (problem === null) this.rule.take({ statement, signedBy, problems: [] } as unknown as SoundItem)
    return problem
  }
}

const device: SignedBy = { kind: 'device', person: null, role: null }
const person = (name: string): SignedBy => ({ kind: 'person', person: name, role: 'leadership' })

type Step = (model: Model, real: RuleAtWork) => void

/** A command that may come at any time: right or wrong, both must be seen. */
function command(name: string, run: Step): fc.Command<Model, RuleAtWork> {
  return { check: () => true, run, toString: () => name }
}

/** Says something and expects that it is right exactly if `isRight`; then the model moves on. */
function expectSaid(
  model: Model,
  problem: LedgerProblemCode | null,
  wanted: LedgerProblemCode | null,
  then: () => void
): void {
  expect(problem).toBe(wanted)
  if (problem !== null) return
  model.sequence += 1
  then()
  model.visited.add(model.state)
}

/** What is wrong with something that was carried out: possible now, the signed plan, in time. */
function verdict(isPossible: boolean, isPlan: boolean, isInTime: boolean): LedgerProblemCode | null {
  if (!isPossible) return 'wrongTransition'
  if (!isPlan) return 'planChanged'
  return isInTime ? null : 'wrongTransition'
}

const open: Model['state'][] = ['open', 'proposed']
const ended: Model['state'][] = ['none', 'refused', 'withdrawn', 'expired', 'lifted', 'ended']

/** The next thing that would rightly be said, so that runs get far and not only wrong. */
function likely(model: Model, real: RuleAtWork, who: string): void {
  const { state, now, proposal, approval, lift } = model
  const expires = new Date(now + 14 * day).toISOString()
  const problems = {
    none: () => real.say(model, 'opened', person('anna'), { rule: 'P18' }),
    open: () => real.say(model, 'proposed', person('anna'), { plan: planA }),
    proposed: () => {
      const body = { proposal: proposal?.sequence, outcome: 'approved', plan: proposal?.plan, expires }
      return real.say(model, 'decided', person(who), body)
    },
    approved: () => real.say(model, 'enforced', device, { plan: approval?.plan }),
    inForce: () => real.say(model, 'liftDecided', person(who), { plan: planB, expires }),
    lifting: () => real.say(model, 'lifted', device, { plan: lift?.plan })
  } as const
  if (!(state in problems)) return
  const problem = problems[state as keyof typeof problems]()
  const isOwn = model.authors.includes(who) && (state === 'proposed' || state === 'inForce')
  const used = state === 'approved' ? approval : state === 'lifting' ? lift : null
  const isLate = used !== null && now > used.expires
  expectSaid(model, problem, isOwn ? 'fourEyesBroken' : isLate ? 'wrongTransition' : null, () => {
    if (state === 'none' || state === 'open') model.authors.push('anna')
    if (state === 'open') model.proposal = { sequence: model.sequence, plan: planA }
    if (state === 'proposed') model.approval = { plan: proposal?.plan ?? '', expires: now + 14 * day }
    if (state === 'inForce') model.lift = { plan: planB, expires: now + 14 * day }
    const next = {
      none: 'open',
      open: 'proposed',
      proposed: 'approved',
      approved: 'inForce',
      inForce: 'lifting',
      lifting: 'lifted'
    } as const
    model.state = next[state as keyof typeof next]
  })
}

const commands = [
  ...Array.from({ length: 5 }, () =>
    fc
      .constantFrom(...people)
      .map((who) => command(`the next right thing (${who})`, (model, real) => likely(model, real, who)))
  ),
  fc
    .integer({ min: 1, max: 10 })
    .map((days) => command(`wait ${days} days`, (model) => void (model.now += days * day))),
  fc.constantFrom(...people).map((who) =>
    command(`${who} opens`, (model, real) => {
      const wanted = model.state === 'none' ? null : 'wrongTransition'
      expectSaid(model, real.say(model, 'opened', person(who), { rule: 'P18' }), wanted, () => {
        model.state = 'open'
        model.authors.push(who)
      })
    })
  ),
  fc.tuple(fc.constantFrom(...people), fc.constantFrom(...plans)).map(([who, plan]) =>
    command(`${who} proposes ${plan[0] ?? ''}`, (model, real) => {
      const wanted = open.includes(model.state) ? null : 'wrongTransition'
      expectSaid(model, real.say(model, 'proposed', person(who), { plan }), wanted, () => {
        model.state = 'proposed'
        model.authors.push(who)
        model.proposal = { sequence: model.sequence, plan }
      })
    })
  ),
  fc.constantFrom(...people).map((who) =>
    command(`${who} hears`, (model, real) => {
      const wanted = ended.includes(model.state) ? 'wrongTransition' : null
      const body = { party: 'pupil', event: 'heard', on: '2026-08-03' }
      expectSaid(model, real.say(model, 'hearing', person(who), body), wanted, () => undefined)
    })
  ),
  fc.constantFrom(...people).map((who) =>
    command(`${who} withdraws`, (model, real) => {
      const wanted = open.includes(model.state) ? null : 'wrongTransition'
      expectSaid(model, real.say(model, 'withdrawn', person(who)), wanted, () => (model.state = 'withdrawn'))
    })
  ),
  fc
    .record({
      who: fc.constantFrom(...people),
      outcome: fc.constantFrom('approved', 'changed', 'refused'),
      plan: fc.constantFrom(null, null, planA, planB, planC),
      /** Another proposal than the newest. */
      shift: fc.constantFrom(0, 0, 0, -1),
      days: fc.constantFrom(null, null, 14, 14, 400)
    })
    .map(({ who, outcome, plan, shift, days }) =>
      command(`${who} decides ${outcome} ${plan?.[0] ?? '-'} ${shift} ${days ?? '-'}`, (model, real) => {
        const { proposal } = model
        const expires = days === null ? null : model.now + days * day
        const refuses = outcome === 'refused' && plan === null && days === null
        const approves = outcome === 'approved' && plan === proposal?.plan && days === 14
        const changes = outcome === 'changed' && plan !== null && plan !== proposal?.plan && days === 14
        const isRight = model.state === 'proposed' && shift === 0 && (refuses || approves || changes)
        const isOwn = model.state === 'proposed' && model.authors.includes(who)
        const body = {
          proposal: (proposal?.sequence ?? 0) + shift,
          outcome,
          plan,
          expires: expires === null ? null : new Date(expires).toISOString()
        }
        const wanted = isOwn ? 'fourEyesBroken' : isRight ? null : 'wrongTransition'
        expectSaid(model, real.say(model, 'decided', person(who), body), wanted, () => {
          model.state = refuses ? 'refused' : 'approved'
          if (plan !== null && expires !== null) model.approval = { plan, expires }
        })
      })
    ),
  fc.constantFrom(...plans).map((plan) =>
    command(`enforced ${plan[0] ?? ''}`, (model, real) => {
      const { state, approval, now } = model
      const isInTime = state === 'inForce' || (approval !== null && now <= approval.expires)
      const isPossible = state === 'approved' || state === 'inForce'
      const wanted = verdict(isPossible, plan === approval?.plan, isInTime)
      expectSaid(model, real.say(model, 'enforced', device, { plan }), wanted, () => {
        model.state = 'inForce'
      })
    })
  ),
  fc.constantFrom(...plans).map((plan) =>
    command(`enforcement of ${plan[0] ?? ''} fails`, (model, real) => {
      const { state, approval, lift } = model
      const isPossible = state === 'approved' || state === 'lifting'
      const wanted = verdict(isPossible, plan === (state === 'lifting' ? lift : approval)?.plan, true)
      const problem = real.say(model, 'enforcementFailed', device, { plan, code: 'directory.timeout' })
      expectSaid(model, problem, wanted, () => undefined)
    })
  ),
  ...Array.from({ length: 3 }, () =>
    fc.constant(
      command('expires', (model, real) => {
        const { state, approval, lift, now } = model
        const isUnused = state === 'approved' && approval !== null && now > approval.expires
        const stays = state === 'lifting' && lift !== null && now > lift.expires
        const wanted = isUnused || stays ? null : 'wrongTransition'
        expectSaid(model, real.say(model, 'expired', device), wanted, () => {
          model.state = stays ? 'inForce' : 'expired'
        })
      })
    )
  ),
  fc
    .tuple(fc.constantFrom(...people), fc.constantFrom(...plans), fc.constantFrom(14, 14, 90))
    .map(([who, plan, days]) =>
      command(`${who} decides to lift by ${plan[0] ?? ''} in ${days} days`, (model, real) => {
        const expires = model.now + days * day
        const isOwn = model.state === 'inForce' && model.authors.includes(who)
        const isRight = model.state === 'inForce' && days === 14
        const body = { plan, expires: new Date(expires).toISOString() }
        const wanted = isOwn ? 'fourEyesBroken' : isRight ? null : 'wrongTransition'
        expectSaid(model, real.say(model, 'liftDecided', person(who), body), wanted, () => {
          model.state = 'lifting'
          model.lift = { plan, expires }
        })
      })
    ),
  fc.constantFrom(...plans).map((plan) =>
    command(`lifted by ${plan[0] ?? ''}`, (model, real) => {
      const { state, lift, now } = model
      const isInTime = lift !== null && now <= lift.expires
      const wanted = verdict(state === 'lifting', plan === lift?.plan, isInTime)
      expectSaid(model, real.say(model, 'lifted', device, { plan }), wanted, () => (model.state = 'lifted'))
    })
  ),
  fc.constant(
    command('ended', (model, real) => {
      const isRight = model.state === 'inForce' || model.state === 'lifting'
      const wanted = isRight ? null : 'wrongTransition'
      expectSaid(model, real.say(model, 'ended', device), wanted, () => (model.state = 'ended'))
    })
  )
]

describe('the order of what is said about a case', () => {
  it('P21 P26: the rule judges every sequence of statements as the schools’ rules do', () => {
    const visited = new Set<string>()
    fc.assert(
      fc.property(fc.commands(commands, { maxCommands: 40, size: 'max' }), (sequence) => {
        const model: Model = {
          ...{ state: 'none', now: begin, sequence: 0, authors: [] },
          ...{ proposal: null, approval: null, lift: null, visited }
        }
        fc.modelRun(() => ({ model, real: new RuleAtWork() }), sequence)
      }),
      { numRuns: 1_500 }
    )
    // A model that never gets anywhere would prove nothing.
    expect([...visited].toSorted()).toEqual([...caseStates].toSorted())
  })

  it('a statement about another subject than its case is refused', () => {
    const rule = new CaseRule()
    const statement = {
      ...{ kind: 'case.opened', subject: 'case:another', sequence: 1 },
      ...{ time: new Date(begin).toISOString(), body: { case: id, rule: 'P18' } }
    } as unknown as Statement
    expect(rule.judge(statement, person('anna'))).toBe('wrongTransition')
  })

  it('has no opinion on what is about no case', () => {
    const rule = new CaseRule()
    const statement = { kind: 'settings.changed', subject: 'ledger', body: {} } as unknown as Statement
    expect(rule.judge(statement, device)).toBeNull()
  })

  it('nothing leads out of an end', () => {
    const ends = ['refused', 'withdrawn', 'expired', 'lifted', 'ended'] as const
    for (const state of ends) {
      expect(caseMoves.map((move: CaseMove) => nextState(state, move))).toEqual(caseMoves.map(() => null))
    }
  })
})
