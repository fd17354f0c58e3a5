import type { Text } from '../../contract/language'
import { operations } from './contractOperations'
import { statements } from './contractStatements'

/** What waits, with what a notification says: no names. Parameters: {number}, for who may read it also {name, schoolClass}. */
const inboxKinds = {
  flagToAnswer: { de: 'Ein Hinweis wartet auf Ihre Antwort.', en: 'A flag waits for your answer.' },
  flagFound: {
    de: 'Eine Daueranordnung hat etwas gefunden.',
    en: 'A standing order has found something.'
  },
  flagAsked: {
    de: 'Die Schulleitung hat eine Rückfrage zu Ihrem Hinweis.',
    en: 'The leadership has a question about your flag.'
  },
  flagAnswered: {
    de: 'Die Schulleitung hat Ihren Hinweis beantwortet.',
    en: 'The leadership has answered your flag.'
  },
  flagHandedOver: {
    de: 'Die Schulleitung hat einen Hinweis weitergegeben.',
    en: 'The leadership has handed over a flag.'
  },
  orderNamesYou: {
    de: 'Die Schulleitung hat eine Auswertung angeordnet, die Sie vornehmen sollen.',
    en: 'The leadership has ordered an evaluation that you are to make.'
  },
  orderExpires: {
    de: 'Eine Anordnung zur Auswertung läuft bald ab.',
    en: 'An order for an evaluation is about to expire.'
  },
  evaluationOpen: {
    de: 'Eine Auswertung wartet auf Sie und die zweite Person.',
    en: 'An evaluation waits for you and the second person.'
  },
  evaluationAsked: {
    de: 'An einem anderen Rechner wartet jemand auf Ihre Freigabe für eine Auswertung.',
    en: 'Somebody waits at another computer for your release for an evaluation.'
  },
  evaluationToPropose: {
    de: 'Aus einer Auswertung mit Verstoß wurde noch kein Fall vorgeschlagen.',
    en: 'No case was proposed yet from an evaluation with a violation.'
  },
  evaluationConcluded: {
    de: 'Eine Auswertung, die Sie sehen dürfen, ist abgeschlossen.',
    en: 'An evaluation that you may see is concluded.'
  },
  noticeDue: {
    de: 'Betroffene einer Auswertung sind zu benachrichtigen.',
    en: 'Persons whom an evaluation concerns are to be notified.'
  },
  handoverToMake: {
    de: 'Beweismittel sollen übergeben werden; das Paket machen Sie zu zweit.',
    en: 'Evidence is to be handed over; the bundle takes two of you.'
  },
  standingOrderExpires: {
    de: 'Eine Daueranordnung läuft bald ab.',
    en: 'A standing order is about to expire.'
  },
  standingOrderUnread: {
    de: 'Eine Daueranordnung kann nicht alles lesen, was sie soll.',
    en: 'A standing order cannot read all that it is to.'
  },
  noticeOverdue: {
    de: 'Die Benachrichtigung von Betroffenen ist überfällig.',
    en: 'The notice to persons concerned is overdue.'
  }
} as const satisfies Record<string, Text>

/** What standing orders have found in the last look: flags that are new, have grown, or that nobody has acted on in time. */
const dueDone: {
  readonly standing: { readonly found: number; readonly grown: number; readonly expired: number }
} = { standing: { found: 0, grown: 0, expired: 0 } }

export const contract = { operations, statements, inboxKinds, dueDone } as const
