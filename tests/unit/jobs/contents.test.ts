import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { ledgerExportSchema } from '../../../src-main/contract/ledger'
import { permits } from '../../../src-main/contract/operations'
import type { Role } from '../../../src-main/contract/people'
import { valueOf } from '../support/sanctionsSchool'
import { verifyInApp, verifyStandingAlone } from '../support/verifiers'
import { combinations } from '../support/combinations'
import {
  everyAccount,
  everyStatement,
  everyStep,
  openReadingSchool,
  words,
  type ReadingSchool
} from '../support/readingSchool'

const { own, other, colleague } = words
const everything = [own, other, colleague].flatMap((one) => Object.values<string>(one))

/** Which of the words an answer holds. */
function told(answer: unknown): string[] {
  const text = JSON.stringify(answer)
  return everything.filter((word) => text.includes(word))
}

/** What each role may read in an area; two roles read what either of them reads there. */
type Area = Partial<Readonly<Record<Role, readonly string[]>>>
const inCases: readonly string[] = [own.name, own.facts, other.name, other.facts]
const areas = {
  list: {
    administrator: [own.name, other.name, colleague.name],
    leadership: [own.name, other.name, colleague.name],
    evaluator: [own.name, other.name, colleague.name],
    teacher: [own.name]
  },
  history: {
    administrator: [own.note, own.reason, other.note, other.reason, colleague.note],
    leadership: [own.note, own.reason, other.note, other.reason, colleague.note],
    teacher: [own.note]
  },
  slips: { administrator: [own.name, other.name, colleague.name], teacher: [own.name] },
  plans: { administrator: everything, leadership: everything },
  cases: { administrator: inCases, leadership: inCases, evaluator: [own.name, own.facts] },
  runs: { administrator: everything, leadership: everything }
} as const satisfies Record<string, Area>

function readable(held: readonly Role[], ...of: readonly Area[]): string[] {
  const open = new Set(of.flatMap((area) => held.flatMap((role) => area[role] ?? [])))
  return everything.filter((word) => open.has(word))
}

let reading: ReadingSchool
beforeAll(async () => {
  reading = await openReadingSchool()
  return () => reading.close()
}, 120_000)

describe.each(combinations.map((held) => ({ held, name: held.join(' + ') || 'no role' })))(
  'P25: contents, asked for as $name',
  ({ held }) => {
    it('the list of accounts, the groups and each page hold what one of the roles opens', async () => {
      reading.sits(held)
      const list = await reading.ask('accounts.query', everyAccount)
      expect(list.ok).toBe(permits('accounts.query', held))
      expect(told(list)).toEqual(readable(held, areas.list))
      const seesAll = readable(held, areas.list).includes(other.name)
      if (list.ok) {
        expect(list.value.all).toBe(seesAll ? 3 : 1)
        expect(valueOf(await reading.ask('accounts.refresh', undefined)).all).toBe(seesAll ? 3 : 1)
        const groups = valueOf(await reading.ask('accounts.groups', undefined)).map(({ name }) => name)
        expect(groups.includes('9c')).toBe(seesAll)
        expect(groups).toContain('7b')
      }
      for (const whom of ['own', 'other', 'colleague'] as const) {
        const { name } = words[whom]
        const page = await reading.ask('accounts.detail', { account: reading.accounts[whom].id })
        expect(page.ok).toBe(readable(held, areas.list).includes(name))
        const history = readable(held, areas.history).filter((word) =>
          Object.values<string>(words[whom]).includes(word)
        )
        expect(told(page).filter((word) => word !== name)).toEqual(page.ok ? history : [])
        if (!page.ok) continue
        expect(page.value.mayResetPassword).toBe(readable(held, areas.slips).includes(name))
        expect(page.value.slipPending).toBe(readable(held, areas.slips).includes(name))
        const isWhole = permits('plans.steps', held) || (whom === 'colleague' && page.value.mayResetPassword)
        expect(page.value.historyWithheld).toBe(!isWhole)
      }
    })

    it('P5: slips wait for those whose password the person may reset', async () => {
      reading.sits(held)
      const pending = await reading.ask('slips.pending', undefined)
      expect(pending.ok).toBe(permits('slips.pending', held))
      expect(told(pending)).toEqual(readable(held, areas.slips))
      const all = Object.values(reading.accounts).map(({ id }) => id)
      reading.dialog.target = null
      const saved = await reading.ask('slips.save', { accounts: all })
      expect(saved.ok).toBe(held.includes('administrator'))
    })

    it('plans are read by those who oversee them', async () => {
      reading.sits(held)
      const plans = await reading.ask('plans.list', undefined)
      expect(plans.ok).toBe(permits('plans.list', held))
      if (!plans.ok) return
      const steps = await Promise.all(
        plans.value.map(({ hash }) => reading.ask('plans.steps', everyStep(hash)))
      )
      expect(told(steps)).toEqual(
        everything.filter((word) => !inCases.includes(word) || word === own.name || word === other.name)
      )
    })

    it('cases are those that the person works on', async () => {
      reading.sits(held)
      const list = await reading.ask('sanctions.query', {
        text: '',
        states: [],
        account: null,
        offset: 0,
        limit: 100
      })
      const pupils: readonly string[] = [own.name, other.name]
      const names = readable(held, areas.cases).filter((word) => pupils.includes(word))
      expect(told(list)).toEqual(names)
      const each = await Promise.all(
        Object.values(reading.cases).map((id) => reading.ask('sanctions.case', { case: id }))
      )
      expect(told(each)).toEqual(readable(held, areas.cases))
      expect(
        told(await reading.ask('inbox.list', undefined)).filter((word) => !names.includes(word))
      ).toEqual([])
    })

    it('the journal shows procedure to who reads it, and contents by the same question', async () => {
      reading.sits(held)
      const mayLook = permits('ledger.query', held)
      const page = await reading.ask('ledger.query', everyStatement)
      expect(page.ok).toBe(mayLook)
      const open = mayLook ? readable(held, areas.cases, areas.runs) : []
      expect(told(page)).toEqual(open)
      if (!page.ok) return
      expect(page.value.rows).toHaveLength(reading.school.ledger.items.length)
      const entries = await Promise.all(
        page.value.rows.map(({ sequence }) => reading.ask('ledger.entry', { sequence }))
      )
      expect(told(entries)).toEqual(open)
      for (const word of everything) {
        const found = valueOf(await reading.ask('ledger.query', { ...everyStatement, text: word }))
        expect(found.total > 0).toBe(open.includes(word))
      }
      for (const whom of ['own', 'other'] as const) {
        const { id } = reading.accounts[whom]
        const found = valueOf(await reading.ask('ledger.query', { ...everyStatement, person: id }))
        expect(found.total > 0).toBe(open.includes(words[whom].facts))
      }
    })

    it('the export leaves out what the journal withholds, and says so; both verifiers find no fault', async () => {
      reading.sits(held)
      const file = reading.file(`journal-${held.join('-')}.json`)
      reading.dialog.target = file
      const saved = await reading.ask('ledger.export', undefined)
      expect(saved.ok).toBe(permits('ledger.export', held))
      if (!saved.ok) return
      const text = await readFile(file, 'utf8')
      expect(told(text)).toEqual(readable(held, areas.cases, areas.runs))
      const document = ledgerExportSchema.parse(JSON.parse(text))
      const isWhole = permits('plans.steps', held)
      expect(document.withheld === undefined).toBe(isWhole)
      expect(saved.value?.withheld).toBe(document.withheld?.payloads ?? 0)
      expect(document.withheld?.reader).toBe(isWhole ? undefined : 'Rosa evaluator')
      for (const verify of [verifyInApp, verifyStandingAlone]) expect(verify(document).problems).toEqual([])
      const last = reading.school.ledger.items.at(-1)?.statement
      expect(last).toMatchObject({
        kind: 'copy.made',
        body: {
          what: isWhole ? 'journal' : 'procedure',
          count: document.statements.length,
          by: reading.school.people.evaluator.actor.person
        }
      })
    })
  }
)

describe('nobody', () => {
  it('is never an administrator: who is not signed in reads nothing (REVIEW 2.7)', async () => {
    reading.sits(null)
    const handlers = [
      reading.ask('ledger.query', everyStatement),
      reading.ask('ledger.export', undefined),
      reading.ask('accounts.query', everyAccount),
      reading.ask('slips.pending', undefined),
      reading.ask('inbox.list', undefined)
    ]
    for (const answer of await Promise.all(handlers)) expect(answer.ok).toBe(false)
  })
})
