import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evidenceOf } from '../../../../../src-main/jobs/evaluations/evidence/records'
import { pseudonymSecret } from '../../../../../src-main/jobs/evaluations/standing'
import { bodyOf } from '../../../../../src-main/core/ledger'
import { EvidenceSchool } from '../../../support/evidenceSchool'
import { webFilter } from '../../../support/ordersSchool'
import { codeOf, valueOf } from '../../../support/sanctionsSchool'
import { squidLine, StandingSchool } from '../../../support/standingSchool'

const minute = 60_000
const tunnel = 'de12.nordvpn.com'

let school: StandingSchool
let evidence: EvidenceSchool
let ends: (() => Promise<void>)[]
let begun: number

beforeEach(async () => {
  ends = []
  school = await StandingSchool.open((close) => void ends.push(close))
  evidence = new EvidenceSchool(school.orders)
  const { stands } = school.start()
  evidence.pseudonymSecret = (order) => pseudonymSecret(school.ledger, stands, order)
  school.orders.sources = [school.source]
  begun = Math.ceil(Date.now() / minute) * minute + minute
})
afterEach(async () => {
  for (const end of ends.reverse()) await end()
})

/** Somebody is found; an order on the flag, about whom its pseudonyms mean. */
async function ordered(person: string, told: object = {}) {
  await school.give()
  const others = [2, 3, 4].map((after) => squidLine(begun + after * minute, 'm.muster', 'schule.example'))
  await school.write(
    squidLine(begun + minute, person, tunnel) +
      others.join('') +
      squidLine(begun + 5 * minute, person, 'a.example') +
      squidLine(begun + 40 * minute, 'x', 'a.example')
  )
  school.at(begun + 41 * minute)
  await school.due()
  const [found] = school.ledger.ofKind('flag.found')
  const flag = bodyOf(found!.statement, 'flag.found').flag
  school.orders.inDays(1)
  const day = school.orders.day(0)
  return school.orders.as(
    school.orders.people.leadership,
    'orders.give',
    school.orders.order({
      ...{ flag, concerned: [], asFlag: true, rules: [] },
      from: { day, time: '00:00' },
      until: { day: school.orders.day(1), time: '00:00' },
      ...told
    })
  )
}

describe('P19, P21: an order on what a standing order has found', () => {
  it('begins with pseudonyms, window, source and rule of the flag, and no name', async () => {
    await ordered('kanarienvogel', { asFlag: false, addresses: ['10.9.9.9'] })
    const [found] = school.ledger.ofKind('flag.found')
    const { flag } = bodyOf(found!.statement, 'flag.found')
    const { leadership } = school.orders.people
    const { beginning } = valueOf(await school.orders.as(leadership, 'orders.prepare', { flag }))
    expect(beginning).toMatchObject({
      ...{ person: null, rule: 'P18', sources: [webFilter.id] },
      pseudonyms: [expect.stringMatching(/^person:/)]
    })
    expect(JSON.stringify(beginning)).not.toContain('kanarienvogel')
  })

  it('lets the lines be gathered of whom the pseudonym means, and nobody else’s', async () => {
    const order = valueOf(await ordered('K.Beispiel'))
    expect(order.content).toMatchObject({ concerned: [], addresses: [], pseudonyms: [expect.any(String)] })
    const { evaluator } = school.orders.people
    valueOf(await evidence.as(evaluator, 'evidence.gather', { order: order.id }))
    const [record] = evidenceOf(school.ledger, order.id)
    const keys = [await evidence.keysOf('evaluator'), await evidence.keysOf('second')] as const
    const { events } = valueOf(await evidence.evidence.work.open(record!, ...keys))
    expect(events.map(({ person }) => person)).toEqual(['K.Beispiel', 'K.Beispiel'])
  })

  it('is refused beside other names, and on a flag that names nobody', async () => {
    expect(codeOf(await ordered('k.beispiel', { addresses: ['10.9.9.9'] }))).toBe('orders.flagNamesNobody')
    const { leadership } = school.orders.people
    const onNothing = school.orders.order({ flag: null, concerned: [], asFlag: true })
    expect(codeOf(await school.orders.as(leadership, 'orders.give', onNothing))).toBe(
      'orders.flagNamesNobody'
    )
  })

  it('is sealed for no evaluator whom the pseudonym means', async () => {
    const { evaluator } = school.orders.people
    const order = valueOf(await ordered(evaluator.actor.names.login))
    expect(codeOf(await evidence.as(evaluator, 'evidence.gather', { order: order.id }))).toBe(
      'evidence.noPair'
    )
  })

  it('gathers nothing where the secret is gone', async () => {
    const order = valueOf(await ordered('k.beispiel'))
    const { evaluator } = school.orders.people
    evidence.pseudonymSecret = new EvidenceSchool(school.orders).pseudonymSecret
    expect(codeOf(await evidence.as(evaluator, 'evidence.gather', { order: order.id }))).toBe(
      'evidence.secretGone'
    )
    expect(evidenceOf(school.ledger, order.id)).toEqual([])
  })
})
