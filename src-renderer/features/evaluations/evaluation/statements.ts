import { z } from 'zod'
import { actGroupSchema, pseudonymOf } from '../../../../src-main/contract/evaluations'
import {
  recordedEventSchema,
  recordedFindingSchema,
  recordedRuleSchema,
  recordedSourceSchema,
  type RecordedText
} from '../../../../src-main/contract/evaluationRecord'
import { sureties } from '../../../../src-main/contract/logEvents'
import { defineMessages } from '../../../shared/i18n/define'
import { textsOf } from '../../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../../shared/looks'
import { sentence } from '../../../shared/statements'
import { groupText, instantText, pseudonymText, suretyText } from './words'

/** What an entry says, in one sentence. Of two that belong together each says that it takes the other. */
const messages = defineMessages('evaluationStatements', {
  opened: {
    de: '{who} hat die Auswertung geöffnet, gemeinsam mit der zweiten Person.',
    en: '{who} opened the evaluation, together with the second person.'
  },
  searched: { de: 'In der Auswertung wurde gesucht.', en: 'The evaluation was searched.' },
  revealed: {
    de: '{who} hat {pseudonym} aufgedeckt, gemeinsam mit der zweiten Person.',
    en: '{who} revealed {pseudonym}, together with the second person.'
  },
  marked: {
    de: 'In der Auswertung wurde ein Ereignis vermerkt.',
    en: 'An event was marked in the evaluation.'
  },
  recorded: {
    de: '{who} hat festgehalten, worauf sich der Abschluss stützt: {found} Funde, {noted} vermerkte Ereignisse.',
    en: '{who} recorded what the conclusion rests on: {found} findings, {noted} marked events.'
  },
  noViolation: {
    de: '{who} hat die Auswertung abgeschlossen: kein Verstoß.',
    en: '{who} concluded the evaluation: no violation.'
  },
  violation: {
    de: '{who} hat die Auswertung abgeschlossen: Verstoß.',
    en: '{who} concluded the evaluation: violation.'
  },
  lawEnforcement: {
    de: '{who} hat die Auswertung abgeschlossen: Übergabe an die Strafverfolgung.',
    en: '{who} concluded the evaluation: handing over to law enforcement.'
  }
})
const t = textsOf(messages)

const judgments = {
  noViolation: { de: 'kein Verstoß', en: 'no violation' },
  violation: { de: 'Verstoß', en: 'violation' },
  lawEnforcement: { de: 'Übergabe an die Strafverfolgung', en: 'handing over to law enforcement' }
}

function asInstant(value: unknown): string[] | null {
  return typeof value === 'number' ? [instantText(value)] : null
}

function recordedLine(text: RecordedText): string {
  return text
    .map((part) => (typeof part === 'string' ? part : pseudonymText(pseudonymOf(part.pseudonym))))
    .join('')
}

/** How the journal shows the fields of what is said about evaluations. */
export const evaluationFields: FieldLooks = {
  pseudonym: {
    label: { de: 'Pseudonym', en: 'Pseudonym' },
    order: 60,
    values: (value) => (typeof value === 'string' ? [pseudonymText(pseudonymOf(value))] : null)
  },
  identity: { label: { de: 'Steht für', en: 'Stands for' }, order: 61 },
  text: { label: { de: 'Gesuchter Text', en: 'Text searched for' }, order: 62 },
  groups: {
    label: { de: 'Arten', en: 'Kinds' },
    order: 63,
    values(value) {
      const groups = actGroupSchema.array().safeParse(value)
      return groups.success ? groups.data.map(groupText) : null
    }
  },
  sureties: {
    label: { de: 'Wie sicher die Person', en: 'How sure the person' },
    order: 64,
    values: (value) =>
      Array.isArray(value) ? sureties.filter((one) => value.includes(one)).map(suretyText) : null
  },
  from: { label: { de: 'Von', en: 'From' }, order: 65, values: asInstant },
  until: { label: { de: 'Bis', en: 'Until' }, order: 66, values: asInstant },
  onlyMarked: { label: { de: 'Nur vermerkte', en: 'Only marked' }, order: 67 },
  onlyFound: { label: { de: 'Nur gefundene', en: 'Only found' }, order: 68 },
  hits: { label: { de: 'Treffer', en: 'Hits' }, order: 69 },
  marked: { label: { de: 'Vermerkt', en: 'Marked' }, order: 71 },
  note: { label: { de: 'Notiz', en: 'Note' }, order: 72 },
  judgment: { label: { de: 'Ergebnis', en: 'Judgment' }, order: 150, codes: judgments },
  findings: { label: { de: 'Gefunden', en: 'Found' }, order: 151 },
  notFound: { label: { de: 'Nicht gefunden', en: 'Not found' }, order: 152 },
  summary: { label: { de: 'Zusammenfassung', en: 'Summary' }, order: 153 },
  events: { label: { de: 'Ereignisse', en: 'Events' }, order: 140 },
  foundCount: { label: { de: 'Funde', en: 'Findings' }, order: 141 },
  notedCount: { label: { de: 'Vermerkte Ereignisse', en: 'Marked events' }, order: 142 },
  applied: {
    label: { de: 'Suchregeln', en: 'Search rules' },
    order: 143,
    values(value) {
      const rules = z.array(recordedRuleSchema).safeParse(value)
      return rules.success ? rules.data.map(({ title, findings }) => `${title}: ${String(findings)}`) : null
    }
  },
  found: {
    label: { de: 'Was Regeln gefunden haben', en: 'What rules have found' },
    order: 144,
    values(value) {
      const found = z.array(recordedFindingSchema).safeParse(value)
      if (!found.success) return null
      return found.data.map(({ rule, from, group }) =>
        [rule, instantText(from), ...group.map(recordedLine)].join(', ')
      )
    }
  },
  noted: {
    label: { de: 'Vermerkt', en: 'Marked' },
    order: 145,
    values(value) {
      const noted = z.array(recordedEventSchema).safeParse(value)
      if (!noted.success) return null
      return noted.data.map(({ at, surety, person, note }) =>
        [
          ...[instantText(at), person === null ? '' : pseudonymText(pseudonymOf(person))],
          ...[suretyText(surety), note]
        ]
          .filter((part) => part !== '')
          .join(', ')
      )
    }
  },
  read: {
    label: { de: 'Gelesen', en: 'Read' },
    order: 146,
    values(value) {
      const read = z.array(recordedSourceSchema).safeParse(value)
      return read.success ? read.data.map(({ name }) => recordedLine(name)) : null
    }
  },
  event: { label: { de: 'Ereignis (Nummer)', en: 'Event (number)' }, technical: true },
  source: { label: { de: 'Quelle (Kennung)', en: 'Source (id)' }, technical: true },
  file: { label: { de: 'Datei (Nummer)', en: 'File (number)' }, technical: true },
  offset: { label: { de: 'Stelle in der Datei', en: 'Place in the file' }, technical: true },
  evidence: { label: { de: 'Beweismittel (Kennung)', en: 'Evidence (id)' }, technical: true },
  session: { label: { de: 'Sitzung (Kennung)', en: 'Session (id)' }, technical: true }
}

/** How the journal shows what is said about evaluations. */
export const evaluationStatements: StatementLooks = {
  'evaluation.opened': {
    icon: 'i-lucide-users-round',
    area: 'orders',
    sentence: sentence('evaluation.opened', (who) => t('opened', { who }))
  },
  'evaluation.searched': {
    icon: 'i-lucide-search',
    area: 'orders',
    sentence: sentence('evaluation.searched', () => t('searched'))
  },
  'evaluation.revealed': {
    icon: 'i-lucide-venetian-mask',
    area: 'orders',
    sentence: sentence('evaluation.revealed', (who, { pseudonym }) =>
      t('revealed', { who, pseudonym: pseudonymText(pseudonymOf(pseudonym)) })
    )
  },
  'evaluation.marked': {
    icon: 'i-lucide-bookmark',
    area: 'orders',
    sentence: sentence('evaluation.marked', () => t('marked'))
  },
  'evaluation.recorded': {
    icon: 'i-lucide-file-text',
    area: 'orders',
    sentence: sentence('evaluation.recorded', (who, { foundCount, notedCount }) =>
      t('recorded', { who, found: foundCount, noted: notedCount })
    )
  },
  'evaluation.closed': {
    icon: 'i-lucide-signature',
    area: 'orders',
    sentence: sentence('evaluation.closed', (who, { judgment }) => t(judgment, { who }))
  }
}
