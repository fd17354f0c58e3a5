import { describe, expect, it } from 'vitest'
import type { Appointment } from '../../../../src-main/contract/people'
import { groupsOf, pastOf } from '../../../../src-renderer/features/people/appointments'
import { periodText } from '../../../../src-renderer/features/people/period'

let sequence = 0
function appointment(change: Partial<Appointment>): Appointment {
  sequence += 1
  return {
    id: `00000000-0000-4000-8000-${String(sequence).padStart(12, '0')}`,
    person: `person-${String(sequence)}`,
    names: { login: 'e.beispiel', givenName: 'Eva', familyName: 'Beispiel' },
    role: 'evaluator',
    deputy: false,
    scope: '',
    from: '2026-08-24',
    until: null,
    fingerprint: 'a'.repeat(64),
    state: 'active',
    sequence,
    revocation: null,
    ...change
  }
}

describe('appointments (P20)', () => {
  it('are grouped by role, the deputy after who leads; what has ended stands apart, newest first', () => {
    const deputy = appointment({ role: 'leadership', deputy: true })
    const head = appointment({ role: 'leadership' })
    const planned = appointment({ role: 'dpo', state: 'planned' })
    const ended = appointment({ role: 'dpo', state: 'ended' })
    const revoked = appointment({ state: 'revoked' })
    const all = [deputy, head, planned, ended, revoked]
    const groups = groupsOf(all)
    expect(groups.map(({ role }) => role)).toEqual(['leadership', 'administrator', 'evaluator', 'dpo'])
    expect(groups.map(({ appointments }) => appointments)).toEqual([[head, deputy], [], [], [planned]])
    expect(pastOf(all)).toEqual([revoked, ended])
  })

  it('say what is missing: a deputy, and the second pair of eyes (P21)', () => {
    const advice = (appointments: Appointment[]) =>
      Object.fromEntries(groupsOf(appointments).map((group) => [group.role, group.advice]))
    const head = appointment({ role: 'leadership' })
    const evaluator = appointment({ role: 'evaluator' })
    expect(advice([head, evaluator])).toMatchObject({ leadership: 'deputy', evaluator: 'second' })
    const again = appointment({ role: 'evaluator', person: evaluator.person })
    expect(advice([head, evaluator, again])).toMatchObject({ evaluator: 'second' })
    const complete = [
      head,
      appointment({ role: 'leadership', deputy: true }),
      evaluator,
      appointment({ role: 'evaluator' })
    ]
    expect(advice(complete)).toMatchObject({ leadership: null, evaluator: null })
    expect(advice([])).toMatchObject({ leadership: null, evaluator: null })
  })

  it('say from when to when in words', () => {
    expect(periodText({ from: '2026-08-24', until: null })).toBe('ab 24.08.2026, bis zum Widerruf')
    expect(periodText({ from: '2026-08-24', until: '2027-07-31' })).toBe('vom 24.08.2026 bis 31.07.2027')
  })
})
