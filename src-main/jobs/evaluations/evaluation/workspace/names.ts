import type { PersonNames } from '../../../../contract/people'
import { skeletonOf, skeletonsOfName } from './skeleton'

/** What a name in a text stands for: the person whose login it is, or just a name. */
export type NameTarget =
  { readonly kind: 'person'; readonly key: string } | { readonly kind: 'name'; readonly key: string }

/** A name found in a text. */
export interface FoundName {
  readonly from: number
  readonly until: number
  readonly target: NameTarget
}

/** A login as a log has named it. */
export interface KnownLogin {
  readonly login: string
  readonly key: string
  /** The login without realm, domain or machine, which may be somebody else's; null: there is none beside it. */
  readonly bare: string | null
}

interface Pattern {
  readonly text: string
  /** Only as a word of its own: a short name stands by chance in longer words. */
  readonly bounded: boolean
  readonly target: NameTarget
}

/** Names from so many letters on are looked for anywhere, also inside longer words. */
const longPattern = 5
const longFamilyName = 6
const tableBits = 20

/** Words of addresses that may also be somebody's name: they would be everywhere. */
const ordinaryWords = new Set(
  'http https www com org net de eu info html htm php get post head put connect mail web api img css js uid cn ou dc schule school'.split(
    ' '
  )
)

/**
 * Finds names in texts: logins and full names in any order, case, spelling and with any signs between them, family names and given
 * names by themselves. A login or a full name that only one person bears stands for that person; any other name for no one.
 */
export class NameFinder {
  private readonly long = new Map<string, Pattern[]>()
  private readonly short = new Map<string, Pattern>()
  private readonly table = new Uint8Array(1 << tableBits)
  private readonly patterns = new Map<string, Pattern>()
  /** Texts that several persons are called: they stand for none of them. */
  private readonly shared = new Set<string>()

  constructor(
    logins: Iterable<KnownLogin>,
    persons: readonly PersonNames[],
    keyOf: (login: string) => string
  ) {
    for (const { givenName, familyName } of persons) {
      for (const name of [familyName, givenName]) {
        for (const text of [name, ...name.split(/[\s-]+/)]) this.addName(text, name === familyName)
      }
    }
    for (const { login, givenName, familyName } of persons) {
      const target = { kind: 'person' as const, key: keyOf(login) }
      if (givenName !== '' && familyName !== '') {
        const [firstGiven = ''] = givenName.split(/[\s-]+/)
        const orders = [`${givenName}${familyName}`, `${familyName}${givenName}`]
        this.add([...orders, `${firstGiven}${familyName}`, `${familyName}${firstGiven}`], false, target)
      }
    }
    for (const { login, givenName, familyName } of persons) {
      if (login !== '') this.add([login], false, { kind: 'person', key: keyOf(login) })
      else this.add([`${givenName}${familyName}`], false, { kind: 'name', key: `${givenName}${familyName}` })
    }
    const seen = [...logins]
    for (const { bare } of seen) if (bare !== null) this.addName(bare, true)
    for (const { login, key } of seen) this.add([login], false, { kind: 'person', key })
    for (const pattern of this.patterns.values()) this.index(pattern)
    this.patterns.clear()
    for (const bucket of this.long.values())
      bucket.sort((left, right) => right.text.length - left.text.length)
  }

  private addName(name: string, isFamily: boolean): void {
    for (const text of skeletonsOfName(name)) {
      const bounded = !isFamily || text.length < longFamilyName
      if (this.patterns.has(text)) continue
      this.put({ text, bounded, target: { kind: 'name', key: skeletonOf(name).text } })
    }
  }

  /** Persons come after mere names and take their place. */
  private add(names: readonly string[], bounded: boolean, target: NameTarget): void {
    for (const text of names.flatMap(skeletonsOfName)) {
      const known = this.patterns.get(text)
      if (known?.target.kind === 'person' && known.target.key !== target.key) this.shared.add(text)
      const whose: NameTarget = this.shared.has(text) ? { kind: 'name', key: text } : target
      this.put({ text, bounded: bounded || text.length < longPattern || /^\d+$/.test(text), target: whose })
    }
  }

  private put(pattern: Pattern): void {
    if (pattern.text.length < 2 || ordinaryWords.has(pattern.text)) return
    this.patterns.set(pattern.text, pattern)
  }

  private index(pattern: Pattern): void {
    const { text } = pattern
    if (text.length < longPattern) {
      this.short.set(text, pattern)
      return
    }
    const head = text.slice(0, longPattern)
    const bucket = this.long.get(head)
    if (bucket === undefined) this.long.set(head, [pattern])
    else bucket.push(pattern)
    this.table[hashAt(text, 0)] = 1
  }

  /** In the order of the text; none overlaps another. */
  find(original: string): readonly FoundName[] {
    if (this.long.size === 0 && this.short.size === 0) return []
    const skeleton = skeletonOf(original)
    const { text, from, until } = skeleton
    const found: FoundName[] = []
    for (let place = 0; place < text.length; place++) {
      const starts = skeleton.startsWord(place)
      const pattern =
        this.longAt(text, place, (end) => starts && skeleton.startsWord(end)) ??
        (starts ? this.shortAt(text, place, (end) => skeleton.startsWord(end)) : null)
      if (pattern === null) continue
      const last = place + pattern.text.length - 1
      found.push({ from: from[place] ?? 0, until: until[last] ?? 0, target: pattern.target })
      place = last
    }
    return found
  }

  private longAt(text: string, place: number, isWord: (end: number) => boolean): Pattern | null {
    if (place + longPattern > text.length || this.table[hashAt(text, place)] === 0) return null
    const bucket = this.long.get(text.slice(place, place + longPattern))
    return (
      bucket?.find(
        (pattern) =>
          text.startsWith(pattern.text, place) && (!pattern.bounded || isWord(place + pattern.text.length))
      ) ?? null
    )
  }

  private shortAt(text: string, place: number, isEnd: (end: number) => boolean): Pattern | null {
    for (let length = longPattern - 1; length >= 2; length--) {
      if (place + length > text.length || !isEnd(place + length)) continue
      const pattern = this.short.get(text.slice(place, place + length))
      if (pattern !== undefined) return pattern
    }
    return null
  }
}

function hashAt(text: string, place: number): number {
  let hash = 0
  for (let index = place; index < place + longPattern; index++) {
    hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0
  }
  return (hash ^ (hash >>> 15)) & ((1 << tableBits) - 1)
}
