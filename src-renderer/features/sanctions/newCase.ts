import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AccountRow } from '../../../src-main/contract/accounts'
import type { OperationInput } from '../../../src-main/contract/operations'
import type { CaseBeginning, Measure, SanctionCase } from '../../../src-main/contract/sanctions'
import { dayOf } from '../../shared/i18n/format'
import { areComplete, isTermValid } from './measures'
import { whenAnotherSignsIn } from '../../shared/owner'
import { isViolatedRule, type ViolatedRule } from '../../shared/rules'

export const wizardSteps = ['person', 'facts', 'measures', 'sign'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** The shortest facts and reasons that main accepts, in characters. */
export const shortestFacts = 10
export const shortestReasons = 3

/**
 * A case that is being written. It outlives its screen, so that nothing is lost when somebody looks something up
 * meanwhile, and goes with its writer.
 */
export const useNewCase = defineStore('newCase', () => {
  const step = ref<WizardStep>('person')
  /** Subject of what it begins from; null: of nothing that Netzwart knows. */
  const origin = ref<string | null>(null)
  const account = shallowRef<AccountRow | null>(null)
  /** One of the rules; `own`: a rule of the school's own, in words; empty: not chosen yet. */
  const ruleChoice = ref<ViolatedRule | 'own' | ''>('')
  const ownRule = ref('')
  const happenedOn = ref(dayOf(new Date()))
  const facts = ref('')
  const evidence = shallowRef<readonly string[]>([])
  // Shallow: what is sent to main must be plain data.
  const measures = shallowRef<readonly Measure[]>([])
  const reasons = ref('')

  const rule = computed(() => (ruleChoice.value === 'own' ? ownRule.value.trim() : ruleChoice.value))

  /** Whether a step says all that it must. */
  const complete = computed<Readonly<Record<WizardStep, boolean>>>(() => {
    const today = dayOf(new Date())
    return {
      person: account.value !== null,
      facts:
        rule.value !== '' &&
        facts.value.trim().length >= shortestFacts &&
        /^\d{4}-\d\d-\d\d$/.test(happenedOn.value) &&
        happenedOn.value <= today,
      measures: areComplete(measures.value, today),
      sign: reasons.value.trim().length >= shortestReasons
    }
  })

  function clear(): void {
    step.value = 'person'
    origin.value = null
    account.value = null
    ruleChoice.value = ''
    ownRule.value = ''
    happenedOn.value = dayOf(new Date())
    facts.value = ''
    evidence.value = []
    measures.value = []
    reasons.value = ''
  }

  /** A new case about the same matter, to be looked through and signed anew. The account is chosen by its id. */
  function startFrom({ rule: known, happenedOn: day, facts: text, ...old }: SanctionCase): void {
    clear()
    const today = dayOf(new Date())
    ruleChoice.value = isViolatedRule(known) ? known : 'own'
    ownRule.value = isViolatedRule(known) ? '' : known
    happenedOn.value = day
    facts.value = text
    evidence.value = old.evidence.map(({ reference }) => reference)
    measures.value = old.measures.filter(
      (measure) => measure.kind === 'warning' || isTermValid(measure, today)
    )
    reasons.value = old.proposal?.reasons ?? ''
  }

  /** A case from what another job knows, to be looked through, completed and signed. */
  function beginFrom(subject: string, known: CaseBeginning, person: AccountRow | null): void {
    clear()
    origin.value = subject
    account.value = person
    const rule = known.rule ?? ''
    ruleChoice.value = rule === '' || isViolatedRule(rule) ? rule : 'own'
    ownRule.value = rule === '' || isViolatedRule(rule) ? '' : rule
    happenedOn.value = known.happenedOn
    facts.value = known.facts
    evidence.value = [known.reference]
  }

  /** What main is asked for; null: something is missing. */
  function input(passphrase: string): OperationInput<'sanctions.open'> | null {
    if (account.value === null || !Object.values(complete.value).every(Boolean)) return null
    return {
      account: account.value.id,
      rule: rule.value,
      happenedOn: happenedOn.value,
      facts: facts.value,
      evidence: evidence.value.filter((line) => line.trim() !== '').map((reference) => ({ reference })),
      measures: [...measures.value],
      reasons: reasons.value,
      passphrase,
      ...(origin.value === null ? {} : { origin: origin.value })
    }
  }

  whenAnotherSignsIn(clear)

  return {
    step,
    origin,
    account,
    ruleChoice,
    ownRule,
    happenedOn,
    facts,
    evidence,
    measures,
    reasons,
    rule,
    complete,
    clear,
    startFrom,
    beginFrom,
    input
  }
})
