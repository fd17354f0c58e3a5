import { StoreFailure } from '../world/store/port'

/** The app looks this often for what falls due, milliseconds. */
const dueInterval = 10 * 60 * 1000

/** The first look waits so long (milliseconds): it asks the directory, and the first screen comes before that. */
const firstLook = 10_000

/** Looks soon after the start, then now and then; the answer ends it. */
export function watchDue(due: () => Promise<unknown>, onBug: (error: unknown) => void): () => void {
  // A directory or a database server that does not answer now is asked again next time.
  const look = (): void =>
    void due().catch((error: unknown) => {
      if (!(error instanceof StoreFailure)) onBug(error)
    })
  const first = setTimeout(look, firstLook)
  const others = setInterval(look, dueInterval)
  first.unref()
  others.unref()
  return () => {
    clearTimeout(first)
    clearInterval(others)
  }
}
