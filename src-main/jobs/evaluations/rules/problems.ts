import type { ruleFailures } from './failures'

export type RuleProblemCode = keyof typeof ruleFailures

/** One complaint about a rule. */
export interface RuleProblem {
  readonly code: RuleProblemCode
  readonly parameters: Readonly<Record<string, string | number>>
  /** In the file, from 1. */
  readonly line: number
  /** `refused`: the rule is not used at all; `warned`: it works as it stands, but perhaps not as it was meant. */
  readonly severity: 'refused' | 'warned'
}

/** Where a key or value stands in its document. */
export type Path = readonly (string | number)[]

/** Collects what is wrong in one document; a rule with a refusal is never half-applied. */
export class Complaints {
  readonly problems: RuleProblem[] = []

  constructor(private readonly lineOf: (path: Path) => number) {}

  refuse(path: Path, code: RuleProblemCode, parameters: RuleProblem['parameters'] = {}): null {
    this.add(path, code, parameters, 'refused')
    return null
  }

  warn(path: Path, code: RuleProblemCode, parameters: RuleProblem['parameters'] = {}): void {
    this.add(path, code, parameters, 'warned')
  }

  hasRefusal(): boolean {
    return this.problems.some(({ severity }) => severity === 'refused')
  }

  private add(
    path: Path,
    code: RuleProblemCode,
    parameters: RuleProblem['parameters'],
    severity: RuleProblem['severity']
  ): void {
    this.problems.push({ code, parameters: shortened(parameters), line: this.lineOf(path), severity })
  }
}

/** As much of a rule's own text as a sentence can hold. */
const longestQuoted = 80

function shortened(parameters: RuleProblem['parameters']): RuleProblem['parameters'] {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' && value.length > longestQuoted ? `${value.slice(0, longestQuoted)}…` : value
    ])
  )
}
