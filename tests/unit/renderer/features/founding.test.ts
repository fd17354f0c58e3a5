import { describe, expect, it } from 'vitest'
import { foundingSchema, joinFoundingSchema, type Founder } from '../../../../src-main/contract/people'
import {
  emptyAnswers,
  emptyDraft,
  foundingOf,
  foundingSteps,
  isComplete,
  isSamePerson,
  joinOf,
  type FounderAnswers,
  type FoundingDraft
} from '../../../../src-renderer/features/founding/draft'

const answers: FounderAnswers = {
  login: 'a.netz ',
  password: 'Geheim-1234',
  passphrase: 'kreide lampe bach stern',
  passphraseValid: true
}

function founder(login: string, digit: string): Founder {
  return { fingerprint: digit.repeat(64), names: { login, givenName: 'Änne', familyName: 'Netzer' } }
}

function filled(change: Partial<FoundingDraft> = {}): FoundingDraft {
  return {
    school: ' Gesamtschule Lindenhain ',
    leadership: founder('s.leitung', 'a'),
    administrator: founder('a.netz', 'b'),
    agreed: true,
    ...change
  }
}

describe('the founding wizard', () => {
  it('goes on only when a step is answered', () => {
    const empty = emptyDraft('')
    expect(foundingSteps.filter((step) => isComplete(step, empty, emptyAnswers()))).toEqual([])
    expect(foundingSteps.every((step) => isComplete(step, filled(), answers))).toBe(true)
    expect(isComplete('signature', filled({ administrator: null }), answers)).toBe(false)
  })

  it('asks what main asks, without blanks at the ends', () => {
    const founding = foundingOf(filled())
    expect(foundingSchema.parse(founding)).toEqual(founding)
    expect(founding?.school).toBe('Gesamtschule Lindenhain')
    const join = joinOf('administrator', answers)
    expect(joinFoundingSchema.parse(join)).toEqual(join)
    expect(join.login).toBe('a.netz')
  })

  it('P21: brings nothing that one person typed to the end; main has it from each person’s own step', () => {
    expect(Object.keys(foundingOf(filled()) ?? {}).toSorted()).toEqual([
      'administrator',
      'agreed',
      'leadership',
      'school'
    ])
    expect(foundingOf(filled({ leadership: null }))).toBeNull()
  })

  it('wants two people (P21): the same login does not do, however it is written', () => {
    const alone = { ...answers, login: 'S.Leitung ' }
    expect(isSamePerson(filled(), alone)).toBe(true)
    expect(isComplete('administrator', filled(), alone)).toBe(false)
    expect(isSamePerson(emptyDraft(''), emptyAnswers())).toBe(false)
  })

  it('takes no founding without the written agreement (P25)', () => {
    expect(isComplete('agreement', filled({ agreed: false }), answers)).toBe(false)
  })
})
