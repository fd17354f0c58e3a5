import { flagAreaSchema } from '../../../src-main/contract/flags'
import { keyedPseudonymSchema } from '../../../src-main/contract/foundMatter'
import { defineMessages } from '../../shared/i18n/define'
import { textsOf } from '../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../shared/looks'
import { ruleText } from '../../shared/rules'
import { nameOf, sentence } from '../../shared/statements'
import { areasText, keyedPseudonymText } from './words'

/** What an entry says, in one sentence. `.withheld` where contents are not to be seen. */
const messages = defineMessages('flagStatements', {
  reported: {
    de: '{who} hat einen Hinweis zu {name} gemeldet ({areas}).',
    en: '{who} reported a flag about {name} ({areas}).'
  },
  'reported.nobody': {
    de: '{who} hat einen Hinweis gemeldet ({areas}); wen er betrifft, ist nicht bekannt.',
    en: '{who} reported a flag ({areas}); whom it concerns is not known.'
  },
  'reported.withheld': { de: '{who} hat einen Hinweis gemeldet.', en: '{who} reported a flag.' },
  asked: {
    de: '{who} hat zu dem Hinweis nachgefragt.',
    en: '{who} asked about the flag.'
  },
  replied: { de: '{who} hat auf die Rückfrage geantwortet.', en: '{who} replied to the question.' },
  closed: {
    de: '{who} hat entschieden, den Hinweis nicht weiter zu verfolgen.',
    en: '{who} decided not to pursue the flag.'
  },
  handedOver: {
    de: '{who} hat den Hinweis an die Personen weitergegeben, die Fälle vorschlagen.',
    en: '{who} handed the flag to those who propose cases.'
  },
  found: {
    de: '{who} hat für eine Daueranordnung etwas gefunden.',
    en: '{who} has found something for a standing order.'
  },
  grown: {
    de: '{who} hat mehr von demselben gefunden.',
    en: '{who} has found more of the same.'
  },
  expired: {
    de: '{who} hat den Hinweis verfallen lassen: Niemand hat rechtzeitig gehandelt.',
    en: '{who} let the flag expire: nobody has acted in time.'
  },
  pursued: {
    de: '{who} hat aus dem Hinweis einen Fall eröffnet.',
    en: '{who} opened a case from the flag.'
  }
})
const t = textsOf(messages)

const outcomes = {
  closed: { de: 'nicht weiter verfolgt', en: 'not pursued' },
  handedOver: { de: 'weitergegeben', en: 'handed over' }
}
const matters = {
  one: { de: 'eine Sache', en: 'one matter' },
  many: { de: 'alles Weitere der Regel', en: 'all further of the rule' }
}
const certainties = {
  seen: { de: 'selbst gesehen', en: 'seen myself' },
  heard: { de: 'gehört', en: 'heard' },
  supposed: { de: 'vermutet', en: 'supposed' }
}

/** How the journal shows the fields of what is said here. */
export const fields: FieldLooks = {
  seen: { label: { de: 'Beobachtung', en: 'Observation' }, order: 80 },
  happenedOn: { label: { de: 'Geschehen am', en: 'Happened on' }, order: 90 },
  rule: {
    label: { de: 'Regel', en: 'Rule' },
    order: 100,
    values: (value) => (typeof value === 'string' ? [ruleText(value)] : [])
  },
  areas: {
    label: { de: 'Worum es geht', en: 'What it is about' },
    order: 110,
    values(value) {
      const areas = flagAreaSchema.array().safeParse(value)
      return areas.success ? [areasText(areas.data)] : null
    }
  },
  certainty: { label: { de: 'Wie sicher', en: 'How sure' }, order: 120, codes: certainties },
  contents: {
    label: { de: 'Inhalte von Nachrichten betroffen (P24)', en: 'Contents of messages concerned (P24)' },
    order: 125
  },
  outcome: { label: { de: 'Antwort', en: 'Answer' }, order: 130, codes: outcomes },
  words: { label: { de: 'Wortlaut', en: 'Words' }, order: 155 },
  message: { label: { de: 'An die meldende Person', en: 'To the reporter' }, order: 165 },
  count: { label: { de: 'Ereignisse', en: 'Events' }, order: 85 },
  pseudonyms: {
    label: { de: 'Pseudonyme', en: 'Pseudonyms' },
    order: 86,
    values(value) {
      const all = keyedPseudonymSchema.array().safeParse(value)
      return all.success ? all.data.map(keyedPseudonymText) : null
    }
  },
  matters: { label: { de: 'Sammelt', en: 'Gathers' }, order: 87, codes: matters },
  run: { label: { de: 'Durchgang (Kennung)', en: 'Run (id)' }, technical: true },
  flag: { label: { de: 'Hinweis (Kennung)', en: 'Flag (id)' }, technical: true },
  case: { label: { de: 'Fall (Kennung)', en: 'Case (id)' }, technical: true }
}

/** How the journal shows what is said here. */
export const statements: StatementLooks = {
  'flag.reported': {
    icon: 'i-lucide-flag',
    area: 'flags',
    sentence: sentence('flag.reported', (who, _body, payload) => {
      if (payload === null) return t('reported.withheld', { who })
      const areas = areasText(payload.areas)
      return payload.names === null
        ? t('reported.nobody', { who, areas })
        : t('reported', { who, areas, name: nameOf(payload.names) })
    })
  },
  'flag.asked': {
    icon: 'i-lucide-message-circle-question',
    area: 'flags',
    sentence: sentence('flag.asked', (who) => t('asked', { who }))
  },
  'flag.replied': {
    icon: 'i-lucide-message-circle-reply',
    area: 'flags',
    sentence: sentence('flag.replied', (who) => t('replied', { who }))
  },
  'flag.answered': {
    icon: 'i-lucide-mail-check',
    area: 'flags',
    sentence: sentence('flag.answered', (who, { outcome }) => t(outcome, { who }))
  },
  'flag.found': {
    icon: 'i-lucide-radar',
    area: 'flags',
    sentence: sentence('flag.found', (who) => t('found', { who }))
  },
  'flag.grown': {
    icon: 'i-lucide-radar',
    area: 'flags',
    sentence: sentence('flag.grown', (who) => t('grown', { who }))
  },
  'flag.expired': {
    icon: 'i-lucide-hourglass',
    area: 'flags',
    sentence: sentence('flag.expired', (who) => t('expired', { who }))
  },
  'flag.pursued': {
    icon: 'i-lucide-folder-plus',
    area: 'flags',
    sentence: sentence('flag.pursued', (who) => t('pursued', { who }))
  }
}
