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
