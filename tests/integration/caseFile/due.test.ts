import { afterEach, beforeEach, expect, it } from 'vitest'
import { valueOf } from '../directory/suiteTools'
import { ldapWhoAmI } from '../servers/slapd'
import { CommandLine } from '../support/commandLine'
import { foundSchool, own, passphrases, startComputer, startSchool, type School } from './sharedSchool'

interface DueDocument {
  readonly cases: Readonly<Record<'enforced' | 'lifted' | 'ended' | 'expired', readonly string[]>>
  readonly waiting: readonly { readonly case: string | null; readonly code: string }[]
}

let school: School
let cli: CommandLine
beforeEach(async () => {
  school = await startSchool()
  cli = await CommandLine.create(school.server.bindPassword)
})
afterEach(async () => {
  await cli.remove()
  await school.stop()
})

it('P26: `netzwart due` fails while what was approved waits for the directory, and says what waits and why', async () => {
  const pc = await startComputer(school, { folder: cli.data })
  const { handlers } = pc.services
  await foundSchool(pc, school)
  valueOf(await handlers['session.signIn']({ login: 'netz', password: own }))
  const proposed = valueOf(
    await handlers['sanctions.open']({
      account: school.ids.pupil,
      rule: 'P18',
      happenedOn: '2026-11-02',
      facts: 'Der Jugendschutzfilter wurde umgangen.',
      evidence: [],
      measures: [{ kind: 'suspension', until: null }],
      reasons: 'Wiederholt',
      passphrase: passphrases.administrator
    })
  )
  valueOf(await handlers['session.signIn']({ login: 'leitung', password: own }))
  const { id, version, measures, number } = proposed
  const { plan } = valueOf(await handlers['sanctions.preview']({ case: id, measures }))
  await school.server.kill()
  const decided = valueOf(
    await handlers['sanctions.decide']({
      ...{ case: id, version, measures, plan },
      outcome: 'approved',
      reasons: 'Wie vorgeschlagen',
      passphrase: passphrases.leadership
    })
  )
  expect(decided.state).toBe('approved')
  await pc.close()

  const waiting = await cli.ask<DueDocument>(['due'], 1)
  expect(waiting).toMatchObject({
    cases: { enforced: [], lifted: [], ended: [], expired: [] },
    waiting: [{ case: number, code: 'directory.unreachable' }]
  })
  const { code, stdout } = await cli.run(['due', '--language', 'de'])
  expect([code, stdout.includes(`Fall ${number} wartet: Der Verzeichnisserver`)]).toEqual([1, true])

  await school.server.restart()
  const done = await cli.ask<DueDocument>(['due'])
  expect(done).toMatchObject({ cases: { enforced: [number] }, waiting: [] })
  expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('refused')
})
