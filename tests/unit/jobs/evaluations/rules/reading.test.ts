import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { root } from '../../../../../scripts/setup/places.mjs'
import { ruleFailures } from '../../../../../src-main/jobs/evaluations/rules/failures'
import { readRuleFile } from '../../../../../src-main/jobs/evaluations/rules/ruleFile'
import { readText, ruleText } from './support'

function complaintsOf(text: string): readonly (readonly [string, number])[] {
  return readText(text).problems.map(({ code, line }) => [code, line] as const)
}

const selection = 's: { f: x }'
const correlation = (body: string): string =>
  `title: a\nname: a\nlogsource: { category: made }\ndetection: { s: { f: x }, condition: s }\n---\ntitle: b\nname: b\ncorrelation:\n${body}`

describe('what is not supported is refused with its place, and nothing of the file is used', () => {
  it.each([
    ['an unknown modifier', ruleText('s:\n    f|sounds: x\ncondition: s'), 'rules.modifierUnknown', 5],
    [
      'a combination without meaning',
      ruleText('s: { f|re|contains: x }\ncondition: s'),
      'rules.modifierCombination',
      4
    ],
    [
      'a placement before an encoding',
      ruleText('s: { f|contains|base64: x }\ncondition: s'),
      'rules.modifierCombination',
      4
    ],
    ['two comparisons', ruleText('s: { f|re|cidr: x }\ncondition: s'), 'rules.modifierCombination', 4],
    [
      'a letter without a regular expression',
      ruleText('s: { f|i: x }\ncondition: s'),
      'rules.modifierCombination',
      4
    ],
    ['lookahead', ruleText("s:\n    g: 1\n    f|re: 'a(?=b)'\ncondition: s"), 'rules.regexRefused', 6],
    ['a back-reference', ruleText("s: { f|re: '(a)\\1' }\ncondition: s"), 'rules.regexRefused', 4],
    [
      'a network that is none',
      ruleText("s: { f|cidr: '10.0.0.0/33' }\ncondition: s"),
      'rules.valueForModifier',
      4
    ],
    ['a text to be larger', ruleText("s: { f|gt: '5' }\ncondition: s"), 'rules.valueForModifier', 4],
    ['a text to exist', ruleText('s: { f|exists: yes }\ncondition: s'), 'rules.valueForModifier', 4],
    ['nothing to be contained', ruleText("s: { f|contains: '' }\ncondition: s"), 'rules.valueForModifier', 4],
    ['wildcards to be encoded', ruleText("s: { f|base64: 'a*' }\ncondition: s"), 'rules.valueForModifier', 4],
    [
      'a list that is not there',
      ruleText("s: { f|expand: '%absent%' }\ncondition: s"),
      'rules.listUnknown',
      4
    ],
    [
      'a selection that is not there',
      ruleText(`${selection}\ncondition: s and t`),
      'rules.selectionUnknown',
      5
    ],
    [
      'a pattern of selections that none meets',
      ruleText(`${selection}\ncondition: 1 of t*`),
      'rules.selectionUnknown',
      5
    ],
    [
      'a condition that ends too early',
      ruleText(`${selection}\ncondition: s and`),
      'rules.conditionSyntax',
      5
    ],
    ['an open bracket', ruleText(`${selection}\ncondition: (s`), 'rules.conditionSyntax', 5],
    ['2 of them', ruleText(`${selection}\ncondition: 2 of them`), 'rules.conditionSyntax', 5],
    [
      'an outdated aggregation',
      ruleText(`${selection}\ncondition: s | count() > 5`),
      'rules.conditionPipe',
      5
    ],
    ['an empty selection', ruleText('s: {}\ncondition: s'), 'rules.selectionEmpty', 4],
    ['an empty list', ruleText('s: []\ncondition: s'), 'rules.selectionEmpty', 4],
    [
      'a timeframe of old rules',
      ruleText(`${selection}\ntimeframe: 5m\ncondition: s`),
      'rules.valueWrong',
      5
    ],
    ['no condition', ruleText(selection), 'rules.keyMissing', 3],
    ['an unknown key', ruleText(`${selection}\ncondition: s`, 'severity: high'), 'rules.keyUnknown', 6],
    [
      'an unknown key of the log source',
      `title: a\nlogsource:\n    category: x\n    host: y\ndetection: { s: { f: x }, condition: s }`,
      'rules.keyUnknown',
      4
    ],
    [
      'no title',
      'logsource: { category: x }\ndetection: { s: { f: x }, condition: s }',
      'rules.keyMissing',
      1
    ],
    ['another taxonomy', ruleText(`${selection}\ncondition: s`, 'taxonomy: ecs'), 'rules.valueWrong', 6],
    [
      'a rule that calls itself unusable',
      ruleText(`${selection}\ncondition: s`, 'status: unsupported'),
      'rules.statusUnsupported',
      6
    ],
    ['a value that was forgotten', ruleText('s:\n    f:\ncondition: s'), 'rules.valueEmpty', 5],
    [
      'a number that YAML 1.1 reads otherwise',
      ruleText('s: { f: 0123 }\ncondition: s'),
      'rules.numberAmbiguous',
      4
    ],
    ['anchors', ruleText('s: { f: &x y, g: *x }\ncondition: s'), 'rules.aliases', 4],
    ['a key twice', ruleText('s: { f: x, f: y }\ncondition: s'), 'rules.yaml', 4],
    ['broken YAML', 'title: a\n  x: [', 'rules.yaml', 2],
    ['a tag', ruleText('s: { f: !secret x }\ncondition: s'), 'rules.yaml', 4],
    ['nothing', '# only a remark', 'rules.empty', 1],
    ['one bracket after the other', `title: ${'['.repeat(200_000)}`, 'rules.tooDeep', 1],
    [
      'too many spellings',
      ruleText("s: { f|windash: '-a -b -c -d -e -f -g -h' }\ncondition: s"),
      'rules.tooManyValues',
      4
    ],
    [
      'a correlation of an unknown rule',
      correlation('    type: event_count\n    rules: [c]\n    timespan: 5m\n    condition: { gte: 2 }'),
      'rules.relatedUnknown',
      10
    ],
    [
      'a correlation of itself',
      correlation('    type: event_count\n    rules: [b]\n    timespan: 5m\n    condition: { gte: 2 }'),
      'rules.correlationCircle',
      10
    ],
    [
      'a timespan that is none',
      correlation(
        '    type: event_count\n    rules: [a]\n    timespan: 5 minutes\n    condition: { gte: 2 }'
      ),
      'rules.timespan',
      11
    ],
    [
      'a count without limits',
      correlation('    type: event_count\n    rules: [a]\n    timespan: 5m'),
      'rules.correlationCondition',
      8
    ],
    [
      'a count of values without a field',
      correlation('    type: value_count\n    rules: [a]\n    timespan: 5m\n    condition: { gte: 2 }'),
      'rules.correlationCondition',
      12
    ],
    [
      'an average',
      correlation(
        '    type: value_avg\n    rules: [a]\n    timespan: 5m\n    condition: { field: x, gte: 2 }'
      ),
      'rules.valueWrong',
      9
    ],
    [
      'an alias without a field for a rule',
      correlation(
        '    type: event_count\n    rules: [a]\n    group-by: [who]\n    aliases: { who: {} }\n    timespan: 5m\n    condition: { gte: 2 }'
      ),
      'rules.aliasIncomplete',
      12
    ]
  ])('%s', (_name, text, code, line) => {
    expect(complaintsOf(text)).toContainEqual([code, line])
    expect(readText(text).rules).toEqual([])
  })

  it('bytes that are no UTF-8', () => {
    expect(readRuleFile(new Uint8Array([0x74, 0xff, 0xfe])).problems[0]?.code).toBe('rules.notText')
  })
})

describe('what works but was perhaps not meant is said', () => {
  it.each([
    [
      'a selection that nobody uses',
      ruleText('s: { f: x }\nt: { f: y }\ncondition: s'),
      'rules.selectionUnused',
      5
    ],
    ['all of one', ruleText('s: { f|all: x }\ncondition: s'), 'rules.allOfOne', 4]
  ])('%s', (_name, text, code, line) => {
    expect(complaintsOf(text)).toEqual([[code, line]])
    expect(readText(text).rules).toHaveLength(1)
  })
})

it('reads what the specification has: lists, keywords, several conditions, everything that describes', () => {
  const text = `
title: Whoami
id: 929a690e-bef0-4204-a928-ef5e620d6fcc
related: [{ id: 08fbc97d-0a2f-491c-ae21-8ffcfd3174e9, type: derived }]
status: stable
description: It is said who one is
references: ['https://example.org/']
author: somebody
date: 2019-10-23
modified: 2020-01-01
tags: [attack.discovery]
logsource: { category: process_creation, product: windows, definition: none }
detection:
    selection:
        - Image|endswith: '\\whoami.exe'
        - Description|contains: [whoami, who]
    keywords: [one, 'two*three']
    '|odd name': { f: 1 }
    condition:
        - selection and not keywords
        - selection or 1 of them
fields: [Image]
falsepositives: [Administrators]
level: high
`
  expect(readText(text.replace("    '|odd name': { f: 1 }\n", '')).problems).toEqual([])
})

it('names that JavaScript knows otherwise are names', () => {
  const { rules, problems } = readText(
    ruleText('__proto__: { f: x }\nconstructor: { toString: y }\ncondition: __proto__ or constructor')
  )
  expect(problems).toEqual([])
  expect(rules).toHaveLength(1)
})

it('never throws, whatever the bytes are', () => {
  const piece = fc.constantFrom(
    ...'[]{}:-|>&*!%@?\'"#,\n\t '.split(''),
    'title: a\n',
    'detection:\n',
    ' f|re: ',
    '---\n',
    'condition: '
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { rules, problems } = readText(pieces.join(''))
      expect(rules.length > 0 || problems.length > 0).toBe(true)
    })
  )
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void readRuleFile(bytes)))
})

it('docs/rules.md names every modifier and type that is supported', async () => {
  const text = await readFile(join(root, 'docs', 'rules.md'), 'utf8')
  for (const word of ['windash', 'base64offset', 'utf16be', 'fieldref', 'temporal_ordered', 'value_sum']) {
    expect(text).toContain(`\`${word}\``)
  }
})

it('every sentence names the same parameters in both languages', () => {
  const parameters = (text: string): string[] =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted()
  for (const { de, en } of Object.values(ruleFailures)) expect(parameters(de)).toEqual(parameters(en))
})
