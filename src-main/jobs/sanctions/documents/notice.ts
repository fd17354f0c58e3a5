import type { SanctionCase } from '../../../contract/sanctions'
import { html, type Markup } from '../../../core/documents/html'
import { leadershipLine, letter, placeAndDay, signed } from '../../../core/documents/letter'
import { blank, germanDateOf, ruled, section, typed } from '../../../core/documents/words'
import { pupilAndClass, type CaseDocumentInput } from './input'
import { endWords, everyday, measureTable } from './measures'
import {
  contactSection,
  dataRights,
  guardiansOf,
  hearingSection,
  salutation,
  whatHappened,
  whichRule
} from './parts'

/** Printed on every page of what a lawyer has to look at first: school law differs from state to state. */
const draftMark = 'Entwurf – rechtlich prüfen'

type Decision = NonNullable<SanctionCase['decision']>

interface Template {
  readonly subject: string
  readonly opening: string
  readonly hint: string
  /** Over the table of measures; `day` is that of the decision. */
  readonly decided: (day: string) => string
  readonly basis: Markup
  readonly objection: Markup
}

/** „Maßnahme nach der Nutzungsordnung“ (P9, P10, P26): the school's own rules, no act of school law. */
const usageRules: Template = {
  subject: 'Maßnahme nach der Nutzungsordnung',
  opening:
    'die Schulleitung hat nach einem Verstoß gegen die Nutzungsordnung eine Maßnahme für Ihr Kind beschlossen. Hier steht, was vorgefallen ist, was daraus folgt und was Sie tun können.',
  hint: 'Vor dem Versand: freie Zeilen ausfüllen und prüfen, ob das Schulrecht des Bundeslandes mehr verlangt.',
  decided: (day) => `Die Schulleitung hat am ${day} entschieden:`,
  basis: html`<p class="lead">
      Nach der Nutzungsordnung entscheidet die Schulleitung, was auf einen Verstoß folgt. Ein Konto kann
      vorübergehend oder auf Dauer gesperrt werden; auch einzelne Bereiche können entzogen werden.
    </p>
    ${blank('Stelle in der Nutzungsordnung der Schule:')}`,
  objection: section(
    'Wenn Sie nicht einverstanden sind',
    html`<p class="lead">
      Schreiben Sie der Schulleitung, warum, oder bitten Sie um ein Gespräch. Die Schulleitung prüft ihre
      Entscheidung dann noch einmal und antwortet Ihnen. Sie können sich auch bei der Schulaufsicht
      beschweren.
    </p>`,
    blank('Zuständige Schulaufsicht:')
  )
}

/** „Ordnungsmaßnahme (förmlich)“: an act of school law, whose basis, form and remedies each state rules itself. */
const formal: Template = {
  subject: 'Ordnungsmaßnahme (förmlich)',
  opening:
    'gegen Ihr Kind wurde eine förmliche Ordnungsmaßnahme beschlossen. Hier steht, was vorgefallen ist, was daraus folgt und wie Sie sich dagegen wenden können.',
  hint: 'Vor dem Versand nach dem Schulrecht des Bundeslandes prüfen: ob die Maßnahme vorgesehen ist, wer sie beschließt, wer vorher anzuhören ist, welcher Rechtsbehelf gilt. Freie Zeilen ausfüllen.',
  decided: (day) => `Im Schulnetz gilt nach der Entscheidung der Schulleitung vom ${day}:`,
  basis: html`${blank('Rechtsgrundlage (Paragraf, Schulgesetz des Landes):')}
  ${blank('Bezeichnung der Ordnungsmaßnahme nach dem Schulgesetz:')}
  ${blank('Beschlossen von (Schulleitung oder Konferenz), am:')}`,
  objection: section(
    'Rechtsbehelf',
    html`<p class="lead">
      Gegen diese Entscheidung können Sie vorgehen. Wie (Widerspruch oder Klage), bis wann und bei welcher
      Stelle, steht hier:
    </p>`,
    ruled(3),
    html`<p class="lead">Unabhängig davon können Sie sich bei der Schulaufsicht beschweren.</p>`,
    blank('Zuständige Schulaufsicht:')
  )
}

/** The notice of a measure under the usage rules. */
export function notice(input: CaseDocumentInput, decision: Decision): string {
  return fromTemplate(usageRules, input, decision)
}

/** The notice of a formal measure of school law. */
export function formalNotice(input: CaseDocumentInput, decision: Decision): string {
  return fromTemplate(formal, input, decision)
}

function fromTemplate(template: Template, input: CaseDocumentInput, decision: Decision): string {
  const { settings, case: concerned } = input
  const { measures } = decision
  return letter({
    ...input,
    subject: template.subject,
    regarding: pupilAndClass(concerned),
    recipient: guardiansOf(concerned),
    reference: [['Fall', concerned.number]],
    draft: { mark: draftMark, hint: template.hint },
    body: [
      salutation(concerned, template.opening),
      whatHappened('Was vorgefallen ist', concerned),
      whichRule(concerned),
      hearingSection(concerned),
      section(
        'Was daraus folgt',
        html`<p class="lead">${template.decided(germanDateOf(decision.at))}</p>`,
        measureTable(measures, concerned.enforcedAt),
        endWords(measures)
      ),
      section('Begründung', typed(decision.reasons)),
      section('Grundlage', template.basis),
      section('Was das bedeutet und was möglich bleibt', everyday(measures)),
      template.objection,
      dataRights()
    ],
    closing: [contactSection(settings), html`<p>Mit freundlichen Grüßen</p>`],
    signatures: [leadershipLine(settings)],
    enclosure: html`<div class="return">
      ${signed(
        [
          html`<h2>Rückmeldung an die Schule</h2>
            <p>Wir haben dieses Schreiben erhalten (Fall ${concerned.number}).</p>`
        ],
        [placeAndDay, { name: '', office: 'Unterschrift der Erziehungsberechtigten' }]
      )}
    </div>`
  })
}
