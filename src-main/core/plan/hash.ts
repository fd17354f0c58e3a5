import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Plan } from '../../contract/plan'

/** Canonical JSON (RFC 8785): equal values give equal text, whatever the order of their properties. */
function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Not a JSON value')
  return text
}

/** SHA-256 over the plan's canonical JSON, 64 lower-case hex digits. The plan's name, and what is signed. */
export function hashPlan(plan: Plan): string {
  return createHash('sha256').update(canonicalJson(plan), 'utf8').digest('hex')
}
