import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Account } from '../../../../../src-main/contract/accounts'
import type { RosterEntry } from '../../../../../src-main/contract/roster'
import { defaultSettings } from '../../../../../src-main/contract/settings'
import { computePlan, type Planning } from '../../../../../src-main/jobs/accounts/planning'
import type { DirectorySnapshot } from '../../../../../src-main/world/directory/port'
import { account, applied, entry, inputOf, layout, snapshotOf } from './school'

/** Few names, so that equal and similar ones meet often. */
const givenNames = ['Max', 'Maxi', 'Lea', 'Léa', 'Anna-Lena', '李', '…']
const familyNames = ['Meier', 'Maier', 'Müller', 'Mueller', 'von der Au', 'Root', 'Meier-Au']
const days = ['2012-03-04', '2012-04-03', '2013-05-06', '2014-07-08']

const someEntry = fc.record({
  givenName: fc.constantFrom(...givenNames),
  familyName: fc.constantFrom(...familyNames),
  birthDate: fc.option(fc.constantFrom(...days)),
  classes: fc.constantFrom<string[]>([], ['5a'], ['7b'], ['7B', '8c'], ['EF']),
  mail: fc.option(fc.constant('x@example.test')),
  leavesOn: fc.option(fc.constantFrom('2026-07-31', '2026-12-31'), { freq: 8 }),
  schoolId: fc.option(fc.integer({ min: 1, max: 30 }).map(String), { freq: 3 })
})

const someEntries = fc.array(someEntry, { minLength: 1, maxLength: 25 })

const someAccounts = fc
  .array(
    fc.record({
      person: someEntry,
      kind: fc.constantFrom('pupil', 'pupil', 'pupil', 'teacher', 'other'),
      left: fc.boolean(),
      suspended: fc.boolean()
    }),
    { maxLength: 25 }
  )
  .map((list) =>
    list.map(({ person, kind, left, suspended }, index): Account => {
      const classes = left ? [] : person.classes.filter((name) => name !== '7B')
      return account({
        login: `konto-${index}`,
        givenName: person.givenName,
        familyName: person.familyName,
        schoolId: person.schoolId,
        kind: kind as Account['kind'],
        classes,
        leaverSince: left ? '2026-07-01' : null,
        suspension: { kind: left || suspended ? 'forever' : 'none' }
      })
    })
  )

const birthDatesOf = (accounts: readonly Account[], salt: number): Map<string, string> =>
  new Map(
    accounts
      .filter((_, index) => (index + salt) % 3 !== 0)
      .map((one, index) => [one.id, days[(index + salt) % days.length]!])
  )

function rows(entries: readonly Partial<RosterEntry>[]): RosterEntry[] {
  return entries.map((fields, index) => entry({ ...fields, line: index + 2 }))
}

function hash(planned: Planning): string {
  return createHash('sha256').update(JSON.stringify(planned.plan)).digest('hex')
}

async function compute(
  entries: readonly RosterEntry[],
  snapshot: DirectorySnapshot,
  more: Partial<Parameters<typeof inputOf>[0]> = {}
): Promise<Planning | null> {
  const result = await computePlan(inputOf({ entries, snapshot, ...more }))
  return result.ok ? result.value : null
}

describe('properties of the plan', () => {
  it('the same input gives the same plan, in whatever order rows and accounts come', async () => {
    await fc.assert(
      fc.asyncProperty(
        someEntries,
        someAccounts,
        fc.nat({ max: 9 }),
        fc.infiniteStream(fc.nat()),
        async (entries, accounts, salt, numbers) => {
          const shuffled = <Value>(list: readonly Value[]): Value[] =>
            list
              .map((value) => ({ value, place: Number(numbers.next().value) }))
              .sort((first, second) => first.place - second.place)
              .map(({ value }) => value)
          const birthDates = birthDatesOf(accounts, salt)
          const first = await compute(rows(entries), snapshotOf(accounts), { birthDates })
          const second = await compute(rows(shuffled(entries)), snapshotOf(shuffled(accounts)), {
            birthDates
          })
          expect(second === null).toBe(first === null)
          if (first === null || second === null) return
          expect(hash(second)).toBe(hash(first))
          expect(second.counts).toEqual(first.counts)
          expect(second.doubtful.map(({ row }) => row).sort()).toEqual(
            first.doubtful.map(({ row }) => row).sort()
          )
        }
      ),
      { numRuns: 150 }
    )
  })

  it('after a plan was applied, planning again finds nothing to do', async () => {
    await fc.assert(
      fc.asyncProperty(someEntries, someAccounts, fc.nat({ max: 9 }), async (entries, accounts, salt) => {
        const roster = rows(entries)
        const birthDates = birthDatesOf(accounts, salt)
        const before = snapshotOf(accounts, { missingContainers: [layout.containers.pupil] })
        const first = await compute(roster, before, { birthDates })
        if (first === null) return
        const after = applied(first.plan, before)
        const learned = new Map([...birthDates, ...first.birthDates.byAccount])
        for (const step of first.plan?.steps ?? []) {
          const day = first.birthDates.byStep.get(step.id)
          if (day !== undefined) learned.set(`id-${step.target.name}`, day)
        }
        const second = await compute(roster, after, { birthDates: learned })
        expect(second?.plan).toBeNull()
      }),
      { numRuns: 300 }
    )
  })

  it('P3 P8 P9: touches only what the roster governs, and every new login is free', async () => {
    await fc.assert(
      fc.asyncProperty(someEntries, someAccounts, async (entries, accounts) => {
        const planned = await compute(rows(entries), snapshotOf(accounts), {
          settings: { ...defaultSettings, logins: { ...defaultSettings.logins, maximumLength: 8 } }
        })
        if (planned === null) return
        const byId = new Map(accounts.map((one) => [one.id, one]))
        const candidates = new Set(
          planned.doubtful.flatMap((doubt) => doubt.candidates.map((one) => one.account))
        )
        const logins = new Set(accounts.map((one) => one.login))
        for (const step of planned.plan?.steps ?? []) {
          if (step.kind === 'create') {
            expect(logins.has(step.target.name)).toBe(false)
            logins.add(step.target.name)
            expect(step.target.name.length).toBeLessThanOrEqual(8)
          } else if (step.target.type === 'account') {
            const target = byId.get(step.target.id ?? '')!
            expect(target.kind).toBe('pupil')
            expect(candidates.has(target.id)).toBe(false)
            if (step.kind === 'leave') expect(target).toMatchObject({ leaverSince: null })
            if (step.kind !== 'leave' && target.leaverSince === null)
              expect(step.after).not.toHaveProperty('suspension')
          }
        }
      }),
      { numRuns: 200 }
    )
  })

  it('P8: who leaves and comes back is active again, in the class of the roster', async () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 4, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(ids, async (numbers) => {
        const everybody = numbers.map((number, index) =>
          entry({ schoolId: String(number), line: index + 2, classes: ['7b'] })
        )
        const empty = snapshotOf([])
        const start = applied((await compute(everybody, empty))?.plan ?? null, empty)
        const leaver = everybody[0]!
        const without = await compute(everybody.slice(1), start)
        const left = applied(without?.plan ?? null, start)
        expect(left.accounts.find((one) => one.schoolId === leaver.schoolId)).toMatchObject({
          leaverSince: '2026-08-20',
          suspension: { kind: 'forever' },
          classes: []
        })
        const back = applied((await compute(everybody, left))?.plan ?? null, left)
        expect(back.accounts).toEqual(start.accounts)
      }),
      { numRuns: 60 }
    )
  })
})
