import type { Text } from '../../contract/language'

export const evaluationsFailures = {
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
  }
} as const satisfies Record<string, Text>
