import { describe, expect, it } from 'vitest'
import { agreementParagraphs } from '../../../../src-main/contract/agreement'
import { appointedRoles } from '../../../../src-main/contract/people'
import { inFours } from '../../../../src-main/core/documents/words'
import {
  appointmentLetter,
  foundingDocument,
  revocationLetter
} from '../../../../src-main/jobs/people/documents'
import {
  hostile,
  sampleAppointment,
  sampleFingerprint,
  sampleFrame,
  wordsOn
} from '../../support/documentSamples'

const founding = {
  ...sampleFrame,
  ledger: '0d5c1b3e-7a64-4f7e-9b1b-2f7d5f3f9f11',
  founding: { school: 'Gesamtschule Lindenhain', at: '2026-08-17T08:00:00.000Z', sequence: 2 },
  leadership: sampleAppointment({
    role: 'leadership',
    names: { login: 'ae.groessmann', givenName: 'Änne', familyName: 'Größmann' },
    fingerprint: '9'.repeat(64)
  }),
  administrator: sampleAppointment({ role: 'administrator' }),
  devices: ['7'.repeat(64)]
}
const revocation = { sequence: 99, at: '2026-11-20T22:30:00.000Z', reason: 'Wechsel an eine andere Schule' }
const hostileNames = { login: hostile, givenName: hostile, familyName: hostile }

/** The groups of a fingerprint, which stand in two lines. */
function hasFingerprint(page: string, fingerprint: string): boolean {
  return wordsOn(page).includes(inFours(fingerprint))
}

describe('the founding document', () => {
  const page = foundingDocument(founding)

  it('P25: holds the whole agreement, to be signed by both on paper', () => {
    for (const { de } of agreementParagraphs) expect(page).toContain(`<li>${de}</li>`)
    const signatures = wordsOn(page.slice(page.indexOf('class="signatures"')))
    expect(signatures).toContain('Änne Größmann')
    expect(signatures).toContain('Jürgen Özdemir')
    expect(signatures.match(/Ort, Datum/g)).toHaveLength(2)
  })

  it('P20: names school, ledger, head, and who signs with which key', () => {
    for (const words of [
      'Gesamtschule Lindenhain',
      founding.ledger,
      'Eintrag 2 vom 17.08.2026',
      'Journal 242:'
    ])
      expect(page).toContain(words)
    for (const digits of [sampleFingerprint, '9'.repeat(64), '7'.repeat(64)])
      expect(hasFingerprint(page, digits)).toBe(true)
  })

  it('prints the digest that the administrator has signed', () => {
    expect(wordsOn(page)).toMatch(/Prüfsumme \(SHA\u2011256\) der Vereinbarung (?:[0-9a-f]{4} ){16}/)
  })
})

describe('an appointment letter', () => {
  it.each(appointedRoles)('says for %s on what it stands, what is allowed, and who signs', (role) => {
    const words = wordsOn(appointmentLetter({ ...sampleFrame, appointment: sampleAppointment({ role }) }))
    for (const expected of ['Grundlage', 'Was Sie dürfen', 'Stillschweigen', 'Angenommen', 'Größmann'])
      expect(words).toContain(expected)
  })

  it('P20, P21: names for evaluators the written appointment and the four eyes', () => {
    const page = appointmentLetter({
      ...sampleFrame,
      appointment: sampleAppointment({ scope: 'nur WLAN' })
    })
    const words = wordsOn(page)
    for (const expected of [
      'schriftlich benannt',
      'Vier-Augen-Prinzip',
      'nur WLAN',
      '01.12.2026',
      '31.07.2027'
    ])
      expect(words).toContain(expected)
    expect(hasFingerprint(page, sampleFingerprint)).toBe(true)
    expect(page).toContain('Journal 242:')
  })

  it('calls a deputy so, and says that an appointment without end lasts until revoked', () => {
    const appointment = sampleAppointment({ role: 'leadership', deputy: true, until: null })
    const words = wordsOn(appointmentLetter({ ...sampleFrame, appointment }))
    expect(words).toContain('Stellvertretung der Schulleitung')
    expect(words).toContain('bis auf Widerruf')
  })
})

it('P20: a revocation letter says since when, by which entry, and why', () => {
  const words = wordsOn(revocationLetter({ ...sampleFrame, appointment: sampleAppointment(), revocation }))
  for (const expected of [
    '20.11.2026',
    'Eintrag 99',
    'Wechsel an eine andere Schule',
    'Größmann',
    'Erhalten'
  ])
    expect(words).toContain(expected)
})

it('prints hostile names as text, and those that were erased as erased', () => {
  const appointment = sampleAppointment({ names: hostileNames, scope: hostile })
  for (const page of [
    foundingDocument({
      ...founding,
      founding: { ...founding.founding, school: hostile },
      leadership: { ...founding.leadership, names: hostileNames },
      administrator: { ...founding.administrator, names: hostileNames }
    }),
    appointmentLetter({ ...sampleFrame, appointment }),
    revocationLetter({ ...sampleFrame, appointment, revocation: { ...revocation, reason: hostile } })
  ]) {
    expect(page).not.toMatch(/<script|<img/)
    expect(page).toContain('<bdi>⟨U+202E⟩&lt;script&gt;')
  }
  const erased = appointmentLetter({ ...sampleFrame, appointment: sampleAppointment({ names: null }) })
  expect(erased).toContain('(Name gelöscht)')
})
