export { PlanEngine } from './engine'
export type { Executor, PreparedStep, StepContext, StepResult } from './executor'
export { hashPlan } from './hash'
export { progressOf } from './progress'
