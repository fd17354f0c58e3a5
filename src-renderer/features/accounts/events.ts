import { textsOf } from '../../shared/i18n/i18n'
import { accountsMessages } from './messages'

const t = textsOf(accountsMessages)

const known = [
  'create',
  'rename',
  'changeClass',
  'changeClasses',
  'changeGroups',
  'setClasses',
  'setGroups',
  'reactivate',
  'leave',
  'resetPassword',
  'suspend',
  'liftSuspension',
  'unlock',
  'undo'
] as const

/** What happened to an account, in words; a kind of step that has no words yet keeps its own name. */
export function eventText(kind: string): string {
  const word = known.find((candidate) => candidate === kind)
  return word === undefined ? t('event.other', { kind }) : t(`event.${word}`)
}
