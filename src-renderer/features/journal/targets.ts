import type { OperationName } from '../../../src-main/contract/operations'

/** The screen where an entry's subject is at home. */
export interface Target {
  readonly label: 'openCase' | 'openPlan'
  readonly to: string
}

/** null: the subject has no screen, or not for this person. */
export function targetOf(subject: string, mayAsk: (name: OperationName) => boolean): Target | null {
  const [, type, id] = /^(case|plan):(.+)$/.exec(subject) ?? []
  if (id === undefined) return null
  if (type === 'case') {
    return mayAsk('sanctions.case') ? { label: 'openCase', to: `/cases/${encodeURIComponent(id)}` } : null
  }
  return mayAsk('plans.summary') ? { label: 'openPlan', to: `/plans/${encodeURIComponent(id)}` } : null
}
