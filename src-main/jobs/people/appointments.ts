import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { ParsedInput } from '../../contract/operations'
import {
  personNamesSchema,
  type Appointment,
  type AppointedRole,
  type PersonNames,
  type PublicKeys
} from '../../contract/people'
import { fail, succeed, type Result } from '../../contract/result'
import { germanDayOf } from '../../core/calendar'
import { bodyOf, draft, type AppointmentRecord, type Entry, type Ledger } from '../../core/ledger'
import { fullName, type Actor } from '../../core/people/actor'
import { makePersonKeys, type NewPersonKeys } from '../../core/people/keys'
import type { PassphraseCost } from '../../core/people/passphrase'
import type { Signing } from '../../core/people/signing'
import type { LedgerShelf } from '../../world/store/port'
import { mustBeStaff, namesOf } from './founding'
import type { DirectoryDesk } from '../../desks/directory'
import { WaitingKeys } from './waitingKeys'

export interface AppointmentParts {
  readonly ledger: Ledger
  readonly shelf: Pick<LedgerShelf, 'keepKey'>
  readonly directory: Pick<DirectoryDesk, 'ask'>
  readonly signing: Signing
  readonly now: () => Date
  readonly cost?: PassphraseCost
}

/** Roles that one person must not have at once: whoever decides or watches neither proposes nor administers. */
const conflicts: Readonly<Record<AppointedRole, readonly AppointedRole[]>> = {
  leadership: ['administrator', 'evaluator', 'dpo'],
  administrator: ['leadership', 'dpo'],
  evaluator: ['leadership', 'dpo'],
  dpo: ['leadership', 'administrator', 'evaluator']
}

/** Writing to whom the leadership has appointed (P20), and reading it. */
export class Appointments {
  private readonly chosen = new WaitingKeys<string>()

  constructor(private readonly parts: AppointmentParts) {}

  /** All that ever were, newest first. */
  list(): Appointment[] {
    const now = this.parts.now().toISOString()
    return [...this.parts.ledger.authority.appointments.values()]
      .map((record) => this.describe(record, now))
      .toSorted((left, right) => right.sequence - left.sequence)
  }

  find(id: string): Appointment | null {
    const record = this.parts.ledger.authority.appointments.get(id)
    return record === undefined ? null : this.describe(record, this.parts.now().toISOString())
  }

  /** Whether the person has a key that signs. */
  hasKey(person: string): boolean {
    return this.keysOf(person) !== null
  }

  /** The person's own step before the leadership signs: makes a key that nobody else can open. */
  async choosePassphrase(person: string, passphrase: string): Promise<Result<{ fingerprint: string }>> {
    const { now, cost } = this.parts
    const made = await makePersonKeys(person, passphrase, now().toISOString(), cost)
    made.signer.wipe()
    for (const [earlier, owner] of this.chosen.owners) if (owner === person) this.chosen.forget(earlier)
    return succeed({ fingerprint: this.chosen.keep(made, person) })
  }

  close(): void {
    this.chosen.close()
  }

  async appoint(
    actor: Actor,
    wanted: ParsedInput<'people.appoint'>
  ): Promise<Result<{ appointment: string }>> {
    const { ledger, shelf, signing } = this.parts
    const { person, role, deputy, scope, from, until, newKey, passphrase } = wanted
    if (person === actor.person) return fail('people.ownAppointment')
    if (until !== null && until < from) return fail('people.periodWrong')
    const account = await this.parts.directory.ask((directory) => directory.readAccount(person))
    if (!account.ok) return account
    if (account.value === null) return fail('accounts.notFound', { account: person })
    const names = namesOf(account.value)
    const allowed = this.mayTake(role, person, names)
    if (!allowed.ok) return allowed
    const staff = mustBeStaff(account.value)
    if (!staff.ok) return staff
    const known = this.keysOf(person)
    if (known !== null && newKey !== null) return fail('people.keyExists', { name: fullName(names) })
    const chosen = newKey === null ? null : this.chosenBy(person, newKey)
    if (newKey !== null && chosen === null) return fail('people.newKeyGone')
    const keys = chosen?.keys ?? known
    if (keys === null) return fail('people.noKey', { name: fullName(names) })
    const appointment = randomUUID()
    return signing.sign(actor, passphrase, async (signer) => {
      if (chosen !== null) await shelf.keepKey(chosen.row)
      const said = draft(
        'appointment.made',
        `person:${person}`,
        { appointment, person, role, deputy: role === 'leadership' && deputy, from, until, keys },
        { names, scope }
      )
      const signed = await ledger.append([{ signer, draft: said }])
      if (!signed.ok) return signed
      if (newKey !== null) this.chosen.forget(newKey)
      return succeed({ appointment })
    })
  }

  async revoke(
    actor: Actor,
    { appointment, reason, passphrase }: ParsedInput<'people.revoke'>
  ): Promise<Result<undefined>> {
    const { ledger, signing } = this.parts
    const record = ledger.authority.appointments.get(appointment)
    if (record?.revokedBy !== null) return fail('people.appointmentNotFound')
    if (record.person === actor.person) return fail('people.ownAppointment')
    return signing.sign(actor, passphrase, async (signer) => {
      const said = draft('appointment.revoked', `person:${record.person}`, { appointment }, { reason })
      const signed = await ledger.append([{ signer, draft: said }])
      return signed.ok ? succeed() : signed
    })
  }

  /**
   * For a forgotten passphrase. There is no reset: the old key is revoked and everything the person is appointed to is
   * appointed anew, with a new key.
   */
  async replaceKey(
    actor: Actor,
    { person, reason, newKey, passphrase }: ParsedInput<'people.replaceKey'>
  ): Promise<Result<undefined>> {
    const { ledger, shelf, signing } = this.parts
    if (person === actor.person) return fail('people.ownAppointment')
    const open = this.openOf(person)
    const [first] = open
    if (first === undefined) return fail('people.appointmentNotFound')
    const chosen = this.chosenBy(person, newKey)
    if (chosen === null) return fail('people.newKeyGone')
    const { keys } = chosen
    return signing.sign(actor, passphrase, async (signer) => {
      await shelf.keepKey(chosen.row)
      const old = [...new Set(open.map(({ fingerprint }) => fingerprint))]
      const next = (ledger.head?.sequence ?? 0) + 1
      const subject = `person:${person}`
      const revocations = old.map((key, index): Entry => ({
        signer,
        draft: draft('key.revoked', subject, { key, from: next + index }, { reason })
      }))
      const anew = open.map(({ id, role, deputy, from, until }): Entry => {
        const { names, scope } = this.wordsOf(id)
        const body = { appointment: randomUUID(), person, role, deputy, from, until, keys }
        return {
          signer,
          draft: draft('appointment.made', subject, body, { names: names ?? unnamed, scope })
        }
      })
      const signed = await ledger.append([...revocations, ...anew])
      if (!signed.ok) return signed
      this.chosen.forget(newKey)
      return succeed()
    })
  }

  private mayTake(role: AppointedRole, person: string, names: PersonNames): Result<undefined> {
    const taken = this.openOf(person).map((record) => record.role)
    const conflict = taken.some((other) => conflicts[role].includes(other))
    return conflict ? fail('people.rolesConflict', { name: fullName(names) }) : succeed()
  }

  /** Appointments that hold today or will hold. */
  private openOf(person: string): readonly AppointmentRecord[] {
    const { ledger, now } = this.parts
    const today = germanDayOf(now().toISOString())
    return [...ledger.authority.appointments.values()].filter(
      (record) =>
        record.person === person &&
        record.revokedBy === null &&
        (record.until === null || today <= record.until) &&
        ledger.authority.keys.get(record.fingerprint)?.revokedFrom === null
    )
  }

  private keysOf(person: string): PublicKeys | null {
    const { keys } = this.parts.ledger.authority
    const own = [...keys.values()].filter((key) => key.person === person && key.revokedFrom === null)
    return own.at(-1)?.keys ?? null
  }

  private chosenBy(person: string, fingerprint: string): NewPersonKeys | null {
    const found = this.chosen.find(fingerprint)
    return found?.owner === person ? found.keys : null
  }

  private wordsOf(id: string): { names: PersonNames | null; scope: string } {
    const { ledger } = this.parts
    const record = ledger.authority.appointments.get(id)
    const item = record === undefined ? undefined : ledger.numbered(record.sequence)
    const payload = item === undefined ? null : ledger.payloadOf(item)
    const names: z.ZodSafeParseResult<PersonNames> = personNamesSchema.safeParse(payload?.['names'])
    const scope = payload?.['scope']
    return { names: names.success ? names.data : null, scope: typeof scope === 'string' ? scope : '' }
  }

  private describe(record: AppointmentRecord, now: string): Appointment {
    const { id, person, role, deputy, from, until, fingerprint, sequence } = record
    return {
      id,
      person,
      ...this.wordsOf(id),
      role,
      deputy,
      from,
      until,
      fingerprint,
      state: this.stateOf(record, germanDayOf(now)),
      sequence,
      revocation: this.revocationOf(record)
    }
  }

  private stateOf(record: AppointmentRecord, today: string): Appointment['state'] {
    if (record.revokedBy !== null) return 'revoked'
    if (this.parts.ledger.authority.keys.get(record.fingerprint)?.revokedFrom !== null) return 'keyRevoked'
    if (today < record.from) return 'planned'
    return record.until !== null && today > record.until ? 'ended' : 'active'
  }

  private revocationOf({ id, revokedBy }: AppointmentRecord): Appointment['revocation'] {
    if (revokedBy === null) return null
    const { ledger } = this.parts
    const item = ledger
      .ofKind('appointment.revoked')
      .find(({ statement }) => bodyOf(statement, 'appointment.revoked').appointment === id)
    if (item === undefined) return null
    const reason = ledger.payloadOf(item)?.['reason']
    return {
      sequence: item.statement.sequence,
      at: item.statement.time,
      reason: typeof reason === 'string' ? reason : ''
    }
  }
}

/** Who was erased keeps the appointment, without a name. */
const unnamed: PersonNames = { login: '', givenName: '', familyName: '' }
