import { describe, expect, it } from 'vitest'
import { moduleIds } from '../../../../src-main/contract/modules'
import { caseDocuments, type CaseDocument, type SanctionCase } from '../../../../src-main/contract/sanctions'
import { caseDocument } from '../../../../src-main/jobs/sanctions/documents'
import {
  hostile,
  sampleCase,
  sampleDecision,
  sampleFrame,
  sampleLift,
  wordsOn
} from '../../support/documentSamples'

const lifted: Partial<SanctionCase> = { state: 'lifted', lift: sampleLift }

function page(document: CaseDocument, changes: Partial<SanctionCase> = {}): string {
  const made = caseDocument(document, { ...sampleFrame, case: sampleCase(changes) })
  if (!made.ok) throw new Error(made.failure.code)
  return made.value
}

function words(document: CaseDocument, changes: Partial<SanctionCase> = {}): string {
  return wordsOn(page(document, changes))
}

it.each(caseDocuments)('%s names pupil, case, signatory, contact, and the ledger’s head', (document) => {
  const printed = page(document, lifted)
  for (const expected of [
    'Kim-Sophie Müller-Weißenfels',
    'Klasse 7b',
    'Fall 2026-014',
    'Dr. Änne Größmann, Schulleiterin',
    'Telefon 05555 1234-0'
  ])
    expect(wordsOn(printed)).toContain(expected)
  expect(printed).toContain('Journal 242: 3f5a 9c12')
})

it.each(caseDocuments)('%s prints what was typed as text', (document) => {
  const printed = page(document, {
    ...lifted,
    person: {
      account: hostile,
      names: { login: hostile, givenName: hostile, familyName: hostile },
      schoolClass: hostile
    },
    number: hostile,
    rule: hostile,
    facts: hostile,
    decision: { ...sampleDecision, reasons: hostile },
    lift: { ...sampleLift, reasons: hostile }
  })
  expect(printed).not.toMatch(/<script|<img/)
  expect(printed).toContain('<bdi>\u202E&lt;script&gt;')
})

it.each(caseDocuments)('%s keeps from the guardians who else spoke, and who proposed what', (document) => {
  const printed = words(document, lifted)
  for (const secret of ['Zeugin Lea', 'Gründe des Vorschlags', 'was gesagt wurde', 'Ina Vorschlag'])
    expect(printed).not.toContain(secret)
})

describe.each(['notice', 'formalNotice'] as const)('%s', (document) => {
  it('is marked as a draft for legal review, on each page', () => {
    const printed = page(document)
    expect(printed).toContain('<strong>Entwurf – rechtlich prüfen</strong>')
    expect(printed).toContain('content="Entwurf – rechtlich prüfen · Fall')
  })

  it('P9, P10, P26: says what happened, which rule, what follows, from when until when, and why', () => {
    const printed = words(document)
    for (const expected of [
      'Am 06.11.2026:',
      'Am Platz 14 lief ein Programm',
      'Filter und Sperren werden nicht umgangen',
      '13.11.2026',
      'Sperre des Kontos im Schulnetz ab 13.11.2026 bis einschließlich 30.11.2026',
      'Kein Zugang zu: WLAN ab 13.11.2026 auf Dauer',
      'Der Filter schützt alle.',
      'Am Unterricht nimmt Ihr Kind weiter teil',
      '10.11.2026: Ihr Kind wurde angehört',
      '09.11.2026: Sie als Erziehungsberechtigte wollten sich nicht äußern'
    ])
      expect(printed).toContain(expected)
  })

  it('P27: names the rights to the data and where to complain', () => {
    const printed = words(document)
    for (const expected of ['Auskunft', 'Berichtigung', 'Löschung', 'Aufsichtsbehörde', 'Schulaufsicht'])
      expect(printed).toContain(expected)
  })

  it('P26: exists only for what the leadership has decided and what still holds', () => {
    const refused = { ...sampleDecision, outcome: 'refused' as const, measures: [] }
    for (const changes of [
      { decision: null, state: 'proposed' as const },
      { decision: refused, state: 'refused' as const },
      { state: 'expired' as const }
    ])
      expect(caseDocument(document, { ...sampleFrame, case: sampleCase(changes) })).toMatchObject({
        ok: false,
        failure: { code: 'sanctions.notPossibleNow' }
      })
  })

  it('does not claim that something is in force before it is', () => {
    expect(words(document, { state: 'approved', enforcedAt: null })).toContain('sobald sie eingetragen ist')
  })

  it('leaves a line where nobody is recorded as heard', () => {
    expect(words(document, { hearings: [] })).toContain('Angehört wurden (wer, wann):')
  })
})

it('the two templates stand on different ground', () => {
  expect(words('notice')).toContain('Maßnahme nach der Nutzungsordnung')
  const formal = words('formalNotice')
  for (const expected of ['Ordnungsmaßnahme (förmlich)', 'Schulgesetz des Landes', 'Widerspruch oder Klage'])
    expect(formal).toContain(expected)
})

it('P9: a suspension also takes the single areas, and a PC of the school gives them back', () => {
  const decision = { ...sampleDecision, measures: [{ kind: 'suspension' as const, until: '2026-12-24' }] }
  const printed = words('notice', { decision })
  expect(printed).toContain('Auch die einzelnen Bereiche, zum Beispiel das WLAN')
  expect(printed).toContain('gibt ein PC der Schule zurück')
})

it('P10: a refused module leaves everything else, a warning everything', () => {
  for (const module of moduleIds) {
    const decision = {
      ...sampleDecision,
      measures: [{ kind: 'moduleRefusal' as const, module, until: '2026-12-24' }]
    }
    const printed = words('notice', { decision })
    expect(printed).toContain('bis einschließlich 23.12.2026')
    expect(printed).toContain('alles, was oben nicht genannt ist')
    expect(printed).not.toContain('Auf Dauer')
  }
  const decision = { ...sampleDecision, measures: [{ kind: 'warning' as const }] }
  expect(words('notice', { decision })).toContain('Alle Zugänge Ihres Kindes bleiben, wie sie sind')
})

describe('the hearing form', () => {
  it('says what is held against the pupil, that nothing is decided, and that one may be silent', () => {
    const printed = words('hearing', { state: 'proposed', decision: null, hearings: [] })
    for (const expected of [
      'Was Ihrem Kind vorgehalten wird',
      'Am Platz 14 lief ein Programm',
      'Noch ist nichts entschieden',
      'Kein Zugang zu: Messenger, bis einschließlich 23.12.2026',
      'Niemand muss sich äußern',
      'Unterschrift der Schülerin oder des Schülers',
      'Unterschrift der Erziehungsberechtigten'
    ])
      expect(printed).toContain(expected)
  })

  it('speaks of no measure where none is proposed', () => {
    expect(words('hearing', { state: 'open', proposal: null, decision: null })).toContain(
      'Eine Maßnahme ist noch nicht vorgeschlagen'
    )
  })

  it('prints a rule of the school’s own as it was written', () => {
    expect(words('hearing', { rule: 'Hausordnung Nr. 4' })).toContain('Hausordnung Nr. 4')
  })
})

describe('the lifting notice', () => {
  it('P9: says what was lifted, by whom and why', () => {
    const printed = words('lifting', lifted)
    for (const expected of [
      'Aufhebung einer Maßnahme',
      'am 13.11.2026 entschieden',
      'Sperre des Kontos im Schulnetz',
      'Die Regel ist verstanden.',
      'Ab sofort kann Ihr Kind'
    ])
      expect(printed).toContain(expected)
    expect(printed).not.toContain('Verwarnung')
  })

  it('promises nothing for today while the directory has not been changed', () => {
    expect(words('lifting', { ...lifted, state: 'lifting' })).toContain('In Kürze kann Ihr Kind')
  })

  it('also tells that a measure has ended by itself', () => {
    expect(words('lifting', { state: 'ended' })).toContain('weil ihr letzter Tag vorbei ist')
  })

  it('does not exist while the measure is in force, nor for a warning', () => {
    const warning = { ...sampleDecision, measures: [{ kind: 'warning' as const }] }
    for (const changes of [{}, { ...lifted, decision: warning }])
      expect(caseDocument('lifting', { ...sampleFrame, case: sampleCase(changes) }).ok).toBe(false)
  })
})
