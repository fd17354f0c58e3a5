import { readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Condition, FieldItem } from '../../src-main/jobs/evaluations/rules/detection'
import type { RuleEvent } from '../../src-main/jobs/evaluations/rules/event'
import { networkTest } from '../../src-main/jobs/evaluations/rules/networks'
import { many, type Pattern } from '../../src-main/jobs/evaluations/rules/patterns'
import { readRuleFile, type DetectionRule } from '../../src-main/jobs/evaluations/rules/ruleFile'
import { RuleSet } from '../../src-main/jobs/evaluations/rules/run'
import { againstPeer, median, spread, type Row } from '../support/row'

const events = 200_000
const rounds = 5
const folder = resolve(import.meta.dirname, '../../resources/rules')

type Fields = Readonly<Record<string, string>>

/** Every rule of the pack that is about single requests of the proxy, the parts of correlations included. */
async function proxyRules(): Promise<readonly DetectionRule[]> {
  const rules: DetectionRule[] = []
  for (const file of await readdir(folder)) {
    for (const rule of readRuleFile(await readFile(join(folder, file))).rules) {
      if (rule.kind === 'detection' && rule.logSource.category === 'proxy') rules.push(rule)
    }
  }
  return rules
}

/** A school's web traffic, the same at every run: mostly ordinary, now and then something that a rule means. */
function madeRequests(): readonly Fields[] {
  let seed = 20_261_128
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 2 ** 32) * limit)
  }
  return Array.from({ length: events }, (_, index) => {
    const kind = below(1_000)
    const host =
      kind < 2
        ? `node${below(500)}.nordvpn.com`
        : kind < 4
          ? `203.0.113.${below(250)}`
          : kind < 40
            ? `${below(9)}.au.download.windowsupdate.com`
            : `www.Site-${below(5_000)}.example.org`
    const isTunnel = below(10) < 7
    return {
      'c-ip': `10.1.${below(8)}.${below(250)}`,
      'cs-username': `schueler${below(1_200)}`,
      'cs-method': isTunnel ? 'CONNECT' : 'GET',
      'cs-host': host,
      'c-uri': isTunnel ? `${host}:443` : `http://${host}/path/${index}?`,
      's-action': kind > 960 ? 'TCP_DENIED' : 'TCP_TUNNEL',
      'sc-status': kind > 980 ? '403' : kind > 960 ? '407' : '200',
      'sc-bytes': String(below(2_000_000)),
      'cs-bytes': String(below(5_000)),
      'person-known': kind > 960 && kind <= 980 ? 'claimed' : 'proved',
      'account-state': 'active'
    }
  })
}

/**
 * Requests in memory against the pack's rules about single requests, beside the same rules as one regular expression of V8 for
 * each value, which is how one would write it first. Both must find the same.
 */
export async function matchRules(): Promise<readonly Row[]> {
  const rules = await proxyRules()
  const requests = madeRequests()
  const set = new RuleSet(rules)
  const view = set.view()
  const naive = rules.map(naively)
  const seen: RuleEvent[] = requests.map((fields, offset) => ({
    at: 1_795_826_081_850 + offset,
    place: { source: 'made', offset },
    logSource: { category: 'proxy' },
    read: (field) => fields[field]
  }))
  const own: number[] = []
  const peer: number[] = []
  for (let round = 0; round < rounds; round++) {
    let found = 0
    let started = process.cpuUsage()
    for (const event of seen) found += set.matching(event, view).length
    own.push(process.cpuUsage(started).user / 1e6)
    started = process.cpuUsage()
    for (const fields of requests) for (const isMet of naive) if (isMet(fields)) found--
    peer.push(process.cpuUsage(started).user / 1e6)
    if (found !== 0) throw new Error(`the two ways differ by ${found} findings`)
  }
  const rate = Math.round(events / median(own)).toLocaleString('en')
  const remarks = `${rules.length} rules, ${rate} events/s; ${spread(own)}; peer ${spread(peer)}`
  const name = 'V8 expressions, one by one'
  const work = `rules on ${events.toLocaleString('en')} requests, processor time`
  return [againstPeer(work, { name, seconds: median(peer) }, median(own), 0.7, remarks)]
}

function naively({ detection }: DetectionRule): (fields: Fields) => boolean {
  const selections = new Map(
    detection.selections.map(({ name, groups }) => {
      const tests = groups.map((items) => items.map(naiveItem))
      return [name, (fields: Fields) => tests.some((group) => group.every((test) => test(fields)))] as const
    })
  )
  const met = (condition: Condition, fields: Fields): boolean => {
    if (condition.kind === 'selection') return selections.get(condition.name)?.(fields) ?? false
    if (condition.kind === 'not') return !met(condition.part, fields)
    if (condition.kind === 'and') return condition.parts.every((part) => met(part, fields))
    return condition.parts.some((part) => met(part, fields))
  }
  return (fields) => met(detection.condition, fields)
}

function naiveItem({ field, test }: FieldItem): (fields: Fields) => boolean {
  const on = (meets: (text: string) => boolean) => (fields: Fields) => {
    const text = fields[field]
    return text !== undefined && meets(text)
  }
  if (test.kind === 'texts') {
    const expressions = test.patterns.map((pattern) => new RegExp(`^${sourceOf(pattern)}$`, 'isu'))
    return on((text) => expressions.some((expression) => expression.test(text)))
  }
  if (test.kind === 'networks') {
    const tests = test.networks.map((network) => networkTest([network]))
    return on((text) => tests.some((isIn) => isIn(text)))
  }
  if (test.kind === 'compare') return on((text) => test.numbers.some((limit) => Number(text) > limit))
  throw new Error(`no rule about requests compares by ${test.kind}`)
}

function sourceOf(pattern: Pattern): string {
  return pattern
    .map((part) =>
      typeof part === 'string' ? part.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&') : part === many ? '.*' : '.'
    )
    .join('')
}
