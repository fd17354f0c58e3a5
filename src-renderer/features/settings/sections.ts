import type { Settings } from '../../../src-main/contract/settings'

/** The settings by what they are about, in the order of the navigation. */
export const sectionGroups = [
  { name: 'school', sections: ['school', 'letterhead'] },
  { name: 'accounts', sections: ['logins', 'passwords', 'guardians', 'leavers', 'modules'] },
  {
    name: 'operation',
    sections: ['directory', 'services', 'devices', 'logSources', 'evidence', 'caseFile', 'backup', 'schedule']
  },
  { name: 'workplace', sections: ['lock', 'window'] }
] as const

export type SectionName = (typeof sectionGroups)[number]['sections'][number]

/** Where the settings that are saved together stand. */
export const sectionsOfSettings: Readonly<Record<keyof Settings, SectionName>> = {
  school: 'school',
  letterhead: 'letterhead',
  logins: 'logins',
  passwords: 'passwords',
  leavers: 'leavers',
  evidence: 'evidence',
  guardianAccounts: 'guardians',
  guardPercent: 'leavers',
  modules: 'modules',
  radius: 'services',
  devices: 'devices',
  idleMinutes: 'lock'
}

export const sectionIcons: Readonly<Record<SectionName, string>> = {
  school: 'i-lucide-school',
  letterhead: 'i-lucide-mail',
  logins: 'i-lucide-at-sign',
  passwords: 'i-lucide-key-round',
  guardians: 'i-lucide-house-plus',
  leavers: 'i-lucide-hourglass',
  modules: 'i-lucide-blocks',
  directory: 'i-lucide-server',
  services: 'i-lucide-radio-tower',
  devices: 'i-lucide-monitor',
  logSources: 'i-lucide-scroll-text',
  evidence: 'i-lucide-lock-keyhole',
  caseFile: 'i-lucide-database',
  backup: 'i-lucide-archive',
  schedule: 'i-lucide-alarm-clock',
  lock: 'i-lucide-lock',
  window: 'i-lucide-sun-moon'
}

/** The section that the address names; anything else is the first one. */
export function sectionOf(name: unknown): SectionName {
  const sections: readonly SectionName[] = sectionGroups.flatMap((group) => [...group.sections])
  return sections.find((section) => section === name) ?? 'school'
}
