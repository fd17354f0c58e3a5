import { appendFile } from 'node:fs/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { squidLine, StandingSchool } from '../../../support/standingSchool'

const minute = 60_000
const tunnel = 'de12.nordvpn.com'

let school: StandingSchool
let ends: (() => Promise<void>)[]
let begun: number

beforeEach(async () => {
  ends = []
  school = await StandingSchool.open((close) => void ends.push(close))
  begun = Math.ceil(Date.now() / minute) * minute + minute
  await school.give()
  const lines = [1, 2, 3].map((after) => squidLine(begun + after * minute, 'k.beispiel', tunnel))
  await school.write(`${lines.join('')}${squidLine(begun + 40 * minute, 'x', 'a.example')}`)
  school.at(begun + 41 * minute)
})
afterEach(async () => {
  for (const end of ends.reverse()) await end()
})

class Killed extends Error {}

/** The store of a process that ends at its so many-th write. */
function endingAt(write: number): StandingSchool['orders']['flags']['school']['store'] {
  const { store } = school.orders.flags.school
  let writes = 0
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (name !== 'writeDocument') return value.bind(target) as unknown
      return async (...words: [string, unknown]) => {
        writes += 1
        if (writes === write) throw new Killed()
        await target.writeDocument(...words)
      }
    }
  })
}

describe('P19: a run that ends in the middle', () => {
  // The stand is written when the secret is made, before the ledger hears what was found, and after.
  it.each([1, 2, 3])('at write %i: the next run says all of it, once', async (write) => {
    const killed = school.start({ store: endingAt(write) })
    await expect(killed.dueWork()).rejects.toBeInstanceOf(Killed)
    await school.due()
    expect(school.matters).toMatchObject([{ count: 3 }])
    await appendFile(
      school.log,
      squidLine(begun + 50 * minute, 'k.beispiel', tunnel) + squidLine(begun + 90 * minute, 'x', 'a.example')
    )
    school.at(begun + 91 * minute)
    await school.due()
    expect(school.matters).toMatchObject([{ count: 4 }])
  })

  it('by the app that ends: nothing of it is kept', async () => {
    const room = school.start()
    await room.close()
    expect((await school.due(room)).standing).toEqual({ found: 0, grown: 0, expired: 0 })
    expect(school.matters).toEqual([])
    await school.due()
    expect(school.matters).toMatchObject([{ count: 3 }])
  })
})
