import type { Text } from '../../contract/language'

export const planFailures = {
  'plan.unrecorded': {
    de: 'Die Fallakte ließ sich während der Ausführung nicht weiter beschreiben (kein Speicherplatz, oder der Server antwortet nicht). Was im Verzeichnis schon geändert ist, bleibt geändert und wird beim Fortsetzen erkannt. Beheben Sie die Ursache und sehen Sie dann unter den Vorschauen nach, bevor Sie etwas wiederholen.',
    en: 'The case file could not be written any further while the plan was carried out (no space, or the server does not answer). What is changed in the directory already stays changed and is recognised when the plan goes on. Remove the cause, then look at the plans before you repeat anything.'
  },
  'plan.notFound': {
    de: 'Diese Vorschau gibt es nicht: {plan}. Bitte wählen Sie eine aus der Liste.',
    en: 'There is no such plan: {plan}. Please choose one from the list.'
  },
  'plan.ambiguous': {
    de: 'Mit „{plan}“ beginnen mehrere Vorschauen. Bitte geben Sie mehr Zeichen an.',
    en: 'Several plans begin with “{plan}”. Please give more characters.'
  },
  'plan.damaged': {
    de: 'Die gespeicherte Vorschau {plan} stimmt nicht mehr mit ihrer Prüfsumme überein und wird nicht ausgeführt. Bitte berechnen Sie sie neu.',
    en: 'The kept plan {plan} no longer matches its checksum and is not carried out. Please compute it anew.'
  },
  'plan.undone': {
    de: 'Diese Vorschau wurde rückgängig gemacht und kann nicht noch einmal ausgeführt werden. Bitte berechnen Sie eine neue.',
    en: 'This plan was undone and cannot be applied again. Please compute a new one.'
  },
  'plan.discarded': {
    de: 'Diese Vorschau wurde verworfen. Bitte berechnen Sie eine neue.',
    en: 'This plan was discarded. Please compute a new one.'
  },
  'plan.begun': {
    de: 'Diese Vorschau wurde schon ausgeführt und kann nicht verworfen werden. Sie können sie rückgängig machen.',
    en: 'This plan has already been applied and cannot be discarded. You can undo it.'
  },
  'plan.runningElsewhere': {
    de: 'An einem anderen PC wird gerade eine Vorschau ausgeführt oder zurückgenommen. Es wurde nichts begonnen. Warten Sie, bis sie dort fertig ist, und versuchen Sie es dann noch einmal.',
    en: 'A plan is being applied or undone on another PC. Nothing was begun. Wait until it has finished there, then try again.'
  },
  'plan.runningHere': {
    de: 'Netzwart führt gerade selbst etwas anderes aus, zum Beispiel eine beschlossene Maßnahme oder eine andere Vorschau. Es wurde nichts begonnen. Bitte versuchen Sie es gleich noch einmal.',
    en: 'Netzwart itself is carrying out something else just now, for example a measure that was decided or another plan. Nothing was begun. Please try again in a moment.'
  },
  'plan.nothingToUndo': {
    de: 'Es gibt nichts rückgängig zu machen: Kein Schritt wurde ausgeführt, oder die Schritte lassen sich nicht zurücknehmen (zum Beispiel ein neues Passwort).',
    en: 'There is nothing to undo: no step was carried out, or the steps cannot be taken back (a new password, for example).'
  },
  'plan.undoOfUndo': {
    de: 'Eine Rücknahme kann nicht selbst zurückgenommen werden. Bitte berechnen Sie eine neue Vorschau.',
    en: 'An undo cannot itself be undone. Please compute a new plan.'
  },
  'plan.needFailed': {
    de: 'Dieser Schritt braucht Schritt {step} („{name}“), und der ist nicht gelungen. Beheben Sie dessen Ursache und setzen Sie dann fort.',
    en: 'This step needs step {step} (“{name}”), which did not succeed. Mend its cause, then go on.'
  },
  'plan.confirmationNeeded': {
    de: 'Diese Vorschau trägt {leavers} von {governed} Konten als Abgänger ein. Prüfen Sie, ob die Schülerliste vollständig ist, und geben Sie dann die Zahl {leavers} ein.',
    en: 'This plan marks {leavers} of {governed} accounts as leavers. Check that the roster is complete, then type in the number {leavers}.'
  },
  'plan.renamesConfirmationNeeded': {
    de: 'Diese Vorschau gibt {renames} von {governed} Konten einen anderen Namen. Prüfen Sie, ob die Spalte der Schul-ID die richtige ist, und geben Sie dann die Zahl {renames} ein.',
    en: 'This plan gives {renames} of {governed} accounts another name. Check that the column of the school id is the right one, then type in the number {renames}.'
  },
  'plan.unknownStep': {
    de: 'Diese Fassung von Netzwart kann den Schritt „{kind}“ nicht ausführen. Bitte berechnen Sie die Vorschau neu.',
    en: 'This version of Netzwart cannot carry out the step “{kind}”. Please compute the plan anew.'
  },
  'plan.unknownTarget': {
    de: 'Diese Fassung von Netzwart kann „{target}“ nicht ändern. Bitte aktualisieren Sie Netzwart oder berechnen Sie die Vorschau neu.',
    en: 'This version of Netzwart cannot change “{target}”. Please update Netzwart or compute the plan anew.'
  },
  'plan.otherDirectory': {
    de: 'Diese Vorschau wurde für ein anderes Verzeichnis berechnet ({directory}). Verbinden Sie dieses Verzeichnis oder berechnen Sie die Vorschau neu.',
    en: 'This plan was computed for another directory ({directory}). Connect that directory or compute the plan anew.'
  },

  // Accident guards and settings of a roster's plan
  'plan.rosterEmpty': {
    de: 'Die Liste enthält keine einzige Person. Es wurde nichts geplant. Bitte prüfen Sie, ob es die richtige Datei ist und ob der Export vollständig war.',
    en: 'The roster holds not a single person. Nothing was planned. Please check that it is the right file and that the export was complete.'
  },
  'plan.rosterTruncated': {
    de: 'Die Liste nennt nur {persons} {persons|Person|Personen}, im Verzeichnis sind es {governed}. Sie sieht unvollständig aus; es wurde nichts geplant. Bitte exportieren Sie sie neu. Gehen wirklich so viele, dann lassen Sie diese Personen mit ihrem Abgangsdatum in der Liste stehen. Soll die Liste nur ergänzen, sagen Sie das dazu („ergänzt nur“, --only-add).',
    en: 'The roster names only {persons} {persons|person|persons}, the directory has {governed}. It looks incomplete; nothing was planned. Please export it again. If so many really leave, keep these persons in the roster with the day they leave. Where the roster only adds, say so (“only adds”, --only-add).'
  },
  'plan.rosterMatchesNobody': {
    de: 'Von {governed} {governed|Konto|Konten} im Verzeichnis kommt keines in der Liste vor ({persons} {persons|Person|Personen}). Es wurde nichts geplant. Bitte prüfen Sie, ob es die Liste Ihrer Schule ist und ob Personenart und Spalte der Schul-ID richtig gewählt sind. Soll die Liste nur ergänzen, sagen Sie das dazu („ergänzt nur“, --only-add).',
    en: 'Of {governed} {governed|account|accounts} in the directory none occurs in the roster ({persons} {persons|person|persons}). Nothing was planned. Please check that it is the roster of your school and that the kind of persons and the column of the id number are chosen correctly. Where the roster only adds, say so (“only adds”, --only-add).'
  },
  'plan.namesSwapped': {
    de: 'In {rows} {rows|Zeile|Zeilen} stehen Vor- und Nachname vertauscht: So herum kennt das Verzeichnis diese Personen, wie sie in der Liste stehen nicht. Es wurde nichts geplant. Bitte ordnen Sie die beiden Spalten richtig zu.',
    en: 'In {rows} {rows|row|rows} first and last name are swapped: the directory knows these persons that way round, but not as they stand in the roster. Nothing was planned. Please map the two columns correctly.'
  },
  'plan.idsOfOthers': {
    de: 'In {rows} von {matched} Zeilen gehört die Schul-ID im Verzeichnis einer anderen Person. Die Spalte ist wohl eine laufende Nummer, die sich verschoben hat, oder stammt aus einem anderen Programm. Es wurde nichts geplant. Bitte wählen Sie die Spalte mit den bleibenden Nummern, oder ordnen Sie der Schul-ID keine Spalte zu; dann entscheiden Name und Geburtsdatum.',
    en: 'In {rows} of {matched} rows the school id belongs to another person in the directory. The column is probably a running number that has moved, or comes from another program. Nothing was planned. Please choose the column of the lasting numbers, or map no column to the school id; then name and birth date decide.'
  },
  'plan.classesUnknown': {
    de: 'Diese Klassen stehen weder in der Liste noch im Verzeichnis: {classes}. Es wurde nichts geplant. Bitte prüfen Sie die Schreibweise.',
    en: 'These classes stand neither in the roster nor in the directory: {classes}. Nothing was planned. Please check the spelling.'
  },
  'plan.loginPatternUnusable': {
    de: 'Das Muster „{pattern}“ ergibt keine Anmeldenamen. Es braucht {family} oder {given} und sonst nur Buchstaben, Ziffern, Punkt, Binde- und Unterstrich; bitte ändern Sie es in den Einstellungen.',
    en: 'The pattern “{pattern}” makes no logins. It needs {family} or {given}, and otherwise only letters, digits, dot, hyphen and underscore; please change it in the settings.'
  }
} as const satisfies Record<string, Text>
