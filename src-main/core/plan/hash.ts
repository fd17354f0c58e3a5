import { createHash } from 'node:crypto'
import type { Plan } from '../../contract/plan'
import { canonicalPieces } from '../canonicalJson'

/** SHA-256 over the plan's canonical JSON, 64 lower-case hex digits. The plan's name, and what is signed. */
export function hashPlan(plan: Plan): string {
  return hashOf(plan, () => undefined)
}

/** The plan's hash, and its steps as they are written for it: a large plan is written once for its name and for the store. */
export function writePlan(plan: Plan): { readonly hash: string; readonly steps: readonly string[] } {
  const steps: string[] = []
  const hash = hashOf(plan, (step) => steps.push(step))
  return { hash, steps }
}

function hashOf(plan: Plan, written: (step: string) => void): string {
  const hash = createHash('sha256')
  for (const piece of canonicalPieces(plan, written)) hash.update(piece, 'utf8')
  return hash.digest('hex')
}
