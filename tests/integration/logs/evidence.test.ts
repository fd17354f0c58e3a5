import { readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evidenceOf } from '../../../src-main/jobs/evaluations/evidence/records'
import { EvidenceSchool } from '../../unit/support/evidenceSchool'
import { OrdersSchool, webFilter } from '../../unit/support/ordersSchool'
import { valueOf } from '../../unit/support/sanctionsSchool'
import { defaultContainers, ldapWhoAmI, startSlapd, type SlapdServer } from '../servers/slapd'

const canary = 'kanarienvogel'
const dn = (login: string): string => `uid=${login},ou=pupils,dc=schule,dc=example`
const entry = (login: string): string =>
  `dn: ${dn(login)}\nobjectClass: inetOrgPerson\nuid: ${login}\ncn: Kim\nsn: Kim\nuserPassword: Geheim!2026\n`

let server: SlapdServer
let orders: OrdersSchool
let school: EvidenceSchool
const ends: (() => Promise<void>)[] = []

beforeAll(async () => {
  const entries = [defaultContainers, entry('k.beispiel'), entry(canary)].join('\n')
  server = await startSlapd({ writesLog: true, entries })
  orders = await OrdersSchool.open((close) => void ends.push(close))
  school = new EvidenceSchool(orders)
}, 120_000)
afterAll(async () => {
  for (const end of ends) await end()
  await server.stop()
})

/** A minute of the school's clock. */
function minuteOf(time: number): { day: string; time: string } {
  const shown = new Date(time).toLocaleString('sv', { timeZone: 'Europe/Berlin' })
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) }
}

describe('the log of a real slapd', () => {
  it('P19, P21: gives one person’s sign-ins to two who open it together, and leaves nobody else’s name', async () => {
    const before = await readdir(tmpdir())
    const began = Date.now()
    for (const login of ['k.beispiel', canary]) {
      expect(await ldapWhoAmI(server, dn(login), 'Geheim!2026')).toBe('accepted')
      expect(await ldapWhoAmI(server, dn(login), 'falsch')).toBe('refused')
    }
    const file = join(server.folder, 'slapd.log')
    expect(await readFile(file, 'utf8')).toContain(canary)
    orders.sources = [{ ...webFilter, name: 'Verzeichnis', path: file, format: null }]
    // An order covers what has happened: its clock goes ahead, so that this very minute is over.
    orders.inDays(0.01)
    const { id } = await orders.give({
      ...{ rules: [], from: minuteOf(began - 60_000), until: minuteOf(Date.now()) }
    })
    const { evaluator } = orders.people
    const state = valueOf(await school.as(evaluator, 'evidence.gather', { order: id }))
    expect(state.evidence[0]!.sources[0]!.files[0]!.bytes).toBeGreaterThan(0)
    const [record] = evidenceOf(orders.ledger, id)
    const keys = [await school.keysOf('evaluator'), await school.keysOf('second')] as const
    const { events, sources } = valueOf(await school.evidence.work.open(record!, ...keys))
    expect(events.map(({ act, person, surety }) => [act, person, surety])).toEqual([
      ['signIn', dn('k.beispiel'), 'proved'],
      ['signInRefused', dn('k.beispiel'), 'claimed']
    ])
    expect(sources[0]).toMatchObject({ format: 'openldap', events: 2 })
    expect(sources[0]!.outside).toBeGreaterThan(1)

    expect(await school.stands(canary)).toBe(false)
    const temporary = (await readdir(tmpdir())).filter((name) => !before.includes(name))
    for (const name of temporary) {
      const content = await readFile(join(tmpdir(), name)).catch(() => Buffer.alloc(0))
      expect(content.includes(canary)).toBe(false)
    }
  })
})
