import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { EventName, EventPayload } from '../../../src-main/contract/events'
import type { FoundingPart } from '../../../src-main/contract/people'
import { defaultSettings } from '../../../src-main/contract/settings'
import type { Services } from '../../../src-main/services'
import { openHeadless } from '../support/headless'
import type { Directory } from '../../../src-main/world/directory/port'
import { connectionTo, openOn } from '../directory/openldapServer'
import { draftOf, valueOf } from '../directory/suiteTools'
import { startPostgres, type PostgresServer } from '../servers/postgres'
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

/** The school and a database server for the tests of one file. */
export function placeOfThisFile(): { readonly school: School; readonly postgres: PostgresServer } {
  let school: School | undefined
  let postgres: PostgresServer | undefined
  beforeAll(async () => {
    school = await startSchool()
    postgres = await startPostgres()
  })
  afterAll(async () => {
    await postgres?.stop()
    await school?.stop()
  })
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('asked for before the tests')
    return thing
  }
  return {
    get school() {
      return there(school)
    },
    get postgres() {
      return there(postgres)
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
    await openHeadless(folder, {
      announce: (name, payload) => void told.push({ name, payload }),

      // Deriving keys as at a school is tried elsewhere, and here would take most of the time.
      passphraseCost: { operations: 1, memory: 8_192 },
      bindPassword: server.bindPassword,
      databasePassword: options.databasePassword ?? null,

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
