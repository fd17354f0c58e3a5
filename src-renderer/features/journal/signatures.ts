import type { LedgerEntry } from '../../../src-main/contract/ledger'
import { ledgerProblemTexts } from '../../../src-main/contract/ledgerProblems'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { roleWord } from '../../shared/roles'
import { journalMessages } from './messages'

const t = textsOf(journalMessages)

/** Whose key has signed: the person's name, or the PC's. */
export function signerName({ kind, name }: LedgerEntry['signer']): string {
  if (kind === 'person') return name === '' ? t('personUnknown') : name
  return name === '' ? t('deviceUnknown') : t('device', { name })
}

/** In which role; of a PC, that it is one. */
export function signerRole({ kind, role }: LedgerEntry['signer']): string {
  if (kind === 'device') return t('deviceHint')
  return role === null ? '' : roleWord(role)
}

/** `Unterschrift gültig`, or everything that was found. */
export function signatureWords({ problems }: Pick<LedgerEntry, 'problems'>): string {
  if (problems.length === 0) return t('signatureOk')
  const names = problems.map((code) => ledgerProblemTexts[code].name[currentLanguage()])
  return t('signatureBad', { problems: [...new Set(names)].join(', ') })
}
