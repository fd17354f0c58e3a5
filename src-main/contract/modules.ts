import { z } from 'zod'
import type { Text } from './language'

/** The modules that a school's rules name (P11); each is a group in the directory, mapped in the settings. */
export const moduleIds = [
  'addressBook',
  'tasks',
  'files',
  'mail',
  'forum',
  'calendar',
  'messenger',
  'office',
  'videoConference',
  'wlan',
  'privateDevices',
  'applications'
] as const
export const moduleIdSchema = z.enum(moduleIds)
export type ModuleId = z.infer<typeof moduleIdSchema>

export const moduleNames: Readonly<Record<ModuleId, Text>> = {
  addressBook: { de: 'Adressbuch', en: 'Address book' },
  tasks: { de: 'Aufgaben', en: 'Tasks' },
  files: { de: 'Dateien', en: 'Files' },
  mail: { de: 'E-Mail', en: 'E-mail' },
  forum: { de: 'Forum', en: 'Forum' },
  calendar: { de: 'Kalender', en: 'Calendar' },
  messenger: { de: 'Messenger', en: 'Messenger' },
  office: { de: 'Texte, Tafeln und Büro', en: 'Texts, boards and office' },
  videoConference: { de: 'Videokonferenzen', en: 'Video conferences' },
  wlan: { de: 'WLAN', en: 'WLAN' },
  privateDevices: { de: 'Private Geräte', en: 'Private devices' },
  applications: { de: 'Anwendungen mit gemeinsamer Anmeldung', en: 'Applications with single sign-on' }
}

/** Name of the group whose members may use the module; absent or empty: the school does not map it. */
export const moduleGroupsSchema = z.partialRecord(moduleIdSchema, z.string().trim().max(120))
export type ModuleGroups = z.infer<typeof moduleGroupsSchema>

/** A module with the group that the school maps to it. */
export const mappedModuleSchema = z.object({ module: moduleIdSchema, group: z.string() })
export type MappedModule = z.infer<typeof mappedModuleSchema>

/** Servers take names of groups without regard to case. */
export function isSameGroup(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

export function holdsGroup(names: Iterable<string>, group: string): boolean {
  for (const name of names) if (isSameGroup(name, group)) return true
  return false
}

/** Modules whose group is none of these: suspensions and refusals take nothing there (P9, P10). */
export function goneModules(modules: ModuleGroups, names: readonly string[]): MappedModule[] {
  return moduleIds.flatMap((module) => {
    const group = modules[module] ?? ''
    return group === '' || holdsGroup(names, group) ? [] : [{ module, group }]
  })
}
