import { fail, type Result } from '../../../contract/result'
import type { Planning, PlanningInput } from './types'

/** Computes the plan that brings the directory to what the roster says. Changes nothing. */
export async function computePlan(input: PlanningInput): Promise<Result<Planning>> {
  await Promise.resolve(input)
  return fail('application.unknownOperation')
}
