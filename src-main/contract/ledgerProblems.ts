import type { Text } from './language'
import type { LedgerProblemCode } from './verification'

/** What verification found at a statement: its name, what it means in plain words, and what to do. */
export interface LedgerProblemText {
  readonly name: Text
  readonly meaning: Text
  readonly remedy: Text
}

const keepAndRestore: Text = {
  de: 'Führen Sie das Journal aus und heben Sie die Datei auf. Vergleichen Sie mit der letzten Sicherung und mit den gedruckten Köpfen; ziehen Sie die Datenschutzbeauftragte oder den Datenschutzbeauftragten hinzu.',
  en: 'Export the journal and keep the file. Compare it with the newest backup and with the printed heads; call in the data protection officer.'
}
const actAsWithout: Text = {
  de: 'Behandeln Sie den Eintrag als nicht geschehen. Er hat in Netzwart keine Wirkung. Klären Sie, wer an diesem PC oder am Server geschrieben hat.',
  en: 'Treat the entry as if it had not happened. It has no effect in Netzwart. Find out who wrote at this PC or on the server.'
}

/** The words for each finding, at the command line and in the window. `docs/case-file.md` explains them at length. */
export const ledgerProblemTexts: Readonly<Record<LedgerProblemCode, LedgerProblemText>> = {
  notReadable: {
    name: { de: 'Nicht lesbar', en: 'Not readable' },
    meaning: {
      de: 'Der Eintrag ist nicht so geschrieben, wie Netzwart ihn schreibt: Er wurde außerhalb verändert oder ist beschädigt.',
      en: 'The entry is not written as Netzwart writes it: it was changed outside or is damaged.'
    },
    remedy: keepAndRestore
  },
  missing: {
    name: { de: 'Eintrag fehlt', en: 'Entry missing' },
    meaning: {
      de: 'Ab dieser Nummer fehlt mindestens ein Eintrag. Jemand hat ihn außerhalb von Netzwart gelöscht.',
      en: 'From this number on at least one entry is missing. Somebody deleted it outside Netzwart.'
    },
    remedy: keepAndRestore
  },
  wrongOrder: {
    name: { de: 'Falsche Reihenfolge', en: 'Wrong order' },
    meaning: {
      de: 'Der Eintrag steht nicht an seinem Platz. Einträge wurden außerhalb von Netzwart vertauscht, eingefügt oder kopiert.',
      en: 'The entry is not in its place. Entries were swapped, inserted or copied outside Netzwart.'
    },
    remedy: keepAndRestore
  },
  chainBroken: {
    name: { de: 'Kette unterbrochen', en: 'Chain broken' },
    meaning: {
      de: 'Der Eintrag passt nicht zu dem davor oder nicht zu dem Kopf, der gedruckt oder an diesem PC gemerkt ist. Einer von beiden ist nicht mehr der ursprüngliche.',
      en: 'The entry does not fit the one before, or the head that is printed or remembered at this PC. One of the two is no longer the original.'
    },
    remedy: keepAndRestore
  },
  wrongHash: {
    name: { de: 'Prüfsumme falsch', en: 'Hash wrong' },
    meaning: {
      de: 'Inhalt und Prüfsumme passen nicht zusammen. Eines von beiden wurde nach dem Unterschreiben verändert.',
      en: 'Content and hash do not fit each other. One of the two was changed after the signature.'
    },
    remedy: keepAndRestore
  },
  wrongLedger: {
    name: { de: 'Aus einer anderen Fallakte', en: 'From another case file' },
    meaning: {
      de: 'Der Eintrag gehört zu einer anderen Fallakte und wurde hierher kopiert.',
      en: 'The entry belongs to another case file and was copied here.'
    },
    remedy: actAsWithout
  },
  wrongSignature: {
    name: { de: 'Unterschrift ungültig', en: 'Signature not valid' },
    meaning: {
      de: 'Die Unterschrift passt nicht zu dem, was der Eintrag sagt. Er ist gefälscht oder wurde verändert.',
      en: 'The signature does not fit what the entry says. It is forged or was changed.'
    },
    remedy: keepAndRestore
  },
  unknownKey: {
    name: { de: 'Unbekannter Schlüssel', en: 'Unknown key' },
    meaning: {
      de: 'Unterschrieben ist mit einem Schlüssel, den niemand in dieser Schule erhalten hat. Bei der Gründung: Der Schlüssel ist nicht der von der Gründungsurkunde.',
      en: 'It is signed with a key that nobody in this school was given. At the founding: the key is not the one on the founding document.'
    },
    remedy: actAsWithout
  },
  revokedKey: {
    name: { de: 'Widerrufener Schlüssel', en: 'Revoked key' },
    meaning: {
      de: 'Unterschrieben ist mit einem Schlüssel, der zu diesem Zeitpunkt schon widerrufen war.',
      en: 'It is signed with a key that was already revoked at that time.'
    },
    remedy: actAsWithout
  },
  notAppointed: {
    name: { de: 'Nicht benannt', en: 'Not appointed' },
    meaning: {
      de: 'Wer unterschrieben hat, war zu diesem Zeitpunkt nicht benannt, oder die Benennung war schon beendet oder widerrufen.',
      en: 'Whoever signed was not appointed at that time, or the appointment had ended or been revoked.'
    },
    remedy: actAsWithout
  },
  wrongSigner: {
    name: { de: 'Falsche Aufgabe', en: 'Wrong role' },
    meaning: {
      de: 'Wer unterschrieben hat, darf das mit der eigenen Aufgabe nicht. Das kann zum Beispiel nur die Schulleitung.',
      en: 'Whoever signed may not do this in their role. Only the leadership can, for example.'
    },
    remedy: actAsWithout
  },
  timeBackwards: {
    name: { de: 'Zeit läuft rückwärts', en: 'Time runs backwards' },
    meaning: {
      de: 'Der Eintrag ist älter als der davor. Jemand hat ihn zurückdatiert, oder er wurde nachträglich eingefügt.',
      en: 'The entry is older than the one before. Somebody backdated it, or it was inserted later.'
    },
    remedy: keepAndRestore
  },
  payloadChanged: {
    name: { de: 'Angaben verändert', en: 'Details changed' },
    meaning: {
      de: 'Die personenbezogenen Angaben zu diesem Eintrag sind nicht die, die unterschrieben wurden.',
      en: 'The personal details of this entry are not those that were signed.'
    },
    remedy: keepAndRestore
  },
  fourEyesBroken: {
    name: { de: 'Vier-Augen-Prinzip verletzt', en: 'Four-eyes principle broken' },
    meaning: {
      de: 'Dieselbe Person hat in eigener Sache unterschrieben: vorgeschlagen und entschieden, oder sich selbst benannt (P21).',
      en: 'The same person signed in their own matter: proposed and decided, or appointed themselves (P21).'
    },
    remedy: actAsWithout
  },
  wrongTransition: {
    name: { de: 'Passt nicht zum Stand', en: 'Does not fit the state' },
    meaning: {
      de: 'Das war beim damaligen Stand nicht möglich: zum Beispiel eine zweite Entscheidung über dasselbe oder etwas, das nach dem Verfall der Freigabe ausgeführt wurde.',
      en: 'This was not possible as things stood: for example a second decision on the same matter, or something carried out after the approval had expired.'
    },
    remedy: actAsWithout
  },
  planChanged: {
    name: { de: 'Nicht das Freigegebene', en: 'Not what was approved' },
    meaning: {
      de: 'Ausgeführt wurde etwas anderes, als die Schulleitung freigegeben hat.',
      en: 'Something else was carried out than the leadership approved.'
    },
    remedy: {
      de: 'Öffnen Sie den Fall und vergleichen Sie ihn mit dem Verzeichnis. Die Schulleitung muss neu entscheiden.',
      en: 'Open the case and compare it with the directory. The leadership has to decide anew.'
    }
  },
  documentChanged: {
    name: { de: 'Am Journal vorbei geändert', en: 'Changed past the journal' },
    meaning: {
      de: 'Einstellungen, Listenprofile oder die Verbindung zum Verzeichnis sind in der Fallakte andere, als dieser Eintrag nennt. Jemand hat sie außerhalb von Netzwart geändert. Was von ihnen abhängt, führt Netzwart nicht aus.',
      en: 'Settings, roster profiles or the connection to the directory in the case file are not those that this entry names. Somebody changed them outside Netzwart. What depends on them is not carried out.'
    },
    remedy: {
      de: 'Eine Administratorin oder ein Administrator sieht die Einstellungen durch, berichtigt sie und speichert sie neu; die Verbindung zum Verzeichnis wird neu eingerichtet. Klären Sie, wer in die Datenbank schreiben kann.',
      en: 'An administrator looks through the settings, corrects them and saves them anew; the connection to the directory is set up again. Find out who can write to the database.'
    }
  },
  planNotOfCase: {
    name: { de: 'Plan passt nicht zum Fall', en: 'Plan does not fit the case' },
    meaning: {
      de: 'Der Plan, der hier unterschrieben ist, betrifft ein anderes Konto, eine andere Gruppe oder etwas anderes als die Maßnahmen des Falls. Netzwart führt ihn nicht aus.',
      en: 'The plan that is signed here is about another account, another group or something else than the measures of the case. Netzwart does not carry it out.'
    },
    remedy: {
      de: 'Klären Sie, wer diesen Vorschlag unterschrieben hat, und vergleichen Sie die betroffenen Konten und Gruppen mit dem Verzeichnis. Der Fall muss neu vorgeschlagen werden.',
      en: 'Find out who signed this proposal, and compare the accounts and groups concerned with the directory. The case has to be proposed anew.'
    }
  },
  truncated: {
    name: { de: 'Ende abgeschnitten', en: 'End cut off' },
    meaning: {
      de: 'Dieser Kopf wurde gedruckt oder an diesem PC gesehen; jetzt fehlen die Einträge bis dorthin. Jemand hat sie gelöscht oder eine ältere Fallakte eingespielt.',
      en: 'This head was printed, or seen at this PC; now the entries up to it are missing. Somebody deleted them or put an older case file in place.'
    },
    remedy: {
      de: 'Arbeiten Sie nicht weiter, bevor geklärt ist, woher diese Fallakte stammt. Spielen Sie die neueste Sicherung ein.',
      en: 'Do not go on working before it is clear where this case file comes from. Restore the newest backup.'
    }
  }
}
