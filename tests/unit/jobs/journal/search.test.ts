import { beforeAll, describe, expect, it } from 'vitest'
import { ledgerQuerySchema } from '../../../../src-main/contract/ledger'
import type { Role } from '../../../../src-main/contract/people'
import { germanDayOf } from '../../../../src-main/core/calendar'
import { draft, type LedgerItem } from '../../../../src-main/core/ledger'
import type { Actor } from '../../../../src-main/core/people/actor'
import { JournalSearch } from '../../../../src-main/jobs/journal/search'
import { readCase } from '../../../../src-main/jobs/sanctions/cases'
import { said, type LedgerBuilder } from '../../support/ledgerBuilder'
import { buildYear } from '../../support/ledgerYear'

let built: LedgerBuilder
let search: JournalSearch
beforeAll(async () => {
  built = await buildYear()
  search = new JournalSearch(built.ledger, () => ({
    case: {
      nameOf: (id) => readCase(built.ledger, id)?.number ?? '',
      authorsOf: (id) => readCase(built.ledger, id)?.authors ?? []
    }
  }))
}, 60_000)

function reader(...roles: Role[]): Actor {
  return {
    ...{ person: 'reader', roles, classes: [] },
    names: { login: 'r', givenName: 'R', familyName: 'R' }
  } as unknown as Actor
}

async function find(of: object, who = reader('administrator')) {
  const { total, found } = await search.find(ledgerQuerySchema.parse({ limit: 500, ...of }), who)
  return { total, numbers: found.map(({ sequence }) => sequence) }
}

function numbersWhere(isMeant: (item: LedgerItem) => boolean): number[] {
  return built.ledger.items
    .filter(isMeant)
    .map(({ sequence }) => sequence)
    .reverse()
}

describe('looking for entries of the journal', () => {
  it('answers all of them, newest first, and a page of them with the number of all', async () => {
    const all = numbersWhere(() => true)
    expect(await find({})).toEqual({ total: all.length, numbers: all })
    expect(await find({ offset: 10, limit: 5 })).toEqual({ total: all.length, numbers: all.slice(10, 15) })
    expect(await find({ offset: 9_999 })).toEqual({ total: all.length, numbers: [] })
  })

  it('filters by kind, subject, person and day', async () => {
    const decided = numbersWhere(({ statement }) => statement?.kind === 'case.decided')
    expect((await find({ kinds: ['case.decided'] })).numbers).toEqual(decided)
    const { subject } = built.ledger.ofKind('case.decided')[0]!.statement
    const about = built.ledger.about(subject).map(({ sequence }) => sequence)
    expect((await find({ subject })).numbers).toEqual(about.toReversed())
    const days = built.ledger.items.map(({ statement }) => germanDayOf(statement!.time))
    const [from, until] = [days[60]!, days[150]!]
    const between = numbersWhere(({ statement }) => {
      const day = germanDayOf(statement!.time)
      return from <= day && day <= until
    })
    expect((await find({ from, until })).numbers).toEqual(between)
    expect((await find({ from: '0001-01-01', until: '9999-12-31' })).total).toBe(days.length)
    const deputys = (await find({ person: 'deputy' })).numbers
    expect(deputys).toContain(built.ledger.ofKind('case.liftDecided')[0]!.sequence)
  })

  it('finds by number and by subject, in whatever way it is written', async () => {
    const { sequence, statement } = built.ledger.ofKind('case.decided').at(-1)!
    expect((await find({ text: String(sequence) })).numbers).toContain(sequence)
    const about = built.ledger.about(statement.subject).map((item) => item.sequence)
    const typed = statement.subject.toUpperCase()
    expect((await find({ text: typed })).numbers).toEqual(expect.arrayContaining(about))
    expect((await find({ text: `${typed} ${sequence}` })).numbers).toEqual([sequence])
  })

  it('P25: finds by contents only for whoever may read them', async () => {
    const opened = numbersWhere(({ statement }) => statement?.kind === 'case.opened')
    expect((await find({ text: 'PROXY informatikraum' })).numbers).toEqual(opened)
    expect((await find({ text: 'proxy' }, reader('dpo'))).numbers).toEqual([])
    expect((await find({ person: 'pupil-1' })).numbers).toEqual(opened)
    expect((await find({ person: 'pupil-1' }, reader('dpo'))).numbers).toEqual([])
    // What a kind is called, and who signed, is procedure.
    const kinds = ['case.opened', 'flag.pursued', 'order.pursued']
    const calledSo = numbersWhere(({ statement }) => kinds.includes(statement?.kind ?? ''))
    expect((await find({ text: 'fall eröffnet' }, reader('dpo'))).numbers).toEqual(calledSo)
  })

  it('finds what was said since, and by a name that has changed', async () => {
    expect((await find({ text: 'neuername' })).numbers).toEqual([])
    const last = await built.record(said.settings())
    expect((await find({})).numbers[0]).toBe(last)
    const { id } = built.evaluator
    const names = { login: 'n', givenName: 'Nele', familyName: 'Neuername' }
    const session = { person: id, roles: ['evaluator' as const], kind: 'window' as const }
    await built.record(draft('session.signedIn', `person:${id}`, session, { names, computer: 'PC' }))
    const hearings = numbersWhere(({ statement }) => statement?.kind === 'case.hearing')
    expect((await find({ text: 'neuername', kinds: ['case.hearing'] })).numbers).toEqual(hearings)
    expect(search.people).toContainEqual({ person: id, name: 'Nele Neuername' })
  })
})
