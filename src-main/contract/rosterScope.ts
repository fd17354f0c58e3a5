import { z } from 'zod'

/** What a roster may decide about. */
export const rosterScopeSchema = z.object({
  /**
   * `whole`: the roster is complete, and who is not in it has left. `adds`: it only brings persons; accounts are created
   * and given back, everybody who has one stays as they are.
   */
  coverage: z.enum(['whole', 'adds']).default('whole'),
  /** Only persons of these classes are planned, and only accounts of these classes may leave; null: all. */
  classes: z.array(z.string().trim().min(1).max(120)).min(1).max(500).nullable().default(null)
})
export type RosterScope = z.output<typeof rosterScopeSchema>

/** What a school's yearly roster is. */
export const wholeSchool: RosterScope = { coverage: 'whole', classes: null }

/** What a roster that only adds says otherwise about somebody who has an account: shown, never planned. */
export const knownDifferenceSchema = z.object({
  /** From 1. */
  line: z.number().int(),
  account: z.string(),
  login: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  what: z.enum(['name', 'schoolId', 'classes', 'groups']),
  /** As the directory has it; empty: nothing. */
  from: z.string(),
  /** As the roster has it. */
  to: z.string()
})
export type KnownDifference = z.infer<typeof knownDifferenceSchema>
