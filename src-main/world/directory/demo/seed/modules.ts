import type { ModuleId } from '../../../../contract/modules'

/** The demo school's groups that open a module (P11), by the module's name in the code. */
export const demoModuleGroups = {
  addressBook: 'modul-adressbuch',
  tasks: 'modul-aufgaben',
  files: 'modul-dateien',
  mail: 'modul-mail',
  forum: 'modul-forum',
  calendar: 'modul-kalender',
  messenger: 'modul-messenger',
  office: 'modul-texte',
  videoConference: 'modul-videokonferenz',
  wlan: 'modul-wlan',
  privateDevices: 'modul-eigene-geraete',
  applications: 'modul-anwendungen'
} as const satisfies Record<ModuleId, string>
