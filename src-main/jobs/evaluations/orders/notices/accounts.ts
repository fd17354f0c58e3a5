import type { Account } from '../../../../contract/accounts'
import type { NoticeAge } from '../../../../contract/notices'
import { succeed, type Result } from '../../../../contract/result'
import type { DirectoryDesk } from '../../../../desks/directory'
import { loginsIn } from '../../evidence/concern'

/** Whose account a name in a log is, as the directory knew it when it was last asked. */
export class RevealedAccounts {
  /** By identity; null: nobody's. */
  private readonly known = new Map<string, Account | null>()

  constructor(private readonly directory: Pick<DirectoryDesk, 'ask'>) {}

  /** undefined: not asked yet. */
  find(identity: string): Account | null | undefined {
    return this.known.get(identity)
  }

  /** Asks for all of these anew. */
  async ask(identities: readonly string[]): Promise<Result<undefined>> {
    if (identities.length === 0) return succeed()
    return this.directory.ask(async (directory) => {
      const all = await directory.readAll()
      if (!all.ok) return all
      const byLogin = new Map(all.value.accounts.map((one) => [directory.foldName(one.login), one]))
      const byMail = new Map(all.value.accounts.map((one) => [one.mail?.toLowerCase() ?? '', one]))
      for (const identity of identities) {
        const mail = identity.includes('@') ? byMail.get(identity.toLowerCase()) : undefined
        // A realm or a domain may make it somebody else's; whoever is told by mistake learns what is not theirs.
        const logins = loginsIn(identity, false).map((login) => byLogin.get(directory.foldName(login)))
        this.known.set(identity, mail ?? logins.find((one) => one !== undefined) ?? null)
      }
      return succeed()
    })
  }
}

/**
 * Whether somebody is a minor, as far as it is known.
 *
 * @param birthDate as a roster has told it; undefined: none has
 * @param today `YYYY-MM-DD`
 */
export function ageOf(kind: Account['kind'], birthDate: string | undefined, today: string): NoticeAge {
  if (kind !== 'pupil') return 'ofAge'
  if (birthDate === undefined) return 'unknown'
  const [year = '', ...rest] = today.split('-')
  const latest = [String(Number(year) - 18), ...rest].join('-')
  return birthDate <= latest ? 'ofAge' : 'minor'
}
