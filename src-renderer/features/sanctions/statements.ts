import { evidenceSchema, measureSchema } from '../../../src-main/contract/sanctions'
import { defineMessages } from '../../shared/i18n/define'
import { formats } from '../../shared/i18n/formats'
import { textsOf } from '../../shared/i18n/i18n'
import type { FieldLooks, StatementLooks } from '../../shared/looks'
import { measureText, measuresText } from '../../shared/measures'
import { codeWord, nameOf, sentence } from '../../shared/statements'

/** What an entry says, in one sentence. `.withheld` where names and contents are not to be seen. */
const messages = defineMessages('caseStatements', {
  opened: {
    de: '{who} hat einen Fall zu {name} ({schoolClass}) eröffnet. Regel: {rule}.',
    en: '{who} opened a case about {name} ({schoolClass}). Rule: {rule}.'
  },
  'opened.withheld': {
    de: '{who} hat einen Fall eröffnet. Regel: {rule}.',
    en: '{who} opened a case. Rule: {rule}.'
  },
  proposed: { de: '{who} hat vorgeschlagen: {measures}.', en: '{who} proposed: {measures}.' },
  'proposed.withheld': { de: '{who} hat eine Maßnahme vorgeschlagen.', en: '{who} proposed a measure.' },
  hearing: {
    de: '{who} hat festgehalten: {party} {event} ({on}).',
    en: '{who} recorded: {party} {event} ({on}).'
  },
  approved: { de: '{who} hat freigegeben: {measures}.', en: '{who} approved: {measures}.' },
  'approved.withheld': { de: '{who} hat den Vorschlag freigegeben.', en: '{who} approved the proposal.' },
  changed: {
    de: '{who} hat mit Änderungen freigegeben: {measures}.',
    en: '{who} approved with changes: {measures}.'
  },
  'changed.withheld': {
    de: '{who} hat den Vorschlag mit Änderungen freigegeben.',
    en: '{who} approved the proposal with changes.'
  },
  refused: { de: '{who} hat den Vorschlag abgelehnt.', en: '{who} refused the proposal.' },
  withdrawn: { de: '{who} hat den Vorschlag zurückgezogen.', en: '{who} withdrew the proposal.' },
  enforced: {
    de: 'Im Verzeichnis ausgeführt und dort nachgeprüft. Die Maßnahme gilt.',
    en: 'Carried out in the directory and checked there. The measure is in force.'
  },
  enforcementFailed: {
    de: 'Die Maßnahme konnte noch nicht ausgeführt werden: {reason}.',
    en: 'The measure could not be carried out yet: {reason}.'
  },
  expired: {
    de: 'Die Freigabe ist verfallen, weil sie nicht rechtzeitig ausgeführt werden konnte.',
    en: 'The approval expired because it could not be carried out in time.'
  },
  liftDecided: {
    de: '{who} hat entschieden, die Maßnahme vorzeitig aufzuheben.',
    en: '{who} decided to lift the measure early.'
  },
  lifted: {
    de: 'Im Verzeichnis aufgehoben und dort nachgeprüft.',
    en: 'Lifted in the directory and checked there.'
  },
  ended: {
    de: 'Die Zeit ist um. Das Konto ist wieder frei.',
    en: 'The time is over. The account is free again.'
  }
})
const t = textsOf(messages)

const parties = {
  pupil: { de: 'Schüler/in', en: 'pupil' },
  guardians: { de: 'Erziehungsberechtigte', en: 'guardians' }
}
const events = {
  invited: { de: 'eingeladen', en: 'invited' },
  heard: { de: 'angehört', en: 'heard' },
  declined: { de: 'hat verzichtet', en: 'declined' }
}
const outcomes = {
  approved: { de: 'freigegeben', en: 'approved' },
  changed: { de: 'mit Änderungen freigegeben', en: 'approved with changes' },
  refused: { de: 'abgelehnt', en: 'refused' }
}
/** Why a measure is not in force, told afterwards. */
const causes = {
  'directory.unreachable': {
    de: 'Das Verzeichnis war nicht erreichbar',
    en: 'The directory could not be reached'
  },
  'sanctions.notReadBack': {
    de: 'Das Verzeichnis zeigte die Maßnahme danach nicht',
    en: 'The directory did not show the measure afterwards'
  },
  'sanctions.accountGone': { de: 'Das Konto gab es nicht mehr', en: 'The account was gone' },
  'sanctions.planNotOfCase': {
    de: 'Der Plan passte nicht zum Fall',
    en: 'The plan did not fit the case'
  },
  'sanctions.groupsDiffer': {
    de: 'Der Plan nannte andere Gruppen als die Einstellungen',
    en: 'The plan named other groups than the settings'
  },
  'sanctions.planChangedAfterApproval': {
    de: 'Der Plan war nicht der freigegebene',
    en: 'The plan was not the approved one'
  }
}

/** How the journal shows the fields of what is said here. */
export const fields: FieldLooks = {
  happenedOn: { label: { de: 'Geschehen am', en: 'Happened on' }, order: 90 },
  rule: { label: { de: 'Regel', en: 'Rule' }, order: 100 },
  facts: { label: { de: 'Sachverhalt', en: 'Facts' }, order: 110 },
  evidence: {
    label: { de: 'Belege', en: 'Evidence' },
    order: 120,
    values(value) {
      const evidence = evidenceSchema.array().safeParse(value)
      return evidence.success ? evidence.data.map(({ reference }) => reference) : null
    }
  },
  outcome: { label: { de: 'Entscheidung', en: 'Decision' }, order: 130, codes: outcomes },
  measures: {
    label: { de: 'Maßnahmen', en: 'Measures' },
    order: 140,
    values(value) {
      const measures = measureSchema.array().safeParse(value)
      return measures.success ? measures.data.map(measureText) : null
    }
  },
  party: { label: { de: 'Wer', en: 'Who' }, order: 170, codes: parties },
  event: { label: { de: 'Was', en: 'What' }, order: 180, codes: events },
  on: { label: { de: 'Tag', en: 'Day' }, order: 190 },
  expires: { label: { de: 'Freigabe gilt bis', en: 'Approval holds until' }, order: 240 },
  proposal: { label: { de: 'Entschieden über Eintrag', en: 'Decided on entry' } },
  code: { label: { de: 'Ursache', en: 'Cause' }, codes: causes },
  case: { label: { de: 'Fall (Kennung)', en: 'Case (id)' }, technical: true }
}

/** How the journal shows what is said here. */
export const statements: StatementLooks = {
  'case.opened': {
    icon: 'i-lucide-folder-plus',
    area: 'cases',
    sentence: sentence('case.opened', (who, { rule }, payload) =>
      payload === null
        ? t('opened.withheld', { who, rule })
        : t('opened', { who, rule, name: nameOf(payload.names), schoolClass: payload.schoolClass })
    )
  },
  'case.proposed': {
    icon: 'i-lucide-message-square-plus',
    area: 'cases',
    sentence: sentence('case.proposed', (who, _body, payload) =>
      payload === null
        ? t('proposed.withheld', { who })
        : t('proposed', { who, measures: measuresText(payload.measures) })
    )
  },
  'case.hearing': {
    icon: 'i-lucide-messages-square',
    area: 'cases',
    sentence: sentence('case.hearing', (who, { party, event, on }) =>
      t('hearing', {
        who,
        party: codeWord(parties, party),
        event: codeWord(events, event),
        on: formats.day(on)
      })
    )
  },
  'case.decided': {
    icon: 'i-lucide-gavel',
    area: 'cases',
    sentence: sentence('case.decided', (who, { outcome }, payload) => {
      if (outcome === 'refused') return t('refused', { who })
      return payload === null
        ? t(`${outcome}.withheld`, { who })
        : t(outcome, { who, measures: measuresText(payload.measures) })
    })
  },
  'case.withdrawn': {
    icon: 'i-lucide-undo-2',
    area: 'cases',
    sentence: sentence('case.withdrawn', (who) => t('withdrawn', { who }))
  },
  'case.enforced': {
    icon: 'i-lucide-shield-check',
    area: 'cases',
    sentence: sentence('case.enforced', () => t('enforced'))
  },
  'case.enforcementFailed': {
    icon: 'i-lucide-shield-alert',
    area: 'cases',
    sentence: sentence('case.enforcementFailed', (_who, { code }) =>
      t('enforcementFailed', { reason: codeWord(causes, code) })
    )
  },
  'case.expired': {
    icon: 'i-lucide-hourglass',
    area: 'cases',
    sentence: sentence('case.expired', () => t('expired'))
  },
  'case.liftDecided': {
    icon: 'i-lucide-gavel',
    area: 'cases',
    sentence: sentence('case.liftDecided', (who) => t('liftDecided', { who }))
  },
  'case.lifted': {
    icon: 'i-lucide-lock-open',
    area: 'cases',
    sentence: sentence('case.lifted', () => t('lifted'))
  },
  'case.ended': {
    icon: 'i-lucide-calendar-check',
    area: 'cases',
    sentence: sentence('case.ended', () => t('ended'))
  }
}
