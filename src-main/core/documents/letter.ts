import type { LedgerHead } from '../../contract/ledger'
import type { Settings } from '../../contract/settings'
import { html, type Markup } from './html'
import { letterStyle } from './letterStyle'
import { facts, germanDate, inFours } from './words'

/** What the letterhead is made of. */
export type LetterSettings = Pick<Settings, 'school' | 'letterhead'>

/** What every printed document needs to know beside its subject. */
export interface DocumentFrame {
  readonly settings: LetterSettings
  /** The day of printing, `YYYY-MM-DD`. */
  readonly day: string
  /** The newest statement of the ledger; printed at the foot of each page, so that paper proves where it ended. */
  readonly head: LedgerHead
}

/** A line to sign on. */
export interface SignatureLine {
  /** Empty: whoever signs writes it beside. */
  readonly name: string | Markup
  /** Office, or what the signature means. */
  readonly office: string
}

export interface Letter extends DocumentFrame {
  /** Also the title of the PDF. */
  readonly subject: string
  /** Whom it is about, under the subject; null: nobody. */
  readonly regarding: Markup | null
  /** Lines of the address field, an empty one to be completed by hand; null: no letter to anybody. */
  readonly recipient: readonly (string | Markup)[] | null
  /** Beside the address field; the date follows by itself. */
  readonly reference: readonly (readonly [string, string])[]
  /** Why this is a draft still; null: it is none. */
  readonly draft: { readonly mark: string; readonly hint: string } | null
  readonly body: readonly Markup[]
  /** The last words; never parted from the signatures. */
  readonly closing: readonly Markup[]
  readonly signatures: readonly SignatureLine[]
  /** What follows the signatures, such as a form to be sent back. */
  readonly enclosure?: Markup
}

/** Signature lines, two in a row; never parted from what stands above them. */
export function signed(words: readonly Markup[], lines: readonly SignatureLine[]): Markup {
  return html`<div class="together">
    ${words}
    <div class="signatures">
      ${lines.map(
        ({ name: by, office }) =>
          html`<div>
            <div>${by}${by === '' || office === '' ? '' : html`<br />`}${office}</div>
          </div>`
      )}
    </div>
  </div>`
}

/** Place and day to be written by hand, beside a signature. */
export const placeAndDay: SignatureLine = { name: '', office: 'Ort, Datum' }

/** Who signs for the school: the letterhead's signatory. */
export function leadershipLine({ letterhead }: LetterSettings): SignatureLine {
  return { name: letterhead.signatory, office: letterhead.signatory === '' ? 'Schulleitung' : '' }
}

/**
 * A German A4 letter as one HTML page, to be printed by the `Printer` port. The documents are for the school's paper
 * files and therefore German whatever the window speaks; days are written `28.09.2026`. Every value is escaped; no script,
 * nothing from outside.
 */
export function letter(content: Letter): string {
  const { subject, regarding, settings, body, closing, signatures, enclosure } = content
  return html`<!doctype html>
    <html lang="de">
      <head>
        <meta charset="utf-8" />
        <meta name="page-footer" content="${footLines(content)}" />
        <title>${subject}</title>
        ${letterStyle}
      </head>
      <body>
        ${marks(content)} ${letterhead(settings)} ${addressField(content)}
        <h1>${subject}${regarding === null ? '' : html`<span>${regarding}</span>`}</h1>
        ${body} ${signed(closing, signatures)} ${enclosure ?? ''}
      </body>
    </html>`.text
}

/** The ledger's head in full: sequence number and hash, to be compared by whoever verifies an export. */
function footLines({ head, reference, draft }: Letter): string {
  const about = [draft?.mark ?? '', ...reference.map(([label, value]) => `${label} ${value}`)]
  return [
    about.filter((words) => words !== '').join(' · '),
    `Journal ${String(head.sequence)}: ${inFours(head.hash)}`
  ]
    .filter((line) => line !== '')
    .join('\n')
}

/** Where to fold for the envelope's window, and to punch. */
function marks({ recipient }: Letter): Markup {
  return html`${
      recipient === null
        ? ''
        : html`<div class="mark fold-high"></div>
            <div class="mark fold-low"></div>`
    }
    <div class="mark punch"></div>`
}

/** Without settings the head stays empty, for paper that has one. */
function letterhead({ school, letterhead: { address, contact } }: LetterSettings): Markup {
  return html`<header class="head">
    <div class="school"><strong>${school.name}</strong>${address}</div>
    <div class="contact">${contact}</div>
  </header>`
}

function addressField({ settings, recipient, reference, draft, day }: Letter): Markup {
  const { school, letterhead } = settings
  const date = germanDate(day)
  const rows: (readonly [string, string])[] = [
    ...reference,
    ['Datum', letterhead.place === '' ? date : `${letterhead.place}, den ${date}`]
  ]
  const sender = [school.name, ...letterhead.address.split('\n')]
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return html`<div class="window ${recipient === null ? 'low' : ''}">
    <div class="recipient">
      ${recipient === null || sender.length === 0 ? '' : html`<p class="sender">${sender.join(' · ')}</p>`}
      ${(recipient ?? []).map((line) => html`<div>${line}</div>`)}
    </div>
    <div class="reference">
      ${facts(rows)}
      ${draft === null ? '' : html`<div class="draft"><strong>${draft.mark}</strong> ${draft.hint}</div>`}
    </div>
  </div>`
}
