import type { WindowsRecord } from './record'

/** More computers than any school has; a log that names more is not followed any further. */
const mostHosts = 20_000

/** Windows is starting. */
const startId = 4608
/** Only the key distribution center of a domain controller logs them. */
const controllerIds: ReadonlySet<number> = new Set([4768, 4769, 4771])

interface Host {
  /** When it was started, or where this is not in the log, its first record behind the last gap; ISO, UTC. */
  start: string
  isController: boolean
}

/** What the log tells about the computers in it, which matters for the records that follow. */
export class Hosts {
  private readonly hosts = new Map<string, Host>()

  note({ computer, eventId }: WindowsRecord, time: number): void {
    // What several computers share proves nothing about one of them.
    if (computer === '') return
    const key = computer.toUpperCase()
    const known = this.hosts.get(key)
    const at = new Date(time).toISOString()
    if (known === undefined) {
      if (this.hosts.size < mostHosts)
        this.hosts.set(key, { start: at, isController: controllerIds.has(eventId) })
      return
    }
    if (eventId === startId || known.start === '') known.start = at
    if (controllerIds.has(eventId)) known.isController = true
  }

  startOf(computer: string): string {
    return this.hosts.get(computer.toUpperCase())?.start ?? ''
  }

  isController(computer: string): boolean {
    return this.hosts.get(computer.toUpperCase())?.isController ?? false
  }

  /** What a computer is holds on; when it was started does not. */
  forget(): void {
    for (const host of this.hosts.values()) host.start = ''
  }
}
