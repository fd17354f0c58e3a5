import type { Settings } from '../../../contract/settings'
import { html, type Markup } from './html'

/** What stands on one slip. */
export interface Slip {
  readonly givenName: string
  readonly familyName: string
  readonly schoolClass: string
  readonly login: string
  readonly password: string
}

const collator = new Intl.Collator('de', { numeric: true, sensitivity: 'base' })

/** Black on white, so that any printer will do; slips are cut apart along the dashed lines. */
const style = html`<style>
  @page {
    size: A4;
    margin: 12mm;
  }
  * {
    box-sizing: border-box;
  }
  body {
    margin: 0;
    font:
      10.5pt/1.35 'Liberation Sans',
      Arial,
      Helvetica,
      sans-serif;
    color: #000;
    background: #fff;
  }
  section {
    break-after: page;
  }
  section:last-child {
    break-after: auto;
  }
  h1 {
    margin: 0 0 4mm;
    font-size: 14pt;
  }
  h1 small {
    font-size: 10.5pt;
    font-weight: normal;
  }
  .slip {
    break-inside: avoid;
    border-top: 0.3mm dashed #555;
    padding: 4.5mm 2mm;
    display: flex;
    gap: 8mm;
  }
  .slip:last-of-type {
    border-bottom: 0.3mm dashed #555;
  }
  .access {
    flex: 0 0 88mm;
  }
  .advice {
    flex: 1;
    font-size: 9pt;
  }
  .school {
    margin: 0 0 1.5mm;
    font-size: 9pt;
  }
  h2 {
    margin: 0 0 2mm;
    font-size: 12.5pt;
    overflow-wrap: anywhere;
  }
  h2 span {
    font-weight: normal;
  }
  dl {
    display: grid;
    grid-template-columns: 30mm 1fr;
    gap: 1mm 2mm;
    margin: 0;
    align-items: baseline;
  }
  dt {
    font-size: 9pt;
  }
  dd {
    margin: 0;
    font:
      bold 13pt 'DejaVu Sans Mono',
      'Liberation Mono',
      Consolas,
      Menlo,
      monospace;
    font-variant-ligatures: none;
    overflow-wrap: anywhere;
  }
  ol {
    margin: 1mm 0 0;
    padding-left: 5mm;
  }
  p {
    margin: 1.5mm 0 0;
  }
</style>`

function slipMarkup(slip: Slip, school: Settings['school']): Markup {
  const where = school.signInHint === '' ? html`` : html`<p>${school.signInHint}</p>`
  const contact = school.contact === '' ? html`` : html`<p>Fragen? ${school.contact}</p>`
  const name = school.name === '' ? html`` : html`<p class="school">${school.name}</p>`
  return html`<article class="slip">
    <div class="access">
      ${name}
      <h2>${slip.givenName} ${slip.familyName} <span>${slip.schoolClass}</span></h2>
      <dl>
        <dt>Anmeldename</dt>
        <dd>${slip.login}</dd>
        <dt>Vorläufiges Passwort</dt>
        <dd>${slip.password}</dd>
      </dl>
    </div>
    <div class="advice">
      <strong>Bei der ersten Anmeldung:</strong>
      <ol>
        <li>Melde dich mit diesen Angaben an (Groß- und Kleinschreibung beachten).</li>
        <li>
          Vergib sofort ein eigenes Passwort: mindestens acht Zeichen, mit Groß- und Kleinbuchstaben, Ziffern
          und Sonderzeichen, nicht leicht zu erraten.
        </li>
        <li>Gib das Passwort niemals weiter und vernichte diesen Zettel.</li>
      </ol>
      ${where} ${contact}
    </div>
  </article>`
}

/** Slips by class in the order in which they are handed out. */
export function byClass(slips: readonly Slip[]): [string, Slip[]][] {
  const classes = new Map<string, Slip[]>()
  for (const slip of slips) classes.set(slip.schoolClass, [...(classes.get(slip.schoolClass) ?? []), slip])
  const sorted = [...classes].sort(([left], [right]) => collator.compare(left, right))
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
 * The password slips as one German HTML page for A4 (P3, P4, P6): a section with its own pages for each class,
 * several slips on a page. `day`: the day of printing, `YYYY-MM-DD`. No script, nothing from outside.
 */
export function slipsPage(slips: readonly Slip[], school: Settings['school'], day: string): string {
  const printed = day.split('-').reverse().join('.')
  const sections = byClass(slips).map(
    ([name, inClass]) =>
      html`<section>
        <h1>
          ${name === '' ? 'Ohne Klasse' : `Klasse ${name}`}
          <small>Passwortzettel, gedruckt am ${printed}, Anzahl: ${inClass.length}</small>
        </h1>
        ${inClass.map((slip) => slipMarkup(slip, school))}
      </section>`
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
