import { gather } from './jobs'
import type { Failure } from './result'

/** Where nothing was due: what each job reports, as it declares it (`dueDone`). */
export const nothingDone = gather('dueDone')
/** What something that waits may be about (`dueAbout` of each job); null: not about that. */
export const aboutNothing = gather('dueAbout')

/** What was done of what fell due. */
export type DueDone = typeof nothingDone
export type DueAbout = typeof aboutNothing

/** Something due that could not be done yet. About nothing: all that a job had to do. */
export type DueWaiting = DueAbout & { readonly failure: Failure }

/** What was done of what fell due, and what waits still. */
export type DueReport = DueDone & { readonly waiting: readonly DueWaiting[] }
