import type { Account } from '../../contract/accounts'
import type { PersonNames, Role, SignedIn } from '../../contract/people'
import { fail, succeed, type Result } from '../../contract/result'
import { draft, type Ledger } from '../../core/ledger'
import { fullName, unfoundedActor, type Actor } from '../../core/people/actor'
import type { Throttle } from '../../core/people/throttle'
import type { DirectoryDesk } from '../../desks/directory'

export interface PersonSessionOptions {
  readonly ledger: Ledger
  readonly directory: Pick<DirectoryDesk, 'ask'>
  readonly throttle: Throttle
  readonly now: () => Date
  /** Where one signs in, for the record of sign-ins (P7). */
  readonly kind: 'window' | 'commandLine'
  readonly computer: string
  /** Minutes without activity after which the window locks; asked at each look. */
  readonly idleMinutes: () => number
  /** Somebody has signed in or out, or the window has locked. */
  readonly onChange: () => void
}

/** Who has signed in, as far as the ledger does not say it. */
export interface Present {
  readonly person: string
  readonly names: PersonNames
  readonly isTeacher: boolean
  readonly classes: readonly string[]
}

/** Looks this often whether the window has been idle for too long, milliseconds. */
const lookInterval = 5_000

/**
 * Who sits there. The directory says so at the sign-in; what the person may do is read from the ledger at each
 * question, so that an appointment that ends or is revoked has its effect at once.
 */
export class PersonSession {
  private present: Present | null = null
  private locked: string | null = null
  private lastActive = 0
  private readonly timer: NodeJS.Timeout

  constructor(private readonly options: PersonSessionOptions) {
    this.timer = setInterval(() => {
      this.lockWhenIdle()
    }, lookInterval)
    this.timer.unref()
  }

  /** null: nobody has signed in. Before the founding whoever opens the app administers. */
  get actor(): Actor | null {
    const { ledger } = this.options
    if (!ledger.isFounded) return unfoundedActor
    if (this.present === null) return null
    const { person, names, isTeacher, classes } = this.present
    const appointments = ledger.authority.appointmentsOf(person, this.options.now().toISOString())
    const roles: Role[] = [...new Set<Role>(appointments.map(({ role }) => role))]
    if (isTeacher) roles.push('teacher')
    const newest = appointments.toSorted((left, right) => right.sequence - left.sequence)[0]
    return {
      person,
      names,
      roles,
      deputy: appointments.some(({ role, deputy }) => role === 'leadership' && deputy),
      classes: isTeacher ? classes : [],
      fingerprint: newest?.fingerprint ?? null
    }
  }

  get state(): { person: SignedIn | null; lockedLogin: string | null } {
    const { actor } = this
    if (actor?.person == null) return { person: null, lockedLogin: this.locked }
    const { person, names, roles, deputy, fingerprint } = actor
    return { person: { person, names, roles: [...roles], deputy, fingerprint }, lockedLogin: null }
  }

  /**
   * With the directory's own login and password (P1); recorded (P7). `people.noRole`: the password is right, but
   * nothing is to be done here. `people.tooManyAttempts`, `directory.*`.
   */
  async signIn(login: string, password: string): Promise<Result<undefined>> {
    const account = await this.prove(login, password)
    return account.ok ? this.enter(account.value) : account
  }

  /** Whose password it is, by the directory. Nobody is signed in by it. */
  async prove(login: string, password: string): Promise<Result<Account>> {
    return proveSignIn(this.options, login, password)
  }

  /** For who has just proved themselves by founding. */
  async enter(account: Account): Promise<Result<undefined>> {
    return this.admit(presentOf(account))
  }

  /** With what the ledger knows of the person: at the command line their key has proved who they are. */
  async enterByKey(person: string, names: PersonNames): Promise<Result<undefined>> {
    return this.admit({ person, names, isTeacher: false, classes: [] })
  }

  private async admit(present: Present): Promise<Result<undefined>> {
    const { person, names } = present
    const before = this.present
    this.present = present
    const roles = this.actor?.roles ?? []
    if (roles.length === 0) {
      this.present = before
      return fail('people.noRole', { name: fullName(names) })
    }
    this.locked = null
    this.lastActive = this.options.now().getTime()
    const recorded = await this.recordSignIn(person, names, roles)
    if (!recorded.ok) {
      this.present = before
      return recorded
    }
    this.options.onChange()
    return succeed()
  }

  /** Who is there; goes on in the session of a case file that was opened anew. */
  get presence(): Present | null {
    return this.present
  }

  /**
   * Who is there from the founding on, or after the case file has moved: nobody has to sign in twice, and no screen
   * sees a moment in which nobody is there. null: nobody.
   */
  expect(present: Present | null): void {
    this.present = present
    this.lastActive = this.options.now().getTime()
  }

  signOut(): void {
    this.present = null
    this.locked = null
    this.options.onChange()
  }

  /** Somebody is there. */
  active(): void {
    this.lastActive = this.options.now().getTime()
  }

  close(): void {
    clearInterval(this.timer)
    this.present = null
  }

  private lockWhenIdle(): void {
    if (this.present === null) return
    const idle = this.options.now().getTime() - this.lastActive
    if (idle < this.options.idleMinutes() * 60_000) return
    this.locked = this.present.names.login
    this.present = null
    this.options.onChange()
  }

  /** A PC that is not admitted yet cannot record anything; whoever may admit it must get in first. */
  private async recordSignIn(
    person: string,
    names: PersonNames,
    roles: readonly Role[]
  ): Promise<Result<unknown>> {
    const { ledger, kind, computer } = this.options
    if (ledger.silence !== null) return succeed()
    return ledger.record(
      draft('session.signedIn', `person:${person}`, { person, roles: [...roles], kind }, { names, computer })
    )
  }
}

/**
 * Tries login and password at the directory, not too often. `people.tooManyAttempts`, `directory.*`.
 */
export async function proveSignIn(
  { directory, throttle }: Pick<PersonSessionOptions, 'directory' | 'throttle'>,
  login: string,
  password: string
): Promise<Result<Account>> {
  // Directories take these spellings for one login.
  const name = login.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  return throttle.attempt(
    `login ${name}`,
    () => directory.ask((opened) => opened.signIn(login, password)),
    ({ code }) => code === 'directory.signInRefused'
  )
}

/** What an account says about who signs in with it. */
export function presentOf({ id, login, givenName, familyName, kind, classes }: Account): Present {
  return { person: id, names: { login, givenName, familyName }, isTeacher: kind === 'teacher', classes }
}
