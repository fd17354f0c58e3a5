import { randomInt } from 'node:crypto'
import { ensureBuild } from '../../scripts/setup/build.mjs'
import { applyBetweenKills } from '../../tests/integration/recovery/killedApply'
import type { Row } from '../support/row'

const kills = 200

/** Steps lost or doubled when the command line is killed while it applies, again and again. */
export async function killWhileApplying(): Promise<readonly Row[]> {
  ensureBuild()
  const seed = randomInt(2 ** 31)
  const report = await applyBetweenKills({ kills, accounts: 300, seed })
  const { lost, doubled, unusable, unsettled, passwordsLeft } = report
  const wrong = lost.length + doubled.length + unusable.length + unsettled + passwordsLeft
  return [
    {
      work: `${kills} x kill -9 at random points of an apply: lost or doubled`,
      peer: null,
      own: wrong,
      unit: 'steps',
      value: wrong,
      bar: 0,
      remarks: `${report.midway} midway, ${report.plans} plans, ${report.accounts} accounts, seed ${seed}`
    }
  ]
}
