import type { Text } from '../../contract/language'

export const disclosuresFailures = {
  'disclosures.personUnknown': {
    de: 'Über diese Person ist nichts gespeichert, und im Verzeichnis steht sie nicht. Bitte suchen Sie die Person noch einmal.',
    en: 'Nothing is held on this person, and the directory does not have them. Please look for the person again.'
  },
  'disclosures.ownMatter': {
    de: 'Die Auskunft über Sie selbst stellt jemand anderes aus der Schulleitung zusammen, zum Beispiel Ihre Vertretung.',
    en: 'The disclosure about yourself is put together by somebody else of the leadership, your deputy for example.'
  },
  'disclosures.changed': {
    de: 'Seit Sie die Auskunft durchgesehen haben, ist etwas dazugekommen. Bitte sehen Sie sie noch einmal durch.',
    en: 'Something was added since you have looked through the disclosure. Please look through it once more.'
  },
  'disclosures.choiceWrong': {
    de: 'Was weggelassen oder geschwärzt werden soll, passt nicht zu dem, was gespeichert ist. Bitte laden Sie die Ansicht neu.',
    en: 'What is to be left out or blackened does not fit what is held. Please reload the view.'
  },
  'disclosures.reasonMissing': {
    de: 'Sie lassen etwas weg. Bitte schreiben Sie auf, warum; der Grund bleibt in der Fallakte.',
    en: 'You leave something out. Please write down why; the reason stays in the case file.'
  }
} as const satisfies Record<string, Text>
