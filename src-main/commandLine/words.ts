import type { Command } from 'commander'
import type { FailureCode } from '../contract/failures'
import type { Text } from '../contract/language'
import type { OperationName } from '../contract/operations'
import type { Result } from '../contract/result'
import type { Answer, Context } from './context'

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

/**
 * A job at the command line: grammar, usage and work of its words. It works with operations; what it does by path or word
 * instead of by dialog are services of its own.
 */
export interface JobCommandLine<Open, Own extends object = object> {
  addWords(parts: WordsParts<Own>): void
  /** By the names under which its words find them; each asks as the operation that the window has for it. */
  services?(door: Door<Open>): Own
  /** What the sentences of failures, written for the window too, mean at the command line. */
  readonly hints?: Readonly<Partial<Record<FailureCode, Text>>>
}
