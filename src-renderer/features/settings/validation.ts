import { settingsSchema, type Settings } from '../../../src-main/contract/settings'

/** Dotted paths of the fields that are not possible as they are; the contract's own schema decides. */
export function invalidFields(settings: Settings): ReadonlySet<string> {
  const parsed = settingsSchema.safeParse(settings)
  const fields = new Set(parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.')))
  if (!isPattern(settings.logins.pattern)) fields.add('logins.pattern')
  return fields
}

/** Whether a login pattern holds a name and nothing that a login cannot have. */
export function isPattern(pattern: string): boolean {
  const withoutPlaceholders = pattern.replaceAll(/\{(g|given|family)\}/g, '')
  return /\{(given|family)\}/.test(pattern) && /^[A-Za-z0-9._-]*$/.test(withoutPlaceholders)
}
