import type { Text } from '../../contract/language'

export const evaluationsFailures = {
  'logs.compressionUnknown': {
    de: 'Die Datei „{file}“ ist gepackt ({compression}), und diese Fassung kann sie nicht entpacken. Bitte entpacken Sie sie und nennen Sie die entpackte Datei.',
    en: 'The file “{file}” is packed ({compression}), and this version cannot unpack it. Please unpack it and name the unpacked file.'
  },
  'logs.formatUnknown': {
    de: 'Das Format der Datei „{file}“ ist nicht zu erkennen. Nennen Sie es mit --format; was gelesen wird, steht in docs/logs.md.',
    en: 'The format of the file “{file}” cannot be recognised. Name it with --format; docs/logs.md says what is read.'
  },
  'logs.cutOff': {
    de: 'Die gepackte Datei „{file}“ endet mittendrin. Gelesen ist, was davor steht; bitte besorgen Sie die ganze Datei.',
    en: 'The packed file “{file}” ends in the middle. What stands before was read; please get the whole file.'
  },
  'logs.damaged': {
    de: 'Die gepackte Datei „{file}“ ist beschädigt. Gelesen ist, was vor der Stelle steht; bitte besorgen Sie eine unbeschädigte Kopie.',
    en: 'The packed file “{file}” is damaged. What stands before the place was read; please get an undamaged copy.'
  },
  'logs.shrunk': {
    de: 'Die Datei „{file}“ wurde kürzer, während sie gelesen wurde. Bitte lesen Sie sie noch einmal, mit der Datei, in die ihr Anfang gewandert ist.',
    en: 'The file “{file}” became shorter while it was read. Please read it again, with the file that its beginning has gone to.'
  },
  'logs.unreadable': {
    de: 'Die Datei „{file}“ ließ sich nicht bis zum Ende lesen. Bitte prüfen Sie Datenträger oder Netzlaufwerk.',
    en: 'The file “{file}” could not be read to its end. Please check the disk or the network drive.'
  },
  'logs.partMissing': {
    de: 'Vor „{file}“ fehlt ein Teil: {missing}. Was darin stand, wurde nicht gelesen.',
    en: 'Before “{file}” a part is missing: {missing}. What stood in it was not read.'
  },
  'logs.lastLineOpen': {
    de: 'Die letzte Zeile von „{file}“ hat kein Ende und zählt nicht: Sie kann abgeschnitten sein.',
    en: 'The last line of “{file}” has no end and does not count: it may be cut off.'
  }
} as const satisfies Record<string, Text>
