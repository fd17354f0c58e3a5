import { ruleFailures } from './failures'
import type { RuleProblem } from './problems'
import { readRuleFile, type Rule } from './ruleFile'
import { tryRules, type TrialOutcome } from './trial'

/** Larger than any file of rules. */
export const mostRuleFileBytes = 500_000

/** What can be said about one rule file. */
export interface RuleFileReport {
  readonly problems: readonly RuleProblem[]
  /** Empty where the file was refused. */
  readonly rules: readonly {
    readonly rule: Rule
    readonly tests: readonly TrialOutcome[]
  }[]
}

/** Reads a rule file and runs the tests that stand in it. Nothing but the file is looked at (P19). */
export function checkRules(bytes: Uint8Array): RuleFileReport {
  const { rules, problems } = readRuleFile(bytes)
  const outcomes = tryRules(rules)
  return { problems, rules: rules.map((rule, index) => ({ rule, tests: outcomes[index] ?? [] })) }
}

/** The sentence of each problem. */
export const ruleProblemTexts = ruleFailures
