import type { Text } from '../language'

export const evidenceFailures = {
  'evidence.noPair': {
    de: 'Die Beweismittel lassen sich nicht versiegeln: Von den Auswertenden haben keine zwei einen gültigen Schlüssel. Die Schulleitung muss zwei von ihnen neu benennen.',
    en: 'The evidence cannot be sealed: no two of the evaluators have a valid key. The leadership has to appoint two of them anew.'
  },
  'evidence.keyUnusable': {
    de: 'Die Beweismittel lassen sich nicht versiegeln: Einer der Schlüssel ist unbrauchbar. Die Schulleitung muss ihn widerrufen und die Person mit einem neuen Schlüssel benennen.',
    en: 'The evidence cannot be sealed: one of the keys is unusable. The leadership has to revoke it and appoint the person with a new key.'
  },
  'evidence.samePerson': {
    de: 'Beweismittel öffnen nur zwei verschiedene Personen gemeinsam. Bitten Sie die zweite auswertende Person, ihre Passphrase selbst einzugeben.',
    en: 'Only two different persons open evidence together. Ask the second evaluator to type their passphrase themselves.'
  },
  'evidence.notForThese': {
    de: 'Für diese beiden Personen wurden die Beweismittel nicht versiegelt. Öffnen können sie die Auswertenden, die die Anordnung nennt.',
    en: 'The evidence was not sealed for these two persons. The evaluators whom the order names can open it.'
  },
  'evidence.orderNotInForce': {
    de: 'Die Anordnung ist nicht in Kraft. Gelesen wird nur, solange sie gilt; sonst muss die Schulleitung neu anordnen.',
    en: 'The order is not in force. Logs are read only as long as it is; otherwise the leadership has to order anew.'
  },
  'evidence.underWay': {
    de: 'Für diese Anordnung wird gerade gelesen. Warten Sie, bis das fertig ist, oder brechen Sie es ab.',
    en: 'Logs are being read for this order. Wait until that is done, or cancel it.'
  },
  'evidence.damaged': {
    de: 'Die Beweismittel sind beschädigt oder verändert und bleiben zu. Sichern Sie die Fallakte, wie sie ist, und spielen Sie eine Sicherung ein.',
    en: 'The evidence is damaged or was changed and stays closed. Keep the case file as it is and restore a backup.'
  },
  'evidence.newer': {
    de: 'Die Beweismittel hat eine neuere Fassung von Netzwart versiegelt (Format {found}, diese Fassung kennt {known}). Bitte installieren Sie die neuere Fassung.',
    en: 'The evidence was sealed by a newer version of Netzwart (format {found}, this version knows {known}). Please install the newer version.'
  },
  'evidence.tooMuch': {
    de: 'Die Anordnung umfasst mehr als {most} Ereignisse. Die Schulleitung muss sie enger fassen: ein kürzerer Zeitraum, weniger Quellen oder genannte Personen.',
    en: 'The order covers more than {most} events. The leadership has to narrow it: a shorter time, fewer sources, or persons who are named.'
  }
} as const satisfies Record<string, Text>
