import type { PublicKeys } from '../../contract/people'

/** A person for whom something is sealed, and the keys that speak for them today. */
export interface Recipient {
  readonly person: string
  readonly fingerprint: string
  readonly keys: PublicKeys
}

/** Two different persons, by the order of their fingerprints. */
export type Pair = readonly [Recipient, Recipient]

/**
 * Who may open evidence together: every two of the evaluators, and as a way back each of the leadership with each data
 * protection officer. Nobody makes a pair with themselves, whatever keys or offices they have; no two persons are in the
 * list twice.
 */
export function permittedPairs(
  evaluators: readonly Recipient[],
  leadership: readonly Recipient[],
  officers: readonly Recipient[]
): readonly Pair[] {
  const pairs = new Map<string, Pair>()
  const add = (one: Recipient, other: Recipient): void => {
    if (one.person === other.person || one.fingerprint === other.fingerprint) return
    const pair: Pair = one.fingerprint < other.fingerprint ? [one, other] : [other, one]
    pairs.set(`${pair[0].fingerprint} ${pair[1].fingerprint}`, pair)
  }
  for (const [place, one] of evaluators.entries()) {
    for (const other of evaluators.slice(place + 1)) add(one, other)
  }
  for (const one of leadership) for (const other of officers) add(one, other)
  return [...pairs.values()]
}
