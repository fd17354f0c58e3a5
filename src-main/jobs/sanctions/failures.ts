import type { Text } from '../../contract/language'

export const sanctionsFailures = {
  'sanctions.caseNotFound': {
    de: 'Diesen Fall gibt es nicht. Bitte laden Sie die Liste neu.',
    en: 'There is no such case. Please reload the list.'
  },
  'sanctions.originNotFound': {
    de: 'Das, woraus der Fall entstehen soll, gibt es nicht. Öffnen Sie den Fall noch einmal von der Übersicht aus.',
    en: 'There is no such thing that the case could begin from. Open the case again from the overview.'
  },
  'sanctions.notPossibleNow': {
    de: 'Das ist beim jetzigen Stand des Falls nicht möglich. Bitte laden Sie die Ansicht neu.',
    en: 'This is not possible in the present state of the case. Please reload the view.'
  },
  'sanctions.ownProposal': {
    de: 'Wer einen Fall eröffnet oder vorschlägt, entscheidet nicht darüber (Vier-Augen-Prinzip). Bitten Sie die Stellvertretung.',
    en: 'Whoever opens or proposes a case does not decide on it (four-eyes principle). Ask the deputy.'
  },
  'sanctions.ownMatter': {
    de: 'In eigener Sache entscheidet und unterschreibt niemand. Bitten Sie jemanden aus Schulleitung oder Administration, den der Fall nicht betrifft.',
    en: 'Nobody decides or signs in their own matter. Ask somebody of the leadership or the administration whom the case is not about.'
  },
  'sanctions.planDiffers': {
    de: 'Die Vorschau passt nicht mehr zu dem, was Sie freigeben wollen. Sehen Sie sich die neue Vorschau an und unterschreiben Sie dann.',
    en: 'The preview no longer fits what you are about to approve. Look at the new preview and then sign.'
  },
  'sanctions.planChangedAfterApproval': {
    de: 'Der gespeicherte Plan ist nicht der, den die Schulleitung freigegeben hat. Er wird nicht ausgeführt. Prüfen Sie das Journal.',
    en: 'The kept plan is not the one that the leadership approved. It is not carried out. Check the journal.'
  },
  'sanctions.planNotOfCase': {
    de: 'Der gespeicherte Plan passt nicht zu diesem Fall: Er betrifft ein anderes Konto oder etwas anderes als die Maßnahmen des Falls. Er wird weder freigegeben noch ausgeführt. Prüfen Sie das Journal und lassen Sie den Fall neu vorschlagen.',
    en: 'The kept plan does not fit this case: it is about another account, or about something else than the measures of the case. It is neither approved nor carried out. Check the journal and have the case proposed anew.'
  },
  'sanctions.groupsDiffer': {
    de: 'Der gespeicherte Plan nennt andere Gruppen, als in den Einstellungen bei den Modulen stehen. Prüfen Sie die Einstellungen und lassen Sie den Fall neu vorschlagen.',
    en: 'The kept plan names other groups than the settings do for the modules. Check the settings and have the case proposed anew.'
  },
  'sanctions.moduleNotMapped': {
    de: 'Für das Modul „{module}“ ist in den Einstellungen keine Gruppe hinterlegt. Ohne sie kann es nicht entzogen werden.',
    en: 'The settings name no group for the module “{module}”. Without it the module cannot be refused.'
  },
  'sanctions.moduleGroupGone': {
    de: 'Das Modul „{module}“ kann so nicht entzogen werden: Seine Gruppe „{group}“ gibt es im Verzeichnis nicht mehr. Bitten Sie die Administration, die Gruppe dort wieder so zu nennen oder anzulegen, oder in den Einstellungen bei den Modulen eine andere zuzuordnen; mit einer anderen muss die Maßnahme neu vorgeschlagen werden.',
    en: 'The module “{module}” cannot be refused like this: its group “{group}” is no longer in the directory. Ask the administrators to give the group its name back or make it anew there, or to choose another one in the settings under Modules; with another one the measure has to be proposed anew.'
  },
  'sanctions.dayInPast': {
    de: 'Der Tag {day} liegt nicht in der Zukunft. Wählen Sie den ersten Tag, an dem die Person wieder frei ist.',
    en: 'The day {day} is not in the future. Choose the first day on which the person is free again.'
  },
  'sanctions.measureTwice': {
    de: 'Dieselbe Maßnahme steht zweimal da. Bitte entfernen Sie eine.',
    en: 'The same measure stands there twice. Please remove one.'
  },
  'sanctions.liftIsDecision': {
    de: 'Diese Sperre hat die Schulleitung entschieden (Fall {number}). Nur die Schulleitung kann sie vorzeitig aufheben.',
    en: 'The leadership decided on this suspension (case {number}). Only the leadership can lift it early.'
  },
  'sanctions.notReadBack': {
    de: 'Das Verzeichnis zeigt die Maßnahme nach der Ausführung nicht. Der Fall gilt nicht als in Kraft; versuchen Sie es noch einmal.',
    en: 'After it was carried out the directory does not show the measure. The case does not count as in force; try again.'
  },
  'sanctions.approvalExpired': {
    de: 'Die Freigabe ist verfallen, weil sie nicht innerhalb von 14 Tagen ausgeführt werden konnte. Der Fall muss neu vorgeschlagen werden.',
    en: 'The approval has expired because it could not be carried out within 14 days. The case has to be proposed anew.'
  },
  'sanctions.accountGone': {
    de: 'Das Konto gibt es im Verzeichnis nicht mehr, an ihm ist nichts mehr zu tun. Ein Vorschlag kann abgelehnt oder zurückgezogen werden, eine Freigabe verfällt.',
    en: 'The account is no longer in the directory; nothing is left to be done at it. A proposal can be refused or withdrawn, an approval expires.'
  }
} as const satisfies Record<string, Text>
