import { createHash } from 'node:crypto'
import type { Plan } from '../../contract/plan'
import { canonicalJson } from '../canonicalJson'

/** SHA-256 over the plan's canonical JSON, 64 lower-case hex digits. The plan's name, and what is signed. */
export function hashPlan(plan: Plan): string {
  return createHash('sha256').update(canonicalJson(plan), 'utf8').digest('hex')
}
