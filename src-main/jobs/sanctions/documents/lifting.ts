import type { SanctionCase } from '../../../contract/sanctions'
import { html, type Markup } from '../../../core/documents/html'
import { leadershipLine, letter } from '../../../core/documents/letter'
import { germanDateOf, section, typed } from '../../../core/documents/words'
import { pupilAndClass, type CaseDocumentInput } from './input'
import { measureList, takesAway } from './measures'
import { contactSection, guardiansOf, salutation } from './parts'

/** The notice that a measure is over: lifted early by decision, or because its last day has passed. */
export function liftingNotice(input: CaseDocumentInput): string {
  const { settings, case: concerned } = input
  const { lift } = concerned
  return letter({
    ...input,
    subject: `${lift === null ? 'Ende' : 'Aufhebung'} einer Maßnahme`,
    regarding: pupilAndClass(concerned),
    recipient: guardiansOf(concerned),
    reference: [['Fall', concerned.number]],
    draft: null,
    body: [
      salutation(concerned, opening(lift)),
      section(
        lift === null ? 'Was beendet ist' : 'Was aufgehoben ist',
        measureList((concerned.decision?.measures ?? []).filter(takesAway))
      ),
      ...(lift === null ? [] : [section('Begründung', typed(lift.reasons))])
    ],
    closing: [
      section('Was das bedeutet', meaning(concerned)),
      contactSection(settings),
      html`<p>Mit freundlichen Grüßen</p>`
    ],
    signatures: [leadershipLine(settings)]
  })
}

function opening(lift: SanctionCase['lift']): string {
  return lift === null
    ? 'die Maßnahme, über die wir Sie informiert hatten, ist beendet, weil ihr letzter Tag vorbei ist.'
    : `die Schulleitung hat am ${germanDateOf(lift.at)} entschieden, die Maßnahme, über die wir Sie informiert hatten, vorzeitig aufzuheben.`
}

function meaning({ state }: SanctionCase): Markup {
  const when = state === 'lifting' ? 'In Kürze' : 'Ab sofort'
  return html`<p>
    ${when} kann Ihr Kind das Schulnetz wieder nutzen wie vorher; Anmeldename und Passwort sind dieselben. Ist
    das Passwort vergessen, vergibt die Schule auf Wunsch ein neues. Die Nutzungsordnung gilt weiter.
  </p>`
}
