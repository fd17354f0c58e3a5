import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick } from 'vue'
import { newFlagSchema, type FoundPerson } from '../../../../src-main/contract/flags'
import { succeed } from '../../../../src-main/contract/result'
import { useAnswerDrafts } from '../../../../src-renderer/features/evaluations/drafts'
import {
  addressOf,
  filtersFrom,
  isFiltered,
  noFilters
} from '../../../../src-renderer/features/evaluations/filters'
import { isStale } from '../../../../src-renderer/features/evaluations/flag'
import { useNewFlag } from '../../../../src-renderer/features/evaluations/newFlag'
import { areasText, personText, timesText } from '../../../../src-renderer/features/evaluations/words'
import { useNewCase } from '../../../../src-renderer/features/sanctions/newCase'
import { useApplication } from '../../../../src-renderer/shared/application'
import { applicationState, signedIn } from '../applicationState'
import { TestBridge } from '../plans/bridge'

beforeEach(() => {
  vi.stubGlobal('window', { netzwart: new TestBridge() })
  vi.stubGlobal('document', { documentElement: {} })
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.unstubAllGlobals()
})

const kim: FoundPerson = {
  ...{ id: 'pupil-1', givenName: 'Kim', familyName: 'Beispiel' },
  ...{ classes: ['7b'], kind: 'pupil' }
}

async function sits(person: string): Promise<void> {
  const state = applicationState({ person: { ...signedIn(['teacher']), person } })
  useApplication().adopt(succeed(state))
  await nextTick()
}

function filled() {
  const draft = useNewFlag()
  draft.seen = 'In Raum 204 lief ein fremdes Spiel.'
  draft.happenedOn = '2026-11-20'
  draft.choose('web', true)
  draft.isKnown = false
  draft.certainty = 'seen'
  return draft
}

describe('a flag that is being written', () => {
  it('says what is missing, part by part, and is whole without a person, times and rule', () => {
    const draft = useNewFlag()
    expect(draft.missing).toEqual(['Seen', 'Areas', 'Person', 'Certainty'])
    expect(draft.input()).toBeNull()
    const whole = filled()
    expect(whole.missing).toEqual([])
    const asked = whole.input()
    expect(asked).toMatchObject({ account: null, from: null, until: null, rule: null, contents: false })
    expect(newFlagSchema.safeParse(asked).success).toBe(true)
  })

  it.each([
    ['Seen', { seen: '  zu kurz ' }],
    ['Day', { happenedOn: '2999-01-01' }],
    ['Day', { happenedOn: '' }],
    ['Times', { from: '12:00', until: '11:00' }],
    ['Rule', { ruleChoice: 'own', ownRule: ' ' }],
    ['Person', { isKnown: true }],
    ['Certainty', { certainty: null }]
  ] as const)('lacks %s with %j', (part, fields) => {
    const draft = filled()
    Object.assign(draft, fields)
    expect(draft.missing).toEqual([part])
    expect(draft.input()).toBeNull()
  })

  it('names whom it concerns only as long as somebody is meant', () => {
    const draft = filled()
    draft.isKnown = true
    draft.person = kim
    expect(draft.input()?.account).toBe('pupil-1')
    draft.isKnown = false
    expect(draft.input()?.account).toBeNull()
  })

  it('keeps areas in one order, each once', () => {
    const draft = filled()
    draft.choose('device', true)
    draft.choose('wlan', true)
    draft.choose('wlan', true)
    draft.choose('web', false)
    expect(draft.areas).toEqual(['wlan', 'device'])
  })

  it('goes with its writer, as do unsigned answers; a window that locks keeps them', async () => {
    await sits('one')
    const draft = filled()
    const answer = useAnswerDrafts().of('flag-1')
    answer.reason.value = 'Grund'
    await sits('one')
    expect([draft.seen === '', answer.reason.value]).toEqual([false, 'Grund'])
    await sits('another')
    expect([draft.seen, draft.areas, draft.isKnown, answer.reason.value]).toEqual(['', [], null, ''])
    expect(useAnswerDrafts().of('flag-1').reason.value).toBe('')
  })
})

describe('the list of flags', () => {
  it('has its filters in the address, and passes over what is none', () => {
    for (const filters of [noFilters, { text: 'kim', standing: 'open' } as const])
      expect(filtersFrom(addressOf(filters))).toEqual(filters)
    expect(filtersFrom({ text: ['a', 'b'], standing: 'elsewhere' })).toEqual(noFilters)
    expect(filtersFrom({ text: 'x'.repeat(500) }).text).toHaveLength(200)
    expect([isFiltered(noFilters), isFiltered({ text: ' ', standing: 'answered' })]).toEqual([false, true])
  })

  it('says whom and what it is about, and that nobody is known or that it was erased', () => {
    const { id: account, givenName, familyName } = kim
    const person = { account, names: { login: 'k', givenName, familyName }, schoolClass: '7b' }
    const content = { person, happenedOn: '2026-11-20', areas: ['web' as const] }
    expect(personText({ content, found: null })).toBe('Kim Beispiel, 7b')
    expect(personText({ content: { ...content, person: null }, found: null })).toBe('Person nicht bekannt')
    expect(personText({ content: null, found: null })).toBe('Inhalt gelöscht')
    expect(areasText(['web', 'mail'])).toBe('Web und Filter, E-Mail')
    expect(timesText({ from: '11:30', until: '12:15' })).toBe('11:30 bis 12:15 Uhr')
    expect(timesText({ from: null, until: '12:15' })).toBe('bis 12:15 Uhr')
    expect(timesText({ from: null, until: null })).toBe('')
  })

  it('reads a flag again after a refusal that says it has changed', () => {
    const failure = (code: Parameters<typeof isStale>[0]['code']) => ({ code, parameters: {} })
    expect(isStale(failure('flags.notPossibleNow'))).toBe(true)
    expect(isStale(failure('people.wrongPassphrase'))).toBe(false)
  })
})

describe('a case that begins from a flag', () => {
  const known = {
    ...{ account: null, happenedOn: '2026-11-20', facts: 'In Raum 204 lief ein fremdes Spiel.' },
    reference: 'Hinweis 2026-003 vom 20.11.2026'
  }

  it('has its rule, day, words and evidence, and says where it comes from until it is discarded', () => {
    const draft = useNewCase()
    draft.beginFrom('flag:1', { ...known, rule: 'P17' }, null)
    expect([draft.rule, draft.happenedOn, draft.facts]).toEqual(['P17', known.happenedOn, known.facts])
    expect([draft.evidence, draft.origin]).toEqual([[known.reference], 'flag:1'])
    draft.clear()
    expect([draft.origin, draft.facts]).toEqual([null, ''])
  })

  it.each([
    [null, '', ''],
    ['Hausordnung 4', 'own', 'Hausordnung 4']
  ])('takes the rule %s as %s', (rule, choice, own) => {
    const draft = useNewCase()
    draft.beginFrom('flag:1', { ...known, rule }, null)
    expect([draft.ruleChoice, draft.ownRule]).toEqual([choice, own])
  })
})
