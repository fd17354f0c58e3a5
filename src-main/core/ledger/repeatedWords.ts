/** So many different values are remembered; then it begins anew, since most never come up again. */
const mostValues = 4_096

/** Keeps values that come up again and again once: read from rows, each would be one of its own. */
export class RepeatedWords {
  private readonly words = new Map<string, string>()
  private readonly lists = new Map<string, object>()

  /** The same word, as it was met before. */
  once<Word extends string>(word: Word): Word {
    return met(this.words, word, word) as Word
  }

  /** The same list or record, as it was met before. Nobody changes it any more. */
  onceWhole<Value extends object>(value: Value): Value {
    return met(this.lists, JSON.stringify(value), value) as Value
  }
}

function met<Value>(known: Map<string, Value>, key: string, value: Value): Value {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size >= mostValues) known.clear()
  known.set(key, Object.freeze(value))
  return value
}
