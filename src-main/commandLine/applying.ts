import { resolve } from 'node:path'
import { permits } from '../contract/operations'
import type { PlanProgress } from '../contract/plan'
import { succeed, type Result } from '../contract/result'
import type { Answer, Context } from './context'
import type { CommandLineServices } from './surroundings'
import { texts } from './texts'

export interface ApplyOptions {
  readonly slips?: string
  readonly confirmLeavers?: number
  readonly confirmRenames?: number
}

/** A terminal shows progress this often, milliseconds. */
const progressInterval = 500
/** The most that one question for steps may answer. */
const stepPage = 1000

/** A step that did not succeed. */
interface FailedStep {
  readonly step: string
  readonly kind: string
  readonly name: string
  readonly code: string
  readonly reason: string
}

/** `accounts apply`: carries a plan out or goes on with it; then saves the slips, where a file is named. */
export async function applyPlan(
  context: Context,
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
  const progress = await watched(context, services.value, plan.value, () =>
    handlers['plans.apply']({
      plan: plan.value,
      leavers: confirmLeavers ?? null,
      renames: confirmRenames ?? null,
      passphrase: null
    })
  )
  if (!progress.ok) return progress
  const answer = await describe(context, services.value, plan.value, progress.value)
  if (!answer.ok) return answer
  const written = await saveSlips(context, services.value, plan.value, file)
  if (!written.ok) return written
  return succeed({ ...answer.value, document: { ...answer.value.document, ...written.value } })
}

/** `accounts undo`: gives back what a plan did; steps whose target has changed since are listed as failed. */
export async function undoPlan(context: Context, prefix: string): Promise<Result<Answer>> {
  const services = await context.open()
  if (!services.ok) return services
  const { accounts, handlers } = services.value
  const plan = await accounts.findPlan(prefix)
  if (!plan.ok) return plan
  const progress = await watched(context, services.value, plan.value, () =>
    handlers['plans.undo']({ plan: plan.value, passphrase: null })
  )
  return progress.ok ? describe(context, services.value, plan.value, progress.value) : progress
}

/** Shows progress at a terminal and lets Ctrl+C end the run cleanly: what is under way ends, the rest stays open. */
async function watched(
  context: Context,
  { handlers }: CommandLineServices,
  plan: string,
  work: () => Promise<Result<PlanProgress>>
): Promise<Result<PlanProgress>> {
  const { stderr } = context
  let interrupted = false
  let shownAt = 0
  const cancel = (): void => void handlers['plans.cancel']({ plan })
  const release = context.surroundings.onInterrupt(() => {
    interrupted = true
    cancel()
  })
  context.listen((progress) => {
    // Asked before the run had begun.
    if (interrupted) cancel()
    const now = Date.now()
    if (!stderr.isTerminal || now - shownAt < progressInterval) return
    shownAt = now
    const { done, failed, steps, rate } = progress
    const line = context.words(texts.progress, { done, failed, steps, rate: Math.round(rate) })
    void stderr.write(`\r\u001B[K${line}`)
  })
  try {
    return await work()
  } finally {
    release()
    if (shownAt > 0) await stderr.write('\r\u001B[K')
  }
}

/**
 * The answer about a run. `plan`: the plan that was asked for; an undo runs under a plan of its own. Whom a step was about
 * is for those who read plans; `due` needs nobody and then counts only.
 */
export async function describe(
  context: Context,
  services: CommandLineServices,
  plan: string,
  progress: PlanProgress
): Promise<Result<Answer & { readonly document: object }>> {
  const mayName = permits('plans.steps', services.roles())
  const failed = mayName ? await failedSteps(context, services, progress.plan) : succeed<FailedStep[]>([])
  if (!failed.ok) return failed
  const { done, remaining, stoppedBy, state, steps } = progress
  const failures = mayName ? failed.value.length : progress.failed
  if (failures > failed.value.length) await context.say(texts.failedUnnamed, { count: failures })
  for (const { name, reason } of failed.value) await context.stderr.line(`${name}: ${reason}`)
  if (stoppedBy !== null) {
    await context.stderr.line(context.sentence(stoppedBy))
    await context.say(texts.resumeHint, { plan: plan.slice(0, 12) })
  }
  return succeed({
    document: {
      plan,
      ...(progress.plan === plan ? {} : { undo: progress.plan }),
      state,
      done,
      failed: failed.value,
      remaining,
      ...(stoppedBy === null
        ? {}
        : { stoppedBy: { code: stoppedBy.code, message: context.sentence(stoppedBy) } })
    },
    text: context.words(texts.runEnded, { done, failed: failures, remaining, steps }),
    complete: stoppedBy === null && failures === 0 && remaining === 0
  })
}

async function failedSteps(
  context: Context,
  { handlers }: CommandLineServices,
  plan: string
): Promise<Result<FailedStep[]>> {
  const failed: FailedStep[] = []
  for (;;) {
    const page = await handlers['plans.steps']({
      plan,
      text: '',
      kind: null,
      schoolClass: null,
      outcome: 'failed',
      offset: failed.length,
      limit: stepPage
    })
    if (!page.ok) return page
    for (const { step, failure } of page.value.rows) {
      failed.push({
        step: step.id,
        kind: step.kind,
        name: step.target.name,
        code: failure?.code ?? '',
        reason: failure === null ? '' : context.sentence(failure)
      })
    }
    if (page.value.rows.length === 0 || failed.length >= page.value.total) return succeed(failed)
  }
}

/**
 * Writes the slips of a plan that wait. Also after a run that was interrupted: what is done has its slips, and those
 * of the resumed run join them in the same file.
 */
async function saveSlips(
  context: Context,
  { accounts }: CommandLineServices,
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
