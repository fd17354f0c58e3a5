import type { Migration } from './migration'

/**
 * Nothing in the schema: a version that does not know the statements about standing orders and their flags, orders by pseudonym, or
 * disclosures is
 * to open nothing that has them.
 */
export const standing: Migration = { number: 7, name: 'standing', up: async () => undefined }
