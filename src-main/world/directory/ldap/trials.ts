import type { Capabilities, Problem, SelfTest } from '../../../contract/directory'
import { succeed, type Result } from '../../../contract/result'
import { isLoopback } from './address'
import { tryPlainText } from './plainText'
import { Oid, type LdapSession } from './session'

/** Days before the end of the server's certificate at which it is time to renew it. */
const renewalDays = 30
const millisecondsPerDay = 86_400_000
const plainPort = 389
const encryptedPort = 636

/** Collects what the trials of a self-test find. */
export class Report {
  readonly problems: Problem[] = []
  #capabilities: Capabilities

  /** `capabilities`: what is believed before anything was tried. */
  constructor(capabilities: Capabilities) {
    this.#capabilities = capabilities
  }

  get capabilities(): Capabilities {
    return this.#capabilities
  }

  note(code: Problem['code'], severity: Problem['severity'], parameters: Problem['parameters'] = {}): void {
    this.problems.push({ code, severity, parameters })
  }

  allow(capabilities: Partial<Capabilities>): void {
    this.#capabilities = { ...this.#capabilities, ...capabilities }
  }
}

/** One thing that a self-test tries or looks at. Fails only where nothing further can be tried: the network's reasons. */
export type Trial = (report: Report) => Promise<Result<undefined>>

/** Tries one after the other, in the order in which the report tells of them. */
export async function runTrials(trials: readonly Trial[], report: Report): Promise<Result<undefined>> {
  for (const trial of trials) {
    const tried = await trial(report)
    if (!tried.ok) return tried
  }
  return succeed()
}

export function containersTrial(missing: readonly string[]): Trial {
  return async (report) => {
    for (const container of missing) report.note('containerMissing', 'note', { container })
    return succeed()
  }
}

export function pagingTrial(session: LdapSession): Trial {
  return async (report) => {
    const paging = session.supports(Oid.pagedResults)
    report.allow({ paging })
    if (!paging) report.note('pagingMissing', 'weakens')
    return succeed()
  }
}

/** `nobody`: a DN that no entry has. */
export function plainTextTrial(session: LdapSession, nobody: string): Trial {
  return async (report) => {
    const { host, port, encrypted } = session.address
    // On this PC the usual port is another server's where this one has a port of its own.
    const isOther = encrypted && isLoopback(host) && port !== encryptedPort
    const found = isOther ? 'refused' : await tryPlainText(host, encrypted ? plainPort : port, nobody)
    report.allow({ plainTextRefused: found === 'refused' })
    if (found === 'accepted') report.note('plainTextAccepted', 'weakens')
    if (found === 'unknown') report.note('notChecked', 'note', { what: 'ldap://', reason: 'timeout' })
    return succeed()
  }
}

export function certificateTrial(session: LdapSession): Trial {
  return async (report) => {
    const connection = await session.connection()
    const certificate = connection.ok ? connection.value.peerCertificate : null
    if (certificate === null) return succeed()
    const end = Date.parse(certificate.valid_to)
    if (end - Date.now() < renewalDays * millisecondsPerDay) {
      report.note('certificateExpiresSoon', 'weakens', { day: new Date(end).toISOString().slice(0, 10) })
    }
    return succeed()
  }
}

/** The finished report, with what the server says of itself. */
export function selfTestOf(
  session: LdapSession,
  report: Report,
  facts: Pick<SelfTest, 'profile' | 'server' | 'layout' | 'accounts'>
): SelfTest {
  const { problems, capabilities } = report
  return { ...facts, encrypted: session.address.encrypted, capabilities, problems }
}
