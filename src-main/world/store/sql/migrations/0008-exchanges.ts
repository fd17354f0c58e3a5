import type { Migration } from './migration'

/** What two PCs say to each other in passing; no row of it outlives its minutes. */
export const exchanges: Migration = {
  number: 8,
  name: 'exchanges',
  async up(database) {
    await database.schema
      .createTable('exchanges')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('thread', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('until', 'text', (column) => column.notNull())
      .execute()
  }
}
