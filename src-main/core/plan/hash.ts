import { createHash } from 'node:crypto'
import type { Plan } from '../../contract/plan'
import { canonicalPieces } from '../canonicalJson'

/** SHA-256 over the plan's canonical JSON, 64 lower-case hex digits. The plan's name, and what is signed. */
export function hashPlan(plan: Plan): string {
  const hash = createHash('sha256')
  for (const piece of canonicalPieces(plan)) hash.update(piece, 'utf8')
  return hash.digest('hex')
}
