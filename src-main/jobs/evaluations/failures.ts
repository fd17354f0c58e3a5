import type { Text } from '../../contract/language'

export const evaluationsFailures = {
  'logs.compressionUnknown': {
    de: 'Die Datei „{file}“ ist gepackt ({compression}), und diese Fassung kann sie nicht entpacken. Bitte entpacken Sie sie und nennen Sie die entpackte Datei.',
    en: 'The file “{file}” is packed ({compression}), and this version cannot unpack it. Please unpack it and name the unpacked file.'
  },
  'logs.formatUnknown': {
    de: 'Das Format der Datei „{file}“ ist nicht zu erkennen. Nennen Sie es: in den Einstellungen bei der Quelle, an der Befehlszeile mit --format (docs/logs.md).',
    en: 'The format of the file “{file}” cannot be recognised. Name it: in the settings at the source, at the command line with --format (docs/logs.md).'
  },
  'logs.mappingMissing': {
    de: 'Das Format „{format}“ schreibt jede Schule anders. Beschreiben Sie, was darin wo steht (docs/logs.md, „Eigene Formate“).',
    en: 'Each school writes the format “{format}” in its own way. Describe what stands where in it (docs/logs.md, “Formats of one’s own”).'
  },
  'logs.logformatWrong': {
    de: 'Das ist keine Zeile „logformat“ von Squid. Übernehmen Sie sie so, wie sie in squid.conf steht.',
    en: 'This is no “logformat” line of Squid. Copy it as it stands in squid.conf.'
  },
  'logs.logformatWithoutTime': {
    de: 'In diesem „logformat“ steht keine Zeit, die sich lesen lässt. Nehmen Sie %ts.%03tu oder %tl hinein; ältere Zeilen lassen sich keiner Zeit zuordnen.',
    en: 'There is no time in this “logformat” that can be read. Add %ts.%03tu or %tl to it; older lines belong to no time.'
  },
  'logs.messageWrong': {
    de: 'Eine der Meldungen von linelog ist nicht zu lesen. Übernehmen Sie sie so, wie sie in der Datei des Moduls steht, mit festen Wörtern darin.',
    en: 'One of linelog’s messages cannot be read. Copy it as it stands in the module’s file, with fixed words in it.'
  },
  'logs.messageWithoutTime': {
    de: 'In einer der Meldungen von linelog steht keine Zeit. Setzen Sie in der Datei des Moduls %S davor; ältere Zeilen lassen sich keiner Zeit zuordnen.',
    en: 'One of linelog’s messages has no time. Put %S before it in the module’s file; older lines belong to no time.'
  },
  'logs.csvTimeWrong': {
    de: 'So geschrieben nennt die Zeit nicht Tag und Uhrzeit. Nehmen Sie „iso“, „seconds“, „milliseconds“ oder ein Muster wie %d.%m.%Y %H:%M:%S.',
    en: 'Written so, the time does not name day and hour. Use “iso”, “seconds”, “milliseconds” or a pattern like %d.%m.%Y %H:%M:%S.'
  },
  'logs.csvColumnWrong': {
    de: 'Die Spalten passen nicht: Ohne Kopfzeile heißen sie 1, 2, 3 …, und jede darf nur eines bedeuten.',
    en: 'The columns do not fit: without a line of names they are called 1, 2, 3 …, and each may mean one thing only.'
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
  'standingOrders.notFound': {
    de: 'Diese Daueranordnung gibt es nicht. Bitte laden Sie die Liste neu.',
    en: 'There is no such standing order. Please reload the list.'
  },
  'standingOrders.over': {
    de: 'Diese Daueranordnung ist nicht mehr in Kraft. Bitte laden Sie die Ansicht neu.',
    en: 'This standing order is in force no more. Please reload the view.'
  },
  'standingOrders.untilTooEarly': {
    de: 'Der letzte Tag liegt in der Vergangenheit. Wählen Sie heute oder einen späteren Tag.',
    en: 'The last day lies in the past. Choose today or a later day.'
  },
  'standingOrders.untilTooLate': {
    de: 'Eine Daueranordnung gilt höchstens bis zum {day}. Wählen Sie diesen Tag oder einen früheren.',
    en: 'A standing order is in force until {day} at the latest. Choose that day or an earlier one.'
  },
  'standingOrders.sourceHoldsContents': {
    de: 'In „{name}“ stehen Inhalte von Nachrichten. Die liest keine Daueranordnung (P24). Lassen Sie die Quelle weg.',
    en: '“{name}” holds contents of messages. No standing order reads them (P24). Leave the source out.'
  },
  'standingOrders.sourceIsServer': {
    de: 'Die Quelle „{name}“ ist ein Server, der gefragt wird. Eine Daueranordnung läuft nur über Dateien; ordnen Sie für den Server im Einzelfall eine Auswertung an.',
    en: 'The source “{name}” is a server that is asked. A standing order runs over files only; order an evaluation for the server in the single case.'
  },
  'standingOrders.sourceUnread': {
    de: 'Daueranordnung {number}: „{name}“ ließ sich nicht ganz lesen. Die Schulleitung sieht an der Daueranordnung, was fehlt; bitte prüfen Sie Pfad, Rechte und Dateien der Quelle.',
    en: 'Standing order {number}: “{name}” could not be read completely. The leadership sees at the standing order what is missing; please check path, permissions and files of the source.'
  },
  'standingOrders.ruleChanged': {
    de: 'Daueranordnung {number}: Eine Regel hat seit der Unterschrift einen anderen Text und läuft nicht mehr. Bitte geben Sie eine neue Daueranordnung.',
    en: 'Standing order {number}: a rule has another text than when it was signed and does not run any more. Please give a new standing order.'
  },
  'standingOrders.keyLost': {
    de: 'Daueranordnung {number}: Der Schlüssel ihrer Pseudonyme lässt sich auf diesem PC nicht öffnen. Bitte ziehen Sie sie zurück, und geben Sie eine neue.',
    en: 'Standing order {number}: the key of its pseudonyms cannot be opened on this PC. Please withdraw it and give a new one.'
  },
  'evidence.secretGone': {
    de: 'Den Schlüssel zu den Pseudonymen dieser Anordnung gibt es nicht mehr. Die Schulleitung kann eine neue geben, die Personen, Adressen oder niemanden nennt.',
    en: 'The key to the pseudonyms of this order is gone. The leadership can give a new one that names persons, addresses or nobody.'
  },
  'evidence.secretElsewhere': {
    de: 'Wen die Pseudonyme meinen, findet nur der PC „{computer}“, auf dem die Daueranordnung läuft. Bitte sammeln Sie die Beweismittel dort.',
    en: 'Only the PC “{computer}”, on which the standing order runs, finds whom the pseudonyms mean. Please gather the evidence there.'
  },
  'orders.flagNamesNobody': {
    de: 'Dieser Hinweis nennt keine Pseudonyme, oder die Anordnung nennt noch andere. Wählen Sie, wen sie betrifft.',
    en: 'This flag names no pseudonyms, or the order names others besides. Choose whom it concerns.'
  },
  'flags.messageMissing': {
    de: 'Wer den Hinweis gemeldet hat, bekommt einen Satz von Ihnen. Bitte schreiben Sie ihn.',
    en: 'Whoever has reported the flag gets a sentence of yours. Please write it.'
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
  },
  'notices.recipientGone': {
    de: 'Diese Person steht nicht mehr unter denen, die zu benachrichtigen sind. Bitte laden Sie die Ansicht neu.',
    en: 'This person is no longer among those who are to be notified. Please reload the view.'
  },
  'notices.alreadyGiven': {
    de: 'Dass diese Person benachrichtigt ist, steht schon im Journal. Bitte laden Sie die Ansicht neu.',
    en: 'The journal says already that this person was notified. Please reload the view.'
  },
  'notices.dayInFuture': {
    de: 'Der Tag {day} liegt in der Zukunft. Halten Sie die Benachrichtigung fest, wenn sie gegeben ist.',
    en: 'The day {day} lies in the future. Record the notice once it was given.'
  },
  'notices.dayTooEarly': {
    de: 'Gelesen wurde erst am {day}. Wählen Sie diesen Tag oder einen späteren.',
    en: 'Nothing was read before {day}. Choose that day or a later one.'
  },
  'notices.guardiansToo': {
    de: 'Die Person ist minderjährig. Benachrichtigen Sie auch die Erziehungsberechtigten, und halten Sie beides zusammen fest.',
    en: 'The person is a minor. Notify the guardians, too, and record both together.'
  },
  'notices.noGuardians': {
    de: 'Diese Person ist volljährig. Speichern Sie das Schreiben an die Person selbst.',
    en: 'This person is of age. Save the letter to the person.'
  },
  'notices.nobodyWaits': {
    de: 'Hier wartet niemand auf eine Benachrichtigung. Bitte laden Sie die Ansicht neu.',
    en: 'Nobody waits for a notice here. Please reload the view.'
  },
  'notices.untilOutOfReach': {
    de: 'Aufschieben lässt sich die Benachrichtigung auf einen Tag nach heute, längstens bis zum {day}. Wählen Sie einen solchen Tag.',
    en: 'The notice can be put off to a day after today, until {day} at the longest. Choose such a day.'
  },
  'notices.overdue': {
    de: 'Anordnungen, bei denen die Benachrichtigung von Betroffenen überfällig ist: {count}. Die Schulleitung sieht in der Übersicht, welche, und hält dort fest, dass sie gegeben ist.',
    en: 'Orders whose notice to persons concerned is overdue: {count}. The leadership sees in the overview which ones, and records there that it was given.'
  },
  'orders.notFound': {
    de: 'Diese Anordnung gibt es für Sie nicht. Bitte laden Sie die Liste neu.',
    en: 'There is no such order for you. Please reload the list.'
  },
  'orders.notPossibleNow': {
    de: 'Das ist beim jetzigen Stand der Anordnung nicht möglich. Bitte laden Sie die Ansicht neu.',
    en: 'This is not possible in the present state of the order. Please reload the view.'
  },
  'orders.concernsYou': {
    de: 'In eigener Sache ordnet niemand an (Vier-Augen-Prinzip). Bitten Sie jemand anderen aus der Schulleitung.',
    en: 'Nobody gives an order in their own matter (four-eyes principle). Ask somebody else of the leadership.'
  },
  'orders.personGone': {
    de: 'Das Konto einer der gewählten Personen gibt es nicht mehr. Bitte wählen Sie die Personen noch einmal.',
    en: 'The account of one of the chosen persons is gone. Please choose the persons again.'
  },
  'orders.addressUnknown': {
    de: '„{address}“ ist keine Adresse im Netz. Nennen Sie eine IP-Adresse (10.1.2.3) oder die Adresse eines Geräts (a4:5e:60:12:34:56).',
    en: '“{address}” is no address in the network. Name an IP address (10.1.2.3) or the address of a device (a4:5e:60:12:34:56).'
  },
  'orders.sourceGone': {
    de: 'Eine der gewählten Quellen steht nicht mehr in den Einstellungen. Bitte wählen Sie die Quellen noch einmal.',
    en: 'One of the chosen sources is no longer in the settings. Please choose the sources again.'
  },
  'orders.sourceHoldsContents': {
    de: 'In der Quelle „{name}“ stehen Inhalte. Begründen Sie, warum Inhalte gelesen werden dürfen, oder lassen Sie die Quelle weg.',
    en: 'The source “{name}” holds contents. Give the reason why contents may be read, or leave the source out.'
  },
  'orders.ruleGone': {
    de: 'Eine der gewählten Regeln gibt es nicht mehr. Bitte wählen Sie die Regeln noch einmal.',
    en: 'One of the chosen rules is gone. Please choose the rules again.'
  },
  'orders.windowReversed': {
    de: 'Das Ende des Zeitraums liegt vor seinem Anfang. Bitte prüfen Sie Tage und Uhrzeiten.',
    en: 'The end of the window lies before its beginning. Please check days and times.'
  },
  'orders.windowInFuture': {
    de: 'Der Zeitraum reicht in die Zukunft. Auswerten lässt sich nur, was schon geschehen ist; wählen Sie ein früheres Ende.',
    en: 'The window reaches into the future. Only what has happened already can be evaluated; choose an earlier end.'
  },
  'orders.windowTooLong': {
    de: 'Der Zeitraum ist länger als 31 Tage. Wählen Sie einen kürzeren, oder geben Sie mehrere Anordnungen.',
    en: 'The window is longer than 31 days. Choose a shorter one, or give several orders.'
  },
  'orders.expiresTooEarly': {
    de: 'Der letzte Tag der Anordnung ist schon vorbei. Wählen Sie heute oder einen späteren Tag.',
    en: 'The last day of the order is over already. Choose today or a later day.'
  },
  'orders.expiresTooLate': {
    de: 'Eine Anordnung von heute gilt längstens bis zum {day}. Wählen Sie einen früheren letzten Tag.',
    en: 'An order of today is in force until {day} at the longest. Choose an earlier last day.'
  },
  'orders.evaluatorTwice': {
    de: 'Eine Auswertung nehmen verschiedene Personen vor (Vier-Augen-Prinzip). Wählen Sie jede nur einmal.',
    en: 'An evaluation is made by different persons (four-eyes principle). Choose each of them once.'
  },
  'orders.evaluatorOrders': {
    de: 'Wer die Auswertung anordnet, nimmt sie nicht selbst vor. Wählen Sie jemand anderen.',
    en: 'Whoever orders the evaluation does not make it. Choose somebody else.'
  },
  'orders.evaluatorConcerned': {
    de: '{name} ist betroffen und kann nicht auswerten. Wählen Sie jemand anderen.',
    en: '{name} is concerned and cannot evaluate. Choose somebody else.'
  },
  'orders.evaluatorNotAppointed': {
    de: 'Eine der gewählten Personen ist nicht (mehr) für Auswertungen benannt. Benennen Sie sie, oder wählen Sie jemand anderen.',
    en: 'One of the chosen persons is not appointed for evaluations (any more). Appoint them, or choose somebody else.'
  },
  'logs.brokenOff': {
    de: '{file}: Der Server brach mittendrin ab. Geprüft ist nur, was bis dahin kam.',
    en: '{file}: the server broke off in the middle. Only what had come until then is checked.'
  },
  'logSources.pathNotWhole': {
    de: 'Der Pfad „{path}“ ist nicht vollständig. Nennen Sie ihn ab dem Laufwerk oder ab „/“, mit „*“ nur im letzten Teil.',
    en: 'The path “{path}” is not complete. Name it from the drive or from “/” on, with “*” in its last part alone.'
  },
  'logSources.addressNotWhole': {
    de: '„{address}“ ist keine Adresse eines Protokollservers. Sie beginnt mit „https://“, zum Beispiel https://logs.schule.example:19531; unverschlüsselt („http://“) nur auf diesem PC.',
    en: '“{address}” is no address of a log server. It begins with “https://”, for example https://logs.schule.example:19531; unencrypted (“http://”) on this PC alone.'
  },
  'logSources.checkUnderWay': {
    de: 'Diese Quelle wird gerade schon geprüft. Bitte warten Sie, oder brechen Sie die Prüfung ab.',
    en: 'This source is being checked already. Please wait, or cancel the check.'
  },
  'logSources.nameTaken': {
    de: 'Eine Quelle mit dem Namen „{name}“ gibt es schon. Bitte wählen Sie einen anderen Namen.',
    en: 'There is a source with the name “{name}” already. Please choose another name.'
  },
  'logSources.formatUnknown': {
    de: 'Das Format „{format}“ kann diese Fassung nicht lesen. Wählen Sie ein anderes, oder lassen Sie es am Inhalt erkennen.',
    en: 'This version cannot read the format “{format}”. Choose another one, or have it recognised by the content.'
  },
  'logSources.gone': {
    de: 'Diese Quelle gibt es nicht mehr. Bitte laden Sie die Liste neu.',
    en: 'This source is gone. Please reload the list.'
  },
  'evaluations.notFound': {
    de: 'Diese Auswertung gibt es für Sie nicht. Öffnen können sie nur die Auswertenden, die die Anordnung nennt.',
    en: 'There is no such evaluation for you. Only the evaluators whom the order names can open it.'
  },
  'evaluations.notOpen': {
    de: 'Die Auswertung ist nicht (mehr) geöffnet. Öffnen Sie sie zu zweit noch einmal.',
    en: 'The evaluation is not open (any more). Open it again, the two of you.'
  },
  'evaluations.notInForce': {
    de: 'Die Anordnung gilt nicht mehr: Sie ist zurückgezogen oder abgelaufen. Weiter geht es nur mit einer neuen Anordnung der Schulleitung.',
    en: 'The order is no longer in force: it was withdrawn or has expired. It goes on only with a new order of the leadership.'
  },
  'evaluations.orderErased': {
    de: 'Was die Anordnung erlaubt, ist gelöscht. Ohne sie wird nichts geöffnet; bitten Sie die Schulleitung um eine neue.',
    en: 'What the order allows is erased. Nothing is opened without it; ask the leadership for a new one.'
  },
  'evaluations.closed': {
    de: 'Diese Auswertung ist abgeschlossen und wird nicht noch einmal geöffnet.',
    en: 'This evaluation is closed and is not opened again.'
  },
  'evaluations.nothingToPropose': {
    de: 'Aus dieser Auswertung können Sie keinen Fall vorschlagen. Das können nur ihre Auswertenden, und nur wenn sie einen Verstoß festgestellt haben.',
    en: 'You cannot propose a case from this evaluation. Only its evaluators can, and only if they have found a violation.'
  },
  'evaluations.notConcluded': {
    de: 'Ein Protokoll gibt es erst, wenn die Auswertung abgeschlossen ist. Schließen Sie sie zu zweit ab.',
    en: 'There is no protocol before the evaluation is concluded. Conclude it, the two of you.'
  },
  'evaluations.nothingSealed': {
    de: 'Unter dieser Anordnung ist noch nichts gelesen und versiegelt. Lesen Sie zuerst die Protokolle ein.',
    en: 'Nothing was read and sealed under this order yet. Read the logs first.'
  },
  'evaluations.notEvaluator': {
    de: 'Diese Person kann hier nicht mitwirken: Die Anordnung nennt sie nicht, ihre Benennung ist beendet, oder sie hat die Auswertung nicht mit geöffnet.',
    en: 'This person cannot take part here: the order does not name them, their appointment has ended, or they did not open the evaluation.'
  },
  'evaluations.samePerson': {
    de: 'Dazu gehören zwei verschiedene Personen. Bitten Sie die zweite, ihre Passphrase selbst einzugeben.',
    en: 'This takes two different persons. Ask the second one to type their passphrase themselves.'
  },
  'evaluations.askerMissing': {
    de: 'Eine der beiden Personen muss selbst angemeldet sein. Melden Sie sich an, oder brechen Sie ab und beginnen Sie neu.',
    en: 'One of the two must be signed in. Sign in, or cancel and begin anew.'
  },
  'evaluations.otherAct': {
    de: 'Die erste Person wollte etwas anderes. Brechen Sie ab, und beginnen Sie gemeinsam neu.',
    en: 'The first person had something else in mind. Cancel and begin anew together.'
  },
  'evaluations.nobodyWaits': {
    de: 'Die erste Person wartet nicht mehr. Beginnen Sie gemeinsam neu.',
    en: 'The first person does not wait any longer. Begin anew together.'
  },
  'evaluations.notShared': {
    de: 'Diese Fallakte liegt auf einem einzelnen Rechner. Bitten Sie die zweite Person, ihre Passphrase hier einzugeben.',
    en: 'This case file lies on a single computer. Ask the second person to type their passphrase here.'
  },
  'evaluations.notShareable': {
    de: 'Diese Auswertung haben beide an einem Rechner geöffnet. Bitten Sie die zweite Person, ihre Passphrase hier einzugeben.',
    en: 'Both have opened this evaluation at one computer. Ask the second person to type their passphrase here.'
  },
  'evaluations.notAsked': {
    de: 'Diese Anfrage gibt es nicht mehr: Sie ist abgelaufen, zurückgezogen oder schon beantwortet. Lassen Sie noch einmal anfragen.',
    en: 'This request is gone: it has expired, was withdrawn or is answered already. Have it asked again.'
  },
  'evaluations.declined': {
    de: 'Die zweite Person hat nicht freigegeben. Sprechen Sie mit ihr, und fragen Sie dann neu an.',
    en: 'The second person has not released it. Talk to them, and then ask anew.'
  },
  'evaluations.noAnswer': {
    de: 'Die zweite Person hat nicht rechtzeitig geantwortet. Rufen Sie sie an, und fragen Sie neu an.',
    en: 'The second person has not answered in time. Call them, and ask anew.'
  },
  'evaluations.takenBack': {
    de: 'Die zweite Person hat ihre Freigabe zurückgenommen. Die Auswertung ist geschlossen; öffnen können Sie sie nur gemeinsam neu.',
    en: 'The second person has taken their release back. The evaluation is closed; you can only open it anew together.'
  },
  'evaluations.otherPcSilent': {
    de: 'Der andere Rechner hat nicht geantwortet. Prüfen Sie, ob Netzwart dort noch läuft, und im Journal, ob beide unterschrieben haben; sonst beginnen Sie neu.',
    en: 'The other computer has not answered. Check whether Netzwart still runs there, and in the journal whether both have signed; else begin anew.'
  },
  'evaluations.pseudonymUnknown': {
    de: 'Dieses Pseudonym gibt es in dieser Auswertung nicht. Bitte laden Sie die Ansicht neu.',
    en: 'There is no such pseudonym in this evaluation. Please reload the view.'
  },
  'evaluations.eventUnknown': {
    de: 'Dieses Ereignis gehört nicht zu dieser Auswertung. Bitte laden Sie die Ansicht neu.',
    en: 'This event does not belong to this evaluation. Please reload the view.'
  },
  'handovers.notConcluded': {
    de: 'Übergeben wird nur, was die Auswertenden zu zweit mit dem Ergebnis „Übergabe an die Strafverfolgung“ abgeschlossen haben. Warten Sie den Abschluss ab.',
    en: 'Only what the two evaluators have concluded with “handing over to law enforcement” is handed over. Wait for their conclusion.'
  },
  'handovers.destroyed': {
    de: 'Die Beweismittel sind vernichtet; es gibt nichts mehr zu übergeben. Übergeben Sie das gedruckte Protokoll, wenn es genügt.',
    en: 'The evidence is destroyed; there is nothing to hand over any more. Hand over the printed protocol if that is enough.'
  },
  'handovers.notDecided': {
    de: 'Die Schulleitung hat noch nicht entschieden, an wen übergeben wird. Bitten Sie sie darum.',
    en: 'The leadership has not decided yet to whom it is handed over. Ask them to.'
  },
  'handovers.changed': {
    de: 'Die Schulleitung hat inzwischen anders entschieden. Lesen Sie die neue Entscheidung, und beginnen Sie gemeinsam neu.',
    en: 'The leadership has decided otherwise meanwhile. Read the new decision, and begin anew together.'
  },
  'handovers.recipientMissing': {
    de: 'Ohne öffentlichen Schlüssel könnte niemand das Paket öffnen. Lassen Sie sich von der Behörde einen nennen (er beginnt mit „age1“).',
    en: 'Without a public key nobody could open the bundle. Have the authority name one to you (it begins with “age1”).'
  },
  'handovers.recipientUnknown': {
    de: '„{recipient}“ ist kein öffentlicher Schlüssel von age. Kopieren Sie ihn noch einmal ganz: Er beginnt mit „age1“ und hat 62 Zeichen.',
    en: '“{recipient}” is no public key of age. Copy it whole once more: it begins with “age1” and has 62 characters.'
  },
  'handovers.recipientSecret': {
    de: 'Das ist der geheime Schlüssel der Behörde. Löschen Sie ihn, sagen Sie der Behörde, dass er nicht mehr geheim ist, und lassen Sie sich einen neuen öffentlichen nennen.',
    en: 'This is the authority’s secret key. Delete it, tell the authority that it is no longer secret, and have them name a new public one.'
  }
} as const satisfies Record<string, Text>
