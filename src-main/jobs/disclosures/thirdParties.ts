import { wordsIn, type Stretch } from '../../contract/disclosures'
import type { PersonNames } from '../../contract/people'

/** Shorter words of a name are everywhere in a text without meaning anybody. */
const shortestName = 3
/**
 * Finds names of others in what somebody has typed (GDPR Art. 15(4)): given names, family names, logins and addresses of everybody
 * whom the school knows, except the person's own, also in the genitive. What it finds is proposed, not certain: some names are
 * words too (Lang, Sommer), and nicknames are not found. So a person looks over it.
 */
export class ThirdPartyNames {
  private readonly known = new Set<string>()

  /** @param own what the person is called, which is never taken for somebody else's name */
  constructor(others: Iterable<PersonNames>, own: PersonNames) {
    const ownWords = new Set(wordsOf(own))
    for (const one of others) {
      for (const word of wordsOf(one)) if (!ownWords.has(word)) this.known.add(word)
    }
  }

  /** Where names stand in a text, from its beginning, never overlapping; names one behind the other as one. */
  find(text: string): readonly Stretch[] {
    const found: { from: number; to: number }[] = []
    for (const { from, to } of wordsIn(text)) {
      if (!this.isName(text.slice(from, to))) continue
      const last = found.at(-1)
      if (last !== undefined && /^[ \t]+$/u.test(text.slice(last.to, from))) last.to = to
      else found.push({ from, to })
    }
    return found
  }

  private isName(word: string): boolean {
    const folded = fold(word)
    if (this.known.has(folded)) return true
    // Annas, Anna's, Hans’; and of "Meier-Schulz" or "a.meier@schule.example" each part.
    const stem = folded.replace(/['’]?s$|['’]$/u, '')
    if (stem !== folded && this.known.has(stem)) return true
    const [local = '', ...domain] = folded.split('@')
    if (domain.length > 0 && this.known.has(local)) return true
    const parts = folded.split(/[@._'’-]/u)
    return parts.length > 1 && parts.some((part) => this.known.has(part))
  }
}

function wordsOf({ login, givenName, familyName }: PersonNames): readonly string[] {
  const parts = [givenName, familyName].flatMap((one) => [one, ...one.split(/[\s-]+/u)])
  const words = [login, ...parts.filter((part) => !isParticle(part))]
  return words.map(fold).filter((word) => word.length >= shortestName)
}

/** The `van den` of van den Berg. */
function isParticle(part: string): boolean {
  return part === part.toLowerCase() && part !== part.toUpperCase()
}

function fold(word: string): string {
  return word
    .replaceAll(/\p{Cf}/gu, '')
    .normalize('NFC')
    .toLowerCase()
}
