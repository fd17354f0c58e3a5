import type { Migration } from './migration'

/** Sealed evidence; a version that does not know the statements about it is to open nothing that has them. */
export const evidence: Migration = {
  number: 5,
  name: 'evidence',
  async up(database, dialect) {
    await database.schema
      .createTable('evidence')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('order_id', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('head', 'text', (column) => column.notNull())
      .addColumn('recipients', 'text', (column) => column.notNull())
      .execute()
    await database.schema
      .createTable('evidence_parts')
      .addColumn('evidence', 'text', (column) => column.notNull().references('evidence.id'))
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('sealed', dialect.bytes, (column) => column.notNull())
      .addPrimaryKeyConstraint('evidence_parts_by_place', ['evidence', 'place'])
      .execute()
  }
}
