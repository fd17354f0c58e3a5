import type { JobHandlers } from '../../contract/handlers'
import { fail, succeed, type Result } from '../../contract/result'
import type { Settings } from '../../contract/settings'
import { isUsablePattern, previewLogins, type LoginOwner } from './planning'

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

export const loginPreviewHandlers: JobHandlers<'settings.previewLogins'> = {
  async 'settings.previewLogins'(logins) {
    const checked = checkLogins({ logins })
    if (!checked.ok) return checked
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

/** `plan.loginPatternUnusable`: such settings would make no logins. */
export function checkLogins({ logins: { pattern } }: Pick<Settings, 'logins'>): Result<undefined> {
  return isUsablePattern(pattern) ? succeed() : fail('plan.loginPatternUnusable', { pattern })
}
