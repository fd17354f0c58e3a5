import type { Condition } from './detection'
import type { Complaints, Path } from './problems'

/** Deeper than any condition that somebody could read. */
const mostBrackets = 50

/**
 * Reads a condition: `or` binds least, then `and`, `not`, `1 of`/`all of`, brackets (Sigma Rules Specification 2.0.0,
 * "Condition"). null: it was refused.
 *
 * @param names the selections that there are
 */
export function readCondition(
  complaints: Complaints,
  path: Path,
  text: string,
  names: readonly string[]
): Condition | null {
  if (text.includes('|')) return complaints.refuse(path, 'rules.conditionPipe')
  const words = text.match(/[()]|[^\s()]+/g) ?? []
  return new ConditionReader(complaints, path, words, names).read()
}

class ConditionReader {
  private place = 0
  private depth = 0

  constructor(
    private readonly complaints: Complaints,
    private readonly path: Path,
    private readonly words: readonly string[],
    private readonly names: readonly string[]
  ) {}

  read(): Condition | null {
    const condition = this.readChain('or')
    if (condition === null) return null
    return this.place < this.words.length ? this.complain() : condition
  }

  private readChain(kind: 'or' | 'and'): Condition | null {
    const parts: Condition[] = []
    do {
      const part = kind === 'or' ? this.readChain('and') : this.readNot()
      if (part === null) return null
      parts.push(part)
    } while (this.take(kind))
    const [only] = parts
    return parts.length === 1 && only !== undefined ? only : { kind, parts }
  }

  private readNot(): Condition | null {
    let negations = 0
    while (this.take('not')) negations++
    const part = this.readPart()
    return part === null || negations % 2 === 0 ? part : { kind: 'not', part }
  }

  private readPart(): Condition | null {
    if (this.take('(')) {
      if (++this.depth > mostBrackets) return this.complain()
      const inner = this.readChain('or')
      this.depth--
      if (inner === null) return null
      return this.take(')') ? inner : this.complain()
    }
    const word = this.words[this.place]
    if (word === undefined || /^(?:and|or|of|\))$/i.test(word)) return this.complain()
    const following = this.words[this.place + 1]?.toLowerCase()
    if (following === 'of') return this.readQuantity(word)
    this.place++
    if (this.names.includes(word)) return { kind: 'selection', name: word }
    return this.complaints.refuse(this.path, 'rules.selectionUnknown', { name: word })
  }

  /** `1 of them`, `all of selection*`. By convention `them` leaves out what begins with an underscore. */
  private readQuantity(quantity: string): Condition | null {
    const isAll = quantity.toLowerCase() === 'all'
    if (!isAll && quantity !== '1') return this.complain()
    this.place += 2
    const wanted = this.words[this.place]
    if (wanted === undefined || wanted === '(' || wanted === ')') return this.complain()
    this.place++
    const isThem = wanted.toLowerCase() === 'them'
    const meant = isThem
      ? this.names.filter((name) => !name.startsWith('_'))
      : this.names.filter((name) => meets(name, wanted))
    if (meant.length === 0) {
      return this.complaints.refuse(this.path, 'rules.selectionUnknown', { name: wanted })
    }
    return { kind: isAll ? 'and' : 'or', parts: meant.map((name) => ({ kind: 'selection', name })) }
  }

  private take(word: string): boolean {
    if (this.words[this.place]?.toLowerCase() !== word) return false
    this.place++
    return true
  }

  private complain(): null {
    const near = this.words[this.place] ?? this.words.at(-1) ?? ''
    return this.complaints.refuse(this.path, 'rules.conditionSyntax', { near })
  }
}

/** Whether a selection's name meets one with `*`. */
function meets(name: string, wanted: string): boolean {
  const [first = '', ...rest] = wanted.split('*')
  if (rest.length === 0) return name === wanted
  const last = rest.pop() ?? ''
  if (!name.startsWith(first)) return false
  let from = first.length
  for (const piece of rest) {
    const found = name.indexOf(piece, from)
    if (found < 0) return false
    from = found + piece.length
  }
  return name.length - last.length >= from && name.endsWith(last)
}

/** The names of selections that a condition asks for. */
export function namesIn(condition: Condition): readonly string[] {
  if (condition.kind === 'selection') return [condition.name]
  return condition.kind === 'not' ? namesIn(condition.part) : condition.parts.flatMap(namesIn)
}
