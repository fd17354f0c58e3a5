import type { Migration } from './migration'

/** Nothing in the schema: a version that does not know the statements about notices is to open nothing that has them. */
export const notices: Migration = { number: 6, name: 'notices', up: async () => undefined }
