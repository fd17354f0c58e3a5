import type { Text } from '../../../contract/language'
import { succeed, type Result } from '../../../contract/result'
import type { FileAccess } from '../../../world/files/port'
import { mostRuleFileBytes } from './index'
import { readRuleFile, type Rule } from './ruleFile'

/** A rule of the pack that an order can name. */
export interface PackRule {
  readonly id: string
  readonly title: Text
  readonly description: Text
  /** The rules of the school that it serves. */
  readonly policy: readonly string[]
  /** Innocent explanations. */
  readonly innocent: readonly Text[]
  /** SHA-256 of the file that it stands in. */
  readonly sha256: string
}

/** What it is called is all that an order asks of it. */
export type NamedRule = Pick<PackRule, 'id' | 'title'>

/**
 * The rules of the pack that report something by themselves, in the order of their files. A file that is refused has none;
 * `netzwart logs rules` says why.
 */
export async function readPack(
  files: Pick<FileAccess, 'list' | 'read'>,
  folder: string
): Promise<Result<readonly PackRule[]>> {
  const read = await readFiles(files, folder)
  if (!read.ok) return read
  return succeed(
    read.value.flatMap(reporting).flatMap(({ id, own, sha256 }) => {
      if (id === null || own === null) return []
      const { title, description, policy, innocent } = own
      return [{ id, title, description, policy, innocent, sha256 }]
    })
  )
}

/** The files of the pack in which any of these rules stand, each whole, since its rules refer to each other. */
export async function readRuleFiles(
  files: Pick<FileAccess, 'list' | 'read'>,
  folder: string,
  ids: readonly string[]
): Promise<Result<readonly (readonly Rule[])[]>> {
  const read = await readFiles(files, folder)
  if (!read.ok) return read
  return succeed(read.value.filter((rules) => rules.some(({ id }) => id !== null && ids.includes(id))))
}

async function readFiles(
  files: Pick<FileAccess, 'list' | 'read'>,
  folder: string
): Promise<Result<readonly (readonly Rule[])[]>> {
  const listed = await files.list(folder)
  if (!listed.ok) return listed
  const read: (readonly Rule[])[] = []
  for (const path of listed.value.filter((file) => file.endsWith('.yml'))) {
    const bytes = await files.read(path, mostRuleFileBytes)
    if (!bytes.ok) return bytes
    read.push(readRuleFile(bytes.value).rules)
  }
  return succeed(read)
}

/** What a correlation refers to counts for it, and reports by itself only where the correlation says so. */
function reporting(rules: readonly Rule[]): readonly Rule[] {
  const counted = new Set(
    rules.flatMap((rule) => (rule.kind === 'correlation' && !rule.generate ? rule.correlation.rules : []))
  )
  return rules.filter((_, place) => !counted.has(place))
}
