import type { Notices } from '../../../../contract/notices'
import { html, type Markup } from '../../../../core/documents/html'
import { leadershipLine, letter, type DocumentFrame } from '../../../../core/documents/letter'
import { blank, facts, germanDate, germanDateOf, name, section } from '../../../../core/documents/words'
import type { SchoolWindow } from '../window'

export interface NoticeLetterInput extends DocumentFrame {
  /** Number of the order. */
  readonly number: string
  readonly givenAt: string
  readonly recipient: Pick<Notices['recipients'][number], 'name' | 'schoolClass' | 'from' | 'age'>
  readonly to: 'person' | 'guardians'
  /** What the order allowed to read; null: erased. */
  readonly scope: {
    readonly window: SchoolWindow
    /** Names of the sources that hold contents, and of the others. */
    readonly contents: readonly string[]
    readonly others: readonly string[]
  } | null
  /** ISO, UTC. */
  readonly sealedAt: string
  /** When two have first opened it (ISO, UTC); null: nobody has. */
  readonly openedAt: string | null
  readonly concludedAt: string | null
  /** When the last of it was destroyed (ISO, UTC); null: some of it is there still. */
  readonly destroyedAt: string | null
}

/**
 * The notice to somebody concerned (Benachrichtigung; P24, P27): that contents were read, on which order and for which time, and what
 * rights they have. It accuses nobody and names nobody else: what the leadership has written down as occasion and suspicion may be
 * about others, and stays in the order.
 */
export function noticeLetter(input: NoticeLetterInput): string {
  const { recipient, to, settings, number, givenAt } = input
  const isToGuardians = to === 'guardians'
  return letter({
    ...input,
    subject: 'Benachrichtigung über die Einsicht in Inhalte',
    regarding: isToGuardians ? person(recipient) : null,
    recipient: [isToGuardians ? 'An die Erziehungsberechtigten von' : 'An', person(recipient), '', ''],
    reference: [['Anordnung', number]],
    draft: null,
    body: [
      isToGuardians
        ? html`<p>Sehr geehrte Erziehungsberechtigte von ${name(recipient.name)},</p>`
        : html`<p>Guten Tag ${name(recipient.name)},</p>`,
      html`<p>
        die Schulleitung hat am ${germanDateOf(givenAt)} schriftlich angeordnet, dass Protokolle des
        Schulnetzes ausgewertet werden, auch solche mit Inhalten von E-Mail, Forum oder Messenger.
        ${isToGuardians ? 'Ihr Kind gehört' : 'Sie gehören'} zu den Personen, die das betrifft. Nach der
        Nutzungsordnung werden Betroffene davon unterrichtet.
      </p>`,
      section('Was eingesehen wurde', facts(inspected(input))),
      section('Anlass', occasion(recipient)),
      section('Wie es geschah', course(input)),
      rights(isToGuardians)
    ],
    closing: [contact(settings.letterhead.contact), html`<p>Mit freundlichen Grüßen</p>`],
    signatures: [leadershipLine(settings)]
  })
}

function person({ name: fullName, schoolClass }: NoticeLetterInput['recipient']): Markup {
  const who = name(fullName)
  return schoolClass === '' ? who : html`${who}, Klasse&nbsp;${name(schoolClass)}`
}

function inspected({ number, givenAt, scope, sealedAt }: NoticeLetterInput): [string, Markup | string][] {
  const rows: [string, Markup | string][] = [
    ['Anordnung', `${number} vom ${germanDateOf(givenAt)}`],
    ['Gelesen am', germanDateOf(sealedAt)]
  ]
  if (scope === null) return rows
  const { from, until } = scope.window
  rows.push([
    'Zeitraum',
    `${germanDate(from.day)}, ${from.time} Uhr, bis ${germanDate(until.day)}, ${until.time} Uhr`
  ])
  if (scope.contents.length > 0) rows.push(['Mit Inhalten', lines(scope.contents)])
  if (scope.others.length > 0) rows.push(['Ohne Inhalte', lines(scope.others)])
  return rows
}

function lines(words: readonly string[]): Markup {
  return html`${words.map((word, place) => html`${place === 0 ? '' : html`<br />`}${name(word)}`)}`
}

function occasion({ from }: NoticeLetterInput['recipient']): Markup {
  return html`<p>
    Die Schule hatte einen konkreten Anlass zu prüfen, ob gegen die Nutzungsordnung oder gegen ein Gesetz
    verstoßen wurde.
    ${
      from === 'revealed'
        ? 'Ausgewertet wurde unter Kennungen statt Namen; wer hinter dieser einen Kennung steht, haben die beiden auswertenden Personen gemeinsam festgestellt.'
        : ''
    }
    Dieses Schreiben wirft niemandem etwas vor. Sollte ein Vorwurf im Raum stehen, wird davon eigens
    unterrichtet, und jede und jeder wird vorher gehört.
  </p>`
}

function course({ openedAt, concludedAt, destroyedAt }: NoticeLetterInput): Markup {
  const opened =
    openedAt === null
      ? 'Angesehen hat sie bisher niemand.'
      : `Zwei dafür benannte Personen haben sie gemeinsam angesehen, zuerst am ${germanDateOf(openedAt)}.`
  const concluded =
    concludedAt === null
      ? 'Abgeschlossen ist die Auswertung nicht.'
      : `Die Auswertung ist seit dem ${germanDateOf(concludedAt)} abgeschlossen.`
  const destroyed =
    destroyedAt === null
      ? 'Was versiegelt ist, wird vernichtet, sobald seine Frist um ist.'
      : `Was versiegelt war, ist seit dem ${germanDateOf(destroyedAt)} vernichtet.`
  return html`<p>
    Was die Anordnung erlaubt, wurde ausgelesen und sofort versiegelt; niemand kann es allein öffnen
    (Vier-Augen-Prinzip). ${opened} ${concluded} ${destroyed}
  </p>`
}

/** P27, in the words of somebody who does not know the law. */
function rights(isToGuardians: boolean): Markup {
  return section(
    isToGuardians ? 'Ihre Rechte und die Ihres Kindes' : 'Ihre Rechte',
    html`<ul>
      <li>Sie können Auskunft verlangen, was über ${isToGuardians ? 'Ihr Kind' : 'Sie'} gespeichert ist.</li>
      <li>Sie können verlangen, dass Falsches berichtigt wird.</li>
      <li>
        Sie haben das Recht auf Löschung, Einschränkung, Widerspruch und Datenübertragbarkeit, soweit das
        Gesetz es vorsieht.
      </li>
      <li>Sie können sich bei der Datenschutz-Aufsichtsbehörde des Bundeslandes beschweren.</li>
    </ul>`,
    html`<p>Wenden Sie sich dafür an die Schule oder an ihre Datenschutzbeauftragten.</p>`
  )
}

/** Where one can ask: the letterhead's contact, else a line for it. */
function contact(written: string): Markup {
  const ways = written.split('\n').filter((line) => line.trim() !== '')
  return section(
    'Fragen und Gespräch',
    html`<p class="lead">Wenn Sie Fragen haben oder mit uns sprechen möchten, melden Sie sich gern:</p>`,
    ways.length === 0
      ? blank('Ansprechperson, Telefon:')
      : html`<p>${ways.map((way) => html`<span class="way">${way}</span>`)}</p>`
  )
}
