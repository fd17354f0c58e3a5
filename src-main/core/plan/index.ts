export { PlanEngine, unrecorded } from './engine'
export type { Executor, PreparedStep, StepContext, StepResult } from './executor'
export { hashPlan } from './hash'
export { isUncertain } from './uncertain'
