import type { Migration } from './migration'

/**
 * Nothing in the schema: a version that does not know the statements about what comes of an evaluation (what was recorded, cases,
 * notices, hand-overs) is to open nothing that has them.
 */
export const outcomes: Migration = { number: 6, name: 'outcomes', up: async () => undefined }
