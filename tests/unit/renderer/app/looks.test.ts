import { describe, expect, it } from 'vitest'
import { inboxKinds } from '../../../../src-main/contract/inbox'
import { languages } from '../../../../src-main/contract/language'
import { statementKindNames, statementKinds } from '../../../../src-main/contract/ledger'
import { planKinds } from '../../../../src-main/contract/planKinds'
import { features } from '../../../../src-renderer/app/features'
import type { PlanLook } from '../../../../src-renderer/shared/planLooks'

/** Names that features show, each with how many do. */
function shown(names: (feature: (typeof features)[number]) => object | undefined): Map<string, number> {
  const counts = new Map<string, number>()
  for (const feature of features)
    for (const name of Object.keys(names(feature) ?? {})) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}

/** Each declared name has one look, and there is no look without a declared name. */
function expectOneEach(found: Map<string, number>, declared: readonly string[]): void {
  expect(declared.filter((name) => !found.has(name))).toEqual([])
  expect([...found.keys()].filter((name) => !declared.includes(name))).toEqual([])
  expect([...found].filter(([, count]) => count !== 1)).toEqual([])
}

/** The first part of the subjects that statements may have, as far as their kinds say it. */
const subjectTypes = [
  ...new Set(
    statementKindNames.flatMap((kind) => {
      const { subject } = statementKinds[kind]
      const body = new Proxy({}, { get: () => 'x' })
      return subject === null ? [] : [subject(body as never).split(':')[0] ?? '']
    })
  )
]

describe('what features show of what jobs declare', () => {
  it('is every kind of statement, once, in an area that one feature names', () => {
    expectOneEach(
      shown(({ statements }) => statements),
      statementKindNames
    )
    const areas = shown((feature) => feature.areas)
    const used = features.flatMap(({ statements }) => Object.values(statements ?? {}).map(({ area }) => area))
    expectOneEach(areas, [...new Set(used)])
  })

  it('is everything that can wait in the inbox, once', () => {
    expectOneEach(
      shown(({ inbox }) => inbox),
      inboxKinds
    )
  })

  it('is the plans of every job that plans, with every kind of step and every target', () => {
    const looks = new Map(features.flatMap(({ plans }) => Object.entries<PlanLook>(plans ?? {})))
    expectOneEach(
      shown(({ plans }) => plans),
      Object.keys(planKinds)
    )
    for (const [job, { stepKinds, targets }] of Object.entries(planKinds)) {
      const look = looks.get(job)
      expect({ job, kinds: Object.keys(look?.steps ?? {}).toSorted() }).toEqual({
        job,
        kinds: Object.keys(stepKinds).toSorted()
      })
      expect(look?.kinds).toBe(stepKinds)
      expect(Object.keys(look?.targets ?? {}).toSorted()).toEqual(targets.toSorted())
    }
  })

  it('is everything that statements say they are about, once', () => {
    expectOneEach(
      shown(({ subjects }) => subjects),
      subjectTypes
    )
  })

  it('has the same parameters in both languages, where a reason is told', () => {
    const parametersOf = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    const texts = features.flatMap(({ plans }) =>
      Object.values<PlanLook>(plans ?? {}).flatMap(({ reasons }) =>
        Object.values(reasons ?? {}).flatMap(({ why, told }) =>
          [why, told].filter((text) => text !== undefined)
        )
      )
    )
    expect(texts).not.toEqual([])
    for (const text of texts)
      for (const language of languages) expect(parametersOf(text[language])).toEqual(parametersOf(text.de))
  })
})
