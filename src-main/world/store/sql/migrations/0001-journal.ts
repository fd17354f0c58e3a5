import type { Migration } from './migration'

/** Plans with their steps and records, sealed passwords, the register of persons, documents. */
export const journal: Migration = {
  number: 1,
  name: 'journal',
  async up(database, types) {
    await database.schema
      .createTable('plans')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('head', 'text', (column) => column.notNull())
      .addColumn('undoes', 'text')
      .addColumn('created_at', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('stopped_by', 'text')
      .addColumn('confirmation', 'text')
      .addForeignKeyConstraint('plans_undoes', ['undoes'], 'plans', ['hash'])
      // One undo for a plan: it is resumed, never made twice.
      .addUniqueConstraint('plans_undone_once', ['undoes'])
      .execute()
    await database.schema
      .createTable('plan_steps')
      .addColumn('plan', 'text', (column) => column.notNull().references('plans.hash'))
      .addColumn('place', 'integer', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('plan_steps_key', ['plan', 'step'])
      .execute()
    await database.schema
      .createTable('step_records')
      .addColumn('sequence', types.sequence, types.asSequence)
      .addColumn('plan', 'text', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addColumn('outcome', 'text', (column) => column.notNull())
      .addColumn('failure', 'text')
      .addColumn('target_id', 'text')
      .addColumn('at', 'text', (column) => column.notNull())
      .addForeignKeyConstraint('step_records_step', ['plan', 'step'], 'plan_steps', ['plan', 'step'])
      .execute()
    await database.schema
      .createIndex('step_records_by_step')
      .on('step_records')
      .columns(['plan', 'step'])
      .execute()
    await database.schema
      .createIndex('step_records_by_target')
      .on('step_records')
      .column('target_id')
      .execute()
    await database.schema
      .createTable('secrets')
      .addColumn('plan', 'text', (column) => column.notNull())
      .addColumn('step', 'text', (column) => column.notNull())
      .addColumn('login', 'text', (column) => column.notNull())
      .addColumn('sealed', types.bytes, (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('secrets_key', ['plan', 'step'])
      .addForeignKeyConstraint('secrets_step', ['plan', 'step'], 'plan_steps', ['plan', 'step'])
      .execute()
    await database.schema
      .createTable('used_logins')
      .addColumn('login', 'text', (column) => column.primaryKey())
      .addColumn('last_seen', 'text', (column) => column.notNull())
      .execute()
    await database.schema
      .createTable('birth_dates')
      .addColumn('account', 'text', (column) => column.primaryKey())
      .addColumn('birth_date', 'text', (column) => column.notNull())
      .execute()
    await database.schema
      .createTable('due_suspensions')
      .addColumn('account', 'text', (column) => column.primaryKey())
      .addColumn('until', 'text', (column) => column.notNull())
      .execute()
    await database.schema
      .createTable('documents')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('body', 'text', (column) => column.notNull())
      .execute()
  }
}
