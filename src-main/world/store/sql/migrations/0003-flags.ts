import type { Migration } from './migration'

/** Nothing in the schema: a version that does not know the statements about flags is to open nothing that has them. */
export const flags: Migration = { number: 3, name: 'flags', up: async () => undefined }
