import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Measure, SanctionCase } from '../../../src-main/contract/sanctions'
import { ledgerRules } from '../../../src-main/jobs'
import { draft, Ledger } from '../../../src-main/core/ledger'
import { deviceSigner, openSigner } from '../../../src-main/core/people/keys'
import { hashPlan } from '../../../src-main/core/plan'
import { sanctionPlan, type AccountSnapshot } from '../../../src-main/jobs/sanctions'
import { openDeviceSecretBox } from '../../../src-main/world/secrets/deviceKey'
import { openSqliteStore } from '../../../src-main/world/store/sqlite'
import {
  foundSchool,
  own,
  passphrases,
  startComputer,
  startSchool,
  type Computer,
  type School
} from '../caseFile/sharedSchool'
import { draftOf, valueOf } from '../directory/suiteTools'
import { ldapModifyAsRoot, ldapPasswd, ldapSearchAsRoot, ldapWhoAmI } from '../servers/slapd'

const evaluatorsPassphrase = 'Eule Lampe Fjord Kessel'
const day = 86_400_000
const dayIn = (days: number): string => new Date(Date.now() + days * day).toISOString().slice(0, 10)

let school: School
let folder: string
/** Whoever may propose and is out for more, and a colleague they would like to be rid of. */
let evaluator: string
let colleague: string

async function teacher(login: string): Promise<string> {
  const names = { kind: 'teacher' as const, givenName: 'Eva', familyName: login }
  const made = valueOf(await school.directory.createAccount(draftOf(login, names), 'Vorlaeufig-4711'))
  await ldapPasswd(school.server, login, 'Vorlaeufig-4711', own)
  return made.id
}

async function signedIn(pc: Computer, login: string): Promise<Computer['services']['handlers']> {
  valueOf(await pc.services.handlers['session.signIn']({ login, password: own }))
  return pc.services.handlers
}

async function administrators(): Promise<string[]> {
  const found = await ldapSearchAsRoot(school.server, '(cn=netz-admins)', 'member')
  return found.split('\n').filter((line) => line.startsWith('member: uid'))
}

beforeEach(async () => {
  school = await startSchool()
  folder = await mkdtemp(join(tmpdir(), 'netzwart-pc-'))
  evaluator = await teacher('auswertung')
  colleague = await teacher('kollege')
  const { baseDn } = school.server
  await ldapModifyAsRoot(
    school.server,
    [
      `dn: cn=netz-admins,ou=groups,${baseDn}`,
      'changetype: add',
      'objectClass: groupOfNames',
      'cn: netz-admins',
      `member: ${baseDn}`,
      ''
    ].join('\n')
  )
  const pc = await startComputer(school, { folder })
  await foundSchool(pc, school)
  const handlers = await signedIn(pc, 'leitung')
  const { fingerprint } = valueOf(
    await handlers['people.choosePassphrase']({ person: evaluator, passphrase: evaluatorsPassphrase })
  )
  valueOf(
    await handlers['people.appoint']({
      ...{ person: evaluator, role: 'evaluator', deputy: false, scope: '', from: dayIn(0), until: null },
      ...{ newKey: fingerprint, passphrase: passphrases.leadership }
    })
  )
  await pc.close()
})

afterEach(async () => {
  await school.stop()
  await rm(folder, { recursive: true, force: true })
})

/** With a tool of their own, a passphrase and the file of the store: a case about the pupil, a plan about anything. */
async function proposePastTheApp(
  snapshot: Partial<AccountSnapshot>,
  measures: readonly Measure[]
): Promise<{ id: string; plan: string }> {
  const store = valueOf(await openSqliteStore(folder))
  const box = valueOf(await openDeviceSecretBox(folder))
  const ledger = await Ledger.open({
    ...{ shelf: store, device: deviceSigner(box.derive('device signature')), computer: 'x' },
    ...{ rules: ledgerRules, memory: { read: async () => null, write: async () => undefined } }
  })
  const [key] = await store.keysOf(evaluator)
  if (key === undefined) throw new Error('the evaluator has no key')
  const signer = valueOf(await openSigner(key, evaluatorsPassphrase))
  const id = randomUUID()
  const names = { login: 'm.muster', givenName: 'Änne', familyName: 'Groß-Øre' }
  const plan = sanctionPlan({
    ...{ case: id, proposal: 1, planning: 2, measures, day: dayIn(0) },
    snapshot: {
      ...{ id: school.ids.pupil, login: 'm.muster', label: 'Änne Groß-Øre', schoolClass: '5a' },
      ...{ suspension: { kind: 'none' }, directory: school.server.baseDn, selfEnding: true },
      modules: { wlan: { group: 'modul-wlan', member: true } },
      ...snapshot
    }
  })
  await store.addPlan(plan, hashPlan(plan), null, new Date().toISOString())
  const opened = {
    ...{ person: school.ids.pupil, names, schoolClass: '5a', happenedOn: dayIn(-1) },
    ...{ facts: 'Der Jugendschutzfilter wurde umgangen.', evidence: [] }
  }
  const said = [
    draft('case.opened', `case:${id}`, { case: id, rule: 'P18' }, opened),
    draft(
      'case.proposed',
      `case:${id}`,
      { case: id, plan: hashPlan(plan) },
      { measures: [...measures], reasons: 'Wiederholt' }
    )
  ]
  valueOf(await ledger.append(said.map((one) => ({ signer, draft: one }))))
  await store.close()
  return { id, plan: hashPlan(plan) }
}

/** The leadership approves at an honest app what it sees there. */
async function approve(
  pc: Computer,
  { id, plan }: { id: string; plan: string },
  measures: readonly Measure[]
) {
  const handlers = await signedIn(pc, 'leitung')
  const one: SanctionCase = valueOf(await handlers['sanctions.case']({ case: id }))
  const preview = await handlers['sanctions.preview']({ case: id, measures: [...measures] })
  const decided = await handlers['sanctions.decide']({
    ...{ case: id, version: one.version, outcome: 'approved', measures: [...measures], plan },
    ...{ reasons: 'Wie vorgeschlagen', passphrase: passphrases.leadership }
  })
  return { preview, decided, sequence: one.proposal?.sequence }
}

describe('a proposal whose plan is about somebody else', () => {
  it('P26: is neither shown nor approved, suspends nobody, and is red in the journal', async () => {
    const measures: Measure[] = [
      { kind: 'moduleRefusal', module: 'wlan', until: null },
      { kind: 'suspension', until: null }
    ]
    const proposed = await proposePastTheApp({ id: colleague }, measures)
    const pc = await startComputer(school, { folder })
    const { preview, decided, sequence } = await approve(pc, proposed, measures)
    expect(preview).toMatchObject({ failure: { code: 'sanctions.planNotOfCase' } })
    expect(decided).toMatchObject({ failure: { code: 'sanctions.planNotOfCase' } })
    expect(await ldapWhoAmI(school.server, 'kollege', own)).toBe('accepted')
    expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('accepted')
    const { problems } = valueOf(await pc.services.handlers['ledger.verify'](undefined))
    expect(problems).toEqual([{ sequence, code: 'planNotOfCase' }])
    await pc.close()
  })

  it('P26: makes no evaluator an administrator, neither approved nor when its day has come', async () => {
    const measures: Measure[] = [{ kind: 'moduleRefusal', module: 'wlan', until: dayIn(1) }]
    const proposed = await proposePastTheApp(
      { id: evaluator, modules: { wlan: { group: 'netz-admins', member: true } } },
      measures
    )
    // Their own person, or the right pupil with the wrong group.
    const alike = await proposePastTheApp(
      { modules: { wlan: { group: 'netz-admins', member: true } } },
      measures
    )
    let pc = await startComputer(school, { folder })
    const one = await approve(pc, proposed, measures)
    expect(one.decided).toMatchObject({ failure: { code: 'sanctions.planNotOfCase' } })
    const other = await approve(pc, alike, measures)
    expect(other.preview).toMatchObject({ failure: { code: 'sanctions.groupsDiffer' } })
    expect(other.decided).toMatchObject({ failure: { code: 'sanctions.groupsDiffer' } })
    await pc.close()

    // Somebody at a changed app has the leadership sign it after all.
    await approvePastTheApp(proposed, measures)
    await approvePastTheApp(alike, measures)
    pc = await startComputer(school, { folder, time: () => new Date(Date.now() + 2 * day) })
    const due = valueOf(await pc.services.caseFile()!.sanctions.due())
    expect(due).toMatchObject({ enforced: [], ended: [] })
    expect(due.waiting.map(({ failure }) => failure.code)).toEqual([
      'sanctions.planNotOfCase',
      'sanctions.groupsDiffer'
    ])
    expect(await administrators()).toEqual([])
    expect((await pc.services.caseFile()!.journal.verify()).problems.map(({ code }) => code)).toEqual([
      'planNotOfCase',
      'planNotOfCase'
    ])
    await pc.close()
  })
})

async function approvePastTheApp(
  { id, plan }: { id: string; plan: string },
  measures: readonly Measure[]
): Promise<void> {
  const store = valueOf(await openSqliteStore(folder))
  const box = valueOf(await openDeviceSecretBox(folder))
  const ledger = await Ledger.open({
    ...{ shelf: store, device: deviceSigner(box.derive('device signature')), computer: 'x' },
    ...{ rules: ledgerRules, memory: { read: async () => null, write: async () => undefined } }
  })
  const [key] = await store.keysOf(school.ids.leadership)
  if (key === undefined) throw new Error('the leadership has no key')
  const signer = valueOf(await openSigner(key, passphrases.leadership))
  const proposal = ledger.about(`case:${id}`)[1]?.statement.sequence ?? 0
  const expires = new Date(Date.now() + 14 * day).toISOString()
  const decision = draft(
    'case.decided',
    `case:${id}`,
    { case: id, proposal, outcome: 'approved', plan, expires },
    { measures: [...measures], reasons: 'Wie vorgeschlagen' }
  )
  valueOf(await ledger.append([{ signer, draft: decision }]))
  await store.close()
}
