export { computePlan } from './compute'
export { isUsablePattern, previewLogins, type LoginOwner } from './login'
export { provisionalPassword } from './password'
export type { Planning, PlanningCounts, PlanningInput } from './types'
