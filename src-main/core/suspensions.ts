import type { Suspension } from '../contract/accounts'

/**
 * How far a suspension reaches, in seconds since 1970, to compare suspensions: none or over is nothing, for good is
 * endless. Directories keep seconds, so parts of them do not count.
 */
export function reachOf(suspension: Suspension, now: Date): number {
  switch (suspension.kind) {
    case 'none':
      return 0
    case 'forever':
      return Number.POSITIVE_INFINITY
    case 'until': {
      const end = Date.parse(suspension.until)
      return end <= now.getTime() ? 0 : Math.floor(end / 1000)
    }
  }
}

/** The one that reaches further. */
export function strongest(suspensions: readonly Suspension[], now: Date): Suspension {
  return suspensions.reduce<Suspension>(
    (best, one) => (reachOf(one, now) > reachOf(best, now) ? one : best),
    { kind: 'none' }
  )
}
