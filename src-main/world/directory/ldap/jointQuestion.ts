interface Waiting<Question, Answer> {
  readonly question: Question
  readonly settle: (answer: Answer) => void
}

/** Makes one request of the questions that are asked while the one before is under way. */
export class JointQuestion<Question, Answer> {
  readonly #mostAtOnce: number
  readonly #askAll: (questions: readonly Question[]) => Promise<(question: Question) => Answer>
  #waiting: Waiting<Question, Answer>[] = []
  #running = false

  /** `askAll` never rejects; it answers how each question is answered. */
  constructor(
    mostAtOnce: number,
    askAll: (questions: readonly Question[]) => Promise<(question: Question) => Answer>
  ) {
    this.#mostAtOnce = mostAtOnce
    this.#askAll = askAll
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((settle) => {
      this.#waiting.push({ question, settle })
      if (this.#running) return
      this.#running = true
      setImmediate(() => {
        void this.#drain()
      })
    })
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      const asked = this.#waiting.splice(0, this.#mostAtOnce)
      const answerOf = await this.#askAll(asked.map(({ question }) => question))
      for (const { question, settle } of asked) settle(answerOf(question))
    }
    this.#running = false
  }
}
