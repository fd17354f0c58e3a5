import { z } from 'zod'
import { roles, type Role } from './people'
import { oneLine } from './texts'

/** What an operation takes and answers, and who may ask for it. */
export interface Operation {
  readonly input: z.ZodType
  readonly output: z.ZodType
  /**
   * Who may ask; one of the roles is enough. The actor comes from main's session, never from the window. `anyone`:
   * also before a person is signed in.
   */
  readonly role: Role | readonly Role[] | 'anyone'
}

/** Everyone who is signed in. */
export const signedIn = roles

export const nothing = z.undefined()
export const password = z.string().min(1).max(500)
export const reason = z.string().trim().min(3).max(500)
export const accountId = oneLine(100).min(1)

/** A document that was saved; null: the person closed the file dialog. */
export const savedSchema = z.object({ file: z.string() }).nullable()
