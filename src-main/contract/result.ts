import { z } from 'zod'
import { failureCodes, type FailureCode } from './failures'

/** Values that fill the placeholders of a failure's sentence. Never a password or another secret. */
export const parametersSchema = z.record(z.string(), z.union([z.string(), z.number()]))
export type Parameters = z.infer<typeof parametersSchema>

/**
 * An expected failure: a code that programs compare and parameters that fill the sentence a person
 * reads (see `sentence` in `./failures`). Bugs are not failures; they throw.
 */
export const failureSchema = z.object({
  code: z.enum(failureCodes),
  parameters: parametersSchema
})
export type Failure = { code: FailureCode; parameters: Parameters }

/** What every operation and every port answers: the value, or why there is none. */
export type Result<Value> = { ok: true; value: Value } | { ok: false; failure: Failure }

export function succeed(): Result<undefined>
export function succeed<Value>(value: Value): Result<Value>
export function succeed<Value>(value?: Value): Result<Value | undefined> {
  return { ok: true, value }
}

export function fail(code: FailureCode, parameters: Parameters = {}): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, parameters } }
}
