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
  },
  'flags.notFound': {
    de: 'Diesen Hinweis gibt es für Sie nicht. Bitte laden Sie die Liste neu.',
    en: 'There is no such flag for you. Please reload the list.'
  },
  'flags.notPossibleNow': {
    de: 'Das ist beim jetzigen Stand des Hinweises nicht möglich. Bitte laden Sie die Ansicht neu.',
    en: 'This is not possible in the present state of the flag. Please reload the view.'
  },
  'flags.ownReport': {
    de: 'Den eigenen Hinweis beantwortet niemand selbst (Vier-Augen-Prinzip). Bitten Sie jemand anderen aus der Schulleitung.',
    en: 'Nobody answers their own flag (four-eyes principle). Ask somebody else of the leadership.'
  },
  'flags.personGone': {
    de: 'Das Konto dieser Person gibt es nicht mehr. Wählen Sie die Person noch einmal, oder melden Sie den Hinweis ohne Person.',
    en: 'The account of this person is gone. Choose the person again, or report the flag without a person.'
  },
  'flags.dayInFuture': {
    de: 'Der Tag {day} liegt in der Zukunft. Wählen Sie den Tag, an dem es geschehen ist.',
    en: 'The day {day} lies in the future. Choose the day on which it happened.'
  },
  'flags.timesReversed': {
    de: 'Das Ende ({until}) liegt vor dem Anfang ({from}). Bitte prüfen Sie die Uhrzeiten.',
    en: 'The end ({until}) lies before the beginning ({from}). Please check the times.'
  }
} as const satisfies Record<string, Text>
