import { randomUUID } from 'node:crypto'
import { basename, dirname, isAbsolute } from 'node:path'
import type { JobHandlers } from '../../../contract/handlers'
import type { OperationName, OperationOutput, ParsedInput } from '../../../contract/operations'
import type { LogSource } from '../../../contract/orders'
import { fail, succeed, type Result } from '../../../contract/result'
import type { House } from '../../../desks/job'
import { askedFormat, logFormatNames } from '../logs'
import { previewSource } from './preview'

export type SourceOperation = Extract<OperationName, `logSources.${string}`>
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
  const listed = (sources: LogSource[]): Listed => ({ sources, formats: [...logFormatNames] })

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
  const { path, name, format, mapping } = entered
  const whole = wholePath(path)
  if (!whole.ok) return whole
  const asked = askedFormat({ format, mapping })
  if (!asked.ok) return asked
  if (mapping !== undefined && mapping.format !== format)
    return fail('logs.mappingMissing', { format: mapping.format })
  if (sources.some((source) => source.name === name && source.id !== id))
    return fail('logSources.nameTaken', { name })
  if (id === null) return succeed([...sources, { id: randomUUID(), ...entered }])
  if (!sources.some((source) => source.id === id)) return fail('logSources.gone')
  return succeed(sources.map((source) => (source.id === id ? { id, ...entered } : source)))
}
