import { contracts } from './jobs'
import type { Text } from './language'
import type { StepKind } from './plan'

interface Planning {
  /** What stands in its plans; `undo` is the engine's own. */
  readonly stepKinds: Readonly<Record<string, StepKind>>
  /** Types of what its steps are about. */
  readonly targets: readonly string[]
}

/** What may stand in the plans of each job that plans, by `Plan.job`. */
export const planKinds: Readonly<Record<string, Planning>> = Object.fromEntries(
  Object.entries<Readonly<Record<string, unknown>> | Planning>(contracts).flatMap(([job, contract]) =>
    isPlanning(contract) ? [[job, contract] as const] : []
  )
)

function isPlanning(contract: Readonly<Record<string, unknown>> | Planning): contract is Planning {
  return 'stepKinds' in contract && 'targets' in contract
}

const undone: Text = { de: 'Rückgängig gemacht', en: 'Undone' }

/** What a step of whichever job has done: `Konto angelegt`; null: a newer version wrote it. */
export function happenedBy(kind: string): Text | null {
  if (kind === 'undo') return undone
  const found = Object.values(planKinds).find(({ stepKinds }) => Object.hasOwn(stepKinds, kind))
  return found?.stepKinds[kind]?.happened ?? null
}
