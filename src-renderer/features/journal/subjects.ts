import type { LedgerEntry } from '../../../src-main/contract/ledger'
import { textsOf } from '../../shared/i18n/i18n'
import { journalMessages } from './messages'

const t = textsOf(journalMessages)

/** What an entry is about, as a person says it: `Fall 2026-014`, a person's name; empty: not known. */
export function subjectWords({ subject, about }: Pick<LedgerEntry, 'subject' | 'about'>): string {
  return about !== '' && subject.startsWith('case:') ? t('caseNumber', { number: about }) : about
}
