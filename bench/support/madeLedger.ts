import { randomUUID } from 'node:crypto'
import { ledgerRules } from '../../src-main/jobs'
import { draft, Ledger, sha256, type Draft, type Entry } from '../../src-main/core/ledger'
import { deviceSigner, makePersonKeys, openSigner, type Signer } from '../../src-main/core/people/keys'
import { hashPlan } from '../../src-main/core/plan'
import { newestPlanning, sanctionPlan } from '../../src-main/jobs/sanctions'
import { openDeviceSecretBox } from '../../src-main/world/secrets/deviceKey'
import { openSqliteStore } from '../../src-main/world/store/sqlite'
import {
  foundSchool,
  passphrases,
  startComputer,
  type School
} from '../../tests/integration/caseFile/sharedSchool'
import { must } from './school'

/** So many statements are said at once. */
const atOnce = 300

/**
 * A founded case file with a ledger of so many statements, as years of work leave them: sign-ins, everyday actions with
 * their ends, one case in forty. Everything that was decided is carried out; nobody waits for anything.
 */
export async function makeLedger(school: School, folder: string, statements: number): Promise<void> {
  const computer = await startComputer(school, { folder })
  await foundSchool(computer, school)
  await computer.close()
  const store = must(await openSqliteStore(folder))
  try {
    const device = deviceSigner(must(await openDeviceSecretBox(folder)).derive('device signature'))
    const memory = { read: async () => null, write: async () => undefined }
    const ledger = await Ledger.open({
      shelf: store,
      device,
      computer: 'PC-Büro',
      rules: ledgerRules,
      memory
    })
    const [sealed] = await store.keysOf(school.ids.leadership)
    if (sealed === undefined) throw new Error('the leadership has no key')
    const leadership = must(await openSigner(sealed, passphrases.leadership))
    const predecessor = await appointPredecessor(ledger, leadership)
    const plans = async (entries: readonly Entry[]) => void must(await ledger.append(entries))
    for (let place = 0; (ledger.head?.sequence ?? 0) < statements; place += 1) {
      const left = statements - (ledger.head?.sequence ?? 0)
      const entries: Entry[] = []
      const say = (signer: Signer, said: Draft): number => {
        entries.push({ signer, draft: said })
        return (ledger.head?.sequence ?? 0) + entries.length
      }
      for (let day = 0; entries.length < Math.min(atOnce, left); day += 1) {
        sayDay(say, device, school, place * atOnce + day)
        if (day % 10 === 0 && left > entries.length + 6) {
          const plan = sayCase(say, { device, leadership, predecessor }, place * atOnce + day)
          await store.addPlan(plan, hashPlan(plan), null, new Date().toISOString())
        }
      }
      await plans(entries.slice(0, left))
    }
  } finally {
    await store.close()
  }
}

/** Whoever made the cases of former years: who works today is told nothing of them. */
async function appointPredecessor(ledger: Ledger, leadership: Signer): Promise<Signer> {
  const cheap = { operations: 1, memory: 8192 }
  const { keys, signer } = await makePersonKeys(
    'predecessor',
    'Vier Worte für früher',
    new Date().toISOString(),
    cheap
  )
  const names = { login: 'frueher', givenName: 'Frida', familyName: 'Früher' }
  const body = {
    ...{ appointment: randomUUID(), person: 'predecessor', role: 'administrator' as const, deputy: false },
    ...{ from: '2020-08-01', until: null, keys }
  }
  const said = draft('appointment.made', 'person:predecessor', body, { names, scope: '' })
  must(await ledger.append([{ signer: leadership, draft: said }]))
  return signer
}

type Say = (signer: Signer, said: Draft) => number

function sayDay(say: Say, device: Signer, { ids }: School, day: number): void {
  const person = ids.administrator
  const names = { login: 'netz', givenName: 'Änne', familyName: 'Netzer' }
  const session = { person, roles: ['administrator' as const], kind: 'window' as const }
  say(device, draft('session.signedIn', `person:${person}`, session, { names, computer: 'PC-Büro' }))
  const plan = sha256(`plan ${day}`)
  const begun = { plan, job: 'accounts', steps: 1, kinds: { resetPassword: 1 }, undoes: null, by: person }
  const whom = { subject: `Änne Muster-${day % 900}`, reason: 'Passwort vergessen' }
  say(device, draft('plan.begun', `plan:${plan}`, begun, whom))
  const ended = { plan, state: 'finished', done: 1, failed: 0, remaining: 0 }
  say(device, draft('plan.ended', `plan:${plan}`, ended, null))
}

function sayCase(
  say: Say,
  { device, leadership, predecessor }: Readonly<Record<'device' | 'leadership' | 'predecessor', Signer>>,
  place: number
) {
  const id = randomUUID()
  const person = `pupil-${place % 900}`
  const names = { login: `p.${place % 900}`, givenName: 'Änne', familyName: `Muster-${place % 900}` }
  const measures = [{ kind: 'suspension' as const, until: null }]
  const plan = sanctionPlan({
    ...{ case: id, proposal: 1, measures, day: '2026-09-01', planning: newestPlanning },
    snapshot: {
      ...{ id: person, login: names.login, label: `Änne ${names.familyName}`, schoolClass: '8b' },
      ...{ suspension: { kind: 'none' }, directory: 'dc=schule,dc=example', selfEnding: true },
      modules: { wlan: { group: 'modul-wlan', member: true } }
    }
  })
  const hash = hashPlan(plan)
  const subject = `case:${id}`
  const opened = {
    ...{ person, names, schoolClass: '8b', happenedOn: '2026-08-30' },
    facts: 'Hat im Informatikraum den Filter umgangen; „Proxy“ stand im Protokoll. '.repeat(3),
    evidence: [{ reference: 'Aktenvermerk 12' }]
  }
  say(predecessor, draft('case.opened', subject, { case: id, rule: 'P18' }, opened))
  const reasons = 'Zum zweiten Mal.'
  const proposal = say(
    predecessor,
    draft('case.proposed', subject, { case: id, plan: hash }, { measures, reasons })
  )
  const expires = new Date(Date.now() + 13 * 86_400_000).toISOString()
  const decided = { case: id, proposal, outcome: 'approved' as const, plan: hash, expires }
  say(leadership, draft('case.decided', subject, decided, { measures, reasons: 'Nach Anhörung.' }))
  say(device, draft('case.enforced', subject, { case: id, plan: hash }, null))
  say(device, draft('case.ended', subject, { case: id }, null))
  return plan
}
