import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from '../../../../../scripts/setup/places.mjs'
import { Joins } from '../../../../../src-main/jobs/evaluations/evaluation/workspace/joins'
import { ruleEventOf } from '../../../../../src-main/jobs/evaluations/evaluation/workspace/ruleEvents'
import { instantOf } from '../../../../../src-main/jobs/evaluations/evaluation/workspace/instants'
import { checkRules } from '../../../../../src-main/jobs/evaluations/rules'
import { RuleSet } from '../../../../../src-main/jobs/evaluations/rules/run'
import { writeLogs } from '../../../../../src-main/jobs/evaluations/simulator/files'
import { simulateWeek } from '../../../../../src-main/jobs/evaluations/simulator/week'
import { readLog } from '../../../support/readLog'

/** 1,200 pupils in 40 classes and 80 teachers. */
const people = [
  ...Array.from({ length: 1200 }, (_, place) => ({
    login: `s.muster${place}`,
    schoolClass: `${5 + Math.floor(place / 150)}${'abcde'[place % 5] ?? ''}`
  })),
  ...Array.from({ length: 80 }, (_, place) => ({ login: `l.lehr${place}`, schoolClass: null }))
]
const week = await simulateWeek({ seed: 20_261_128, monday: '2026-11-23', people, pages: 8 })
const logs = writeLogs(week.acts)
/** What directory, case file and settings know of this school. */
const joins = new Joins(
  {
    accounts: people.map(({ login, schoolClass }) => ({
      ...{ login, createdAt: null, namedSince: null },
      kind: schoolClass === null ? 'teacher' : 'pupil',
      stretches: week.planted.flatMap(({ person, suspended }) =>
        person !== login || suspended === null
          ? []
          : [{ ...suspended, state: 'suspended' as const, since: suspended.from }]
      )
    })),
    fold: (login) => login,
    devices: [
      { name: 'Computerräume', kind: 'school', usedBy: 'pupils', places: ['R0-*', 'R1-*', 'R2-*', 'R3-*'] },
      { name: 'Lehrerzimmer', kind: 'school', usedBy: 'staff', places: ['R9*'] },
      { name: 'Eigene Geräte', kind: 'private', usedBy: null, places: ['02-00-5E-*', '02-00-5F-*'] }
    ]
  },
  () => true
)
const rulesIn = (file: string) =>
  checkRules(readFileSync(join(root, 'resources', 'rules', file))).rules.map(({ rule }) => rule)

describe('the logs of a made-up school week', () => {
  it.each(logs.map((log) => [log.file, log] as const))('%s is read to its last line', (_file, log) => {
    const read = readLog(log.format, log.text)
    expect(read.rejections).toEqual([])
    expect(read.parsed).toBe(read.lines)
    expect(read.events.length).toBeGreaterThan(1000)
  })

  it('are the same for the same seed', async () => {
    const small = { monday: '2026-11-23', people: people.slice(0, 400), pages: 1 }
    const files = async (seed: number): Promise<string[]> =>
      writeLogs((await simulateWeek({ ...small, seed })).acts).map(({ text }) => text)
    expect(await files(1)).toEqual(await files(1))
    expect(await files(1)).not.toEqual(await files(2))
  })

  it('agree with each other: a page on one’s own device comes from the address of that session (P7)', () => {
    const sessions = new Map<string, { person: string; from: number; until: number }[]>()
    for (const act of week.acts) {
      if (act.kind !== 'network' || act.ended === null) continue
      const from = act.at - act.ended.seconds * 1000
      const known = sessions.get(act.address) ?? []
      sessions.set(act.address, [...known, { person: act.person, from: from - 1000, until: act.at }])
    }
    const pages = week.acts.filter((act) => act.kind === 'web' && act.address.startsWith('10.30.'))
    expect(pages.length).toBeGreaterThan(5000)
    for (const page of pages) {
      if (page.kind !== 'web' || page.person === null) continue
      const owners = (sessions.get(page.address) ?? []).filter(
        ({ from, until }) => from <= page.at && page.at <= until
      )
      expect(owners.map(({ person }) => person)).toEqual([page.person])
    }
    // The lease of one day is somebody else's on another.
    const shared = [...sessions.values()].filter((held) => new Set(held.map(({ person }) => person)).size > 1)
    expect(shared.length).toBeGreaterThan(50)
  })
})

describe('the rules that come with Netzwart, on that week', () => {
  /** What each rule finds, whoever's log it is in. */
  const found = new Map<string, { group: readonly string[]; from: number }[]>()

  beforeAll(() => {
    const events = logs.flatMap((log) => readLog(log.format, log.text).events)
    for (const file of readdirSync(join(root, 'resources', 'rules'))) {
      const rules = rulesIn(file)
      const run = new RuleSet(rules).start({ lateness: 7 * 86_400_000, mostHeld: 2_000_000 })
      const hits = [
        ...events.flatMap((event, place) => {
          const seen = ruleEventOf(
            { ...event, source: '', file: 0 },
            instantOf(event.time, event.timing),
            place,
            joins
          )
          return seen === null ? [] : run.push(seen)
        }),
        ...run.finish()
      ]
      for (const hit of hits) {
        const name = rules[hit.rule]?.name ?? ''
        const group =
          hit.group.length > 0 ? hit.group : [events[hit.events[0]?.place.offset ?? -1]?.person ?? '']
        found.set(name, [...(found.get(name) ?? []), { group, from: hit.from }])
      }
    }
  }, 60_000)

  const { planted } = week
  it.each(planted.filter(({ isViolation }) => isViolation).map((one) => [one.rule, one] as const))(
    'P18, P6: %s finds what was planted, and nobody else in the whole week',
    (rule, { person }) => {
      const hits = found.get(rule) ?? []
      const persons = new Set(hits.map(({ group }) => group.join(' ')))
      expect(persons.size).toBe(1)
      if (rule !== 'accounts_tried') expect([...persons][0]).toContain(person)
    }
  )

  it('nothing else finds anything', () => {
    const expected = new Set(planted.map(({ rule }) => rule))
    expect([...found.keys()].filter((rule) => !expected.has(rule))).toEqual([])
  })
})
