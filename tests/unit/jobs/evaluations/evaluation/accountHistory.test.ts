import { describe, expect, it } from 'vitest'
import { AccountHistory } from '../../../../../src-main/jobs/evaluations/evaluation/accounts/history'
import { stretchesOf } from '../../../../../src-main/jobs/evaluations/evaluation/accounts/stretches'
import { ledgerWitness } from '../../../../../src-main/desks/plans'
import { decidedAt } from '../../../../../src-main/jobs/sanctions'
import { MemoryDirectory } from '../../../support/memoryDirectory'
import { signingOf } from '../../../support/sanctionsPeople'
import { pupilIn, SanctionsSchool, valueOf } from '../../../support/sanctionsSchool'

const suspension = { kind: 'suspension', until: null } as const

async function decided(): Promise<{ school: SanctionsSchool; directory: MemoryDirectory; pupil: string }> {
  const directory = new MemoryDirectory()
  const pupil = pupilIn(directory)
  const school = await SanctionsSchool.open(directory)
  const inForce = valueOf(await school.approve(await school.propose(pupil, suspension)))
  valueOf(await school.lift(inForce))
  return { school, directory, pupil }
}

function historyIn({ ledger, store, officials }: SanctionsSchool): AccountHistory {
  const witness = ledgerWitness({
    ledger,
    signing: signingOf(officials),
    actor: () => null,
    decidedAt: (hash) => decidedAt(ledger, hash)
  })
  return new AccountHistory({ journal: store, witness })
}

async function statesIn(
  school: SanctionsSchool,
  directory: MemoryDirectory,
  pupil: string
): Promise<string[]> {
  const { changes } = await historyIn(school).of(pupil)
  const account = valueOf(await directory.readAccount(pupil))
  if (account === null) throw new Error('the account is gone')
  return stretchesOf(changes, account, new Date(Date.now() + 60_000)).map(({ state }) => state)
}

describe('what was done about an account, as the ledger vouches for it (P9, P26)', () => {
  it('is suspended between the decision that was carried out and its lifting', async () => {
    const { school, directory, pupil } = await decided()
    expect(await statesIn(school, directory, pupil)).toEqual(['suspended'])
    const { changes, namedSince } = await historyIn(school).of(pupil)
    expect(changes.map((change) => change.suspension?.kind)).toEqual(['forever', 'none'])
    for (const { from, at } of changes) expect(at).toBeGreaterThanOrEqual(from)
    expect(namedSince).toBeNull()
  })

  it('is dated by the ledger: what somebody writes into the store moves no suspension before its decision', async () => {
    const { school, directory, pupil } = await decided()
    await school.tamper(`UPDATE step_records SET at = '2020-01-01T00:00:00.000Z'`)
    const { changes } = await historyIn(school).of(pupil)
    const decisions = ['case.decided', 'case.liftDecided'].map(timeOf)
    expect(changes.map(({ from }) => from)).toEqual(decisions)
    expect(changes.map(({ at }) => at)).toEqual(decisions)
    function timeOf(kind: string): number {
      const said = school.ledger.items.find(({ statement }) => statement?.kind === kind)
      return Date.parse(said?.statement?.time ?? '')
    }
    expect(await statesIn(school, directory, pupil)).toEqual(['suspended'])
  })

  it('is not known by a plan that is not what the ledger names', async () => {
    const { school, directory, pupil } = await decided()
    await school.tamper(
      `UPDATE plan_steps SET body = replace(body, '"kind":"forever"', '"kind":"forever","x":1') WHERE true`
    )
    const { changes } = await historyIn(school).of(pupil)
    expect(changes.map(({ at }) => at)).toEqual([null, null])
    expect(await statesIn(school, directory, pupil)).toEqual([])
  })
})
