import { z } from 'zod'

/** A package that is part of the app, and the terms under which it may be passed on. */
export const licenceSchema = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX identifier or expression. */
  licence: z.string(),
  /** The whole text with its copyright notice. */
  text: z.string()
})
export type Licence = z.infer<typeof licenceSchema>

/** What the build writes beside the window's pages. */
export const licencesFile = 'licences.json'
export const licencesSchema = z.array(licenceSchema)
