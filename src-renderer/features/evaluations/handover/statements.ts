import { z } from 'zod'
import { bundledFileSchema } from '../../../../src-main/contract/handovers'
import { defineMessages } from '../../../shared/i18n/define'
import { textsOf } from '../../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../../shared/looks'
import { sentence } from '../../../shared/statements'

/** What an entry says, in one sentence. */
const messages = defineMessages('handoverStatements', {
  decided: {
    de: '{who} hat entschieden, Beweismittel an die Strafverfolgung zu übergeben.',
    en: '{who} decided to hand evidence over to law enforcement.'
  },
  made: {
    de: '{who} hat das verschlüsselte Paket für die Strafverfolgung erstellt, gemeinsam mit der zweiten Person.',
    en: '{who} made the encrypted bundle for law enforcement, together with the second person.'
  }
})
const t = textsOf(messages)

/** How the journal shows the fields of what is said about handing over. */
export const handoverFields: FieldLooks = {
  authority: { label: { de: 'Behörde', en: 'Authority' }, order: 120 },
  reference: { label: { de: 'Aktenzeichen', en: 'Reference' }, order: 121 },
  files: {
    label: { de: 'Dateien', en: 'Files' },
    order: 146,
    values(value) {
      const files = z.array(bundledFileSchema).safeParse(value)
      return files.success ? files.data.map(({ name }) => name) : null
    }
  },
  handover: { label: { de: 'Übergabe (Kennung)', en: 'Hand-over (id)' }, technical: true }
}

/** How the journal shows what is said about handing over. */
export const handoverStatements: StatementLooks = {
  'handover.decided': {
    icon: 'i-lucide-send',
    area: 'orders',
    sentence: sentence('handover.decided', (who) => t('decided', { who }))
  },
  'handover.made': {
    icon: 'i-lucide-package-check',
    area: 'orders',
    sentence: sentence('handover.made', (who) => t('made', { who }))
  }
}
