import { randomInt } from 'node:crypto'
import { expect, it } from 'vitest'
import { applyBetweenKills } from './killedApply'

it('loses and doubles nothing when an apply of 300 accounts is killed 30 times and resumed', async () => {
  const seed = randomInt(2 ** 31)
  const report = await applyBetweenKills({ kills: 30, accounts: 300, seed })
  expect(report, `seed ${seed}`).toMatchObject({
    kills: 30,
    lost: [],
    doubled: [],
    unusable: [],
    unsettled: 0,
    passwordsLeft: 0
  })
  // Kills that meet nothing under way would prove nothing.
  expect(report.midway, `seed ${seed}`).toBeGreaterThanOrEqual(15)
}, 240_000)
