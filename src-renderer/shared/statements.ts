import {
  statementKinds,
  type LedgerEntry,
  type StatementBody,
  type StatementKindName,
  type StatementPayload
} from '../../src-main/contract/ledger'
import type { Text } from '../../src-main/contract/language'
import { defineMessages } from './i18n/define'
import { currentLanguage, textsOf } from './i18n/i18n'

const somebodyMessages = defineMessages('statements', {
  netzwart: { de: 'Netzwart', en: 'Netzwart' },
  somebody: { de: 'Jemand', en: 'Somebody' },
  someone: { de: 'eine Person', en: 'a person' },
  aPerson: { de: 'einer Person', en: 'a person' }
})

/** Words for whom nobody names. */
export const somebodyWords = textsOf(somebodyMessages)

/** Who did it: the person who signed, or the one at whose wish a PC signed; nobody: the app itself. */
export function actorOf({ signer, by, body }: Pick<LedgerEntry, 'signer' | 'by' | 'body'>): string {
  if (signer.kind === 'person') return signer.name === '' ? somebodyWords('somebody') : signer.name
  if (by !== '') return by
  // A person who is known by id only must not look like the app.
  return typeof body['by'] === 'string' ? somebodyWords('somebody') : somebodyWords('netzwart')
}

export function nameOf(names: { readonly givenName: string; readonly familyName: string }): string {
  return `${names.givenName} ${names.familyName}`
}

/** A code in words; one that a newer version wrote stays as it is. */
export function codeWord(words: Readonly<Record<string, Text>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code]?.[currentLanguage()] ?? code) : code
}

/** A sentence from who did it, the kind's own content, and the entry. */
export function sentence<Kind extends StatementKindName>(
  kind: Kind,
  say: (
    who: string,
    body: StatementBody<Kind>,
    payload: StatementPayload<Kind> | null,
    entry: LedgerEntry
  ) => string
): (entry: LedgerEntry) => string {
  return (entry) => {
    const content = readAs(kind, entry)
    return content === null ? '' : say(actorOf(entry), content.body, content.payload, entry)
  }
}

/** A kind's content; null where it is not as declared, its payload also where it is withheld or erased. */
function readAs<Kind extends StatementKindName>(
  kind: Kind,
  entry: LedgerEntry
): { body: StatementBody<Kind>; payload: StatementPayload<Kind> | null } | null {
  const body = statementKinds[kind].body.safeParse(entry.body)
  const payload = statementKinds[kind].payload.safeParse(entry.payload)
  if (!body.success) return null
  return {
    body: body.data as StatementBody<Kind>,
    payload: payload.success ? (payload.data as StatementPayload<Kind>) : null
  }
}
