import { resolve } from 'node:path'
import type { Answer, Context } from '../../../commandLine/context'
import { describeRun, watchRun } from '../../../commandLine/plans'
import type { CommandLineServices } from '../../../commandLine/surroundings'
import { succeed, type Result } from '../../../contract/result'
import type { OwnServices } from './services'
import { texts } from './texts'

export interface ApplyOptions {
  readonly slips?: string
  readonly confirmLeavers?: number
  readonly confirmRenames?: number
}

/** `accounts apply`: carries a plan out or goes on with it; then saves the slips, where a file is named. */
export async function applyPlan(
  context: Context<OwnServices>,
  prefix: string,
  { slips, confirmLeavers, confirmRenames }: ApplyOptions
): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const { accounts, handlers } = services.value
  const plan = await accounts.findPlan(prefix)
  if (!plan.ok) return plan
  const file = slips === undefined ? null : resolve(slips)
  if (file !== null) {
    // Before anything is done: a file that must not be overwritten is no place for passwords.
    const free = await accounts.slips.checkCsv(file)
    if (!free.ok) return free
  }
  const progress = await watchRun(context, services.value, plan.value, () =>
    handlers['plans.apply']({
      plan: plan.value,
      leavers: confirmLeavers ?? null,
      renames: confirmRenames ?? null,
      passphrase: null
    })
  )
  if (!progress.ok) return progress
  const answer = await describeRun(context, services.value, plan.value, progress.value)
  if (!answer.ok) return answer
  const written = await saveSlips(context, services.value, plan.value, file)
  if (!written.ok) return written
  return succeed({ ...answer.value, document: { ...answer.value.document, ...written.value } })
}

/** `accounts undo`: gives back what a plan did; steps whose target has changed since are listed as failed. */
export async function undoPlan(context: Context<OwnServices>, prefix: string): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const { accounts, handlers } = services.value
  const plan = await accounts.findPlan(prefix)
  if (!plan.ok) return plan
  const progress = await watchRun(context, services.value, plan.value, () =>
    handlers['plans.undo']({ plan: plan.value, passphrase: null })
  )
  return progress.ok ? describeRun(context, services.value, plan.value, progress.value) : progress
}

/**
 * Writes the slips of a plan that wait. Also after a run that was interrupted: what is done has its slips, and those
 * of the resumed run join them in the same file.
 */
async function saveSlips(
  context: Context<OwnServices>,
  { accounts }: CommandLineServices<OwnServices>,
  plan: string,
  file: string | null
): Promise<Result<{ slips: { file: string | null; written: number; pending: number } }>> {
  const pending = await accounts.slips.pending()
  if (!pending.ok) return pending
  const waiting = pending.value.filter((slip) => slip.plan === plan)
  const count = waiting.length
  if (file === null || count === 0) {
    if (count > 0) await context.say(texts.slipsWait, { count, plan: plan.slice(0, 12) })
    else if (file !== null) await context.say(texts.noSlips)
    return succeed({ slips: { file: null, written: 0, pending: count } })
  }
  const saved = await accounts.slips.saveCsv(
    waiting.map(({ account }) => account),
    file
  )
  if (!saved.ok) return saved
  await context.say(texts.slipsWritten, { count, file: context.shown(file) })
  return succeed({ slips: { file, written: count, pending: 0 } })
}
