import type { EvaluationRecordContent, RecordedEvent } from '../../../../contract/evaluationRecord'
import type { SchoolMinute } from '../../../../contract/orders'
import { detailName, sureties } from '../../../../contract/logEvents'
import { html, type Markup } from '../../../../core/documents/html'
import { facts, fingerprint, germanDate, name, section, typed } from '../../../../core/documents/words'
import { fullName } from '../../../../core/people/actor'
import type { OrderWords } from '../../orders/records'
import { schoolWindow } from '../../orders/window'
import type { ProtocolContent, SealedPart } from './content'
import {
  actWord,
  becauseWords,
  counted,
  destructionWords,
  edgeWords,
  gapWord,
  germanInstant,
  germanNumber,
  groupWords,
  masked,
  pseudonymWord,
  suretyMeanings,
  suretyWords,
  timeWords
} from './words'

/** The parts of the protocol, each with its heading. */
export const erased = html`<p>Gelöscht.</p>`

/** Items that may go on over the page, unlike a table. */
function listed(items: readonly Markup[]): Markup {
  return html`<ul>
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`
}

function lines(words: readonly string[]): Markup {
  return html`${words.map((word, place) => html`${place === 0 ? '' : html`<br />`}${name(word)}`)}`
}

/** What was ordered: occasion, suspicion, window, sources, and what the statement of the ledger is. */
export function orderPart({ order, orderedBy, orderWord, words }: ProtocolContent): Markup {
  return section(
    'Anordnung',
    facts([
      ['Nummer', order.number],
      ['Angeordnet von', html`${name(orderedBy)}, ${germanInstant(orderWord.at)} Uhr`],
      ['Eintrag im Journal', String(orderWord.sequence)],
      ['Prüfsumme', fingerprint(orderWord.hash)],
      ...(words === null ? [] : scopeFacts(words))
    ]),
    ...(words === null
      ? [erased]
      : [
          html`<p class="lead">Anlass:</p>`,
          typed(words.occasion),
          html`<p class="lead">Konkreter Verdacht:</p>`,
          typed(words.suspicion),
          ...(words.contentsReason === ''
            ? []
            : [html`<p class="lead">Warum Inhalte gelesen werden durften:</p>`, typed(words.contentsReason)])
        ])
  )
}

function scopeFacts({ rule, scope }: OrderWords): [string, string | Markup][] {
  const { concerned, addresses, pseudonyms = [], sources, contents } = scope
  const { from, until } = schoolWindow(scope)
  const about = [
    ...concerned.map(({ names }) => fullName(names)),
    ...addresses,
    ...pseudonyms.map((pseudonym) => `Pseudonym ${pseudonym.slice(pseudonym.indexOf(':') + 1)}`)
  ]
  return [
    ['Regel', name(rule)],
    [
      'Betrifft',
      about.length === 0 ? 'nicht bekannt: alle, die im Zeitraum in den Quellen stehen' : lines(about)
    ],
    ['Zeitraum', `${schoolTime(from)} Uhr, bis ${schoolTime(until)} Uhr`],
    ['Quellen', lines(sources.map((source) => source.name))],
    [
      'Inhalte',
      contents ? 'durften gelesen werden (E-Mail, Forum, Messenger)' : 'durften nicht gelesen werden'
    ]
  ]
}

function schoolTime({ day, time }: SchoolMinute): string {
  return `${germanDate(day)}, ${time}`
}

/** Who took part, and when it was opened. */
export function personsPart({ evaluators, sessions }: ProtocolContent): Markup {
  return section(
    'Personen und Zeiten',
    facts([['Benannt zur Auswertung', lines(evaluators)]]),
    html`<p class="lead">Geöffnet wurde immer gemeinsam von zwei Personen (Vier-Augen-Prinzip):</p>`,
    listed(
      sessions.map(
        ({ at, names, sequence }) =>
          html`${germanInstant(at)} Uhr: ${name(names[0] ?? '')} und ${name(names[1] ?? '')} (Eintrag
          ${sequence})`
      )
    )
  )
}

/** What was read, with the hashes of what was read, and what of it is missing. */
export function readPart({ sealed, recorded }: ProtocolContent): Markup {
  const read = recorded?.content?.read ?? null
  return section(
    'Was gelesen und versiegelt wurde',
    ...sealed.map((part) => sealedFacts(part)),
    ...(read === null
      ? [html`<p>Dateien und Lücken wurden beim Abschluss nicht festgehalten oder sind gelöscht.</p>`]
      : read.map((source) => sourcePart(source)))
  )
}

function sealedFacts(part: SealedPart): Markup {
  return facts([
    ['Versiegelt', `${germanInstant(part.at)} Uhr, Eintrag ${String(part.sequence)}`],
    [
      'Umfang',
      [
        counted(part.events, 'Ereignis', 'Ereignisse'),
        `aus ${counted(part.lines, 'Zeile', 'Zeilen')} in ${counted(part.files, 'Datei', 'Dateien')}`,
        `davon ${counted(part.rejected, 'Zeile', 'Zeilen')} nicht lesbar`
      ].join(', ')
    ],
    ['Prüfsumme (SHA-256)', fingerprint(part.digest)],
    [
      'Abgeschlossen wurde',
      part.isConcludedOn
        ? 'auf Grund dieser Beweismittel'
        : `auf Grund anderer Beweismittel; diese haben ${part.gaps === null ? 'Lücken, die gelöscht sind' : counted(part.gaps, 'Lücke', 'Lücken')}`
    ]
  ])
}

function sourcePart(source: EvaluationRecordContent['read'][number]): Markup {
  const { events, outside, format, files, gaps } = source
  return html`<p class="lead">
      <strong>${masked(source.name)}</strong> (${format ?? 'Format nicht erkannt'}):
      ${counted(events, 'Ereignis', 'Ereignisse')}; ${germanNumber(outside)} weitere umfasst die Anordnung
      nicht, sie wurden beim Lesen verworfen.
    </p>
    ${listed(
      files.map(
        (file) =>
          html`<p>
              ${masked(file.name)}: ${counted(file.bytes, 'Byte', 'Bytes')} ab Stelle
              ${germanNumber(file.from)}, ${counted(file.lines, 'Zeile', 'Zeilen')}, davon
              ${germanNumber(file.parsed)} gelesen und ${germanNumber(file.rejected)} nicht lesbar. SHA-256
              des Gelesenen:
            </p>
            ${fingerprint(file.sha256)}`
      )
    )}
    ${
      gaps.length === 0
        ? html`<p>Lücken: keine bekannt.</p>`
        : html`<p class="lead">Lücken (was hier fehlt, kann trotzdem geschehen sein):</p>
            ${listed(gaps.map(gapLine))}`
    }`
}

function gapLine(gap: EvaluationRecordContent['read'][number]['gaps'][number]): Markup {
  const { code, file, names, count, time } = gap
  return html`${gapWord(code)}${file.length === 0 ? '' : html`: ${masked(file)}`}${names.map(
    (one) => html`, ${masked(one)}`
  )}${count === 0 ? '' : ` (Anzahl: ${germanNumber(count)})`}${
    time === null ? '' : ` (Zeit: ${germanInstant(time)})`
  }`
}

/** Which rules were applied in which version, what they found, and which had nothing to look at. */
export function rulesPart({ recorded }: ProtocolContent): Markup {
  const content = recorded?.content ?? null
  if (recorded === null || content === null)
    return section('Suchregeln', html`<p>Nicht festgehalten oder gelöscht.</p>`)
  const { applied, found } = content
  if (applied.length === 0)
    return section('Suchregeln', html`<p>Die Anordnung nennt keine: Es wurde nur gesucht.</p>`)
  const left = recorded.foundCount - found.length
  return section(
    'Suchregeln',
    html`<p>
      Ein Fund sagt, dass Ereignisse zu einer Regel passen. Er ist kein Urteil. Kein Fund beweist nichts.
    </p>`,
    listed(
      applied.map(
        ({ title, sha256, findings, because }) =>
          html`${name(title)}:
          ${because === null ? counted(findings, 'Fund', 'Funde') : becauseWords[because]}${
            sha256 === null ? '' : html`. Fassung der Regel (SHA-256): ${fingerprint(sha256)}`
          }`
      )
    ),
    ...(found.length === 0 ? [] : [html`<p class="lead">Funde:</p>`, listed(found.map(foundLine))]),
    ...(left > 0 ? [html`<p>Hier stehen nicht: ${counted(left, 'weiterer Fund', 'weitere Funde')}.</p>`] : [])
  )
}

function foundLine(finding: EvaluationRecordContent['found'][number]): Markup {
  const { rule, from, until, value, events, group } = finding
  const sure = sureties
    .filter((surety) => finding.sureties[surety] > 0)
    .map((surety) => `${germanNumber(finding.sureties[surety])} ${suretyWords[surety]}`)
  return html`${name(rule)}, ${germanInstant(from)} bis ${germanInstant(until)} Uhr:
  ${counted(events, 'Ereignis', 'Ereignisse')}, höchstens gezählt
  ${germanNumber(value)}${group.map((one) => html`, ${masked(one)}`)}. Wie sicher die Person ist:
  ${sure.length === 0 ? 'unbekannt' : sure.join(', ')}.`
}

/** What the two have marked or written a note about. */
export function notedPart({ recorded }: ProtocolContent): Markup {
  const content = recorded?.content ?? null
  if (recorded === null || content === null)
    return section('Vermerkte Ereignisse', html`<p>Nicht festgehalten oder gelöscht.</p>`)
  const { noted } = content
  if (recorded.notedCount === 0)
    return section('Vermerkte Ereignisse', html`<p>Die Auswertenden haben keines vermerkt.</p>`)
  const left = recorded.notedCount - noted.length
  const used = sureties.filter((surety) => noted.some((event) => event.surety === surety))
  return section(
    'Vermerkte Ereignisse',
    html`<p>
      Namen und Adressen stehen als Pseudonyme in eckigen Klammern. Wer aufgedeckt wurde, steht weiter unten.
    </p>`,
    listed(noted.map(notedLine)),
    ...(left > 0
      ? [html`<p>Hier stehen nicht: ${counted(left, 'weiteres Ereignis', 'weitere Ereignisse')}.</p>`]
      : []),
    html`<p class="lead">Wie sicher die Person eines Ereignisses bekannt ist:</p>`,
    facts(used.map((surety) => [suretyWords[surety], suretyMeanings[surety]]))
  )
}

function notedLine(event: RecordedEvent): Markup {
  const { at, act, surety, timeKnown, edge, details, note, file, offset } = event
  const who = [event.person, event.address, event.device].filter((one) => one !== null)
  return html`<p>
      ${germanInstant(at)} Uhr (${timeWords[timeKnown]}, ${edgeWords[edge]}): ${actWord(act)},
      ${who.map((one, place) => html`${place === 0 ? '' : ' '}<strong>[${pseudonymWord(one)}]</strong>`)}
      (Person: ${suretyWords[surety]})
    </p>
    <p class="small">
      ${details.map(({ name: label, text }) => html`${detailName(label).de}: ${masked(text)}; `)}Ereignis
      ${germanNumber(event.event)}, Datei ${file + 1} der Quelle, Stelle ${germanNumber(offset)}
    </p>
    ${note === '' ? html`` : typed(note)}`
}

/** What was asked. */
export function searchesPart({ searches, words }: ProtocolContent): Markup {
  if (searches.length === 0)
    return section(
      'Gestellte Fragen',
      html`<p>
        Keine ist festgehalten: Die Auswertenden hatten alle Ereignisse vor sich. Festgehalten wird eine
        Eingrenzung, die anderthalb Sekunden gestanden hat.
      </p>`
    )
  const nameOf = (id: string): string => words?.scope.sources.find((source) => source.id === id)?.name ?? id
  return section(
    'Gestellte Fragen',
    listed(
      searches.map(
        ({ at, asked }) =>
          html`${germanInstant(at)} Uhr: ${asked === null ? 'gelöscht' : searchLine(asked, nameOf)}`
      )
    )
  )
}

type Asked = NonNullable<ProtocolContent['searches'][number]['asked']>

function searchLine(asked: Asked, nameOf: (source: string) => string): Markup {
  const { text, pseudonym, groups, source, from, until, onlyMarked, onlyFound, hits } = asked
  const parts = [
    ...(text === '' ? [] : [`Text „${text}“`]),
    ...(pseudonym === null ? [] : [pseudonymWord(pseudonym)]),
    ...(groups.length === 0 ? [] : [groups.map((group) => groupWords[group]).join(' oder ')]),
    ...(asked.sureties.length === 0
      ? []
      : [`Person ${asked.sureties.map((one) => suretyWords[one]).join(' oder ')}`]),
    ...(source === null ? [] : [`Quelle ${nameOf(source)}`]),
    ...(from === null ? [] : [`ab ${germanInstant(from)}`]),
    ...(until === null ? [] : [`bis ${germanInstant(until)}`]),
    ...(onlyMarked ? ['nur vermerkte'] : []),
    ...(onlyFound ? ['nur von Regeln gefundene'] : [])
  ]
  return html`${name(parts.join(', '))}: ${counted(hits, 'Treffer', 'Treffer')}`
}

/** Who stands behind which pseudonym, as far as both have revealed it. */
export function revealsPart({ reveals }: ProtocolContent): Markup {
  return section(
    'Aufgedeckte Pseudonyme',
    reveals.length === 0
      ? html`<p>Keines.</p>`
      : listed(
          reveals.map(
            ({ at, pseudonym, told, sequence }) =>
              html`<p>
                  <strong>${pseudonymWord(pseudonym)}</strong>:
                  ${told === null ? 'gelöscht' : html`<bdi>${told.identity}</bdi>`}, von beiden aufgedeckt am
                  ${germanInstant(at)} Uhr (Eintrag ${sequence})
                </p>
                ${
                  told === null
                    ? html``
                    : html`<p>Grund:</p>
                        ${typed(told.reason)}`
                }`
          )
        )
  )
}

/** When the evidence is destroyed, or was. */
export function keepingPart({ sealed, heldUntil, conclusion }: ProtocolContent): Markup {
  return section(
    'Aufbewahrung der Beweismittel',
    listed(
      sealed.map(({ at, destroyed, keptUntil }) => {
        const begin = `Versiegelt am ${germanInstant(at)} Uhr:`
        if (destroyed !== null)
          return html`${begin} vernichtet am ${germanInstant(destroyed.at)} Uhr, denn
          ${destructionWords[destroyed.reason]}.`
        const usual = `werden nach dem ${germanInstant(keptUntil)} Uhr vernichtet`
        if (heldUntil === null || heldUntil <= keptUntil) return html`${begin} ${usual}.`
        return html`${begin} werden aufbewahrt, weil über das Ergebnis noch zu entscheiden ist, und spätestens
        nach dem ${germanInstant(heldUntil)} Uhr vernichtet.`
      })
    ),
    ...(sealed.length === 0 ? [html`<p>Es wurde nichts versiegelt.</p>`] : []),
    ...(conclusion.judgment === 'noViolation'
      ? []
      : [html`<p class="small">Stand des Tages, an dem dieses Protokoll gedruckt wurde.</p>`])
  )
}
