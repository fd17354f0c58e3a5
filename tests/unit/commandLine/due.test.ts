import { describe, expect, it } from 'vitest'
import { run } from '../../../src-main/commandLine/run'
import type { CommandLineServices } from '../../../src-main/commandLine/surroundings'
import type { DueReport } from '../../../src-main/contract/due'
import { fail, succeed } from '../../../src-main/contract/result'
import { stage } from '../support/commandLineStage'

const nothing: DueReport = {
  lifted: null,
  cases: { enforced: [], lifted: [], ended: [], expired: [] },
  standing: { found: 0, grown: 0, expired: 0 },
  waiting: []
}

async function due(
  report: Partial<DueReport>,
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const services = {
    handlers: {
      'application.state': async () => succeed({ directory: null }),
      'plans.steps': async () => fail('application.notAllowed')
    },
    roles: () => null,
    due: async () => ({ ...nothing, ...report }),
    close: async () => undefined
  } as unknown as CommandLineServices
  const { surroundings, out } = stage({
    environment: { LANG: 'en_GB.UTF-8' },
    openServices: async () => succeed(services)
  })
  return { code: await run(['due', ...words], surroundings), out: out() }
}

describe('due', () => {
  const unreachable = { code: 'directory.unreachable', parameters: { host: 'ad.schule' } } as const

  it('says that nothing is due, and is done (exit 0)', async () => {
    expect(await due({})).toEqual({ code: 0, out: 'Nothing is due.\n' })
    const { code, out } = await due({}, '--json')
    expect([code, JSON.parse(out)]).toEqual([
      0,
      {
        plan: null,
        done: 0,
        failed: [],
        remaining: 0,
        cases: nothing.cases,
        standing: nothing.standing,
        waiting: []
      }
    ])
  })

  it('P26: names the approved case that waits and why, and is not done (exit 1): the task tries again', async () => {
    const waiting = [{ case: '2026-014', account: null, failure: unreachable }]
    const { code, out } = await due({ waiting })
    expect(code).toBe(1)
    expect(out).toContain('Case 2026-014 waits:')
    expect(out).toContain('ad.schule')
    const json = await due({ waiting }, '--json')
    expect(json.code).toBe(1)
    expect(JSON.parse(json.out)).toMatchObject({
      waiting: [{ case: '2026-014', code: 'directory.unreachable', message: expect.any(String) as string }]
    })
  })

  it('P9, P25: says how many suspensions it has lifted where nobody has signed in, and not whose', async () => {
    const lifted = {
      plan: 'a'.repeat(64),
      state: 'finished',
      steps: 2,
      done: 2,
      failed: 0,
      remaining: 0,
      rate: 0,
      stoppedBy: null
    } as const
    const done = await due({ lifted }, '--json')
    expect([done.code, JSON.parse(done.out)]).toMatchObject([0, { plan: lifted.plan, done: 2, failed: [] }])
    const partly = await due({ lifted: { ...lifted, done: 1, failed: 1 } })
    expect(partly.code).toBe(1)
    expect(partly.out).toContain('1 failed')
  })

  it('P9: says that suspensions wait to be lifted, and what was done all the same', async () => {
    const cases = { enforced: ['2026-001'], lifted: ['2026-002'], ended: ['2026-003'], expired: ['2026-004'] }
    const { code, out } = await due(
      { cases, waiting: [{ case: null, account: null, failure: unreachable }] },
      '--language',
      'de'
    )
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      'Fall 2026-001: in Kraft gesetzt.',
      'Fall 2026-002: vorzeitig aufgehoben.',
      'Fall 2026-003: beendet.',
      'Fall 2026-004: Die Freigabe wurde nicht rechtzeitig ausgeführt und ist verfallen.',
      expect.stringMatching(/^Es wartet noch: /) as string,
      ''
    ])
  })
})
