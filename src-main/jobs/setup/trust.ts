import { containersOf, type Connection, type ConnectionChange } from '../../contract/directory'
import { connectionDigest, type SignedChange } from './connectionRecord'

/** What this PC remembers of the connection that a person last entered the password for here. */
export type Confirmation =
  /** Nobody ever has. */
  | { readonly kind: 'never' }
  /** The case file came out of a backup: whatever it says is to be confirmed first. */
  | { readonly kind: 'asked' }
  | { readonly kind: 'given'; readonly connection: Connection }

/** Remembers outside the store, where nobody but this PC writes. */
export interface ConfirmationMemory {
  read(): Promise<Confirmation>
  write(connection: Connection): Promise<void>
}

/** A password that is at hand without anybody being asked. */
interface PasswordAtHand {
  /** Given for this run (`NETZWART_BIND_PASSWORD`), whatever the connection is. */
  readonly given: string | null
  /** Out of the keychain, where it was kept for exactly this connection. */
  readonly kept: string | null
}

interface Trust {
  /** May be sent now; null: somebody has to enter it. */
  readonly password: string | null
  /** The connection has not been confirmed at this PC: what is another than it was; null: it has, or nothing was withheld. */
  readonly unconfirmed: readonly ConnectionChange['fields'][number][] | null
}

/**
 * Whether a password that is at hand may be sent without asking: only to the connection that it was entered for at this
 * PC. Where nobody has confirmed any yet, one that an administrator has signed counts, so that a PC that joins a case
 * file can be set up without a window.
 */
export function trustOf(
  connection: Connection,
  signed: SignedChange | null,
  confirmation: Confirmation,
  { given, kept }: PasswordAtHand,
  fingerprintOf: (pem: string) => string
): Trust {
  const isSame =
    confirmation.kind === 'given' &&
    connectionDigest(confirmation.connection) === connectionDigest(connection)
  const isFirst = confirmation.kind === 'never' && signed !== null
  if (isSame || isFirst) return { password: given ?? kept, unconfirmed: null }
  if (kept !== null) return { password: kept, unconfirmed: null }
  if (confirmation.kind === 'never' && given === null) return { password: null, unconfirmed: null }
  const before = confirmation.kind === 'given' ? confirmation.connection : null
  return { password: null, unconfirmed: differences(before, connection, fingerprintOf) }
}

/** What differs, in the words that a person can compare; everything where nothing is known of before. */
function differences(
  before: Connection | null,
  after: Connection,
  fingerprintOf: (pem: string) => string
): readonly ConnectionChange['fields'][number][] {
  const told = (
    connection: Connection
  ): Readonly<Record<ConnectionChange['fields'][number]['name'], string>> => ({
    profile: connection.profile,
    url: connection.url,
    certificate: connection.caCertificate === null ? '' : fingerprintOf(connection.caCertificate),
    bindDn: connection.bindDn,
    baseDn: connection.baseDn,
    layout: connection.layout === null ? '' : layoutText(connection.layout)
  })
  const former = before === null ? null : told(before)
  const present = told(after)
  const names = Object.keys(present) as (keyof typeof present)[]
  return names
    .filter((name) => former?.[name] !== present[name])
    .map((name) => ({ name, before: former?.[name] ?? '', after: present[name] }))
}

function layoutText(layout: NonNullable<Connection['layout']>): string {
  const { classGroupPrefix, homeDirectory, mailAddress } = layout
  return [...containersOf(layout), classGroupPrefix, homeDirectory, mailAddress]
    .filter((value) => value !== '')
    .join('\n')
}
