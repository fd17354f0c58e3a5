import type { InboxItem } from '../../../src-main/contract/inbox'
import { textsOf } from '../../shared/i18n/i18n'
import { inboxLook, type StartItem } from '../../shared/looks'
import { overviewMessages } from './messages'

const t = textsOf(overviewMessages)

/** Whom it is about, with what the feature that shows it knows besides. */
function aboutOf(item: InboxItem): string {
  const { before, after } = inboxLook(item.kind)
  const { name, schoolClass } = item.parameters
  return [before?.(item), [name, schoolClass].filter(Boolean).join(', '), after?.(item)]
    .filter(Boolean)
    .join(' · ')
}

/** What waits in the case file. */
export function itemOfInbox(item: InboxItem): StartItem {
  const { id, kind, since, deadline, to } = item
  const { icon, tone, title, text, action, undated } = inboxLook(kind)
  return {
    id,
    icon,
    tone,
    title: title(),
    about: aboutOf(item),
    text: text(item),
    action: action(),
    to,
    since: undated === true ? null : since,
    deadline
  }
}

/** People whom the server has locked out; null: nobody. */
export function itemOfLockouts(count: number): StartItem | null {
  if (count === 0) return null
  return {
    id: 'lockouts',
    icon: 'i-lucide-lock',
    tone: 'warning',
    title: t('locked', { count }),
    about: '',
    text: t('lockedText'),
    action: t('toLocked'),
    to: { name: 'accounts', query: { state: 'lockedOut' } },
    since: null,
    deadline: null
  }
}

/** What comes before everything else, then what is wrong, then the oldest; what has no date follows. */
export function inOrder(items: readonly (StartItem | null)[]): readonly StartItem[] {
  return items
    .filter((item) => item !== null)
    .toSorted((left, right) => {
      if (left.leads === true || right.leads === true)
        return Number(right.leads === true) - Number(left.leads === true)
      if (left.tone === 'error' || right.tone === 'error')
        return Number(right.tone === 'error') - Number(left.tone === 'error')
      if (left.since === null || right.since === null)
        return Number(left.since === null) - Number(right.since === null)
      return left.since.localeCompare(right.since)
    })
}
