import { StoreFailure } from '../world/store/port'

/** The app looks this often for what falls due, milliseconds. */
const dueInterval = 10 * 60 * 1000

/** Looks at once, then now and then. */
export function watchDue(due: () => Promise<unknown>, onBug: (error: unknown) => void): NodeJS.Timeout {
  // A directory or a database server that does not answer now is asked again next time.
  const look = (): void =>
    void due().catch((error: unknown) => {
      if (!(error instanceof StoreFailure)) onBug(error)
    })
  look()
  const timer = setInterval(look, dueInterval)
  timer.unref()
  return timer
}
