import {
  statementKinds,
  type LedgerProblemCode,
  type NewerStatement,
  type Signer as SignerKind,
  type Statement,
  type StatementBody,
  type StatementKindName
} from '../../contract/ledger'
import type { AppointedRole, PublicKeys } from '../../contract/people'
import type { StatementRow } from '../../world/store/port'
import { germanDayOf } from '../calendar'
import { fingerprintOf, isSignedBy } from '../people/keys'
import { signedText } from './statement'

/** An appointment as the chain knows it; names stand in payloads. */
export interface AppointmentRecord {
  readonly id: string
  readonly person: string
  readonly role: AppointedRole
  readonly deputy: boolean
  readonly from: string
  readonly until: string | null
  readonly fingerprint: string
  readonly sequence: number
  /** Sequence number of the revocation; null: not revoked. */
  readonly revokedBy: number | null
}

export interface KnownKey {
  readonly keys: PublicKeys
  readonly person: string
  /** Sequence number from which on it signs nothing any more; null: not revoked. */
  readonly revokedFrom: number | null
}

export interface Founding {
  readonly school: string
  /** Fingerprint of the leadership's key. */
  readonly root: string
  readonly sequence: number
}

/** Who signed a statement, and in which role. */
export type SignedBy =
  | { readonly kind: 'device'; readonly person: null; readonly role: null }
  | { readonly kind: 'person'; readonly person: string; readonly role: AppointedRole }

const byDevice: SignedBy = { kind: 'device', person: null, role: null }

/** The body of a statement of this kind; its shape was checked when it was read. */
export function bodyOf<Kind extends StatementKindName>(
  statement: Statement,
  kind: Kind
): StatementBody<Kind> {
  if (statement.kind !== kind) throw new TypeError(`${statement.kind} is no ${kind}`)
  return statement.body as unknown as StatementBody<Kind>
}

/**
 * Who may say what, as it follows from the statements so far and from nothing else: devices, keys, appointments. The
 * root of trust is the leadership's key in the founding statement.
 */
export class Authority {
  private foundingRecord: Founding | null = null
  /** Public keys of the PCs that may sign, by fingerprint. */
  readonly devices = new Map<string, string>()
  private readonly revokedDevices = new Set<string>()
  readonly keys = new Map<string, KnownKey>()
  readonly appointments = new Map<string, AppointmentRecord>()

  /** null: not founded yet. */
  get founding(): Founding | null {
    return this.foundingRecord
  }

  /** Appointments under which a key may sign at an instant (ISO, UTC). */
  appointmentsOfKey(fingerprint: string, time: string): readonly AppointmentRecord[] {
    const key = this.keys.get(fingerprint)
    if (key?.revokedFrom !== null) return []
    const day = germanDayOf(time)
    return [...this.appointments.values()].filter(
      (appointment) =>
        appointment.fingerprint === fingerprint &&
        appointment.revokedBy === null &&
        appointment.from <= day &&
        (appointment.until === null || day <= appointment.until)
    )
  }

  /** Appointments of a person that are in force at an instant. */
  appointmentsOf(person: string, time: string): readonly AppointmentRecord[] {
    return [...this.keys]
      .filter(([, key]) => key.person === person)
      .flatMap(([fingerprint]) => this.appointmentsOfKey(fingerprint, time))
  }

  /** Who has signed this and may say it; else what is wrong with it. Changes nothing. */
  judge(statement: Statement, row: StatementRow): SignedBy | LedgerProblemCode {
    const signer = this.findSigner(statement)
    if (typeof signer === 'string') return signer
    if (!isSignedBy(signer.publicKey, signedText(row.text), row.signature)) return 'wrongSignature'
    return this.judgeRight(statement, signer.person)
  }

  /** The same for a statement of which a checkpoint says that its signature is right. */
  judgeSealed(statement: Statement): SignedBy | LedgerProblemCode {
    const signer = this.findSigner(statement)
    return typeof signer === 'string' ? signer : this.judgeRight(statement, signer.person)
  }

  private judgeRight(statement: Statement, person: string | null): SignedBy | LedgerProblemCode {
    const permitted = this.permit(statement, person)
    if (typeof permitted === 'string') return permitted
    return this.judgeContent(statement, permitted.person) ?? permitted
  }

  /**
   * The same for a kind that only a newer version knows: signed by a key that may sign anything at all. In which role that
   * kind is signed, only the newer version can tell.
   */
  judgeNewer(statement: NewerStatement, row: StatementRow): LedgerProblemCode | null {
    const signer = this.findKnown(statement.key)
    if (typeof signer === 'string') return signer
    if (!isSignedBy(signer.publicKey, signedText(row.text), row.signature)) return 'wrongSignature'
    const isHeld = signer.person === null || this.appointmentsOfKey(statement.key, statement.time).length > 0
    return isHeld ? null : 'notAppointed'
  }

  /** Takes over what a statement that was judged right has changed. */
  take(statement: Statement): void {
    const { kind, sequence } = statement
    if (kind === 'founding') this.takeFounding(statement)
    if (kind === 'appointment.made') this.takeAppointment(statement)
    if (kind === 'device.registered') {
      const { key, fingerprint } = bodyOf(statement, kind)
      this.devices.set(fingerprint, key)
    }
    if (kind === 'appointment.revoked') {
      const { appointment } = bodyOf(statement, kind)
      const record = this.appointments.get(appointment)
      if (record !== undefined) this.appointments.set(appointment, { ...record, revokedBy: sequence })
    }
    if (kind === 'key.revoked') {
      const { key } = bodyOf(statement, kind)
      const known = this.keys.get(key)
      if (known !== undefined) this.keys.set(key, { ...known, revokedFrom: sequence })
      if (this.devices.delete(key)) this.revokedDevices.add(key)
    }
  }

  private takeAppointment(statement: Statement): void {
    const { appointment, keys, ...rest } = bodyOf(statement, 'appointment.made')
    const { person } = rest
    const fingerprint = fingerprintOf(keys)
    if (!this.keys.has(fingerprint)) this.keys.set(fingerprint, { keys, person, revokedFrom: null })
    const { sequence } = statement
    this.appointments.set(appointment, { ...rest, id: appointment, fingerprint, sequence, revokedBy: null })
  }

  private takeFounding(statement: Statement): void {
    const { school, leadership, devices } = bodyOf(statement, 'founding')
    // Before the founding every PC enters itself; from now on those count that the leadership has signed for.
    for (const fingerprint of this.devices.keys()) {
      if (!devices.includes(fingerprint)) this.devices.delete(fingerprint)
    }
    const root = fingerprintOf(leadership.keys)
    this.foundingRecord = { school, root, sequence: statement.sequence }
    this.keys.set(root, { keys: leadership.keys, person: leadership.person, revokedFrom: null })
    // The founding is the leadership's own appointment; it is known by the ledger's id.
    this.appointments.set(statement.ledger, {
      id: statement.ledger,
      person: leadership.person,
      role: 'leadership',
      deputy: false,
      from: germanDayOf(statement.time),
      until: null,
      fingerprint: root,
      sequence: statement.sequence,
      revokedBy: null
    })
  }

  /** The public key that a statement names; the founding and a device's first statement bring their own. */
  private findSigner(statement: Statement): { publicKey: string; person: string | null } | LedgerProblemCode {
    if (statement.kind === 'founding') {
      if (this.foundingRecord !== null) return 'wrongTransition'
      const { leadership } = bodyOf(statement, 'founding')
      if (fingerprintOf(leadership.keys) !== statement.key) return 'unknownKey'
      return { publicKey: leadership.keys.sign, person: leadership.person }
    }
    if (statement.kind === 'device.registered') {
      const { key, fingerprint } = bodyOf(statement, 'device.registered')
      if (fingerprintOf({ sign: key }) !== fingerprint) return 'unknownKey'
      // Before the founding this PC speaks for itself; afterwards somebody has to vouch for it.
      if (statement.key === fingerprint) {
        return this.foundingRecord === null ? { publicKey: key, person: null } : 'notAppointed'
      }
    }
    return this.findKnown(statement.key)
  }

  private findKnown(key: string): { publicKey: string; person: string | null } | LedgerProblemCode {
    if (this.revokedDevices.has(key)) return 'revokedKey'
    const device = this.devices.get(key)
    if (device !== undefined) return { publicKey: device, person: null }
    const known = this.keys.get(key)
    if (known === undefined) return 'unknownKey'
    if (known.revokedFrom !== null) return 'revokedKey'
    return { publicKey: known.keys.sign, person: known.person }
  }

  private permit(statement: Statement, person: string | null): SignedBy | LedgerProblemCode {
    const signers: readonly SignerKind[] = statementKinds[statement.kind].signers
    if (person === null) {
      // One PC must not bring in the next: a stolen one would never be turned out.
      const isAdmission = statement.kind === 'device.registered' && this.foundingRecord !== null
      return signers.includes('device') && !isAdmission ? byDevice : 'wrongSigner'
    }
    if (statement.kind === 'founding') return { kind: 'person', person, role: 'leadership' }
    const appointments = this.appointmentsOfKey(statement.key, statement.time)
    if (appointments.length === 0) return 'notAppointed'
    const fitting = appointments.find(({ role }) => signers.includes(role))
    return fitting === undefined ? 'wrongSigner' : { kind: 'person', person, role: fitting.role }
  }

  /** Nobody appoints themselves or ends their own appointment; what is ended must have begun. */
  private judgeContent(statement: Statement, signer: string | null): LedgerProblemCode | null {
    const { kind } = statement
    if (kind === 'device.registered') {
      const { key, fingerprint } = bodyOf(statement, kind)
      const isPersons = [...this.keys.values()].some(({ keys }) => keys.sign === key)
      return isPersons || this.revokedDevices.has(fingerprint) ? 'wrongTransition' : null
    }
    if (kind === 'appointment.made') {
      const { appointment, person, keys } = bodyOf(statement, kind)
      if (person === signer) return 'fourEyesBroken'
      const isFree = this.isFree(keys, person)
      return this.appointments.has(appointment) || !isFree ? 'wrongTransition' : null
    }
    if (kind === 'appointment.revoked') {
      const record = this.appointments.get(bodyOf(statement, kind).appointment)
      if (record?.revokedBy !== null) return 'wrongTransition'
      return record.person === signer ? 'fourEyesBroken' : null
    }
    if (kind === 'key.revoked') {
      const { key, from } = bodyOf(statement, kind)
      if (from !== statement.sequence) return 'wrongTransition'
      // A PC that was lost or stolen is turned out like a key.
      if (this.devices.has(key)) return null
      const known = this.keys.get(key)
      if (known?.revokedFrom !== null) return 'wrongTransition'
      return known.person === signer ? 'fourEyesBroken' : null
    }
    return null
  }

  /**
   * The person may have these keys: the signing key is new, or theirs, unrevoked and together with the same sealing
   * key. With another one beside it the fingerprint would be new, and a revoked key or another person's would be back.
   */
  private isFree(keys: PublicKeys, person: string): boolean {
    if ([...this.devices.values()].includes(keys.sign)) return false
    return [...this.keys.values()]
      .filter((known) => known.keys.sign === keys.sign)
      .every(
        (known) => known.keys.seal === keys.seal && known.person === person && known.revokedFrom === null
      )
  }
}
