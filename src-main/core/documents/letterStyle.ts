import { html } from './html'

/**
 * An A4 letter after DIN 5008, form B: address field 45 mm, subject about 98 mm from the top edge, left margin 25 mm,
 * right margin 20 mm, marks to fold at 105 and 210 mm and to punch at 148.5 mm. Black on white. The sides are padding and
 * not page margins, since Chromium cuts off what stands in a page's margin; the foot's 24 mm are the printer's, for
 * the page's number and the ledger's head.
 */
export const letterStyle = html`<style>
  @page {
    size: A4;
    margin: 20mm 0 24mm;
  }
  * {
    box-sizing: border-box;
  }
  body {
    position: relative;
    margin: 0;
    padding: 0 20mm 0 25mm;
    font:
      10pt/1.4 'Liberation Sans',
      Arial,
      Helvetica,
      sans-serif;
    color: #000;
    background: #fff;
    orphans: 3;
    widows: 3;
    overflow-wrap: anywhere;
  }
  .mark {
    position: absolute;
    left: 5mm;
    width: 4mm;
    border-top: 0.2mm solid #000;
  }
  .mark.fold-high {
    top: 85mm;
  }
  .mark.punch {
    top: 128.5mm;
    width: 6mm;
  }
  .mark.fold-low {
    top: 190mm;
  }
  .head {
    display: flex;
    justify-content: space-between;
    gap: 10mm;
    min-height: 25mm;
    font-size: 8.5pt;
    line-height: 1.35;
  }
  .head > div {
    white-space: pre-line;
  }
  .head .school {
    flex: 1;
    min-width: 0;
  }
  .head strong {
    display: block;
    margin-bottom: 1mm;
    font-size: 14pt;
    line-height: 1.2;
  }
  .head .contact {
    flex: 0 0 50mm;
  }
  .window {
    display: flex;
    justify-content: space-between;
    gap: 15mm;
    min-height: 50mm;
    padding: 2mm 0 3mm;
  }
  .window.low {
    min-height: 14mm;
  }
  .recipient {
    flex: 0 0 80mm;
    min-width: 0;
  }
  .recipient .sender {
    margin: 0 0 4mm;
    padding-bottom: 0.6mm;
    border-bottom: 0.15mm solid #000;
    font-size: 6.5pt;
    line-height: 1.25;
  }
  .recipient div {
    min-height: 5.4mm;
    line-height: 1.4;
  }
  .recipient div:empty {
    height: 8mm;
    border-bottom: 0.2mm solid #000;
  }
  .reference {
    flex: 1;
    min-width: 0;
    padding-top: 4mm;
  }
  .low .reference {
    padding-top: 0;
  }
  .reference .facts {
    grid-template-columns: 21mm minmax(0, 1fr);
    font-size: 9.5pt;
  }
  .draft {
    padding: 1.5mm 2.5mm;
    border: 0.5mm solid #000;
    font-size: 8pt;
    line-height: 1.3;
  }
  .draft strong {
    display: block;
    font-size: 10pt;
  }
  h1 {
    margin: 0 0 5mm;
    font-size: 12.5pt;
    line-height: 1.3;
  }
  h1 span {
    display: block;
    font-size: 11pt;
    font-weight: normal;
  }
  h2 {
    margin: 4mm 0 1mm;
    font-size: 10pt;
    line-height: 1.3;
    break-after: avoid;
  }
  p {
    margin: 0 0 2.2mm;
  }
  h3 {
    margin: 3mm 0 1mm;
    font-size: 10pt;
    break-after: avoid;
  }
  .black {
    padding: 0 1mm;
    color: #000;
    background: #000;
  }
  .typed {
    margin-bottom: 2.2mm;
    padding-left: 3mm;
    border-left: 0.5mm solid #000;
  }
  .lead {
    break-after: avoid;
  }
  .way {
    display: inline-block;
    margin-right: 5mm;
  }
  .typed p:last-child {
    margin: 0;
  }
  .small {
    font-size: 9pt;
    line-height: 1.35;
  }
  ol,
  ul {
    margin: 0 0 2.2mm;
    padding-left: 6mm;
  }
  li {
    margin-bottom: 1.4mm;
  }
  li > p {
    margin: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: 38mm minmax(0, 1fr);
    gap: 1mm 3mm;
    margin: 0 0 3mm;
  }
  .facts dd {
    margin: 0;
  }
  table {
    width: 100%;
    margin: 1mm 0 3mm;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 1.2mm 3mm 1.2mm 0;
    border-bottom: 0.2mm solid #000;
    text-align: left;
    vertical-align: top;
  }
  th {
    font-size: 9pt;
    border-bottom-width: 0.4mm;
  }
  table,
  .together,
  .blank,
  .tick {
    break-inside: avoid;
  }
  code {
    font:
      9.5pt/1.45 'DejaVu Sans Mono',
      'Liberation Mono',
      Consolas,
      Menlo,
      monospace;
    font-variant-ligatures: none;
  }
  code span {
    display: block;
    white-space: nowrap;
  }
  .blank {
    display: flex;
    align-items: flex-end;
    gap: 2mm;
    min-height: 8mm;
  }
  .blank span {
    flex: 0 1 auto;
    max-width: 70%;
  }
  .blank i,
  .ruled i {
    flex: 1;
    border-bottom: 0.2mm solid #000;
  }
  .ruled i {
    display: block;
    height: 8.5mm;
    break-inside: avoid;
  }
  .ruled {
    margin-bottom: 3mm;
  }
  .tick {
    display: flex;
    align-items: flex-start;
    gap: 2.5mm;
  }
  .tick i {
    flex: none;
    width: 3.6mm;
    height: 3.6mm;
    margin-top: 0.6mm;
    border: 0.3mm solid #000;
  }
  .return {
    margin-top: 6mm;
    border-top: 0.2mm dashed #000;
    break-inside: avoid;
  }
  .sheet {
    break-before: page;
  }
  .signatures {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 2mm 12mm;
    margin-top: 3mm;
    break-inside: avoid;
  }
  .signatures > div {
    padding-top: 11mm;
  }
  .signatures > div > div {
    padding-top: 1mm;
    border-top: 0.2mm solid #000;
    font-size: 9pt;
    line-height: 1.35;
  }
</style>`
