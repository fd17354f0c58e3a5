import type { Settings } from '../../../contract/settings'
import { html, type Markup } from '../../../core/documents/html'

/** What stands on one slip. */
export interface Slip {
  readonly givenName: string
  readonly familyName: string
  readonly schoolClass: string
  readonly login: string
  readonly password: string
}

const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' })

/**
 * Black on white, so that any printer will do; slips are cut apart along the dashed lines. A class is a table
 * because its head is repeated on each of its pages. The typeface of login and password tells l, 1, I, O and 0
 * apart on each system.
 */
const style = html`<style>
  @page {
    size: A4;
    margin: 10mm 14mm;
  }
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    font:
      9.5pt/1.35 'Liberation Sans',
      Arial,
      Helvetica,
      sans-serif;
    color: #000;
    background: #fff;
  }
  table {
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    break-after: page;
  }
  table:last-child {
    break-after: auto;
  }
  th {
    padding: 0 2mm 3mm;
    text-align: left;
    font-weight: normal;
  }
  th strong {
    margin-right: 2mm;
    font-size: 14pt;
  }
  tr {
    break-inside: avoid;
  }
  td {
    padding: 0;
    border-top: 0.3mm dashed #555;
    border-bottom: 0.3mm dashed #555;
  }
  .slip {
    display: flex;
    gap: 6mm;
    min-height: 36mm;
    padding: 2.8mm 2mm 2.3mm;
  }
  .access {
    flex: 0 0 85mm;
    min-width: 0;
  }
  .advice {
    flex: 1;
    min-width: 0;
    font-size: 8.5pt;
    line-height: 1.3;
  }
  h2 {
    margin: 0 0 2mm;
    font-size: 12.5pt;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  h2 span {
    font-weight: normal;
    white-space: nowrap;
  }
  dl {
    display: grid;
    grid-template-columns: 26mm minmax(0, 1fr);
    gap: 0.8mm 2mm;
    margin: 0;
    align-items: baseline;
  }
  dd {
    margin: 0;
    font:
      bold 13pt/1.3 'DejaVu Sans Mono',
      'Liberation Mono',
      Consolas,
      Menlo,
      monospace;
    font-variant-ligatures: none;
    overflow-wrap: anywhere;
  }
  ol {
    margin: 0.8mm 0 0;
    padding-left: 4.5mm;
  }
  li {
    margin-bottom: 0.6mm;
  }
  .school {
    margin: 2.5mm 0 0;
    font-size: 8.5pt;
    overflow-wrap: anywhere;
  }
  .school span {
    display: block;
  }
</style>`

/** Neither „du“ nor „Sie“: pupils and teachers get the same slips. */
function slipMarkup(slip: Slip, school: Settings['school']): Markup {
  const lines = [
    school.name,
    school.signInHint,
    school.contact === '' ? '' : `Fragen? ${school.contact}`
  ].filter((line) => line !== '')
  const about = html`<p class="school">${lines.map((line) => html`<span>${line}</span>`)}</p>`
  return html`<article class="slip">
    <div class="access">
      <h2><bdi>${slip.givenName} ${slip.familyName}</bdi> <span>${slip.schoolClass}</span></h2>
      <dl>
        <dt>Anmeldename</dt>
        <dd>${slip.login}</dd>
        <dt>Passwort</dt>
        <dd>${slip.password}</dd>
      </dl>
      ${lines.length === 0 ? html`` : about}
    </div>
    <div class="advice">
      <strong>Bei der ersten Anmeldung</strong>
      <ol>
        <li>Mit diesen Angaben anmelden; Groß- und Kleinschreibung zählt.</li>
        <li>
          Sofort ein eigenes Passwort&nbsp;vergeben, dieses gilt nur vorläufig: mindestens acht Zeichen, Groß-
          und Kleinbuchstaben, Ziffern und Sonderzeichen, nicht leicht zu erraten.
        </li>
        <li>Das eigene Passwort&nbsp;niemals weitergeben, diesen Zettel vernichten.</li>
      </ol>
    </div>
  </article>`
}

/** Slips by class in the order in which they are handed out; those without a class last. */
export function byClass(slips: readonly Slip[]): [string, Slip[]][] {
  const classes = new Map<string, Slip[]>()
  for (const slip of slips) classes.set(slip.schoolClass, [...(classes.get(slip.schoolClass) ?? []), slip])
  const sorted = [...classes].sort(
    ([left], [right]) => Number(left === '') - Number(right === '') || collator.compare(left, right)
  )
  for (const [, inClass] of sorted) {
    inClass.sort(
      (left, right) =>
        collator.compare(left.familyName, right.familyName) ||
        collator.compare(left.givenName, right.givenName)
    )
  }
  return sorted
}

/**
 * The password slips as one German HTML page for A4 (P3, P4, P6): a table with its own pages for each class,
 * several slips on a page. `day`: the day of printing, `YYYY-MM-DD`. No script, nothing from outside.
 */
export function slipsPage(slips: readonly Slip[], school: Settings['school'], day: string): string {
  const printed = day.split('-').reverse().join('.')
  const sections = byClass(slips).map(
    ([name, inClass]) =>
      html`<table>
        <thead>
          <tr>
            <th>
              <strong>${name === '' ? 'Ohne Klasse' : `Klasse ${name}`}</strong>
              Passwortzettel, gedruckt am ${printed}, Anzahl: ${inClass.length}
            </th>
          </tr>
        </thead>
        <tbody>
          ${inClass.map(
            (slip) =>
              html`<tr>
                <td>${slipMarkup(slip, school)}</td>
              </tr>`
          )}
        </tbody>
      </table>`
  )
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <title>Passwortzettel</title>
        ${style}
      </head>
      <body>
        ${sections}
      </body>
    </html>`.text
}
