import type { Text } from '../../../contract/language'

/** What the usage and the answers of `logs rules` say. */
export const rulesTexts = {
  rules: {
    de: 'Regeln (Sigma) prüfen und ihre Tests ausführen; ohne DATEI die mitgelieferten. Sucht nie in Protokollen (P19)',
    en: 'check rules (Sigma) and run their tests; without FILE those that come with Netzwart. Never searches logs (P19)'
  },
  files: { de: 'Regeldateien (YAML)', en: 'rule files (YAML)' },
  partOfOthers: { de: 'Teil anderer Regeln', en: 'part of other rules' },
  withoutTests: { de: 'keine Tests', en: 'no tests' },
  testsPassed: { de: 'Tests bestanden: {passed} von {all}', en: 'tests passed: {passed} of {all}' },
  testFailed: {
    de: 'Test nicht bestanden: {name} (erwartet: {expected}, Treffer: {hits})',
    en: 'test failed: {name} (expected: {expected}, hits: {hits})'
  },
  hit: { de: 'ein Treffer', en: 'a hit' },
  quiet: { de: 'kein Treffer', en: 'no hit' },
  refused: { de: 'Zeile {line}, abgelehnt: {message}', en: 'line {line}, refused: {message}' },
  warned: { de: 'Zeile {line}, Hinweis: {message}', en: 'line {line}, note: {message}' },
  allSound: {
    de: 'Alles in Ordnung. Dateien: {files}, Regeln: {rules}, Tests: {tests}.',
    en: 'All is well. Files: {files}, rules: {rules}, tests: {tests}.'
  },
  notSound: {
    de: 'Nicht in Ordnung. Abgelehnte Dateien: {refused}, nicht bestandene Tests: {failed}.',
    en: 'Not well. Files refused: {refused}, tests failed: {failed}.'
  }
} as const satisfies Record<string, Text>
