import type { Appointment } from '../../../src-main/contract/people'
import type { SanctionCase } from '../../../src-main/contract/sanctions'
import type { DocumentFrame } from '../../../src-main/core/documents/letter'

/** Digits of a key or a hash that are easy to find again in print. */
export const sampleFingerprint = 'a1b2c3d4e5f60718293a4b5c6d7e8f90'.repeat(2)

export const sampleFrame: DocumentFrame = {
  settings: {
    school: { name: 'Gesamtschule Lindenhain', contact: '', signInHint: '' },
    letterhead: {
      address: 'Lindenallee 12\n34567 Lindenhain',
      contact: 'Telefon 05555 1234-0\nsekretariat@lindenhain.example',
      place: 'Lindenhain',
      signatory: 'Dr. Änne Größmann, Schulleiterin'
    }
  },
  day: '2026-11-23',
  head: { sequence: 242, hash: '3f5a9c127bd04e8812ffa09b3c4d5e6f'.repeat(2) }
}

/** A school that has filled in nothing. */
export const emptyLetterhead: DocumentFrame['settings'] = {
  school: { name: '', contact: '', signInHint: '' },
  letterhead: { address: '', contact: '', place: '', signatory: '' }
}

export function sampleAppointment(changes: Partial<Appointment> = {}): Appointment {
  return {
    id: '6f1c2a34-1111-4222-8333-123456789abc',
    person: 'person-1',
    names: { login: 'j.oezdemir', givenName: 'Jürgen', familyName: 'Özdemir' },
    role: 'evaluator',
    deputy: false,
    scope: '',
    from: '2026-12-01',
    until: '2027-07-31',
    fingerprint: sampleFingerprint,
    state: 'active',
    sequence: 17,
    revocation: null,
    ...changes
  }
}

const signature = { sequence: 30, at: '2026-11-12T23:30:00.000Z', person: 'person-2', name: 'Ina Vorschlag' }

export const sampleDecision: NonNullable<SanctionCase['decision']> = {
  ...signature,
  outcome: 'changed',
  measures: [
    { kind: 'warning' },
    { kind: 'suspension', until: '2026-12-01' },
    { kind: 'moduleRefusal', module: 'wlan', until: null }
  ],
  reasons: 'Der Filter schützt alle.',
  plan: 'f'.repeat(64),
  expires: '2026-11-26T23:30:00.000Z'
}

export function sampleCase(changes: Partial<SanctionCase> = {}): SanctionCase {
  return {
    id: '7f1c2a34-1111-4222-8333-123456789abc',
    number: '2026-014',
    version: 40,
    state: 'inForce',
    person: {
      account: 'account-1',
      names: { login: 'k.mueller', givenName: 'Kim-Sophie', familyName: 'Müller-Weißenfels' },
      schoolClass: '7b'
    },
    rule: 'P18',
    openedAt: '2026-11-09T08:00:00.000Z',
    measures: sampleDecision.measures,
    deadline: null,
    waitingSince: '2026-11-12T23:30:00.000Z',
    happenedOn: '2026-11-06',
    facts: 'Am Platz 14 lief ein Programm, das den Filter umgeht.',
    evidence: [{ reference: 'Vermerk der Zeugin Lea' }],
    opened: signature,
    proposal: {
      ...signature,
      measures: [{ kind: 'moduleRefusal', module: 'messenger', until: '2026-12-24' }],
      reasons: 'Gründe des Vorschlags',
      plan: 'e'.repeat(64)
    },
    hearings: [
      { ...signature, party: 'pupil', event: 'heard', on: '2026-11-10', note: 'was gesagt wurde' },
      { ...signature, party: 'guardians', event: 'declined', on: '2026-11-09', note: '' }
    ],
    decision: sampleDecision,
    lift: null,
    course: [],
    enforcedAt: '2026-11-13T10:00:00.000Z',
    obstacle: null,
    differences: [],
    may: {
      propose: false,
      withdraw: false,
      recordHearing: false,
      decide: false,
      lift: true,
      enforce: false
    },
    decideRefusedBecauseOwn: false,
    ...changes
  }
}

export const sampleLift: NonNullable<SanctionCase['lift']> = {
  ...signature,
  reasons: 'Die Regel ist verstanden.',
  plan: 'd'.repeat(64)
}

/** The page's own words: without markup, style and the blanks of its source. */
export function wordsOn(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

/** What nobody may be able to put on a page. */
export const hostile = '\u202E<script>alert(1)</script>"\'&<img src=x onerror=alert(2)>'
export const hostileEscaped =
  '\u202E&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img src=x onerror=alert(2)&gt;'
