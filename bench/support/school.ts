import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '../../src-main/contract/directory'
import type { Result } from '../../src-main/contract/result'
import type { AccountsJob } from '../../src-main/jobs/accounts'
import type { Services } from '../../src-main/services'
import { openHeadless } from '../../tests/integration/support/headless'

/** The value of a result; a benchmark has no use for failures. */
export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.failure.code} ${JSON.stringify(result.failure.parameters)}`)
  return result.value
}

/** A roster of made-up pupils in classes of 25, as the generic CSV. */
export function rosterOf(pupils: number): Uint8Array {
  const given = ['Anna', 'Ben', 'Clara', 'David', 'Emma', 'Finn', 'Greta', 'Hannes', 'Ida', 'Jonas']
  const family = [
    'Ahrens',
    'Brandt',
    'Claßen',
    'Dietz',
    'Engel',
    'Förster',
    'Groß',
    'Hübner',
    'Jäger',
    'Köhler'
  ]
  const rows = Array.from({ length: pupils }, (_, index) => {
    const name = `${family[index % 10] ?? ''}${String.fromCodePoint(97 + (Math.floor(index / 10) % 26))}${String.fromCodePoint(97 + (Math.floor(index / 260) % 26))}`
    return `${index + 1};${name};${given[Math.floor(index / 3) % 10] ?? ''};01.02.2012;${Math.floor(index / 25) + 1}a`
  })
  return new TextEncoder().encode(['Schüler-ID;Nachname;Vorname;Geburtsdatum;Klasse', ...rows, ''].join('\n'))
}

/** The whole app without a window, on a data folder of its own. */
export async function withServices<Value>(
  connection: Connection,
  password: string,
  work: (services: Pick<Services, 'handlers'> & { accounts: AccountsJob }, folder: string) => Promise<Value>
): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-bench-'))
  const services = must(await openHeadless(join(folder, 'data')))
  try {
    must(
      await services.handlers['setup.connect']({
        connection,
        password,
        keepPassword: false,
        passphrase: null
      })
    )
    const accounts = services.caseFile()?.accounts
    if (accounts === undefined) throw new Error('the case file is not open')
    return await work({ handlers: services.handlers, accounts }, folder)
  } finally {
    await services.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a started test server says of itself. */
interface Server {
  readonly url: string
  readonly bindDn: string
  readonly baseDn: string
  readonly caCertificate: string
}

export function connectionTo(server: Server, profile: Connection['profile']): Connection {
  const { url, bindDn, baseDn, caCertificate } = server
  return { profile, url, bindDn, baseDn, caCertificate, layout: null }
}
