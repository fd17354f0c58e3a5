import { z } from 'zod'
import { planHashSchema } from './plan'

/** Provisional passwords that wait to be printed; they are destroyed once they are. */
export const pendingSlipSchema = z.object({
  account: z.string(),
  plan: planHashSchema,
  login: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  schoolClass: z.string(),
  since: z.iso.datetime()
})
export type PendingSlip = z.infer<typeof pendingSlipSchema>
