import type { HoldingArea } from '../../contract/disclosures'
import type { PersonNames } from '../../contract/people'
import { html, type Markup } from '../../core/documents/html'
import { leadershipLine, letter, type DocumentFrame } from '../../core/documents/letter'
import { germanDateOf, name, section, unturned } from '../../core/documents/words'
import { fullName } from '../../core/people/actor'
import type { ToldFact, ToldHolding } from './content'

export interface DisclosureDocumentInput extends DocumentFrame {
  readonly names: PersonNames
  readonly schoolClass: string
  readonly told: readonly ToldHolding[]
}

const headings: Readonly<Record<HoldingArea, string>> = {
  account: 'Ihr Konto',
  history: 'Was am Konto geändert wurde',
  role: 'Ihre Rollen in Netzwart',
  flag: 'Hinweise',
  evaluation: 'Auswertungen von Protokollen',
  case: 'Fälle und Maßnahmen',
  session: 'Ihre Anmeldungen in Netzwart',
  statement: 'Was Sie in Netzwart festgehalten haben'
}

/**
 * What is held on a person (Auskunft; P27, GDPR Art. 15) as a letter: what, for what, from where, who gets it, for how long, and which
 * rights there are. Black stands where others are named.
 */
export function disclosureDocument(input: DisclosureDocumentInput): string {
  const { names, schoolClass, told, settings } = input
  const who = name(fullName(names))
  const areas = [...new Set(told.map(({ area }) => area))]
  return letter({
    ...input,
    subject: 'Auskunft über gespeicherte Daten',
    regarding: null,
    recipient: [schoolClass === '' ? who : html`${who}, Klasse&nbsp;${name(schoolClass)}`, '', ''],
    reference: [],
    draft: null,
    body: [
      html`<p>Guten Tag ${who},</p>`,
      html`<p>
        diese Auskunft nach Artikel 15 der Datenschutz-Grundverordnung nennt, was die Kontenverwaltung der
        Schule (Netzwart) und das Verzeichnis der Anmeldungen über Sie gespeichert haben. Andere Systeme der
        Schule, etwa die Schulverwaltung oder Dateiablagen, sind nicht darin.
      </p>`,
      ...(told.some(({ facts }) => facts.some(isBlackened))
        ? [
            html`<p>
              Geschwärzt ist, was andere Personen betrifft: ${black} Auch deren Rechte sind zu wahren (Artikel
              15 Absatz 4).
            </p>`
          ]
        : []),
      ...areas.map((area) =>
        section(headings[area], ...told.filter((one) => one.area === area).map(holding))
      ),
      ...circumstances(told)
    ],
    closing: [rights, html`<p>Mit freundlichen Grüßen</p>`],
    signatures: [leadershipLine(settings)]
  })
}

/** P27, in the words of somebody who does not know the law. */
const rights: Markup = section(
  'Ihre Rechte',
  html`<ul>
    <li>Sie können verlangen, dass Falsches berichtigt wird.</li>
    <li>
      Sie haben das Recht auf Löschung, Einschränkung, Widerspruch und Datenübertragbarkeit, soweit das Gesetz
      es vorsieht.
    </li>
    <li>Sie können sich bei der Datenschutz-Aufsichtsbehörde des Bundeslandes beschweren.</li>
  </ul>`,
  html`<p>
    Nicht mitgeteilt ist, was nach Artikel 15 Absatz 4 und Artikel 23 der Datenschutz-Grundverordnung und nach
    dem Recht des Landes nicht mitzuteilen ist.
  </p>`
)

const black: Markup = html`<span class="black">schwarz</span>`

function isBlackened({ parts }: ToldFact): boolean {
  return parts.some((part) => part.black)
}

function holding({ title, at, facts }: ToldHolding): Markup {
  const heading = at === null ? title.de : `${germanDateOf(at)}: ${title.de}`
  return html`<h3>${heading}</h3>
    <dl class="facts">
      ${facts.map(
        (fact) =>
          html`<dt>${fact.label.de}</dt>
            <dd>${valueOf(fact)}</dd>`
      )}
    </dl>`
}

function valueOf({ value, parts }: ToldFact): Markup {
  if (typeof value === 'string') return name(value)
  if (value !== null) return html`${value.de}`
  return html`<bdi class="typed"
    >${parts.map((part) => (part.black ? black : html`${unturned(part.text)}`))}</bdi
  >`
}

/** What Art. 15(1) a to h and (2) ask besides the data themselves. */
function circumstances(told: readonly ToldHolding[]): readonly Markup[] {
  const has = (area: HoldingArea): boolean => told.some((one) => one.area === area)
  return [
    section(
      'Wofür und auf welcher Grundlage',
      html`<p>
        Die Daten dienen dazu, Ihnen einen persönlichen Zugang zum Schulnetz zu geben und ihn zu sichern, die
        Nutzungsordnung durchzusetzen und nachzuweisen, wer was entschieden hat. Grundlage sind das Schulrecht
        des Landes und die Nutzungsordnung der Schule, und wo sie es verlangt, die Einwilligung.
      </p>`
    ),
    section(
      'Woher die Daten kommen',
      html`<p>
        Name, Klasse, Geburtsdatum und Schul-ID stammen aus der Schulverwaltung (Schülerliste oder
        Personalliste). Alles Weitere ist bei der Nutzung und Verwaltung des Kontos entstanden oder wurde von
        Personen der Schule eingetragen.
      </p>`
    ),
    section(
      'Wer die Daten erhält',
      html`<p>
        Zugang haben, soweit ihre Aufgabe es verlangt: die Administratorinnen und Administratoren, die
        Schulleitung und, bei Auswertungen, die dafür schriftlich benannten Personen.
        ${
          has('evaluation')
            ? 'Ob Beweismittel an eine Behörde gingen, steht bei den Auswertungen.'
            : 'An Behörden wurde nichts übermittelt.'
        }
        In Länder außerhalb der Europäischen Union wird nichts übermittelt.
      </p>`
    ),
    section(
      'Wie lange',
      html`<p>
        Das Konto besteht, solange Sie der Schule angehören, und wird nach den Fristen für Abgänger entfernt.
        Beweismittel werden nach ihrer Frist vernichtet; was darüber festgehalten wurde, und Fälle bleiben so
        lange, wie es für den Nachweis nötig ist.
      </p>`
    ),
    section(
      'Automatische Entscheidungen',
      html`<p>Es gibt keine: Über jede Maßnahme entscheidet die Schulleitung.</p>`
    )
  ]
}
