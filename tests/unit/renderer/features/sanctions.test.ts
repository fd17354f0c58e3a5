import { describe, expect, it } from 'vitest'
import type { Appointment } from '../../../../src-main/contract/people'
import type { Measure, SanctionCase } from '../../../../src-main/contract/sanctions'
import { courseLines } from '../../../../src-renderer/features/sanctions/course'
import { decisionWords, missingForDecision } from '../../../../src-renderer/features/sanctions/decision'
import { whoCanDecide } from '../../../../src-renderer/features/sanctions/deputies'
import { documentsOf } from '../../../../src-renderer/features/sanctions/documents'
import {
  addressOf,
  filtersFrom,
  isFiltered,
  noFilters,
  queryOf
} from '../../../../src-renderer/features/sanctions/filters'
import { hearingStanding } from '../../../../src-renderer/features/sanctions/hearing'
import {
  areComplete,
  refusableModules,
  sameMeasures,
  toggled,
  withTerm
} from '../../../../src-renderer/features/sanctions/measures'
import { newsSince } from '../../../../src-renderer/features/sanctions/sanctionCase'
import { viewOf } from '../../../../src-renderer/features/sanctions/view'
import { measureText } from '../../../../src-renderer/shared/measures'
import { ruleText } from '../../../../src-renderer/shared/rules'
import { daysBetween } from '../../../../src-renderer/shared/i18n/format'
import {
  effectText,
  endText,
  liftText,
  sinceText,
  touchedAccounts,
  urgencyOf
} from '../../../../src-renderer/features/sanctions/words'
import { courseEntry, sanctionCase, signature } from './sanctionCases'

const today = '2026-11-26'
const warning: Measure = { kind: 'warning' }
const suspension: Measure = { kind: 'suspension', until: '2026-12-10' }
const wlan: Measure = { kind: 'moduleRefusal', module: 'wlan', until: null }

describe('choosing measures', () => {
  it('P9: suspends for two weeks unless somebody says otherwise', () => {
    expect(toggled([], 'suspension', today)).toEqual([suspension])
    expect(toggled([suspension], 'suspension', today)).toEqual([])
  })

  it('P10: takes over the term that was chosen last, and keeps one order whatever was clicked first', () => {
    const chosen = toggled(toggled([wlan], 'mail', today), 'warning', today)
    expect(chosen).toEqual([warning, { kind: 'moduleRefusal', module: 'mail', until: null }, wlan])
  })

  it('changes the term of one measure only', () => {
    expect(withTerm([warning, suspension, wlan], 'wlan', '2026-12-01')).toEqual([
      warning,
      suspension,
      { ...wlan, until: '2026-12-01' }
    ])
  })

  it.each([
    [[], false],
    [[warning], true],
    [[{ kind: 'suspension', until: today }], false],
    [[{ kind: 'suspension', until: '' }], false],
    [[suspension, wlan], true]
  ] as const)('can be proposed or not: %j', (measures, complete) => {
    expect(areComplete([...measures] as Measure[], today)).toBe(complete)
  })

  it('sees the same measures in another order as the same', () => {
    expect(sameMeasures([suspension, wlan], [wlan, suspension])).toBe(true)
    expect(sameMeasures([suspension], [{ kind: 'suspension', until: null }])).toBe(false)
  })

  it('P10, P11: offers the modules that have a group, and those that are chosen already', () => {
    expect(refusableModules({ mail: 'modul-mail', forum: '' }, [wlan])).toEqual(['mail', 'wlan'])
  })
})

describe('words of a case', () => {
  it('P9, P10: names each measure with its end', () => {
    expect([warning, suspension, wlan].map(measureText)).toEqual([
      'Verwarnung',
      'Kontosperre, frei ab 10.12.2026',
      'WLAN auf Dauer entzogen'
    ])
  })

  it('P9: says who ends a measure and that a PC must be on where nobody else does', () => {
    const effect = { measure: suspension, group: '', modules: [], gone: [], idle: false }
    expect(endText({ ...effect, endsBy: 'directory' })).toContain('von selbst')
    expect(endText({ ...effect, endsBy: 'app' })).toContain('muss an diesem Tag ein PC mit Netzwart laufen')
    expect(endText({ ...effect, endsBy: 'nobody' })).toContain('endet nicht von selbst')
    expect(
      endText({ measure: warning, group: '', modules: [], gone: [], idle: true, endsBy: 'nobody' })
    ).toBe('')
  })

  it('P10: says which group the person leaves, and where nothing changes', () => {
    const effect = {
      ...{ measure: wlan, group: 'modul-wlan', modules: [], gone: [] },
      ...{ idle: false, endsBy: 'nobody' as const }
    }
    expect(effectText(effect)).toContain('„modul-wlan“')
    expect(effectText({ ...effect, idle: true })).toContain('ändert sich nichts')
    expect(liftText(effect)).toContain('zurück in die Gruppe „modul-wlan“')
  })

  it('P9: says which modules a suspension takes, and that they come back by a running PC', () => {
    const effect: Parameters<typeof endText>[0] = {
      ...{ measure: suspension, group: '', modules: ['wlan', 'mail'], gone: [] },
      ...{ idle: false, endsBy: 'directory' }
    }
    expect(effectText(effect)).toContain('Auch diese Module gehen nicht mehr: WLAN, E-Mail')
    expect(endText(effect)).toContain('endet die Sperre des Kontos von selbst')
    expect(endText(effect)).toContain('Die Module gibt Netzwart zurück')
    expect(endText(effect)).toContain('muss an diesem Tag ein PC mit Netzwart laufen')
    expect(liftText(effect)).toContain('Wieder zugänglich: WLAN, E-Mail')
  })

  it('P26: says of a group that is gone that nothing is changed there', () => {
    const kim = { login: 'k.beispiel', name: 'Kim Beispiel', schoolClass: '7b' }
    const [account] = touchedAccounts([
      { ...kim, kind: 'leaveGroup', group: 'modul-mail', gone: false },
      { ...kim, kind: 'leaveGroup', group: 'modul-wlan', gone: true }
    ])
    expect(account?.changes).toEqual([
      { text: 'Das Konto verlässt die Gruppe „modul-mail“.', groups: [] },
      {
        text: 'Diese Gruppen gibt es im Verzeichnis nicht mehr, dort ändert sich nichts:',
        groups: ['modul-wlan']
      }
    ])
  })

  it('P26: says in words what every step does to whom, and names each account once', () => {
    const kim = { login: 'k.beispiel', name: 'Kim Beispiel', schoolClass: '7b' }
    const other = { login: 'k.beispiel2', name: 'Kim Beispiel', schoolClass: '' }
    expect(
      touchedAccounts([
        { ...kim, kind: 'suspend', group: '', gone: false },
        { ...kim, kind: 'leaveGroup', group: 'modul-wlan', gone: false },
        { ...other, kind: 'joinGroup', group: 'modul-forum', gone: false },
        { ...kim, kind: 'leaveGroup', group: 'modul-mail', gone: false }
      ])
    ).toEqual([
      {
        who: 'Kim Beispiel (k.beispiel, 7b)',
        changes: [
          { text: 'Das Konto wird gesperrt.', groups: [] },
          { text: 'Das Konto verlässt 2 Gruppen:', groups: ['modul-wlan', 'modul-mail'] }
        ]
      },
      {
        who: 'Kim Beispiel (k.beispiel2)',
        changes: [{ text: 'Das Konto kommt in die Gruppe „modul-forum“.', groups: [] }]
      }
    ])
  })

  it('names a known rule in words and leaves a rule of the school as it is', () => {
    expect(ruleText('P18')).toMatch(/^P18 – /)
    expect(ruleText('Hausordnung 4')).toBe('Hausordnung 4')
  })

  it('counts calendar days, not hours', () => {
    const noon = new Date(2026, 10, 26, 0, 5)
    const before = new Date(2026, 10, 25, 23, 55)
    expect(daysBetween(before, noon)).toBe(1)
    expect(sinceText(before.toISOString(), noon)).toBe('seit gestern')
    expect(sinceText(new Date(2026, 10, 20).toISOString(), noon)).toBe('seit 6 Tagen')
    expect(sinceText(noon.toISOString(), noon)).toBe('seit heute')
  })

  it('tells a deadline that is over, comes soon or is far', () => {
    const now = new Date('2026-11-26T12:00:00.000Z')
    expect(urgencyOf('2026-11-26T11:00:00.000Z', now)).toBe('over')
    expect(urgencyOf('2026-11-28T11:00:00.000Z', now)).toBe('soon')
    expect(urgencyOf('2026-12-08T11:00:00.000Z', now)).toBe('later')
  })
})

describe('filters of the list of cases', () => {
  it('come back from the address as they were, and ignore what is no filter', () => {
    const some = { text: 'anna 8b', state: 'inForce' } as const
    expect(filtersFrom(addressOf(some))).toEqual(some)
    expect(filtersFrom({ state: 'dancing', text: ['x'] })).toEqual(noFilters)
    expect(isFiltered(noFilters)).toBe(false)
    expect(isFiltered(some)).toBe(true)
  })

  it('never ask main for more than the contract allows', () => {
    const query = queryOf({ text: 'x'.repeat(300), state: 'proposed' }, 0, 200)
    expect(query.text).toHaveLength(200)
    expect(query.states).toEqual(['proposed'])
  })
})

describe('page of a case', () => {
  const may = { ...sanctionCase().may, decide: true }

  it('P26: takes the leadership straight to the decision, and to the file when asked', () => {
    expect(viewOf(sanctionCase({ may }), undefined)).toBe('decision')
    expect(viewOf(sanctionCase({ may }), 'file')).toBe('file')
    expect(viewOf(sanctionCase(), undefined)).toBe('file')
  })

  it('P21: shows the decision to whom it is refused, so that it can say why', () => {
    expect(viewOf(sanctionCase({ decideRefusedBecauseOwn: true }), undefined)).toBe('decision')
  })

  it('falls back to the file when what was asked for is not possible any more', () => {
    expect(viewOf(sanctionCase({ state: 'lifted' }), 'lift')).toBe('file')
    expect(viewOf(sanctionCase({ state: 'inForce', may: { ...may, lift: true } }), 'lift')).toBe('lift')
  })

  it('P26: offers a notice only about what was approved, and one of the lifting only when it is over', () => {
    const decision = sanctionCase({ state: 'inForce' }).decision
    expect(documentsOf({ state: 'proposed', decision: null })).toEqual(['hearing'])
    expect(documentsOf({ state: 'inForce', decision })).toEqual(['notice', 'formalNotice', 'hearing'])
    expect(documentsOf({ state: 'lifted', decision })).toContain('lifting')
    expect(documentsOf({ state: 'expired', decision })).toEqual(['hearing'])
  })

  it('knows how far the hearing has come', () => {
    const hearing = { ...signature('w'), party: 'pupil', on: today, note: '' } as const
    expect(hearingStanding([])).toBe('none')
    expect(hearingStanding([{ ...hearing, event: 'invited' }])).toBe('invited')
    expect(
      hearingStanding([
        { ...hearing, event: 'invited' },
        { ...hearing, event: 'declined' }
      ])
    ).toBe('done')
  })

  it('tells the course newest first, in the words of the case', () => {
    const course = [
      courseEntry(1, 'opened', 'admin'),
      courseEntry(2, 'proposed', 'admin'),
      courseEntry(3, 'decided', 'head'),
      courseEntry(4, 'enforced', null)
    ]
    const lines = courseLines(sanctionCase({ state: 'inForce', course }))
    expect(lines.map(({ title }) => title)).toEqual([
      'Maßnahme in Kraft',
      'Wie vorgeschlagen freigegeben',
      'Maßnahme vorgeschlagen: Kontosperre, frei ab 10.12.2026',
      'Fall eröffnet'
    ])
    expect(lines[0]?.name).toBe('Netzwart')
  })

  it('says words only where the page does not show them already', () => {
    const withdrawn = { ...courseEntry(5, 'withdrawn', 'admin'), words: 'Anders geklärt.' }
    const proposed = { ...courseEntry(2, 'proposed', 'admin'), words: 'Zum zweiten Mal.' }
    const lines = courseLines(sanctionCase({ state: 'withdrawn', course: [proposed, withdrawn] }))
    expect(lines.map(({ shownElsewhere }) => shownElsewhere)).toEqual([false, true])
  })

  it('calls news only what others have said since', () => {
    const course = [
      courseEntry(1, 'opened', 'admin'),
      courseEntry(5, 'hearing', 'head'),
      courseEntry(6, 'hearing', 'deputy'),
      courseEntry(7, 'enforced', null)
    ]
    expect(newsSince(course, 4, 'head').map(({ sequence }) => sequence)).toEqual([6])
  })
})

describe('decision of the leadership', () => {
  const complete = {
    outcome: 'approved',
    measures: [suspension],
    proposed: [suspension],
    reasons: 'wegen des Vorfalls',
    previewed: true,
    outOfReach: false,
    today
  } as const

  it('P26: says what is missing before it can be signed', () => {
    expect(missingForDecision(complete)).toEqual([])
    expect(missingForDecision({ ...complete, outcome: null, reasons: ' ' })).toEqual([
      'Ihre Entscheidung',
      'Begründung'
    ])
    expect(missingForDecision({ ...complete, previewed: false })).toHaveLength(1)
    expect(missingForDecision({ ...complete, outOfReach: true })).toEqual([
      'Maßnahmen, die ausgeführt werden können'
    ])
    expect(missingForDecision({ ...complete, outcome: 'changed' })).toHaveLength(1)
    expect(missingForDecision({ ...complete, outcome: 'changed', measures: [] })).toEqual(['Maßnahmen'])
  })

  it('needs no preview to refuse', () => {
    expect(missingForDecision({ ...complete, outcome: 'refused', previewed: false })).toEqual([])
  })

  it('sums up what is about to be signed', () => {
    expect(decisionWords('changed', [warning]).sum).toBe('Sie geben frei: Verwarnung.')
    expect(decisionWords('refused', [warning]).button).toBe('Unterschreiben und ablehnen')
  })

  it('P21: names who can decide: appointed now, and no author of the case', () => {
    const appointment = (person: string, change: Partial<Appointment> = {}): Appointment => ({
      id: `00000000-0000-4000-8000-00000000000${person.length}`,
      person,
      names: { login: person, givenName: 'Kim', familyName: person },
      role: 'leadership',
      deputy: false,
      scope: '',
      from: '2026-01-01',
      until: null,
      fingerprint: 'a'.repeat(64),
      state: 'active',
      sequence: 1,
      revocation: null,
      ...change
    })
    const able = whoCanDecide(
      [
        appointment('head'),
        appointment('admin', { role: 'administrator' }),
        appointment('deputy', { deputy: true }),
        appointment('deputy', { deputy: true }),
        appointment('former', { state: 'ended' }),
        appointment('author'),
        appointment('concerned')
      ],
      sanctionCase({
        opened: signature('author'),
        person: { ...sanctionCase().person, account: 'concerned' }
      }) satisfies SanctionCase,
      'head'
    )
    expect(able.map(({ person }) => person)).toEqual(['deputy'])
  })
})
