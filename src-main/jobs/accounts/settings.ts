import type { Handlers } from '../../contract/handlers'
import { fail, succeed } from '../../contract/result'
import { documentDigest, type SettingsDesk } from '../../core/settings'
import { isUsablePattern, previewLogins, type LoginOwner } from './planning'

export type SettingsHandlers = Pick<Handlers, Extract<keyof Handlers, `settings.${string}`>>

/** Made-up people whose names show what a setting does. */
const examples: readonly LoginOwner[] = [
  { givenName: 'Max', familyName: 'Mustermann', schoolId: '1001' },
  { givenName: 'Mia', familyName: 'Mustermann', schoolId: '1002' },
  { givenName: 'Jürgen', familyName: 'Müller-Lüdenscheidt', schoolId: '1003' },
  { givenName: 'Anna-Lena', familyName: 'von der Heide', schoolId: '1004' },
  { givenName: 'Zoë', familyName: 'Weiß', schoolId: '1005' },
  { givenName: 'Łukasz', familyName: 'Wiśniewski', schoolId: '1006' },
  { givenName: 'Nguyễn', familyName: 'Đặng', schoolId: '1007' },
  { givenName: 'Ayşe', familyName: 'Yıldırım', schoolId: '1008' }
]

export function settingsHandlers(desk: Pick<SettingsDesk, 'shown' | 'keepSettings'>): SettingsHandlers {
  return {
    async 'settings.read'() {
      return desk.shown()
    },

    async 'settings.write'({ before, ...settings }) {
      const { pattern } = settings.logins
      if (!isUsablePattern(pattern)) return fail('plan.loginPatternUnusable', { pattern })
      if (before !== undefined) {
        const present = await desk.shown()
        if (!present.ok) return present
        if (documentDigest(present.value) !== documentDigest(before))
          return fail('application.settingsChanged')
      }
      return desk.keepSettings(settings)
    },

    async 'settings.previewLogins'(logins) {
      const { pattern } = logins
      if (!isUsablePattern(pattern)) return fail('plan.loginPatternUnusable', { pattern })
      const made = previewLogins(examples, logins)
      return succeed(
        examples.map(({ givenName, familyName }, index) => ({
          givenName,
          familyName,
          login: made[index] ?? ''
        }))
      )
    }
  }
}
