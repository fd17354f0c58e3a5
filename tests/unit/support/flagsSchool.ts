import { resolve } from 'node:path'
import type { Account } from '../../../src-main/contract/accounts'
import type { Flag } from '../../../src-main/contract/flags'
import type { OperationOutput, ParsedInput } from '../../../src-main/contract/operations'
import type { Role } from '../../../src-main/contract/people'
import type { Result } from '../../../src-main/contract/result'
import { createFlags, type FlagOperation, type Flags } from '../../../src-main/jobs/evaluations/flags'
import { readPack } from '../../../src-main/jobs/evaluations/rules/pack'
import { localFiles } from '../../../src-main/world/files/local'
import { asked } from './asked'
import { MemoryDirectory } from './memoryDirectory'
import { officials, signingOf, type SchoolPerson } from './sanctionsPeople'
import { moduleGroups, SanctionsSchool, valueOf } from './sanctionsSchool'

/** Read once: it takes a while. */
const pack = readPack(localFiles, resolve('resources/rules'))

/** What a teacher has seen, unless a test says otherwise. */
export const seen: ParsedInput<'flags.report'> = {
  account: null,
  seen: 'In der fünften Stunde lief in Raum 204 ein fremdes Spiel.',
  happenedOn: '2026-11-20',
  from: '11:30',
  until: '12:15',
  areas: ['software', 'web'],
  rule: 'P17',
  certainty: 'seen',
  contents: false
}

/** Cases and flags of one founded school, asked as whoever is named. */
export class FlagsSchool {
  private constructor(
    readonly school: SanctionsSchool,
    readonly flags: Flags,
    readonly pupil: Account,
    /** Accounts of those who have an office, so that a flag can be about them. */
    readonly directory: MemoryDirectory
  ) {}

  static async open(
    now: () => Date = () => new Date(),
    atEnd?: Parameters<typeof SanctionsSchool.open>[1]
  ): Promise<FlagsSchool> {
    const directory = new MemoryDirectory()
    const groups = Object.values(moduleGroups)
    for (const name of groups) directory.seedGroup(name, false)
    const pupil = directory.seed({
      ...{ login: 'k.beispiel', givenName: 'Kim', familyName: 'Beispiel', classes: ['7b'], groups }
    })
    const school = await SanctionsSchool.open(directory, atEnd)
    const flags = createFlags({
      ledger: school.ledger,
      ledgerClock: { now },
      directory: { ask: (question) => question(directory) },
      signing: signingOf(await officials()),
      subjects: () => ({ case: school.job, flag: flags.subject }),
      pack: () => pack
    })
    school.origins = { flag: flags.origin }
    return new FlagsSchool(school, flags, pupil, directory)
  }

  /** Somebody without a key, or with other roles than the officials have. */
  person(name: string, ...roles: readonly Role[]): SchoolPerson {
    const names = { login: name, givenName: 'Rosa', familyName: name }
    const actor = { person: `id-${name}`, names, roles, deputy: false, classes: ['7b'], fingerprint: null }
    return { actor, passphrase: '', appointment: '' }
  }

  /** Puts an account of this person into the directory. */
  account({ actor: { person, names } }: SchoolPerson): string {
    const seeded = this.directory.seed({ login: names.login, familyName: names.familyName, classes: [] })
    const id = person ?? ''
    this.directory.accounts.set(id, { ...seeded, id })
    return id
  }

  as<Name extends FlagOperation>(
    who: SchoolPerson,
    name: Name,
    input: ParsedInput<Name>
  ): Promise<Result<OperationOutput<Name>>> {
    return asked(this.flags.handlers, () => who.actor)[name](input)
  }

  async report(who: SchoolPerson, told: Partial<ParsedInput<'flags.report'>> = {}): Promise<Flag> {
    return valueOf(await this.as(who, 'flags.report', { ...seen, ...told }))
  }

  answer(
    who: SchoolPerson,
    { id, version }: Pick<Flag, 'id' | 'version'>,
    outcome: 'closed' | 'handedOver' = 'closed'
  ): Promise<Result<Flag>> {
    return this.as(who, 'flags.answer', {
      ...{ flag: id, version, outcome, passphrase: who.passphrase },
      ...{ reason: 'Interner Grund.', message: 'Danke für den Hinweis.' }
    })
  }

  /** Numbers of the flags that somebody finds in their list. */
  async listed(who: SchoolPerson, text = ''): Promise<string[]> {
    const query = { text, standing: null, offset: 0, limit: 100 }
    return valueOf(await this.as(who, 'flags.query', query)).rows.map(({ id }) => id)
  }

  /** Kinds of what waits for somebody. */
  waiting({ actor }: SchoolPerson): string[] {
    return (this.flags.inboxItems?.(actor) ?? []).map(({ kind }) => kind)
  }

  kindsOf(id: string): string[] {
    return this.school.ledger.about(`flag:${id}`).map(({ statement }) => statement.kind)
  }
}
