import { resolve } from 'node:path'
import { fill, type Text } from '../../../contract/language'
import type { LedgerHead, LedgerVerification, PrintedLedger } from '../../../contract/ledger'
import { ledgerProblemTexts } from '../../../contract/ledgerProblems'
import { succeed, type Result } from '../../../contract/result'
import type { Answer, Context } from '../../../commandLine/context'
import { table } from '../../../commandLine/output'
import { texts as common } from '../../../commandLine/texts'
import type { OwnServices } from './services'
import { texts } from './texts'

export interface VerifyOptions {
  readonly file?: string
  readonly head?: LedgerHead
  readonly root?: string
}

/** An export of a school's whole life is far below this. */
const maximumExportBytes = 1_000_000_000

/** `ledger verify`: the open case file's ledger or an exported one, compared with what stands on paper. */
export async function verifyLedger(
  context: Context<OwnServices>,
  { file, head, root }: VerifyOptions
): Promise<Result<Answer>> {
  const printed: PrintedLedger = { head: head ?? null, root: root ?? null }
  const services = await context.openUnsigned(false)
  if (!services.ok) return services
  const { ledger } = services.value
  if (file === undefined) return report(context, await ledger.verify(printed))
  const path = resolve(file)
  const bytes = await context.surroundings.files.read(path, maximumExportBytes)
  if (!bytes.ok) return bytes
  const verified = ledger.verifyExport(bytes.value, context.shown(path), printed)
  return verified.ok ? report(context, verified.value) : verified
}

/** `ledger export`: what is personal is in it, so that somebody signs in for it where persons sign. */
export async function exportLedger(context: Context<OwnServices>, target: string): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const file = resolve(target)
  const exported = await services.value.ledger.export(file)
  if (!exported.ok) return exported
  await context.say(common.fileWritten, { file: context.shown(file) })
  return succeed({ document: { file }, text: '', complete: true })
}

function report(context: Context, verification: LedgerVerification): Result<Answer> {
  const { language } = context
  const { statements, head, root, clockNotices, unknownKinds, uncheckedPlans, uncheckedGroups } = verification
  const problems = verification.problems.map(({ sequence, code }) => {
    const { name, meaning } = ledgerProblemTexts[code]
    return { seq: sequence, code, message: `${fill(name, language)}: ${fill(meaning, language)}` }
  })
  const isSound = problems.length === 0
  const none = context.words(texts.none)
  const listed = (text: Text, entries: readonly number[]): string[] =>
    entries.length === 0 ? [] : [context.words(text, { entries: entries.join(', ') })]
  const lines = [
    table([
      [context.words(texts.statements), String(statements)],
      [context.words(texts.head), head === null ? none : `${head.sequence}:${head.hash}`],
      [context.words(texts.root), root ?? none]
    ]),
    ...listed(texts.clockNotices, clockNotices),
    ...listed(texts.unknownKinds, unknownKinds),
    ...listed(texts.uncheckedPlans, uncheckedPlans),
    ...listed(texts.uncheckedGroups, uncheckedGroups),
    context.words(isSound ? texts.ledgerSound : texts.ledgerFaulty),
    ...problems.map(({ seq, code, message }) => `${seq}  ${code}  ${message}`)
  ]
  return succeed({
    document: {
      ...{ statements, head, root, problems },
      ...{ clockNotices, unknownKinds, uncheckedPlans, uncheckedGroups }
    },
    text: lines.join('\n'),
    complete: isSound
  })
}
