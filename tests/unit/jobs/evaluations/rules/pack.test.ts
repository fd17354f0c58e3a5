import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../../../scripts/setup/places.mjs'
import { checkRules } from '../../../../../src-main/jobs/evaluations/rules'
import { RuleSet } from '../../../../../src-main/jobs/evaluations/rules/run'
import { eventsOf } from '../../../../../src-main/jobs/evaluations/rules/trial'

const folder = join(root, 'resources', 'rules')
const pack = readdirSync(folder).map((file) => ({ file, ...checkRules(readFileSync(join(folder, file))) }))
/** Rules that people switch on; the others are parts of these. */
const shown = pack.flatMap(({ file, rules }) =>
  rules.filter(({ rule }) => (rule.own?.tests ?? []).length > 0).map((rule) => ({ file, ...rule }))
)

describe('the rules that come with Netzwart', () => {
  it.each(pack.map((one) => [one.file, one] as const))('%s is sound', (_file, { problems, rules }) => {
    expect(problems).toEqual([])
    expect(rules.length).toBeGreaterThan(0)
  })

  it.each(shown.map((one) => [one.rule.title, one] as const))(
    '%s: finds what it is for and leaves its innocent twins alone',
    (_title, { rule, tests }) => {
      expect(tests.filter(({ passed }) => !passed)).toEqual([])
      expect(new Set(tests.map(({ expected }) => expected))).toEqual(new Set(['hit', 'quiet']))
      expect(rule.own?.innocent.length).toBeGreaterThanOrEqual(2)
    }
  )

  it('says of each rule which one of the school it serves (P6, P7, P9, P12, P15, P17, P18)', () => {
    const served = new Set(shown.flatMap(({ rule }) => rule.own?.policy ?? []))
    for (const policy of ['P6', 'P7', 'P9', 'P12', 'P15', 'P17', 'P18']) expect(served).toContain(policy)
  })

  it('has each id and name once', () => {
    const rules = pack.flatMap((one) => one.rules.map(({ rule }) => rule))
    const ids = rules.map(({ id }) => id)
    expect(ids).not.toContain(null)
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length)
  })

  it('finds nothing in any innocent twin, by whichever rule', () => {
    const sets = pack.map(({ file, rules }) => ({ file, set: new RuleSet(rules.map(({ rule }) => rule)) }))
    for (const { rule } of shown) {
      for (const test of rule.own?.tests ?? []) {
        if (test.expect === 'hit') continue
        for (const { file, set } of sets) {
          const run = set.start({ lateness: 0, mostHeld: 100_000 })
          const hits = [...eventsOf(rule, test).flatMap((event) => run.push(event)), ...run.finish()]
          expect(hits, `${test.name.en}: ${file}`).toEqual([])
        }
      }
    }
  })

  it('the example of docs/rules.md is a sound rule whose tests pass', async () => {
    const text = await readFile(join(root, 'docs', 'rules.md'), 'utf8')
    const example = /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
    const { problems, rules } = checkRules(new TextEncoder().encode(example))
    expect(problems).toEqual([])
    expect(rules[0]?.tests.map(({ passed }) => passed)).toEqual([true, true])
  })

  it('stands in docs/rules.md, rule by rule', async () => {
    const text = await readFile(join(root, 'docs', 'rules.md'), 'utf8')
    for (const { rule } of shown) expect(text).toContain(`\`${rule.name ?? ''}\``)
  })
})
