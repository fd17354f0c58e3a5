import type { Text } from '../../../src-main/contract/language'
import { defineMessages } from '../../shared/i18n/define'
import { formats } from '../../shared/i18n/formats'
import { currentLanguage, textsOf } from '../../shared/i18n/i18n'
import { planLook, type FieldLooks, type StatementLooks } from '../../shared/looks'
import { sentence } from '../../shared/statements'
import { stepHeading } from '../../shared/stepKinds'

/** What an entry says, in one sentence. `.withheld` where names and contents are not to be seen. */
const messages = defineMessages('planStatements', {
  planOne: { de: '{who}: {what} – {subject}. {reason}', en: '{who}: {what} – {subject}. {reason}' },
  'planOne.withheld': { de: '{who}: {what}.', en: '{who}: {what}.' },
  planMany: { de: '{who} hat {count} Schritte begonnen: {what}.', en: '{who} began {count} steps: {what}.' },
  planUndo: {
    de: '{who} hat begonnen, einen früheren Plan zurückzunehmen ({count} Schritt). | {who} hat begonnen, einen früheren Plan zurückzunehmen ({count} Schritte).',
    en: '{who} began to take back an earlier plan ({count} step). | {who} began to take back an earlier plan ({count} steps).'
  },
  planEndedAll: {
    de: 'Erledigt: {count} Schritt. | Alle {count} Schritte sind erledigt.',
    en: 'Done: {count} step. | All {count} steps are done.'
  },
  planEndedSome: {
    de: '{done} erledigt, {failed} gescheitert, {remaining} offen.',
    en: '{done} done, {failed} failed, {remaining} open.'
  }
})
const t = textsOf(messages)

/** A kind of step within a sentence: `24 Konten anlegen`; one that a newer version wrote keeps its own name. */
function stepWord(job: string, kind: string): string {
  const heading = stepHeading(job, kind)
  return currentLanguage() === 'de' ? heading : heading.charAt(0).toLowerCase() + heading.slice(1)
}

/** `Konten anlegen (24), Klasse wechseln (3)`; a single step is not counted. */
function stepsInWords(job: string, kinds: Readonly<Record<string, number>>): string {
  const entries = Object.entries(kinds)
  return entries
    .map(([kind, count]) =>
      count === 1 && entries.length === 1
        ? stepWord(job, kind)
        : `${stepWord(job, kind)} (${formats.number(count)})`
    )
    .join(', ')
}

const states: Readonly<Record<string, Text>> = {
  finished: { de: 'abgeschlossen', en: 'finished' },
  interrupted: { de: 'unterbrochen', en: 'interrupted' },
  undone: { de: 'zurückgenommen', en: 'taken back' }
}

/** How the journal shows the fields of what is said here. */
export const fields: FieldLooks = {
  job: {
    label: { de: 'Bereich', en: 'Area' },
    values: (value) => {
      const name = typeof value === 'string' ? planLook(value)?.name[currentLanguage()] : undefined
      return name === undefined ? null : [name]
    }
  },
  steps: { label: { de: 'Schritte', en: 'Steps' } },
  kinds: {
    label: { de: 'Was getan wird', en: 'What is done' },
    values: (value, body) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(
            ([kind, count]) => `${stepWord(String(body['job']), kind)}: ${formats.number(Number(count))}`
          )
        : null
  },
  state: { label: { de: 'Stand', en: 'State' }, codes: states },
  done: { label: { de: 'Erledigt', en: 'Done' } },
  failed: { label: { de: 'Gescheitert', en: 'Failed' } },
  remaining: { label: { de: 'Offen', en: 'Open' } },
  undoes: { label: { de: 'Nimmt Plan zurück (Prüfsumme)', en: 'Takes back plan (hash)' }, technical: true }
}

/** How the journal shows what is said here. */
export const statements: StatementLooks = {
  'plan.begun': {
    icon: 'i-lucide-play',
    area: 'accounts',
    sentence: sentence('plan.begun', (who, { job, steps, kinds, undoes }, payload) => {
      if (undoes !== null) return t('planUndo', { who, count: steps })
      const what = stepsInWords(job, kinds)
      if (steps !== 1) return t('planMany', { who, count: steps, what })
      return payload === null || payload.subject === ''
        ? t('planOne.withheld', { who, what })
        : t('planOne', { who, what, subject: payload.subject, reason: payload.reason }).trim()
    })
  },
  'plan.ended': {
    icon: 'i-lucide-circle-check',
    area: 'accounts',
    sentence: sentence('plan.ended', (_who, { done, failed, remaining }) =>
      failed === 0 && remaining === 0
        ? t('planEndedAll', { count: done })
        : t('planEndedSome', { done, failed, remaining })
    )
  }
}
