import type { Command } from 'commander'
import type { DueDone, DueWaiting } from '../contract/due'
import type { FailureCode } from '../contract/failures'
import type { Text } from '../contract/language'
import type { OperationName } from '../contract/operations'
import type { Result } from '../contract/result'
import type { Answer, Context } from './context'
import type { CommonServices } from './surroundings'

/** What a job puts its words into. */
export interface WordsParts<Own> {
  readonly program: Command
  /** A line of the usage in the person's language. */
  readonly says: (text: Text) => string
  /** What the words that were read ask for. */
  readonly choose: (run: (context: Context<Own>) => Promise<Result<Answer>>) => void
}

/** The way to the open case file, anew for each question. `Open`: what of it is asked for. */
export interface Door<Open> {
  readonly open: () => Open
  /** Does the work for whom the operation is open: `application.notAllowed`. */
  readonly asking: <Value>(
    name: OperationName,
    work: (open: Open) => Promise<Result<Value>>
  ) => Promise<Result<Value>>
}

/** What `due` answers for a job. */
export interface DueWords {
  /** What was done: its part of the one document, its lines, and whether that is all of it. */
  done(
    context: Context,
    services: CommonServices,
    report: DueDone
  ): Promise<Result<Answer & { readonly document: object }>>
  /** What waits, in a line; null: it is not about this job's. */
  waits(context: Context, waiting: DueWaiting): string | null
}

/**
 * A job at the command line: grammar, usage and work of its words. It works with operations; what it does by path or word
 * instead of by dialog are services of its own.
 */
export interface JobCommandLine<Open, Own extends object = object> {
  /** Absent: it has none. */
  addWords?(parts: WordsParts<Own>): void
  /** By the names under which its words find them; each asks as the operation that the window has for it. */
  services?(door: Door<Open>): Own
  /** What the sentences of failures, written for the window too, mean at the command line. */
  readonly hints?: Readonly<Partial<Record<FailureCode, Text>>>
  /** Absent: nothing of it falls due. */
  readonly due?: DueWords
}
