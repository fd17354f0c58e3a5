/** What happens at a made-up school, before any service has written it down. `at`: milliseconds since 1970. */
export type SimulatedAct = WebRequest | WlanTry | NetworkSession | ComputerTry | SentMail | ProgramStart

export interface WebRequest {
  readonly kind: 'web'
  readonly at: number
  /** null: the proxy knows nobody yet. */
  readonly person: string | null
  readonly address: string
  readonly host: string
  /** A tunnel, of which the proxy sees the host alone. */
  readonly isTunnel: boolean
  /** `blocked`: by the filter. `asked`: the proxy asks for a sign-in. */
  readonly answer: 'answered' | 'blocked' | 'asked'
  readonly bytes: number
}

/** Somebody, or their device by itself, signs in to the WLAN. */
export interface WlanTry {
  readonly kind: 'wlan'
  readonly at: number
  readonly person: string
  readonly device: string
  readonly station: string
  readonly isLetIn: boolean
}

/** An access point tells of the begin or the end of a session. */
export interface NetworkSession {
  readonly kind: 'network'
  readonly at: number
  readonly person: string
  readonly device: string
  readonly station: string
  readonly address: string
  readonly session: string
  /** null: it begins. */
  readonly ended: { readonly seconds: number; readonly bytes: number } | null
}

/** A sign-in at a computer of the school. */
export interface ComputerTry {
  readonly kind: 'computer'
  readonly at: number
  readonly person: string
  readonly workstation: string
  readonly address: string
  readonly isLetIn: boolean
}

/** A mail that somebody has sent after signing in to the mail server. */
export interface SentMail {
  readonly kind: 'mail'
  readonly at: number
  readonly person: string
  readonly address: string
  /** Logins at this school. */
  readonly recipients: readonly string[]
  readonly bytes: number
}

/** A program that somebody has started at a computer of the school. */
export interface ProgramStart {
  readonly kind: 'program'
  readonly at: number
  readonly person: string
  readonly workstation: string
  readonly path: string
}
