import { createHash } from 'node:crypto'
import type { Plan, Step } from '../../../src-main/contract/plan'
import { succeed, type Result } from '../../../src-main/contract/result'
import type {
  Appendix,
  PayloadRow,
  StatementRow,
  StepRecord,
  Store
} from '../../../src-main/world/store/port'

export const at = '2026-11-22T08:00:00.000Z'

export function samplePlan(names: readonly string[], undoes: string | null = null): Plan {
  const steps = names.map((name, index): Step => ({
    id: String(index + 1),
    kind: 'create',
    target: { type: 'account', id: null, name, label: name, schoolClass: '7b' },
    before: null,
    after: { login: name, classes: ['7b'], schoolId: null },
    reason: { code: 'test', parameters: { schoolId: 'ä' } },
    needs: []
  }))
  return { format: 1, job: 'accounts', day: '2026-11-22', basis: { rows: 1 }, undoes, steps }
}

export function sampleRecord(
  step: string,
  outcome: StepRecord['outcome'],
  targetId: string | null = null
): StepRecord {
  return { step, outcome, failure: null, targetId, at }
}

export function sampleStatement(sequence: number, words = 'ein Satz'): StatementRow {
  const text = JSON.stringify({ sequence, words })
  const hash = createHash('sha256').update(text).digest('hex')
  return { sequence, hash, text, signature: `signature-${sequence}` }
}

export function samplePayload(words: string): PayloadRow {
  const hash = createHash('sha256').update(words).digest('hex')
  return { hash, salt: '00'.repeat(16), text: JSON.stringify({ words }) }
}

/** Appends one statement after all that are there; answers its sequence number and the store's time. */
export async function appendOne(
  store: Store,
  words: string,
  payload?: PayloadRow
): Promise<Result<{ sequence: number; time: string }>> {
  return store.append(0, (fresh, time) => {
    const sequence = fresh.length + 1
    const statements = [sampleStatement(sequence, words)]
    const appendix: Appendix = { statements, payloads: payload === undefined ? [] : [payload] }
    return succeed({ appendix, value: { sequence, time } })
  })
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}
