import { describe, expect, it } from 'vitest'
import { succeed, type Result } from '../../../../../src-main/contract/result'
import { bearerOf } from '../../../../../src-main/jobs/evaluations/evaluation/accounts/bearer'

const since = Date.parse('2026-11-25T08:00:00Z')

type Parts = Parameters<typeof bearerOf>[0]

/** A directory with mia alone, who has had this login since then; null: nothing says that there was another one. */
function bearer(
  login: string,
  told: { readonly createdAt?: string | null; readonly namedAt?: string }
): Promise<Result<string | null>> {
  const { createdAt = null, namedAt } = told
  const findAccount = async (asked: string) =>
    succeed(asked === 'mia' ? { id: 'account-of-mia', login: 'mia', createdAt } : null)
  const entry = {
    plan: 'f'.repeat(64),
    step: { after: { login: 'mia' } },
    record: { step: 'one', outcome: 'done', failure: null, targetId: null, at: namedAt }
  }
  const parts = {
    directory: { ask: (work: (open: unknown) => unknown) => work({ findAccount }) },
    store: {
      historyOf: async () => (namedAt === undefined ? [] : [entry]),
      findPlan: async () => null
    },
    plans: { witness: { runs: () => ({ begun: [], ended: [] }), vouchesFor: () => false } }
  }
  return bearerOf(parts as unknown as Parts, login, since)
}

describe('whose login was revealed (P26)', () => {
  it('is the account that had it before the window began', async () => {
    expect(await bearer('mia', {})).toEqual(succeed('account-of-mia'))
    expect(await bearer('mia', { createdAt: '2026-09-01T08:00:00Z' })).toEqual(succeed('account-of-mia'))
    expect(await bearer('mia', { namedAt: '2026-09-01T08:00:00Z' })).toEqual(succeed('account-of-mia'))
    expect(await bearer('nobody', {})).toEqual(succeed(null))
  })

  it('is nobody where the login was given to somebody else later', async () => {
    expect(await bearer('mia', { createdAt: '2026-11-26T08:00:00Z' })).toEqual(succeed(null))
    expect(await bearer('mia', { namedAt: '2026-11-26T08:00:00Z' })).toEqual(succeed(null))
  })
})
