import type { Migration } from './migration'

/** Nothing in the schema: a version that does not know the statements about orders is to open nothing that has them. */
export const orders: Migration = { number: 4, name: 'orders', up: async () => undefined }
