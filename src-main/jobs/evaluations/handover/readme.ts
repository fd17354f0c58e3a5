import type { BundledFile } from '../../../contract/handovers'

/** Names of the files in a bundle. German, since German authorities open it. */
export const fileNames = {
  readme: 'LIESMICH.txt',
  hashes: 'hashes.txt',
  evidence: 'beweismittel.jsonl.gz',
  protocol: 'auswertungsprotokoll.pdf',
  record: 'uebergabeprotokoll.pdf',
  journal: 'journal.json'
} as const

/** Checked by `sha256sum -c`, which passes lines with a number sign over. */
export function hashesText(files: readonly BundledFile[], sealed: Sealed): string {
  return [
    ...files.map(({ name, sha256 }) => `${sha256}  ${name}`),
    `# Siegel (Journal, Eintrag ${String(sealed.sequence)}): ${sealed.digest}`,
    ''
  ].join('\n')
}

export interface Sealed {
  /** Of the statement. */
  readonly sequence: number
  /** SHA-256 of the sealed bytes. */
  readonly digest: string
}

/** How to open and check it with any tool. */
export function readmeText(number: string, sealed: Sealed): string {
  return `Beweismittel aus der Auswertung ${number}
${'='.repeat(number.length + 33)}

Dieses Paket hat Netzwart erstellt, nachdem die Schulleitung die Übergabe unterschrieben hat. Zwei
Auswertende haben es gemeinsam geöffnet, erstellt und unterschrieben.

Öffnen
  Das Paket ist mit age verschlüsselt (https://age-encryption.org). Mit dem geheimen Schlüssel, zu
  dem der öffentliche gehört, den Sie der Schule genannt haben:
    age --decrypt --identity schluessel.txt --output paket.zip Uebergabe-${number}.zip.age
  Jedes Programm, das age liest (age, rage, typage), geht ebenso. Danach ist es ein gewöhnliches ZIP.

Inhalt
  ${fileNames.evidence}      Ereignisse aus den Protokollen, die die Anordnung erfasst, als Zeilen
                             in JSON, gepackt mit gzip: genau das, was versiegelt wurde.
                             Erste Zeile: worum es geht; dann die Quellen mit Dateien, SHA-256 und
                             Lücken; dann die Ereignisse nach Zeit; letzte Zeile: ihre Anzahl.
                             „surety“ sagt, wie sicher die Person ist: proved (durch eine Anmeldung
                             bewiesen), claimed (behauptet), address und device (nur Adresse oder
                             Gerät), unknown (unbekannt).
  ${fileNames.protocol}   Protokoll der Auswertung
  ${fileNames.record}     Übergabeprotokoll mit Zeilen für beide Unterschriften
  ${fileNames.journal}               Journal der Schule: alle Einträge mit Unterschriften; lesbar sind die
                             Einzelheiten dieser Auswertung, die der übrigen fehlen
  ${fileNames.hashes}                 SHA-256 jeder Datei

Prüfen
  1. Dateien: sha256sum -c ${fileNames.hashes}
     Unter Windows: certutil -hashfile DATEI SHA256, und mit ${fileNames.hashes} vergleichen.
  2. Journal: das Prüfprogramm verify-ledger.mjs (liegt Netzwart bei, braucht nur Node.js):
       node verify-ledger.mjs ${fileNames.journal}
     Die Prüfsumme am Fuß jeder Seite der gedruckten Protokolle muss zum Journal passen.
  3. Siegel: Eintrag ${String(sealed.sequence)} des Journals nennt die Prüfsumme der versiegelten Bytes,
       ${sealed.digest}
     Die versiegelten Bytes liegen bei der Schule, solange die Beweismittel aufbewahrt werden. Dass
     ${fileNames.evidence} ihr Inhalt ist, haben beide Auswertenden mit der Übergabe unterschrieben;
     dieser Eintrag entsteht nach dem Paket und steht deshalb nicht in ${fileNames.journal}. Er nennt
     auch die Prüfsumme des verschlüsselten Pakets. Die Schule kann ihn nachreichen.
`
}
