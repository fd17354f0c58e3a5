import { defineMessages } from '../../../shared/i18n/define'
import { formats } from '../../../shared/i18n/formats'
import { textsOf } from '../../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../../shared/looks'
import { sentence } from '../../../shared/statements'

/** What an entry says, in one sentence. */
const messages = defineMessages('standingStatements', {
  given: {
    de: '{who} hat Regeln eingeschaltet ({rules}), die über Protokolle laufen ({sources}), gültig bis {until}.',
    en: '{who} switched on rules ({rules}) that run over logs ({sources}), in force until {until}.'
  },
  withdrawn: {
    de: '{who} hat die Daueranordnung abgeschaltet.',
    en: '{who} switched the standing order off.'
  }
})
const t = textsOf(messages)

/** How the journal shows the fields of what is said about standing orders. */
export const standingFields: FieldLooks = {
  periodsReason: { label: { de: 'Zu den Fristen', en: 'About the periods' }, order: 127 },
  flagDays: { label: { de: 'Tage, die ein Hinweis wartet', en: 'Days that a flag waits' }, order: 128 },
  standingOrder: { label: { de: 'Daueranordnung (Kennung)', en: 'Standing order (id)' }, technical: true }
}

/** How the journal shows what is said about standing orders. */
export const standingStatements: StatementLooks = {
  'standingOrder.given': {
    icon: 'i-lucide-radar',
    area: 'standingOrders',
    sentence: sentence('standingOrder.given', (who, { rules, sources, until }) =>
      t('given', { who, rules: rules.length, sources: sources.length, until: formats.day(until) })
    )
  },
  'standingOrder.withdrawn': {
    icon: 'i-lucide-power',
    area: 'standingOrders',
    sentence: sentence('standingOrder.withdrawn', (who) => t('withdrawn', { who }))
  }
}
