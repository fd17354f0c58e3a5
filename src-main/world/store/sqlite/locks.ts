import type { SharedWork } from '../port'

/** Locks by name inside this process, which alone has the file. Who waits is served in order. */
export function processLocks(): SharedWork['lock'] {
  /** Of each lock that is held: the turns that are waited for. */
  const held = new Map<string, (() => void)[]>()

  function passOn(name: string): void {
    const next = held.get(name)?.shift()
    if (next === undefined) held.delete(name)
    else next()
  }

  function turn(waiting: (() => void)[], milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const take = (): void => {
        clearTimeout(timer)
        resolve(true)
      }
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(take), 1)
        resolve(false)
      }, milliseconds)
      waiting.push(take)
    })
  }

  return async (name, waitMilliseconds) => {
    const waiting = held.get(name)
    if (waiting === undefined) held.set(name, [])
    else if (!(await turn(waiting, waitMilliseconds))) return 'thisApp'
    let released = false
    return async () => {
      if (released) return
      released = true
      passOn(name)
    }
  }
}
