import { randomUUID } from 'node:crypto'
import { agreementDigest } from './agreement'
import type { Account } from '../../contract/accounts'
import type { Founding, PersonNames } from '../../contract/people'
import { fail, succeed, type Result } from '../../contract/result'
import { germanDayOf } from '../../core/calendar'
import { draft, type Draft, type Ledger } from '../../core/ledger'
import { fullName } from '../../core/people/actor'
import { makePersonKeys, type NewPersonKeys } from '../../core/people/keys'
import type { PassphraseCost } from '../../core/people/passphrase'
import type { LedgerShelf } from '../../world/store/port'
import type { AskDirectory } from './session'

export interface FoundingParts {
  readonly ledger: Ledger
  readonly shelf: Pick<LedgerShelf, 'keepKey'>
  readonly ask: AskDirectory
  readonly now: () => Date
  readonly cost?: PassphraseCost
  /** What the administrator signs about the directory that the case file works with; null: nothing. */
  readonly connectionToSign: () => Promise<Draft | null>
  /** Both have proved themselves; the administrator will be there when the case file is founded. */
  readonly onProved: (administrator: Account) => void
}

/** What a person is called, from their account. */
export function namesOf({ login, givenName, familyName }: Account): PersonNames {
  return { login, givenName, familyName }
}

/** Pupils, guests and machines take no office. */
export function mustBeStaff(account: Account): Result<undefined> {
  if (account.kind === 'teacher' || account.kind === 'staff') return succeed()
  return fail('people.notStaff', { name: fullName(namesOf(account)) })
}

/**
 * Founds the case file: both sign in with their own passwords, each makes a key, the leadership signs the founding and
 * the administrator's appointment (P20), the administrator signs the agreement (P25) and the connection to the directory. All in one transaction.
 */
export async function found(
  { ledger, shelf, ask, now, cost, connectionToSign, onProved }: FoundingParts,
  { school, leadership, administrator }: Founding
): Promise<Result<{ leadership: Account; administrator: Account }>> {
  if (ledger.isFounded) return fail('people.alreadyFounded')
  if (leadership.passphrase.normalize('NFC') === administrator.passphrase.normalize('NFC')) {
    return fail('people.samePassphrase')
  }
  const head = await prove(ask, leadership)
  if (!head.ok) return head
  const keeper = await prove(ask, administrator)
  if (!keeper.ok) return keeper
  if (head.value.id === keeper.value.id) return fail('people.samePerson')
  for (const account of [head.value, keeper.value]) {
    const staff = mustBeStaff(account)
    if (!staff.ok) return staff
  }
  const at = now().toISOString()
  const headKeys = await makePersonKeys(head.value.id, leadership.passphrase, at, cost)
  const keeperKeys = await makePersonKeys(keeper.value.id, administrator.passphrase, at, cost)
  try {
    // Keys that no statement names yet open nothing: a crash in between leaves no trace that matters.
    await shelf.keepKey(headKeys.row)
    await shelf.keepKey(keeperKeys.row)
    onProved(keeper.value)
    const connection = await connectionToSign()
    const signed = await ledger.append([
      ...foundingEntries(ledger, school, [head.value, headKeys], [keeper.value, keeperKeys], at),
      ...(connection === null ? [] : [{ signer: keeperKeys.signer, draft: connection }])
    ])
    return signed.ok ? succeed({ leadership: head.value, administrator: keeper.value }) : signed
  } finally {
    headKeys.signer.wipe()
    keeperKeys.signer.wipe()
  }
}

/** Two persons type their passwords on one page: the answer must say whose is wrong. */
async function prove(
  ask: AskDirectory,
  { login, password }: Founding['leadership']
): Promise<Result<Account>> {
  const account = await ask((directory) => directory.signIn(login, password))
  if (account.ok || account.failure.code !== 'directory.signInRefused') return account
  return fail('people.founderRefused', { login })
}

function foundingEntries(
  ledger: Ledger,
  school: string,
  [head, headKeys]: readonly [Account, NewPersonKeys],
  [keeper, keeperKeys]: readonly [Account, NewPersonKeys],
  at: string
): Parameters<Ledger['append']>[0] {
  const devices = new Set([...ledger.authority.devices.keys(), ledger.device.fingerprint])
  const founding = draft(
    'founding',
    `person:${head.id}`,
    { school, leadership: { person: head.id, keys: headKeys.keys }, devices: [...devices] },
    { names: namesOf(head) }
  )
  const appointment = draft(
    'appointment.made',
    `person:${keeper.id}`,
    {
      appointment: randomUUID(),
      person: keeper.id,
      role: 'administrator',
      deputy: false,
      from: germanDayOf(at),
      until: null,
      keys: keeperKeys.keys
    },
    { names: namesOf(keeper), scope: '' }
  )
  const agreement = draft(
    'agreement.signed',
    `person:${keeper.id}`,
    { agreement: 'administrator', text: agreementDigest() },
    null
  )
  return [
    { signer: headKeys.signer, draft: founding },
    { signer: headKeys.signer, draft: appointment },
    { signer: keeperKeys.signer, draft: agreement }
  ]
}
