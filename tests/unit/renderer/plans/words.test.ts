import { afterEach, describe, expect, it } from 'vitest'
import type { Step } from '../../../../src-main/contract/plan'
import { rosterReasonCodes } from '../../../../src-main/contract/rosterPlan'
import '../../../../src-renderer/app/features'
import * as changes from '../../../../src-renderer/features/plans/changes'
import * as words from '../../../../src-renderer/features/plans/words'
import { i18n } from '../../../../src-renderer/shared/i18n/i18n'
import { planLook } from '../../../../src-renderer/shared/looks'
import { stepHeading } from '../../../../src-renderer/shared/stepKinds'

const job = 'accounts'
const changesOf = (step: Step): changes.FieldChange[] => changes.changesOf(job, step)
const changeLine = (step: Step): ReturnType<typeof changes.changeLine> => changes.changeLine(job, step)
const reasonText = (step: Pick<Step, 'reason'>): string => words.reasonText(job, step)

afterEach(() => {
  i18n.global.locale.value = 'de'
})

function accountStep(changes: Partial<Step>): Step {
  return {
    id: '1',
    kind: 'changeClass',
    target: { type: 'account', id: 'id', name: 'm.muster', label: 'Mia Muster', schoolClass: '7a' },
    before: { classes: ['6a'] },
    after: { classes: ['7a'] },
    reason: { code: 'classDiffers', parameters: { from: '6a', to: '7a' } },
    needs: [],
    ...changes
  }
}

describe('words of steps', () => {
  it('has words for every reason that the planning writes, and for those of everyday actions', () => {
    const reasons = [
      ...rosterReasonCodes,
      'requestVerified',
      'statedReason',
      'suspensionEnded',
      'suspensionOver'
    ]
    const shown = Object.entries(planLook(job)?.reasons ?? {}).filter(([, { why }]) => why !== undefined)
    expect(shown.map(([code]) => code)).toEqual(expect.arrayContaining(reasons))
  })

  it('keeps the name of a kind and of a reason that it does not know', () => {
    expect(stepHeading(job, 'archive')).toBe('archive')
    expect(reasonText({ reason: { code: 'somethingNew', parameters: {} } })).toBe('somethingNew')
  })

  it('says of an undo what it takes back', () => {
    const reason = { code: 'undo', parameters: { step: '17', kind: 'create' } }
    expect(words.stepWord(job, { kind: 'undo', reason })).toBe('Zurücknehmen: Anlegen')
    expect(reasonText({ reason })).toContain('Schritt 17')
  })

  it('writes days as the language writes them and an empty list as a word', () => {
    expect(
      reasonText({ reason: { code: 'leftOn', parameters: { schoolId: 'S-1', day: '2026-07-31' } } })
    ).toContain('31.07.2026')
    expect(reasonText({ reason: { code: 'classDiffers', parameters: { from: '', to: '7a' } } })).toBe(
      'Klasse laut Liste: 7a; bisher im Verzeichnis: keine.'
    )
  })

  it('P5: says how the person who asked was recognised', () => {
    const reason = { code: 'requestVerified', parameters: { verification: 'schoolIdCard', text: '' } }
    expect(reasonText({ reason })).toBe('Auf eigenen Wunsch der Person; erkannt: Schülerausweis.')
  })

  it('sorts kinds as people think of them, unknown ones last', () => {
    const kinds = ['archive', 'leave', 'create'].map((kind) => ({ kind, count: 1 }))
    expect(words.sortedKinds({ job, kinds }).map(({ kind }) => kind)).toEqual(['create', 'leave', 'archive'])
  })
})

describe('what a step changes', () => {
  it('is one line: before, after', () => {
    expect(changeLine(accountStep({}))).toEqual({ before: '6a', after: '7a' })
  })

  it('P3: shows the login of an account that does not exist yet', () => {
    const step = accountStep({ kind: 'create', before: null, after: { login: 'm.muster', classes: ['5a'] } })
    expect(changeLine(step)).toEqual({ before: '', after: 'm.muster' })
    expect(changesOf(step)).toContainEqual({ label: 'Anmeldename', before: '', after: 'm.muster' })
  })

  it('P8: says of a leaver that the account is suspended and in no class', () => {
    const step = accountStep({
      kind: 'leave',
      before: { suspension: { kind: 'none' }, leaverSince: null, classes: ['10b'] },
      after: { suspension: { kind: 'forever' }, leaverSince: '2026-11-22', classes: [] }
    })
    expect(changeLine(step)).toEqual({ before: '10b', after: 'gesperrt · ohne Klasse' })
    expect(changesOf(step)).toEqual([
      { label: 'Klassen', before: '10b', after: '' },
      { label: 'Sperre', before: 'nicht gesperrt', after: 'gesperrt' },
      { label: 'Abgänger seit', before: '', after: '22.11.2026' }
    ])
  })

  it('says that a lifted suspension leaves the account free', () => {
    const step = accountStep({
      kind: 'liftSuspension',
      before: { suspension: { kind: 'forever' } },
      after: { suspension: { kind: 'none' } }
    })
    expect(changeLine(step)).toEqual({ before: 'gesperrt', after: 'nicht gesperrt' })
  })

  it('says of an undo that removes an account that it is deleted', () => {
    const step = accountStep({ kind: 'undo', before: { login: 'm.muster' }, after: null })
    expect(changeLine(step)).toEqual({ before: 'm.muster', after: '' })
    expect(changesOf(step)[0]).toEqual({ label: 'Konto', before: 'vorhanden', after: 'wird gelöscht' })
  })

  it('names what a step without a telling field is about', () => {
    const step = accountStep({
      kind: 'resetPassword',
      before: { mustChangePassword: false },
      after: { mustChangePassword: true }
    })
    expect(changeLine(step)).toEqual({ before: '', after: 'Neues Passwort bei der Anmeldung: ja' })
  })

  it('P9: tells the modules that a suspension takes, and keeps them out of the one line', () => {
    const memberships = (member: boolean) => ['modul-mail', 'modul-wlan'].map((group) => ({ group, member }))
    const step = accountStep({
      kind: 'suspend',
      before: { suspension: { kind: 'none' }, memberships: memberships(true) },
      after: { suspension: { kind: 'forever' }, memberships: memberships(false) }
    })
    expect(changesOf(step)).toEqual([
      { label: 'Sperre', before: 'nicht gesperrt', after: 'gesperrt' },
      { label: 'Module (Gruppen)', before: 'modul-mail, modul-wlan', after: '' }
    ])
    expect(changeLine(step)).toEqual({ before: 'nicht gesperrt', after: 'gesperrt' })
    const returned = accountStep({
      kind: 'returnModules',
      before: { memberships: memberships(false) },
      after: { memberships: memberships(true) }
    })
    expect(changeLine(returned).after).toBe('Module (Gruppen): modul-mail, modul-wlan')
  })

  it('keeps the name of a field that it does not know', () => {
    const step = accountStep({ before: { quota: 1 }, after: { quota: 2 } })
    expect(changesOf(step)).toEqual([{ label: 'quota', before: '1', after: '2' }])
  })

  it('follows the language', () => {
    i18n.global.locale.value = 'en'
    expect(changesOf(accountStep({}))).toEqual([{ label: 'Classes', before: '6a', after: '7a' }])
  })
})
