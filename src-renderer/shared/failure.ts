import { sentence } from '../../src-main/contract/sentences'
import type { Failure } from '../../src-main/contract/result'
import { currentLanguage } from './i18n/i18n'

/** What happened and what the person can do now, in the current language. */
export function failureText(failure: Failure): string {
  return sentence(failure, currentLanguage())
}
