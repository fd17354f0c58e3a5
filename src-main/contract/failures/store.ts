import type { Text } from '../language'

export const storeFailures = {
  'store.inUse': {
    de: 'Netzwart läuft mit dem Datenordner „{folder}“ schon einmal. Schließen Sie das andere Fenster oder warten Sie, bis der andere Aufruf fertig ist.',
    en: 'Netzwart is already running with the data folder “{folder}”. Close the other window or wait until the other call has finished.'
  },
  'store.notAccessible': {
    de: 'Der Datenordner „{folder}“ lässt sich nicht öffnen ({reason}). Prüfen Sie, ob es ihn gibt, ob Sie darin schreiben dürfen und ob noch Speicherplatz frei ist.',
    en: 'The data folder “{folder}” cannot be opened ({reason}). Check that it exists, that you may write in it and that there is free space.'
  },
  'store.damaged': {
    de: 'Die Datei „{file}“ ist beschädigt oder keine Datei von Netzwart. Sie wurde nicht verändert. Spielen Sie eine Sicherung ein oder wählen Sie einen anderen Datenordner.',
    en: 'The file “{file}” is damaged or is no file of Netzwart. It was not changed. Restore a backup or choose another data folder.'
  },
  'store.newerSchema': {
    de: 'Die Datei „{file}“ stammt von einer neueren Fassung von Netzwart (Stand {found}, diese Fassung kennt {known}). Sie wurde nicht verändert. Bitte installieren Sie die neuere Fassung.',
    en: 'The file “{file}” was written by a newer version of Netzwart (level {found}, this version knows {known}). It was not changed. Please install the newer version.'
  },
  'store.documentDamaged': {
    de: 'Die gespeicherten Angaben „{document}“ lassen sich nicht lesen. Sie wurden nicht verändert. Installieren Sie die Fassung von Netzwart, die sie gespeichert hat, oder geben Sie die Angaben neu ein.',
    en: 'The kept document “{document}” cannot be read. It was not changed. Install the version of Netzwart that wrote it, or enter its content anew.'
  },
  'store.keyUnusable': {
    de: 'Der Geräteschlüssel „{file}“ ist nicht lesbar oder beschädigt. Spielen Sie ihn aus einer Sicherung ein. Ohne ihn müssen noch nicht gedruckte Passwörter neu vergeben werden.',
    en: 'The device key “{file}” cannot be read or is damaged. Restore it from a backup. Without it, passwords that are not printed yet must be reset.'
  }
} as const satisfies Record<string, Text>
