import { canonicalJson } from '../../../core/canonicalJson'
import { fail, succeed, type Result } from '../../../contract/result'
import type { HalfHolder } from '../../../core/evidence'
import type { DistantSigner } from '../../../core/ledger'
import type { PersonKeys } from '../../../core/people/keys'
import type { Unsealing } from '../../../core/people/signing'
import type { PersonNames } from '../../../contract/people'

/** Whoever has done their part waits this long for the other one, milliseconds. */
export const patience = 5 * 60_000
/** The same where the other one is asked at another PC, which they have to go to. */
export const patienceElsewhere = 10 * 60_000

/** What two do together. Both must mean the very same. */
export interface JointAct<Act extends string = 'open' | 'reveal' | 'close'> {
  readonly order: string
  readonly act: Act
  readonly said: Readonly<Record<string, unknown>>
}

/** One of the two, whose key this is. */
export interface Evaluator {
  readonly person: string
  readonly names: PersonNames
  readonly fingerprint: string
}

/** The second of two, who may sit at another PC. */
export type Second = PersonKeys | (HalfHolder & DistantSigner)

/** What two do something with. */
export type KeysOfTwo = readonly [PersonKeys, Second]

interface Seat<Act extends string> {
  readonly evaluator: Evaluator
  readonly joint: JointAct<Act>
  readonly keys: PersonKeys
  readonly until: number
  /** Gives the keys back, which are wiped by that. */
  readonly release: () => void
}

/**
 * Where the first of two waits for the second. Each hands over their passphrase in a step of their own, and what stays is the
 * opened key, until the second has done their part, somebody else begins, or the time is over.
 */
export class Seats<Act extends string = JointAct['act']> {
  private seat: Seat<Act> | null = null
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly unsealing: Unsealing,
    private readonly now: () => Date
  ) {}

  /** Who waits for what; null: nobody. */
  get waiting(): Pick<Seat<Act>, 'evaluator' | 'joint' | 'until'> | null {
    return this.seat
  }

  /**
   * Takes one of the two. Where the other one waits already with the same in mind, `work` is done with both keys, the waiting
   * one's first; else this one waits and null is answered. `evaluations.samePerson`, `evaluations.otherAct`; as with a signature.
   */
  async join<Value>(
    evaluator: Evaluator,
    joint: JointAct<Act>,
    passphrase: string,
    work: (keys: readonly [PersonKeys, PersonKeys]) => Promise<Result<Value>>,
    longest = patience
  ): Promise<Result<Value | null>> {
    const first = this.seat
    if (first === null) return this.wait(evaluator, joint, passphrase, longest)
    if (first.evaluator.person === evaluator.person) return fail('evaluations.samePerson')
    if (canonicalJson(first.joint) !== canonicalJson(joint)) return fail('evaluations.otherAct')
    return this.unsealing.unseal(evaluator, passphrase, async (keys) => {
      // Meanwhile whoever waited may have got up.
      if (this.seat !== first) return fail('evaluations.nobodyWaits')
      // Nobody else takes the seat while the two do what they came for.
      this.seat = null
      clearTimeout(this.timer)
      try {
        return await work([first.keys, keys])
      } finally {
        first.release()
      }
    })
  }

  /** Signs as whoever waits; null: nobody does. */
  signAsFirst(text: string): string | null {
    return this.seat?.keys.sign(text) ?? null
  }

  /** The second one has done their part at another PC. `evaluations.nobodyWaits`: for this. */
  async meet<Value>(
    joint: JointAct<Act>,
    second: Second,
    work: (keys: KeysOfTwo) => Promise<Result<Value>>
  ): Promise<Result<Value>> {
    const first = this.seat
    if (first?.joint !== joint || first.evaluator.person === second.person)
      return fail('evaluations.nobodyWaits')
    this.seat = null
    clearTimeout(this.timer)
    try {
      return await work([first.keys, second])
    } finally {
      first.release()
    }
  }

  /** Forgets whoever waits. */
  clear(): void {
    clearTimeout(this.timer)
    this.seat?.release()
    this.seat = null
  }

  private async wait(
    evaluator: Evaluator,
    joint: JointAct<Act>,
    passphrase: string,
    longest: number
  ): Promise<Result<null>> {
    return new Promise((resolve, reject) => {
      const opened = this.unsealing.unseal(
        evaluator,
        passphrase,
        (keys) =>
          new Promise<Result<undefined>>((release) => {
            // Two who asked at once: the last one waits.
            this.clear()
            const until = this.now().getTime() + longest
            this.seat = { evaluator, joint, keys, until, release: () => release(succeed()) }
            this.timer = setTimeout(() => this.clear(), longest)
            this.timer.unref()
            resolve(succeed(null))
          })
      )
      opened.then((failed) => {
        if (!failed.ok) resolve(failed)
      }, reject)
    })
  }
}
