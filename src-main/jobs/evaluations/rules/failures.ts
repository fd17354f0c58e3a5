import type { Text } from '../../../contract/language'

/** What can be wrong with a Sigma rule, each with the sentence that says what to do; its line stands beside it. */
export const ruleFailures = {
  'rules.notText': {
    de: 'Die Datei ist kein Text in UTF-8. Speichern Sie sie als UTF-8.',
    en: 'The file is no UTF-8 text. Save it as UTF-8.'
  },
  'rules.empty': {
    de: 'In der Datei steht keine Regel.',
    en: 'There is no rule in the file.'
  },
  'rules.yaml': {
    de: 'Das ist kein gültiges YAML ({reason}). Prüfen Sie Einrückung und Anführungszeichen.',
    en: 'This is no valid YAML ({reason}). Check indentation and quotation marks.'
  },
  'rules.tooDeep': {
    de: 'Die Datei ist zu tief verschachtelt. Regeln brauchen höchstens {most} Ebenen.',
    en: 'The file is nested too deeply. Rules need at most {most} levels.'
  },
  'rules.aliases': {
    de: 'Die Datei verwendet Anker und Verweise (& und *). Schreiben Sie die Werte aus.',
    en: 'The file uses anchors and aliases (& and *). Write the values out.'
  },
  'rules.valueEmpty': {
    de: "Hinter „{key}“ steht nichts. Schreiben Sie null, wenn das Feld fehlen soll, oder '' für einen leeren Text.",
    en: "Nothing stands behind “{key}”. Write null where the field is to be absent, or '' for an empty text."
  },
  'rules.numberAmbiguous': {
    de: 'Die Zahl {value} wird verschieden gelesen. Setzen Sie sie in Anführungszeichen, wenn sie so im Protokoll steht.',
    en: 'The number {value} is read in different ways. Put it in quotation marks if the log has it like this.'
  },
  'rules.keyUnknown': {
    de: 'Der Schlüssel „{key}“ wird nicht unterstützt. Entfernen Sie ihn, oder prüfen Sie die Schreibweise.',
    en: 'The key “{key}” is not supported. Remove it, or check its spelling.'
  },
  'rules.keyMissing': {
    de: 'Es fehlt „{key}“.',
    en: '“{key}” is missing.'
  },
  'rules.valueWrong': {
    de: 'Der Wert von „{key}“ ist nicht möglich. docs/rules.md zeigt die Form.',
    en: 'The value of “{key}” is not possible. docs/rules.md shows its form.'
  },
  'rules.statusUnsupported': {
    de: 'Die Regel nennt sich selbst „unsupported“ (nicht verwendbar). Überarbeiten Sie sie und ändern Sie „status“.',
    en: 'The rule calls itself “unsupported”. Revise it and change “status”.'
  },
  'rules.modifierUnknown': {
    de: 'Die Angabe „|{modifier}“ wird nicht unterstützt. docs/rules.md nennt die unterstützten.',
    en: 'The modifier “|{modifier}” is not supported. docs/rules.md lists those that are.'
  },
  'rules.modifierCombination': {
    de: 'Die Angaben „|{modifiers}“ passen so nicht zusammen. docs/rules.md nennt Verbindungen und Reihenfolge.',
    en: 'The modifiers “|{modifiers}” do not go together like this. docs/rules.md lists combinations and order.'
  },
  'rules.valueForModifier': {
    de: 'Der Wert „{value}“ passt nicht zu „|{modifier}“.',
    en: 'The value “{value}” does not fit “|{modifier}”.'
  },
  'rules.regexRefused': {
    de: 'Der reguläre Ausdruck wird nicht unterstützt ({reason}). Netzwart nimmt nur, was nie hängen bleibt (RE2): keine Vorausschau, keine Rückverweise.',
    en: 'The regular expression is not supported ({reason}). Netzwart takes only what can never hang (RE2): no lookaround, no back-references.'
  },
  'rules.listUnknown': {
    de: 'Die Liste „%{list}%“ gibt es nicht. Legen Sie sie unter „netzwart: lists:“ in dieser Datei an.',
    en: 'There is no list “%{list}%”. Put it under “netzwart: lists:” in this file.'
  },
  'rules.tooManyValues': {
    de: 'Aus diesem Wert entstehen mehr als {most} Vergleichswerte. Teilen Sie ihn auf.',
    en: 'This value expands to more than {most} values. Split it.'
  },
  'rules.selectionEmpty': {
    de: 'Die Auswahl „{name}“ ist leer und träfe alles oder nichts. Füllen oder entfernen Sie sie.',
    en: 'The selection “{name}” is empty and would match everything or nothing. Fill or remove it.'
  },
  'rules.selectionUnknown': {
    de: 'Die Bedingung nennt „{name}“; eine Auswahl dieses Namens gibt es nicht.',
    en: 'The condition names “{name}”; there is no selection of that name.'
  },
  'rules.selectionUnused': {
    de: 'Die Auswahl „{name}“ kommt in der Bedingung nicht vor und bewirkt nichts.',
    en: 'The condition does not name the selection “{name}”, which has no effect.'
  },
  'rules.allOfOne': {
    de: '„|all“ bei „{key}“ bewirkt nichts: Es ist nur ein Wert da.',
    en: '“|all” at “{key}” has no effect: there is only one value.'
  },
  'rules.conditionSyntax': {
    de: 'Die Bedingung ist bei „{near}“ nicht verständlich.',
    en: 'The condition cannot be understood at “{near}”.'
  },
  'rules.conditionPipe': {
    de: 'Auswertungen hinter „|“ in der Bedingung sind veraltet und werden nicht unterstützt. Schreiben Sie eine Korrelation (correlation:).',
    en: 'Aggregations behind “|” in the condition are outdated and not supported. Write a correlation (correlation:).'
  },
  'rules.nameTwice': {
    de: '„{name}“ heißt schon eine andere Regel dieser Datei.',
    en: 'Another rule of this file is called “{name}” already.'
  },
  'rules.relatedUnknown': {
    de: 'Die Korrelation nennt die Regel „{name}“; sie steht nicht in dieser Datei oder wurde abgelehnt.',
    en: 'The correlation names the rule “{name}”; it is not in this file, or was refused.'
  },
  'rules.correlationCircle': {
    de: 'Die Korrelation „{name}“ bezieht sich über andere auf sich selbst.',
    en: 'The correlation “{name}” refers to itself by way of others.'
  },
  'rules.correlationCondition': {
    de: 'Diese Bedingung passt nicht zu „{type}“. docs/rules.md zeigt, was möglich ist.',
    en: 'This condition does not fit “{type}”. docs/rules.md shows what is possible.'
  },
  'rules.aliasIncomplete': {
    de: 'Der Alias „{alias}“ nennt kein Feld für die Regel „{rule}“.',
    en: 'The alias “{alias}” names no field for the rule “{rule}”.'
  },
  'rules.timespan': {
    de: 'Die Zeitspanne „{value}“ ist nicht möglich: Zahl und s, m, h oder d, höchstens {most} Tage.',
    en: 'The timespan “{value}” is not possible: a number and s, m, h or d, at most {most} days.'
  }
} as const satisfies Record<string, Text>
