import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EventName, EventPayload } from '../../../src-main/contract/events'
import type { FoundingPart } from '../../../src-main/contract/people'
import { defaultSettings } from '../../../src-main/contract/settings'
import { openServices, type Services } from '../../../src-main/services'
import type { Directory } from '../../../src-main/world/directory/port'
import { connectionTo, openOn } from '../directory/openldapServer'
import { draftOf, valueOf } from '../directory/suiteTools'
import { ldapModifyAsRoot, ldapPasswd, startSlapd, type SlapdServer } from '../servers/slapd'

export const own = 'Ganz-Eigenes-0815'
export const passphrases = {
  leadership: 'Linde Hafen Kreide Morgen',
  deputy: 'Ahorn Brücke Kompass Abend',
  administrator: 'Kabel Regen Fenster Apfel'
} as const

/** A PC with the app's services, without a window. */
export interface Computer {
  readonly services: Services
  readonly folder: string
  readonly told: { name: EventName; payload: EventPayload<EventName> }[]
  close(): Promise<void>
}

/** A school on a real slapd: leadership, deputy, administrator, and a pupil in the group of the WLAN. */
export interface School {
  readonly server: SlapdServer
  readonly directory: Directory
  readonly ids: Readonly<Record<'leadership' | 'deputy' | 'administrator' | 'pupil', string>>
  stop(): Promise<void>
}

const provisional = 'Vorlaeufig-4711'

export async function startSchool(): Promise<School> {
  const server = await startSlapd()
  const directory = await openOn(server)
  const make = async (login: string, familyName: string, kind: 'teacher' | 'pupil'): Promise<string> => {
    const names = { givenName: 'Änne', familyName, displayName: `Änne ${familyName}` }
    const { id } = valueOf(await directory.createAccount(draftOf(login, { kind, ...names }), provisional))
    await ldapPasswd(server, login, provisional, own)
    return id
  }
  const ids = {
    leadership: await make('leitung', 'Leitner', 'teacher'),
    deputy: await make('vertretung', 'Vertgens', 'teacher'),
    administrator: await make('netz', 'Netzer', 'teacher'),
    pupil: await make('m.muster', 'Groß-Øre', 'pupil')
  }
  const pupil = valueOf(await directory.readAccount(ids.pupil))
  await ldapModifyAsRoot(
    server,
    [
      `dn: cn=modul-wlan,ou=groups,${server.baseDn}`,
      'changetype: add',
      'objectClass: groupOfNames',
      'cn: modul-wlan',
      `member: ${pupil?.dn ?? ''}`,
      ''
    ].join('\n')
  )
  return {
    server,
    directory,
    ids,
    async stop() {
      await directory.close()
      await server.stop()
    }
  }
}

/** Starts the services of a PC in a folder of its own, or in an existing one. */
export async function startComputer(
  { server }: School,
  options: { readonly folder?: string; readonly databasePassword?: string; readonly time?: () => Date } = {}
): Promise<Computer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'netzwart-pc-')))
  const told: Computer['told'] = []
  const services = valueOf(
    await openServices({
      version: 'test',
      dataFolder: folder,
      language: 'de',
      announce: (name, payload) => void told.push({ name, payload }),
      desktop: null,
      printer: null,
      keychain: null,
      bindPassword: server.bindPassword,
      databasePassword: options.databasePassword ?? null,
      watchDue: false,
      program: { executable: process.execPath, leadingWords: [] },
      onBug: (error) => {
        throw error
      },
      ...(options.time === undefined ? {} : { clock: { now: options.time } })
    })
  )
  return {
    services,
    folder,
    told,
    async close() {
      await services.close()
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true })
    }
  }
}

/** Connects the directory, maps the WLAN, founds the case file and appoints the deputy; nobody is signed in afterwards. */
export async function foundSchool({ services: { handlers } }: Computer, school: School): Promise<void> {
  const connection = connectionTo(school.server)
  valueOf(
    await handlers['setup.connect']({
      connection,
      password: school.server.bindPassword,
      keepPassword: false,
      passphrase: null
    })
  )
  valueOf(await handlers['settings.write']({ ...defaultSettings, modules: { wlan: 'modul-wlan' } }))
  const join = async (part: FoundingPart, login: string): Promise<string> =>
    valueOf(
      await handlers['people.joinFounding']({ part, login, password: own, passphrase: passphrases[part] })
    ).fingerprint
  valueOf(
    await handlers['people.found']({
      school: 'Gesamtschule am Lindenhain',
      leadership: await join('leadership', 'leitung'),
      administrator: await join('administrator', 'netz'),
      agreed: true
    })
  )
  valueOf(await handlers['session.signIn']({ login: 'leitung', password: own }))
  const chosen = valueOf(
    await handlers['people.choosePassphrase']({ person: school.ids.deputy, passphrase: passphrases.deputy })
  )
  valueOf(
    await handlers['people.appoint']({
      person: school.ids.deputy,
      role: 'leadership',
      deputy: true,
      scope: '',
      from: new Date().toISOString().slice(0, 10),
      until: null,
      newKey: chosen.fingerprint,
      passphrase: passphrases.leadership
    })
  )
  valueOf(await handlers['session.signOut'](undefined))
}
