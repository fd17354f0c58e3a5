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

const pupilsIn: Readonly<Partial<Record<ModuleId, (place: number) => boolean>>> = {
  mail: (place) => place % 9 !== 8,
  forum: (place) => place % 12 !== 11,
  messenger: (place) => place % 2 === 0,
  videoConference: (place) => place % 5 !== 4,
  wlan: (place) => place % 6 !== 5,
  privateDevices: (place) => place % 3 === 0
}

/** Whether the pupil at a place in the list of pupils may use a module on the first day. */
export function isPupilIn(module: ModuleId, place: number): boolean {
  return pupilsIn[module]?.(place) ?? true
}
