import { defineMessages } from '../../../shared/i18n/define'

/** Modules whose group is not in the directory any more. */
export const goneMessages = defineMessages('caseGone', {
  refusal: { de: 'Kann nicht entzogen werden: {modules}', en: 'Cannot be refused: {modules}' },
  suspension: {
    de: 'Bleibt trotz der Sperre offen: {modules}',
    en: 'Stays open despite the suspension: {modules}'
  },
  lifting: { de: 'Kommt dadurch nicht zurück: {modules}', en: 'Does not come back by it: {modules}' },
  group: {
    de: 'Die Gruppe „{group}“ wurde im Verzeichnis gelöscht oder umbenannt.',
    en: 'The group “{group}” was deleted or renamed in the directory.'
  },
  groups: {
    de: 'Diese Gruppen wurden im Verzeichnis gelöscht oder umbenannt: {groups}.',
    en: 'These groups were deleted or renamed in the directory: {groups}.'
  },
  quoted: { de: '„{group}“', en: '“{group}”' },
  do: {
    de: 'Die Administration muss sie dort wieder so nennen oder neu anlegen. Ordnet sie in den Einstellungen unter „Module“ eine andere Gruppe zu, schlägt sie die Maßnahme danach neu vor.',
    en: 'The administrators have to give it its name back or make it anew there. If they choose another group in the settings under “Modules”, they propose the measure anew afterwards.'
  },
  doLifting: {
    de: 'Die Administration muss sie dort wieder so nennen oder neu anlegen und die Person hineinnehmen.',
    en: 'The administrators have to give it its name back or make it anew there, and put the person into it.'
  },
  decideWithout: {
    de: 'So kann nicht freigegeben werden. Wählen Sie oben andere Maßnahmen, oder warten Sie, bis die Administration das behoben hat.',
    en: 'It cannot be approved like this. Choose other measures above, or wait until the administrators have mended it.'
  },
  decideAnyway: {
    de: 'Sie können trotzdem freigeben: Die Anmeldung wird gesperrt, die genannten Module nicht.',
    en: 'You can approve nevertheless: signing in is suspended, the modules named are not.'
  },
  unseen: {
    de: 'Das Verzeichnis antwortet gerade nicht. Ob es die Gruppen der Module noch gibt, prüft Netzwart beim Ausführen.',
    en: 'The directory does not answer at the moment. Whether the groups of the modules still exist is checked when it is carried out.'
  }
})
