import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Handlers } from '../../../src-main/contract/handlers'
import { germanDayOf } from '../../../src-main/core/calendar'
import { draftOf, valueOf } from '../directory/suiteTools'
import { startPostgres, type PostgresServer, type TestDatabase } from '../servers/postgres'
import { ldapPasswd } from '../servers/slapd'
import { foundSchool, own, passphrases, startComputer, startSchool } from './sharedSchool'
import type { Computer, School } from './sharedSchool'

export const evaluators = {
  eins: 'Wolke Tasse Birne Leiter',
  zwei: 'Ofen Ring Feder Zaun',
  drei: 'Garten Feder Mond Kabel'
} as const
export type EvaluatorLogin = keyof typeof evaluators

/** A login in the log that nobody may see before both have revealed it. */
export const canary = 'kanarienvogel.zwitscher'

const provisional = 'Vorlaeufig-4711'
const day = (ahead: number): string => germanDayOf(new Date(Date.now() + ahead * 86_400_000).toISOString())

/** Sixty requests of two days ago. */
function lines(): string {
  const begin = Date.parse(`${day(-2)}T09:00:00Z`) / 1000
  return Array.from({ length: 60 }, (_, index) => {
    const url = `http://spiele.example/${canary}/${index}`
    const who = index % 4 === 0 ? canary : 'm.muster'
    return `${begin + index * 20}.000    120 10.20.3.7 TCP_MISS/200 2048 GET ${url} ${who} HIER_DIRECT/192.0.2.7 text/html\n`
  }).join('')
}

/** A school on a real slapd whose case file lies on a real PostgreSQL, with two PCs and three evaluators; two of them have an order. */
export class EvaluatingSchool {
  private constructor(
    readonly school: School,
    readonly postgres: PostgresServer,
    readonly database: TestDatabase,
    readonly office: Computer,
    readonly staffRoom: Computer,
    readonly ids: Readonly<Record<EvaluatorLogin, string>>,
    readonly source: string,
    private readonly folder: string
  ) {}

  static async open(folders: { readonly office?: string; readonly staffRoom?: string } = {}) {
    const folder = await mkdtemp(join(tmpdir(), 'netzwart-two-pcs-'))
    const file = join(folder, 'access.log')
    await writeFile(file, lines())
    const school = await startSchool()
    const postgres = await startPostgres()
    const database = await postgres.makeDatabase()
    const { location, password, owner } = database
    const databasePassword = password
    const office = await startComputer(school, { ...inFolder(folders.office), databasePassword })
    await foundSchool(office, school)
    const { handlers } = office.services
    const signIn = async (login: string) => handlers['session.signIn']({ login, password: own })
    const ids: Record<string, string> = {}
    for (const [login, passphrase] of Object.entries(evaluators)) {
      const names = { givenName: 'Änne', familyName: `Auswerter-${login}`, displayName: `Änne ${login}` }
      const account = draftOf(login, { kind: 'teacher', ...names })
      const { id } = valueOf(await school.directory.createAccount(account, provisional))
      ids[login] = id
      await ldapPasswd(school.server, login, provisional, own)
      valueOf(await signIn('leitung'))
      const key = valueOf(await handlers['people.choosePassphrase']({ person: id, passphrase }))
      valueOf(
        await handlers['people.appoint']({
          ...{ person: id, role: 'evaluator', deputy: false, scope: '', newKey: key.fingerprint },
          ...{ from: day(0), until: null, passphrase: passphrases.leadership }
        })
      )
    }
    valueOf(await signIn('netz'))
    const { sources } = valueOf(
      await handlers['logSources.save']({
        ...{ id: null, name: 'Proxy', path: file, format: 'squid', contents: false },
        ...{ keptDays: 7, keptReason: 'Voreinstellung.' }
      })
    )
    valueOf(await handlers['caseFile.prepare']({ location, password, owner }))
    valueOf(await handlers['caseFile.move']({ location, password, keepPassword: false }))
    const staffRoom = await startComputer(school, { ...inFolder(folders.staffRoom), databasePassword })
    const joining = staffRoom.services.handlers
    valueOf(await joining['caseFile.join']({ location, password, keepPassword: false }))
    valueOf(await joining['session.signIn']({ login: 'netz', password: own }))
    valueOf(await joining['people.admitDevice']({ passphrase: passphrases.administrator }))
    const source = sources[0]?.id ?? ''
    return new EvaluatingSchool(
      ...([school, postgres, database, office, staffRoom] as const),
      ids as Record<EvaluatorLogin, string>,
      ...([source, folder] as const)
    )
  }

  /** Orders an evaluation by `eins` and somebody else, and has what it covers sealed. Answers the order. */
  async sealed(other: EvaluatorLogin = 'zwei'): Promise<string> {
    const handlers = await this.as(this.office, 'leitung')
    const { id } = valueOf(
      await handlers['orders.give']({
        ...{ flag: null, occasion: 'Meldung der Aufsicht', suspicion: 'Lange gespielt.', rule: 'P18' },
        ...{ concerned: [], addresses: [], sources: [this.source], rules: [], contents: null },
        from: { day: day(-2), time: '08:00' },
        until: { day: day(-2), time: '13:00' },
        evaluators: [this.ids.eins, this.ids[other]],
        expires: day(3),
        passphrase: passphrases.leadership
      })
    )
    const first = await this.as(this.office, 'eins')
    valueOf(await first['evidence.gather']({ order: id }))
    return id
  }

  /** Somebody signs in at a PC. */
  async as({ services: { handlers } }: Computer, login: string): Promise<Handlers> {
    valueOf(await handlers['session.signIn']({ login, password: own }))
    return handlers
  }

  /** Everything that lies in the table of what PCs say to each other, as whoever owns the database reads it. */
  async exchanges(): Promise<string> {
    const { database } = this.database.location
    const rows = await this.postgres.ask(database, 'select * from netzwart.exchanges')
    return rows.map((row) => JSON.stringify(row)).join('\n')
  }

  async close(): Promise<void> {
    await this.office.close()
    await this.staffRoom.close()
    await this.stop()
  }

  /** The servers alone: the PCs are closed already. */
  async stop(): Promise<void> {
    await this.postgres.stop()
    await this.school.stop()
    await rm(this.folder, { recursive: true, force: true })
  }
}

function inFolder(folder: string | undefined): { readonly folder?: string } {
  return folder === undefined ? {} : { folder }
}
