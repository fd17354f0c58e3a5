import { Client } from 'pg'
import { expect, it } from 'vitest'
import type { Handlers } from '../../../src-main/contract/handlers'
import { valueOf } from '../directory/suiteTools'
import type { TestDatabase } from '../servers/postgres'
import { foundSchool, own, passphrases, placeOfThisFile, startComputer } from './sharedSchool'

const place = placeOfThisFile()

/** Writes with the app's own role, which may only add. */
async function addRow(
  { location, password }: TestDatabase,
  sql: string,
  ...values: unknown[]
): Promise<void> {
  const { host, port, database, role: user, caCertificate: ca } = location
  const client = new Client({ host, port, database, user, password, ssl: { ca } })
  await client.connect()
  try {
    await client.query(sql, values)
  } finally {
    await client.end()
  }
}

async function everybodyWorks(handlers: Handlers): Promise<void> {
  valueOf(await handlers['session.signIn']({ login: 'netz', password: own }))
  const opened = valueOf(
    await handlers['sanctions.open']({
      account: place.school.ids.pupil,
      rule: 'P18',
      happenedOn: '2026-11-27',
      facts: 'Der Jugendschutzfilter wurde umgangen.',
      evidence: [],
      measures: [{ kind: 'warning' }],
      reasons: 'Wiederholt',
      passphrase: passphrases.administrator
    })
  )
  valueOf(await handlers['session.signIn']({ login: 'leitung', password: own }))
  const { id, version, measures } = opened
  const preview = valueOf(await handlers['sanctions.preview']({ case: id, measures }))
  const decided = await handlers['sanctions.decide']({
    ...{ case: id, version, outcome: 'approved', measures, plan: preview.plan },
    ...{ reasons: 'Wie vorgeschlagen', passphrase: passphrases.leadership }
  })
  expect(valueOf(decided).state).toBe('inForce')
}

it('P22: rows that somebody adds to the database are named, and everybody goes on, also after a new start', async () => {
  const database = await place.postgres.makeDatabase()
  const { location, password, owner } = database
  const pc = await startComputer(place.school)
  await foundSchool(pc, place.school)
  const { handlers } = pc.services
  valueOf(await handlers['caseFile.prepare']({ location, password, owner }))
  valueOf(await handlers['caseFile.move']({ location, password, keepPassword: false }))
  const statement = `insert into netzwart.statements (sequence, hash, text, signature) values ($1, $2, 'x', 'x')`
  const numbers: number[] = []
  for (const [far, hash] of [
    [null, 'a'.repeat(64)],
    [null, 'no hash'],
    [2_147_483_647, 'b'.repeat(64)],
    [-7, 'c'.repeat(64)],
    [2_147_483_646, 'no hash either']
  ] as const) {
    const next = (pc.services.caseFile()?.ledger.items.at(-1)?.sequence ?? 0) + 1
    numbers.push(far ?? next)
    await addRow(database, statement, far ?? next, hash)
    await everybodyWorks(handlers)
  }
  // What else can be added: a plan and a step that are none, a document, a payload, a key.
  await addRow(
    database,
    `insert into netzwart.plans (hash, head, created_at, state) values ($1, '{"broken', $2, 'planned')`,
    'd'.repeat(64),
    '9999'
  )
  await addRow(
    database,
    `insert into netzwart.plans (hash, head, created_at, state) values ($1, '7', '9998', 'unheard of')`,
    'e'.repeat(64)
  )
  await addRow(database, `insert into netzwart.plan_steps values ($1, 0, '1', 'null')`, 'd'.repeat(64))
  await addRow(database, `insert into netzwart.payloads values ('x', 'x', 'x')`)
  await addRow(
    database,
    `insert into netzwart.sealed_keys values ('x', $1, 'x', 'x', '9999')`,
    place.school.ids.leadership
  )
  await addRow(database, `insert into netzwart.documents values ('preferences', '{') on conflict do nothing`)
  await everybodyWorks(handlers)
  await pc.close()

  const later = await startComputer(place.school)
  const after = later.services.handlers
  valueOf(await after['caseFile.join']({ location, password, keepPassword: false }))
  valueOf(await after['session.signIn']({ login: 'netz', password: own }))
  valueOf(await after['people.admitDevice']({ passphrase: passphrases.administrator }))
  await everybodyWorks(after)
  valueOf(await after['session.signIn']({ login: 'netz', password: own }))
  valueOf(await after['plans.list'](undefined))
  const { problems } = valueOf(await after['ledger.verify'](undefined))
  const named = [...new Set(problems.map(({ sequence }) => sequence))]
  expect(named).toEqual(numbers.toSorted((left, right) => left - right))
  await later.close()
})
