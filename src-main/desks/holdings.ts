import type { HoldingFact } from '../contract/disclosures'
import type { Text } from '../contract/language'
import { germanDate } from '../core/documents/words'

/** A fact that is kept as it is; none: nothing is kept. */
export function data(label: Text, value: string | null | undefined): readonly HoldingFact[] {
  return value === null || value === undefined || value === '' ? [] : [{ kind: 'data', label, value }]
}

/** A fact in the app's words; none: there is nothing to say. */
export function words(label: Text, value: Text | null | undefined): readonly HoldingFact[] {
  return value === null || value === undefined ? [] : [{ kind: 'words', label, value }]
}

/** What somebody has typed; none: nothing, or it was erased. */
export function written(label: Text, value: string | null | undefined): readonly HoldingFact[] {
  return value === null || value === undefined || value === '' ? [] : [{ kind: 'written', label, value }]
}

/** A day (`YYYY-MM-DD`) as German papers have it. */
export function day(label: Text, value: string | null | undefined): readonly HoldingFact[] {
  return value === null || value === undefined ? [] : data(label, germanDate(value))
}

/** Yes or no. */
export function whether(label: Text, value: boolean): readonly HoldingFact[] {
  return words(label, value ? { de: 'ja', en: 'yes' } : { de: 'nein', en: 'no' })
}
