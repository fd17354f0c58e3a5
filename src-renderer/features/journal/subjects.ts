import type { LedgerEntry } from '../../../src-main/contract/ledger'
import type { OperationName } from '../../../src-main/contract/operations'
import { subjectLook } from '../../shared/looks'

/** The type of a subject and its id: `case` and the rest of `case:<id>`. */
function partsOf(subject: string): readonly [type: string, id: string] {
  const [type = '', ...rest] = subject.split(':')
  return [type, rest.join(':')]
}

/** What an entry is about, as a person says it: `Fall 2026-014`, a person's name; empty: not known. */
export function subjectWords({ subject, about }: Pick<LedgerEntry, 'subject' | 'about'>): string {
  const [type] = partsOf(subject)
  return about === '' ? '' : (subjectLook(type)?.words?.(about) ?? about)
}

/** The screen where an entry's subject is at home. */
export interface Target {
  readonly label: string
  readonly to: string
}

/** null: the subject has no screen, or not for this person. */
export function targetOf(subject: string, mayAsk: (name: OperationName) => boolean): Target | null {
  const [type, id] = partsOf(subject)
  const home = id === '' ? undefined : subjectLook(type)?.home
  return home !== undefined && mayAsk(home.asks) ? { label: home.label(), to: home.to(id) } : null
}
