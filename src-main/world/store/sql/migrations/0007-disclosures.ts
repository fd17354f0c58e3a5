import type { Migration } from './migration'

/** Nothing in the schema: a version that does not know `disclosure.made` is to open nothing that has it. */
export const disclosures: Migration = { number: 7, name: 'disclosures', up: async () => undefined }
