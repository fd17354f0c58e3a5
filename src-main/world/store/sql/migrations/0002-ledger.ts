import type { Migration } from './migration'

/** The ledger's statements with their payloads, and the sealed keys of the persons who sign. */
export const ledger: Migration = {
  number: 2,
  name: 'ledger',
  async up(database, dialect) {
    await database.schema
      .createTable('statements')
      // Not counted by the database: a statement's number is signed with it.
      .addColumn('sequence', 'integer', (column) => column.primaryKey())
      .addColumn('hash', 'text', (column) => column.notNull().unique())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('signature', 'text', (column) => column.notNull())
      .execute()
    await dialect.refuseChanges(database, 'statements')
    await database.schema
      .createTable('payloads')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('salt', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .execute()
    await database.schema
      .createTable('sealed_keys')
      .addColumn('fingerprint', 'text', (column) => column.primaryKey())
      .addColumn('person', 'text', (column) => column.notNull())
      .addColumn('description', 'text', (column) => column.notNull())
      .addColumn('sealed', dialect.bytes, (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute()
    await database.schema.createIndex('sealed_keys_by_person').on('sealed_keys').column('person').execute()
  }
}
