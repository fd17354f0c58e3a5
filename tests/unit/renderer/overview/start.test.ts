import { beforeEach, describe, expect, it, vi } from 'vitest'
import { inboxKinds, type InboxItem } from '../../../../src-main/contract/inbox'
import { permits } from '../../../../src-main/contract/operations'
import type { Role } from '../../../../src-main/contract/people'
import type { Failure } from '../../../../src-main/contract/result'
import '../../../../src-renderer/app/features'
import { deadlineWords, sinceWords } from '../../../../src-renderer/features/overview/deadline'
import { foundingItem } from '../../../../src-renderer/features/founding/waits'
import { inOrder, itemOfInbox, itemOfLockouts } from '../../../../src-renderer/features/overview/startItems'
import { tasksOf } from '../../../../src-renderer/features/overview/tasks'
import { itemOfPlan } from '../../../../src-renderer/features/plans/waits'
import { itemOfDirectory } from '../../../../src-renderer/features/settings/waits'
import { itemOfSlips } from '../../../../src-renderer/features/slips/waits'
import { daysBetween } from '../../../../src-renderer/shared/i18n/format'
import { setLanguage } from '../../../../src-renderer/shared/i18n/i18n'
import { planSummary } from '../plans/planSummaries'

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { lang: '' } })
  setLanguage('de')
})

const now = new Date(2026, 10, 26, 12)

/** Noon of this PC, so many days from now. */
function inDays(days: number, hour = 13): string {
  return new Date(2026, 10, 26 + days, hour).toISOString()
}

function inboxItem(given: Partial<InboxItem>): InboxItem {
  return {
    id: 'case:1',
    kind: 'caseToDecide',
    since: inDays(-2),
    deadline: null,
    parameters: {},
    to: '/cases/1',
    ...given
  }
}

describe('deadlines', () => {
  it('are said as people say them', () => {
    const words = (days: number, hour?: number): string => {
      const { distance, urgency } = deadlineWords(inDays(days, hour), now)
      return `${distance}, ${urgency}`
    }
    expect(words(0)).toBe('heute, near')
    expect(words(1)).toBe('morgen, near')
    expect(words(3)).toBe('in 3 Tagen, near')
    expect(words(14)).toBe('in 14 Tagen, far')
    expect(words(0, 9)).toBe('seit heute überfällig, over')
    expect(words(-1)).toBe('überfällig seit 1 Tag, over')
    expect(words(-4)).toBe('überfällig seit 4 Tagen, over')
    expect(deadlineWords(inDays(3), now).day).toBe('29.11.2026')
  })

  it('count calendar days, also across the change of the clock', () => {
    expect(daysBetween(new Date(2026, 9, 24, 23, 30), new Date(2026, 9, 26, 0, 30))).toBe(2)
  })

  it('say since when something waits', () => {
    expect([sinceWords(inDays(0), now), sinceWords(inDays(-1), now), sinceWords(inDays(-14), now)]).toEqual([
      'wartet seit heute',
      'wartet seit gestern',
      'wartet seit 12.11.2026'
    ])
  })
})

describe('what waits', () => {
  it('has words for every kind, with and without parameters, in both languages', () => {
    for (const language of ['de', 'en'] as const) {
      setLanguage(language)
      for (const kind of inboxKinds) {
        const { title, text, action } = itemOfInbox(inboxItem({ kind }))
        for (const words of [title, text, action]) {
          expect(words).not.toMatch(/[{}]|inbox\./)
          expect(words).not.toBe('')
        }
      }
    }
  })

  it('names case and person, and leaves out what main did not say', () => {
    const parameters = { number: '2026-014', name: 'Mia Muster', schoolClass: '7b' }
    expect(itemOfInbox(inboxItem({ parameters })).about).toBe('Fall 2026-014 · Mia Muster, 7b')
    expect(itemOfInbox(inboxItem({ parameters: { number: '2026-014' } })).about).toBe('Fall 2026-014')
    expect(
      itemOfInbox(
        inboxItem({ kind: 'appointmentEnds', parameters: { name: 'Lena Sommer', role: 'evaluator' } })
      ).about
    ).toBe('Lena Sommer · Auswertung')
  })

  it('P26: tells what the leadership decided', () => {
    const text = (outcome: string): string =>
      itemOfInbox(inboxItem({ kind: 'caseDecided', parameters: { outcome } })).text
    expect(text('refused')).toBe('Der Vorschlag wurde abgelehnt.')
    expect(text('changed')).toContain('Mit Änderungen')
    expect(text('anders')).toContain('Sehen Sie nach')
  })

  it('P26: names what really stands in the way of a measure, and nothing where it is not known', () => {
    const text = (obstacle?: Failure): string =>
      itemOfInbox(inboxItem({ kind: 'caseNotInForce', ...(obstacle === undefined ? {} : { obstacle }) })).text
    const changed = text({ code: 'sanctions.planChangedAfterApproval', parameters: {} })
    expect(changed).toContain('nicht der, den die Schulleitung freigegeben hat')
    expect(changed).not.toContain('erreichbar')
    expect(text({ code: 'directory.unreachable', parameters: { host: 'ad.schule' } })).toContain('ad.schule')
    expect(text({ code: 'directory.unreachable', parameters: {} })).toContain('Verzeichnisserver … antwortet')
    expect(text()).not.toContain('Verzeichnis')
    // What no attempt gets over is not tried again for comfort.
    expect(changed).not.toContain('versucht es wieder')
    expect(text({ code: 'directory.unreachable', parameters: {} })).toContain('versucht es wieder')
  })

  it('comes oldest first; what is wrong before it, what has no date after it', () => {
    const items = inOrder([
      itemOfLockouts(2),
      itemOfInbox(inboxItem({ id: 'new', since: inDays(-1) })),
      null,
      itemOfPlan({ ...planSummary({}), createdAt: inDays(-3) }),
      itemOfInbox(inboxItem({ id: 'broken', kind: 'ledgerProblem', since: inDays(0) })),
      foundingItem()
    ])
    expect(items.map(({ id }) => id.split(':')[0])).toEqual(['founding', 'broken', 'plan', 'new', 'lockouts'])
  })

  it('leaves out what there is none of', () => {
    expect([itemOfSlips([]), itemOfLockouts(0), itemOfDirectory(0)]).toEqual([null, null, null])
  })

  it('counts slips as one thing, as old as the oldest', () => {
    const slip = {
      account: 'a',
      plan: 'f'.repeat(64),
      login: 'm.muster',
      givenName: 'Mia',
      familyName: 'Muster',
      schoolClass: '7b'
    }
    const item = itemOfSlips([
      { ...slip, since: inDays(-1) },
      { ...slip, since: inDays(-5) }
    ])
    expect(item).toMatchObject({ title: '2 Passwortzettel warten', since: inDays(-5) })
  })

  it('P25: leads a school that is not founded to the founding', () => {
    expect(foundingItem()).toMatchObject({ action: 'Fallakte gründen', to: '/found' })
  })
})

describe('tasks', () => {
  const titles = (...roles: readonly Role[]): string[] =>
    tasksOf({ is: (role) => roles.includes(role), mayAsk: (name) => permits(name, roles) }).map(
      ({ to }) => to
    )

  it('P5: a teacher resets passwords of pupils and prints slips, and reports what they have seen', () => {
    expect(titles('teacher')).toEqual(['/accounts', '/slips', '/flags/new'])
  })

  it('belong to the role, each once', () => {
    expect(titles('administrator', 'teacher')).toEqual([
      '/plans/new',
      '/accounts',
      '/accounts/new',
      '/settings'
    ])
    expect(titles('dpo')).toEqual(['/journal', '/people'])
    expect(titles('evaluator', 'teacher')).toEqual(['/cases/new', '/cases', '/accounts', '/slips'])
    expect(titles('leadership', 'dpo')).toEqual(['/cases', '/flags', '/people', '/journal'])
  })
})
