import type { Text } from '../../../src-main/contract/language'
import { currentLanguage } from '../../shared/i18n/i18n'

/** A reason that nobody has written anew is shown in the language of the window. */
export function shownReason(kept: string, usual: Text): string {
  return kept === usual.de ? usual[currentLanguage()] : kept
}

/** What is kept of what stands in the field: the usual reason in German, whoever has looked at it. */
export function keptReason(shown: string, usual: Text): string {
  return shown === usual[currentLanguage()] ? usual.de : shown
}
