import type { FoundPerson } from '../../contract/flags'
import type { OperationOutput } from '../../contract/operations'
import { holdsWords, searchKey, searchWords } from '../../contract/search'
import type { AccountList } from './accountList'

/** Whoever is not among the first is found by more words. */
const shown = 8

/**
 * Persons who are at the school, by name and class alone: whoever may not look at accounts learns nothing of logins, school
 * ids and states, not even by looking for them.
 */
export function findPersons(list: AccountList, text: string): OperationOutput<'accounts.find'> {
  const words = searchWords(text)
  const found = list
    .select({ text, schoolClass: null, state: null })
    .filter(({ kind, leaverSince }) => kind !== 'other' && leaverSince === null)
    .filter(({ givenName, familyName, displayName, classes }) =>
      holdsWords(searchKey([givenName, familyName, displayName, ...classes]), words)
    )
  return {
    total: found.length,
    rows: found.slice(0, shown).map(({ id, givenName, familyName, classes, kind }): FoundPerson => ({
      ...{ id, givenName, familyName, classes, kind }
    }))
  }
}
