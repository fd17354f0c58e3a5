import { z } from 'zod'
import { instant } from './statement'

/**
 * What stands for a person, an address or a device in a flag of a standing order: `person:7K3QXM9P2T`. The first 50 bits of an
 * HMAC-SHA-256 under a secret of that standing order, in Crockford's Base32: the same for the same name within one standing order,
 * another one in every other.
 */
export const keyedPseudonymSchema = z.string().regex(/^(?:person|address|device):[0-9A-HJKMNP-TV-Z]{10}$/)

/** In one flag; more are counted as events and not named. */
export const mostPseudonyms = 50

/** What a rule has found, by pseudonyms alone. The newest word of a flag holds all of it. */
export const foundMatterSchema = z.strictObject({
  rule: z.uuid(),
  /** Events that it found, each counted once. */
  count: z.number().int().min(1),
  /** Of the first and of the last of them. */
  from: instant,
  until: instant,
  pseudonyms: z.array(keyedPseudonymSchema).max(mostPseudonyms),
  /** `many`: a rule that finds so many matters says all further ones in one flag. */
  matters: z.enum(['one', 'many'])
})
export type FoundMatter = z.infer<typeof foundMatterSchema>
