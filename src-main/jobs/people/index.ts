import type { Account } from '../../contract/accounts'
import type { ApplicationState } from '../../contract/application'
import type { JobHandlers } from '../../contract/handlers'
import type { InboxItem } from '../../contract/inbox'
import type { DemoPersonCard, SessionState } from '../../contract/people'
import type { OperationName } from '../../contract/operations'
import { fail, succeed, type Result } from '../../contract/result'
import type { Settings } from '../../contract/settings'
import { germanDayOf } from '../../core/calendar'
import { deviceEntry, type Ledger } from '../../core/ledger'
import { fullName, type Actor, type FindActor } from '../../core/people/actor'
import type { PassphraseCost } from '../../core/people/passphrase'
import type { PassphraseSigning } from '../../core/people/signing'
import type { DirectoryDesk } from '../../desks/directory'
import type { OpenJob } from '../../desks/job'
import type { DocumentDesk } from '../../world/documents/port'
import { StoreFailure, type LedgerShelf } from '../../world/store/port'
import { Appointments } from './appointments'
import { FoundingTable, namesOf, type FoundingParts } from './founding'
import { peopleHoldings } from './holdings'
import { savePeopleDocument } from './letters'
import { PersonSession, presentOf, type PersonSessionOptions } from './session'

export { tellDemoPeople } from './demo'

export interface PeopleJobOptions extends Pick<
  PersonSessionOptions,
  'kind' | 'computer' | 'idleMinutes' | 'onChange' | 'now' | 'throttle'
> {
  readonly ledger: Ledger
  readonly shelf: LedgerShelf
  readonly directory: Pick<DirectoryDesk, 'ask'>
  readonly signing: PassphraseSigning
  readonly connectionToSign: FoundingParts['connectionToSign']
  readonly desk: DocumentDesk
  readonly settings: () => Promise<Result<Settings>>
  /** Keeps the school's name of the founding where documents read it. */
  readonly nameSchool: (name: string) => Promise<Result<undefined>>
  readonly applicationState: () => ApplicationState
  /** Made-up persons with their secrets; empty outside the demo school. */
  readonly demoPeople: () => readonly DemoPersonCard[]
  readonly cost?: PassphraseCost
}

type PeopleOperation = Extract<OperationName, `people.${string}` | `session.${string}`>
export type PeopleHandlers = JobHandlers<PeopleOperation>

/** Who is who and may do what: sign-in, founding, appointments. */
export interface PeopleJob extends OpenJob<PeopleOperation> {
  readonly handlers: PeopleHandlers
  readonly actor: FindActor
  readonly session: PersonSession
  state(): SessionState
  /**
   * At the command line: login and passphrase instead of the directory's password. The key stays open until the end.
   * `people.unknownLogin`, `people.wrongPassphrase`, `people.accountClosed`.
   */
  signInWithKey(login: string, passphrase: string): Promise<Result<undefined>>
  inboxItems(actor: Actor): readonly InboxItem[]
  /** Signs out who sits there and is suspended or has left by now (P8, P9). */
  lookWhoIsThere(): Promise<void>
  close(): Promise<void>
}

/** An appointment that ends within so many days is told. */
const warningDays = 30

export function createPeopleJob(options: PeopleJobOptions): PeopleJob {
  const { ledger, signing, applicationState } = options
  const session = new PersonSession(options)
  const appointments = new Appointments(options)
  const founding = new FoundingTable({
    ...options,
    prove: (login, password) => session.prove(login, password),
    prepare: (school) => options.nameSchool(school),
    onProved: (account: Account) => {
      session.expect(presentOf(account))
    }
  })

  /** Before the founding there are no persons. */
  const asPerson = async <Value>(
    asker: Actor,
    work: (actor: Actor) => Promise<Result<Value>>
  ): Promise<Result<Value>> => (asker.person === null ? fail('people.notSignedIn') : work(asker))

  const handlers: PeopleHandlers = {
    async 'session.signIn'({ login, password }) {
      if (!ledger.isFounded) return fail('people.notFounded')
      const signedIn = await session.signIn(login, password)
      return signedIn.ok ? succeed(applicationState()) : signedIn
    },
    async 'session.signOut'() {
      session.signOut()
      return succeed(applicationState())
    },
    async 'session.active'() {
      session.active()
      return succeed()
    },

    'people.joinFounding': (wanted) => founding.join(wanted),
    async 'people.leaveFounding'({ part }) {
      founding.leave(part)
      return succeed()
    },
    async 'people.found'(wanted) {
      // Nobody is there whom no ledger knows. Whoever asks once more after the founding stays where they are.
      const nobodyExpected = (): void => {
        if (!ledger.isFounded) session.expect(null)
      }
      const founded = await founding.found(wanted).catch((error: unknown) => {
        nobodyExpected()
        throw error
      })
      if (!founded.ok) {
        nobodyExpected()
        return founded
      }
      // The administrator has just proved themselves and goes on; the leadership has left its signature. It stands, also
      // where the sign-in cannot be recorded (P7): then they sign in once more.
      const entered = await enterIfPossible(session, founded.value.administrator)
      if (!entered) session.expect(null)
      return succeed(applicationState())
    },
    async 'people.appointments'() {
      const founded = ledger.authority.founding
      if (founded === null) return fail('people.notFounded')
      const statement = ledger.numbered(founded.sequence)?.statement
      return succeed({
        school: founded.school,
        foundedAt: statement?.time ?? '',
        root: founded.root,
        appointments: appointments.list()
      })
    },
    'people.appoint': (wanted, asker) => asPerson(asker, (actor) => appointments.appoint(actor, wanted)),
    async 'people.hasKey'({ person }) {
      return succeed(appointments.hasKey(person))
    },
    'people.choosePassphrase': ({ person, passphrase }) => appointments.choosePassphrase(person, passphrase),
    'people.revoke': (wanted, asker) => asPerson(asker, (actor) => appointments.revoke(actor, wanted)),
    'people.replaceKey': (wanted, asker) =>
      asPerson(asker, (actor) => appointments.replaceKey(actor, wanted)),
    'people.admitDevice': ({ passphrase }, asker) =>
      asPerson(asker, (actor) =>
        signing.sign(actor, passphrase, async (signer) => {
          if (ledger.isDeviceAdmitted) return succeed(applicationState())
          const admitted = await ledger.append([
            { signer, draft: deviceEntry(ledger.device, options.computer) }
          ])
          return admitted.ok ? succeed(applicationState()) : admitted
        })
      ),
    'people.saveDocument': ({ appointment }, { person }) =>
      savePeopleDocument({ ...options, appointments }, appointment, person)
  }

  return {
    handlers,
    session,
    actor: () => session.actor,
    state: () => ({
      founded: ledger.isFounded,
      ...session.state,
      deviceAdmitted: ledger.isDeviceAdmitted,
      idleMinutes: options.idleMinutes(),
      demoPeople: [...options.demoPeople()]
    }),
    async signInWithKey(login, passphrase) {
      const own = appointments
        .list()
        .find(({ names, state }) => state === 'active' && names?.login.toLowerCase() === login.toLowerCase())
      if (own?.names == null) return fail('people.unknownLogin', { login })
      const held = await signing.hold({ fingerprint: own.fingerprint, names: own.names }, passphrase)
      if (!held.ok) return held
      const open = await mustNotBeShutOut(options, own.person)
      if (!open.ok) {
        signing.release()
        return open
      }
      return session.enterByKey(own.person, own.names)
    },
    async lookWhoIsThere() {
      const { presence } = session
      if (presence === null) return
      const open = await mustNotBeShutOut(options, presence.person)
      // Meanwhile somebody else may have signed in.
      if (!open.ok && session.presence?.person === presence.person) session.signOut()
    },
    holdings: async ({ person }) => succeed(peopleHoldings(ledger, appointments.list(), person)),
    inboxItems: (actor) => endingAppointments(appointments, actor, options.now()),
    async close() {
      session.close()
      founding.close()
      appointments.close()
    }
  }
}

/**
 * Whom the directory lets in nowhere does not work here by their passphrase either (P9): at the window the directory says
 * so itself. One that does not answer says nothing; without it there is little to be done anyway.
 */
async function mustNotBeShutOut(
  { directory, now }: Pick<PeopleJobOptions, 'directory' | 'now'>,
  person: string
): Promise<Result<undefined>> {
  const account = await directory.ask((opened) => opened.readAccount(person))
  if (!account.ok || account.value === null) return succeed()
  const { suspension, leaverSince } = account.value
  const isSuspended =
    suspension.kind === 'forever' ||
    (suspension.kind === 'until' && Date.parse(suspension.until) > now().getTime())
  if (leaverSince === null && !isSuspended) return succeed()
  return fail('people.accountClosed', { name: fullName(namesOf(account.value)) })
}

async function enterIfPossible(session: PersonSession, account: Account): Promise<boolean> {
  try {
    return (await session.enter(account)).ok
  } catch (error) {
    if (error instanceof StoreFailure) return false
    throw error
  }
}

function endingAppointments(appointments: Appointments, actor: Actor, now: Date): InboxItem[] {
  if (!actor.roles.includes('leadership')) return []
  const today = germanDayOf(now.toISOString())
  const horizon = germanDayOf(new Date(now.getTime() + warningDays * 86_400_000).toISOString())
  return appointments
    .list()
    .filter(({ state, until }) => state === 'active' && until !== null && until >= today && until <= horizon)
    .map(({ id, names, role, until, from }) => ({
      id: `appointment:${id}`,
      kind: 'appointmentEnds',
      since: `${from}T00:00:00Z`,
      deadline: `${until ?? today}T22:00:00Z`,
      parameters: { name: names === null ? '' : `${names.givenName} ${names.familyName}`, role },
      to: '/people'
    }))
}
