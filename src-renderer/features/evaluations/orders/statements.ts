import { z } from 'zod'
import { concernedSchema, orderScopeSchema } from '../../../../src-main/contract/orders'
import { defineMessages } from '../../../shared/i18n/define'
import { lastMinute } from '../../../shared/i18n/format'
import { formats } from '../../../shared/i18n/formats'
import { textsOf } from '../../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../../shared/looks'
import { nameOf, sentence } from '../../../shared/statements'
import { keyedPseudonymText } from '../words'
import { orderWordMessages } from './messages/words'

/** What an entry says, in one sentence. */
const messages = defineMessages('orderStatements', {
  given: {
    de: '{who} hat eine Auswertung durch {count} Personen angeordnet, gültig bis {expires}.',
    en: '{who} ordered an evaluation by {count} persons, in force until {expires}.'
  },
  'given.contents': {
    de: '{who} hat eine Auswertung durch {count} Personen angeordnet, auch von Inhalten (P24), gültig bis {expires}.',
    en: '{who} ordered an evaluation by {count} persons, also of contents (P24), in force until {expires}.'
  },
  pursued: {
    de: '{who} hat aus der Auswertung einen Fall eröffnet.',
    en: '{who} opened a case from the evaluation.'
  },
  withdrawn: { de: '{who} hat die Anordnung zurückgezogen.', en: '{who} withdrew the order.' }
})
const t = textsOf(messages)
const words = textsOf(orderWordMessages)

/** How the journal shows the fields of what is said about orders. */
export const orderFields: FieldLooks = {
  occasion: { label: { de: 'Anlass', en: 'Occasion' }, order: 70 },
  suspicion: { label: { de: 'Verdacht', en: 'Suspicion' }, order: 75 },
  scope: {
    label: { de: 'Umfang', en: 'Scope' },
    order: 105,
    values(value) {
      const read = orderScopeSchema.safeParse(value)
      if (!read.success) return null
      const { from, until, concerned, addresses, pseudonyms = [], sources } = read.data
      return [
        words('fromUntil', {
          from: formats.schoolInstant(from),
          until: formats.schoolInstant(lastMinute(until))
        }),
        ...concerned.map(({ names }) => nameOf(names)),
        ...addresses,
        ...pseudonyms.map(keyedPseudonymText),
        ...(concerned.length + addresses.length + pseudonyms.length === 0 ? [words('concernedUnknown')] : []),
        ...sources.map(({ name }) => name)
      ]
    }
  },
  contentsReason: { label: { de: 'Warum Inhalte (P24)', en: 'Why contents (P24)' }, order: 126 },
  evaluators: {
    label: { de: 'Auswertung durch', en: 'Evaluated by' },
    order: 140,
    values(value) {
      const named = z.array(concernedSchema).safeParse(value)
      return named.success ? named.data.map(({ names }) => nameOf(names)) : null
    }
  },
  expires: {
    label: { de: 'Gültig bis', en: 'In force until' },
    order: 145,
    values: (value) => (typeof value === 'string' ? [formats.day(value)] : null)
  },
  order: { label: { de: 'Anordnung (Kennung)', en: 'Order (id)' }, technical: true }
}

/** How the journal shows what is said about orders. */
export const orderStatements: StatementLooks = {
  'order.given': {
    icon: 'i-lucide-gavel',
    area: 'orders',
    sentence: sentence('order.given', (who, { evaluators, contents, expires }) =>
      t(contents ? 'given.contents' : 'given', {
        who,
        count: evaluators.length,
        expires: formats.day(expires)
      })
    )
  },
  'order.pursued': {
    icon: 'i-lucide-folder-plus',
    area: 'orders',
    sentence: sentence('order.pursued', (who) => t('pursued', { who }))
  },
  'order.withdrawn': {
    icon: 'i-lucide-undo-2',
    area: 'orders',
    sentence: sentence('order.withdrawn', (who) => t('withdrawn', { who }))
  }
}
