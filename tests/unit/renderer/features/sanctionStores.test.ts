import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { AccountRow } from '../../../../src-main/contract/accounts'
import type { ApplicationState } from '../../../../src-main/contract/application'
import { fail, succeed } from '../../../../src-main/contract/result'
import type { Measure } from '../../../../src-main/contract/sanctions'
import { call } from '../../../../src-renderer/shared/api'
import { useApplication } from '../../../../src-renderer/shared/application'
import { useSigning } from '../../../../src-renderer/shared/signing'
import { useCaseDrafts } from '../../../../src-renderer/features/sanctions/drafts'
import { useNewCase } from '../../../../src-renderer/features/sanctions/newCase'
import { usePreview } from '../../../../src-renderer/features/sanctions/preview'
import { useSanctionCase } from '../../../../src-renderer/features/sanctions/sanctionCase'
import { isStale } from '../../../../src-renderer/features/sanctions/stale'
import { TestBridge } from '../plans/bridge'
import { courseEntry, sanctionCase } from './sanctionCases'

let bridge: TestBridge

beforeEach(() => {
  bridge = new TestBridge()
  vi.stubGlobal('window', { netzwart: bridge })
  vi.stubGlobal('document', { documentElement: {} })
  setActivePinia(createPinia())
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** What main would say with this person signed in; null: nobody, `locked` because of idleness. */
function stateWith(person: string | null, locked = false): ApplicationState {
  return {
    version: '0.0.0',
    preferences: { language: 'de', theme: 'system' },
    directory: null,
    secretsKept: true,
    session: {
      founded: true,
      person:
        person === null
          ? null
          : {
              person,
              names: { login: person, givenName: 'Kim', familyName: person },
              roles: ['leadership'],
              deputy: false,
              fingerprint: 'a'.repeat(64)
            },
      deviceAdmitted: true,
      lockedLogin: locked ? 'somebody' : null,
      idleMinutes: 5,
      demoPeople: []
    },
    caseFile: { kind: 'sqlite', place: '', state: 'ready', failure: null },
    ledger: null
  }
}

async function signedIn(person: string | null, locked = false): Promise<void> {
  useApplication().adopt(succeed(stateWith(person, locked)))
  await nextTick()
}

const pupil: AccountRow = {
  id: 'account-1',
  login: 'm.muster',
  givenName: 'Mia',
  familyName: 'Muster',
  schoolId: '1',
  kind: 'pupil',
  classes: ['8b'],
  state: 'active',
  suspension: { kind: 'none' },
  leaverSince: null,
  mustChangePassword: false
}

describe('signing', () => {
  it('P26: a second click signs nothing, and the passphrase is forgotten at once', async () => {
    const { passphrase, busy, sign } = useSigning()
    passphrase.value = 'vier zufällige Wörter hier'
    let finish: (() => void) | undefined
    bridge.answer('sanctions.withdraw', async () => {
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return succeed(sanctionCase({ state: 'withdrawn' }))
    })
    const { id, version } = sanctionCase()
    const ask = (typed: string) =>
      call('sanctions.withdraw', { case: id, version, reason: 'Irrtum', passphrase: typed })
    const first = sign(ask)
    expect(busy.value).toBe(true)
    expect(passphrase.value).toBe('')
    passphrase.value = 'noch einmal'
    expect(await sign(ask)).toBeNull()
    await vi.waitFor(() => expect(finish).toBeDefined())
    finish?.()
    expect((await first)?.value.state).toBe('withdrawn')
    expect(bridge.inputsOf('sanctions.withdraw')).toHaveLength(1)
  })

  it('keeps the failure, not the passphrase', async () => {
    const { passphrase, failure, busy, sign } = useSigning()
    passphrase.value = 'falsch'
    expect(await sign(async () => fail('people.wrongPassphrase'))).toBeNull()
    expect(failure.value?.code).toBe('people.wrongPassphrase')
    expect(passphrase.value).toBe('')
    expect(busy.value).toBe(false)
    expect(await sign(async () => succeed())).toBeNull()
  })

  it('knows after which failures the page is out of date', () => {
    expect(isStale(fail('ledger.changedSince').failure)).toBe(true)
    expect(isStale(fail('people.wrongPassphrase').failure)).toBe(false)
  })
})

describe('unsigned words', () => {
  it('outlive their screen and a lock, and go when another person signs in', async () => {
    await signedIn('head')
    const drafts = useCaseDrafts()
    const draft = drafts.of('case-1', 'decision')
    draft.reasons.value = 'Weil es das zweite Mal war.'
    draft.outcome.value = 'approved'
    await signedIn(null, true)
    await signedIn('head')
    expect(drafts.of('case-1', 'decision').reasons.value).toBe('Weil es das zweite Mal war.')
    await signedIn(null)
    await signedIn('admin')
    expect(draft.reasons.value).toBe('')
    expect(drafts.of('case-1', 'decision').outcome.value).toBeNull()
  })

  it('keeps decision and lifting of one case apart', () => {
    const drafts = useCaseDrafts()
    drafts.of('case-1', 'decision').reasons.value = 'eins'
    expect(drafts.of('case-1', 'lift').reasons.value).toBe('')
  })
})

describe('wizard of a new case', () => {
  it('asks main only when every step says what it must', () => {
    const draft = useNewCase()
    expect(draft.input('x')).toBeNull()
    draft.account = pupil
    draft.ruleChoice = 'own'
    draft.ownRule = '  Hausordnung 4 '
    draft.facts = 'Hat im Computerraum ein Spiel installiert.'
    draft.evidence = ['Vermerk 12', '  ']
    draft.measures = [{ kind: 'warning' }]
    expect(draft.complete).toMatchObject({ person: true, facts: true, measures: true, sign: false })
    draft.reasons = 'Erster Verstoß.'
    expect(draft.input('geheim')).toMatchObject({
      account: 'account-1',
      rule: 'Hausordnung 4',
      evidence: [{ reference: 'Vermerk 12' }],
      passphrase: 'geheim'
    })
  })

  it('does not accept a day in the future', () => {
    const draft = useNewCase()
    draft.ruleChoice = 'P18'
    draft.facts = 'Hat den Filter umgangen.'
    expect(draft.complete.facts).toBe(true)
    draft.happenedOn = '2999-01-01'
    expect(draft.complete.facts).toBe(false)
  })

  it('starts from an ended case without the terms that are over', () => {
    const draft = useNewCase()
    draft.startFrom(
      sanctionCase({
        rule: 'P17',
        measures: [{ kind: 'warning' }, { kind: 'suspension', until: '2020-01-01' }],
        evidence: [{ reference: 'Vermerk 3' }]
      })
    )
    expect(draft.ruleChoice).toBe('P17')
    expect(draft.measures).toEqual([{ kind: 'warning' }])
    expect(draft.evidence).toEqual(['Vermerk 3'])
    draft.startFrom(sanctionCase({ rule: 'Hausordnung 4' }))
    expect(draft.ownRule).toBe('Hausordnung 4')
  })

  it('goes with its writer', async () => {
    await signedIn('admin')
    const draft = useNewCase()
    draft.facts = 'Hat den Filter umgangen.'
    await signedIn(null)
    await signedIn('other')
    expect(draft.facts).toBe('')
  })
})

describe('open case', () => {
  it('P26: shows what another person did when a stale decision was refused, and not one’s own', async () => {
    await signedIn('head')
    let course = [courseEntry(3, 'opened', 'admin'), courseEntry(4, 'proposed', 'admin')]
    bridge.answer('sanctions.case', () =>
      succeed(sanctionCase({ version: course.at(-1)?.sequence ?? 0, course }))
    )
    const scope = effectScope()
    const opened = scope.run(() => useSanctionCase(() => sanctionCase().id))
    await vi.waitFor(() => expect(opened?.current.value?.version).toBe(4))
    expect(opened?.news.value).toEqual([])
    course = [...course, courseEntry(9, 'hearing', 'deputy'), courseEntry(10, 'hearing', 'head')]
    bridge.announce('ledger.changed', { head: null })
    await vi.waitFor(() => expect(opened?.current.value?.version).toBe(10))
    expect(opened?.news.value.map(({ sequence }) => sequence)).toEqual([9])
    opened?.acknowledge()
    expect(opened?.news.value).toEqual([])
    scope.stop()
  })

  it('takes over what an own action answered, whatever is still being read', async () => {
    await signedIn('head')
    const scope = effectScope()
    let answerOld: (() => void) | undefined
    bridge.answer('sanctions.case', async () => {
      await new Promise<void>((resolve) => {
        answerOld = resolve
      })
      return succeed(sanctionCase({ version: 4 }))
    })
    const opened = scope.run(() => useSanctionCase(() => sanctionCase().id))
    await vi.waitFor(() => expect(answerOld).toBeDefined())
    opened?.take(sanctionCase({ version: 7, state: 'inForce' }))
    answerOld?.()
    await nextTick()
    expect(opened?.current.value?.state).toBe('inForce')
    scope.stop()
  })
})

describe('live preview', () => {
  const effects = [
    {
      measure: { kind: 'warning' as const },
      group: '',
      modules: [],
      gone: [],
      idle: true,
      endsBy: 'nobody' as const
    }
  ]

  it('computes after a rest, drops overtaken answers, and is not current meanwhile', async () => {
    vi.useFakeTimers()
    bridge.answer('sanctions.previewNew', () => succeed({ effects, groupsSeen: true }))
    const chosen = ref<readonly Measure[] | null>(null)
    const scope = effectScope()
    const preview = scope.run(() =>
      usePreview(
        () => chosen.value,
        (measures) => call('sanctions.previewNew', { account: 'a', measures: structuredClone(measures) })
      )
    )
    expect(preview?.current.value).toBe(false)
    chosen.value = Object.freeze([{ kind: 'warning' }])
    await nextTick()
    chosen.value = Object.freeze([{ kind: 'suspension', until: null }])
    await nextTick()
    expect(preview?.pending.value).toBe(true)
    await vi.runAllTimersAsync()
    expect(bridge.inputsOf('sanctions.previewNew')).toHaveLength(1)
    expect(preview?.preview.value?.effects).toEqual(effects)
    expect(preview?.current.value).toBe(true)
    bridge.announce('accounts.changed', { all: 3 })
    expect(preview?.current.value).toBe(false)
    await vi.runAllTimersAsync()
    expect(bridge.inputsOf('sanctions.previewNew')).toHaveLength(2)
    chosen.value = null
    await nextTick()
    expect(preview?.preview.value).toBeNull()
    scope.stop()
  })

  it('says why it cannot compute', async () => {
    bridge.answer('sanctions.previewNew', () => fail('sanctions.measureTwice'))
    const scope = effectScope()
    const preview = scope.run(() =>
      usePreview(
        () => [{ kind: 'warning' }],
        (measures) => call('sanctions.previewNew', { account: 'a', measures })
      )
    )
    await vi.waitFor(() => expect(preview?.failure.value?.code).toBe('sanctions.measureTwice'))
    expect(preview?.current.value).toBe(false)
    scope.stop()
  })
})
