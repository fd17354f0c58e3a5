import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fail, succeed, type Result } from '../../../../../src-main/contract/result'
import { foldForOpenLdap } from '../../../../../src-main/world/directory/ldap/folding'
import {
  differenceOf,
  MembershipQueue,
  type MemberChanges
} from '../../../../../src-main/world/directory/ldap/memberships'

/** A group in memory that answers a little later and refuses one member. */
class Groups {
  readonly members = new Map<string, Set<string>>()
  readonly requests: MemberChanges[] = []
  readonly #underWay = new Set<string>()

  readonly write = async (group: string, changes: MemberChanges): Promise<Result<undefined>> => {
    if (this.#underWay.has(group)) throw new Error('two requests for one group at once')
    this.#underWay.add(group)
    await new Promise((resolve) => setImmediate(resolve))
    this.#underWay.delete(group)
    this.requests.push(changes)
    if ([...changes.add, ...changes.remove].includes('bad'))
      return fail('directory.refused', { resultCode: 19 })
    const members = this.members.get(group) ?? new Set()
    this.members.set(group, members)
    for (const member of changes.add) members.add(member)
    for (const member of changes.remove) members.delete(member)
    return succeed()
  }
}

describe('membership queue', () => {
  it('changes that come together are one request', async () => {
    const groups = new Groups()
    const queue = new MembershipQueue(groups.write)
    await Promise.all(Array.from({ length: 30 }, (_, index) => queue.change('7b', `p${index}`, true)))
    expect(groups.requests).toHaveLength(1)
    expect(groups.members.get('7b')?.size).toBe(30)
  })

  it('waits for those who are about to join, but not for ever', async () => {
    const groups = new Groups()
    let expected = true
    const queue = new MembershipQueue(groups.write, (_group, passed) => expected && passed < 10_000)
    const first = queue.change('7b', 'a', true)
    await new Promise((resolve) => setTimeout(resolve, 20))
    const second = queue.change('7b', 'b', true)
    expected = false
    await Promise.all([first, second])
    expect(groups.requests).toEqual([{ add: ['a', 'b'], remove: [] }])
    const impatient = new MembershipQueue(groups.write, (_group, passed) => passed < 5)
    expect(await impatient.change('7b', 'c', true)).toEqual(succeed())
  })

  it('one bad member fails only itself', async () => {
    const groups = new Groups()
    const queue = new MembershipQueue(groups.write)
    const results = await Promise.all(['a', 'bad', 'c'].map((member) => queue.change('7b', member, true)))
    expect(results.map(({ ok }) => ok)).toEqual([true, false, true])
    expect([...(groups.members.get('7b') ?? [])]).toEqual(['a', 'c'])
  })

  it('after a lost connection nothing is tried again', async () => {
    let requests = 0
    const queue = new MembershipQueue(() => {
      requests++
      return Promise.resolve(fail('directory.connectionLost'))
    })
    const results = await Promise.all(['a', 'b'].map((member) => queue.change('7b', member, true)))
    expect(results.every((result) => !result.ok && result.failure.code === 'directory.connectionLost')).toBe(
      true
    )
    expect(requests).toBe(1)
  })

  it('whatever is asked in whatever order, the last wish for each member holds', async () => {
    const wish = fc.record({
      group: fc.constantFrom('7a', '7b'),
      member: fc.constantFrom('a', 'b', 'c'),
      present: fc.boolean(),
      pause: fc.boolean()
    })
    await fc.assert(
      fc.asyncProperty(fc.array(wish, { maxLength: 30 }), async (wishes) => {
        const groups = new Groups()
        const queue = new MembershipQueue(groups.write)
        const results: Promise<Result<undefined>>[] = []
        const expected = new Map<string, boolean>()
        for (const { group, member, present, pause } of wishes) {
          results.push(queue.change(group, member, present))
          expected.set(`${group} ${member}`, present)
          if (pause) await new Promise((resolve) => setImmediate(resolve))
        }
        await Promise.all(results)
        for (const [key, present] of expected) {
          const [group = '', member = ''] = key.split(' ')
          expect(groups.members.get(group)?.has(member) ?? false).toBe(present)
        }
      })
    )
  })
})

describe('the difference of memberships', () => {
  it('P12: is none between two spellings that the server takes for one name', () => {
    const present = { classes: ['2a'], groups: ['filter', 'chor'] }
    const change = { classes: ['²A'], groups: ['ﬁlter', 'post'] }
    expect(differenceOf(present, change, foldForOpenLdap)).toEqual({
      classes: { join: [], leave: [] },
      groups: { join: ['post'], leave: ['chor'] }
    })
  })
})
