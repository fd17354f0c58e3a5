import { readRuleFile, type RuleFile } from '../../../../../src-main/jobs/evaluations/rules/ruleFile'
import { RuleSet } from '../../../../../src-main/jobs/evaluations/rules/run'
import type { FieldValue } from '../../../../../src-main/jobs/evaluations/rules/event'

export function readText(text: string): RuleFile {
  return readRuleFile(new TextEncoder().encode(text))
}

/** A rule of this detection, its lines as they stand below `detection:`; further keys of the rule behind it. */
export function ruleText(detection: string, further = ''): string {
  const indented = detection
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
  return `title: made\nlogsource: { category: made }\ndetection:\n${indented}\n${further}`
}

type Fields = Readonly<Record<string, FieldValue | readonly FieldValue[]>>

/** Whether a detection meets an event of these fields. */
export function meets(detection: string, fields: Fields, further = ''): boolean {
  const { rules, problems } = readText(ruleText(detection, further))
  const refused = problems.filter(({ severity }) => severity === 'refused')
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
  const found = new RuleSet(rules).matching({
    at: Date.parse('2026-11-25T10:00:00+01:00'),
    place: { source: 'made', offset: 0 },
    logSource: { category: 'made' },
    read: (field) => (field === '' ? Object.values(fields).flat() : fields[field])
  })
  return found.length > 0
}

/** Whether one line of a selection meets a field `f` of this value. */
export function lineMeets(line: string, value: FieldValue | readonly FieldValue[]): boolean {
  return meets(`s:\n    ${line}\ncondition: s`, { f: value })
}
