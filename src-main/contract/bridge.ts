/** What the preload script puts on `window.netzwart`: one call channel, one event channel. */
export interface Bridge {
  /** Asks main for the operation `name`; the answer is a `Result` that main has already checked. */
  call(name: string, input: unknown): Promise<unknown>
  /** Listens to an event of main; the answer ends listening. */
  on(name: string, listener: (payload: unknown) => void): () => void
}
