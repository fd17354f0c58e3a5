import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { StartItem } from '../../shared/looks'
import { useSelfTest } from '../../shared/selfTest'
import { useSession } from '../../shared/session'

const messages = defineMessages('directoryWaits', {
  problems: {
    de: '{count} Hinweis zum Verzeichnis | {count} Hinweise zum Verzeichnis',
    en: '{count} note about the directory | {count} notes about the directory'
  },
  problemsText: {
    de: 'Der Selbsttest hat etwas gefunden, das Sie am Server verbessern können.',
    en: 'The self-test found something that you can improve on the server.'
  },
  toProblems: { de: 'Ansehen', en: 'Look at it' }
})
const t = textsOf(messages)

/** What the self-test found at the directory; null: nothing. */
export function itemOfDirectory(problems: number): StartItem | null {
  if (problems === 0) return null
  return {
    id: 'directory',
    icon: 'i-lucide-server-cog',
    tone: 'warning',
    title: t('problems', { count: problems }),
    about: '',
    text: t('problemsText'),
    action: t('toProblems'),
    to: { name: 'settings', query: { section: 'directory' } },
    since: null,
    deadline: null
  }
}

export function waits(): readonly (StartItem | null)[] {
  if (!useSession().is('administrator')) return []
  return [itemOfDirectory(useSelfTest().problems.filter(({ severity }) => severity !== 'note').length)]
}
