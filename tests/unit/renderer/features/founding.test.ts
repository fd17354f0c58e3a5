import { describe, expect, it } from 'vitest'
import { foundingSchema } from '../../../../src-main/contract/people'
import {
  emptyDraft,
  foundingOf,
  foundingSteps,
  isComplete,
  problemOfFounders,
  type Founder,
  type FoundingDraft
} from '../../../../src-renderer/features/founding/draft'

function founder(login: string, passphrase: string): Founder {
  return { login, password: 'Geheim-1234', passphrase, passphraseValid: true }
}

function filled(change: Partial<FoundingDraft> = {}): FoundingDraft {
  return {
    school: ' Gesamtschule Lindenhain ',
    leadership: founder('s.leitung ', 'apfel birne wolke tisch'),
    administrator: founder('a.netz', 'kreide lampe bach stern'),
    agreed: true,
    ...change
  }
}

describe('the founding wizard', () => {
  it('goes on only when a step is answered', () => {
    const empty = emptyDraft('')
    expect(foundingSteps.filter((step) => isComplete(step, empty))).toEqual(['signature'])
    expect(foundingSteps.every((step) => isComplete(step, filled()))).toBe(true)
  })

  it('asks what main asks, without blanks at the ends', () => {
    const founding = foundingOf(filled())
    expect(foundingSchema.parse(founding)).toEqual(founding)
    expect([founding.school, founding.leadership.login]).toEqual(['Gesamtschule Lindenhain', 's.leitung'])
  })

  it('wants two people (P21): the same login does not do, however it is written', () => {
    const alone = filled({ administrator: founder('S.Leitung', 'kreide lampe bach stern') })
    expect(problemOfFounders(alone)).toBe('samePerson')
    expect(isComplete('administrator', alone)).toBe(false)
  })

  it('wants two passphrases, also where they only look different', () => {
    const shared = filled({ administrator: founder('a.netz', 'apfel birne wolke tisch') })
    expect(problemOfFounders(shared)).toBe('samePassphrase')
    const decomposed = filled({
      leadership: founder('s.leitung', 'äpfel birne wolke'),
      administrator: founder('a.netz', 'a\u0308pfel birne wolke')
    })
    expect(problemOfFounders(decomposed)).toBe('samePassphrase')
  })

  it('finds nothing wrong while the fields are still empty', () => {
    expect(problemOfFounders(emptyDraft(''))).toBeNull()
  })

  it('takes no founding without the written agreement (P25)', () => {
    expect(isComplete('agreement', filled({ agreed: false }))).toBe(false)
  })
})
