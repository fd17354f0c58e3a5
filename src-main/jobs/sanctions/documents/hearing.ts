import { html, type Markup } from '../../../core/documents/html'
import { leadershipLine, letter, placeAndDay, signed } from '../../../core/documents/letter'
import { blank, germanDate, ruled, section, tick } from '../../../core/documents/words'
import { pupilAndClass, pupilName, type CaseDocumentInput } from './input'
import { measureList } from './measures'
import { contactSection, dataRights, guardiansOf, salutation, whatHappened, whichRule } from './parts'

/**
 * The hearing form (Anhörungsbogen): what is held against the pupil and the right to be heard, in a letter to pupil and
 * guardians; on a sheet of its own the answer of each, to be sent back.
 */
export function hearingForm(input: CaseDocumentInput): string {
  const { settings, case: concerned } = input
  const measures = concerned.proposal?.measures ?? []
  return letter({
    ...input,
    subject: `Anhörung zu einem Vorfall am ${germanDate(concerned.happenedOn)}`,
    regarding: pupilAndClass(concerned),
    recipient: guardiansOf(concerned),
    reference: [['Fall', concerned.number]],
    draft: null,
    body: [
      salutation(
        concerned,
        'die Schule prüft, ob Ihr Kind gegen die Nutzungsordnung des Schulnetzes verstoßen hat. Noch ist nichts entschieden. Bevor die Schulleitung entscheidet, möchten wir von Ihrem Kind und von Ihnen wissen, wie Sie den Vorfall sehen.'
      ),
      whatHappened('Was Ihrem Kind vorgehalten wird', concerned),
      whichRule(concerned),
      section(
        'Was folgen kann',
        measures.length === 0
          ? html`<p>Eine Maßnahme ist noch nicht vorgeschlagen.</p>`
          : html`<p class="lead">Vorgeschlagen ist bisher:</p>
              ${measureList(measures)}`,
        html`<p>Die Schulleitung kann auch anders oder gegen eine Maßnahme entscheiden.</p>`
      ),
      section(
        'Ihr Recht, gehört zu werden',
        html`<ul>
          <li>Ihr Kind und Sie können sich schriftlich oder in einem Gespräch äußern.</li>
          <li>Niemand muss sich äußern. Wer schweigt, hat davon keinen Nachteil.</li>
          <li>
            Sie können vorher einsehen, worauf sich die Schule stützt, soweit Rechte anderer es erlauben.
          </li>
          <li>Zu einem Gespräch kann eine Person des Vertrauens mitkommen.</li>
        </ul>`,
        blank('Bitte antworten Sie mit dem beiliegenden Bogen bis zum:')
      ),
      dataRights()
    ],
    closing: [contactSection(settings), html`<p>Mit freundlichen Grüßen</p>`],
    signatures: [leadershipLine(settings)],
    enclosure: html`<div class="sheet">
      <h1>Anhörungsbogen zum Fall ${concerned.number}<span>${pupilAndClass(concerned)}</span></h1>
      ${statement(`Äußerung von ${pupilName(concerned)}`, 'Unterschrift der Schülerin oder des Schülers')}
      ${statement('Äußerung der Erziehungsberechtigten', 'Unterschrift der Erziehungsberechtigten')}
      <div class="together">
        <h2>Von der Schule auszufüllen</h2>
        ${blank('Bogen eingegangen am:')} ${blank('Gespräch am, mit:')} ${blank('Festgehalten von:')}
      </div>
    </div>`
  })
}

function statement(heading: string, signature: string): Markup {
  return html`<section>
    <h2><bdi>${heading}</bdi></h2>
    ${tick('Ich äußere mich hier oder auf einem weiteren Blatt:')} ${ruled(5)}
    ${tick('Ich möchte mich in einem Gespräch äußern.')} ${tick('Ich möchte mich nicht äußern.')}
    ${signed([], [placeAndDay, { name: '', office: signature }])}
  </section>`
}
