import { happenedBy } from '../../src-main/contract/planKinds'
import { planLook, planLooks } from './looks'
import { currentLanguage } from './i18n/i18n'
import type { StepLook } from './planLooks'

/** The engine's own kind, which stands in every job's undos. */
const undoLook: StepLook = {
  icon: 'i-lucide-undo-2',
  many: { de: 'Schritte zurücknehmen', en: 'Take steps back' },
  one: { de: 'Zurücknehmen', en: 'Take back' }
}

/** Null: a newer version wrote it. */
function lookOf(job: string, kind: string): StepLook | null {
  if (kind === 'undo') return undoLook
  const steps = planLook(job)?.steps
  return steps !== undefined && Object.hasOwn(steps, kind) ? (steps[kind] ?? null) : null
}

export function stepIcon(job: string, kind: string): string {
  return lookOf(job, kind)?.icon ?? 'i-lucide-circle-dot'
}

/** Whether a step of this kind is worth a second look before it is done. */
export function stepIsGrave(job: string, kind: string): boolean {
  return lookOf(job, kind)?.isGrave === true
}

/** Heading of all steps of a kind: `Konten anlegen`. A kind that a newer version wrote keeps its own name. */
export function stepHeading(job: string, kind: string): string {
  return lookOf(job, kind)?.many[currentLanguage()] ?? kind
}

/** What one step does: `Anlegen`. */
export function stepAction(job: string, kind: string): string {
  return lookOf(job, kind)?.one[currentLanguage()] ?? kind
}

/** What a step of whichever job has done: `Konto angelegt`; null: a newer version wrote it. */
export function stepHappened(kind: string): string | null {
  return happenedBy(kind)?.[currentLanguage()] ?? null
}

/** The place of a kind among all of its job; unknown ones come last. */
export function stepPlace(job: string, kind: string): number {
  const order = [...Object.keys(planLook(job)?.steps ?? {}), 'undo']
  return order.includes(kind) ? order.indexOf(kind) : order.length
}

/** Why something was done, told afterwards, by the code of whichever job; null: it has no words for that. */
export function reasonTold(code: string): string | null {
  const looks = planLooks().map(([, { reasons = {} }]) =>
    Object.hasOwn(reasons, code) ? reasons[code] : undefined
  )
  return looks.find((look) => look?.told !== undefined)?.told?.[currentLanguage()] ?? null
}
