import { randomUUID, X509Certificate } from 'node:crypto'
import { basename, dirname, isAbsolute } from 'node:path'
import type { JobHandlers } from '../../../contract/handlers'
import type { OperationName, OperationOutput, ParsedInput } from '../../../contract/operations'
import type { LogServer } from '../../../contract/logServers'
import type { LogSource } from '../../../contract/orders'
import { fail, succeed, type Result } from '../../../contract/result'
import type { House } from '../../../desks/job'
import { askedFormat, logFormatNames, messageFormatNames } from '../logs'
import { logServerAddress } from './address'
import type { SourceCheckOperation } from './checks'
import { previewSource } from './preview'

export { createSourceChecks, type SourceCheckOperation } from './checks'

export type SourceOperation = Exclude<Extract<OperationName, `logSources.${string}`>, SourceCheckOperation>
type Listed = OperationOutput<'logSources.read'>

/** Where logs of the school's services lie. Entering a source reads nothing of it; trying a format answers structure alone (P19). */
export function createSources({
  settings,
  desktop,
  logs
}: {
  readonly settings: Pick<House['settings'], 'logSources' | 'keepLogSources'>
  readonly desktop: Pick<House['desktop'], 'chooseFiles' | 'chooseFolder'>
  readonly logs: House['logs']
}): JobHandlers<SourceOperation> {
  const listed = (sources: LogSource[]): Listed => ({
    sources,
    formats: [...logFormatNames],
    messageFormats: [...messageFormatNames],
    authorities: Object.fromEntries(
      sources.flatMap(({ id, server }) => {
        const authority = authorityOf(server)
        return authority === null ? [] : [[id, authority]]
      })
    )
  })

  /** Keeps what is made of the list as it stands. */
  const changed = async (change: (sources: LogSource[]) => Result<LogSource[]>): Promise<Result<Listed>> => {
    const known = await settings.logSources()
    if (!known.ok) return known
    const next = change(known.value)
    if (!next.ok) return next
    const kept = await settings.keepLogSources(next.value)
    return kept.ok ? succeed(listed(next.value)) : kept
  }

  return {
    async 'logSources.read'() {
      const known = await settings.logSources()
      return known.ok ? succeed(listed(known.value)) : known
    },
    'logSources.save': (entered) => changed((sources) => withSource(sources, entered)),
    'logSources.remove': ({ id }) =>
      changed((sources) => succeed(sources.filter((source) => source.id !== id))),
    'logSources.preview': async (trial) => {
      const path = wholePath(trial.path)
      return path.ok ? previewSource(logs, trial) : path
    },
    async 'logSources.choose'({ folder }) {
      const title = { de: 'Quelle wählen', en: 'Choose the source' }
      const [path] = folder
        ? [await desktop.chooseFolder({ title })]
        : ((await desktop.chooseFiles({ title, filters: [], several: false })) ?? [])
      return succeed(path == null ? null : { path })
    }
  }
}

function wholePath(path: string): Result<undefined> {
  const isWhole = isAbsolute(path) && !dirname(path).includes('*') && basename(path) !== ''
  return isWhole ? succeed() : fail('logSources.pathNotWhole', { path })
}

/** The list with a source as it was entered, in place of the one with its id, or at the end. */
function withSource(
  sources: readonly LogSource[],
  { id, ...entered }: ParsedInput<'logSources.save'>
): Result<LogSource[]> {
  const { name } = entered
  const placed = entered.server === undefined ? placedFiles(entered) : placedServer(entered, entered.server)
  if (!placed.ok) return placed
  if (sources.some((source) => source.name === name && source.id !== id))
    return fail('logSources.nameTaken', { name })
  if (id === null) return succeed([...sources, { id: randomUUID(), ...placed.value }])
  if (!sources.some((source) => source.id === id)) return fail('logSources.gone')
  return succeed(sources.map((source) => (source.id === id ? { id, ...placed.value } : source)))
}

type Entered = Omit<ParsedInput<'logSources.save'>, 'id'>

function placedFiles(entered: Entered): Result<Entered> {
  const { path, format, mapping } = entered
  const whole = wholePath(path)
  if (!whole.ok) return whole
  const asked = askedFormat({ format, mapping })
  if (!asked.ok) return asked
  if (mapping !== undefined && mapping.format !== format)
    return fail('logs.mappingMissing', { format: mapping.format })
  return succeed(entered)
}

function placedServer(entered: Entered, server: LogServer): Result<Entered> {
  const { path, format } = entered
  const address = logServerAddress(path)
  if (address === null) return fail('logSources.addressNotWhole', { address: path })
  if (format !== null && !messageFormatNames.includes(format))
    return fail('logSources.formatUnknown', { format })
  if (server.caCertificate !== null && authorityOf(server) === null)
    return fail('logServer.certificateUnreadable')
  return succeed({ ...entered, path: address })
}

/** null: none is pinned, or it is no certificate. */
function authorityOf(server: LogServer | undefined): Listed['authorities'][string] | null {
  const pem = server?.caCertificate ?? null
  if (pem === null) return null
  try {
    const { subject, fingerprint256 } = new X509Certificate(pem)
    return { subject: subject.replaceAll('\n', ', '), fingerprint: fingerprint256 }
  } catch {
    return null
  }
}
