import { StoreFailure } from '../world/store/port'

/** The app looks this often for what falls due, milliseconds. */
const dueInterval = 10 * 60 * 1000

/** The first look at a case file waits so long (milliseconds): it asks the directory, and the first screen comes before that. */
const firstLook = 10_000

export interface DueWatch {
  /** A case file has been opened or filled: it is looked at soon, and not only when its turn comes. */
  soon(): void
  stop(): void
}

/** Looks soon after a case file was opened, then now and then. */
export function watchDue(due: () => Promise<unknown>, onBug: (error: unknown) => void): DueWatch {
  // A directory or a database server that does not answer now is asked again next time.
  const look = (): void =>
    void due().catch((error: unknown) => {
      if (!(error instanceof StoreFailure)) onBug(error)
    })
  let first: NodeJS.Timeout | undefined
  const others = setInterval(look, dueInterval)
  others.unref()
  return {
    soon() {
      clearTimeout(first)
      first = setTimeout(look, firstLook).unref()
    },
    stop() {
      clearTimeout(first)
      clearInterval(others)
    }
  }
}
