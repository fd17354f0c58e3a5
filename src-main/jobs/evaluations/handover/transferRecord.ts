import type { BundledFile } from '../../../contract/handovers'
import { html, type Markup } from '../../../core/documents/html'
import { letter, placeAndDay, type DocumentFrame } from '../../../core/documents/letter'
import { facts, fingerprint, germanDateOf, name, section, typed } from '../../../core/documents/words'

export interface TransferInput extends DocumentFrame {
  /** Of the order. */
  readonly number: string
  readonly authority: string
  readonly reference: string
  readonly reason: string
  readonly decidedBy: string
  /** ISO, UTC. */
  readonly decidedAt: string
  /** Place of the decision in the ledger. */
  readonly decision: { readonly sequence: number; readonly hash: string }
  /** Names of the two. */
  readonly makers: readonly [string, string]
  readonly recipients: readonly string[]
  /** The statement that says what was sealed, and the digest in it. */
  readonly sealed: { readonly sequence: number; readonly digest: string }
  readonly files: readonly BundledFile[]
}

/** The transfer record (Übergabeprotokoll, P22, P23): who hands what over to whom, with lines for both to sign on. */
export function transferRecord(input: TransferInput): string {
  const { number, authority, reference, reason, makers, recipients, sealed, decision } = input
  return letter({
    ...input,
    subject: 'Übergabeprotokoll',
    regarding: null,
    recipient: null,
    reference: [['Auswertung', number], ...(reference === '' ? [] : [['Ihr Zeichen', reference] as const])],
    draft: null,
    body: [
      html`<p>
        Die Schule übergibt der genannten Behörde die unten aufgeführten Dateien. Sie sind nur für diese
        Behörde verschlüsselt; die Schule behält die versiegelten Beweismittel, bis ihre Aufbewahrungsfrist
        endet.
      </p>`,
      facts([
        ['Übergeben an', name(authority)],
        ['Entschieden von', html`${name(input.decidedBy)}, ${germanDateOf(input.decidedAt)}`],
        ['Paket erstellt von', html`${name(makers[0])} und ${name(makers[1])}`]
      ]),
      section('Grund der Übergabe', typed(reason)),
      section('Dateien', html`<div>${input.files.map(file)}</div>`),
      section(
        'Verschlüsselt für',
        html`<p>Öffentliche Schlüssel von age, die die Schulleitung unterschrieben hat:</p>
          ${recipients.map((one) => html`<p><code>${one}</code></p>`)}`
      )
    ],
    closing: [
      section(
        'Im Journal der Schule',
        facts([
          ['Versiegelt', `Eintrag ${String(sealed.sequence)}`],
          ['Prüfsumme des Siegels', fingerprint(sealed.digest)],
          ['Entscheidung', `Eintrag ${String(decision.sequence)}`],
          ['Prüfsumme', fingerprint(decision.hash)]
        ])
      )
    ],
    signatures: [
      ...makers.flatMap((maker) => [placeAndDay, { name: name(maker), office: 'Übergeben' }]),
      placeAndDay,
      { name: '', office: 'Empfangen: Name, Dienststelle' }
    ]
  })
}

function file({ name: called, bytes, sha256 }: BundledFile): Markup {
  return facts([
    [called, `${bytes.toLocaleString('de-DE')} Bytes`],
    ['SHA-256', fingerprint(sha256)]
  ])
}
