import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Order } from '../../../../../src-main/contract/orders'
import { evidenceOf } from '../../../../../src-main/jobs/evaluations/evidence/records'
import { EvidenceSchool } from '../../../support/evidenceSchool'
import { OrdersSchool, webFilter } from '../../../support/ordersSchool'
import { codeOf, valueOf } from '../../../support/sanctionsSchool'

/** One school for all of them, since its keys are costly. */
let orders: OrdersSchool
let school: EvidenceSchool
let people: OrdersSchool['people']

const hour = 3_600_000
const canary = 'kanarienvogel'

function squid(time: number, user: string): string {
  const stamp = `${Math.floor(time / 1000)}.${String(time % 1000).padStart(3, '0')}`
  return `${stamp}      3 10.1.2.3 TCP_MISS/200 266 GET http://a/${user} ${user} HIER_DIRECT/192.0.2.1 text/plain\n`
}

beforeAll(async () => {
  const ends: (() => Promise<void>)[] = []
  orders = await OrdersSchool.open((close) => void ends.push(close))
  ;({ people } = orders)
  school = new EvidenceSchool(orders)
  const folder = await mkdtemp(join(tmpdir(), 'netzwart-evidence-'))
  const noon = Date.now() - 48 * hour
  const lines = Array.from({ length: 600 }, (_, line) => [
    squid(noon + (line - 300) * 60_000, 'k.beispiel'),
    squid(noon + (line - 300) * 60_000 + 1, canary)
  ])
  await writeFile(join(folder, 'access.log'), lines.flat().join(''))
  orders.sources = [{ ...webFilter, path: join(folder, 'access.log') }]
  return async () => {
    for (const end of ends) await end()
    await rm(folder, { recursive: true, force: true })
  }
}, 120_000)

/** An order of two hours around the middle of the log. */
async function order(): Promise<Order> {
  const minuteOf = (time: number) => {
    const shown = new Date(time).toLocaleString('sv', { timeZone: 'Europe/Berlin' })
    return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
  }
  const noon = Date.now() - 48 * hour
  return orders.give({ rules: [], from: minuteOf(noon - hour), until: minuteOf(noon + hour) })
}

const kindsOf = (id: string): string[] =>
  orders.ledger.about(`order:${id}`).map(({ statement }) => statement.kind)

describe('evidence', () => {
  it('P19, P21: is gathered by an evaluator of the order, said in numbers, and opened by two', async () => {
    const { id } = await order()
    for (const who of [people.leadership, people.administrator, people.deputy])
      expect(codeOf(await school.as(who, 'evidence.gather', { order: id }))).toBe('orders.notFound')
    const state = valueOf(await school.as(people.second, 'evidence.gather', { order: id }))
    expect(state).toMatchObject({ gathering: null, may: { gather: true } })
    const [kept] = state.evidence
    expect(kept!.events).toBeGreaterThan(100)
    expect(kept!.events).toBeLessThan(140)
    expect(kindsOf(id)).toEqual(['order.given', 'evidence.sealed'])
    // It waits as an evaluation from now on.
    expect(orders.waitingFor(id, people.evaluator)).toEqual([])
    const [record] = evidenceOf(orders.ledger, id)
    const keys = [await school.keysOf('evaluator'), await school.keysOf('second')] as const
    const opened = valueOf(await school.evidence.work.open(record!, ...keys))
    expect(opened.events).toHaveLength(kept!.events)
    expect(new Set(opened.events.map(({ person }) => person))).toEqual(new Set(['k.beispiel']))
    expect(opened.sources[0]).toMatchObject({ name: 'Webfilter', events: kept!.events })
    const code = async (...two: Parameters<typeof school.keysOf>): Promise<string> =>
      codeOf(await school.evidence.work.open(record!, keys[0], await school.keysOf(...two)))
    expect(await code('evaluator')).toBe('evidence.samePerson')
    expect(await code('leadership')).toBe('evidence.notForThese')
    expect(await code('administrator')).toBe('evidence.notForThese')
    // In force no more: nobody opens it, as long as it lies there.
    school.days = 20
    expect(await code('second')).toBe('evidence.notForThese')
    school.days = 0
    expect(await school.stands(canary)).toBe(false)
    expect(await school.stands('http://a/k.beispiel')).toBe(false)
  })

  it('is gathered under no order that was withdrawn or has expired, and not twice at once', async () => {
    const withdrawn = await order()
    valueOf(await orders.withdraw(people.leadership, withdrawn))
    const gather = (id: string) => school.as(people.evaluator, 'evidence.gather', { order: id })
    expect(codeOf(await gather(withdrawn.id))).toBe('evidence.orderNotInForce')
    const { id } = await order()
    school.days = 20
    expect(codeOf(await gather(id))).toBe('evidence.orderNotInForce')
    school.days = 0
    const [first, second] = await Promise.all([gather(id), gather(id)])
    expect([codeOf(second), first.ok]).toEqual(['evidence.underWay', true])
    const cancelled = gather(id)
    valueOf(await school.as(people.second, 'evidence.cancel', { order: id }))
    expect(codeOf(await cancelled)).toBe('application.cancelled')
    expect(kindsOf(id)).toEqual(['order.given', 'evidence.sealed'])
  })

  it('P8: is destroyed when it was kept long enough or lost its order, unless a case holds it', async () => {
    const { store } = orders.flags.school
    await school.evidence.dueWork()
    const [long, withdrawn] = [await order(), await order()]
    for (const { id } of [long, withdrawn])
      valueOf(await school.as(people.evaluator, 'evidence.gather', { order: id }))
    const idOf = ({ id }: Order): string => evidenceOf(orders.ledger, id)[0]!.id
    const there = async (): Promise<string[]> => (await store.listEvidence()).map(({ id }) => id)
    const { version } = valueOf(await orders.as(people.leadership, 'orders.order', { order: withdrawn.id }))
    valueOf(await orders.withdraw(people.leadership, { id: withdrawn.id, version }))
    school.isHeld = true
    valueOf(await school.evidence.dueWork())
    expect(await there()).toContain(idOf(withdrawn))
    school.isHeld = false
    valueOf(await school.evidence.dueWork())
    expect(await there()).not.toContain(idOf(withdrawn))
    expect(await there()).toContain(idOf(long))
    school.days = 8
    valueOf(await school.evidence.dueWork())
    expect(await there()).toEqual([])
    school.days = 0
    expect(kindsOf(withdrawn.id).at(-1)).toBe('evidence.destroyed')
    const state = valueOf(await school.as(people.second, 'evidence.state', { order: long.id }))
    expect(state.evidence[0]).toMatchObject({ destroyedFrom: null, destroyed: { reason: 'keptLongEnough' } })
    const [record] = evidenceOf(orders.ledger, long.id)
    const keys = [await school.keysOf('evaluator'), await school.keysOf('second')] as const
    expect(codeOf(await school.evidence.work.open(record!, ...keys))).toBe('evidence.damaged')
    // Said once.
    const before = orders.ledger.items.length
    school.days = 8
    valueOf(await school.evidence.dueWork())
    expect(orders.ledger.items).toHaveLength(before)
  })

  it('that was never said is cleared away after a day', async () => {
    const { store } = orders.flags.school
    school.days = 0
    const left = { order: 'o', head: '{}', recipients: '[]', parts: [] }
    const createdAt = (days: number): string => new Date(Date.now() - days * 24 * hour).toISOString()
    await store.keepEvidence({ ...left, id: 'old', createdAt: createdAt(2) })
    await store.keepEvidence({ ...left, id: 'new', createdAt: createdAt(0.5) })
    valueOf(await school.evidence.dueWork())
    const there = (await store.listEvidence()).map(({ id }) => id)
    expect(there).toContain('new')
    expect(there).not.toContain('old')
  })
})
