import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Measure, SanctionCase } from '../../../src-main/contract/sanctions'
import { startOf } from '../../../src-main/core/calendar'
import {
  foundSchool,
  own,
  passphrases,
  startComputer,
  startSchool,
  type Computer,
  type School
} from '../caseFile/sharedSchool'
import { valueOf } from '../directory/suiteTools'
import { ldapWhoAmI } from '../servers/slapd'

const day = 86_400_000
const dayIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10)
const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter, index) => `S${index};Abel${letter};Anna;5a`)
const pupil = 'S-m.muster;Groß-Øre;Änne;5a'

let school: School
let pc: Computer
let folder: string

beforeEach(async () => {
  school = await startSchool()
  pc = await startComputer(school)
  folder = await mkdtemp(join(tmpdir(), 'netzwart-rosters-'))
  await foundSchool(pc, school)
  await carryOut([pupil, ...others])
})

afterEach(async () => {
  await pc.close()
  await school.stop()
  await rm(folder, { recursive: true, force: true })
})

async function signIn(login: string): Promise<void> {
  valueOf(await pc.services.handlers['session.signIn']({ login, password: own }))
}

/** Carries out what a roster of these rows asks for; answers how many steps failed. */
async function carryOut(rows: readonly string[]): Promise<number> {
  await signIn('netz')
  const file = join(folder, 'roster.csv')
  await writeFile(file, `ID;Nachname;Vorname;Klasse\r\n${rows.join('\r\n')}\r\n`)
  const { rosters } = pc.services.caseFile()!.accounts
  const { roster } = valueOf(await rosters.open([file], 'roster', {}))
  const planned = valueOf(await rosters.plan(roster, {}, {}))
  if (planned.plan === null) return 0
  const done = valueOf(
    await pc.services.handlers['plans.apply']({
      ...{ plan: planned.plan.hash, leavers: planned.counts.leave || null },
      passphrase: passphrases.administrator
    })
  )
  return done.failed
}

async function decide(measure: Measure): Promise<SanctionCase> {
  const { handlers } = pc.services
  await signIn('netz')
  const { id, version, measures } = valueOf(
    await handlers['sanctions.open']({
      ...{ account: school.ids.pupil, rule: 'P18', happenedOn: dayIn(-1), evidence: [], measures: [measure] },
      facts: 'Der Jugendschutzfilter wurde umgangen.',
      ...{ reasons: 'Wiederholt', passphrase: passphrases.administrator }
    })
  )
  await signIn('leitung')
  const { plan } = valueOf(await handlers['sanctions.preview']({ case: id, measures }))
  return valueOf(
    await handlers['sanctions.decide']({
      ...{ case: id, version, outcome: 'approved', measures, plan },
      ...{ reasons: 'Wie vorgeschlagen', passphrase: passphrases.leadership }
    })
  )
}

async function lift({ id, version }: SanctionCase): Promise<SanctionCase> {
  const { handlers } = pc.services
  await signIn('leitung')
  const { plan } = valueOf(await handlers['sanctions.previewLift']({ case: id }))
  return valueOf(
    await handlers['sanctions.decideLift']({
      ...{ case: id, version, plan, reasons: 'Hat sich gebessert' },
      passphrase: passphrases.leadership
    })
  )
}

async function account() {
  const read = valueOf(await school.directory.readAccount(school.ids.pupil))
  if (read === null) throw new Error('the pupil is gone')
  return read
}

describe('a pupil who comes back after leaving', () => {
  it.each(['before', 'away'] as const)(
    'P8 P9: with a case from the time %s comes back suspended by that case, and is free when it is lifted',
    async (order) => {
      const until = dayIn(40)
      let inForce = order === 'before' ? await decide({ kind: 'suspension', until }) : null
      expect(await carryOut(others)).toBe(0)
      expect((await account()).leaverSince).not.toBeNull()
      inForce ??= await decide({ kind: 'suspension', until })
      expect(inForce.state).toBe('inForce')

      expect(await carryOut([pupil, ...others])).toBe(0)
      expect(await account()).toMatchObject({
        ...{ leaverSince: null, classes: ['5a'] },
        suspension: { kind: 'until', until: startOf(until) }
      })
      expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('refused')
      expect(await carryOut([pupil, ...others])).toBe(0)

      expect((await lift(inForce)).state).toBe('lifted')
      expect(await account()).toMatchObject({ suspension: { kind: 'none' } })
      expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('accepted')
      // What leaving took and the case then kept away comes with the next look at what is due.
      expect((await pc.services.caseFile()?.due())?.waiting).toEqual([])
      expect(await account()).toMatchObject({ groups: ['modul-wlan'] })
    }
  )

  it('P8 P9: for good by a case from the time away stays out until it is lifted', async () => {
    await carryOut(others)
    const inForce = await decide({ kind: 'suspension', until: null })
    expect(await carryOut([pupil, ...others])).toBe(0)
    expect(await account()).toMatchObject({ leaverSince: null, suspension: { kind: 'forever' } })
    expect((await lift(inForce)).state).toBe('lifted')
    expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('accepted')
  })

  it('P8 P26: whose case was lifted while they were away comes back free', async () => {
    const inForce = await decide({ kind: 'suspension', until: null })
    await carryOut(others)
    expect((await lift(inForce)).state).toBe('lifted')
    expect((await account()).suspension).toEqual({ kind: 'forever' })
    expect(await carryOut([pupil, ...others])).toBe(0)
    expect(await account()).toMatchObject({ leaverSince: null, suspension: { kind: 'none' } })
    expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('accepted')
  })
})
