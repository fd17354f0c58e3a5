import { moduleNames } from '../../../contract/modules'
import type { Measure } from '../../../contract/sanctions'
import { html, type Markup } from '../../../core/documents/html'
import { dayBefore, germanDate, germanDateOf } from '../../../core/documents/words'

/** A measure in one line, without its time. */
export function measureWords(measure: Measure): string {
  switch (measure.kind) {
    case 'warning':
      return 'Schriftliche Verwarnung'
    case 'suspension':
      return 'Sperre des Kontos im Schulnetz'
    case 'moduleRefusal':
      return `Kein Zugang zu: ${moduleNames[measure.module].de}`
  }
}

/** Until when a measure lasts: its last day, or for good. A warning is over when it is spoken. */
export function lastDayWords(measure: Measure): string {
  if (measure.kind === 'warning') return ''
  if (measure.until === null) return 'auf Dauer'
  return `bis einschließlich ${germanDate(dayBefore(measure.until))}`
}

/** Whether anything can be used less for the measure. */
export function takesAway(measure: Measure): boolean {
  return measure.kind !== 'warning'
}

/** `enforcedAt`: since when they are in force (ISO, UTC); null: not yet. */
export function measureTable(measures: readonly Measure[], enforcedAt: string | null): Markup {
  if (!measures.some(takesAway)) return measureList(measures)
  const from = enforcedAt === null ? 'sobald sie eingetragen ist' : `ab ${germanDateOf(enforcedAt)}`
  return html`<table>
    <thead>
      <tr>
        <th>Maßnahme</th>
        <th>von</th>
        <th>bis</th>
      </tr>
    </thead>
    <tbody>
      ${measures.map(
        (measure) =>
          html`<tr>
            <td>${measureWords(measure)}</td>
            <td>${takesAway(measure) ? from : '–'}</td>
            <td>${takesAway(measure) ? lastDayWords(measure) : '–'}</td>
          </tr>`
      )}
    </tbody>
  </table>`
}

/** The measures as a list, each with its time. */
export function measureList(measures: readonly Measure[]): Markup {
  return html`<ul>
    ${measures.map(
      (measure) => html`<li>${[measureWords(measure), lastDayWords(measure)].filter(Boolean).join(', ')}</li>`
    )}
  </ul>`
}

/** What the measures mean day to day (P9), and what stays possible (P10). */
export function everyday(measures: readonly Measure[]): Markup {
  if (!measures.some(takesAway))
    return html`<p>
      Alle Zugänge Ihres Kindes bleiben, wie sie sind. Bei einem weiteren Verstoß kann die Schule anders
      entscheiden.
    </p>`
  if (measures.some(({ kind }) => kind === 'suspension'))
    return html`<ul>
      <li>
        Mit dem gesperrten Konto ist keine Anmeldung möglich, weder an Geräten der Schule noch mit eigenen
        Geräten. Auch die einzelnen Bereiche, zum Beispiel das WLAN, sind für diese Zeit nicht zugänglich.
      </li>
      <li>Alle Dateien und Nachrichten im Konto bleiben erhalten.</li>
      <li>
        Am Unterricht nimmt Ihr Kind weiter teil. Was es dafür aus dem Schulnetz braucht, bekommt es auf
        anderem Weg; bitte sprechen Sie die Klassenleitung an.
      </li>
    </ul>`
  return html`<ul>
    <li>Die Anmeldung im Schulnetz und alles, was oben nicht genannt ist, kann Ihr Kind weiter nutzen.</li>
    <li>
      Was es für den Unterricht aus den genannten Bereichen braucht, bekommt es auf anderem Weg; bitte
      sprechen Sie die Klassenleitung an.
    </li>
  </ul>`
}

/** How the measures end. */
export function endWords(measures: readonly Measure[]): Markup {
  const lasting = measures.filter(takesAway)
  const forGood = lasting.filter((measure) => 'until' in measure && measure.until === null)
  return html`${
    lasting.length === forGood.length
      ? ''
      : html`<p>
          Am Tag danach ist der Zugang wieder frei. Ihr Kind muss dafür nichts tun. Einzelne Bereiche, zum
          Beispiel das WLAN, gibt ein PC der Schule zurück; ist an diesem Tag keiner an, geschieht es, sobald
          wieder einer läuft.
        </p>`
  }
  ${
    forGood.length === 0
      ? ''
      : html`<p>
          „Auf Dauer“ heißt: bis die Schulleitung die Maßnahme aufhebt. Sie können jederzeit darum bitten,
          dass sie das prüft.
        </p>`
  }`
}
