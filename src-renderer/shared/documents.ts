import { useToast } from '@nuxt/ui/composables'
import { call } from './api'
import { failureText } from './failure'
import { textsOf } from './i18n/i18n'
import { commonMessages } from './i18n/messages'

const t = textsOf(commonMessages)

/** Tells that a document was saved, with a button that opens it with the system's viewer. */
export function useDocuments() {
  const toast = useToast()

  async function open(file: string): Promise<void> {
    const answer = await call('documents.open', { file })
    if (answer.ok) return
    toast.add({ title: failureText(answer.failure), icon: 'i-lucide-circle-alert', color: 'error' })
  }

  function announce(title: string, description: string, file: string): void {
    toast.add({
      title,
      description,
      icon: 'i-lucide-check',
      color: 'success',
      duration: 12_000,
      actions: [
        {
          label: t('openPdf'),
          icon: 'i-lucide-file-text',
          color: 'neutral',
          variant: 'outline',
          onClick: () => void open(file)
        }
      ]
    })
  }

  return { announce }
}
