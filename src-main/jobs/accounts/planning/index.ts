export { computePlan } from './compute'
export { provisionalPassword } from './password'
export { reasonCodes, stepKinds, type ReasonCode, type StepKind } from './reasons'
export type { Planning, PlanningCounts, PlanningInput } from './types'
