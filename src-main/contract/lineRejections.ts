import type { Text } from './language'

/** Why a line is no event and no known form of the format. */
export const lineRejections = [
  'empty',
  'tooLong',
  'cutOff',
  'malformed',
  'ambiguous',
  'columns',
  'timeUnreadable',
  'otherProgram',
  'untrustedWriter',
  'valueLeftOut',
  'insideBrokenRecord',
  'blockDamaged',
  'formatUnknown'
] as const
export type LineRejection = (typeof lineRejections)[number]

/** As it stands behind a number of lines. */
export const lineRejectionTexts: Readonly<Record<LineRejection, Text>> = {
  empty: { de: 'leer', en: 'empty' },
  tooLong: { de: 'zu lang', en: 'too long' },
  cutOff: { de: 'abgeschnitten', en: 'cut off' },
  malformed: { de: 'nicht in der Form dieses Formats', en: 'not in the form of this format' },
  ambiguous: {
    de: 'mehrdeutig: Nutzerangaben ahmen Felder nach',
    en: 'ambiguous: users’ words imitate fields'
  },
  columns: { de: 'mit falscher Spaltenzahl', en: 'with a wrong number of columns' },
  timeUnreadable: { de: 'ohne lesbare Zeit', en: 'without a readable time' },
  otherProgram: { de: 'von anderen Programmen', en: 'of other programs' },
  untrustedWriter: {
    de: 'unter dem Namen eines Dienstes von gewöhnlichen Benutzern geschrieben',
    en: 'written by ordinary users under a service’s name'
  },
  valueLeftOut: {
    de: 'ohne ihren Inhalt (journalctl lässt Langes ohne --all weg, mancher Export von Windows die Daten)',
    en: 'without their content (journalctl leaves out what is long without --all, some exports of Windows the data)'
  },
  insideBrokenRecord: {
    de: 'im Rest eines umbrochenen Eintrags',
    en: 'in the rest of a record that was broken by a line break'
  },
  blockDamaged: {
    de: 'als Blöcke beschädigt (mit einer unbekannten Zahl von Einträgen)',
    en: 'as damaged blocks (with an unknown number of records)'
  },
  formatUnknown: { de: 'von unbekanntem Format', en: 'of an unknown format' }
}
