import { fail, succeed, type Result } from '../../../contract/result'
import { hasResultCode, ResultCode } from './failures'

/**
 * [Note: what an answer means]
 *
 * A write ends in one of three ways: the server says that it is done; the server refuses, and nothing has happened;
 * or no answer came, and nobody knows. Only what the server itself has said is ever acted on. After an answer that
 * was lost nothing is taken back and nothing is done besides: the caller reads back, and takes the step again.
 */

/** Whether the server itself refused; else nobody knows what happened. */
export function isAnswered(result: Result<unknown>): boolean {
  return !result.ok && typeof result.failure.parameters['resultCode'] === 'number'
}

/** Asking to make what is there already succeeds. */
export function countsAsMade(result: Result<undefined>): Result<undefined> {
  return counted(result, ResultCode.entryAlreadyExists)
}

/** Asking to remove what is gone already succeeds. */
export function countsAsGone(result: Result<undefined>): Result<undefined> {
  return counted(result, ResultCode.noSuchObject)
}

function counted(result: Result<undefined>, code: number): Result<undefined> {
  return !result.ok && hasResultCode(result.failure, code) ? succeed() : result
}

/** One result for many: a lost answer before any refusal, since then nobody knows how things stand. */
export function together(results: readonly Result<undefined>[]): Result<undefined> {
  const failed = results.filter((result) => !result.ok)
  return failed.find((result) => !isAnswered(result)) ?? failed[0] ?? succeed()
}

/** The entry behind a name is not the one that was looked at. */
export function swapped(name: string): ReturnType<typeof fail> {
  return fail('directory.changedSince', { field: name })
}
