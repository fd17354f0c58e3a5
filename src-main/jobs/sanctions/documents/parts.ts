import type { SanctionCase } from '../../../contract/sanctions'
import { html, type Markup } from '../../../core/documents/html'
import type { LetterSettings } from '../../../core/documents/letter'
import { blank, germanDate, section, typed } from '../../../core/documents/words'
import { pupilAndClass, pupilName } from './input'
import { ruleWords } from './rules'

/** The address field: the school's roster knows no addresses, so street and place are written by hand. */
export function guardiansOf(concerned: SanctionCase): readonly (string | Markup)[] {
  return ['An die Erziehungsberechtigten von', pupilAndClass(concerned), '', '']
}

export function salutation(concerned: SanctionCase, words: string): Markup {
  return html`<p>Sehr geehrte Erziehungsberechtigte von <bdi>${pupilName(concerned)}</bdi>,</p>
    <p>${words} Ist Ihr Kind volljährig, richtet sich dieses Schreiben an Ihr Kind selbst.</p>`
}

/** What happened. Evidence is not named: its references can hold the names of others. */
export function whatHappened(heading: string, { happenedOn, facts }: SanctionCase): Markup {
  return section(heading, html`<p class="lead">Am ${germanDate(happenedOn)}:</p>`, typed(facts))
}

export function whichRule({ rule }: SanctionCase): Markup {
  return section('Um welche Regel es geht', html`<p>${ruleWords(rule)}</p>`)
}

const partyWords = { pupil: 'Ihr Kind', guardians: 'Sie als Erziehungsberechtigte' } as const
const eventWords = {
  invited: { pupil: 'wurde eingeladen, sich zu äußern', guardians: 'wurden eingeladen, sich zu äußern' },
  heard: { pupil: 'wurde angehört', guardians: 'wurden angehört' },
  declined: { pupil: 'wollte sich nicht äußern', guardians: 'wollten sich nicht äußern' }
} as const

/** Who was heard, and when; what they said stays in the case file. */
export function hearingSection({ hearings }: SanctionCase): Markup {
  if (hearings.length === 0) {
    return section('Anhörung', blank('Angehört wurden (wer, wann):'))
  }
  const byDay = hearings.toSorted((left, right) => left.on.localeCompare(right.on))
  return section(
    'Anhörung',
    html`<ul>
      ${byDay.map(
        ({ party, event, on }) =>
          html`<li>${germanDate(on)}: ${partyWords[party]} ${eventWords[event][party]}.</li>`
      )}
    </ul>`
  )
}

/** P27, in the words of somebody who does not know the law. */
export function dataRights(): Markup {
  return section(
    'Ihre Rechte an den Daten',
    html`<p class="small">
      Sie und Ihr Kind haben an den gespeicherten Daten das Recht auf Auskunft, Berichtigung, Löschung,
      Einschränkung, Widerspruch und Datenübertragbarkeit, soweit das Gesetz es vorsieht. Wenden Sie sich
      dafür an die Schule oder ihre Datenschutzbeauftragten; beschweren können Sie sich auch bei der
      Datenschutz-Aufsichtsbehörde des Bundeslandes.
    </p>`
  )
}

/** Where one can ask: the letterhead's contact, else a line for it. */
export function contactSection({ letterhead }: LetterSettings): Markup {
  const ways = letterhead.contact.split('\n').filter((line) => line.trim() !== '')
  return section(
    'Fragen und Gespräch',
    html`<p class="lead">Wenn Sie Fragen haben oder mit uns sprechen möchten, melden Sie sich gern:</p>`,
    ways.length === 0
      ? blank('Ansprechperson, Telefon:')
      : html`<p>${ways.map((way) => html`<span class="way">${way}</span>`)}</p>`
  )
}
