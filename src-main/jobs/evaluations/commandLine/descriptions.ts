import type { Text } from '../../../contract/language'

/** What the usage says about `logs`. */
export const descriptions = {
  logs: {
    de: 'Protokolle anderer Dienste und Regeln darüber',
    en: 'logs of other services and rules about them'
  },
  check: {
    de: 'was sich lesen lässt und wie sicher es ist; zeigt keine Inhalte',
    en: 'what can be read and how sure it is; shows no content'
  },
  files: {
    de: 'Protokolldateien, auch rotierte und gepackte',
    en: 'log files, also rotated and packed ones'
  },
  format: { de: 'Format, sonst erkannt', en: 'format, else recognised' },
  mapping: {
    de: 'Beschreibung eines eigenen Formats (JSON)',
    en: 'description of a format of one’s own (JSON)'
  }
} as const satisfies Record<string, Text>
