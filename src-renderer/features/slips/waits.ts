import type { PendingSlip } from '../../../src-main/contract/slips'
import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { StartItem } from '../../shared/looks'
import { useWaiting } from '../../shared/waiting'

const messages = defineMessages('slipWaits', {
  slips: {
    de: '{count} Passwortzettel wartet | {count} Passwortzettel warten',
    en: '{count} password slip waits | {count} password slips wait'
  },
  slipsText: {
    de: 'Die vorläufigen Passwörter gibt es nur, bis die Zettel gedruckt oder gespeichert sind.',
    en: 'The provisional passwords exist only until the slips are printed or saved.'
  },
  toSlips: { de: 'Zu den Zetteln', en: 'To the slips' }
})
const t = textsOf(messages)

/** All slips that wait to be printed, as one; null: none. */
export function itemOfSlips(slips: readonly PendingSlip[]): StartItem | null {
  const oldest = slips.map(({ since }) => since).toSorted()[0]
  if (oldest === undefined) return null
  return {
    id: 'slips',
    icon: 'i-lucide-printer',
    tone: 'primary',
    title: t('slips', { count: slips.length }),
    about: '',
    text: t('slipsText'),
    action: t('toSlips'),
    to: { name: 'slips' },
    since: oldest,
    deadline: null
  }
}

export function waits(): readonly (StartItem | null)[] {
  return [itemOfSlips(useWaiting().slips)]
}
