/** The rules whose breach can lead to a case (POLICY.md), the most frequent first. */
export const violatedRules = ['P18', 'P17', 'P15', 'P14', 'P6', 'P24', 'P10', 'P9'] as const
export type ViolatedRule = (typeof violatedRules)[number]

export function isViolatedRule(rule: string): rule is ViolatedRule {
  return violatedRules.some((known) => known === rule)
}
