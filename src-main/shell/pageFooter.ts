import type { PrintToPDFOptions } from 'electron'

/** A quote inside the value is escaped, so that the value ends at the first one. */
const wanted = /<meta\s+name="page-footer"\s+content="([^"]*)"/

type FooterOptions = Pick<PrintToPDFOptions, 'displayHeaderFooter' | 'headerTemplate' | 'footerTemplate'>

/**
 * What the foot of each page shows, where the page asks for it (`world/documents/port.ts`). Chromium fills in the numbers;
 * a page cannot count itself in the Chromium that the test Electron has.
 */
export function footerOptions(html: string): FooterOptions {
  const lines = wanted.exec(html)?.[1]
  if (lines === undefined) return {}
  return {
    displayHeaderFooter: true,
    // Without one of its own Chromium prints title and date at the head.
    headerTemplate: '<span></span>',
    footerTemplate: footer(lines.replaceAll('<', '&lt;'))
  }
}

function footer(lines: string): string {
  return `<style>
    .foot {
      display: flex;
      justify-content: space-between;
      align-items: flex-end;
      width: 100%;
      margin: 0 20mm 2mm 25mm;
      padding-top: 1.5mm;
      border-top: 0.15mm solid #000;
      font: 7pt/1.4 'Liberation Sans', Arial, Helvetica, sans-serif;
      color: #000;
    }
    .lines {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .number {
      flex: none;
      margin-left: 6mm;
    }
  </style>
  <div class="foot">
    <span class="lines">${lines}</span>
    <span class="number">Seite <span class="pageNumber"></span> von <span class="totalPages"></span></span>
  </div>`
}
