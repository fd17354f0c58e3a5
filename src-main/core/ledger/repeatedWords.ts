/** So many different words are remembered; then it begins anew, since most never come up again. */
const mostWords = 4_096

/** Keeps words that come up again and again once: read from rows, each would be a string of its own. */
export class RepeatedWords {
  private readonly words = new Map<string, string>()

  /** The same word, as it was met before. */
  once<Word extends string>(word: Word): Word {
    const known = this.words.get(word)
    if (known !== undefined) return known as Word
    if (this.words.size >= mostWords) this.words.clear()
    this.words.set(word, word)
    return word
  }
}
