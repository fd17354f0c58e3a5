import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { EvaluationOverview } from '../../../src-main/contract/evaluations'
import { germanDayOf, germanMinuteOf } from '../../../src-main/core/calendar'
import { writeLogs } from '../../../src-main/jobs/evaluations/simulator/files'
import { foundSchool, own, passphrases, startComputer, startSchool } from '../caseFile/sharedSchool'
import type { Computer, School } from '../caseFile/sharedSchool'
import { draftOf, valueOf } from '../directory/suiteTools'
import { ldapPasswd, ldapWhoAmI } from '../servers/slapd'

const minute = 60_000
const provisional = 'Vorlaeufig-4711'
const evaluators = { eins: 'Wolke Tasse Birne Leiter', zwei: 'Ofen Ring Feder Zaun' } as const
/** Rules of the pack. */
const suspendedSignIn = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d09'
const atNight = '0c5d3a55-6d83-4e0a-9c53-0b2f6b1f7d16'

let school: School
let computer: Computer
let folder: string

/** Lets the clock of the PC and of its case file go ahead; only dates are held, timers run. */
function wait(minutes: number): void {
  vi.setSystemTime(Date.now() + minutes * minute)
}
const ids: Record<string, string> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'netzwart-joins-'))
  school = await startSchool()
  vi.useFakeTimers({ toFake: ['Date'] })
  computer = await startComputer(school)
  await foundSchool(computer, school)
  const { handlers } = computer.services
  for (const [login, passphrase] of Object.entries(evaluators)) {
    const account = draftOf(login, { kind: 'teacher' })
    const { id } = valueOf(await school.directory.createAccount(account, provisional))
    ids[login] = id
    await ldapPasswd(school.server, login, provisional, own)
    valueOf(await handlers['session.signIn']({ login: 'leitung', password: own }))
    const key = valueOf(await handlers['people.choosePassphrase']({ person: id, passphrase }))
    valueOf(
      await handlers['people.appoint']({
        ...{ person: id, role: 'evaluator', deputy: false, scope: '', newKey: key.fingerprint },
        ...{ from: germanDayOf(new Date().toISOString()), until: null },
        passphrase: passphrases.leadership
      })
    )
  }
}, 120_000)

afterAll(async () => {
  vi.useRealTimers()
  await computer.close()
  await school.stop()
  await rm(folder, { recursive: true, force: true })
})

async function signIn(login: string): Promise<void> {
  valueOf(await computer.services.handlers['session.signIn']({ login, password: own }))
}

/** The pupil gets into the WLAN whatever the directory says: the service does not ask it. */
const wlanAt = (at: number) =>
  ({
    kind: 'wlan',
    at,
    person: 'm.muster',
    device: '02-00-5E-00-00-01',
    station: 'ap-1',
    isLetIn: true
  }) as const

/** What the two see of a window of the last quarter of an hour under the two rules. */
async function evaluate(source: string): Promise<EvaluationOverview> {
  const { handlers } = computer.services
  await signIn('leitung')
  const order = valueOf(
    await handlers['orders.give']({
      ...{ flag: null, occasion: 'Meldung der Aufsicht', suspicion: 'Nutzung trotz Sperre', rule: 'P9' },
      ...{
        concerned: [],
        addresses: [],
        sources: [source],
        rules: [suspendedSignIn, atNight],
        contents: null
      },
      from: germanMinuteOf(new Date(Date.now() - 15 * minute).toISOString()),
      until: germanMinuteOf(new Date(Date.now() - minute).toISOString()),
      evaluators: [ids['eins'] ?? '', ids['zwei'] ?? ''],
      expires: germanDayOf(new Date(Date.now() + 86_400_000).toISOString()),
      passphrase: passphrases.leadership
    })
  ).id
  await signIn('eins')
  valueOf(await handlers['evidence.gather']({ order }))
  for (const login of ['eins', 'zwei'] as const)
    valueOf(
      await handlers['evaluations.open']({
        ...{ order, person: ids[login] ?? '', passphrase: evaluators[login], elsewhere: null }
      })
    )
  return valueOf(await handlers['evaluations.overview']({ order }))
}

describe('a log joined with a real directory and its case file', () => {
  it('P9: finds a sign-in between suspension and lifting, and none before or after', async () => {
    const { handlers } = computer.services
    const account = school.ids.pupil
    await signIn('netz')
    const file = join(folder, 'radius.log')
    const { sources } = valueOf(
      await handlers['logSources.save']({
        ...{ id: null, name: 'WLAN', path: file, format: 'freeradius', contents: false },
        ...{ keptDays: 7, keptReason: 'Voreinstellung.' }
      })
    )
    const acts = [wlanAt(Date.now())]
    wait(3)
    valueOf(await handlers['accounts.suspend']({ account, until: null, reason: 'Auffällige Anmeldungen' }))
    expect(await ldapWhoAmI(school.server, 'm.muster', own)).toBe('refused')
    wait(3)
    acts.push(wlanAt(Date.now()), wlanAt(Date.now() + 20_000))
    wait(3)
    valueOf(await handlers['accounts.liftSuspension']({ account, reason: 'Geklärt' }))
    wait(2)
    acts.push(wlanAt(Date.now()))
    wait(2)
    const [log] = writeLogs(acts).filter(({ name }) => name === 'wlan')
    await writeFile(file, log?.text ?? '')
    const { findings, idleRules, events } = await evaluate(sources[0]?.id ?? '')
    expect(events).toBe(8)
    const instants = findings.map(({ from }) => from)
    expect(instants).toHaveLength(2)
    for (const [place, at] of instants.entries())
      expect(Math.abs(at - (acts[place + 1]?.at ?? 0))).toBeLessThan(1_000)
    // Nobody has said which devices are the school's, and that is what the rule says.
    expect(idleRules).toEqual([expect.objectContaining({ because: 'notJoined', missing: ['device-kind'] })])
  })
})
