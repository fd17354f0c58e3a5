import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { gapCodes } from '../../../contract/evidence'
import { fingerprintSchema } from '../../../contract/people'
import { instant } from '../../../contract/statement'
import type { SecretBox } from '../../../world/secrets/port'
import type { DocumentShelf } from '../../../world/store/port'

const count = z.number().int().min(0)

/** How far one log was read. */
const logStandSchema = z.strictObject({
  /** Everything before (milliseconds since 1970) was considered. */
  until: z.number(),
  /** How many events lay between `from` and `until`: whatever is more the next time came too late. null: nothing was read yet. */
  tail: z.strictObject({ from: z.number(), events: count }).nullable(),
  /** Up to when the events of a correlation were counted, by rule and mark of what it groups by. */
  counted: z.record(z.string(), z.number()),
  /** Since when a part could not be read, so that it waits; null: it does not. */
  heldSince: z.number().nullable()
})
export type LogStand = z.infer<typeof logStandSchema>

const runSchema = z.strictObject({
  at: instant,
  /** Events that came too late, or for which there was no room. */
  missed: count,
  sources: z.array(
    z.strictObject({
      id: z.uuid(),
      notices: z.array(z.strictObject({ code: z.enum(gapCodes), count }))
    })
  )
})
export type RunReport = z.infer<typeof runSchema>

const progressSchema = z.strictObject({
  /** By mark of the log. */
  logs: z.record(z.string(), logStandSchema),
  /** null: nothing was read yet. */
  lastRun: runSchema.nullable()
})
export type Progress = z.infer<typeof progressSchema>

const standSchema = z.strictObject({
  format: z.literal(1),
  /** Fingerprint of the PC that runs it; it alone can open the secret. */
  device: fingerprintSchema,
  /** The secret of its pseudonyms, sealed for that PC (base64). */
  secret: z.string(),
  ...progressSchema.shape,
  /** What holds once the ledger has what this run has found; null: nothing is under way. */
  pending: z.strictObject({ run: z.uuid(), next: progressSchema }).nullable()
})
/** What is kept of a standing order beside the ledger: how far it has read, and the sealed secret. No name, no line of a log. */
export type Stand = z.infer<typeof standSchema>

/** Keeps how far standing orders have read. A stand that cannot be read is none: nobody runs on from what they do not know. */
export class Stands {
  constructor(
    private readonly shelf: Pick<DocumentShelf, 'readDocument' | 'writeDocument' | 'deleteDocument'>,
    private readonly box: Pick<SecretBox, 'seal' | 'open'>
  ) {}

  /** null: there is none; `damaged`: it cannot be read. */
  async read(id: string): Promise<Stand | 'damaged' | null> {
    const kept = await this.shelf.readDocument(nameOf(id))
    if (!kept.ok) return 'damaged'
    if (kept.value === undefined) return null
    const parsed = standSchema.safeParse(kept.value)
    return parsed.success ? parsed.data : 'damaged'
  }

  /** A new one of this PC, with a new secret. */
  fresh(id: string, device: string): Stand {
    const secret = randomBytes(32)
    const sealed = this.box.seal(secret.toString('base64'), context(id))
    secret.fill(0)
    return {
      ...{ format: 1, device, secret: Buffer.from(sealed).toString('base64') },
      ...{ logs: {}, lastRun: null, pending: null }
    }
  }

  /** The secret; null: it was sealed on another PC, or is damaged. */
  secretOf(id: string, { secret }: Pick<Stand, 'secret'>): Uint8Array | null {
    const opened = this.box.open(Buffer.from(secret, 'base64'), context(id))
    return opened === null ? null : Buffer.from(opened, 'base64')
  }

  async write(id: string, stand: Stand): Promise<void> {
    await this.shelf.writeDocument(nameOf(id), stand)
  }

  /** Destroys the secret with it: from then on nobody can tell whom its pseudonyms mean. */
  async destroy(id: string): Promise<void> {
    await this.shelf.deleteDocument(nameOf(id))
  }
}

function nameOf(id: string): string {
  return `standing-order-${id}`
}

function context(id: string): readonly string[] {
  return ['standing order', id]
}
