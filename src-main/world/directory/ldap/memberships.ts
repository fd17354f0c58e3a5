import { setTimeout as delay } from 'node:timers/promises'
import type { Result } from '../../../contract/result'
import { succeed } from '../../../contract/result'
import { Control } from 'ldapts'
import { hasResultCode, ResultCode } from './failures'
import type { FoldName } from './folding'
import { Oid, type LdapSession, type Modification } from './session'

/** Milliseconds between two looks whether more wishes are still to come. */
const gatheringTurn = 1

/** Who joins and who leaves one group in one request. */
export interface MemberChanges {
  readonly add: readonly string[]
  readonly remove: readonly string[]
}

/** Writes the changes of one group, all or none. */
export type WriteMembers = (group: string, changes: MemberChanges) => Promise<Result<undefined>>

/** Whether to gather wishes for this group longer than the milliseconds that have passed. */
type IsGathering = (group: string, passed: number) => boolean

interface Wish {
  readonly member: string
  present: boolean
  readonly settle: ((result: Result<undefined>) => void)[]
}

interface GroupQueue {
  running: boolean
  wishes: Map<string, Wish>
}

/**
 * Gathers the membership changes of each group: what is asked for while a request for the group is under way
 * becomes one request after it. A class of thirty costs a few requests instead of thirty, and no two requests
 * of this app ever race for one group. When a joint request fails, each change is tried alone, so that one bad
 * member fails only itself.
 */
export class MembershipQueue {
  readonly #write: WriteMembers
  readonly #isGathering: IsGathering
  readonly #groups = new Map<string, GroupQueue>()

  /** Gathering pays because each request costs the server a write to its disk. */
  constructor(write: WriteMembers, isGathering: IsGathering = () => false) {
    this.#write = write
    this.#isGathering = isGathering
  }

  /** Asks that `member` is (not) in `group`. A later wish for the same member replaces one that still waits. */
  change(group: string, member: string, present: boolean): Promise<Result<undefined>> {
    return new Promise((resolve) => {
      const queue = this.#groups.get(group) ?? { running: false, wishes: new Map<string, Wish>() }
      this.#groups.set(group, queue)
      const wish = queue.wishes.get(member)
      if (wish === undefined) queue.wishes.set(member, { member, present, settle: [resolve] })
      else {
        wish.present = present
        wish.settle.push(resolve)
      }
      if (queue.running) return
      queue.running = true
      setImmediate(() => {
        void this.#drain(group, queue)
      })
    })
  }

  async #drain(group: string, queue: GroupQueue): Promise<void> {
    while (queue.wishes.size > 0) {
      await this.#gather(group)
      const wishes = [...queue.wishes.values()]
      queue.wishes = new Map()
      await this.#carryOut(group, wishes)
    }
    this.#groups.delete(group)
  }

  async #gather(group: string): Promise<void> {
    const begun = performance.now()
    while (this.#isGathering(group, performance.now() - begun)) await delay(gatheringTurn)
  }

  async #carryOut(group: string, wishes: readonly Wish[]): Promise<void> {
    const result = await this.#write(group, changesOf(wishes))
    const lost = !result.ok && !('resultCode' in result.failure.parameters)
    if (result.ok || lost || wishes.length === 1) {
      for (const wish of wishes) for (const settle of wish.settle) settle(result)
      return
    }
    for (const wish of wishes) await this.#carryOut(group, [wish])
  }
}

function changesOf(wishes: readonly Wish[]): MemberChanges {
  return {
    add: wishes.filter((wish) => wish.present).map((wish) => wish.member),
    remove: wishes.filter((wish) => !wish.present).map((wish) => wish.member)
  }
}

/**
 * Changes a group's member attribute so that asking for what already is succeeds. The permissive modify
 * control is always sent, as OpenLDAP knows it without saying so; a server that does not know it ignores it.
 * There, and where slapd 2.5 refuses to delete a value that is not there in spite of it, the server's "exists"
 * and "no such value" count as done for a single change; the queue tries those when a joint request fails.
 */
export async function writeMembers(
  session: LdapSession,
  group: string,
  attribute: string,
  changes: MemberChanges
): Promise<Result<undefined>> {
  const modifications: Modification[] = []
  if (changes.add.length > 0) modifications.push({ type: 'add', attribute, values: changes.add })
  if (changes.remove.length > 0) modifications.push({ type: 'delete', attribute, values: changes.remove })
  const result = await session.modify(group, modifications, [new Control(Oid.permissiveModify)])
  const single = changes.add.length + changes.remove.length === 1
  if (result.ok || !single) return result
  const already = changes.add.length === 1 ? ResultCode.attributeOrValueExists : ResultCode.noSuchAttribute
  return hasResultCode(result.failure, already) ? succeed() : result
}

/** Names that one kind of group gains and loses. */
interface NameDifference {
  readonly join: readonly string[]
  readonly leave: readonly string[]
}

/**
 * What a change wants of the classes and the other groups. A list is not put in the place of another one: only its
 * difference to what the caller has seen counts, less what is so already; what is in neither list is somebody else's.
 */
export function differenceOf(
  present: Memberships,
  change: Partial<Memberships>,
  fold: FoldName,
  seen: Memberships = present
): Readonly<Record<'classes' | 'groups', NameDifference>> {
  const of = (kind: 'classes' | 'groups'): NameDifference => {
    const wanted = change[kind]
    if (wanted === undefined) return { join: [], leave: [] }
    return {
      join: without(without(wanted, seen[kind], fold), present[kind], fold),
      leave: without(seen[kind], wanted, fold).filter(
        (name) => without([name], present[kind], fold).length === 0
      )
    }
  }
  return { classes: of('classes'), groups: of('groups') }
}

/** Names of classes and of other groups. */
interface Memberships {
  readonly classes: readonly string[]
  readonly groups: readonly string[]
}

/** By names as the server takes them: two spellings of one group are no reason to join and leave it at once. */
function without(names: readonly string[], others: readonly string[], fold: FoldName): string[] {
  const known = new Set(others.map(fold))
  return names.filter((name) => !known.has(fold(name)))
}
