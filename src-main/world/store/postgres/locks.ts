import { setTimeout as delay } from 'node:timers/promises'
import type { SharedWork } from '../port'
import type { GuardedClient, GuardedPool } from './pool'

/** How often a lock that another PC holds is tried, milliseconds. */
const pollPause = 200

const take = 'select pg_try_advisory_lock(hashtextextended($1, 0)) as taken'
const giveBack = 'select pg_advisory_unlock(hashtextextended($1, 0))'

/**
 * Locks by name among all who share the database. Each is held by a connection of its own (a session's advisory lock),
 * so that it ends with the process.
 */
export class SharedLocks {
  private readonly held = new Map<() => Promise<void>, string>()

  constructor(private readonly pool: GuardedPool) {}

  readonly lock: SharedWork['lock'] = async (name, waitMilliseconds) => {
    const key = `netzwart lock ${name}`
    const deadline = performance.now() + waitMilliseconds
    const client = await this.pool.connect()
    try {
      while (!(await isTaken(client, key))) {
        const left = deadline - performance.now()
        if (left <= 0) {
          client.release()
          return [...this.held.values()].includes(name) ? 'thisApp' : 'anotherPc'
        }
        await delay(Math.min(pollPause, left))
      }
    } catch (error) {
      client.discard()
      throw error
    }
    const release = this.releaseOf(client, key)
    this.held.set(release, name)
    return release
  }

  /** Gives everything back, so that the pool can end. */
  async close(): Promise<void> {
    for (const release of [...this.held.keys()]) await release()
  }

  private releaseOf(client: GuardedClient, key: string): () => Promise<void> {
    const release = async (): Promise<void> => {
      if (!this.held.delete(release)) return
      try {
        await client.query(giveBack, [key])
        client.release()
      } catch {
        // The lock goes with its connection.
        client.discard()
      }
    }
    return release
  }
}

async function isTaken(client: GuardedClient, key: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(take, [key])
  return rows[0]?.taken === true
}
