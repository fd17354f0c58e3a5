import { randomUUID } from 'node:crypto'
import { agreementDigest } from './agreement'
import type { Account } from '../../contract/accounts'
import type { Founder, Founding, FoundingPart, JoinFounding, PersonNames } from '../../contract/people'
import { fail, succeed, type Result } from '../../contract/result'
import { germanDayOf } from '../../core/calendar'
import { draft, type Draft, type Ledger } from '../../core/ledger'
import { fullName } from '../../core/people/actor'
import { makePersonKeys, type NewPersonKeys } from '../../core/people/keys'
import type { PassphraseCost } from '../../core/people/passphrase'
import type { LedgerShelf } from '../../world/store/port'
import { WaitingKeys } from './waitingKeys'

export interface FoundingParts {
  readonly ledger: Ledger
  readonly shelf: Pick<LedgerShelf, 'keepKey'>
  /** Asks the directory whose password it is; whoever guesses is slowed down. */
  readonly prove: (login: string, password: string) => Promise<Result<Account>>
  readonly now: () => Date
  readonly cost?: PassphraseCost
  /** What the founding needs besides, done before it is signed: a founding that is signed is done. */
  readonly prepare: (school: string) => Promise<Result<undefined>>
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

/** Who has joined, with the key that was made for them. */
interface Sitting {
  readonly owner: { readonly account: Account }
  readonly keys: NewPersonKeys
}

/**
 * Two persons found the case file at one window. Each proves with their own password who they are and chooses a
 * passphrase, in a step of their own; then both sign together.
 */
export class FoundingTable {
  private readonly founders = new WaitingKeys<{ readonly part: FoundingPart; readonly account: Account }>()

  constructor(private readonly parts: FoundingParts) {}

  /**
   * The answer speaks of nobody but the person who asks: what the other one has typed cannot be guessed by it.
   * `people.founderRefused`, `people.tooManyAttempts`, `people.notStaff`, `people.samePerson`.
   */
  async join({ part, login, password, passphrase }: JoinFounding): Promise<Result<Founder>> {
    const { ledger, prove, now, cost } = this.parts
    if (ledger.isFounded) return fail('people.alreadyFounded')
    // Whoever sits down again starts over, whatever comes of it.
    this.leave(part)
    const account = await prove(login, password)
    if (!account.ok) {
      const refused = account.failure.code === 'directory.signInRefused'
      return refused ? fail('people.founderRefused', { login }) : account
    }
    const staff = mustBeStaff(account.value)
    if (!staff.ok) return staff
    const alone = this.founders.owners.some(([, other]) => other.account.id === account.value.id)
    if (alone) return fail('people.samePerson')
    const keys = await makePersonKeys(account.value.id, passphrase, now().toISOString(), cost)
    // Meanwhile the same person may have asked twice: the last word counts.
    this.leave(part)
    const fingerprint = this.founders.keep(keys, { part, account: account.value })
    return succeed({ fingerprint, names: namesOf(account.value) })
  }

  /** Forgets who has joined in this part. */
  leave(part: FoundingPart): void {
    for (const [fingerprint, owner] of this.founders.owners) {
      if (owner.part === part) this.founders.forget(fingerprint)
    }
  }

  /**
   * The leadership signs the founding and the administrator's appointment (P20), the administrator signs the agreement
   * (P25) and the connection to the directory. All in one transaction. `people.foundersGone`: a key is not there any more.
   */
  async found({
    school,
    leadership,
    administrator
  }: Founding): Promise<Result<{ readonly administrator: Account }>> {
    const { ledger, shelf, now, prepare, connectionToSign, onProved } = this.parts
    if (ledger.isFounded) return fail('people.alreadyFounded')
    const sitting = this.sitting(leadership, administrator)
    if (sitting === null) return fail('people.foundersGone')
    const [head, keeper] = sitting
    const prepared = await prepare(school)
    if (!prepared.ok) return prepared
    // Keys that no statement names yet open nothing: a crash in between leaves no trace that matters.
    await shelf.keepKey(head.keys.row)
    await shelf.keepKey(keeper.keys.row)
    onProved(keeper.owner.account)
    const connection = await connectionToSign()
    // Meanwhile one of them may have gone back, or waited for too long. From here on they sign.
    if (this.sitting(leadership, administrator) === null) return fail('people.foundersGone')
    const signed = await this.founders.using([leadership, administrator], () =>
      ledger.append([
        ...foundingEntries(
          ledger,
          school,
          [head.owner.account, head.keys],
          [keeper.owner.account, keeper.keys],
          now().toISOString()
        ),
        ...(connection === null ? [] : [{ signer: keeper.keys.signer, draft: connection }])
      ])
    )
    if (!signed.ok) return signed
    this.close()
    return succeed({ administrator: keeper.owner.account })
  }

  close(): void {
    this.founders.close()
  }

  /** Leadership and administrator with their keys; null: one of them is not there. */
  private sitting(leadership: string, administrator: string): readonly [Sitting, Sitting] | null {
    const head = this.founders.find(leadership)
    const keeper = this.founders.find(administrator)
    return head?.owner.part === 'leadership' && keeper?.owner.part === 'administrator' ? [head, keeper] : null
  }
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
