import { z } from 'zod'
import { personIdSchema, personNamesSchema } from './people'

/** Logs of one service of the school, as the administrators have entered them. Nothing of it is read until an order covers it (P19). */
export const logSourceSchema = z.object({
  id: z.uuid(),
  /** What people call it: "WLAN-Anmeldungen". */
  name: z.string().trim().min(1).max(100),
  /** Absolute: a file with its rotated predecessors, a folder, or files with `*` in the last part of the path. */
  path: z.string().trim().min(1).max(1000),
  /** As `netzwart logs check` names it; null: found by content. */
  format: z.string().min(1).max(40).nullable(),
  /** Contents of e-mail, forum or messenger stand in it (P24). */
  contents: z.boolean(),
  /** How long sealed evidence of it is kept unless a case holds it, in days, and the recorded reason for that. */
  keptDays: z.number().int().min(1).max(3650),
  keptReason: z.string().trim().max(500)
})
export type LogSource = z.infer<typeof logSourceSchema>

/** A person whom an order is about, as the directory named them when it was signed. */
export const concernedSchema = z.object({ person: personIdSchema, names: personNamesSchema })
export type Concerned = z.infer<typeof concernedSchema>

/** What an order allows to read, and nothing beside it. */
export const orderScopeSchema = z.object({
  /** UTC. Begins at `from` and ends before `until`. */
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  /** As they stood in the settings when it was signed; settings that are changed later change no order. */
  sources: z.array(logSourceSchema).min(1).max(20),
  /** Whom it is about. Together with `addresses` empty: not known, all events of the window are covered. */
  concerned: z.array(concernedSchema).max(50),
  /** Addresses and devices (IP, MAC) that it is about. */
  addresses: z.array(z.string().trim().min(1).max(100)).max(50),
  /** Ids of the log rules that are to be applied; empty: none, the evaluators only search. */
  rules: z.array(z.uuid()).max(100),
  /** Contents of e-mail, forum and messenger may be read (P24). */
  contents: z.boolean()
})
export type OrderScope = z.infer<typeof orderScopeSchema>
