import type { Text } from '../../../contract/language'

/** What the usage says about `ledger`. */
export const descriptions = {
  ledger: { de: 'Journal', en: 'ledger' },
  verify: {
    de: 'prüfen: Kette, Unterschriften, Benennungen, Vier-Augen-Prinzip (P21)',
    en: 'verify chain, signatures, appointments, four-eyes principle (P21)'
  },
  exported: {
    de: 'ein ausgeführtes Journal; sonst das der Fallakte',
    en: 'an exported ledger; else the case file’s'
  },
  printedHead: {
    de: 'Kopf von einem gedruckten Dokument, NR:PRÜFSUMME (mindestens 16 Ziffern)',
    en: 'head from a printed document, SEQ:HASH (at least 16 digits)'
  },
  printedRoot: {
    de: 'Fingerabdruck der Schulleitung von der Gründungsurkunde',
    en: 'the leadership’s fingerprint from the founding document'
  },
  exportLedger: {
    de: 'ganzes Journal in eine Datei, auch personenbezogene Angaben',
    en: 'the whole ledger into a file, personal details included'
  },
  ledgerFile: { de: 'Datei', en: 'file' }
} as const satisfies Record<string, Text>
