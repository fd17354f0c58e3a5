import type { SanctionCase } from '../../../../src-main/contract/sanctions'

type CourseEntry = SanctionCase['course'][number]

const at = '2026-11-20T08:00:00.000Z'
const plan = 'a'.repeat(64)

export function signature(person: string): SanctionCase['opened'] {
  return { sequence: 1, at, person, name: `Kim ${person}` }
}

export function courseEntry(
  sequence: number,
  event: CourseEntry['event'],
  person: string | null
): CourseEntry {
  return { sequence, at, event, person, name: person === null ? '' : `Kim ${person}`, words: '' }
}

/** A made-up case that waits for the leadership; decided as proposed in the states that come after. */
export function sanctionCase(change: Partial<SanctionCase> = {}): SanctionCase {
  const measures: SanctionCase['measures'] = [{ kind: 'suspension', until: '2026-12-10' }]
  const decided = !['open', 'proposed', 'withdrawn', undefined].includes(change.state)
  return {
    id: '7d3f4a52-1111-4222-8333-444455556666',
    number: '2026-003',
    version: 4,
    state: 'proposed',
    person: {
      account: 'account-1',
      names: { login: 'm.muster', givenName: 'Mia', familyName: 'Muster' },
      schoolClass: '8b'
    },
    rule: 'P18',
    openedAt: at,
    measures,
    deadline: null,
    waitingSince: at,
    happenedOn: '2026-11-19',
    facts: 'Hat den Filter umgangen.',
    evidence: [],
    opened: signature('admin'),
    proposal: { ...signature('admin'), sequence: 2, measures, reasons: 'Zum zweiten Mal.', plan },
    hearings: [],
    decision: decided
      ? {
          ...signature('head'),
          sequence: 3,
          outcome: 'approved',
          measures,
          reasons: 'Angemessen.',
          plan,
          expires: '2026-12-04T08:00:00.000Z'
        }
      : null,
    lift: null,
    course: [],
    enforcedAt: null,
    obstacle: null,
    differences: [],
    may: {
      propose: false,
      withdraw: false,
      recordHearing: false,
      decide: false,
      lift: false,
      enforce: false
    },
    decideRefusedBecauseOwn: false,
    ...change
  }
}
