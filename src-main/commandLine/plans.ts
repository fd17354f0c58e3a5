import { permits } from '../contract/operations'
import type { PlanProgress, StepRow } from '../contract/plan'
import { succeed, type Result } from '../contract/result'
import type { Answer, Context } from './context'
import type { CommonServices } from './surroundings'
import { texts } from './texts'

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

/** Shows progress at a terminal and lets Ctrl+C end the run cleanly: what is under way ends, the rest stays open. */
export async function watchRun(
  context: Context,
  { handlers }: CommonServices,
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
export async function describeRun(
  context: Context,
  services: CommonServices,
  plan: string,
  progress: PlanProgress
): Promise<Result<Answer & { readonly document: object }>> {
  const mayName = permits('plans.steps', services.roles())
  const failed = mayName
    ? await failedSteps(context, services, progress.plan)
    : succeed<readonly FailedStep[]>([])
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
  services: CommonServices,
  plan: string
): Promise<Result<readonly FailedStep[]>> {
  const failed = await stepsOf(services, plan, 'failed')
  if (!failed.ok) return failed
  return succeed(
    failed.value.map(({ step, failure }) => ({
      step: step.id,
      kind: step.kind,
      name: step.target.name,
      code: failure?.code ?? '',
      reason: failure === null ? '' : context.sentence(failure)
    }))
  )
}

/** The steps of a plan, page by page. `outcome`: only those; null: all. */
export async function stepsOf(
  { handlers }: CommonServices,
  plan: string,
  outcome: 'failed' | null
): Promise<Result<readonly StepRow[]>> {
  const steps: StepRow[] = []
  for (;;) {
    const page = await handlers['plans.steps']({
      ...{ plan, text: '', kind: null, schoolClass: null, outcome },
      ...{ offset: steps.length, limit: stepPage }
    })
    if (!page.ok) return page
    steps.push(...page.value.rows)
    if (page.value.rows.length === 0 || steps.length >= page.value.total) return succeed(steps)
  }
}
