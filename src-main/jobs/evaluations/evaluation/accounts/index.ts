import type { Account } from '../../../../contract/accounts'
import type { PersonNames } from '../../../../contract/people'
import { succeed, type Result } from '../../../../contract/result'
import type { Ledger } from '../../../../core/ledger'
import type { House } from '../../../../desks/job'
import { loginsIn } from '../../evidence/concern'
import type { OpenedEvidence } from '../../evidence/event'
import { namesRealm } from '../../logs'
import type { KnownAccount, Knowledge } from '../workspace/joins'
import { AccountHistory } from './history'
import { stretchesOf } from './stretches'

/** The school as directory, settings and case file know it when an evaluation is opened. */
export interface KnownSchool {
  /** Everybody whose name may stand in a text of a log. */
  readonly names: readonly PersonNames[]
  /** What rules may ask of the accounts that the evidence names. */
  about(evidence: Pick<OpenedEvidence, 'events' | 'sources'>): Promise<Knowledge>
}

export interface KnownSchoolParts extends Pick<
  House,
  'directory' | 'settings' | 'plans' | 'store' | 'ledger'
> {
  readonly now: () => Date
}

export async function readSchool(parts: KnownSchoolParts): Promise<Result<KnownSchool>> {
  const read = await readAccounts(parts)
  if (!read.ok) return read
  const { accounts, fold, knowledgeOf } = read.value
  return succeed({
    names: accounts.map(({ login, givenName, familyName }) => ({ login, givenName, familyName })),
    about(evidence) {
      const named = loginsNamed(evidence, fold)
      return knowledgeOf((login) => named.has(login))
    }
  })
}

/**
 * What rules may ask of any account of the school.
 *
 * @param withStates also what became of each account; else that is not known of any
 */
export async function readKnowledge(
  parts: KnownSchoolParts,
  withStates: boolean
): Promise<Result<Knowledge>> {
  const read = await readAccounts(parts)
  return read.ok ? succeed(await read.value.knowledgeOf(() => withStates)) : read
}

interface ReadAccounts {
  readonly accounts: readonly Account[]
  readonly fold: (login: string) => string
  /** `isAsked`: of which logins (folded) it is asked what became of them. */
  readonly knowledgeOf: (isAsked: (login: string) => boolean) => Promise<Knowledge>
}

async function readAccounts(parts: KnownSchoolParts): Promise<Result<ReadAccounts>> {
  const { directory, settings, ledger, store, plans, now } = parts
  const read = await directory.ask(async (open) => {
    const all = await open.readAll()
    const fold = (login: string): string => open.foldName(login)
    return all.ok ? succeed({ accounts: all.value.accounts, fold }) : all
  })
  if (!read.ok) return read
  const { accounts, fold } = read.value
  // Settings that somebody has changed past the ledger say nothing.
  const kept = await settings.settings()
  const devices = kept.ok ? kept.value.devices : []
  return succeed({
    ...{ accounts, fold },
    async knowledgeOf(isAsked) {
      const history = new AccountHistory({ journal: store, witness: plans.witness })
      const known: KnownAccount[] = []
      for (const account of accounts) {
        const { changes, namedSince } = isAsked(fold(account.login))
          ? await history.of(account.id)
          : { changes: [], namedSince: null }
        const stretches = stretchesOf(changes, account, now())
        const { login, createdAt } = account
        known.push({ login, createdAt, kind: kindOf(account, ledger, now()), namedSince, stretches })
      }
      return { accounts: known, fold, devices }
    }
  })
}

/** Logins that the events may mean, as the directory folds them. */
function loginsNamed(
  { events, sources }: Pick<OpenedEvidence, 'events' | 'sources'>,
  fold: (login: string) => string
): ReadonlySet<string> {
  const formats = new Map(sources.map(({ id, format }) => [id, format]))
  const told = [new Set<string>(), new Set<string>()] as const
  for (const event of events) {
    const { person, source } = event
    if (person !== null) told[namesRealm(formats.get(source) ?? null, event) ? 1 : 0].add(person)
  }
  return new Set(
    told.flatMap((persons, place) =>
      [...persons].flatMap((person) => loginsIn(person, place === 1).map(fold))
    )
  )
}

/** An administrator installs software and works at night, whatever kind of person they are. */
function kindOf({ id, kind }: Account, ledger: Pick<Ledger, 'authority'>, now: Date): KnownAccount['kind'] {
  const appointments = ledger.authority.appointmentsOf(id, now.toISOString())
  return appointments.some(({ role }) => role === 'administrator') ? 'administrator' : kind
}
