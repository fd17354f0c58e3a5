import { fill, type Text } from '../../../src-main/contract/language'
import type { PlanSummary, Step } from '../../../src-main/contract/plan'
import type { RosterReasonCode } from '../../../src-main/contract/rosterPlan'
import { formatDay, formatInstant } from '../../shared/i18n/format'
import { currentLanguage } from '../../shared/i18n/i18n'
import { stepAction, stepPlace } from '../../shared/stepKinds'

/** What one step does: `Anlegen`; of an undo, what it takes back: `Anlegen` as well. */
export function shortStepWord({ kind, reason }: Pick<Step, 'kind' | 'reason'>): string {
  const original = reason.parameters['kind']
  return stepAction(kind === 'undo' && typeof original === 'string' ? original : kind)
}

/** What one step does: `Anlegen`; of an undo, that it takes it back: `Zurücknehmen: Anlegen`. */
export function stepWord(step: Pick<Step, 'kind' | 'reason'>): string {
  const word = shortStepWord(step)
  return step.kind === 'undo' ? `${stepAction('undo')}: ${word}` : word
}

/** Kinds in the order of `stepKinds`, unknown ones last. */
export function sortedKinds(kinds: PlanSummary['kinds']): PlanSummary['kinds'] {
  return kinds.toSorted((left, right) => stepPlace(left.kind) - stepPlace(right.kind))
}

/** Why a step is there, by its reason code; `{…}` are the code's parameters. */
export const reasonTexts = {
  containerMissing: {
    de: 'Diesen Bereich gibt es im Verzeichnis noch nicht; die neuen Konten brauchen ihn.',
    en: 'The directory has no such container yet; the new accounts need it.'
  },
  classMissing: {
    de: 'Die Klasse {schoolClass} steht in der Liste, aber noch nicht im Verzeichnis.',
    en: 'The roster names the class {schoolClass}; the directory does not have it yet.'
  },
  inRosterNotInDirectory: {
    de: 'Die Person steht in der Liste und hat noch kein Konto.',
    en: 'The person is in the roster and has no account yet.'
  },
  backInRoster: {
    de: 'Die Person war seit {leaverSince} als Abgänger geführt und steht wieder in der Liste.',
    en: 'The person was marked as a leaver since {leaverSince} and is in the roster again.'
  },
  nameDiffers: {
    de: 'Die Liste nennt „{to}“, das Verzeichnis „{from}“.',
    en: 'The roster says “{to}”, the directory “{from}”.'
  },
  decidedSamePerson: {
    de: 'Sie haben entschieden, dass Zeile und Konto dieselbe Person sind; die Schul-ID {schoolId} wird eingetragen.',
    en: 'You decided that row and account are the same person; the school id {schoolId} is written.'
  },
  schoolIdMissing: {
    de: 'Name und Geburtsdatum stimmen überein; das Konto erhält die Schul-ID {schoolId}.',
    en: 'Name and birth date agree; the account gets the school id {schoolId}.'
  },
  classDiffers: {
    de: 'Klasse laut Liste: {to}; bisher im Verzeichnis: {from}.',
    en: 'Class by the roster: {to}; in the directory so far: {from}.'
  },
  notInRoster: {
    de: 'Die Person steht nicht mehr in der Liste. Das Konto wird gesperrt und bleibt für die eingestellte Frist erhalten.',
    en: 'The person is no longer in the roster. The account is suspended and kept for the period that is set.'
  },
  leftOn: {
    de: 'Die Liste nennt den {day} als Tag des Abgangs. Das Konto wird gesperrt und bleibt für die eingestellte Frist erhalten.',
    en: 'The roster names {day} as the day of leaving. The account is suspended and kept for the period that is set.'
  },
  requestVerified: {
    de: 'Auf eigenen Wunsch der Person; erkannt: {verification}. {text}',
    en: 'At the person’s own request; recognised: {verification}. {text}'
  },
  statedReason: { de: '{text}', en: '{text}' },
  suspensionEnded: {
    de: 'Die Sperre galt bis {until} und ist abgelaufen.',
    en: 'The suspension held until {until} and is over.'
  },
  suspensionOver: {
    de: 'Die Sperre ist vorbei; die Module, die sie genommen hat, kommen zurück.',
    en: 'The suspension is over; the modules that it took come back.'
  },
  undo: {
    de: 'Nimmt Schritt {step} zurück, solange sich seither nichts geändert hat.',
    en: 'Takes step {step} back, as long as nothing has changed since.'
  }
} as const satisfies Record<RosterReasonCode, Text> & Record<string, Text>

/** How a person was recognised (P5). */
const verificationTexts: Readonly<Record<string, Text>> = {
  knownInPerson: { de: 'persönlich bekannt', en: 'known in person' },
  schoolIdCard: { de: 'Schülerausweis', en: 'school id card' },
  identityCard: { de: 'Personalausweis', en: 'identity card' },
  confirmedByTeacher: { de: 'von einer Lehrkraft bestätigt', en: 'confirmed by a teacher' },
  notStated: { de: 'ohne Angabe (Befehlszeile)', en: 'not stated (command line)' }
}

const nothingText: Text = { de: 'keine', en: 'none' }

function written(name: string, value: string | number): string {
  const language = currentLanguage()
  const text = String(value)
  if (name === 'verification') return verificationTexts[text]?.[language] ?? text
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDay(text, language)
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return formatInstant(text, language)
  return text === '' && name !== 'text' ? nothingText[language] : text
}

/** Why the step is there, in a sentence; a reason that a newer version wrote keeps its code. */
export function reasonText({ reason }: Pick<Step, 'reason'>): string {
  const texts: Readonly<Record<string, Text>> = reasonTexts
  const text = texts[reason.code]
  if (text === undefined) return reason.code
  const parameters = Object.entries(reason.parameters).map(([name, value]) => [name, written(name, value)])
  return fill(text, currentLanguage(), Object.fromEntries(parameters) as Record<string, string>).trim()
}
