import { describe, expect, it } from 'vitest'
import { commandLineServices } from '../../../src-main/commandLineServices'
import { permits, type OperationName } from '../../../src-main/contract/operations'
import type { Role } from '../../../src-main/contract/people'
import { succeed } from '../../../src-main/contract/result'
import type { Services } from '../../../src-main/services'
import { combinations } from '../support/combinations'

/** Whatever is asked of it answers, so that only the question for the role can refuse. */
function answering(): never {
  const answer: unknown = new Proxy(async () => succeed(), {
    get: (target, name): unknown => (name in target ? Reflect.get(target, name) : answer)
  })
  return answer as never
}

/** What the command line does by path or word, and the operation that the window has for it. */
const doors: readonly (readonly [OperationName, (line: Awaited<ReturnType<typeof open>>) => unknown])[] = [
  ['accounts.query', ({ accounts }) => accounts.list({ text: '', schoolClass: null, state: null })],
  ['accounts.detail', ({ accounts }) => accounts.findAccount('m.muster')],
  ['accounts.resetPassword', ({ accounts }) => accounts.resetPassword('1', 'notStated', '')],
  ['accounts.export', ({ accounts }) => accounts.exportNames(null, async () => succeed())],
  ['plans.summary', ({ accounts }) => accounts.findPlan('abcd')],
  ['rosters.choose', ({ accounts }) => accounts.rosters.open([], '')],
  ['rosters.choose', ({ accounts }) => accounts.rosters.openFolder('')],
  ['rosters.preview', ({ accounts }) => accounts.rosters.preview('', {})],
  ['rosters.plan', ({ accounts }) => accounts.rosters.plan('', {}, {})],
  ['slips.pending', ({ accounts }) => accounts.slips.pending()],
  ['slips.save', ({ accounts }) => accounts.slips.checkCsv('')],
  ['slips.save', ({ accounts }) => accounts.slips.saveCsv([], '')],
  ['slips.save', ({ accounts }) => accounts.slips.handOver([], async () => succeed())],
  ['ledger.export', ({ ledger }) => ledger.export('')]
]

async function open(roles: readonly Role[] | null) {
  const services: Services = {
    roles: () => roles,
    handlers: answering(),
    caseFile: () => answering(),
    close: async () => undefined
  }
  const opened = await commandLineServices(services)
  if (!opened.ok) throw new Error(opened.failure.code)
  return opened.value
}

describe('the command line', () => {
  it.each([null, ...combinations].map((held) => ({ held, name: held?.join(' + ') ?? 'nobody' })))(
    'P25: no way past the roles, for $name',
    async ({ held }) => {
      const line = await open(held)
      for (const [operation, ask] of doors)
        expect([operation, await ask(line)]).toMatchObject([operation, { ok: permits(operation, held) }])
    }
  )
})
