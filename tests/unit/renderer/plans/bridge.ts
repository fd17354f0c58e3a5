import type { Bridge } from '../../../../src-main/contract/bridge'
import type { EventName, EventPayload } from '../../../../src-main/contract/events'
import type { OperationName, OperationOutput } from '../../../../src-main/contract/operations'
import type { Result } from '../../../../src-main/contract/result'

type Answer<Name extends OperationName> =
  Result<OperationOutput<Name>> | Promise<Result<OperationOutput<Name>>>

/** A main process made of answers, for stores that are tested without a window. */
export class TestBridge implements Bridge {
  readonly calls: { readonly name: string; readonly input: unknown }[] = []
  readonly #answers = new Map<string, (input: unknown) => unknown>()
  readonly #listeners = new Map<string, ((payload: unknown) => void)[]>()

  answer<Name extends OperationName>(name: Name, answer: (input: unknown) => Answer<Name>): void {
    this.#answers.set(name, answer)
  }

  announce<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(payload)
  }

  inputsOf(name: OperationName): unknown[] {
    return this.calls.filter((call) => call.name === name).map(({ input }) => input)
  }

  /** What crosses the border is copied, as the real one does: a reactive object would throw. */
  async call(name: string, input: unknown): Promise<unknown> {
    const sent: unknown = structuredClone(input)
    this.calls.push({ name, input: sent })
    const answer = this.#answers.get(name)
    if (answer === undefined) throw new Error(`No answer for ${name}`)
    return answer(sent)
  }

  on(name: string, listener: (payload: unknown) => void): () => void {
    const listeners = this.#listeners.get(name) ?? []
    this.#listeners.set(name, [...listeners, listener])
    return () => {
      this.#listeners.set(name, this.#listeners.get(name)?.filter((other) => other !== listener) ?? [])
    }
  }
}
